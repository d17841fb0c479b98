package org.herald.publish;

import java.util.function.UnaryOperator;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;

/** What {@link Move} and {@link Rename} share: an item gets another address, at once when it is live. */
final class AddressChange {

    private AddressChange() {}

    static Outcome<ItemId> carryOut(UnitOfWork unit, Transitions transition, ItemId id, UnaryOperator<Item> change) {
        return switch (transition.check(unit, id)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                Item changed = change.apply(found);
                if (found.state().isLive()) {
                    unit.announce(transition.verb(), showAgain(unit, changed));
                } else {
                    unit.transaction().items().update(changed);
                    unit.announce(transition.verb(), new Change.ItemEdited(id));
                }
                yield Outcome.done(id);
            }
        };
    }

    /** Shows again what readers see now, which may be older than the newest revision, at the address it has now. */
    static Announcement showAgain(UnitOfWork unit, Item changed) {
        var seen =
                unit.transaction().live().standing(changed.id()).orElseThrow().revision();
        var publisher = new Publisher(unit);
        publisher.show(ChangedItem.atRevision(changed, seen), null);
        return publisher.announcement();
    }
}
