package org.herald.model.kind;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something is open, on the clock of the portal. What is said of a day goes before a public holiday, that before a
 * season, and that before the usual week; later lines go before earlier ones.
 *
 * @param usual what is known of each weekday; no hours when it is closed
 * @param holidays on public holidays; null when they are as other days
 */
public record OpeningHours(
        Map<DayOfWeek, List<Hours>> usual,
        @Nullable List<Hours> holidays,
        List<Season> seasons,
        List<SpecialDays> special) {

    /** A part of every year with a week of its own; it may go past the new year. */
    public record Season(MonthDay from, MonthDay until, Map<DayOfWeek, List<Hours>> week) {

        public Season {
            week = copy(week);
        }

        boolean contains(MonthDay day) {
            return from.isAfter(until)
                    ? !day.isBefore(from) || !day.isAfter(until)
                    : !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * Days on which it is otherwise.
     *
     * @param year null when they come every year
     * @param untilYear null when they come every year
     */
    public record SpecialDays(
            MonthDay from,
            @Nullable Integer year,
            MonthDay until,
            @Nullable Integer untilYear,
            List<Hours> hours) {

        public SpecialDays {
            hours = List.copyOf(hours);
        }

        boolean contains(LocalDate day) {
            if (year == null || untilYear == null) {
                return new Season(from, until, Map.of()).contains(MonthDay.from(day));
            }
            return !day.isBefore(from.atYear(year)) && !day.isAfter(until.atYear(untilYear));
        }

        boolean isOneDay() {
            return from.equals(until) && (year == null || year.equals(untilYear));
        }
    }

    public OpeningHours {
        usual = copy(usual);
        holidays = holidays == null ? null : List.copyOf(holidays);
        seasons = List.copyOf(seasons);
        special = List.copyOf(special);
    }

    private static Map<DayOfWeek, List<Hours>> copy(Map<DayOfWeek, List<Hours>> week) {
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        week.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
        return Collections.unmodifiableMap(copy);
    }

    /** The hours of a day; no hours when it is closed, absent when nothing is known. */
    public Optional<List<Hours>> on(LocalDate day, boolean isHoliday) {
        for (SpecialDays days : special.reversed()) {
            if (days.contains(day)) {
                return Optional.of(days.hours());
            }
        }
        if (isHoliday && holidays != null) {
            return Optional.of(holidays);
        }
        for (Season season : seasons.reversed()) {
            if (season.contains(MonthDay.from(day))) {
                return Optional.ofNullable(season.week().get(day.getDayOfWeek()));
            }
        }
        return Optional.ofNullable(usual.get(day.getDayOfWeek()));
    }

    boolean isEmpty() {
        return usual.isEmpty() && holidays == null && seasons.isEmpty() && special.isEmpty();
    }
}
