package org.herald.newsroom.writing;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Words;
import org.herald.model.kind.EventTimesText;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.RepeatText;
import org.herald.newsroom.Parts;
import org.herald.newsroom.writing.FieldInput.Control;
import org.herald.newsroom.writing.FieldInput.Option;
import org.herald.newsroom.writing.FieldInput.Part;
import org.herald.newsroom.writing.FieldInput.Row;

/** The inputs for when an event takes place: rows of columns that a press officer fills in without knowing RRULE. */
final class EventTimesInputs {

    /** Empty rows after those that are filled in. */
    private static final int SPARE_ROWS = 1;

    private static final List<String> ZONES =
            TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                    .sorted()
                    .toList();

    private final Field field;
    private final FieldInputs inputs;
    private final Words words;
    private final NamedByFields named;

    EventTimesInputs(Field field, FieldInputs inputs, Words words, NamedByFields named) {
        this.field = field;
        this.inputs = inputs;
        this.words = words;
        this.named = named;
    }

    /** A row for each series and an empty one, then the time zone. */
    List<Row> rows() {
        int used = 0;
        for (int row = 1; row <= EventTimesType.MOST; row++) {
            for (String column : EventTimesText.COLUMNS) {
                used = Blank.is(value(row, column)) ? used : row;
            }
        }
        var rows = new ArrayList<Row>();
        for (int row = 1; row <= Math.min(EventTimesType.MOST, used + SPARE_ROWS); row++) {
            int number = row;
            rows.add(new Row(
                    words.say("field.row", Parts.label(words, field), number),
                    EventTimesText.COLUMNS.stream()
                            .map(column -> part(number, column))
                            .toList()));
        }
        rows.add(new Row("", List.of(zone())));
        return rows;
    }

    private String value(int row, String column) {
        return inputs.value(field, EventTimesType.part(row, column));
    }

    private Part part(int row, String column) {
        String name = FieldInput.name(field, EventTimesType.part(row, column));
        String value = value(row, column);
        String label = words.say("field." + column);
        Part part = switch (column) {
            case EventTimesText.REPEAT -> new Part(name, label, Control.SELECT, "", value, "", repeats(value), null);
            case EventTimesText.RULE, EventTimesText.CHANGED -> Part.of(name, label, Control.NOTES, value);
            case EventTimesText.VENUE -> Part.line(name, label, "", value).with(named.venue(value));
            case EventTimesText.INTERVAL -> Part.line(name, label, "numeric", value);
            default -> Part.line(name, label, "", value);
        };
        String hint = "hint.event-times-" + column;
        return words.has(hint) ? part.withHint(words.say(hint)) : part;
    }

    private List<Option> repeats(String value) {
        return Stream.concat(Stream.of(""), RepeatText.WORDS.stream())
                .map(word -> new Option(
                        word, words.say("field.repeat-" + (word.isEmpty() ? "none" : word)), word.equals(value)))
                .toList();
    }

    private Part zone() {
        String value = inputs.value(field, EventTimesType.ZONE);
        return new Part(
                FieldInput.name(field, EventTimesType.ZONE),
                words.say("field.zone"),
                Control.ZONE,
                "",
                value,
                words.say("hint.event-times-zone"),
                ZONES.stream()
                        .map(zone -> new Option(zone, zone, zone.equals(value)))
                        .toList(),
                null);
    }
}
