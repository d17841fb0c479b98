package org.herald.exchange.ics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrences;
import org.jspecify.annotations.Nullable;

/**
 * A day or a time as a calendar has it.
 *
 * @param zone on whose clocks the time is; null for a day, and for a time that is on the clocks of wherever one is
 */
record Stamp(Moment moment, @Nullable ZoneId zone) {

    static final ZoneId UTC = ZoneId.of("UTC");

    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?(Z?))?");
    private static final Pattern DURATION = Pattern.compile(
            "([+-]?)P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?");
    private static final int LEAP_SECOND = 60;
    private static final int MIDNIGHT = 24;

    /**
     * The time that this value is; absent when it is none, or of a year that no calendar has.
     *
     * @param zone of a time without {@code Z}; null for that of wherever one is
     */
    static Optional<Stamp> parse(String value, @Nullable ZoneId zone) {
        Matcher parts = TIME.matcher(value.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (day.isBefore(Occurrences.BEGINNING) || day.isAfter(Occurrences.HORIZON)) {
                return Optional.empty();
            }
            if (parts.group(4) == null) {
                return Optional.of(new Stamp(new Moment(day, null), null));
            }
            int second = Math.min(number(parts, 6), LEAP_SECOND - 1);
            boolean isEndOfDay = number(parts, 4) == MIDNIGHT && number(parts, 5) == 0 && second == 0;
            LocalDateTime time = isEndOfDay
                    ? day.plusDays(1).atStartOfDay()
                    : day.atTime(LocalTime.of(number(parts, 4), number(parts, 5), second));
            return Optional.of(new Stamp(Moment.of(time), parts.group(7).isEmpty() ? zone : UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    /**
     * How long something takes: days on the calendar, and time on a clock.
     *
     * @param isNegative true for what would end before it begins
     */
    record Length(Period days, Duration time, boolean isNegative) {

        /** The length that this value is (RFC 5545, section 3.3.6). */
        static Optional<Length> parse(String value) {
            Matcher parts = DURATION.matcher(value.strip());
            if (!parts.matches() || value.strip().endsWith("P") || value.strip().endsWith("T")) {
                return Optional.empty();
            }
            return Optional.of(new Length(
                    Period.ofDays(number(parts, 2) * 7 + number(parts, 3)),
                    Duration.ofHours(number(parts, 4))
                            .plusMinutes(number(parts, 5))
                            .plusSeconds(number(parts, 6)),
                    parts.group(1).equals("-")));
        }
    }

    /** The moment at which something of this length ends that begins now. */
    Stamp plus(Length length, ZoneId portal) {
        LocalDateTime later = moment.atStart().plus(length.days());
        if (moment.isWholeDay() && length.time().isZero()) {
            return new Stamp(new Moment(later.toLocalDate(), null), null);
        }
        ZoneId clocks = zone == null ? portal : zone;
        return new Stamp(
                Moment.of(later.atZone(clocks).plus(length.time()).toLocalDateTime()),
                moment.isWholeDay() ? null : zone);
    }

    boolean isWholeDay() {
        return moment.isWholeDay();
    }

    /** The moment on the clocks of this place; days and times of wherever one is stay as they are. */
    Moment on(ZoneId clocks) {
        return zone == null || moment.isWholeDay() || zone.equals(clocks)
                ? moment
                : Moment.of(moment.in(zone).atZone(clocks).toLocalDateTime());
    }

    boolean isUtc() {
        return zone != null && (zone.equals(UTC) || zone.equals(ZoneOffset.UTC));
    }
}
