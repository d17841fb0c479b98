package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Brings a withdrawn item back before readers, with its newest revision, at the address that its section and slug give it. */
public record Restore(ItemId item, Look look) implements Release<String> {

    /** Releases the newest revision, with no warnings seen. */
    public Restore(ItemId item) {
        this(item, Look.NONE);
    }

    @Override
    public Release<String> seen(Look seen) {
        return new Restore(item, seen);
    }

    @Override
    public Transitions move() {
        return Transitions.RESTORE;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.WITHDRAW);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        return switch (Transitions.RESTORE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _ when Embargoes.holdBack(unit, item, unit.now()) -> Embargoes.refusal(unit, item);
            case Outcome.Done<Item>(var found) -> {
                var corrected =
                        unit.transaction().items().newestCorrection(item).isPresent();
                var publisher = new Publisher(unit);
                String path = publisher.show(
                        ChangedItem.to(found, corrected ? State.CORRECTED : State.PUBLISHED, found.firstAt(), null),
                        null);
                WaitingChange.shown(unit, item);
                unit.announce(VerbName.RESTORE, publisher.announcement());
                yield Outcome.done(path);
            }
        };
    }
}
