package org.herald.model.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.Weekday;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The moments that a rule makes from a start, in their order, on the clocks of one place. Its start is one of them only where
 * the rule says so.
 */
public final class Recurrence implements Iterator<Moment> {

    private static final int LEAP = 4; // years after which there is a 29 February again, in most cases
    private static final int DAYS_OF_FIRST_WEEK = 4; // that are in its year
    private static final int FEWEST_DAYS = 28; // of a month
    /** The library gives up after a thousand steps without a moment. */
    private static final int STEPS = 900;
    /** Rules without a moment are given up after so many times as many steps. */
    private static final int MOST_LEAPS = 2_000;

    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private static final Pattern COUNT = Pattern.compile(";COUNT=[0-9]+|COUNT=[0-9]+;");

    private final RecurrenceRule rule;
    private final Moment start;
    private LocalDateTime beginning; // of the iterator, from which the rule counts as well
    private @Nullable RecurrenceRuleIterator moments; // null before it is asked, and after it gave up
    private int leaps; // so far
    private @Nullable Moment last; // that was found
    private int left; // how many are still to come
    private @Nullable Moment next; // that next() gives

    private Recurrence(Rule rule, Moment start, LocalDate from, ZoneId zone) {
        Integer count = rule.rule().getCount();
        this.rule = bounded(new Rule(COUNT.matcher(rule.text()).replaceFirst("")), start, zone);
        this.start = start;
        this.left = count == null ? Integer.MAX_VALUE : count;
        // the library chooses positions among the days of the first year from the start on, the standard among all of
        // them
        boolean isOfYears = this.rule.getFreq() == Freq.YEARLY && this.rule.hasPart(Part.BYSETPOS);
        this.beginning = isOfYears ? before(start, this.rule.getInterval()) : start.atStart();
        if (count == null && start.day().isBefore(from)) {
            forward(from);
        }
        this.next = following();
    }

    /** All moments of the rule. */
    public static Recurrence of(Rule rule, Moment start, ZoneId zone) {
        return new Recurrence(rule, start, start.day(), zone);
    }

    /** The moments of the rule from this day on. */
    public static Recurrence from(LocalDate day, Rule rule, Moment start, ZoneId zone) {
        return new Recurrence(rule, start, day, zone);
    }

    /** The same day and time in an earlier year from which the rule counts as well. */
    private static LocalDateTime before(Moment start, int interval) {
        for (int years = LEAP * interval; years < start.day().getYear(); years += LEAP * interval) {
            LocalDateTime time = start.atStart().minusYears(years);
            if (time.getDayOfMonth() == start.day().getDayOfMonth()) {
                return time;
            }
        }
        return start.atStart(); // its years are too far apart for one before it
    }

    private void forward(LocalDate day) {
        try {
            var iterator = iterator();
            iterator.fastForward(dateTime(day.atStartOfDay()));
            moments = iterator;
        } catch (IllegalArgumentException none) { // a long time without a moment, over which following() leaps
            moments = null;
        }
    }

    private RecurrenceRuleIterator iterator() {
        return rule.iterator(dateTime(beginning));
    }

    private DateTime dateTime(LocalDateTime time) {
        return dateTime(start.isWholeDay() ? new Moment(time.toLocalDate(), null) : Moment.of(time));
    }

    /** The rule with its end on the clocks of the place; an end that is a day takes in all of that day. */
    private static RecurrenceRule bounded(Rule rule, Moment start, ZoneId zone) {
        RecurrenceRule bounded = inAllMonths(byDays(rule));
        rule.until(zone)
                .ifPresent(until -> bounded.setUntil(
                        start.isWholeDay()
                                ? dateTime(new Moment(until.day(), null))
                                : dateTime(new Moment(
                                        until.day(), until.time() == null ? LocalTime.of(23, 59, 59) : until.time()))));
        return bounded;
    }

    /**
     * Every hour or minute of some days is the same as these days with all hours and minutes, and is found without a look at
     * the hours of all other days.
     */
    private static Rule byDays(Rule rule) {
        RecurrenceRule own = rule.rule();
        boolean isShort = own.getFreq() == Freq.HOURLY || own.getFreq() == Freq.MINUTELY;
        boolean isOfDays = Stream.of(Part.BYMONTH, Part.BYMONTHDAY, Part.BYDAY).anyMatch(own::hasPart);
        if (!isShort
                || !isOfDays
                || own.getInterval() != 1
                || own.hasPart(Part.BYSETPOS)
                || own.hasPart(Part.BYYEARDAY)) {
            return rule;
        }
        String text = rule.text().replaceFirst("FREQ=(?:HOURLY|MINUTELY)", "FREQ=DAILY");
        if (!own.hasPart(Part.BYHOUR)) {
            text += ";BYHOUR=" + numbers(HOURS);
        }
        if (own.getFreq() == Freq.MINUTELY && !own.hasPart(Part.BYMINUTE)) {
            text += ";BYMINUTE=" + numbers(MINUTES);
        }
        return new Rule(text);
    }

