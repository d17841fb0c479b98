package org.herald.exchange.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.herald.exchange.ics.EventGroup.Named;
import org.herald.exchange.ics.EventGroup.OwnUid;
import org.herald.model.ItemId;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Reads when an event takes place. What is no time is noted. */
final class TimesReader {

    private final ZoneNames zones;
    private final ZoneId portal;
    private final EventNoting noting;
    private final RuleTrials trials;
    private final Set<String> told = new HashSet<>(); // zones
    private ZoneId zone; // of the event, once its first begin is read

    TimesReader(ZoneNames zones, ZoneId portal, RuleTrials trials, EventNoting noting) {
        this.trials = trials;
        this.zones = zones;
        this.portal = portal;
        this.noting = noting;
        this.zone = portal;
    }

    /** When one VEVENT begins and ends; the end is the last day of whole days, and null when it is not known. */
    private record Span(Moment start, @Nullable Moment end) {

        List<TimeSpan> times() {
            LocalTime from = start.time();
            return from == null ? List.of() : List.of(new TimeSpan(from, end == null ? null : end.time()));
        }

        /** The last day, where it does not follow from the times. */
        @Nullable
        LocalDate last() {
            if (end == null) {
                return null;
            }
            LocalTime from = start.time();
            LocalTime until = end.time();
            boolean isNextDay = from != null && until != null && !until.isAfter(from);
            return end.day().equals(isNextDay ? start.day().plusDays(1) : start.day()) ? null : end.day();
        }
    }

    /**
     * The times of an event; empty when they cannot be read.
     *
     * @param venues where a VEVENT is, when that is elsewhere than the event
     */
    Optional<EventTimes> read(EventGroup group, Function<ParsedEvent, Optional<ItemId>> venues) {
        var begin = stamp(group.first(), "DTSTART");
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        zone = zone(group, begin.get());
        var series = new ArrayList<Series>();
        var alone = new ArrayList<Named>();
        for (Named named : group.named()) {
            if (named.whole() == null) {
                named.overrides().forEach(each -> single(each, series, venues));
            } else if (named.own().filter(own -> own.was().isPresent()).isPresent()
                    && group.named().size() > 1) {
                alone.add(named);
            } else {
                whole(named, named.whole(), series, venues);
            }
        }
        alone.forEach(named -> addChange(named, series));
        if (series.isEmpty()) {
            return Optional.empty();
        }
        series.sort(Comparator.comparingInt(Series::number));
        return Optional.of(new EventTimes(zone.equals(portal) ? null : zone, series));
    }

    /** The time at a line of a VEVENT; empty when it has none, or one that is none, which is noted. */
    private Optional<Stamp> stamp(ParsedEvent event, String name) {
        var line = event.first(name);
        if (line.isEmpty()) {
            noting.fault(name, "", "the event does not say when it begins. Add " + name + ".");
        }
        return line.flatMap(content -> stamp(content, content.value()));
    }

    private Optional<Stamp> stamp(ContentLine line, String value) {
        String name = line.parameter("TZID").strip();
        ZoneId clocks = null;
        if (!name.isEmpty() && value.indexOf('T') > 0 && !value.endsWith("Z")) {
            int year = value.matches("[12][0-9]{3}.*") ? Integer.parseInt(value.substring(0, 4)) : 2000;
            var found = zones.find(name, year);
            if (found.zone().isEmpty()) {
                noting.fault(
                        line.name(),
                        name,
                        "the time zone is not known, and the file does not say with which other its clocks agree. Write"
                                + " a name such as Europe/Minsk.");
                return Optional.empty();
            }
            clocks = isUtc(found.zone().get()) ? Stamp.UTC : found.zone().get();
            if (found.isCompared() && told.add(name)) {
                noting.note(line.name(), name, "the time zone was read as " + clocks + ", whose clocks show the same.");
            }
        }
        var stamp = Stamp.parse(value, clocks);
        if (stamp.isEmpty()) {
            noting.fault(
                    line.name(),
                    value,
                    "this is no day or time of the years 1000 to 2199. Write 20260705 or 20260705T150000.");
        }
        return stamp;
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() == 0;
    }

