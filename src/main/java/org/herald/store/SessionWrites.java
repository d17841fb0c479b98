package org.herald.store;

import static org.herald.store.schema.Tables.SESSION;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AccountId;
import org.jooq.DSLContext;

/** Writes who is signed in. */
public final class SessionWrites {

    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_AGENT = 500;

    private final DSLContext dsl;

    SessionWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds a session by the digest of its secret. */
    public void add(String digest, AccountId account, Instant at, String address, String agent) {
        dsl.insertInto(SESSION)
                .set(SESSION.DIGEST, digest)
                .set(SESSION.ACCOUNT_ID, account.value())
                .set(SESSION.BEGUN_AT, at.toEpochMilli())
                .set(SESSION.SEEN_AT, at.toEpochMilli())
                .set(SESSION.ADDRESS, cut(address, LONGEST_ADDRESS))
                .set(SESSION.AGENT, cut(agent, LONGEST_AGENT))
                .execute();
    }

    public void setSeen(long session, Instant at) {
        dsl.update(SESSION)
                .set(SESSION.SEEN_AT, at.toEpochMilli())
                .where(SESSION.ID.eq(session))
                .execute();
    }

    /** Removes the session whose secret has this digest; whose it was. */
    public Optional<AccountId> remove(String digest) {
        return dsl.deleteFrom(SESSION)
                .where(SESSION.DIGEST.eq(digest))
                .returning(SESSION.ACCOUNT_ID)
                .fetchOptional(row -> new AccountId(row.get(SESSION.ACCOUNT_ID)));
    }

    /** Removes a session of this account; false when it has no such session. */
    public boolean remove(AccountId account, long session) {
        return dsl.deleteFrom(SESSION)
                        .where(SESSION.ID.eq(session), SESSION.ACCOUNT_ID.eq(account.value()))
                        .execute()
                > 0;
    }

    /** Removes the sessions of this account; how many there were. */
    public int removeAll(AccountId account) {
        return dsl.deleteFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    /** Removes the sessions of this account but one; how many there were. */
    public int removeOthers(AccountId account, long kept) {
        return dsl.deleteFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(account.value()), SESSION.ID.ne(kept))
                .execute();
    }

    /** Removes the sessions that time has ended. */
    public void removeEnded(Instant seenBefore, Instant begunBefore) {
        dsl.deleteFrom(SESSION)
                .where(SESSION.SEEN_AT
                        .lt(seenBefore.toEpochMilli())
                        .or(SESSION.BEGUN_AT.lt(begunBefore.toEpochMilli())))
                .execute();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
