package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as the newsroom's list shows it.
 *
 * @param changedAt when anything was last done about it
 * @param releaseAt when it goes out; nothing unless it is scheduled
 * @param openComments how many comments nobody has resolved
 * @param isStale true for a translation whose original has changed since it was last brought up to date
 */
public record DeskLine(
        Facts facts,
        State state,
        Instant changedAt,
        Saving saved,
        @Nullable Instant releaseAt,
        Assignment assignment,
        int openComments,
        boolean isStale) {

    /** What an item is. */
    public record Facts(ItemId item, String headline, Kind kind, Language language, SectionId section) {}

    /** Who saved its newest revision when. */
    public record Saving(Instant at, Actor by) {}
}
