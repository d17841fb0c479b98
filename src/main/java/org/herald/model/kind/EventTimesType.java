package org.herald.model.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.herald.model.Words;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Series;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place: an object with {@code times}, each a {@link Series}, and {@code zone} when that is not the
 * portal's. A form has an input for the zone and rows with the columns of {@link EventTimesText}; the part {@code 2-first} is
 * the first day of the second row. The number of a row is that of its series, so that it stays when others come and go.
 */
public record EventTimesType() implements ParsedType {

    /** The part with the name of the time zone: {@code Europe/Minsk}. */
    public static final String ZONE = "zone";

    /** The most rows. */
    public static final int MOST = 20;

    private static final List<String> PARTS = Stream.concat(
                    IntStream.rangeClosed(1, MOST)
                            .boxed()
                            .flatMap(row -> EventTimesText.COLUMNS.stream().map(column -> part(row, column))),
                    Stream.of(ZONE))
            .toList();

    @Override
    public String word() {
        return "event-times";
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    /** The name of an input of a row. */
    public static String part(int row, String column) {
        return row + "-" + column;
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        try {
            return new Parsed.Value(EventTimesJson.of(read(parts)));
        } catch (EventTimesText.Fault fault) {
            return new Parsed.Unfit(fault.reason());
        }
    }

    private static EventTimes read(Map<String, String> parts) throws EventTimesText.Fault {
        var series = new ArrayList<Series>();
        for (int row = 1; row <= MOST; row++) {
            var columns = new LinkedHashMap<String, String>();
            for (String column : EventTimesText.COLUMNS) {
                columns.put(column, Texts.part(parts, part(row, column)));
            }
            if (!Texts.areBlank(columns)) {
                series.add(EventTimesText.series(row, columns));
            }
        }
        if (series.isEmpty()) {
            throw new EventTimesText.Fault("event-none", "");
        }
        return new EventTimes(EventTimesText.zone(Texts.line(parts, ZONE)), series);
    }

    /** The times that a value holds; absent when it is of another form. */
    public static Optional<EventTimes> of(@Nullable JsonValue value) {
        return value == null || FieldType.unfit(value).isPresent() ? Optional.empty() : EventTimesJson.read(value);
    }

    /** The value that holds these times. */
    public static JsonValue value(EventTimes times) {
        return EventTimesJson.of(times);
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        EventTimesJson.read(value).ifPresent(times -> {
            parts.put(ZONE, times.zone() == null ? "" : times.zone().getId());
            times.series()
                    .forEach(series -> EventTimesText.columns(series)
                            .forEach((column, text) -> parts.put(part(series.number(), column), text)));
        });
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        return of(value)
                .map(times -> Stream.concat(
                                times.series().stream().map(EventTimesText::line),
                                Stream.ofNullable(times.zone()).map(zone -> zone.getId()))
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return of(value).map(new EventTimesLines(words)::of).orElse(List.of());
    }

    @Override
    public Set<String> named(JsonValue value) {
        return of(value).stream()
                .flatMap(times -> times.series().stream())
                .map(Series::venue)
                .filter(venue -> venue != null)
                .map(venue -> "item:" + venue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** None: what calendars and search engines are told is made of occurrences, by the page of the event. */
    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return Optional.empty();
    }
}
