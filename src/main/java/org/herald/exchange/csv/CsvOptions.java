package org.herald.exchange.csv;

import java.time.ZoneId;
import java.util.List;
import org.herald.model.Language;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken.
 *
 * @param kind of the entries
 * @param kinds of the portal
 * @param languages of the portal, its first one first
 * @param zone of dates that come without one
 * @param key the column that identifies an entry, when it is another than {@code key}
 * @param section the path of the section for new entries whose row names none; null for the one that shows the kind
 * @param isDraft true when rows that name no state become drafts
 * @param isOverwriting true when rows also replace what an editor has changed here since the last import
 */
public record CsvOptions(
        Kind kind,
        Kinds kinds,
        List<Language> languages,
        ZoneId zone,
        @Nullable String key,
        @Nullable String section,
        boolean isDraft,
        boolean isOverwriting) {

    public CsvOptions {
        languages = List.copyOf(languages);
    }

    /** The usual way: keys in {@code key}, the section of the kind, published. */
    public CsvOptions(Kind kind, Kinds kinds, List<Language> languages, ZoneId zone) {
        this(kind, kinds, languages, zone, null, null, false, false);
    }
}
