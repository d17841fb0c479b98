package org.herald.store;

import static org.herald.store.schema.Tables.OUTSIDE_IDENTITY;

import java.time.Instant;
import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.OutsideIdentity;
import org.jooq.Record;

/** By what people are known at an OpenID provider. */
public final class IdentityQueries {

    private final Database database;

    public IdentityQueries(Database database) {
        this.database = database;
    }

    public List<OutsideIdentity> of(AccountId account) {
        return database.reading()
                .selectFrom(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.ACCOUNT_ID.eq(account.value()))
                .orderBy(OUTSIDE_IDENTITY.ID)
                .fetch(IdentityQueries::identity);
    }

    static OutsideIdentity identity(Record row) {
        return new OutsideIdentity(
                row.get(OUTSIDE_IDENTITY.ID),
                new AccountId(row.get(OUTSIDE_IDENTITY.ACCOUNT_ID)),
                row.get(OUTSIDE_IDENTITY.ISSUER),
                row.get(OUTSIDE_IDENTITY.SUBJECT),
                Instant.ofEpochMilli(row.get(OUTSIDE_IDENTITY.MADE_AT)));
    }
}
