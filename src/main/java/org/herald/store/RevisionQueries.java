package org.herald.store;

import static org.herald.store.schema.Tables.REVISION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.Actor;
import org.herald.model.ItemId;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.RevisionLine;
import org.jooq.Record;

/** The revisions of items, for those who write them. */
public final class RevisionQueries {

    /** Before the newest revision: where a list of all begins. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final Database database;

    public RevisionQueries(Database database) {
        this.database = database;
    }

    public Optional<Revision> find(RevisionId id) {
        return database.reading()
                .selectFrom(REVISION)
                .where(REVISION.ID.eq(id.value()))
                .fetchOptional(RevisionQueries::revision);
    }

    /** The revisions of an item, newest first, that are older than the one with this number. */
    public List<RevisionLine> of(ItemId item, long before, int count) {
        return database.reading()
                .select(REVISION.ID, REVISION.NUMBER, REVISION.SAVED_AT, REVISION.SAVED_BY, REVISION.HEADLINE)
                .from(REVISION)
                .where(REVISION.ITEM_ID.eq(item.value()), REVISION.NUMBER.lt(before))
                .orderBy(REVISION.NUMBER.desc())
                .limit(count)
                .fetch(row -> new RevisionLine(
                        new RevisionId(row.value1()),
                        row.value2(),
                        Instant.ofEpochMilli(row.value3()),
                        new Actor(row.value4()),
                        row.value5()));
    }

    static Revision revision(Record row) {
        return new Revision(
                new RevisionId(row.get(REVISION.ID)),
                new ItemId(row.get(REVISION.ITEM_ID)),
                row.get(REVISION.NUMBER),
                Instant.ofEpochMilli(row.get(REVISION.SAVED_AT)),
                new Actor(row.get(REVISION.SAVED_BY)),
                Contents.of(row));
    }
}
