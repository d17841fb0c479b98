package org.herald.model.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a regular event takes place, in short: on the days of a pattern, from one day until another, each occurrence on one day.
 *
 * @param until {@link LocalDate#MAX} for an event without an end
 * @param odd the months in which single dates are different: left out, added, moved or cancelled
 */
public record Regular(DayPattern pattern, LocalDate from, LocalDate until, Set<YearMonth> odd) {

    private static final int MOST_ODD = 120;

    public Regular {
        odd = Set.copyOf(odd);
    }

    static Optional<Regular> of(EventTimes times) {
        if (times.series().size() != 1) {
            return Optional.empty();
        }
        Series series = times.series().getFirst();
        if (series.rules().size() != 1 || series.last() != null || series.isOpenEnded()) {
            return Optional.empty();
        }
        return DayPattern.of(series.rules().getFirst(), series.first())
                .map(bounded -> new Regular(bounded.pattern(), bounded.from(), bounded.until(), odd(series)))
                .filter(regular -> regular.odd().size() <= MOST_ODD);
    }

    private static Set<YearMonth> odd(Series series) {
        var odd = new HashSet<YearMonth>();
        series.also().forEach(moment -> odd.add(YearMonth.from(moment.day())));
        series.except().forEach(moment -> odd.add(YearMonth.from(moment.day())));
        for (ChangedOccurrence change : series.changes()) {
            odd.add(YearMonth.from(change.was().day()));
            Moment start = change.start();
            if (start != null) {
                Moment end = change.end();
                var last = YearMonth.from(end == null || end.day().isBefore(start.day()) ? start.day() : end.day());
                for (var month = YearMonth.from(start.day());
                        !month.isAfter(last) && odd.size() <= MOST_ODD;
                        month = month.plusMonths(1)) {
                    odd.add(month);
                }
            }
        }
        return odd;
    }
}
