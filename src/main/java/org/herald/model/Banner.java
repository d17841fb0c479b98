package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Breaking news at the head of every page of a language.
 *
 * @param target where it leads, as {@link Target} has it; or empty
 * @param fromAt first instant at which it shows
 * @param untilAt first instant at which it no longer shows; nothing until it is taken down
 */
public record Banner(
        Language language,
        String text,
        String target,
        Instant fromAt,
        @Nullable Instant untilAt,
        Principal by) {

    /** True when readers see it at this instant. */
    public boolean isShownAt(Instant now) {
        return !now.isBefore(fromAt) && (untilAt == null || now.isBefore(untilAt));
    }
}
