package org.herald.model;

import java.time.Instant;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * An item as the newsroom's list shows it.
 *
 * @param changedAt when anything was last done about it
 * @param releaseAt when it goes out; nothing unless it is scheduled
 * @param change the state of the change that waits behind what readers see; null when none does
 * @param embargoAt until when it is held back, also when that has passed; null when it never was
 * @param openComments how many comments nobody has resolved
 * @param isStale true for a translation whose original has changed since it was last brought up to date
 * @param isSentBack true while it is a draft again because it was sent back, or could not go out
 */
public record DeskLine(
        Facts facts,
        State state,
        @Nullable State change,
        Instant changedAt,
        Saving saved,
        @Nullable Instant releaseAt,
        @Nullable Instant embargoAt,
        Assignment assignment,
        int openComments,
        boolean isStale,
        boolean isSentBack) {

    /** What an item is. */
    public record Facts(ItemId item, String headline, KindName kind, Language language, SectionId section) {}

    /** Who saved its newest revision when. */
    public record Saving(Instant at, Principal by) {}
}
