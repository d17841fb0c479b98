package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Takes an item from readers; its addresses answer 410 with the reason. */
public record Withdraw(ItemId item, String reason) implements Verb<ItemId> {

    /** The item when it can be withdrawn; otherwise why not. */
    Outcome<Item> check(UnitOfWork unit) {
        return switch (Transitions.WITHDRAW.check(unit, item)) {
            case Outcome.Refused<Item> refused -> refused;
            case Outcome.Done<Item> _
            when Blank.is(PlainText.cleanLines(reason)) -> Outcome.refused("refused.reason-empty");
            case Outcome.Done<Item> found -> found;
        };
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.WITHDRAW);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (check(unit)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                var publisher = new Publisher(unit);
                publisher.hide(
                        ChangedItem.to(found, State.WITHDRAWN, found.firstAt(), null), PlainText.cleanLines(reason));
                unit.transaction().desk().assign(item, null, null);
                unit.announce(VerbName.WITHDRAW, publisher.announcement());
                yield Outcome.done(item);
            }
        };
    }
}
