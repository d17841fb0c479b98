package org.herald.testing;

import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came over the wire.
 *
 * @param headers by name in lower case
 * @param body not decoded, a character for each byte
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

    /** The header's value; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
