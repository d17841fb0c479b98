package org.herald.model.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the times of an event: a date, or dates that recur.
 *
 * @param number by which it is known in calendar programs; from 1 on, kept when others come and go
 * @param first its first day; with rules, the day from which they count (DTSTART)
 * @param last the day on which an occurrence that begins on {@code first} ends; null when it is the same, or follows from
 *     the times
 * @param isOpenEnded true when it goes on until further notice; it has no rules and no {@code last} then
 * @param times on each day; none for whole days, more than one only without {@code last}
 * @param rules RRULE; none for a single date
 * @param also RDATE: more occurrences; a whole day has the times of the series
 * @param except EXDATE: occurrences that there are not; a whole day takes all of that day away
 * @param changes by their {@code was}
 * @param venue where it is; null when it is where the event is
 */
public record Series(
        int number,
        LocalDate first,
        @Nullable LocalDate last,
        boolean isOpenEnded,
        List<TimeSpan> times,
        List<Rule> rules,
        List<Moment> also,
        List<Moment> except,
        List<ChangedOccurrence> changes,
        @Nullable ItemId venue) {

    public Series {
        times = List.copyOf(times);
        rules = List.copyOf(rules);
        also = List.copyOf(also);
        except = List.copyOf(except);
        changes = List.copyOf(changes);
    }

    /** A single date. */
    public static Series of(int number, LocalDate day, TimeSpan... times) {
        return new Series(number, day, null, false, List.of(times), List.of(), List.of(), List.of(), List.of(), null);
    }

    public Series withRules(Rule... other) {
        return new Series(number, first, last, isOpenEnded, times, List.of(other), also, except, changes, venue);
    }

    /** The same with the occurrence cancelled that begins then by the series. */
    Series cancelled(Moment was) {
        var others = new ArrayList<ChangedOccurrence>();
        changes.stream().filter(change -> !change.was().equals(was)).forEach(others::add);
        others.add(new ChangedOccurrence(was, null, null));
        return new Series(number, first, last, isOpenEnded, times, rules, also, except, others, venue);
    }

    /** The same so many days later, without what was different on single days. */
    Series later(long days) {
        return new Series(
                number,
                first.plusDays(days),
                last == null ? null : last.plusDays(days),
                isOpenEnded,
                times,
                rules.stream().map(rule -> rule.later(days)).toList(),
                also.stream().map(moment -> moment.later(days)).toList(),
                List.of(),
                List.of(),
                venue);
    }

    /** True when it has more than one occurrence, or may have. */
    public boolean isRecurring() {
        return !rules.isEmpty() || !also.isEmpty();
    }

    /** True when it has whole days. */
    public boolean isWholeDays() {
        return times.isEmpty();
    }

    /** True when it goes on without an end. */
    public boolean isEndless() {
        return isOpenEnded || rules.stream().anyMatch(Rule::isEndless);
    }

    /** When occurrences begin that the first day has. */
    public List<Moment> starts() {
        return startsOn(first);
    }

    List<Moment> startsOn(LocalDate day) {
        return times.isEmpty()
                ? List.of(new Moment(day, null))
                : times.stream().map(span -> new Moment(day, span.from())).toList();
    }
}
