package org.herald.model.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import org.herald.model.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * One time at which an event takes place.
 *
 * @param series its number
 * @param was when it begins by its series; with the number it names the occurrence (RECURRENCE-ID)
 * @param start when it begins
 * @param end the last day of whole days; otherwise when it ends; null when that is not known, or not yet
 * @param isOpenEnded true when it goes on until further notice
 * @param zone of the times
 * @param venue where it is; null when it is where the event is
 */
public record Occurrence(
        int series,
        Moment was,
        Moment start,
        @Nullable Moment end,
        boolean isOpenEnded,
        boolean isCancelled,
        ZoneId zone,
        @Nullable ItemId venue)
        implements Comparable<Occurrence> {

    /** A shorter one stands on its first day alone, though it may go on past midnight. */
    private static final int HOURS_OF_NIGHT = 24;

    private static final Comparator<Occurrence> ORDER = Comparator.comparing(Occurrence::start)
            .thenComparingInt(Occurrence::series)
            .thenComparing(Occurrence::was);

    /** True when it takes place at another time than its series says. */
    public boolean isMoved() {
        return !start.equals(was);
    }

    public boolean isWholeDays() {
        return start.isWholeDay();
    }

    public LocalDate firstDay() {
        return start.day();
    }

    /** The last of the days under which a calendar shows it; {@link LocalDate#MAX} until further notice. */
    public LocalDate lastDay() {
        if (isOpenEnded) {
            return LocalDate.MAX;
        }
        if (end == null) {
            return start.day();
        }
        if (end.isWholeDay()) {
            return end.day();
        }
        if (!end.atStart().isAfter(start.atStart().plusHours(HOURS_OF_NIGHT))) {
            return start.day();
        }
        return LocalTime.MIDNIGHT.equals(end.time()) ? end.day().minusDays(1) : end.day();
    }

    /** True when a calendar shows it under more than one day. */
    public boolean isSeveralDays() {
        return lastDay().isAfter(firstDay());
    }

    /** True when a calendar shows it under one of these days. */
    public boolean isWithin(LocalDate from, LocalDate until) {
        return !firstDay().isAfter(until) && !lastDay().isBefore(from);
    }

    public Instant from() {
        return start.in(zone);
    }

    /**
     * From when on it is over: its end, or the end of its day when that is not known; {@link Instant#MAX} until further
     * notice.
     */
    public Instant until() {
        if (isOpenEnded) {
            return Instant.MAX;
        }
        if (end == null || end.isWholeDay()) {
            return (end == null ? start : end)
                    .day()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return end.in(zone);
    }

    @Override
    public int compareTo(Occurrence other) {
        return ORDER.compare(this, other);
    }
}
