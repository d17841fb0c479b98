package org.herald.model.kind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Words;

/** A day, stored as ISO 8601 has it: {@code 2026-11-29}. It is also read as {@code 29.11.2026}. */
public record DateType() implements ParsedType {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern POINTS = Pattern.compile("([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4})(?: ?г[.]?)?");

    @Override
    public String word() {
        return "date";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "");
        return read(typed)
                .map(day -> Parsed.text(day.toString()))
                .orElseGet(() -> Parsed.unfit("date", Texts.quoted(typed)));
    }

    static Optional<LocalDate> read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher points = POINTS.matcher(text);
        return points.matches() ? day(points.group(3), points.group(2), points.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.asText());
    }

    @Override
    public String text(JsonValue value) {
        return value.asText();
    }

    @Override
    public boolean isFiltered(Field.Filter how) {
        return how != Field.Filter.VALUES;
    }

    @Override
    public boolean isSorted() {
        return true;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        return read(value.asText())
                .map(day -> List.of(FilterValue.of(day.toString())))
                .orElse(List.of());
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return read(value.asText())
                .<FactLine>map(
                        day -> new FactLine.Plain(DateTimeFormatter.ofPattern(words.say("date.day"), words.locale())
                                .format(day)))
                .map(List::of)
                .orElse(List.of());
    }
}
