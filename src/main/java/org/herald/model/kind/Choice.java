package org.herald.model.kind;

import org.herald.model.Language;

/**
 * A value that may be chosen.
 *
 * @param word as it is stored, and as addresses have it
 * @param label what readers and editors see; without texts, the word
 */
public record Choice(String word, Labels label) {

    public String in(Language language) {
        return label.in(language).orElse(word);
    }
}
