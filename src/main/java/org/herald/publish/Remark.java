package org.herald.publish;

import java.util.Optional;
import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;

/** Says something about an item to those who work on it; readers never see it. */
public record Remark(ItemId item, String text) implements Verb<CommentId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Commenting(item);
    }

    @Override
    public Outcome<CommentId> carryOut(Work work) {
        Optional<Item> found = work.transaction().items().find(item);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        if (Blank.is(text)) {
            return Outcome.refused("refused.remark-empty");
        }
        CommentId comment = work.transaction()
                .comments()
                .add(item, found.get().head(), Comment.Kind.REMARK, work.now(), work.principal(), text.strip());
        work.announce(VerbName.REMARK, item, Set.of());
        return Outcome.done(comment);
    }
}
