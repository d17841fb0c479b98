package org.herald.model.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The moments that a rule makes from a start, in their order, on the clocks of one place. Its start is one of them only where
 * the rule says so.
 */
public final class Recurrence implements Iterator<Moment> {

    private final RecurrenceRuleIterator moments;
    private final boolean areWholeDays;
    private @Nullable Moment next;

    private Recurrence(RecurrenceRuleIterator moments, boolean areWholeDays) {
        this.moments = moments;
        this.areWholeDays = areWholeDays;
        this.next = following();
    }

    /** All moments of the rule. */
    public static Recurrence of(Rule rule, Moment start, ZoneId zone) {
        return new Recurrence(bounded(rule, start, zone).iterator(dateTime(start)), start.isWholeDay());
    }

    /** The moments of the rule from this day on. */
    public static Recurrence from(LocalDate day, Rule rule, Moment start, ZoneId zone) {
        var moments = bounded(rule, start, zone).iterator(dateTime(start));
        if (start.day().isBefore(day)) {
            forward(moments, dateTime(start.isWholeDay() ? new Moment(day, null) : Moment.of(day.atStartOfDay())));
        }
        return new Recurrence(moments, start.isWholeDay());
    }

    private static void forward(RecurrenceRuleIterator moments, DateTime until) {
        try {
            moments.fastForward(until);
        } catch (IllegalArgumentException none) { // the rule has no moment in a very long time
            moments.skipAllButLast();
        }
    }

    /** The rule with its end on the clocks of the place; an end that is a day takes in all of that day. */
    private static RecurrenceRule bounded(Rule rule, Moment start, ZoneId zone) {
        RecurrenceRule bounded = rule.rule();
        rule.until(zone)
                .ifPresent(until -> bounded.setUntil(
                        start.isWholeDay()
                                ? dateTime(new Moment(until.day(), null))
                                : dateTime(new Moment(
                                        until.day(), until.time() == null ? LocalTime.of(23, 59, 59) : until.time()))));
        return bounded;
    }

    static Optional<Moment> moment(@Nullable DateTime until, ZoneId zone) {
        if (until == null) {
            return Optional.empty();
        }
        var day = LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
        if (until.isAllDay()) {
            return Optional.of(new Moment(day, null));
        }
        var time = day.atTime(until.getHours(), until.getMinutes(), until.getSeconds());
        return Optional.of(Moment.of(
                until.isFloating()
                        ? time
                        : LocalDateTime.ofInstant(time.toInstant(ZoneOffset.UTC), zone)));
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
        try {
            if (!moments.hasNext()) {
                return null;
            }
            DateTime found = moments.nextDateTime();
            var day = LocalDate.of(found.getYear(), found.getMonth() + 1, found.getDayOfMonth());
            return areWholeDays
                    ? new Moment(day, null)
                    : new Moment(day, LocalTime.of(found.getHours(), found.getMinutes(), found.getSeconds()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException none) { // no moment in a very long time
            return null;
        }
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
