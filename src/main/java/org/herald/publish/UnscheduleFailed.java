package org.herald.publish;

import java.util.Optional;
import org.herald.model.Change;
import org.herald.model.Comment;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;

/**
 * Takes an item that was due and could not go out off the schedule, so that it stops nothing else, and says so among its
 * comments.
 *
 * @param why what stood in its way: a reason, as {@link FailureReason} writes it, or what a fault said
 */
record UnscheduleFailed(ItemId item, String why) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        Optional<Item> found = unit.transaction().items().find(item);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        var transaction = unit.transaction();
        Item late = found.get();
        State state = late.state() != State.SCHEDULED
                ? late.state()
                : Approvals.isApproved(unit, late) ? State.APPROVED : State.DRAFT;
        transaction.items().update(ChangedItem.to(late, state, late.firstAt(), null));
        transaction.comments().add(item, late.head(), Comment.Kind.MISSED, unit.now(), unit.principal(), why);
        unit.announce(VerbName.PUT_OFF, new Change.ItemEdited(item));
        return Outcome.done(item);
    }
}
