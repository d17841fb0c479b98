package org.herald.web;

import org.jspecify.annotations.Nullable;

/** Comparison of entity tags (RFC 9110, section 8.8.3.2). */
final class EntityTags {

    private EntityTags() {}

    /**
     * True when {@code If-None-Match} names this tag, by the weak comparison, or any (section 13.1.2).
     *
     * @param header the field's value; nothing when the request has none
     * @param tag with its quotes
     */
    static boolean match(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + 1)) {
            int end = at + tag.length();
            boolean begins = at == 0 || " ,/".indexOf(header.charAt(at - 1)) >= 0;
            boolean ends = end == header.length() || " ,".indexOf(header.charAt(end)) >= 0;
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
