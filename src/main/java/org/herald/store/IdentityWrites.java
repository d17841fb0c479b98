package org.herald.store;

import static org.herald.store.schema.Tables.OUTSIDE_IDENTITY;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.OutsideIdentity;
import org.jooq.DSLContext;

/** Writes by what people are known at an OpenID provider, and reads it inside the same transaction. */
public final class IdentityWrites {

    private final DSLContext dsl;

    IdentityWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The identity that this provider calls so. */
    public Optional<OutsideIdentity> find(String issuer, String subject) {
        return dsl.selectFrom(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.ISSUER.eq(issuer), OUTSIDE_IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(IdentityQueries::identity);
    }

    /** True when this provider knows the account by some identity. */
    public boolean hasAny(AccountId account, String issuer) {
        return dsl.fetchExists(
                OUTSIDE_IDENTITY, OUTSIDE_IDENTITY.ACCOUNT_ID.eq(account.value()), OUTSIDE_IDENTITY.ISSUER.eq(issuer));
    }

    public void add(AccountId account, String issuer, String subject, Instant at) {
        dsl.insertInto(OUTSIDE_IDENTITY)
                .set(OUTSIDE_IDENTITY.ACCOUNT_ID, account.value())
                .set(OUTSIDE_IDENTITY.ISSUER, issuer)
                .set(OUTSIDE_IDENTITY.SUBJECT, subject)
                .set(OUTSIDE_IDENTITY.MADE_AT, at.toEpochMilli())
                .execute();
    }

    /** Removes an identity of this account; false when it has no such identity. */
    public boolean remove(AccountId account, long identity) {
        return dsl.deleteFrom(OUTSIDE_IDENTITY)
                        .where(OUTSIDE_IDENTITY.ID.eq(identity), OUTSIDE_IDENTITY.ACCOUNT_ID.eq(account.value()))
                        .execute()
                > 0;
    }
}
