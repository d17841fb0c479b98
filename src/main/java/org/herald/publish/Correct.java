package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;

/** Publishes a change of meaning with the note that readers see. */
public record Correct(ItemId item, Content content, String note) implements Release<String> {

    @Override
    public Outcome<String> carryOut(Work work) {
        return switch (States.CORRECT.check(work, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _ when Blank.is(note) -> Outcome.refused("refused.note-empty");
            case Outcome.Done<Item> _
            when Blank.is(content.headline()) -> Outcome.refused("refused.headline-empty");
            case Outcome.Done<Item>(var found) -> {
                work.transaction().items().addRevision(item, work.links().settle(CleanContent.of(content)).content(), work.actor(), work.now());
                Item revised = work.transaction().items().find(item).orElseThrow();
                var press = new Press(work);
                String path = press.show(Moves.to(revised, State.CORRECTED, found.firstAt(), null), note.strip());
                work.transaction().desk().assign(item, null, null);
                work.announce("correct", item, press.touched());
                yield Outcome.done(path);
            }
        };
    }
}
