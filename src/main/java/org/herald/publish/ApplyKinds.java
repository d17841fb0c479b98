package org.herald.publish;

import java.util.List;
import java.util.Map;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.VerbName;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;

/**
 * Takes changed declarations of kinds as those that hold, and writes the values that go with them: a new revision of each
 * item, which readers see at once where they saw the one before. The answer is how many.
 *
 * @param following live items of kinds of which lists show or filter other fields than before
 */
record ApplyKinds(Map<KindName, String> declarations, List<Rewrite> rewrites, List<ItemId> following)
        implements Verb<Integer> {

    /** The fields of an item's newest revision as they shall be. */
    record Rewrite(ItemId item, Fields fields) {}

    ApplyKinds {
        declarations = Map.copyOf(declarations);
        rewrites = List.copyOf(rewrites);
        following = List.copyOf(following);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        unit.transaction().kinds().declare(declarations, unit.now());
        rewrites.forEach(rewrite -> rewrite(unit, rewrite));
        following.forEach(id ->
                new Publisher(unit).follow(unit.transaction().items().find(id).orElseThrow()));
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
        items.follow(item.group(), before, now);
        unit.transaction().kinds().rewritten(item.id(), before, now);
        if (isShown) {
            var publisher = new Publisher(unit);
            publisher.show(ChangedItem.atRevision(item, now), null);
            unit.announce(VerbName.REVISE, publisher.announcement());
        } else {
            unit.announce(VerbName.REVISE, new Change.ItemEdited(item.id()));
        }
    }
}
