package org.herald.model.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of an event. They are computed where they are asked for, so that an event without an end costs no more
 * than another.
 */
public final class Occurrences {

    /** The last day of which is known what takes place. */
    public static final LocalDate HORIZON = LocalDate.of(2199, 12, 31);

    /** The first one. */
    public static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    /** The most occurrences of one series that are looked at for a question. */
    private static final int MOST = 100_000;

    private static final int YEARS_AT_ONCE = 2;

    /** Of at most so many days usual rules are looked at day by day. */
    private static final int MOST_DAYS = 400;

    private final EventTimes times;
    private final ZoneId zone;
    private final List<Line> lines;

    /** A series with its rules. */
    private record Line(Series series, List<RuleOfSeries> rules) {}

    /** @param usual null for a rule that is not among the usual ones */
    private record RuleOfSeries(Rule rule, DayPattern.@Nullable Bounded usual) {}

    /** @param portal the zone of the portal, for times without one of their own */
    public Occurrences(EventTimes times, ZoneId portal) {
        this.times = times;
        this.zone = times.zone(portal);
        this.lines = times.series().stream()
                .map(series -> new Line(
                        series,
                        series.rules().stream()
                                .map(rule -> new RuleOfSeries(
                                        rule,
                                        DayPattern.of(rule, series.first()).orElse(null)))
                                .toList()))
                .toList();
    }

