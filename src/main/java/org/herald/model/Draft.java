package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is typing, as last kept; it is no revision and nobody else's text is under it.
 *
 * @param version counts how often it was kept, from 1
 * @param account whose it is
 */
public record Draft(
        DraftId id, About about, long account, Actor typedBy, Instant typedAt, long version, Content content) {

    /** What becomes of a draft when it is saved. */
    public sealed interface About {}

    /** A new revision of an item; the base is the revision that the typing began with. */
    public record OfItem(ItemId item, RevisionId base) implements About {}

    /** A new item; a group of nothing begins a new one. */
    public record OfNew(
            Kind kind, Language language, @Nullable GroupId group, SectionId section) implements About {}
}
