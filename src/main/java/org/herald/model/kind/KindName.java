package org.herald.model.kind;

import java.util.regex.Pattern;

/** The name of a kind, as stored and as addresses and settings have it: {@code article}, {@code world-heritage}. */
public record KindName(String word) implements Comparable<KindName> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");
    private static final int LONGEST = 50;

    /** A dated story that stands in its section's list and in the archive. */
    public static final KindName ARTICLE = new KindName("article");

    /** A standing text such as "About": undated, in no list. */
    public static final KindName PAGE = new KindName("page");

    public KindName {
        if (!isName(word)) {
            throw new IllegalArgumentException("Not a name of a kind: " + word);
        }
    }

    /** True for lower-case ASCII letters, digits and single hyphens, at most 50 characters, a letter first. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && NAME.matcher(text).matches();
    }

    @Override
    public int compareTo(KindName other) {
        return word.compareTo(other.word);
    }

    @Override
    public String toString() {
        return word;
    }
}
