package org.herald.model;

import org.jspecify.annotations.Nullable;

/**
 * One of the items that say the same thing in different languages.
 *
 * @param head its newest revision
 * @param from what it was translated from and last compared with; nothing for the original, and where nobody said
 */
public record Translation(
        ItemId item,
        Language language,
        State state,
        String headline,
        RevisionId head,
        @Nullable Source from) {

    /**
     * The original as a translation knows it.
     *
     * @param revision the revision that the translation says
     * @param newest the newest revision of that item
     */
    public record Source(ItemId item, RevisionId revision, long number, RevisionId newest) {}

    /** True when the original has changed since. */
    public boolean isStale() {
        return from != null && !from.revision().equals(from.newest());
    }
}
