package org.herald.exchange.wxr;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a text where brackets are never shortcodes: inside tags, comments, and what is shown as it is written. It
 * goes through the text once, whatever the text is: what has no end is looked for once and then never again.
 */
final class Opaque {

    private static final Pattern START = Pattern.compile("(?i)<(?:!--|(pre|code|script|style)\\b|[a-z/])");

    private final String content;
    private final Matcher starts;
    private final Set<String> endless = new HashSet<>();
    private int start; // of the place that was found last
    private int end; // of the same

    Opaque(String content) {
        this.content = content;
        this.starts = START.matcher(content);
    }

    /** Where the text goes on after the place that covers this position; the position itself when none does. */
    int after(int position) {
        while (end <= position && next()) {
            // places before the position
        }
        return start < position && position < end ? end : position;
    }

    private boolean next() {
        while (starts.find(end)) {
            start = starts.start();
            String verbatim = starts.group(1);
            int close = verbatim == null ? -1 : closing(verbatim);
            if (close < 0) {
                close = content.startsWith("<!--", start) ? end("-->") : end(">");
            }
            if (close >= 0) {
                end = close;
                return true;
            }
            end = starts.end();
        }
        start = content.length();
        end = Integer.MAX_VALUE;
        return false;
    }

    private int closing(String name) {
        String key = "</" + name.toLowerCase(Locale.ROOT);
        if (endless.contains(key)) {
            return -1;
        }
        var closing = Pattern.compile("(?i)" + key + "\\s*+>").matcher(content);
        if (closing.find(starts.end())) {
            return closing.end();
        }
        endless.add(key);
        return -1;
    }

    private int end(String mark) {
        int at = endless.contains(mark) ? -1 : content.indexOf(mark, starts.end());
        if (at < 0) {
            endless.add(mark);
            return -1;
        }
        return at + mark.length();
    }
}
