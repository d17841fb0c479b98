package org.herald.model.kind;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something is open at an instant, as its {@link OpeningHours} say. */
public sealed interface OpenState {

    /**
     * It is open.
     *
     * @param until when it closes; null when it does not within {@link OpeningCalendar#DAYS_AHEAD} days
     */
    record Open(@Nullable Instant until) implements OpenState {}

    /**
     * It is closed.
     *
     * @param opens when it opens next; null when that is not known, or not within {@link OpeningCalendar#DAYS_AHEAD} days
     */
    record Closed(@Nullable Instant opens) implements OpenState {}

    /** Nothing is known of this day. */
    record Unknown() implements OpenState {}
}
