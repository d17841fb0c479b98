package org.herald.web;

import org.jspecify.annotations.Nullable;

/** Conditional requests by entity tag (RFC 9110, section 13). */
final class EntityTags {

    /** What becomes of a request with conditions, for what would be answered with 200. */
    enum Verdict {
        SEND(200),
        /** The reader has it already. */
        NOT_MODIFIED(304),
        /** The reader wants only another state. */
        FAILED(412);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private EntityTags() {}

    /**
     * Evaluates the conditions in the order of section 13.2.2. Those with dates are ignored, because nothing of ours has a
     * date of modification (sections 13.1.3 and 13.1.4).
     *
     * @param ifMatch the field's value; nothing when the request has none
     * @param ifNoneMatch the field's value; nothing when the request has none
     * @param tag strong, with its quotes
     */
    static Verdict verdict(@Nullable String ifMatch, @Nullable String ifNoneMatch, String tag) {
        if (ifMatch != null && !names(ifMatch, tag, " ,")) {
            return Verdict.FAILED;
        }
        return ifNoneMatch != null && names(ifNoneMatch, tag, " ,/") ? Verdict.NOT_MODIFIED : Verdict.SEND;
    }

    /**
     * True when the field names this tag, or any.
     *
     * @param before what may stand before the tag; with a slash, weak tags match too (section 8.8.3.2)
     */
    private static boolean names(String header, String tag, String before) {
        if (header.strip().equals("*")) {
            return true;
        }
        for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + 1)) {
            int end = at + tag.length();
            boolean begins = at == 0 || before.indexOf(header.charAt(at - 1)) >= 0;
            boolean ends = end == header.length() || " ,".indexOf(header.charAt(end)) >= 0;
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
