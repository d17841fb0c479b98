package org.herald.model.kind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.herald.model.ItemId;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;

/** The times of an event as they are stored. */
final class EventTimesJson {

    private static final String TIMES = "times";
    private static final String NUMBER = "number";
    private static final String OPEN = "open-ended";
    private static final String SPANS = "hours";
    private static final String RULES = "rules";
    private static final String START = "start";
    private static final String END = "end";
    private static final String WAS = "was";
    private static final String ITEM = "item:";

    private EventTimesJson() {}

    static JsonValue of(EventTimes times) {
        var members = new TreeMap<String, JsonValue>();
        ZoneId zone = times.zone();
        if (zone != null) {
            members.put(EventTimesType.ZONE, text(zone.getId()));
        }
        members.put(
                TIMES,
                new JsonValue.Values(
                        times.series().stream().map(EventTimesJson::of).toList()));
        return new JsonValue.Members(members);
    }

    private static JsonValue of(Series series) {
        var members = new TreeMap<String, JsonValue>();
        members.put(NUMBER, text(series.number()));
        members.put(EventTimesText.FIRST, text(series.first()));
        put(members, EventTimesText.LAST, series.last());
        put(members, OPEN, series.isOpenEnded() ? "yes" : null);
        put(members, SPANS, series.times());
        put(members, RULES, series.rules().stream().map(Rule::text).toList());
        put(members, EventTimesText.ALSO, series.also());
        put(members, EventTimesText.EXCEPT, series.except());
        if (!series.changes().isEmpty()) {
            members.put(
                    EventTimesText.CHANGED,
                    new JsonValue.Values(
                            series.changes().stream().map(EventTimesJson::of).toList()));
        }
        put(members, EventTimesText.VENUE, series.venue() == null ? null : ITEM + series.venue());
        return new JsonValue.Members(members);
    }

    private static JsonValue of(ChangedOccurrence change) {
        var members = new TreeMap<String, JsonValue>();
        members.put(WAS, text(change.was()));
        put(members, START, change.start());
        put(members, END, change.end());
        return new JsonValue.Members(members);
    }

    private static JsonValue text(Object value) {
        return new JsonValue.Text(value.toString());
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, text(value));
        }
    }

    private static void put(Map<String, JsonValue> members, String name, List<?> values) {
        if (!values.isEmpty()) {
            members.put(
                    name,
                    new JsonValue.Values(
                            values.stream().map(EventTimesJson::text).toList()));
        }
    }

    /** Absent for what {@link #of} does not write. */
    static Optional<EventTimes> read(JsonValue value) {
        if (!(value instanceof JsonValue.Members(var members))) {
            return Optional.empty();
        }
        try {
            String zone = value.text(EventTimesType.ZONE);
            var series = new ArrayList<Series>();
            for (JsonValue each : list(members.get(TIMES))) {
                series.add(series(each));
            }
            return series.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new EventTimes(zone.isEmpty() ? null : ZoneId.of(zone), series));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Series series(JsonValue value) {
        var members = value instanceof JsonValue.Members(var all) ? all : Map.<String, JsonValue>of();
        String last = value.text(EventTimesText.LAST);
        String venue = value.text(EventTimesText.VENUE);
        return new Series(
                Integer.parseInt(value.text(NUMBER)),
                LocalDate.parse(value.text(EventTimesText.FIRST)),
                last.isEmpty() ? null : LocalDate.parse(last),
                !value.text(OPEN).isEmpty(),
                list(members.get(SPANS)).stream().map(EventTimesJson::span).toList(),
                list(members.get(RULES)).stream()
                        .map(rule -> Rule.parse(rule.asText()).orElseThrow(IllegalArgumentException::new))
                        .toList(),
                moments(members.get(EventTimesText.ALSO)),
                moments(members.get(EventTimesText.EXCEPT)),
                list(members.get(EventTimesText.CHANGED)).stream()
                        .map(EventTimesJson::change)
                        .toList(),
                venue.startsWith(ITEM) ? new ItemId(Long.parseLong(venue.substring(ITEM.length()))) : null);
    }

    private static TimeSpan span(JsonValue value) {
        String[] ends = value.asText().split("-", 2);
        return new TimeSpan(LocalTime.parse(ends[0]), ends.length == 1 ? null : LocalTime.parse(ends[1]));
    }

    private static ChangedOccurrence change(JsonValue value) {
        String start = value.text(START);
        String end = value.text(END);
        return new ChangedOccurrence(
                moment(value.text(WAS)), start.isEmpty() ? null : moment(start), end.isEmpty() ? null : moment(end));
    }

    private static List<Moment> moments(@Nullable JsonValue values) {
        return list(values).stream().map(value -> moment(value.asText())).toList();
    }

    private static Moment moment(String text) {
        return Moment.parse(text).orElseThrow(() -> new IllegalArgumentException("No day or time: " + text));
    }

    private static List<JsonValue> list(@Nullable JsonValue values) {
        return values instanceof JsonValue.Values(var all) ? all : List.of();
    }
}
