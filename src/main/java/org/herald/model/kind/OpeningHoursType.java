package org.herald.model.kind;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * When something is open: an object with {@code days} by weekday, {@code holidays}, {@code seasons} and {@code special};
 * hours are lists of {@code "10:00-18:00"}, empty when it is closed. A form has one input for each weekday, one for public
 * holidays, and one with lines each for special days and seasons.
 */
public record OpeningHoursType() implements ParsedType {

    public static final String HOLIDAYS = "holidays";
    public static final String SPECIAL = "special";
    public static final String SEASONS = "seasons";

    private static final int MOST_LINES = 60;
    private static final String USUAL = "days";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String HOURS = "hours";
    private static final List<String> PARTS = Stream.concat(
                    HoursText.DAYS.stream(), Stream.of(HOLIDAYS, SPECIAL, SEASONS))
            .toList();

    @Override
    public String word() {
        return "opening-hours";
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        try {
            return new Parsed.Value(json(read(parts)));
        } catch (HoursText.Fault fault) {
            return fault.unfit();
        }
    }

    private static OpeningHours read(Map<String, String> parts) throws HoursText.Fault {
        var usual = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String typed = Texts.line(parts, HoursText.DAYS.get(day.getValue() - 1));
            if (!typed.isEmpty()) {
                usual.put(day, HoursText.hours(typed));
            }
        }
        String holidays = Texts.line(parts, HOLIDAYS);
        var special = new ArrayList<OpeningHours.SpecialDays>();
        requireFew(lines(parts, SPECIAL));
        requireFew(lines(parts, SEASONS));
        for (String line : lines(parts, SPECIAL)) {
            special.add(HoursText.special(line));
        }
        var seasons = new ArrayList<OpeningHours.Season>();
        for (String line : lines(parts, SEASONS)) {
            seasons.add(HoursText.season(line));
        }
        return new OpeningHours(usual, holidays.isEmpty() ? null : HoursText.hours(holidays), seasons, special);
    }

    private static void requireFew(List<String> lines) throws HoursText.Fault {
        if (lines.size() > MOST_LINES) {
            throw HoursText.Fault.ofMany(lines.size(), MOST_LINES);
        }
    }

    private static List<String> lines(Map<String, String> parts, String name) {
        return Texts.part(parts, name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The hours that a value holds; absent when it is of another form. */
    public static Optional<OpeningHours> of(JsonValue value) {
        if (!(value instanceof JsonValue.Members(var members)) || members.containsKey(TYPED)) {
            return Optional.empty();
        }
        try {
            var parts = new LinkedHashMap<String, String>();
            new OpeningHoursType().parted(value).forEach(parts::put);
            OpeningHours hours = read(parts);
            return hours.isEmpty() ? Optional.empty() : Optional.of(hours);
        } catch (HoursText.Fault none) {
            return Optional.empty();
        }
    }

    private static JsonValue json(OpeningHours hours) {
        var members = new TreeMap<String, JsonValue>();
        if (!hours.usual().isEmpty()) {
            members.put(USUAL, week(hours.usual()));
        }
        if (hours.holidays() != null) {
            members.put(HOLIDAYS, spans(hours.holidays()));
        }
        if (!hours.special().isEmpty()) {
            members.put(
                    SPECIAL,
                    new JsonValue.Values(
                            hours.special().stream().map(OpeningHoursType::json).toList()));
        }
        if (!hours.seasons().isEmpty()) {
            members.put(
                    SEASONS,
                    new JsonValue.Values(
                            hours.seasons().stream().map(OpeningHoursType::json).toList()));
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue json(OpeningHours.SpecialDays days) {
        var members = new TreeMap<String, JsonValue>();
        members.put(FROM, new JsonValue.Text(date(days.year(), HoursText.shown(days.from()))));
        if (!days.isOneDay()) {
            members.put(UNTIL, new JsonValue.Text(date(days.untilYear(), HoursText.shown(days.until()))));
        }
        members.put(HOURS, spans(days.hours()));
        return new JsonValue.Members(members);
    }

    private static String date(@Nullable Integer year, String day) {
        return year == null ? day : year + "-" + day;
    }

    private static JsonValue json(OpeningHours.Season season) {
        return JsonValue.Members.of(Map.of(
                FROM, new JsonValue.Text(HoursText.shown(season.from())),
                UNTIL, new JsonValue.Text(HoursText.shown(season.until())),
                USUAL, week(season.week())));
    }

    private static JsonValue week(Map<DayOfWeek, List<Hours>> week) {
        var members = new TreeMap<String, JsonValue>();
        week.forEach((day, hours) -> members.put(HoursText.DAYS.get(day.getValue() - 1), spans(hours)));
        return new JsonValue.Members(members);
    }

    private static JsonValue spans(List<Hours> hours) {
        return new JsonValue.Values(hours.stream()
                .<JsonValue>map(each -> new JsonValue.Text(each.toString()))
                .toList());
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        if (value instanceof JsonValue.Members(var members)) {
            week(members.get(USUAL)).forEach(parts::put);
            if (members.get(HOLIDAYS) instanceof JsonValue.Values hours) {
                parts.put(HOLIDAYS, typedHours(hours));
            }
            parts.put(SPECIAL, lines(members.get(SPECIAL), line -> ends(line) + " " + typedHours(member(line, HOURS))));
            parts.put(SEASONS, lines(members.get(SEASONS), OpeningHoursType::season));
        }
        return parts;
    }

    private static String season(JsonValue line) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : week(member(line, USUAL)).entrySet()) {
            try {
                week.put(DayOfWeek.of(HoursText.DAYS.indexOf(day.getKey()) + 1), HoursText.hours(day.getValue()));
            } catch (HoursText.Fault | DateTimeException none) {
                return ends(line) + ": " + day.getKey() + " " + day.getValue();
            }
        }
        return ends(line) + ": "
                + HoursRun.of(week).stream()
                        .map(run -> run.shown(HoursText.DAYS::get, "-") + " " + HoursText.shown(run.hours()))
                        .collect(Collectors.joining("; "));
    }

    private static String ends(JsonValue line) {
        String until = line.text(UNTIL);
        return until.isEmpty() ? line.text(FROM) : line.text(FROM) + " - " + until;
    }

    private static Map<String, String> week(@Nullable JsonValue week) {
        var days = new LinkedHashMap<String, String>();
        if (week instanceof JsonValue.Members(var members)) {
            for (String day : HoursText.DAYS) {
                if (members.containsKey(day)) {
                    days.put(day, typedHours(member(week, day)));
                }
            }
        }
        return days;
    }

    private static String lines(@Nullable JsonValue values, Function<JsonValue, String> line) {
        return values == null ? "" : values.asList().stream().map(line).collect(Collectors.joining("\n"));
    }

    private static JsonValue member(JsonValue value, String name) {
        JsonValue member = value instanceof JsonValue.Members(var members) ? members.get(name) : null;
        return member == null ? new JsonValue.Text("") : member;
    }

    private static String typedHours(JsonValue hours) {
        if (!(hours instanceof JsonValue.Values(var spans))) {
            return hours.asText();
        }
        return spans.isEmpty()
                ? HoursText.shown(List.of())
                : spans.stream().map(JsonValue::asText).collect(Collectors.joining(", "));
    }

    @Override
    public String text(JsonValue value) {
        return parted(value).entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey().equals(SPECIAL) || part.getKey().equals(SEASONS)
                        ? part.getValue()
                        : part.getKey() + " " + part.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return of(value).map(hours -> new HoursLines(words).of(hours)).orElse(List.of());
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return of(value).flatMap(HoursSpecification::of);
    }
}
