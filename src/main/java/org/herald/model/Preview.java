package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preview as whoever has its key meets it.
 *
 * @param item as lists would show it were it published now; without an address
 * @param revision the number of the revision that is shown, 0 for a text as it was typed
 * @param isLive true when readers see the item, if not this text of it
 * @param dueAt when it goes out; null unless it is scheduled
 * @param embargoAt when its embargo ends; nothing when there is none
 */
public record Preview(
        Instant untilAt,
        @Nullable Instant revokedAt,
        LiveItem item,
        GroupId group,
        Content content,
        long revision,
        boolean isLive,
        @Nullable Instant dueAt,
        @Nullable Instant embargoAt) {

    /** True while it may be looked at. */
    public boolean isOpenAt(Instant now) {
        return revokedAt == null && now.isBefore(untilAt);
    }

    /** True while nobody outside the newsroom may publish what it shows. */
    public boolean isHeldBackAt(Instant now) {
        return embargoAt != null && now.isBefore(embargoAt);
    }
}
