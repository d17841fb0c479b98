package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Comment;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Gives an item, or the change to a live one, back to its writers with a comment that says what is to be done. */
public record SendBack(ItemId item, String note) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.REVIEW);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (Transitions.SEND_BACK.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when Blank.is(PlainText.cleanLines(note)) -> Outcome.refused("refused.send-back-empty");
            case Outcome.Done<Item>(var found) -> {
                var transaction = unit.transaction();
                if (found.state().hasBeenLive()) {
                    transaction.items().setChangeState(item, State.DRAFT);
                } else {
                    transaction.items().update(ChangedItem.to(found, State.DRAFT, found.firstAt(), null));
                }
                transaction.items().disapprove(item);
                transaction
                        .comments()
                        .add(
                                item,
                                found.head(),
                                Comment.Kind.SENT_BACK,
                                unit.now(),
                                unit.principal(),
                                PlainText.cleanLines(note));
                unit.announce(VerbName.SEND_BACK, new Change.ItemEdited(item));
                yield Outcome.done(item);
            }
        };
    }
}
