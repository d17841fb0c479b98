package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.FOLLOWER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.herald.model.LedgerEntry;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.jooq.impl.DSL;

/** The change ledger as its followers read it: by position. */
public final class ChangeQueries {

    private final Database database;

    public ChangeQueries(Database database) {
        this.database = database;
    }

    /**
     * The position of the newest change; 0 before the first. While a page is rendered it is asked for once, so that all that
     * the page takes from indexes is of one time; what changed meanwhile is seen when the page is about to be kept.
     */
    public long newest() {
        return database.newestChange(this::askedNewest);
    }

    private long askedNewest() {
        Long position =
                database.reading().select(DSL.max(CHANGE.POSITION)).from(CHANGE).fetchSingle(DSL.max(CHANGE.POSITION));
        return position == null ? 0 : position;
    }

    /** The entries after this position, oldest first, at most so many. */
    public List<LedgerEntry> after(long position, int count) {
        return database.reading()
                .select(PrincipalRows.fields(CHANGE, CHANGE.PRINCIPAL_ID))
                .from(CHANGE)
                .where(CHANGE.POSITION.gt(position))
                .orderBy(CHANGE.POSITION)
                .limit(inline(count))
                .fetch(row -> new LedgerEntry(
                        row.get(CHANGE.POSITION),
                        Instant.ofEpochMilli(row.get(CHANGE.AT)),
                        PrincipalRows.principal(row, CHANGE.PRINCIPAL_ID),
                        VerbName.of(row.get(CHANGE.VERB)),
                        ChangeRows.change(row),
                        row.get(CHANGE.KEYS).lines().map(PageKey::new).toList()));
    }

    /** The position up to which this follower has done its work; nothing when it never did any. */
    public OptionalLong positionOf(String follower) {
        Long position = database.reading()
                .select(FOLLOWER.POSITION)
                .from(FOLLOWER)
                .where(FOLLOWER.NAME.eq(follower))
                .fetchOne(FOLLOWER.POSITION);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Keeps over a restart that this follower has done its work up to this position. */
    public void keepPosition(String follower, long position) {
        database.write(transaction -> {
            transaction.changes().keepPosition(follower, position);
            return position;
        });
    }
}
