package org.herald.people;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.store.Database;
import org.herald.store.PasskeyWrites.Challenge;

/**
 * What devices are asked to sign: random, good for five minutes and for one answer. Those by which somebody adds a passkey
 * are kept by their digest. Those for a sign-in carry their time and a signature of ours, and are kept once they are used:
 * whoever asks for them is unknown, and must not fill the store by asking.
 */
final class PasskeyChallenges {

    static final Duration GOOD = Duration.ofMinutes(5);

    private static final String PURPOSE = "passkey";
    private static final int NONCE = 24;
    private static final int SIGNATURE = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Database database;
    private final InstantSource clock;

    PasskeyChallenges(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A challenge for a sign-in. */
    String forSignIn(SiteKey key) {
        byte[] told = ByteBuffer.allocate(NONCE + Long.BYTES)
                .put(Secrets.bytes(NONCE))
                .putLong(clock.instant().plus(GOOD).toEpochMilli())
                .array();
        return TEXT.encodeToString(ByteBuffer.allocate(told.length + SIGNATURE)
                .put(told)
                .put(signature(key, told))
                .array());
    }

    /** Uses a challenge for a sign-in up, whatever comes of it; false when it was not ours, used, or too old. */
    boolean takeForSignIn(SiteKey key, String challenge) {
        byte[] bytes = Base64.getUrlDecoder().decode(challenge);
        if (bytes.length != NONCE + Long.BYTES + SIGNATURE) {
            return false;
        }
        byte[] told = Arrays.copyOf(bytes, NONCE + Long.BYTES);
        byte[] signed = Arrays.copyOfRange(bytes, told.length, bytes.length);
        var untilAt = Instant.ofEpochMilli(ByteBuffer.wrap(told).getLong(NONCE));
        Instant now = clock.instant();
        return MessageDigest.isEqual(signature(key, told), signed)
                && now.isBefore(untilAt)
                && database.write(transaction -> transaction
                        .passkeys()
                        .addChallenge(Secrets.digest(challenge), new Challenge(null, "", untilAt), now));
    }

    /** A challenge for somebody who may add a passkey with this handle. */
    String fresh(AccountId account, String handle) {
        Instant now = clock.instant();
        String challenge = Secrets.fresh();
        database.write(transaction -> transaction
                .passkeys()
                .addChallenge(Secrets.digest(challenge), new Challenge(account, handle, now.plus(GOOD)), now));
        return challenge;
    }

    /** Uses a challenge up, whatever comes of it; nothing when it was not for this account, used, or too old. */
    Optional<Challenge> take(String challenge, AccountId account) {
        Instant now = clock.instant();
        return database.write(transaction -> transaction.passkeys().takeChallenge(Secrets.digest(challenge)))
                .filter(taken -> now.isBefore(taken.untilAt()) && account.equals(taken.account()));
    }

    private static byte[] signature(SiteKey key, byte[] told) {
        return HexFormat.of().parseHex(key.sign(PURPOSE, TEXT.encodeToString(told)));
    }
}
