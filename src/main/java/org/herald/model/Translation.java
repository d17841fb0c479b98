package org.herald.model;

import org.jspecify.annotations.Nullable;

/**
 * One of the items that say the same thing in different languages.
 *
 * @param head its newest revision
 * @param from what it was translated from and last compared with; nothing for the original, and where nobody said
 * @param isStale true when that reads differently by now, as it was saved last or as readers see it
 */
public record Translation(
        ItemId item,
        Language language,
        State state,
        String headline,
        RevisionId head,
        @Nullable Source from,
        boolean isStale) {

    /**
     * The original as a translation knows it.
     *
     * @param revision the revision that the translation says
     * @param newest the newest revision of that item
     */
    public record Source(ItemId item, RevisionId revision, long number, RevisionId newest) {}
}
