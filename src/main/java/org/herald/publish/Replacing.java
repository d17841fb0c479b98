package org.herald.publish;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PageKey;

/** What {@link Move} and {@link Rename} share: an item gets another address, at once when it is live. */
final class Replacing {

    private Replacing() {}

    static Outcome<ItemId> carryOut(Work work, States move, ItemId id, UnaryOperator<Item> change) {
        return switch (move.check(work, id)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                Item changed = change.apply(found);
                Set<PageKey> touched = Set.of();
                if (found.state().isLive()) {
                    touched = showAgain(work, changed);
                } else {
                    work.transaction().items().update(changed);
                }
                work.announce(move.verb(), id, touched);
                yield Outcome.done(id);
            }
        };
    }

    /** Shows again what readers see now, which may be older than the newest revision, at the address it has now. */
    static Set<PageKey> showAgain(Work work, Item changed) {
        var seen =
                work.transaction().live().standing(changed.id()).orElseThrow().revision();
        var press = new Press(work);
        press.show(Moves.atRevision(changed, seen), null);
        return press.touched();
    }
}
