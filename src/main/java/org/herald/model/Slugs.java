package org.herald.model;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Makes slugs from headlines, tags and what an editor types, in any script. */
public final class Slugs {

    /** Modifier letters stand for soft and hard signs, ayin and the like; they would become quotes and part words. */
    private static final Transliterator TO_ASCII =
            Transliterator.getInstance("Any-Latin; [\\u02b0-\\u02ff] Remove; Latin-ASCII; [:Nonspacing Mark:] Remove");

    private Slugs() {}

    /**
     * The slug for this text, written as the readers of its language write it in Latin letters, cut at a word's end when it
     * is long; nothing when no letter or digit is left.
     */
    public static Optional<Slug> suggest(String text, Language language) {
        return isAscii(text)
                ? slug(text)
                : slug(TO_ASCII.transliterate(Romanization.of(
                        Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), language)));
    }

    /** The slug for this text letter by letter (ISO 9, ISO 233 and the like), as that of every language was made once. */
    public static Optional<Slug> byLetter(String text) {
        return slug(isAscii(text) ? text : TO_ASCII.transliterate(text));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static Optional<Slug> slug(String text) {
        String joined = joined(text);
        if (joined.length() > Slug.LONGEST) {
            int end = joined.lastIndexOf('-', Slug.LONGEST);
            joined = joined.substring(0, end > 0 ? end : Slug.LONGEST);
        }
        return Slug.parse(joined);
    }

    /** Letters and digits in lower case; what stands between them becomes one hyphen, but apostrophes nothing. */
    private static String joined(String text) {
        var out = new StringBuilder(text.length());
        boolean isBetween = false;
        for (char character : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                out.append(isBetween && !out.isEmpty() ? "-" : "").append(character);
                isBetween = false;
            } else if (character != '\'' && character != '\u2019' && character != '`') {
                isBetween = true;
            }
        }
        return out.toString();
    }
}