    private static String numbers(int below) {
        return IntStream.range(0, below).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    /** The library takes days of the month in years for those of the start's month; by the standard's table all months have them. */
    private static RecurrenceRule inAllMonths(Rule rule) {
        RecurrenceRule own = rule.rule();
        boolean isOfMonths = own.getFreq() == Freq.YEARLY && own.hasPart(Part.BYMONTHDAY) && !own.hasPart(Part.BYMONTH);
        return isOfMonths ? new Rule(rule.text() + ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12").rule() : own;
    }

    static Optional<Moment> until(@Nullable DateTime until, ZoneId zone) {
        if (until == null) {
            return Optional.empty();
        }
        var day = LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
        if (until.isAllDay()) {
            return Optional.of(new Moment(day, null));
        }
        var time = day.atTime(until.getHours(), until.getMinutes(), until.getSeconds());
        return Optional.of(
                Moment.of(until.isFloating() ? time : LocalDateTime.ofInstant(time.toInstant(ZoneOffset.UTC), zone)));
    }

    private static DateTime dateTime(Moment moment) {
        LocalDate day = moment.day();
        LocalTime time = moment.time();
        return time == null
                ? new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth())
                : new DateTime(
                        day.getYear(),
                        day.getMonthValue() - 1,
                        day.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
    }

    private @Nullable Moment following() {
        while (left > 0) {
            try {
                var iterator = moments == null ? iterator() : moments;
                moments = iterator;
                if (!iterator.hasNext()) {
                    return null;
                }
                Moment found = moment(iterator.peekDateTime());
                advance(iterator);
                boolean isNew = last == null ? found.compareTo(start) >= 0 : found.compareTo(last) > 0;
                if (isNew && isInWeek(found.day())) {
                    left = Math.max(0, left - 1);
                    last = found;
                    return found;
                }
            } catch (IllegalArgumentException gaveUp) {
                leap();
            }
        }
        return null;
    }

    private static DayOfWeek day(Weekday day) {
        return switch (day) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
    }

    /** It looks for the next but one, and may give that up. */
    private void advance(RecurrenceRuleIterator iterator) {
        try {
            iterator.nextDateTime();
        } catch (IllegalArgumentException gaveUp) {
            leap();
        }
    }

    /** The library makes days of a week 53 for years that have none; they are left out. */
    private boolean isInWeek(LocalDate day) {
        if (!rule.hasPart(Part.BYWEEKNO)) {
            return true;
        }
        var weeks = WeekFields.of(day(rule.getWeekStart()), DAYS_OF_FIRST_WEEK);
        long week = day.get(weeks.weekOfWeekBasedYear());
        long fromEnd = week - 1 - day.range(weeks.weekOfWeekBasedYear()).getMaximum();
        List<Integer> numbers = rule.getByPart(Part.BYWEEKNO);
        return numbers.contains((int) week) || numbers.contains((int) fromEnd);
    }

    /** Goes on from a later beginning, from which the rule counts as well; ends it when there is none. */
    private void leap() {
        moments = null;
        leaps++;
        long steps = (long) STEPS * rule.getInterval();
        boolean isOfLongMonths = beginning.getDayOfMonth() > FEWEST_DAYS
                && (rule.getFreq() == Freq.MONTHLY || rule.getFreq() == Freq.YEARLY);
        beginning = switch (rule.getFreq()) {
            case YEARLY -> beginning.plusYears(steps);
            case MONTHLY -> beginning.plusMonths(steps);
            case WEEKLY -> beginning.plusWeeks(steps);
            case DAILY -> beginning.plusDays(steps);
            case HOURLY -> beginning.plusHours(steps);
            case MINUTELY -> beginning.plusMinutes(steps);
            case SECONDLY -> beginning.plusSeconds(steps);
        };
        if (leaps > MOST_LEAPS || isOfLongMonths || beginning.toLocalDate().isAfter(Occurrences.HORIZON)) {
            left = 0;
        }
    }

    private Moment moment(DateTime found) {
        var day = LocalDate.of(found.getYear(), found.getMonth() + 1, found.getDayOfMonth());
        return start.isWholeDay()
                ? new Moment(day, null)
                : new Moment(day, LocalTime.of(found.getHours(), found.getMinutes(), found.getSeconds()));
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Moment next() {
        Moment found = next;
        if (found == null) {
            throw new NoSuchElementException("The rule has no more moments");
        }
        next = following();
        return found;
    }
}