    /** The zone of an event: that of its begin. Times in UTC are meant on the clocks of a place, where that can be known. */
    private ZoneId zone(EventGroup group, Stamp begin) {
        ZoneId own = begin.zone();
        if (own == null || begin.isWholeDay() || !begin.isUtc() || isUtc(portal)) {
            return own == null || begin.isWholeDay() || (isUtc(own) && isUtc(portal)) ? portal : own;
        }
        ZoneId place = ZoneNames.named(group.first().calendar().zone()).orElse(portal);
        boolean isRecurring = group.all()
                .anyMatch(event ->
                        !event.all("RRULE").isEmpty() || !event.all("RDATE").isEmpty());
        if (!isRecurring) {
            return place;
        }
        boolean isSteady = place.getRules().nextTransition(begin.moment().in(Stamp.UTC)) == null
                && begin.on(place).day().equals(begin.moment().day());
        return isSteady ? place : Stamp.UTC;
    }

    private Optional<Span> span(ParsedEvent event) {
        return stamp(event, "DTSTART").flatMap(start -> {
            var line = event.first("DTEND");
            var duration = event.first("DURATION");
            Optional<Stamp> end = Optional.empty();
            if (line.isPresent()) {
                end = stamp(line.get(), line.get().value());
            } else if (duration.isPresent()) {
                var length = Stamp.Length.parse(duration.get().value()).filter(each -> !each.isNegative());
                if (length.isEmpty()) {
                    noting.fault(
                            "DURATION", duration.get().value(), "this is no length of time. Write PT1H30M or P2D.");
                }
                end = length.map(each -> start.plus(each, portal));
            }
            Moment begin = start.on(zone);
            if (end.isEmpty()) {
                return Optional.of(new Span(begin, null));
            }
            return span(event, begin, end.get().on(zone));
        });
    }

    private Optional<Span> span(ParsedEvent event, Moment start, Moment end) {
        Moment last = end;
        if (start.isWholeDay()) { // calendars have the day after the last
            boolean isDayBefore = end.isWholeDay() || LocalTime.MIDNIGHT.equals(end.time());
            LocalDate day =
                    isDayBefore && end.day().isAfter(start.day()) ? end.day().minusDays(1) : end.day();
            last = new Moment(day, null);
        } else if (end.isWholeDay()) {
            last = Moment.of(end.day().atStartOfDay());
        }
        if (last.compareTo(start) < 0) {
            noting.fault("DTEND", event.value("DTEND"), "the event ends before it begins. Mend DTEND or DTSTART.");
            return Optional.empty();
        }
        return Optional.of(new Span(start, last.equals(start) ? null : last));
    }

    /** A date whose series the file does not have. */
    private void single(ParsedEvent event, List<Series> into, Function<ParsedEvent, Optional<ItemId>> venues) {
        span(event)
                .ifPresent(span -> into.add(new Series(
                        number(into, 0),
                        span.start().day(),
                        span.last(),
                        false,
                        span.times(),
                        List.of(),
                        List.of(),
                        List.of(),
                        event.isCancelled() ? List.of(new ChangedOccurrence(span.start(), null, null)) : List.of(),
                        venues.apply(event).orElse(null))));
    }

    private static int number(List<Series> known, int wanted) {
        int number = Math.max(wanted, 1);
        while (isTaken(known, number)) {
            number++;
        }
        return number;
    }

    private static boolean isTaken(List<Series> known, int number) {
        return known.stream().anyMatch(series -> series.number() == number);
    }

    private void whole(
            Named named, ParsedEvent event, List<Series> into, Function<ParsedEvent, Optional<ItemId>> venues) {
        var found = span(event);
        if (found.isEmpty()) {
            return;
        }
        Span span = found.get();
        var rules = rules(event, span.start());
        var also = moments(event, "RDATE");
        var except = moments(event, "EXDATE");
        boolean isDateOfRules = rules.isEmpty() || makes(rules, span.start());
        boolean isTakenAway = except.contains(span.start())
                || except.contains(new Moment(span.start().day(), null));
        if (!isDateOfRules && !isTakenAway) {
            also.add(span.start()); // the begin is a date, whatever the rules say (RFC 5545, section 3.8.5.3)
        }
        also.removeIf(moment -> rules.isEmpty() && moment.equals(span.start()));
        int wanted = named.own().map(OwnUid::series).orElse(0);
        var series = new Series(
                wanted,
                span.start().day(),
                span.last(),
                event.value("X-HERALD-OPEN-ENDED").equalsIgnoreCase("TRUE"),
                span.times(),
                rules,
                List.copyOf(also),
                List.copyOf(except),
                changes(event, named.overrides(), span),
                venues.apply(event).orElse(null));
        boolean isOfTimes = named.own().isPresent() && join(series, into);
        if (!isOfTimes) {
            into.add(numbered(series, number(into, wanted)));
        }
    }

