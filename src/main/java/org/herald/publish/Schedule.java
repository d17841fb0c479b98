package org.herald.publish;

import java.time.Instant;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Sets the instant at which an item goes out by itself. */
public record Schedule(ItemId item, Instant dueAt, Look look) implements Release<Instant> {

    /** Releases the newest revision, with no warnings seen. */
    public Schedule(ItemId item, Instant dueAt) {
        this(item, dueAt, Look.NONE);
    }

    @Override
    public Release<Instant> seen(Look seen) {
        return new Schedule(item, dueAt, seen);
    }

    @Override
    public Transitions move() {
        return Transitions.SCHEDULE;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<Instant> carryOut(UnitOfWork unit) {
        return switch (Transitions.SCHEDULE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when !dueAt.isAfter(unit.now()) -> Outcome.refused("refused.due-in-past", dueAt.toString());
            case Outcome.Done<Item> _ when Embargoes.holdBack(unit, item, dueAt) -> Embargoes.refusal(unit, item);
            case Outcome.Done<Item>(var found) -> {
                unit.transaction().items().update(ChangedItem.to(found, State.SCHEDULED, found.firstAt(), dueAt));
                unit.announce(VerbName.SCHEDULE, new Change.ItemEdited(item));
                yield Outcome.done(dueAt);
            }
        };
    }
}
