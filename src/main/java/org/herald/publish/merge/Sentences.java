package org.herald.publish.merge;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;

/** Finds the sentences of texts in a language, as Unicode and CLDR end them (UAX 29, section 5); abbreviations end none. */
final class Sentences {

    /** After which no sentence ends, beside what CLDR knows; words that end so are no abbreviations. */
    private static final Map<String, List<String>> ABBREVIATIONS = Map.of(
            "en", List.of("Dr.", "St.", "Mt."),
            "be",
                    List.of(
                            "г.", "гг.", "ст.", "стст.", "вул.", "пр.", "пл.", "ім.", "праф.", "акад.", "гл.", "нар.",
                            "тыс.", "млн.", "млрд.", "руб."),
            "ru", List.of("г.", "гг.", "вв.", "ул.", "пр.", "пл.", "им.", "проф.", "акад.", "тыс.", "руб."));

    private static final List<String> SPACES = List.of(" ", "\u00a0");

    private final BreakIterator breaks;

    Sentences(Language language) {
        var locale = language.locale();
        var builder = FilteredBreakIteratorBuilder.getInstance(locale);
        for (String abbreviation : ABBREVIATIONS.getOrDefault(language.tag(), List.of())) {
            SPACES.forEach(space -> builder.suppressBreakAfter(space + abbreviation));
        }
        this.breaks = builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    List<String> of(String text) {
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            from = to;
        }
        return List.copyOf(sentences);
    }
}
