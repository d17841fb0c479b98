package org.herald.model;

import java.util.Locale;

/** What somebody is in the newsroom; what each may do is the table in {@code people.Permissions}. */
public enum Role {
    REPORTER,
    TRANSLATOR,
    EDITOR,
    CHIEF_EDITOR,
    ADMINISTRATOR;

    /** The word that is stored and that the command line uses: {@code chief-editor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this word; a word that is none is a fault of whoever wrote it. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
