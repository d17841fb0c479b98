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
    Outcome<Item> check(Work work) {
        return switch (States.WITHDRAW.check(work, item)) {
            case Outcome.Refused<Item> refused -> refused;
            case Outcome.Done<Item> _ when Blank.is(reason) -> Outcome.refused("refused.reason-empty");
            case Outcome.Done<Item> found -> found;
        };
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.WITHDRAW);
    }

    @Override
    public Outcome<ItemId> carryOut(Work work) {
        return switch (check(work)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                var press = new Press(work);
                press.hide(Moves.to(found, State.WITHDRAWN, found.firstAt(), null), reason.strip());
                work.transaction().desk().assign(item, null, null);
                work.announce(VerbName.WITHDRAW, item, press.touched());
                yield Outcome.done(item);
            }
        };
    }
}