    /**
     * The days on which it takes place, where they are those of a single usual rule, each occurrence on one day; in the odd
     * months single dates are different. Empty for other events.
     */
    public Optional<Regular> regular() {
        return Regular.of(times);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Those that a calendar shows under one of these days, also those that began before, in their order. */
    public List<Occurrence> within(LocalDate from, LocalDate until) {
        var found = new TreeSet<Occurrence>();
        for (Line line : lines) {
            of(line, from, until).stream()
                    .filter(occurrence -> occurrence.isWithin(from, until))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The next ones that are not over at this instant, those that are on first; cancelled ones as well. */
    public List<Occurrence> after(Instant at, int most) {
        var day = LocalDate.ofInstant(at, zone);
        var found = new TreeSet<Occurrence>();
        for (var from = day.minusDays(1); !from.isAfter(HORIZON) && found.size() < most; ) {
            // most events have a date in the days to come; the span doubles until one has
            long span = Math.max(1, ChronoUnit.DAYS.between(day, from) + 1) * 30;
            LocalDate until = from.plusDays(Math.min(span, 40_000));
            within(from, until).stream()
                    .filter(occurrence -> occurrence.until().isAfter(at))
                    .forEach(found::add);
            if (isOverBefore(until)) {
                break;
            }
            from = until.plusDays(1);
        }
        return found.stream().limit(most).toList();
    }

    /** The newest ones that are over at this instant, newest first. */
    public List<Occurrence> before(Instant at, int most) {
        LocalDate first = first();
        var found = new TreeSet<Occurrence>();
        LocalDate until = LocalDate.ofInstant(at, zone);
        while (found.size() < most && !until.isBefore(first)) {
            LocalDate from = until.minusYears(YEARS_AT_ONCE);
            within(from, until).stream()
                    .filter(occurrence -> !occurrence.until().isAfter(at))
                    .forEach(found::add);
            until = from.minusDays(1);
        }
        return found.descendingSet().stream().limit(most).toList();
    }

    /** The first day of all. */
    public LocalDate first() {
        return times.series().stream()
                .flatMap(series -> Stream.of(
                                Stream.of(series.first()),
                                series.also().stream().map(Moment::day),
                                series.changes().stream()
                                        .map(ChangedOccurrence::start)
                                        .filter(Objects::nonNull)
                                        .map(Moment::day))
                        .flatMap(days -> days))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The last day of all; empty for an event without an end. */
    public Optional<LocalDate> last() {
        if (times.isEndless()) {
            return Optional.empty();
        }
        return lines.stream()
                .flatMap(line -> of(line, BEGINNING, HORIZON).stream())
                .map(Occurrence::lastDay)
                .max(LocalDate::compareTo);
    }

    private boolean isOverBefore(LocalDate day) {
        return !times.isEndless()
                && times.series().stream().allMatch(series -> series.rules().isEmpty() && isSingleOver(series, day));
    }

    private static boolean isSingleOver(Series series, LocalDate day) {
        return series.first().isBefore(day)
                && series.also().stream().allMatch(moment -> moment.day().isBefore(day))
                && series.changes().stream().allMatch(change -> {
                    Moment start = change.start();
                    return start == null || start.day().isBefore(day);
                });
    }

    /** Those of a series that may stand under these days. */
    private List<Occurrence> of(Line line, LocalDate from, LocalDate until) {
        Series series = line.series();
        var changes = new TreeMap<Moment, ChangedOccurrence>();
        series.changes().forEach(change -> changes.put(change.was(), change));
        var found = new ArrayList<Occurrence>();
        for (Moment start : starts(line, from.minusDays(length(series)), until)) {
            ChangedOccurrence change = changes.get(start);
            if (change == null) {
                found.add(occurrence(series, start, start, end(series, start, start), false));
            } else if (change.isCancelled()) {
                found.add(occurrence(series, start, start, end(series, start, start), true));
            }
        }
        for (ChangedOccurrence change : changes.values()) {
            Moment start = change.start();
            if (start != null) {
                Moment end = change.end();
                found.add(occurrence(
                        series, change.was(), start, end == null ? end(series, change.was(), start) : end, false));
            }
        }
        return found;
    }

    private Occurrence occurrence(Series series, Moment was, Moment start, @Nullable Moment end, boolean isCancelled) {
        return new Occurrence(
                series.number(), was, start, end, series.isOpenEnded(), isCancelled, zone, series.venue());
    }

    /** How many days before a day an occurrence may begin that is on then. */
    private static long length(Series series) {
        LocalDate last = series.last();
        return series.isOpenEnded() ? 0 : 1 + (last == null ? 0 : ChronoUnit.DAYS.between(series.first(), last));
    }

    /** @param was when it begins by the series, which says how long it takes */
    private static @Nullable Moment end(Series series, Moment was, Moment start) {
        if (series.isOpenEnded()) {
            return null;
        }
        LocalDate last = series.last();
        long days = last == null ? 0 : ChronoUnit.DAYS.between(series.first(), last);
        if (start.isWholeDay()) {
            return last == null ? null : new Moment(start.day().plusDays(days), null);
        }
        TimeSpan span = span(series, was);
        if (span == null || span.until() == null) {
            return last == null ? null : new Moment(start.day().plusDays(days), null);
        }
        LocalDateTime begins = series.first().atTime(span.from());
        LocalDateTime ends = last == null && span.endsNextDay()
                ? series.first().plusDays(1).atTime(span.until())
                : series.first().plusDays(days).atTime(span.until());
        return Moment.of(start.atStart().plus(Duration.between(begins, ends)));
    }

    /** The span of the series that begins at this time; the first for a time that a rule has made. */
    private static @Nullable TimeSpan span(Series series, Moment start) {
        return series.times().stream()
                .filter(span -> span.from().equals(start.time()))
                .findFirst()
                .orElse(series.times().isEmpty() ? null : series.times().getFirst());
    }

    /** When occurrences begin by the series, with those that are changed. */
    private Set<Moment> starts(Line line, LocalDate from, LocalDate until) {
        Series series = line.series();
        if (series.isOpenEnded()) {
            return new TreeSet<>(series.starts().subList(0, 1));
        }
        var starts = new TreeSet<Moment>();
        if (series.rules().isEmpty()) {
            starts.addAll(series.starts());
        }
        boolean areFew = ChronoUnit.DAYS.between(from, until) <= MOST_DAYS;
        for (RuleOfSeries rule : line.rules()) {
            if (areFew && rule.usual() != null) {
                recur(rule.usual(), series, from, until, starts);
            } else {
                series.starts().forEach(start -> recur(rule.rule(), start, from, until, starts));
            }
        }
        for (Moment also : series.also()) {
            starts.addAll(also.isWholeDay() ? series.startsOn(also.day()) : List.of(also));
        }
        starts.removeAll(new HashSet<>(series.except()));
        if (series.except().stream().anyMatch(Moment::isWholeDay)) {
            var days = new HashSet<LocalDate>();
            series.except().stream().filter(Moment::isWholeDay).map(Moment::day).forEach(days::add);
            starts.removeIf(start -> days.contains(start.day()));
        }
        return starts;
    }

    private static void recur(
            DayPattern.Bounded usual, Series series, LocalDate from, LocalDate until, Set<Moment> starts) {
        LocalDate last = until.isBefore(usual.until()) ? until : usual.until();
        LocalDate day = from.isAfter(usual.from()) ? from : usual.from();
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (usual.pattern().isOn(day)) {
                starts.addAll(series.startsOn(day));
            }
        }
    }

    private void recur(Rule rule, Moment start, LocalDate from, LocalDate until, Set<Moment> starts) {
        var moments = Recurrence.from(from, rule, start, zone);
        for (int count = 0; moments.hasNext() && count < MOST; count++) {
            Moment next = moments.next();
            if (next.day().isAfter(until)) {
                return;
            }
            starts.add(next);
        }
    }
}
