package org.herald.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * How a password is kept: Argon2id (RFC 9106) in the form that the reference implementation writes, so that its cost can
 * be raised and old hashes still be read.
 */
final class Passwords {

    /** The memory, passes and lanes that a hash costs; OWASP's Password Storage Cheat Sheet: 19 MiB, 2, 1. */
    record Cost(int kibibytes, int passes, int lanes) {

        static final Cost NOW = new Cost(19 * 1024, 2, 1);
    }

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    /** A flood of sign-ins waits instead of taking all memory. */
    private static final Semaphore AT_ONCE = new Semaphore(4);

    private final Cost cost;
    private final String nobodys;

    Passwords(Cost cost) {
        this.cost = cost;
        this.nobodys = hash(Secrets.fresh());
    }

    /** A hash with its cost and its salt. */
    private record Kept(Cost cost, byte[] salt, byte[] hash) {

        static Optional<Kept> read(String text) {
            var found = FORM.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            var cost = new Cost(
                    Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
            var decoder = Base64.getDecoder();
            return Optional.of(new Kept(cost, decoder.decode(found.group(4)), decoder.decode(found.group(5))));
        }

        String text() {
            var encoder = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(
                            cost.kibibytes,
                            cost.passes,
                            cost.lanes,
                            encoder.encodeToString(salt),
                            encoder.encodeToString(hash));
        }
    }

    /** What is kept of a password. */
    String hash(String password) {
        byte[] salt = Secrets.bytes(SALT);
        return new Kept(cost, salt, argon2(cost, salt, HASH, password)).text();
    }

    /**
     * True when this is the password. Where there is none to compare with, it takes as long and is false, so that nobody
     * learns who has an account.
     */
    boolean match(@Nullable String kept, String password) {
        var read = Kept.read(kept == null ? nobodys : kept).orElseThrow();
        byte[] hash = argon2(read.cost, read.salt, read.hash.length, password);
        return MessageDigest.isEqual(hash, read.hash) && kept != null;
    }

    /** True for a hash of another cost than today's. */
    boolean isOutdated(String kept) {
        return Kept.read(kept).filter(read -> read.cost.equals(cost)).isEmpty();
    }

    /** The one spelling of a password, whatever keyboard it was typed on (NIST SP 800-63B, section 3.1.1.2). */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static byte[] argon2(Cost cost, byte[] salt, int length, String password) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        AT_ONCE.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }
}
