package org.herald.newsroom.writing;

import java.util.regex.Pattern;

/**
 * How long a text is, as an editor asks.
 *
 * @param minutes how long a reader needs, at least one
 */
public record Counting(long words, long minutes) {

    private static final int WORDS_A_MINUTE = 200;
    /** What is typed is no HTML yet: these never go back, so that no text takes long or fills the stack. */
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['\u2019\u02bc-][\\p{L}\\p{M}\\p{N}]++)*+");

    static Counting of(String html) {
        String text = TAG.matcher(html).replaceAll(" ").replaceAll("&[a-z#0-9]+;", " ");
        long words = WORD.matcher(text).results().count();
        return new Counting(words, Math.max(1, Math.ceilDiv(words, WORDS_A_MINUTE)));
    }
}
