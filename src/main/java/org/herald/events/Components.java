package org.herald.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.herald.events.CalendarEvent.Status;
import org.herald.events.Component.Recurring;
import org.herald.events.Component.Times;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The VEVENTs of an event: one for each series and each of its times of a day, followed by one for each of its occurrences
 * that is changed. A calendar has one start for what recurs, so that dates of several times are several there.
 */
final class Components {

    private final CalendarEvent event;
    private final ZoneId zone;
    private final List<Component> found = new ArrayList<>();

    private Components(CalendarEvent event, ZoneId portal) {
        this.event = event;
        this.zone = event.times().zone(portal);
    }

    static List<Component> of(CalendarEvent event, ZoneId portal) {
        var components = new Components(event, portal);
        event.times().series().forEach(components::add);
        return List.copyOf(components.found);
    }

    /** One occurrence alone. Its name is of its own, so that it does not replace the whole of what recurs. */
    static Component of(CalendarEvent event, Occurrence occurrence) {
        return new Component(
                event,
                event.name().uid(occurrence.series(), ContentLines.moment(occurrence.was())),
                null,
                new Times(occurrence.start(), end(occurrence), occurrence.isOpenEnded(), occurrence.zone()),
                Recurring.NOT,
                occurrence.isCancelled() ? Status.CANCELLED : event.status(),
                event.placeOf(occurrence.venue()));
    }

    /** One of the times of a day of a series, with what of the series belongs to it. */
    private final class Part {
        private final Series series; // with this time alone, without exceptions and changes
        private final String uid;
        private final Occurrences occurrences;

        Part(Series whole, int number, @Nullable TimeSpan span, List<Moment> also) {
            this.series = new Series(
                    whole.number(),
                    whole.first(),
                    whole.last(),
                    whole.isOpenEnded(),
                    span == null ? List.of() : List.of(span),
                    whole.rules(),
                    also,
                    List.of(),
                    List.of(),
                    whole.venue());
            this.uid = event.name().uid(whole.number(), Integer.toString(number));
            this.occurrences = new Occurrences(new EventTimes(zone, List.of(series)), zone);
        }

        Optional<Occurrence> at(Moment start) {
            return occurrences.within(start.day(), start.day()).stream()
                    .filter(occurrence -> occurrence.start().equals(start))
                    .findFirst();
        }

        List<Moment> on(LocalDate day) {
            return occurrences.within(day, day).stream()
                    .map(Occurrence::start)
                    .filter(start -> start.day().equals(day))
                    .toList();
        }
    }

    private void add(Series series) {
        List<TimeSpan> spans = series.times();
        var changes = new HashMap<Moment, ChangedOccurrence>();
        series.changes().forEach(change -> changes.put(change.was(), change));
        var parts = new ArrayList<Part>();
        for (int number = 1; number <= Math.max(1, spans.size()); number++) {
            TimeSpan span = spans.isEmpty() ? null : spans.get(number - 1);
            parts.add(new Part(series, number, span, also(series, span, number == 1)));
        }
        Set<Moment> written = new HashSet<>();
        parts.forEach(part -> add(series, part, changes, written));
        series.changes().stream()
                .filter(change -> !change.isCancelled() && !written.contains(change.was()))
                .forEach(change -> addAlone(series, change));
    }

    /** The added dates of one time: whole days have it, a time that the series does not have belongs to the first. */
    private static List<Moment> also(Series series, @Nullable TimeSpan span, boolean isFirst) {
        var also = new TreeSet<Moment>();
        for (Moment moment : series.also()) {
            if (span == null || moment.isWholeDay() || moment.time() == null) {
                also.add(span == null ? moment : new Moment(moment.day(), span.from()));
                continue;
            }
            LocalTime time = moment.time();
            boolean isOwn = span.from().equals(time);
            boolean isOfNone =
                    series.times().stream().noneMatch(each -> each.from().equals(time));
            if (isOwn || (isFirst && isOfNone)) {
                also.add(moment);
            }
        }
        return List.copyOf(also);
    }

