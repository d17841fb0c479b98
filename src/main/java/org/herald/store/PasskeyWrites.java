package org.herald.store;

import static org.herald.store.schema.Tables.PASSKEY;
import static org.herald.store.schema.Tables.PASSKEY_CHALLENGE;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.store.PasskeyQueries.Credential;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes the passkeys by which people sign in, and the challenges that they sign. */
public final class PasskeyWrites {

    private static final int LONGEST_TRANSPORTS = 200;

    private final DSLContext dsl;

    PasskeyWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A challenge.
     *
     * @param account who may add a passkey by it; nothing for a sign-in by which nobody signs in again
     * @param handle by which a device is to know whose the passkey is; empty for a sign-in
     */
    public record Challenge(@Nullable AccountId account, String handle, Instant untilAt) {}

    /**
     * Keeps a challenge by its digest, and forgets those that are too old.
     *
     * @return false when it is kept already
     */
    public boolean addChallenge(String digest, Challenge challenge, Instant now) {
        AccountId account = challenge.account();
        dsl.deleteFrom(PASSKEY_CHALLENGE)
                .where(PASSKEY_CHALLENGE.UNTIL_AT.le(now.toEpochMilli()))
                .execute();
        return dsl.insertInto(PASSKEY_CHALLENGE)
                        .set(PASSKEY_CHALLENGE.DIGEST, digest)
                        .set(PASSKEY_CHALLENGE.ACCOUNT_ID, account == null ? null : account.value())
                        .set(PASSKEY_CHALLENGE.HANDLE, challenge.handle())
                        .set(PASSKEY_CHALLENGE.UNTIL_AT, challenge.untilAt().toEpochMilli())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Takes the challenge with this digest; nobody can take it again. */
    public Optional<Challenge> takeChallenge(String digest) {
        return dsl.deleteFrom(PASSKEY_CHALLENGE)
                .where(PASSKEY_CHALLENGE.DIGEST.eq(digest))
                .returning(PASSKEY_CHALLENGE.ACCOUNT_ID, PASSKEY_CHALLENGE.HANDLE, PASSKEY_CHALLENGE.UNTIL_AT)
                .fetchOptional(row -> {
                    Long account = row.get(PASSKEY_CHALLENGE.ACCOUNT_ID);
                    return new Challenge(
                            account == null ? null : new AccountId(account),
                            row.get(PASSKEY_CHALLENGE.HANDLE),
                            Instant.ofEpochMilli(row.get(PASSKEY_CHALLENGE.UNTIL_AT)));
                });
    }

    public int count(AccountId account) {
        return dsl.fetchCount(PASSKEY, PASSKEY.ACCOUNT_ID.eq(account.value()));
    }

    public boolean isKnown(String credential) {
        return dsl.fetchExists(PASSKEY, PASSKEY.CREDENTIAL_ID.eq(credential));
    }

    public void add(
            AccountId account, String handle, String label, boolean isSynced, Credential credential, Instant at) {
        String transports = credential.transports();
        dsl.insertInto(PASSKEY)
                .set(PASSKEY.ACCOUNT_ID, account.value())
                .set(PASSKEY.CREDENTIAL_ID, credential.id())
                .set(PASSKEY.PUBLIC_KEY, credential.publicKey())
                .set(PASSKEY.SIGNATURES, credential.signatures())
                .set(PASSKEY.AAGUID, credential.aaguid())
                .set(PASSKEY.TRANSPORTS, transports.length() > LONGEST_TRANSPORTS ? "" : transports)
                .set(PASSKEY.LABEL, label)
                .set(PASSKEY.MADE_AT, at.toEpochMilli())
                .set(PASSKEY.HANDLE, handle)
                .set(PASSKEY.IS_SYNCED, isSynced ? 1L : 0L)
                .execute();
    }

    /** Notes a use; false when the passkey was removed, or another use with this count or a higher one came before. */
    public boolean setUsed(long passkey, long signaturesBefore, long signatures, Instant at) {
        return dsl.update(PASSKEY)
                        .set(PASSKEY.SIGNATURES, signatures)
                        .set(PASSKEY.USED_AT, at.toEpochMilli())
                        .where(PASSKEY.ID.eq(passkey), PASSKEY.SIGNATURES.eq(signaturesBefore))
                        .execute()
                > 0;
    }

    /** What a passkey of this account is called; nothing when the account has no such passkey. */
    public Optional<String> label(AccountId account, long passkey) {
        return dsl.select(PASSKEY.LABEL)
                .from(PASSKEY)
                .where(PASSKEY.ID.eq(passkey), PASSKEY.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(PASSKEY.LABEL);
    }

    public void remove(long passkey) {
        dsl.deleteFrom(PASSKEY).where(PASSKEY.ID.eq(passkey)).execute();
    }
}
