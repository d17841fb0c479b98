package org.herald.store;

import static org.herald.store.schema.Tables.ONE_TIME_LINK;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AccountId;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Links that are good for one use. */
public final class LinkQueries {

    private final Database database;

    public LinkQueries(Database database) {
        this.database = database;
    }

    /**
     * A link.
     *
     * @param purpose a word of the room {@code people}
     * @param account whom it is for; nothing for whoever becomes the first administrator
     */
    public record Found(String purpose, @Nullable AccountId account, Instant untilAt) {}

    /** The link whose secret has this digest, ended by time or not. */
    public Optional<Found> find(String digest) {
        return database.reading()
                .selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.DIGEST.eq(digest))
                .fetchOptional(LinkQueries::found);
    }

    static Found found(Record row) {
        Long account = row.get(ONE_TIME_LINK.ACCOUNT_ID);
        return new Found(
                row.get(ONE_TIME_LINK.PURPOSE),
                account == null ? null : new AccountId(account),
                Instant.ofEpochMilli(row.get(ONE_TIME_LINK.UNTIL_AT)));
    }
}
