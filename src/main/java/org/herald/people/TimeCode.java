package org.herald.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of six digits that an app computes of a secret and the time: TOTP (RFC 6238) with SHA-1 and 30 seconds. */
final class TimeCode {

    static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** RFC 4648, section 6. */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCode() {}

    /** The step of time that this code is of: the present one or a neighbour; nothing when it is of none. */
    static OptionalLong step(byte[] secret, String typed, Instant now) {
        String code = typed.replaceAll("[\\s-]", "");
        long present = stepAt(now);
        var found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            if (Secrets.same(at(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step of time. */
    static String at(byte[] secret, long step) {
        return Integer.toString(MODULUS + truncated(secret, step) % MODULUS).substring(1);
    }

    /** HOTP's dynamic truncation (RFC 4226, section 5.3). */
    static int truncated(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] counter = new byte[Long.BYTES];
            for (int i = 0; i < counter.length; i++) {
                counter[i] = (byte) (step >>> (8 * (counter.length - 1 - i)));
            }
            byte[] hash = mac.doFinal(counter);
            int offset = hash[hash.length - 1] & 0xf;
            return (hash[offset] & 0x7f) << 24
                    | (hash[offset + 1] & 0xff) << 16
                    | (hash[offset + 2] & 0xff) << 8
                    | (hash[offset + 3] & 0xff);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA1", impossible);
        }
    }

    /** The address by which an app takes a secret over from a picture (Key URI Format). */
    static String address(byte[] secret, String issuer, String email) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(email) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    /** Bytes as people can type them (RFC 4648, section 6), without padding. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (byte each : bytes) {
            bits = bits << 8 | (each & 0xff);
            count += 8;
            while (count >= 5) {
                count -= 5;
                text.append(BASE32.charAt((int) (bits >>> count) & 31));
            }
        }
        if (count > 0) {
            text.append(BASE32.charAt((int) (bits << (5 - count)) & 31));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