    /** True when a rule makes the begin a date; a rule that makes none at all is noted. */
    private boolean makes(List<Rule> rules, Moment start) {
        boolean isMade = false;
        for (Rule rule : rules) {
            switch (trials.of(rule, start, zone)) {
                case BEGIN -> isMade = true;
                case LATER -> {} // the begin is a date beside those of the rule
                case NEVER ->
                    noting.fault("RRULE", rule.text(), "the rule makes no date at all. Mend its days or its end.");
                case UNKNOWN ->
                    noting.fault(
                            "RRULE",
                            rule.text(),
                            "the rules of the file before it took too long to try. Mend those that are named above.");
            }
        }
        return isMade;
    }

    private List<Rule> rules(ParsedEvent event, Moment start) {
        event.first("EXRULE")
                .ifPresent(line ->
                        noting.fault("EXRULE", line.value(), "calendars have it no more. Name the dates in EXDATE."));
        var rules = new ArrayList<Rule>();
        for (ContentLine line : event.all("RRULE")) {
            String text = line.value().strip().replaceFirst(";+$", "");
            var rule = Rule.parse(text);
            if (rule.isEmpty()) {
                noting.fault(
                        "RRULE", text, "this is no rule by which dates recur (RFC 5545, section 3.3.10). Mend it.");
            } else if (rule.get().isTooOften()) {
                noting.fault(
                        "RRULE",
                        text,
                        "it recurs by minutes or seconds, which no calendar shows. Name the days or hours.");
            } else if (rule.get()
                    .until(zone)
                    .filter(until -> (until.isWholeDay() || start.isWholeDay() ? new Moment(start.day(), null) : start)
                                    .compareTo(start.isWholeDay() ? new Moment(until.day(), null) : until)
                            > 0)
                    .isPresent()) {
                noting.fault("RRULE", text, "it ends before the event begins. Mend UNTIL or DTSTART.");
            } else {
                rules.add(rule.get());
            }
        }
        return rules;
    }

    private Set<Moment> moments(ParsedEvent event, String name) {
        boolean isOfDays = event.value("DTSTART").indexOf('T') < 0;
        var moments = new TreeSet<Moment>();
        for (ContentLine line : event.all(name)) {
            for (String value : line.value().split(",", -1)) {
                String begin = value.contains("/") ? value.substring(0, value.indexOf('/')) : value;
                if (begin.strip().isEmpty()) {
                    continue;
                }
                stamp(line, begin.strip())
                        .map(stamp -> stamp.on(zone))
                        .map(moment -> isOfDays ? new Moment(moment.day(), null) : moment)
                        .ifPresent(moments::add);
            }
        }
        return moments;
    }

    private List<ChangedOccurrence> changes(ParsedEvent whole, List<ParsedEvent> overrides, Span span) {
        var changes = new TreeMap<Moment, ChangedOccurrence>();
        for (ParsedEvent override : overrides) {
            var was = stamp(override, "RECURRENCE-ID").map(stamp -> was(stamp, span));
            if (was.isEmpty()) {
                continue;
            }
            override.first("RECURRENCE-ID")
                    .filter(line -> !line.parameter("RANGE").isEmpty())
                    .ifPresent(line -> noting.note(
                            "RECURRENCE-ID",
                            line.value(),
                            "the change was taken for this date alone, not for later ones."));
            // of an event that is cancelled as a whole each date is, those that were moved as well
            boolean isMoved = whole.isCancelled()
                    && stamp(override, "DTSTART")
                            .filter(stamp -> !stamp.on(zone).equals(was.get()))
                            .isPresent();
            if (override.isCancelled() && !isMoved) {
                changes.put(was.get(), new ChangedOccurrence(was.get(), null, null));
                continue;
            }
            span(override).ifPresent(moved -> {
                tellText(whole, override);
                Moment end = isUsual(span, moved) ? null : moved.end();
                if (end != null || !moved.start().equals(was.get())) {
                    changes.put(was.get(), new ChangedOccurrence(was.get(), moved.start(), end));
                }
            });
        }
        return List.copyOf(changes.values());
    }

