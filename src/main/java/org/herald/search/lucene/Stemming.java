package org.herald.search.lucene;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.herald.model.Language;

/** Which forms of words are one word, by language. */
final class Stemming {

    /** By ISO 639-1; the names are those of Snowball's algorithms. */
    private static final Map<String, String> SNOWBALL = Map.ofEntries(
            Map.entry("ar", "Arabic"),
            Map.entry("ca", "Catalan"),
            Map.entry("da", "Danish"),
            Map.entry("de", "German"),
            Map.entry("el", "Greek"),
            Map.entry("en", "English"),
            Map.entry("es", "Spanish"),
            Map.entry("et", "Estonian"),
            Map.entry("eu", "Basque"),
            Map.entry("fi", "Finnish"),
            Map.entry("fr", "French"),
            Map.entry("ga", "Irish"),
            Map.entry("hi", "Hindi"),
            Map.entry("hu", "Hungarian"),
            Map.entry("hy", "Armenian"),
            Map.entry("id", "Indonesian"),
            Map.entry("it", "Italian"),
            Map.entry("lt", "Lithuanian"),
            Map.entry("ne", "Nepali"),
            Map.entry("nl", "Dutch"),
            Map.entry("no", "Norwegian"),
            Map.entry("pt", "Portuguese"),
            Map.entry("ro", "Romanian"),
            Map.entry("ru", "Russian"),
            Map.entry("sr", "Serbian"),
            Map.entry("sv", "Swedish"),
            Map.entry("ta", "Tamil"),
            Map.entry("tr", "Turkish"),
            Map.entry("yi", "Yiddish"));

    /** {@code замок} loses its vowel in {@code замка}, and {@code дворец} in {@code дворца}. */
    private static final Pattern FLEETING = Pattern.compile("(?<stem>.{2,}[бвгджзклмнпрстфхцчшщ])[оаеэё](?<end>[кц])");

    /** {@code несвижский} is of {@code Несвиж}, {@code брестский} of {@code Брест}. */
    private static final Pattern OF_A_PLACE = Pattern.compile("(?<stem>.{4,})ск");

    private Stemming() {}

    /** The stems of words in lower case; the words themselves in a language whose forms nobody has described here. */
    static TokenStream of(Language language, TokenStream words) {
        String code = language.locale().getLanguage();
        return switch (code) {
            case "en" -> new SnowballFilter(new EnglishPossessiveFilter(words), SNOWBALL.get(code));
            case "ru" -> new WordFilter(new SnowballFilter(words, SNOWBALL.get(code)), Stemming::root);
            case "be" -> new WordFilter(words, word -> root(BelarusianStemmer.stem(word)));
            case "cs", "sk" -> new CzechStemFilter(words);
            case "lv" -> new LatvianStemFilter(words);
            case String other when SNOWBALL.containsKey(other) -> new SnowballFilter(words, SNOWBALL.get(other));
            default -> words;
        };
    }

    /** What a stem has in common with those of other forms and of the adjective. */
    static String root(String stem) {
        var place = OF_A_PLACE.matcher(stem);
        return place.matches() ? place.group("stem") : withoutFleetingVowel(stem);
    }

    private static String withoutFleetingVowel(String stem) {
        var found = FLEETING.matcher(stem);
        return found.matches() ? found.group("stem") + found.group("end") : stem;
    }
}
