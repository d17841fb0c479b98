package org.herald.model;

import java.time.Instant;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * Anything an editor publishes, without its words: those are its revisions.
 *
 * @param head the newest revision, which readers may not have seen yet
 * @param firstAt the instant readers are told it was published first; nothing before the first publication
 * @param dueAt when a scheduled item goes out; nothing in every other state
 */
public record Item(
        ItemId id,
        KindName kind,
        Language language,
        GroupId group,
        SectionId section,
        Slug slug,
        State state,
        RevisionId head,
        @Nullable Instant firstAt,
        @Nullable Instant dueAt) {

    /** True for an item that joined a group of translations which another began. */
    public boolean isTranslation() {
        return group.value() != id.value();
    }
}