    /** A day stands for the time that the series has on it. */
    private Moment was(Stamp stamp, Span span) {
        Moment was = stamp.on(zone);
        if (span.start().isWholeDay()) {
            return new Moment(was.day(), null);
        }
        return was.isWholeDay() ? new Moment(was.day(), span.start().time()) : was;
    }

    /** True when it takes as long as the others. */
    private static boolean isUsual(Span usual, Span other) {
        Moment end = usual.end();
        Moment otherEnd = other.end();
        if (end == null || otherEnd == null || end.isWholeDay() != otherEnd.isWholeDay()) {
            return end == null && otherEnd == null;
        }
        return Duration.between(usual.start().atStart(), end.atStart())
                .equals(Duration.between(other.start().atStart(), otherEnd.atStart()));
    }

    private void tellText(ParsedEvent whole, ParsedEvent override) {
        for (String name : List.of("SUMMARY", "LOCATION")) {
            String text = override.text(name);
            if (!text.isEmpty() && !text.equals(whole.text(name))) {
                noting.note(
                        "RECURRENCE-ID " + override.value("RECURRENCE-ID") + ", " + name,
                        text,
                        "a single date has no such words of its own here; those of the event stand.");
            }
        }
    }

    /** A date of a series of ours in place of one that it does not have. */
    private void addChange(Named named, List<Series> series) {
        ParsedEvent event = named.whole();
        var own = named.own();
        if (event == null || own.isEmpty() || own.get().was().isEmpty()) {
            return;
        }
        Moment was = own.get().was().get();
        span(event).ifPresent(span -> {
            for (int place = 0; place < series.size(); place++) {
                Series each = series.get(place);
                if (each.number() == own.get().series()) {
                    var changes = new ArrayList<>(each.changes());
                    changes.add(new ChangedOccurrence(was, span.start(), span.end()));
                    changes.sort(Comparator.comparing(ChangedOccurrence::was));
                    series.set(place, changed(each, each.times(), each.also(), each.except(), changes));
                    return;
                }
            }
            single(event, series, _ -> Optional.empty());
        });
    }

    /** Joins one time of a series to the others; false when it differs by more than the time. */
    private static boolean join(Series time, List<Series> into) {
        for (int place = 0; place < into.size(); place++) {
            Series other = into.get(place);
            boolean isSame = other.number() == time.number()
                    && other.first().equals(time.first())
                    && other.last() == null
                    && time.last() == null
                    && !other.isOpenEnded()
                    && !time.isOpenEnded()
                    && !time.times().isEmpty()
                    && !other.times().isEmpty()
                    && other.rules().equals(time.rules())
                    && Optional.ofNullable(other.venue()).equals(Optional.ofNullable(time.venue()));
            if (isSame) {
                into.set(
                        place,
                        changed(
                                other,
                                united(other.times(), time.times()),
                                united(other.also(), time.also()),
                                united(other.except(), time.except()),
                                Stream.concat(other.changes().stream(), time.changes().stream())
                                        .sorted(Comparator.comparing(ChangedOccurrence::was))
                                        .toList()));
                return true;
            }
        }
        return false;
    }

    private static <T extends Comparable<? super T>> List<T> united(List<T> some, List<T> others) {
        var all = new TreeSet<T>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Series changed(
            Series series,
            List<TimeSpan> times,
            List<Moment> also,
            List<Moment> except,
            List<ChangedOccurrence> changes) {
        return new Series(
                series.number(),
                series.first(),
                series.last(),
                series.isOpenEnded(),
                times,
                series.rules(),
                also,
                except,
                changes,
                series.venue());
    }

    private static Series numbered(Series series, int number) {
        return new Series(
                number,
                series.first(),
                series.last(),
                series.isOpenEnded(),
                series.times(),
                series.rules(),
                series.also(),
                series.except(),
                series.changes(),
                series.venue());
    }
}
