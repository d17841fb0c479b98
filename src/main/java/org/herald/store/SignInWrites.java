package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;
import static org.herald.store.schema.Tables.RECOVERY_CODE;
import static org.herald.store.schema.Tables.SECOND_STEP;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.herald.model.AccountId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes by what people sign in: passwords, the secrets of codes, recovery codes, and sign-ins that wait for a code. */
public final class SignInWrites {

    /** A step further ahead than clocks of apps go wrong was taken before the clock was put back. */
    private static final int AHEAD = 3;

    private final DSLContext dsl;

    SignInWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Keeps the hash of a password. */
    public void setPassword(AccountId account, String hash) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD, hash)
                .where(ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    /** The sealed secret of an account's codes; nothing when it asks for none. */
    public Optional<String> codeSecret(AccountId account) {
        return dsl.select(ACCOUNT.CODE_SECRET)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .fetchOptional(ACCOUNT.CODE_SECRET);
    }

    /** Keeps the sealed secret of an account's codes, or that it asks for none. */
    public void setCodeSecret(AccountId account, @Nullable String sealed) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.CODE_SECRET, sealed)
                .where(ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    /** Takes the code of this step of time; false when it or a later one was taken already. */
    public boolean takeCode(AccountId account, long step) {
        return dsl.update(ACCOUNT)
                        .set(ACCOUNT.CODE_USED, step)
                        .where(
                                ACCOUNT.ID.eq(account.value()),
                                ACCOUNT.CODE_USED.lt(step).or(ACCOUNT.CODE_USED.gt(step + AHEAD)))
                        .execute()
                > 0;
    }

    /** Keeps the digests of new recovery codes instead of the old. */
    public void setRecoveryCodes(AccountId account, Collection<String> digests) {
        dsl.deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account.value()))
                .execute();
        digests.forEach(digest -> dsl.insertInto(RECOVERY_CODE)
                .set(RECOVERY_CODE.ACCOUNT_ID, account.value())
                .set(RECOVERY_CODE.DIGEST, digest)
                .execute());
    }

    /** Takes a recovery code; false when the account has no such code, or has no more. */
    public boolean takeRecoveryCode(AccountId account, String digest) {
        return dsl.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.ACCOUNT_ID.eq(account.value()), RECOVERY_CODE.DIGEST.eq(digest))
                        .execute()
                > 0;
    }

    public void addWaiting(String digest, AccountId account, Instant untilAt) {
        dsl.insertInto(SECOND_STEP)
                .set(SECOND_STEP.DIGEST, digest)
                .set(SECOND_STEP.ACCOUNT_ID, account.value())
                .set(SECOND_STEP.UNTIL_AT, untilAt.toEpochMilli())
                .set(SECOND_STEP.TRIES, 0L)
                .execute();
    }

    public void countTry(String digest) {
        dsl.update(SECOND_STEP)
                .set(SECOND_STEP.TRIES, SECOND_STEP.TRIES.plus(1L))
                .where(SECOND_STEP.DIGEST.eq(digest))
                .execute();
    }

    public void removeWaiting(String digest) {
        dsl.deleteFrom(SECOND_STEP).where(SECOND_STEP.DIGEST.eq(digest)).execute();
    }

    /** Removes every waiting sign-in of an account, and those of all others that time has ended. */
    public void removeWaiting(AccountId account, Instant now) {
        dsl.deleteFrom(SECOND_STEP)
                .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()).or(SECOND_STEP.UNTIL_AT.le(now.toEpochMilli())))
                .execute();
    }
}
