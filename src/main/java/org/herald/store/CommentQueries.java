package org.herald.store;

import static org.herald.store.schema.Tables.COMMENT;

import java.time.Instant;
import java.util.List;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.ItemId;
import org.herald.model.RevisionId;
import org.jooq.Record;

/** What the newsroom says about items. */
public final class CommentQueries {

    private final Database database;

    public CommentQueries(Database database) {
        this.database = database;
    }

    /** Everything said about an item, oldest first. */
    public List<Comment> about(ItemId item) {
        return database.reading()
                .select(PrincipalRows.fields(COMMENT, COMMENT.SAID_BY, COMMENT.RESOLVED_BY))
                .from(COMMENT)
                .where(COMMENT.ITEM_ID.eq(item.value()))
                .orderBy(COMMENT.ID)
                .fetch(CommentQueries::comment);
    }

    private static Comment comment(Record row) {
        Long at = row.get(COMMENT.RESOLVED_AT);
        return new Comment(
                new CommentId(row.get(COMMENT.ID)),
                new ItemId(row.get(COMMENT.ITEM_ID)),
                new RevisionId(row.get(COMMENT.REVISION_ID)),
                Comment.Kind.of(row.get(COMMENT.KIND)),
                Instant.ofEpochMilli(row.get(COMMENT.SAID_AT)),
                PrincipalRows.principal(row, COMMENT.SAID_BY),
                row.get(COMMENT.TEXT),
                at == null
                        ? null
                        : new Comment.Resolution(
                                Instant.ofEpochMilli(at), PrincipalRows.principal(row, COMMENT.RESOLVED_BY)));
    }
}
