package org.herald.model.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of a usual rule, each told by itself: that it recurs daily, weekly, monthly or yearly from its first day on. Equal
 * patterns hold on the same days, so that many events share one. {@link Recurrence} makes the same days, and those of every
 * other rule.
 *
 * @param phase of the interval: the number of the day, week, month or year of the first day, modulo the interval
 * @param weekdays of weeks, or counted within months; none where the day of the month counts
 * @param day of the month; 0 where weekdays count, or all days
 * @param month of the year; 0 where there is one in more than one
 */
public record DayPattern(Unit unit, int interval, int phase, List<Weekday> weekdays, int day, int month) {

    enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /** @param place the second of its month, or -1 for the last; 0 for all */
    record Weekday(int place, DayOfWeek day) {

        boolean is(LocalDate date) {
            if (date.getDayOfWeek() != day) {
                return false;
            }
            if (place > 0) {
                return (date.getDayOfMonth() - 1) / WEEK == place - 1;
            }
            return place == 0 || (date.lengthOfMonth() - date.getDayOfMonth()) / WEEK == -place - 1;
        }
    }

    /** A pattern with the days from which and until which it counts. */
    record Bounded(DayPattern pattern, LocalDate from, LocalDate until) {}

    private static final int WEEK = 7;
    private static final int MONTHS = 12;
    private static final int THURSDAY = 3; // the first day of the epoch, from Monday on
    private static final int MOST_INTERVAL = 60; // longer ones are left to the library
    private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private static final Pattern USUAL = Pattern.compile("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=([0-9]{1,2}))?"
            + "(?:;BYDAY=([A-Z0-9,-]+))?(?:;UNTIL=([0-9]{4})([0-9]{2})([0-9]{2}))?");
    private static final Pattern WEEKDAY = Pattern.compile("(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");

    /** Of a rule that counts from this day on; empty for one that is not among the usual ones. */
    static Optional<Bounded> of(Rule rule, LocalDate first) {
        Matcher usual = USUAL.matcher(rule.text());
        if (!usual.matches()) {
            return Optional.empty();
        }
        int interval = usual.group(2) == null ? 1 : Integer.parseInt(usual.group(2));
        LocalDate until = usual.group(4) == null
                ? LocalDate.MAX
                : LocalDate.of(
                        Integer.parseInt(usual.group(4)),
                        Integer.parseInt(usual.group(5)),
                        Integer.parseInt(usual.group(6)));
        return interval < 1 || interval > MOST_INTERVAL
                ? Optional.empty()
                : of(usual.group(1), usual.group(3), interval, first)
                        .map(pattern -> new Bounded(pattern, first, until));
    }

    private static Optional<DayPattern> of(String frequency, @Nullable String byDay, int interval, LocalDate first) {
        List<Weekday> weekdays = byDay == null
                ? List.of()
                : Stream.of(byDay.split(",", -1)).map(DayPattern::weekday).toList();
        boolean areCounted = weekdays.stream().anyMatch(weekday -> weekday.place() != 0);
        int day = weekdays.isEmpty() ? first.getDayOfMonth() : 0;
        return switch (frequency) {
            case "DAILY" ->
                weekdays.isEmpty() ? pattern(Unit.DAYS, interval, first, List.of(), 0, 0) : Optional.empty();
            case "WEEKLY" ->
                areCounted
                        ? Optional.empty()
                        : pattern(Unit.WEEKS, interval, first, weekdays.isEmpty() ? own(first) : weekdays, 0, 0);
            case "MONTHLY" -> pattern(Unit.MONTHS, interval, first, weekdays, day, 0);
            default ->
                weekdays.isEmpty()
                        ? pattern(Unit.YEARS, interval, first, List.of(), day, first.getMonthValue())
                        : Optional.empty();
        };
    }

    private static Optional<DayPattern> pattern(
            Unit unit, int interval, LocalDate first, List<Weekday> weekdays, int day, int month) {
        return Optional.of(
                new DayPattern(unit, interval, Math.floorMod(number(unit, first), interval), weekdays, day, month));
    }

    private static List<Weekday> own(LocalDate first) {
        return List.of(new Weekday(0, first.getDayOfWeek()));
    }

    private static Weekday weekday(String text) {
        Matcher weekday = WEEKDAY.matcher(text);
        if (!weekday.matches()) {
            throw new IllegalArgumentException("No weekday of a rule: " + text);
        }
        String place = weekday.group(1);
        return new Weekday(
                place == null ? 0 : Integer.parseInt(place), DayOfWeek.of(1 + NAMES.indexOf(weekday.group(2))));
    }

    private static int number(Unit unit, LocalDate date) {
        return switch (unit) {
            case DAYS -> Math.toIntExact(date.toEpochDay());
            case WEEKS -> Math.toIntExact(Math.floorDiv(date.toEpochDay() + THURSDAY, WEEK));
            case MONTHS -> date.getYear() * MONTHS + date.getMonthValue();
            case YEARS -> date.getYear();
        };
    }

    /** True on a day of the pattern, as if it counted since ever. */
    public boolean isOn(LocalDate date) {
        if ((month != 0 && date.getMonthValue() != month) || (day != 0 && date.getDayOfMonth() != day)) {
            return false;
        }
        if (interval > 1 && Math.floorMod(number(unit, date), interval) != phase) {
            return false;
        }
        if (weekdays.isEmpty()) {
            return true;
        }
        for (Weekday weekday : weekdays) {
            if (weekday.is(date)) {
                return true;
            }
        }
        return false;
    }
}
