package org.herald.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * How a password is kept: Argon2id (RFC 9106) in the form that the reference implementation writes, so that its cost can
 * be raised and old hashes still be read.
 */
public final class Passwords {

    /** The memory, passes and lanes that a hash costs; OWASP's Password Storage Cheat Sheet: 19 MiB, 2, 1. */
    record Cost(int kibibytes, int passes, int lanes) {

        static final Cost NOW = new Cost(19 * 1024, 2, 1);
    }

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    private static final int MOST_AT_ONCE = 4;

    private final Cost cost;
    /** A flood of sign-ins waits instead of taking all memory. */
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);

    private final String nobodys;

    public Passwords() {
        this(Cost.NOW);
    }

    Passwords(Cost cost) {
        this.cost = cost;
        this.nobodys = hash(Secrets.fresh());
    }

    /** A hash with its cost and its salt, both in Base64 without padding. */
    private record StoredHash(Cost cost, String salt, String hash) {

        static StoredHash read(String text) {
            var found = FORM.matcher(text);
            if (!found.matches()) {
                throw new IllegalStateException("What is kept of a password has another form");
            }
            var cost = new Cost(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
            return new StoredHash(cost, found.group(4), found.group(5));
        }

        String text() {
            return "$argon2id$v=19$m=" + cost.kibibytes + ",t=" + cost.passes + ",p=" + cost.lanes + "$" + salt + "$"
                    + hash;
        }
    }

    /** What is kept of a password. */
    String hash(String password) {
        byte[] salt = Secrets.bytes(SALT);
        var encoder = Base64.getEncoder().withoutPadding();
        return new StoredHash(
                        cost, encoder.encodeToString(salt), encoder.encodeToString(argon2(cost, salt, HASH, password)))
                .text();
    }

    /**
     * True when this is the password. Where there is none to compare with, it takes as long and is false, so that nobody
     * learns who has an account.
     */
    boolean match(@Nullable String kept, String password) {
        var read = StoredHash.read(kept == null ? nobodys : kept);
        byte[] known = Base64.getDecoder().decode(read.hash);
        byte[] hash = argon2(read.cost, Base64.getDecoder().decode(read.salt), known.length, password);
        return MessageDigest.isEqual(hash, known) && kept != null;
    }

    /** True for a hash of another cost than today's. */
    boolean isOutdated(String kept) {
        return !StoredHash.read(kept).cost.equals(cost);
    }

    /** The one spelling of a password, whatever keyboard it was typed on (NIST SP 800-63B, section 3.1.1.2). */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private byte[] argon2(Cost cost, byte[] salt, int length, String password) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        atOnce.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            atOnce.release();
        }
        return hash;
    }
}
