package org.herald.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.herald.model.Language;

/** Finds words of the portal that are written nearly as one that was typed. */
final class Spelling {

    private static final int MOST = 3;
    /** A shorter word has too many neighbours. */
    private static final int LEAST_LETTERS = 4;

    private final DirectSpellChecker checker = new DirectSpellChecker();
    private final Analyzers analyzers;

    Spelling(Analyzers analyzers) {
        this.analyzers = analyzers;
        checker.setMinQueryLength(LEAST_LETTERS);
        checker.setMinPrefix(1);
        checker.setMaxInspections(10);
        checker.setAccuracy(0.75f);
        checker.setThresholdFrequency(0);
        checker.setLowerCaseTerms(false);
    }

    /** A word, and how like the typed one it is: 1 for the same. */
    record Neighbour(String word, float likeness) {}

    /** True when anything in this language has the word, in any of its forms, or any name in whatever language. */
    boolean isKnown(IndexReader reader, Language language, String word) throws IOException {
        for (String field : FieldNames.STEMMED) {
            if (has(reader, FieldNames.of(field, language), word)) {
                return true;
            }
        }
        return has(reader, FieldNames.of(FieldNames.SPELLING, language), word)
                || has(reader, FieldNames.NAMES, word)
                || has(reader, FieldNames.LATIN, word);
    }

    private boolean has(IndexReader reader, String field, String word) throws IOException {
        var terms = analyzers.words(field, word);
        for (String term : terms) {
            if (reader.docFreq(new Term(field, term)) == 0) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    /** The words that are most like this one, which nothing has. */
    List<Neighbour> near(IndexReader reader, Language language, String word) throws IOException {
        return near(reader, language, word, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    }

    /** The words that are like this one and that more items have. */
    List<Neighbour> moreUsual(IndexReader reader, Language language, String word) throws IOException {
        return near(reader, language, word, SuggestMode.SUGGEST_MORE_POPULAR);
    }

    private List<Neighbour> near(IndexReader reader, Language language, String word, SuggestMode mode)
            throws IOException {
        String field = FieldNames.of(FieldNames.SPELLING, language);
        var terms = analyzers.words(field, word);
        if (terms.size() != 1) {
            return List.of();
        }
        SuggestWord[] found = checker.suggestSimilar(new Term(field, terms.getFirst()), MOST, reader, mode);
        var near = new ArrayList<Neighbour>();
        Arrays.stream(found)
                .filter(each -> !CommonWords.has(language, each.string))
                .forEach(each -> near.add(new Neighbour(each.string, each.score)));
        return near;
    }
}
