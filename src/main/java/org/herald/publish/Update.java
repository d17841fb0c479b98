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
    public States move() {
        return States.UPDATE;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<String> carryOut(Work work) {
        return switch (States.UPDATE.check(work, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when WaitingChange.state(work, item) == null -> Outcome.refused("refused.no-change");
            case Outcome.Done<Item>(var found) -> {
                var press = new Press(work);
                String path = press.update(Moves.to(found, found.state(), found.firstAt(), null));
                WaitingChange.shown(work, item);
                work.transaction().desk().assign(item, null, null);
                work.announce(VerbName.UPDATE, item, press.touched());
                yield Outcome.done(path);
            }
        };
    }
}
