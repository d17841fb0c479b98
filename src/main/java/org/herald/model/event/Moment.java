package org.herald.model.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a time of a day, as the clocks of a place show it. A whole day is before all times of it.
 *
 * @param time null for the whole day
 */
public record Moment(LocalDate day, @Nullable LocalTime time) implements Comparable<Moment> {

    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::day)
            .thenComparing(Moment::time, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** ISO 8601: {@code 2026-07-05} or {@code 2026-07-05T15:00}; absent for other texts. */
    public static Optional<Moment> parse(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0 ? new Moment(LocalDate.parse(text), null) : of(LocalDateTime.parse(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public static Moment of(LocalDateTime time) {
        return new Moment(time.toLocalDate(), time.toLocalTime());
    }

    Moment later(long days) {
        return new Moment(day.plusDays(days), time);
    }

    public boolean isWholeDay() {
        return time == null;
    }

    /** The time, or the first of the day. */
    public LocalDateTime atStart() {
        return time == null ? day.atStartOfDay() : day.atTime(time);
    }

    /**
     * The instant at which it begins. A time that clocks skip is read with the offset before the gap, one that they show
     * twice is the first (RFC 5545, section 3.3.5).
     */
    public Instant in(ZoneId zone) {
        return time == null
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return time == null ? day.toString() : day + "T" + time;
    }
}
