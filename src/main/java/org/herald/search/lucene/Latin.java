package org.herald.search.lucene;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/**
 * One spelling for a name, however it is written: {@code Нясвіж}, {@code Несвиж}, {@code Niasviž}, {@code Nyasvizh} are {@code
 * nasviz} or a letter from it.
 */
final class Latin {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Any-Lower");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HISSING = Pattern.compile("(?<=[zsck])h");
    private static final Pattern SOFT = Pattern.compile("[ijy]+(?=[aeou])|(?<=[aeou])[jy]$");
    private static final Pattern DOUBLE = Pattern.compile("(.)\\1+");

    private Latin() {}

    /** The key of a word in lower case; empty when it has no letter that can be written in Latin ones. */
    static String key(String word) {
        String letters = NO_LETTER.matcher(TO_LATIN.transliterate(word)).replaceAll("");
        String one = HISSING.matcher(letters.replace('w', 'v').replace("x", "ks")).replaceAll("");
        return DOUBLE.matcher(SOFT.matcher(one.replace('y', 'i')).replaceAll("")).replaceAll("$1");
    }
}
