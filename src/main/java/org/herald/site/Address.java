package org.herald.site;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.text.Normalizer;
import java.util.Optional;

/**
 * What a reader asked for.
 *
 * @param path decoded, from its first slash
 * @param query as written, or empty
 */
record Address(String path, String query) {

    static Address of(UriInfo uri) {
        URI request = uri.getRequestUri();
        String path = Optional.ofNullable(request.getPath()).orElse("/");
        return new Address(
                Normalizer.normalize(path, Normalizer.Form.NFC),
                Optional.ofNullable(request.getRawQuery()).orElse(""));
    }

    /** The path without slashes at its end, as addresses are kept. */
    String plain() {
        String plain = path.replaceFirst("(?<!/)/+$", "");
        return plain.isEmpty() ? "/" : plain;
    }
}
