package org.herald.model.kind;

import java.util.Comparator;
import java.util.Locale;

/**
 * A span of a day in which something is open, in minutes since midnight.
 *
 * @param until at most 24:00; of a span past midnight, a time of the next day that is not after {@code from}
 */
public record Hours(int from, int until) implements Comparable<Hours> {

    static final int DAY = 24 * 60;

    public static final Hours ALL_DAY = new Hours(0, DAY);

    boolean isPastMidnight() {
        return until <= from;
    }

    boolean overlaps(Hours other) {
        return from < other.end() && other.from < end();
    }

    boolean contains(Hours other) {
        return from <= other.from && other.end() <= end();
    }

    private int end() {
        return isPastMidnight() ? until + DAY : until;
    }

    /** {@code 10:00-18:00} */
    @Override
    public String toString() {
        return time(from) + "-" + time(until);
    }

    static String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    @Override
    public int compareTo(Hours other) {
        return Comparator.comparingInt(Hours::from)
                .thenComparingInt(Hours::until)
                .compare(this, other);
    }
}
