package org.herald.publish;

import java.util.Optional;
import org.herald.model.Change;
import org.herald.model.CommentId;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;

/** Says that nothing is left to do about a comment; it stays to be read. */
public record Resolve(CommentId comment) implements Verb<CommentId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnComment(comment);
    }

    @Override
    public Outcome<CommentId> carryOut(UnitOfWork unit) {
        var comments = unit.transaction().comments();
        Optional<ItemId> item = comments.openAbout(comment);
        if (item.isEmpty()) {
            return Outcome.refused("refused.comment-not-open");
        }
        comments.resolve(comment, unit.now(), unit.principal());
        unit.announce(VerbName.RESOLVE, new Change.ItemEdited(item.get()));
        return Outcome.done(comment);
    }
}
