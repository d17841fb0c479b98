package org.herald.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of 256 bits by which whoever has it looks at the plan; the store keeps its digest alone. */
public record PlanKey(String secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public PlanKey {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("Not the key of a preview");
        }
    }

    /** The key that this text is, or nothing when it is none. */
    public static Optional<PlanKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PlanKey(text)) : Optional.empty();
    }

    /** What stands before the address of a page to see it as it is planned. */
    public String path() {
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
        return "PlanKey";
    }
}
