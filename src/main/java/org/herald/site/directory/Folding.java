package org.herald.site.directory;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How names are compared with what readers type: without regard to case, marks of letters ({@code ё} is {@code е}, {@code ў}
 * is {@code у}), apostrophes and punctuation.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|[\\u0027\\u02BC\\u2019\\u2018`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** The words of a text. */
    public static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer2.getNFKDInstance()
                        .normalize(Normalizer2.getNFKCCasefoldInstance().normalize(text)))
                .replaceAll("");
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
