package org.herald.exchange.csv;

import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.kind.KindName;

/** The names by which files know entries: the origin of each of its items holds kind, key and language. */
final class EntryKeys {

    /** Begins the origin of all that was imported from a file of entries. */
    static final String BEGINNING = "csv ";

    private EntryKeys() {}

    static String origin(KindName kind, String key, Language language) {
        return BEGINNING + kind + "/" + key + " " + language;
    }

    /** The key that this origin holds; empty for one of another importer. */
    static Optional<String> key(KindName kind, String origin) {
        String begin = BEGINNING + kind + "/";
        int end = origin.lastIndexOf(' ');
        return origin.startsWith(begin) && end > begin.length()
                ? Optional.of(origin.substring(begin.length(), end))
                : Optional.empty();
    }
}
