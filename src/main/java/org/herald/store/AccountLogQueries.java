package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT_LOG;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The account log as an administrator reads it: what happened to which account when, newest first. */
public final class AccountLogQueries {

    private final Database database;

    public AccountLogQueries(Database database) {
        this.database = database;
    }

    /**
     * What is asked for; nothing means any.
     *
     * @param account to whose account it happened
     * @param from the first instant
     * @param until the first instant that is too late
     */
    public record Filter(
            @Nullable AccountId account,
            AuditEntry.@Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter ALL = new Filter(null, null, null, null);

        private List<Condition> conditions() {
            var conditions = new ArrayList<Condition>();
            if (account != null) {
                conditions.add(ACCOUNT_LOG.ACCOUNT_ID.eq(account.value()));
            }
            if (kind != null) {
                conditions.add(ACCOUNT_LOG.KIND.eq(kind.word()));
            }
            if (from != null) {
                conditions.add(ACCOUNT_LOG.AT.ge(from.toEpochMilli()));
            }
            if (until != null) {
                conditions.add(ACCOUNT_LOG.AT.lt(until.toEpochMilli()));
            }
            return conditions;
        }
    }

    /**
     * A part of what happened, newest first.
     *
     * @param after the last deed of the part before this one; nothing begins with the newest
     */
    public List<AuditEntry> deeds(Filter filter, @Nullable AuditEntry after, int count) {
        var conditions = filter.conditions();
        if (after != null) {
            conditions.add(DSL.row(ACCOUNT_LOG.AT, ACCOUNT_LOG.ID).lt(after.at().toEpochMilli(), after.position()));
        }
        return database.reading()
                .select(PrincipalRows.fields(ACCOUNT_LOG, ACCOUNT_LOG.PRINCIPAL_ID))
                .from(ACCOUNT_LOG)
                .where(conditions)
                .orderBy(ACCOUNT_LOG.AT.desc(), ACCOUNT_LOG.ID.desc())
                .limit(inline(count))
                .fetch(AccountLogQueries::deed);
    }

    private static AuditEntry deed(Record row) {
        Long account = row.get(ACCOUNT_LOG.ACCOUNT_ID);
        return new AuditEntry(
                row.get(ACCOUNT_LOG.ID),
                Instant.ofEpochMilli(row.get(ACCOUNT_LOG.AT)),
                AuditEntry.Kind.of(row.get(ACCOUNT_LOG.KIND)),
                account == null ? null : new AccountId(account),
                row.get(ACCOUNT_LOG.ABOUT),
                PrincipalRows.principal(row, ACCOUNT_LOG.PRINCIPAL_ID),
                row.get(ACCOUNT_LOG.ADDRESS),
                row.get(ACCOUNT_LOG.DETAIL));
    }
}
