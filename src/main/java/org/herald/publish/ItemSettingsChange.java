package org.herald.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.ItemSettings;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.jspecify.annotations.Nullable;

/** Does what a draft wishes for its item beside its words; whether it can be done is asked before anything is written. */
final class ItemSettingsChange {

    private ItemSettingsChange() {}

    /**
     * Every reason why it cannot be done.
     *
     * @param item nothing for one that is yet to be begun
     */
    static List<Reason> check(UnitOfWork unit, @Nullable ItemId item, Language language, ItemSettings wished) {
        var reasons = new ArrayList<Reason>();
        SectionId section = wished.section();
        if (section != null && unit.transaction().sections().path(section).isEmpty()) {
            reasons.add(new Reason("refused.section-unknown", List.of(section.value())));
        }
        String slug = wished.slug();
        if (slug != null && !Blank.is(slug)) {
            reasons.addAll(reasons(TypedSlug.read(slug, language)));
        }
        String embargo = wished.embargo();
        if (embargo != null) {
            reasons.addAll(reasons(checkEmbargo(unit, item, embargo)));
        }
        return reasons;
    }

    private static Outcome<?> checkEmbargo(UnitOfWork unit, @Nullable ItemId item, String typed) {
        return switch (Embargoes.read(typed, unit.zone())) {
            case Outcome.Refused<Optional<Instant>> refused -> refused;
            case Outcome.Done<Optional<Instant>>(var until)
            when item != null -> new SetEmbargo(item, until.orElse(null)).check(unit);
            case Outcome.Done<Optional<Instant>>(var until)
            when until.isPresent() && !until.get().isAfter(unit.now()) ->
                Outcome.refused("refused.embargo-in-past", Embargoes.written(until.get(), unit.zone()));
            case Outcome.Done<Optional<Instant>> done -> done;
        };
    }

    private static List<Reason> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) -> reasons;
        };
    }

    /** Does it, once {@link #check} had nothing to say. What is as wished already is not done again. */
    static void carryOut(UnitOfWork unit, ItemId item, ItemSettings wished) {
        SectionId section = wished.section();
        var before = unit.transaction().items().find(item).orElseThrow();
        if (section != null && !section.equals(before.section())) {
            unit.carryOut(new Move(item, section)).orThrow();
        }
        String typed = wished.slug();
        if (typed != null) {
            TypedSlug.orOf(typed, unit.head(before).content().headline(), before.language())
                    .filter(slug -> !slug.equals(before.slug()))
                    .ifPresent(
                            (Slug slug) -> unit.carryOut(new Rename(item, slug)).orThrow());
        }
        String embargo = wished.embargo();
        if (embargo != null) {
            Instant until = Embargoes.read(embargo, unit.zone()).orThrow().orElse(null);
            Instant now = unit.transaction().items().embargo(item).orElse(null);
            if (until == null ? now != null : !until.equals(now)) {
                unit.carryOut(new SetEmbargo(item, until)).orThrow();
            }
        }
    }
}
