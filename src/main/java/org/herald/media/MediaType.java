package org.herald.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file that may be kept, told by their first bytes and never by their name. */
public enum MediaType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf");

    private static final int LONGEST_PROLOGUE = 10_000;

    /**
     * What may stand before the root element of a drawing, and the root element itself: an XHTML page with a drawing
     * inside would run its scripts. The groups never go back, so that no text takes long.
     */
    private static final Pattern DRAWING = Pattern.compile(
            "\\uFEFF?\\s*+(?>(?><\\?.*?\\?>|<!--.*?-->|<!doctype\\s+svg\\b[^>\\[]*+(?>\\[.*?\\])?\\s*+>)\\s*+)*+<svg[\\s/>]",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final String name;
    private final String extension;

    MediaType(String name, String extension) {
        this.name = name;
        this.extension = extension;
    }

    /** The name of RFC 6838: {@code image/png}. */
    public String mediaTypeName() {
        return name;
    }

    public String extension() {
        return extension;
    }

    /** What these bytes are; nothing when they are none of the kinds that may be kept. */
    public static Optional<MediaType> of(byte[] bytes) {
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (startsWith(bytes, 0, '%', 'P', 'D', 'F')) {
            return Optional.of(PDF);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_PROLOGUE), StandardCharsets.UTF_8);
        return DRAWING.matcher(head).lookingAt() ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int offset, int... expected) {
        if (bytes.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
