package org.herald.publish;

import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;

/** Says something about an item to those who work on it; readers never see it. */
public record AddComment(ItemId item, String text) implements Verb<CommentId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Commenting(item);
    }

    @Override
    public Outcome<CommentId> carryOut(UnitOfWork unit) {
        Optional<Item> found = unit.transaction().items().find(item);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        if (Blank.is(PlainText.cleanLines(text))) {
            return Outcome.refused("refused.remark-empty");
        }
        CommentId comment = unit.transaction()
                .comments()
                .add(
                        item,
                        found.get().head(),
                        Comment.Kind.REMARK,
                        unit.now(),
                        unit.principal(),
                        PlainText.cleanLines(text));
        unit.announce(VerbName.REMARK, new Change.ItemEdited(item));
        return Outcome.done(comment);
    }
}
