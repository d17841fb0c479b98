package org.herald.store;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The months in which a list has stories, oldest first, each with how many. */
public record Months(SortedMap<YearMonth, Long> counts) {

    /** A month and how many stories of the list are older than its first. */
    record Holding(YearMonth month, long before) {}

    public Months {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The nearest month with stories before this one. */
    public Optional<YearMonth> before(YearMonth month) {
        var earlier = counts.headMap(month);
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.lastKey());
    }

    /** The nearest month with stories after this one. */
    public Optional<YearMonth> after(YearMonth month) {
        var later = counts.tailMap(month.plusMonths(1));
        return later.isEmpty() ? Optional.empty() : Optional.of(later.firstKey());
    }

    public Optional<YearMonth> newest() {
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts.lastKey());
    }

    /** How many stories each year has, oldest first; years without are left out. */
    public SortedMap<Year, Long> years() {
        var years = new TreeMap<Year, Long>();
        counts.forEach((month, count) -> years.merge(Year.of(month.getYear()), count, Long::sum));
        return years;
    }

    /** The month in which the story with this ordinal stands, 1 being the oldest of the list. */
    Holding holding(long ordinal) {
        long before = 0;
        for (var entry : counts.entrySet()) {
            if (before + entry.getValue() >= ordinal) {
                return new Holding(entry.getKey(), before);
            }
            before += entry.getValue();
        }
        throw new IllegalArgumentException("The list has no story " + ordinal);
    }
}
