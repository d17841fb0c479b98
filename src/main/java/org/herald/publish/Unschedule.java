package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Takes an item off the schedule: it is a draft again, or approved when its newest revision is. */
public record Unschedule(ItemId item) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (Transitions.UNSCHEDULE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                unit.transaction()
                        .items()
                        .update(ChangedItem.to(
                                found,
                                Approvals.isApproved(unit, found) ? State.APPROVED : State.DRAFT,
                                found.firstAt(),
                                null));
                unit.announce(VerbName.UNSCHEDULE, new Change.ItemEdited(item));
                yield Outcome.done(item);
            }
        };
    }
}
