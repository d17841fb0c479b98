package org.herald.media;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file name that readers are offered, in letters that every system writes. A name does not say its language; Cyrillic
 * ones show it by their letters and are written by the tables of the United States Board on Geographic Names, which part
 * <i>ch</i>, <i>sh</i> and <i>zh</i> from <i>c</i>, <i>s</i> and <i>z</i> without marks.
 */
public final class FileName {

    private static final int LONGEST = 80;
    private static final Pattern UKRAINIAN = Pattern.compile("[їєґ]");
    private static final Pattern BELARUSIAN = Pattern.compile("[ўі]");

    private FileName() {}

    /** @param name as it came, whatever it says; its ending is made to fit the type */
    static String of(String name, MediaType type) {
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String plain = plain(stem);
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        return (cut.isEmpty() ? "file" : cut) + "." + type.extension();
    }

    /** What to look for among file names when this is what somebody knows a file by, in whatever script. */
    public static String searched(String name) {
        String known = name.strip();
        if (known.chars().allMatch(character -> character < 128)) {
            return known;
        }
        int dot = known.lastIndexOf('.');
        return dot < 0 ? plain(known) : plain(known.substring(0, dot)) + known.substring(dot);
    }

    private static String plain(String stem) {
        return latin(stem)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String latin(String stem) {
        if (stem.chars().allMatch(character -> character < 128)) {
            return stem;
        }
        String lower = Normalizer.normalize(stem, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var table = UKRAINIAN.matcher(lower).find()
                ? Tables.UKRAINIAN
                : BELARUSIAN.matcher(lower).find() ? Tables.BELARUSIAN : Tables.RUSSIAN;
        return table.transliterate(lower);
    }

    /** Read when the first name in another script comes. */
    private static final class Tables {

        /** Signs for soft and hard letters, ayin and the like would part words. */
        private static final String REST =
                "; Any-Latin; [\\u02b0-\\u02ff\\u2019\\u0027] Remove; Latin-ASCII; [:Nonspacing Mark:] Remove";

        private static final Transliterator BELARUSIAN = Transliterator.getInstance("Belarusian-Latin/BGN" + REST);
        private static final Transliterator RUSSIAN = Transliterator.getInstance("Russian-Latin/BGN" + REST);
        private static final Transliterator UKRAINIAN = Transliterator.getInstance("Ukrainian-Latin/BGN" + REST);
    }
}
