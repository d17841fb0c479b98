package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preview link as the newsroom lists it.
 *
 * @param note for whom it is
 * @param revision the number of the revision that it shows, 0 for always the newest
 */
public record PreviewLine(
        PreviewId id,
        Principal madeBy,
        Instant madeAt,
        Instant untilAt,
        @Nullable Instant revokedAt,
        String note,
        long revision) {

    public boolean isOpenAt(Instant now) {
        return revokedAt == null && now.isBefore(untilAt);
    }
}
