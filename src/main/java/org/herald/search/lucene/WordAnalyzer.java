package org.herald.search.lucene;

import com.ibm.icu.text.Normalizer2;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.herald.model.Language;

/**
 * Takes a text apart into words: as Unicode says where words end (UAX 29), in lower case, without accents and apostrophes, so
 * that {@code ё} is {@code е}, {@code ў} is {@code у}, and {@code з'езд} is one word with whichever apostrophe. Of Chinese,
 * Japanese and Korean each two letters that stand together are a word.
 */
final class WordAnalyzer extends Analyzer {

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´′]+");
    private static final Normalizer2 LOWER = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final int LONGEST = 100;
    /** Shorter keys are those of too many words: that of “zzz” is “z”. */
    private static final int SHORTEST_NAME = 3;

    private final Form form;
    private final boolean isQuestion;

    /** What becomes of a word. */
    sealed interface Form {

        /** It stays as it is. */
        record Plain() implements Form {}

        /** It is the same for all forms of a word of this language, by its rules; some words stand for others first. */
        record Stem(Language language, Map<String, String> own) implements Form {}

        /** It is as readers know it, but in lower case. */
        record Written() implements Form {}

        /** It is the same however a name is written. */
        record Name() implements Form {}
    }

    /** @param isQuestion true for what is looked for: of two letters of Chinese only both together are meant */
    WordAnalyzer(Form form, boolean isQuestion) {
        this.form = form;
        this.isQuestion = isQuestion;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream lower = new LengthFilter(new WordFilter(source, LOWER::normalize), 1, LONGEST);
        TokenStream words = switch (form) {
            case Form.Written _ -> lower;
            case Form.Plain _ -> folded(withoutApostrophes(lower));
            case Form.Stem(var language, var own) ->
                folded(withoutApostrophes(
                        Stemming.of(language, new WordFilter(lower, word -> own.getOrDefault(word, word)))));
            case Form.Name _ ->
                new LengthFilter(new WordFilter(withoutApostrophes(lower), LatinKey::of), SHORTEST_NAME, LONGEST);
        };
        return new TokenStreamComponents(
                source,
                form instanceof Form.Name
                        ? words
                        : new CJKBigramFilter(
                                words,
                                CJKBigramFilter.HAN
                                        | CJKBigramFilter.HIRAGANA
                                        | CJKBigramFilter.KATAKANA
                                        | CJKBigramFilter.HANGUL,
                                !isQuestion));
    }

    private static TokenStream folded(TokenStream words) {
        return new LengthFilter(new ASCIIFoldingFilter(new WordFilter(words, WordAnalyzer::withoutMarks)), 1, LONGEST);
    }

    private static String withoutMarks(String word) {
        return APART.isNormalized(word) && !MARKS.matcher(word).find()
                ? word
                : TOGETHER.normalize(MARKS.matcher(APART.normalize(word)).replaceAll(""));
    }

    private static TokenStream withoutApostrophes(TokenStream words) {
        return new LengthFilter(
                new WordFilter(words, word -> APOSTROPHES.matcher(word).replaceAll("")), 1, LONGEST);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return folded(new WordFilter(in, LOWER::normalize));
    }
}
