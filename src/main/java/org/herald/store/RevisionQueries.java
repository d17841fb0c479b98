package org.herald.store;

import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.ItemId;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.RevisionLine;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** The revisions of items, for those who write them. */
public final class RevisionQueries {

    /** Before the newest revision: where a list of all begins. */
    public static final long NEWEST = Long.MAX_VALUE;

    /** What {@link #revision} reads. */
    static final List<SelectField<?>> FIELDS = PrincipalRows.fields(REVISION, REVISION.SAVED_BY);

    private final Database database;

    public RevisionQueries(Database database) {
        this.database = database;
    }

    /** The revision, with the names that its fields have today. */
    public Optional<Revision> find(RevisionId id) {
        return find(REVISION.ID.eq(id.value()));
    }

    /** The revisions of an item, newest first, that are older than the one with this number. */
    public List<RevisionLine> of(ItemId item, long before, int count) {
        return database.reading()
                .select(
                        REVISION.ID,
                        REVISION.NUMBER,
                        REVISION.SAVED_AT,
                        REVISION.SAVED_BY,
                        REVISION.HEADLINE,
                        PrincipalRows.name(REVISION.SAVED_BY))
                .from(REVISION)
                .where(REVISION.ITEM_ID.eq(item.value()), REVISION.NUMBER.lt(before))
                .orderBy(REVISION.NUMBER.desc())
                .limit(inline(count))
                .fetch(row -> new RevisionLine(
                        new RevisionId(row.value1()),
                        row.value2(),
                        Instant.ofEpochMilli(row.value3()),
                        PrincipalRows.principal(row, REVISION.SAVED_BY),
                        row.value5()));
    }

    /** The revision of an item with this number, with the names that its fields have today. */
    public Optional<Revision> find(ItemId item, long number) {
        return find(REVISION.ITEM_ID.eq(item.value()).and(REVISION.NUMBER.eq(number)));
    }

    private Optional<Revision> find(Condition which) {
        var dsl = database.reading();
        return dsl.select(FIELDS)
                .from(REVISION)
                .where(which)
                .fetchOptional(RevisionQueries::revision)
                .map(revision -> FieldNames.today(dsl, revision));
    }

    /** When readers began to see each revision of an item, the last time; those that they never saw are not in it. */
    public Map<RevisionId, Instant> shown(ItemId item) {
        return database
                .reading()
                .select(PUBLICATION.REVISION_ID, DSL.max(PUBLICATION.FROM_AT))
                .from(PUBLICATION)
                .where(PUBLICATION.ITEM_ID.eq(item.value()))
                .groupBy(PUBLICATION.REVISION_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new RevisionId(row.value1()), row -> Instant.ofEpochMilli(row.value2())));
    }

    static Revision revision(Record row) {
        return new Revision(
                new RevisionId(row.get(REVISION.ID)),
                new ItemId(row.get(REVISION.ITEM_ID)),
                row.get(REVISION.NUMBER),
                Instant.ofEpochMilli(row.get(REVISION.SAVED_AT)),
                PrincipalRows.principal(row, REVISION.SAVED_BY),
                Contents.of(row));
    }
}
