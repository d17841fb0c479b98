package org.herald.search.lucene;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;
import org.herald.model.Language;

/**
 * One spelling for a name, however it is written: {@code Нясвіж}, {@code Несвиж}, {@code Niasviž}, {@code Nyasvizh} are {@code
 * nasviz}.
 */
final class LatinKey {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Any-Lower");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HISSING = Pattern.compile("(?<=[zsck])h");
    private static final Pattern TS = Pattern.compile("t[sz]|cz");
    private static final Pattern SOFT = Pattern.compile("[ijy]+(?=[aeou])|(?<=[aeou])[jy]$");
    private static final Pattern DOUBLE = Pattern.compile("(.)\\1+");

    private LatinKey() {}

    /** True for a word in Latin letters in a language that is not written so, and the other way round. */
    static boolean isInOtherScript(String word, Language language) {
        String own =
                ULocale.addLikelySubtags(ULocale.forLanguageTag(language.tag())).getScript();
        int script = UScript.getScript(word.codePointAt(0));
        return script > UScript.INHERITED && !UScript.getShortName(script).equals(own) && isSingle(own);
    }

    /** Chinese, Japanese and Korean are written in several scripts. */
    private static boolean isSingle(String script) {
        return script.equals("Latn") || script.equals("Cyrl") || script.equals("Grek") || script.equals("Arab");
    }

    /** The key of a word in lower case; empty when it has no letter that can be written in Latin ones. */
    static String of(String word) {
        if (word.codePoints().anyMatch(Character::isIdeographic)) {
            return ""; // one syllable of a name is no name
        }
        String letters = NO_LETTER.matcher(TO_LATIN.transliterate(word)).replaceAll("");
        String one = HISSING.matcher(
                        TS.matcher(letters.replace('w', 'v').replace("x", "ks")).replaceAll("c"))
                .replaceAll("");
        // unstressed vowels are written now one way, now another: Polotsk, Polatsk
        String open = SOFT.matcher(one.replace('y', 'i'))
                .replaceAll("")
                .replace('o', 'a')
                .replace('e', 'a');
        return DOUBLE.matcher(open).replaceAll("$1");
    }
}
