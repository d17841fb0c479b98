package org.herald.store;

import static org.herald.store.schema.Tables.ONE_TIME_LINK;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AccountId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes links that are good for one use. */
public final class LinkWrites {

    private final DSLContext dsl;

    LinkWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void add(String digest, String purpose, @Nullable AccountId account, Instant untilAt) {
        dsl.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.DIGEST, digest)
                .set(ONE_TIME_LINK.PURPOSE, purpose)
                .set(ONE_TIME_LINK.ACCOUNT_ID, account == null ? null : account.value())
                .set(ONE_TIME_LINK.UNTIL_AT, untilAt.toEpochMilli())
                .execute();
    }

    /** Removes the link whose secret has this digest; nothing when somebody was faster. */
    public Optional<LinkQueries.Found> take(String digest) {
        var found = dsl.selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.DIGEST.eq(digest))
                .fetchOptional(LinkQueries::found);
        dsl.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.DIGEST.eq(digest)).execute();
        return found;
    }

    /** Removes all links of an account. */
    public void removeOf(AccountId account) {
        dsl.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    /** Removes all links for nobody in particular. */
    public void removeOfNobody() {
        dsl.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.ACCOUNT_ID.isNull()).execute();
    }
}
