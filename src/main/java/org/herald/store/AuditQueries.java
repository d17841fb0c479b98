package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.PRINCIPAL;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.Deed;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.VerbName;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The change ledger as a chief editor reads it: who did what when, newest first. */
public final class AuditQueries {

    private final Database database;

    public AuditQueries(Database database) {
        this.database = database;
    }

    /**
     * What is asked for; nothing means any.
     *
     * @param from the first instant
     * @param until the first instant that is too late
     */
    public record Filter(
            @Nullable PrincipalId principal,
            @Nullable VerbName verb,
            @Nullable ItemId item,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter ALL = new Filter(null, null, null, null, null);

        private List<Condition> conditions() {
            var conditions = new ArrayList<Condition>();
            // a verb has one row for each item that it is about, and one that stands for all
            conditions.add(item == null ? CHANGE.PART_OF.isNull() : CHANGE.ITEM_ID.eq(item.value()));
            if (principal != null) {
                conditions.add(CHANGE.PRINCIPAL_ID.eq(principal.value()));
            }
            if (verb != null) {
                conditions.add(CHANGE.VERB.eq(verb.word()));
            }
            if (from != null) {
                conditions.add(CHANGE.AT.ge(from.toEpochMilli()));
            }
            if (until != null) {
                conditions.add(CHANGE.AT.lt(until.toEpochMilli()));
            }
            return conditions;
        }
    }

    /** Everybody who did something: those in the ledger, whatever became of them. */
    public List<Principal> principals() {
        return database.reading()
                .selectFrom(PRINCIPAL)
                .where(DSL.exists(DSL.selectOne()
                        .from(CHANGE)
                        .where(CHANGE.PRINCIPAL_ID.eq(PRINCIPAL.ID), CHANGE.PART_OF.isNull())))
                .orderBy(PRINCIPAL.ID)
                .fetch(row -> new Principal(new PrincipalId(row.get(PRINCIPAL.ID)), row.get(PRINCIPAL.NAME)));
    }

    /**
     * A part of what was done, newest first.
     *
     * @param after the last deed of the part before this one; nothing begins with the newest
     */
    public List<Deed> deeds(Filter filter, @Nullable Deed after, int count) {
        var conditions = filter.conditions();
        if (after != null) {
            conditions.add(DSL.row(CHANGE.AT, CHANGE.POSITION).lt(after.at().toEpochMilli(), after.position()));
        }
        return database.reading()
                .select(
                        CHANGE.POSITION,
                        CHANGE.AT,
                        CHANGE.PRINCIPAL_ID,
                        PrincipalRows.name(CHANGE.PRINCIPAL_ID),
                        CHANGE.VERB,
                        CHANGE.ITEM_ID,
                        REVISION.HEADLINE)
                .from(CHANGE)
                .leftJoin(ITEM)
                .on(ITEM.ID.eq(CHANGE.ITEM_ID))
                .leftJoin(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .where(conditions)
                .orderBy(CHANGE.AT.desc(), CHANGE.POSITION.desc())
                .limit(inline(count))
                .fetch(AuditQueries::deed);
    }

    private static Deed deed(Record row) {
        Long item = row.get(CHANGE.ITEM_ID);
        return new Deed(
                row.get(CHANGE.POSITION),
                Instant.ofEpochMilli(row.get(CHANGE.AT)),
                PrincipalRows.principal(row, CHANGE.PRINCIPAL_ID),
                VerbName.of(row.get(CHANGE.VERB)),
                item == null ? null : new ItemId(item),
                row.get(REVISION.HEADLINE));
    }
}
