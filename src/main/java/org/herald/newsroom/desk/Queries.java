package org.herald.newsroom.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the query of an address that came in a field of a form. */
final class Queries {

    private Queries() {}

    /** Each name with its value; what is no query is empty. */
    static Map<String, String> read(String query) {
        var values = new LinkedHashMap<String, String>();
        Arrays.stream(query.split("&", -1)).filter(part -> part.contains("=")).forEach(part -> {
            int end = part.indexOf('=');
            values.put(decoded(part.substring(0, end)), decoded(part.substring(end + 1)));
        });
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
