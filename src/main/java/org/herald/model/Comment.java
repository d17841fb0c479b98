package org.herald.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in the newsroom says about an item; readers never see it.
 *
 * @param revision the revision that was the newest when it was said
 * @param resolved nothing while it is open
 */
public record Comment(
        CommentId id,
        ItemId item,
        RevisionId revision,
        Kind kind,
        Instant saidAt,
        Principal saidBy,
        String text,
        @Nullable Resolution resolved) {

    /** Why it was said. */
    public enum Kind {
        /** A word between those who work on the item. */
        REMARK,
        /** Why the item was sent back from review. */
        SENT_BACK,
        /** Why the item did not go out when it was due. */
        MISSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Who said when that nothing is left to do about it. */
    public record Resolution(Instant at, Principal by) {}
}
