package org.herald.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page that editors place.
 *
 * @param target where it leads, or empty
 * @param fromAt first instant at which it shows; nothing means always
 * @param untilAt first instant at which it no longer shows; nothing means for ever
 */
public record Block(
        Kind kind,
        Spot spot,
        Language language,
        long place,
        String title,
        String text,
        String target,
        @Nullable Asset picture,
        @Nullable Instant fromAt,
        @Nullable Instant untilAt) {

    /** What a block is for. */
    public enum Kind {
        PROMOTION,
        NOTICE,
        LIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where on a page a block stands. */
    public enum Spot {
        TOP,
        BESIDE,
        BELOW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Spot of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** True when readers see it at this instant. */
    public boolean isShownAt(Instant now) {
        return (fromAt == null || !now.isBefore(fromAt)) && (untilAt == null || now.isBefore(untilAt));
    }
}
