package org.herald.model.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;

/**
 * A short text of a declaration in some languages.
 *
 * @param texts in the order of the declaration
 */
public record Labels(Map<Language, String> texts) {

    public static final Labels NONE = new Labels(Map.of());

    public Labels {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** The text in this language, in another of the same family, or the first; absent when there are no texts at all. */
    public Optional<String> in(Language language) {
        String exact = texts.get(language);
        return exact != null
                ? Optional.of(exact)
                : texts.entrySet().stream()
                        .filter(each -> each.getKey().isSameAs(language))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .or(() -> texts.values().stream().findFirst());
    }
}
