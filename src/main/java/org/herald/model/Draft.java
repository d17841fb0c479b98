package org.herald.model;

import java.time.Instant;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is typing, as last kept; it is no revision and nobody else's text is under it.
 *
 * @param version counts how often it was kept, from 1
 * @param account whose it is
 * @param settings what it wishes for the item beside its words
 */
public record Draft(
        DraftId id,
        About about,
        long account,
        Principal typedBy,
        Instant typedAt,
        long version,
        Content content,
        ItemSettings settings) {

    /** What becomes of a draft when it is saved. */
    public sealed interface About {}

    /** A new revision of an item; the base is the revision that the typing began with. */
    public record OfItem(ItemId item, RevisionId base) implements About {}

    /**
     * A new item; a group of nothing begins a new one.
     *
     * @param original the revision that is being translated; nothing when it is no translation
     */
    public record OfNew(
            KindName kind,
            Language language,
            @Nullable GroupId group,
            SectionId section,
            @Nullable RevisionId original) implements About {

        /** A new item that translates nothing. */
        public OfNew(KindName kind, Language language, @Nullable GroupId group, SectionId section) {
            this(kind, language, group, section, null);
        }
    }
}
