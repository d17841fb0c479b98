package org.herald.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.herald.model.Language;

/** Which field is taken apart in which way. */
final class Analyzers extends DelegatingAnalyzerWrapper {

    private final Map<Language, Map<String, String>> stems;
    private final boolean isQuestion;
    private final Analyzer plain;
    private final Analyzer names;
    private final Analyzer written;
    private final Map<Language, Analyzer> stemmed = new ConcurrentHashMap<>();

    /**
     * @param stems words that stand for others, by language
     * @param isQuestion true for what is looked for, false for what is kept
     */
    Analyzers(Map<Language, Map<String, String>> stems, boolean isQuestion) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.stems = stems;
        this.isQuestion = isQuestion;
        this.plain = new WordAnalyzer(new WordAnalyzer.Form.Plain(), isQuestion);
        this.names = new WordAnalyzer(new WordAnalyzer.Form.Name(), isQuestion);
        this.written = new WordAnalyzer(new WordAnalyzer.Form.Written(), isQuestion);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        String plainName = FieldNames.plain(field);
        return switch (plainName) {
            case FieldNames.LATIN -> names;
            case FieldNames.SPELLING -> written;
            case String stemmedName
            when FieldNames.STEMMED.contains(stemmedName) ->
                stemmed.computeIfAbsent(FieldNames.language(field), this::stems);
            default -> plain;
        };
    }

    private Analyzer stems(Language language) {
        return new WordAnalyzer(
                new WordAnalyzer.Form.Stem(language, stems.getOrDefault(language, Map.of())), isQuestion);
    }

    /** The words of a text as a field has them. */
    List<String> words(String field, String text) {
        try (var stream = tokenStream(field, text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            var words = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
            return List.copyOf(words);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot be read", impossible);
        }
    }

    /** The text as one term: equal for texts that differ in case, accents or punctuation alone. */
    String key(String text) {
        return String.join(" ", words(FieldNames.KEY, text));
    }
}
