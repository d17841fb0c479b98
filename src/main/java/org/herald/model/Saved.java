package org.herald.model;

import java.util.List;

/** What became of a draft that was saved. */
public sealed interface Saved {

    /** A new item began with it. */
    record Begun(ItemId item) implements Saved {}

    /** It is a new revision, as typed. */
    record NewRevision(RevisionId revision) implements Saved {}

    /** It said nothing that the newest revision does not say; there is no new one. */
    record Unchanged(RevisionId revision) implements Saved {}

    /** It is a new revision together with what others had saved meanwhile. */
    record Merged(RevisionId revision, Content content) implements Saved {}

    /**
     * Others saved something else in the same places. Nothing was saved; the draft stays as it was.
     *
     * @param head the newest revision: the base of a draft in which the conflicts are settled
     * @param content all changes that can stand together, and mine where they cannot
     */
    record Conflicts(RevisionId head, Content content, List<Conflict> conflicts) implements Saved {

        public Conflicts {
            conflicts = List.copyOf(conflicts);
        }
    }
}
