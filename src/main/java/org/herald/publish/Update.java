package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Publishes the change that waits behind a live item, without a note; readers see that it was updated, and when. */
public record Update(ItemId item, Look look) implements Release<String> {

    /** Releases the newest revision, with no warnings seen. */
    public Update(ItemId item) {
        this(item, Look.NONE);
    }

    @Override
    public Release<String> seen(Look seen) {
        return new Update(item, seen);
    }

    @Override
    public Transitions move() {
        return Transitions.UPDATE;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        return switch (Transitions.UPDATE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when WaitingChange.state(unit, item) == null -> Outcome.refused("refused.no-change");
            case Outcome.Done<Item>(var found) -> {
                var publisher = new Publisher(unit);
                String path = publisher.update(ChangedItem.to(found, found.state(), found.firstAt(), null));
                WaitingChange.shown(unit, item);
                unit.transaction().desk().assign(item, null, null);
                unit.announce(VerbName.UPDATE, publisher.announcement());
                yield Outcome.done(path);
            }
        };
    }
}
