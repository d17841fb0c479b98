package org.herald.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of 256 bits by which whoever has it sees what readers do not see yet: an item, or the portal as it is planned.
 * The store keeps its digest alone.
 */
public record PreviewKey(String secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public PreviewKey {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("Not the key of a preview");
        }
    }

    /** A new key, which nobody can guess. */
    public static PreviewKey fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new PreviewKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key that this text is, or nothing when it is none. */
    public static Optional<PreviewKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PreviewKey(text)) : Optional.empty();
    }

    /** The address of the item that it opens. */
    public String ofItem() {
        return "/preview/" + secret;
    }

    /** What stands before the address of a page to see it as it is planned. */
    public String ofPortal() {
        return "/preview/portal/" + secret;
    }

    /** What is kept of it. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Says nothing of the secret, so that no log does. */
    @Override
    public String toString() {
        return "PreviewKey";
    }
}
