package org.herald.exchange.csv;

import java.time.Instant;
import java.util.Map;
import org.herald.model.Content;
import org.herald.model.Language;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A row that was understood.
 *
 * @param section the path of the section; null when the row names none
 * @param original the language of the original of a new entry
 * @param texts by language, that of the original first
 * @param shared the shared fields, which the original holds
 */
public record EntryRow(
        int line,
        String key,
        @Nullable String section,
        Language original,
        Map<Language, Text> texts,
        Fields shared,
        References references) {

    /**
     * What a row says in one language.
     *
     * @param content with {@link References} in place of identities
     * @param slug the word of its address; null when the row names none
     * @param state draft or published; null when the row names none
     * @param published when it was published first; null when the row does not tell
     * @param digest of all cells that concern it
     */
    public record Text(
            Content content,
            @Nullable String slug,
            @Nullable State state,
            @Nullable Instant published,
            String digest) {}
}
