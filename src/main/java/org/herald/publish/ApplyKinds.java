package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.VerbName;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindChange.FieldRenamed;
import org.herald.model.kind.KindName;

/**
 * Takes changed declarations of kinds as those that hold, and writes the values that go with them: a new revision of each
 * item, which readers see at once where they saw the one before. It is refused when one of them was saved since it was
 * looked at. The answer is how many.
 *
 * @param following live items of kinds of which lists show or filter other fields than before
 */
record ApplyKinds(Declarations declarations, List<Rewrite> rewrites, List<ItemId> following) implements Verb<Integer> {

    /** The canonical texts of the kinds from now on, of the fields that are not declared any more, and what was renamed. */
    record Declarations(Map<KindName, String> kinds, Map<KindName, String> removed, List<FieldRenamed> renamed) {

        Declarations {
            kinds = Map.copyOf(kinds);
            removed = Map.copyOf(removed);
            renamed = List.copyOf(renamed);
        }
    }

    /**
     * The fields of an item's newest revision as they shall be.
     *
     * @param head that revision, when it was looked at
     */
    public record Rewrite(ItemId item, RevisionId head, Fields fields) {}

    ApplyKinds {
        rewrites = List.copyOf(rewrites);
        following = List.copyOf(following);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        var items = unit.transaction().items();
        for (Rewrite rewrite : rewrites) {
            if (items.find(rewrite.item())
                    .filter(item -> item.head().equals(rewrite.head()))
                    .isEmpty()) {
                return Outcome.refused("refused.saved-since", rewrite.item().value());
            }
        }
        var kinds = unit.transaction().kinds();
        kinds.declare(declarations.kinds(), declarations.removed(), unit.now());
        declarations
                .renamed()
                .forEach(each -> kinds.renamed(
                        each.kind(), each.before().name(), each.now().name(), unit.now()));
        rewrites.forEach(rewrite -> rewrite(unit, rewrite));
        follow(unit);
        return Outcome.done(rewrites.size());
    }

    private static void rewrite(UnitOfWork unit, Rewrite rewrite) {
        var items = unit.transaction().items();
        Item item = items.find(rewrite.item()).orElseThrow();
        RevisionId before = item.head();
        boolean isShown = unit.transaction()
                .live()
                .standing(item.id())
                .filter(standing -> standing.revision().equals(before))
                .isPresent();
        boolean isApproved = items.approved(item.id()).filter(before::equals).isPresent();
        var content = items.revision(before).content().withFields(rewrite.fields());
        RevisionId now = items.addRevision(item.id(), content, unit.principal(), unit.now());
        if (isApproved) {
            items.approve(item.id(), now); // the same words in another form
        }
        if (!item.isTranslation()) {
            items.followAll(item.group(), before, now);
        }
        unit.transaction().kinds().rewritten(item.id(), before, now);
        if (isShown) {
            var publisher = new Publisher(unit);
            publisher.show(ChangedItem.atRevision(item, now), null);
            unit.announce(VerbName.REVISE, publisher.announcement());
        } else {
            unit.announce(VerbName.REVISE, new Change.ItemEdited(item.id()));
        }
    }

    /** Lists, cards and filters of the items that follow change, and so do the pages that show them. */
    private void follow(UnitOfWork unit) {
        var announcements = new ArrayList<Announcement>();
        announcements.add(Announcement.of(new Change.SettingsChanged()));
        for (ItemId id : following) {
            unit.transaction()
                    .items()
                    .find(id)
                    .flatMap(item -> new Publisher(unit).follow(item))
                    .ifPresent(announcements::add);
        }
        if (announcements.size() > 1) {
            unit.announce(VerbName.APPLY_KINDS, announcements);
        }
    }
}
