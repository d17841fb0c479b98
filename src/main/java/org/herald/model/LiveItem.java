package org.herald.model;

import java.time.Instant;
import java.time.LocalDate;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * The narrow row of an item that readers see now: what a list needs, never the body.
 *
 * @param path its current address, with the language: {@code /en/news/culture/2024/08/19/mir-castle}
 * @param card what lists show of its fields
 * @param publishedOn the day of publication in the portal's time zone
 * @param correctedAt when it was last corrected; null for never
 * @param updatedAt when it was last brought up to date without a correction; null for never
 */
public record LiveItem(
        ItemId id,
        KindName kind,
        Language language,
        SectionId section,
        String path,
        String headline,
        Fields card,
        String standfirst,
        @Nullable Thumbnail picture,
        Instant publishedAt,
        LocalDate publishedOn,
        @Nullable Instant correctedAt,
        @Nullable Instant updatedAt) {

    /** A picture as lists show it. */
    public record Thumbnail(Asset asset, String alt) {}
}
