package org.herald.store;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;

/**
 * The months in which a list has stories, oldest first, each with how many. What a page asks of it is what the page is made
 * from: one that only leads to the next month stays as it is when this month gets another story.
 */
public final class Months {

    private final ListKey list;
    private final Language language;
    private final SortedMap<YearMonth, Long> counts;
    private final Consumer<Set<PageKey>> read;

    /** A month and how many stories of the list are older than its first. */
    record Holding(YearMonth month, long before) {}

    /** @param read takes the keys of what is read from it */
    Months(ListKey list, Language language, SortedMap<YearMonth, Long> counts, Consumer<Set<PageKey>> read) {
        this.list = list;
        this.language = language;
        this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        this.read = read;
    }

    /** How many stories each month has; months without are left out. */
    public SortedMap<YearMonth, Long> counts() {
        noteAll();
        return counts;
    }

    public long total() {
        noteAll();
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public boolean has(YearMonth month) {
        return counts.containsKey(month);
    }

    public boolean has(Year year) {
        return !in(year).isEmpty();
    }

    /** How many stories this month has. */
    public long in(YearMonth month) {
        read.accept(Set.of(PageKey.days(list, language, month)));
        return counts.getOrDefault(month, 0L);
    }

    /** How many stories each month of this year has; months without are left out. */
    public SortedMap<YearMonth, Long> in(Year year) {
        read.accept(Set.of(PageKey.year(list, language, year)));
        return counts.subMap(year.atMonth(1), year.plusYears(1).atMonth(1));
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

    /** The nearest year with stories before this one. */
    public Optional<Year> before(Year year) {
        return before(year.atMonth(1)).map(month -> Year.of(month.getYear()));
    }

    /** The nearest year with stories after this one. */
    public Optional<Year> after(Year year) {
        return after(year.atMonth(12)).map(month -> Year.of(month.getYear()));
    }

    /** The years with stories, oldest first. */
    public SortedSet<Year> yearsWithStories() {
        return counts.keySet().stream()
                .map(month -> Year.of(month.getYear()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many stories each year has, oldest first; years without are left out. */
    public SortedMap<Year, Long> years() {
        noteAll();
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

    private void noteAll() {
        read.accept(Set.of(PageKey.counts(list, language)));
    }
}
