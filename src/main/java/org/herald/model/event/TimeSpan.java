package org.herald.model.event;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * From when until when on a day.
 *
 * @param until at most {@code from} when it is on the next day; null when it is not known
 */
public record TimeSpan(LocalTime from, @Nullable LocalTime until) implements Comparable<TimeSpan> {

    /** True when it ends on the day after the one on which it begins, unless another last day is given. */
    public boolean endsNextDay() {
        return until != null && !until.isAfter(from);
    }

    @Override
    public int compareTo(TimeSpan other) {
        return from.compareTo(other.from);
    }

    /** {@code 15:00} or {@code 15:00-16:30}. */
    @Override
    public String toString() {
        return until == null ? from.toString() : from + "-" + until;
    }
}
