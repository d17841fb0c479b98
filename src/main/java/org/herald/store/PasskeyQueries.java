package org.herald.store;

import static org.herald.store.schema.Tables.PASSKEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Passkey;
import org.jooq.Condition;
import org.jooq.Record;

/** The passkeys by which people sign in. */
public final class PasskeyQueries {

    private final Database database;

    public PasskeyQueries(Database database) {
        this.database = database;
    }

    /**
     * A passkey with what is needed to believe it.
     *
     * @param handle by which the device knows whose it is
     */
    public record StoredPasskey(Passkey passkey, String handle, Credential credential) {}

    /**
     * What a device told of the key that it made.
     *
     * @param id as the device names it, in base64url
     * @param publicKey a COSE key (RFC 9052, section 7), in base64url
     * @param signatures how many the device has counted; 0 for one that does not count
     * @param aaguid the model of the device
     * @param transports how it is reached, parted by spaces
     */
    public record Credential(String id, String publicKey, long signatures, String aaguid, String transports) {}

    /** The passkeys of an account, in the order in which they were added. */
    public List<StoredPasskey> of(AccountId account) {
        return stored(PASSKEY.ACCOUNT_ID.eq(account.value()));
    }

    /** The passkey that a device names so. */
    public Optional<StoredPasskey> find(String credential) {
        return stored(PASSKEY.CREDENTIAL_ID.eq(credential)).stream().findFirst();
    }

    private List<StoredPasskey> stored(Condition which) {
        return database.reading()
                .selectFrom(PASSKEY)
                .where(which)
                .orderBy(PASSKEY.ID)
                .fetch(PasskeyQueries::stored);
    }

    private static StoredPasskey stored(Record row) {
        return new StoredPasskey(
                new Passkey(
                        row.get(PASSKEY.ID),
                        new AccountId(row.get(PASSKEY.ACCOUNT_ID)),
                        row.get(PASSKEY.LABEL),
                        row.get(PASSKEY.IS_SYNCED) != 0,
                        Instant.ofEpochMilli(row.get(PASSKEY.MADE_AT)),
                        Rows.instant(row.get(PASSKEY.USED_AT))),
                row.get(PASSKEY.HANDLE),
                new Credential(
                        row.get(PASSKEY.CREDENTIAL_ID),
                        row.get(PASSKEY.PUBLIC_KEY),
                        row.get(PASSKEY.SIGNATURES),
                        row.get(PASSKEY.AAGUID),
                        row.get(PASSKEY.TRANSPORTS)));
    }
}
