package org.herald.publish;

import java.time.Instant;
import java.util.Set;
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
    public States move() {
        return States.SCHEDULE;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<Instant> carryOut(Work work) {
        return switch (States.SCHEDULE.check(work, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when !dueAt.isAfter(work.now()) -> Outcome.refused("refused.due-in-past", dueAt.toString());
            case Outcome.Done<Item> _ when Embargoes.holdBack(work, item, dueAt) -> Embargoes.refusal(work, item);
            case Outcome.Done<Item>(var found) -> {
                work.transaction().items().update(Moves.to(found, State.SCHEDULED, found.firstAt(), dueAt));
                work.announce(VerbName.SCHEDULE, item, Set.of());
                yield Outcome.done(dueAt);
            }
        };
    }
}
