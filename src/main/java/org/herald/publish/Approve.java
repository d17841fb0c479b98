package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * Says that a revision was read and may go out. An item that is scheduled stays so, one that has been live stays as it
 * is: its newest revision is approved then.
 *
 * @param read the revision that was read: when there is a newer one by now, nothing is approved
 */
public record Approve(ItemId item, RevisionId read) implements Verb<RevisionId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.REVIEW);
    }

    @Override
    public Outcome<RevisionId> carryOut(UnitOfWork unit) {
        return switch (Transitions.APPROVE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found)
            when !found.head().equals(read) -> Outcome.refused("refused.newer-revision");
            case Outcome.Done<Item>(var found) -> {
                var items = unit.transaction().items();
                if (found.state() == State.IN_REVIEW) {
                    items.update(ChangedItem.to(found, State.APPROVED, found.firstAt(), null));
                } else if (found.state().hasBeenLive()) {
                    items.setChangeState(item, State.APPROVED);
                }
                items.approve(item, read);
                unit.announce(VerbName.APPROVE, new Change.ItemEdited(item));
                yield Outcome.done(read);
            }
        };
    }
}
