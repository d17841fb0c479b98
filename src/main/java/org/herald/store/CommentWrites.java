package org.herald.store;

import static org.herald.store.schema.Tables.COMMENT;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.jooq.DSLContext;

/** Writes what the newsroom says about items. */
public final class CommentWrites {

    private final DSLContext dsl;

    CommentWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public CommentId add(ItemId item, RevisionId revision, Comment.Kind kind, Instant at, Principal by, String text) {
        return dsl.insertInto(COMMENT)
                .set(COMMENT.ITEM_ID, item.value())
                .set(COMMENT.REVISION_ID, revision.value())
                .set(COMMENT.KIND, kind.word())
                .set(COMMENT.SAID_AT, at.toEpochMilli())
                .set(COMMENT.SAID_BY, by.id().value())
                .set(COMMENT.TEXT, text)
                .returning(COMMENT.ID)
                .fetchSingle(row -> new CommentId(row.get(COMMENT.ID)));
    }

    /** The item that a comment is about, when it is there and still open. */
    public Optional<ItemId> openAbout(CommentId comment) {
        return dsl.select(COMMENT.ITEM_ID)
                .from(COMMENT)
                .where(COMMENT.ID.eq(comment.value()), COMMENT.RESOLVED_AT.isNull())
                .fetchOptional(row -> new ItemId(row.value1()));
    }

    /** Keeps who said when that nothing is left to do about a comment. */
    public void resolve(CommentId comment, Instant at, Principal by) {
        dsl.update(COMMENT)
                .set(COMMENT.RESOLVED_AT, at.toEpochMilli())
                .set(COMMENT.RESOLVED_BY, by.id().value())
                .where(COMMENT.ID.eq(comment.value()))
                .execute();
    }
}
