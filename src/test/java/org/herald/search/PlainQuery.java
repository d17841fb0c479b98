package org.herald.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A typed query in the parts that every engine of full text knows.
 *
 * @param terms words, and phrases of several
 * @param excluded words and phrases that stood behind a minus
 */
record PlainQuery(List<String> terms, List<String> excluded) {

    private static final Pattern PART =
            Pattern.compile("(?<minus>(?<!\\S)-)?(?:[\"«](?<phrase>[^\"»]*)[\"»]|(?<word>[^\\s\"«»]+))");

    private static final Pattern BESIDE_WORDS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    static PlainQuery of(String typed) {
        var terms = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        var matcher = PART.matcher(typed);
        while (matcher.find()) {
            String phrase = matcher.group("phrase");
            String text = phrase == null ? matcher.group("word") : phrase;
            String words = BESIDE_WORDS.matcher(text).replaceAll(" ").strip();
            if (!words.isEmpty()) {
                (matcher.group("minus") == null ? terms : excluded).add(words);
            }
        }
        return new PlainQuery(List.copyOf(terms), List.copyOf(excluded));
    }
}
