package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;
import static org.herald.store.schema.Tables.SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Session;
import org.jooq.Record;

/** Who is signed in. */
public final class SessionQueries {

    private final Database database;

    public SessionQueries(Database database) {
        this.database = database;
    }

    /** A session with whose it is. */
    public record Found(Session session, Account account, boolean hasShortcuts) {}

    /** The session whose secret has this digest, ended by time or not. */
    public Optional<Found> find(String digest) {
        return database.reading()
                .select(AccountQueries.FIELDS)
                .select(ACCOUNT.HAS_SHORTCUTS)
                .select(SESSION.fields())
                .from(SESSION)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(SESSION.ACCOUNT_ID))
                .where(SESSION.DIGEST.eq(digest))
                .fetchOptional(row ->
                        new Found(session(row), AccountQueries.account(row), row.get(ACCOUNT.HAS_SHORTCUTS) != 0));
    }

    /** The sessions of an account, those used last before the others. */
    public List<Session> of(AccountId account) {
        return database.reading()
                .selectFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(account.value()))
                .orderBy(SESSION.SEEN_AT.desc(), SESSION.ID.desc())
                .fetch(SessionQueries::session);
    }

    private static Session session(Record row) {
        return new Session(
                row.get(SESSION.ID),
                new AccountId(row.get(SESSION.ACCOUNT_ID)),
                Instant.ofEpochMilli(row.get(SESSION.BEGUN_AT)),
                Instant.ofEpochMilli(row.get(SESSION.SEEN_AT)),
                row.get(SESSION.ADDRESS),
                row.get(SESSION.AGENT));
    }
}
