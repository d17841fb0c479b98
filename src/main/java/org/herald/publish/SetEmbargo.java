package org.herald.publish;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;
import org.jspecify.annotations.Nullable;

/**
 * Holds an item back: nobody publishes it before this instant.
 *
 * @param until the first instant at which it may go out; nothing lifts the embargo
 */
public record SetEmbargo(ItemId item, @Nullable Instant until) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.HoldingBack(item);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (check(unit)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _ -> {
                unit.transaction().items().setEmbargo(item, until);
                unit.announce(VerbName.SET_EMBARGO, new Change.ItemEdited(item));
                yield Outcome.done(item);
            }
        };
    }

    /** The item when this can be done; otherwise why not. */
    Outcome<Item> check(UnitOfWork unit) {
        Optional<Item> found = unit.transaction().items().find(item);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        if (until == null) {
            return Outcome.done(found.get());
        }
        if (found.get().state().isLive()) {
            return Outcome.refused("refused.embargo-live");
        }
        if (!until.isAfter(unit.now())) {
            return Outcome.refused("refused.embargo-in-past", Embargoes.written(until, unit.zone()));
        }
        Instant due = found.get().dueAt();
        return due != null && due.isBefore(until)
                ? Outcome.refused("refused.embargo-scheduled", Embargoes.written(due, unit.zone()))
                : Outcome.done(found.get());
    }
}
