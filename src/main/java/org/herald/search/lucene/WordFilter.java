package org.herald.search.lucene;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts another form in place of each word. */
final class WordFilter extends TokenFilter {

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final UnaryOperator<String> form;

    WordFilter(TokenStream input, UnaryOperator<String> form) {
        super(input);
        this.form = form;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String other = form.apply(word.toString());
        word.setEmpty().append(other);
        return true;
    }
}
