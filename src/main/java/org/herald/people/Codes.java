package org.herald.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.herald.model.AccountId;
import org.herald.store.Transaction;

/** The second step of a sign-in: codes of an app, and recovery codes for the day on which the app is lost. */
final class Codes {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final String SECRET = "codes";
    private static final String RECOVERY = "recovery";

    private final SiteKey key;

    Codes(SiteKey key) {
        this.key = key;
    }

    /** How a code was right. */
    enum Match {
        APP,
        RECOVERY,
        NONE
    }

    /** A secret that is not in use yet, sealed for its account. */
    String fresh(AccountId account) {
        return key.seal(SECRET, account.toString(), Secrets.bytes(TimeCode.SECRET_BYTES));
    }

    /** The secret that was sealed for this account. */
    Optional<byte[]> open(AccountId account, String sealed) {
        return key.open(SECRET, account.toString(), sealed);
    }

    /** Whether this key opens the secret that was sealed for this account. */
    static boolean opens(SiteKey key, AccountId account, String sealed) {
        return new Codes(key).open(account, sealed).isPresent();
    }

    /** Asks for codes of this sealed secret from now on. */
    void turnOn(Transaction transaction, AccountId account, String sealed) {
        transaction.signIns().setCodeSecret(account, sealed);
    }

    static void turnOff(Transaction transaction, AccountId account) {
        transaction.signIns().setCodeSecret(account, null);
        transaction.signIns().setRecoveryCodes(account, List.of());
    }

    /** New recovery codes instead of the old: eighty bits each, in groups that can be copied by hand. */
    List<String> newRecoveryCodes(Transaction transaction, AccountId account) {
        var codes = Stream.generate(() -> TimeCode.base32(Secrets.bytes(RECOVERY_BYTES))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(.{4})(?!$)", "$1-"))
                .limit(RECOVERY_CODES)
                .toList();
        transaction
                .signIns()
                .setRecoveryCodes(
                        account,
                        codes.stream().map(code -> digest(account, code)).toList());
        return codes;
    }

    /** Takes a code of the app or a recovery code; each is taken once. */
    Match take(Transaction transaction, AccountId account, String typed, Instant now) {
        var secret = transaction.signIns().codeSecret(account).flatMap(kept -> open(account, kept));
        var step = secret.isPresent() ? TimeCode.step(secret.get(), typed, now) : OptionalLong.empty();
        if (step.isPresent() && transaction.signIns().takeCode(account, step.getAsLong())) {
            return Match.APP;
        }
        return transaction.signIns().takeRecoveryCode(account, digest(account, typed)) ? Match.RECOVERY : Match.NONE;
    }

    /** Takes a code of a secret that is not in use yet. */
    static boolean take(Transaction transaction, AccountId account, byte[] secret, String typed, Instant now) {
        var step = TimeCode.step(secret, typed, now);
        return step.isPresent() && transaction.signIns().takeCode(account, step.getAsLong());
    }

    private String digest(AccountId account, String typed) {
        return key.sign(RECOVERY, account + ":" + typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
