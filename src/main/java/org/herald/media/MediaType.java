package org.herald.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that may be kept, told by their first bytes and never by their name. */
public enum MediaType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf");

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
        String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .stripLeading();
        return head.startsWith("<svg") || (head.startsWith("<?xml") && head.contains("<svg"))
                ? Optional.of(SVG)
                : Optional.empty();
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
