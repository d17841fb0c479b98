package org.herald.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A file that items show.
 *
 * @param name the file name to offer readers: {@code mir-castle.svg}
 * @param hash SHA-256 of its bytes in lower-case hexadecimal; empty while the file is only recorded, not fetched
 * @param width in pixels, 0 when unknown
 * @param height in pixels, 0 when unknown
 */
public record Asset(AssetId id, String name, String mediaType, String hash, long bytes, int width, int height) {

    public boolean isPresent() {
        return !hash.isEmpty();
    }

    public boolean isPicture() {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** The address of its bytes, which never change; nothing while they are not here. */
    public Optional<String> path() {
        return isPresent() ? Optional.of("/assets/" + hash.substring(0, 16) + "/" + name) : Optional.empty();
    }
}
