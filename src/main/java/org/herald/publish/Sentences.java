package org.herald.publish;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;

/** Finds the sentences of texts in a language, as Unicode and CLDR end them (UAX 29, section 5); abbreviations end none. */
final class Sentences {

    /** CLDR has exceptions for some languages alone, and knows few of these. */
    private static final Map<String, List<String>> ABBREVIATIONS = Map.of(
            "be",
            List.of(
                    "г.", "гг.", "ст.", "стст.", "вул.", "пр.", "пл.", "ім.", "праф.", "акад.", "дац.", "гл.", "нар.",
                    "тыс.", "млн.", "млрд.", "руб.", "кап."),
            "ru",
            List.of("г.", "гг.", "вв.", "ул.", "пр.", "пл.", "им.", "проф.", "акад.", "тыс.", "руб.", "обл."));

    private final BreakIterator breaks;

    Sentences(Language language) {
        var locale = language.locale();
        var builder = FilteredBreakIteratorBuilder.getInstance(locale);
        ABBREVIATIONS.getOrDefault(language.tag(), List.of()).forEach(builder::suppressBreakAfter);
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
