package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;

/** Asks that a draft, or the change to an item that is live, be read before it goes out. */
public record SendToReview(ItemId item) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (Transitions.SEND_TO_REVIEW.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                var items = unit.transaction().items();
                if (found.state().hasBeenLive()) {
                    items.setChangeState(item, State.IN_REVIEW);
                } else {
                    items.update(ChangedItem.to(found, State.IN_REVIEW, found.firstAt(), null));
                }
                unit.announce(VerbName.SEND_TO_REVIEW, new Change.ItemEdited(item));
                yield Outcome.done(item);
            }
        };
    }
}
