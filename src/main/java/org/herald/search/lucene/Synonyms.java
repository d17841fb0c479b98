package org.herald.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;

/** Words and phrases that mean the same, as a portal declares them, found in whatever form. */
final class Synonyms {

    private static final int MOST_WORDS = 5;

    private final Analyzers analyzers;
    private final Map<Language, Map<List<String>, List<String>>> others = new HashMap<>();

    Synonyms(Analyzers analyzers, Map<Language, List<List<String>>> groups) {
        this.analyzers = analyzers;
        groups.forEach((language, all) -> {
            var byStems = others.computeIfAbsent(language, _ -> new HashMap<>());
            all.forEach(group -> group.forEach(each -> byStems.put(
                    stems(language, each),
                    group.stream().filter(other -> !other.equals(each)).toList())));
        });
    }

    /**
     * Some words from the first on that have others of the same meaning.
     *
     * @param length how many words of the text it is; 1 when there are no others
     */
    record Found(int length, List<String> others) {}

    /** The longest beginning of these words that has synonyms. */
    Found at(Language language, List<String> words) {
        var known = others.get(language);
        if (known != null) {
            for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
                var same = known.get(stems(language, String.join(" ", words.subList(0, length))));
                if (same != null) {
                    return new Found(length, same);
                }
            }
        }
        return new Found(1, List.of());
    }

    private List<String> stems(Language language, String text) {
        return analyzers.words(FieldNames.of(FieldNames.HEADLINE, language), text);
    }
}