    private void add(Series whole, Part part, Map<Moment, ChangedOccurrence> changes, Set<Moment> written) {
        var except = new TreeSet<Moment>();
        for (Moment each : whole.except()) {
            if (each.isWholeDay()) {
                except.addAll(part.on(each.day()));
            } else if (part.at(each).isPresent()) {
                except.add(each);
            }
        }
        var also = new TreeSet<>(part.series.also());
        also.removeAll(except);
        var changed = changed(whole, part, changes);
        changed.forEach(change -> except.remove(change.was())); // it is changed, and not taken away
        Moment start = start(part.series, also, except);
        if (start == null) {
            return;
        }
        also.remove(start);
        var times = new Times(start, end(part, start), whole.isOpenEnded(), zone);
        found.add(new Component(
                event,
                part.uid,
                null,
                times,
                new Recurring(part.series.rules(), List.copyOf(also), List.copyOf(except)),
                event.status(),
                event.placeOf(whole.venue())));
        for (ChangedOccurrence change : changed) {
            written.add(change.was());
            found.add(override(part, change));
        }
    }

    /** The changes of occurrences that this time makes. */
    private static List<ChangedOccurrence> changed(Series whole, Part part, Map<Moment, ChangedOccurrence> changes) {
        return changes.values().stream()
                .filter(change -> part.at(change.was()).isPresent())
                .filter(change -> !change.isCancelled() || !isExcepted(whole, change.was()))
                .sorted((one, other) -> one.was().compareTo(other.was()))
                .toList();
    }

    private static boolean isExcepted(Series whole, Moment was) {
        return whole.except().stream()
                .anyMatch(each ->
                        each.equals(was) || (each.isWholeDay() && each.day().equals(was.day())));
    }

    /**
     * The start of what recurs, which is its first occurrence (RFC 5545, section 3.8.2.4). Where rules count from a day that
     * is none, the day stays and is taken away; with one rule the first date that it makes counts the same.
     */
    private @Nullable Moment start(Series series, NavigableSet<Moment> also, NavigableSet<Moment> except) {
        Moment first = series.starts().getFirst();
        if (series.rules().isEmpty()) {
            return first;
        }
        var firsts = new TreeSet<Moment>();
        for (Rule rule : series.rules()) {
            var moments = Recurrence.of(rule, first, zone);
            if (moments.hasNext()) {
                firsts.add(moments.next());
            }
        }
        if (firsts.isEmpty()) {
            return also.isEmpty() ? null : also.first();
        }
        if (firsts.contains(first) || series.rules().size() == 1) {
            return firsts.first();
        }
        if (!also.contains(first)) {
            except.add(first);
        }
        return first;
    }

    private Component override(Part part, ChangedOccurrence change) {
        Moment start = change.start();
        Moment from = start == null ? change.was() : start;
        Moment end = change.end() == null ? end(part, from) : after(change.end(), from);
        return new Component(
                event,
                part.uid,
                change.was(),
                new Times(from, end, part.series.isOpenEnded(), zone),
                Recurring.NOT,
                start == null ? Status.CANCELLED : event.status(),
                event.placeOf(part.series.venue()));
    }

    /** A date in place of one that the series does not have. */
    private void addAlone(Series series, ChangedOccurrence change) {
        Occurrences occurrences = new Occurrences(new EventTimes(zone, List.of(series)), zone);
        Moment start = change.start();
        if (start != null) {
            occurrences.within(start.day(), start.day()).stream()
                    .filter(occurrence -> occurrence.was().equals(change.was()))
                    .findFirst()
                    .ifPresent(occurrence -> found.add(of(event, occurrence)));
        }
    }

    private static @Nullable Moment end(Part part, Moment start) {
        Series one = new Series(
                part.series.number(),
                part.series.first(),
                part.series.last(),
                part.series.isOpenEnded(),
                part.series.times(),
                part.series.rules(),
                List.of(start),
                List.of(),
                List.of(),
                null);
        return new Occurrences(new EventTimes(part.occurrences.zone(), List.of(one)), part.occurrences.zone())
                .within(start.day(), start.day()).stream()
                        .filter(occurrence -> occurrence.start().equals(start))
                        .findFirst()
                        .map(Components::end)
                        .orElse(null);
    }

    /** The end as calendars have it: the day after the last of whole days, also of one whose times are not known. */
    private static @Nullable Moment end(Occurrence occurrence) {
        if (occurrence.isOpenEnded()) {
            return null;
        }
        Moment end = occurrence.end();
        return end == null
                ? occurrence.isWholeDays() ? new Moment(occurrence.start().day().plusDays(1), null) : null
                : after(end, occurrence.start());
    }

    private static Moment after(Moment end, Moment start) {
        if (!end.isWholeDay()) {
            return end;
        }
        LocalDate day = end.day().plusDays(1);
        return start.isWholeDay() ? new Moment(day, null) : Moment.of(day.atStartOfDay());
    }
}
