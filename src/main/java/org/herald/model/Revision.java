package org.herald.model;

import java.time.Instant;

/**
 * One saved state of an item's words; revisions are only ever added.
 *
 * @param number 1 for the first revision of its item, then without gaps
 */
public record Revision(RevisionId id, ItemId item, long number, Instant savedAt, Principal savedBy, Content content) {

    public Revision withContent(Content other) {
        return new Revision(id, item, number, savedAt, savedBy, other);
    }
}
