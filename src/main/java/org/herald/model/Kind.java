package org.herald.model;

import java.util.Locale;

/** What an item is. */
public enum Kind {
    /** A dated story that stands in its section's list and in the archive. */
    ARTICLE,
    /** A standing text such as "About": undated, in no list. */
    PAGE;

    /** The word that is stored and that addresses and settings use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word; a word that is none is a fault of the database. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
