package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.store.Transaction;

/** Why a section cannot be added, moved or removed, beside what readers see and what else is planned. */
final class SectionRules {

    private final Transaction transaction;
    private final Arrangement now;
    private final List<Reason> reasons = new ArrayList<>();

    private SectionRules(Transaction transaction, Arrangement now) {
        this.transaction = transaction;
        this.now = now;
    }

    /** @param now what the change is made to */
    static List<Reason> of(Transaction transaction, Arrangement now, OutlineChange.SectionAdded added) {
        var rules = new SectionRules(transaction, now);
        rules.checkWord(added.word());
        rules.above(added.parent()).ifPresent(above -> {
            if (now.section(added.id()).filter(own -> own.isOver(above)).isPresent()) {
                rules.refuse("refused.section-circle");
            }
            rules.checkAddress(added, above.below(added.word()));
        });
        return rules.reasons;
    }

    static List<Reason> of(Transaction transaction, Arrangement now, OutlineChange.SectionMoved moved) {
        var rules = new SectionRules(transaction, now);
        var section = rules.known(moved.section());
        var above = rules.above(moved.parent());
        if (section.isPresent() && above.isPresent()) {
            rules.check(moved, section.get(), above.get());
        }
        return rules.reasons;
    }

    static List<Reason> of(Transaction transaction, Arrangement now, OutlineChange.SectionRemoved removed) {
        var rules = new SectionRules(transaction, now);
        rules.known(removed.section()).ifPresent(rules::checkEmpty);
        return rules.reasons;
    }

    private Optional<Section> known(SectionId id) {
        var section = now.section(id);
        if (section.isEmpty()) {
            refuse("refused.section-unknown", id.value());
        } else if (section.get().isRoot()) {
            refuse("refused.section-root");
        }
        return section.filter(found -> !found.isRoot());
    }

    private Optional<Section> above(SectionId parent) {
        var above = now.section(parent);
        if (above.isEmpty()) {
            refuse("refused.section-above-gone");
        }
        return above;
    }

    private void checkWord(String word) {
        if (Slug.parse(word).isEmpty() || AddSection.isReserved(word)) {
            refuse("refused.section-word", word);
        }
    }

    private void checkAddress(OutlineChange.SectionAdded added, String path) {
        if (standsAt(path, added.id())) {
            refuse("refused.section-taken", path);
            return;
        }
        var live = transaction.sections().byPath(path);
        if (live.isPresent() && now.section(live.get()).isEmpty()) {
            refuse("refused.section-goes", path);
            return;
        }
        boolean comesBack = transaction
                .sections()
                .removedFrom(path)
                .filter(added.id()::equals)
                .isPresent();
        boolean isPage = added.titles().keySet().stream()
                .anyMatch(language ->
                        transaction.paths().itemAt("/" + language + "/" + path).isPresent());
        if (isPage || (!comesBack && SectionAddresses.isTaken(transaction, path, added.id()))) {
            refuse("refused.section-taken", path);
        }
    }

    private void check(OutlineChange.SectionMoved moved, Section section, Section above) {
        checkWord(moved.word());
        if (section.isOver(above)) {
            refuse("refused.section-circle");
        }
        String to = above.below(moved.word());
        if (to.equals(section.path())) {
            refuse("refused.section-there");
        } else if (standsAt(to, section.id()) || SectionAddresses.isTaken(transaction, to, section.id())) {
            refuse("refused.section-taken", to);
        }
    }

    private void checkEmpty(Section section) {
        if (!now.below(section.id()).isEmpty()) {
            refuse("refused.section-has-sections");
        }
        int items = transaction.live().in(Set.of(section.id())).size();
        if (items > 0) {
            refuse("refused.section-has-items", items);
        }
    }

    private boolean standsAt(String path, SectionId own) {
        return now.sections().stream()
                .anyMatch(other -> other.path().equals(path) && !other.id().equals(own));
    }

    private void refuse(String key, Object... arguments) {
        reasons.add(new Reason(key, Stream.of(arguments).toList()));
    }
}
