package org.herald.model.kind;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Opening hours as schema.org has them. It has no way to say “every year from May to September”, so that the week is left
 * out where there are seasons; days of one year are given with their dates.
 */
final class HoursSpecification {

    private static final String LAST_MINUTE = "23:59";

    private record Ends(String opens, String closes) {}

    private HoursSpecification() {}

    static Optional<JsonValue> of(OpeningHours hours) {
        var all = new ArrayList<JsonValue>();
        if (hours.seasons().isEmpty()) {
            for (HoursRun run : HoursRun.of(hours.usual())) {
                spans(run.hours()).forEach(span -> all.add(ofDays(run, span)));
            }
        }
        for (OpeningHours.SpecialDays days : hours.special()) {
            if (days.year() != null && days.untilYear() != null) {
                spans(days.hours()).forEach(span -> all.add(ofDates(days, span)));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Values(all));
    }

    /** A closed day opens and closes at midnight. */
    private static List<Ends> spans(List<Hours> hours) {
        return hours.isEmpty()
                ? List.of(new Ends("00:00", "00:00"))
                : hours.stream()
                        .map(each -> new Ends(
                                Hours.time(each.from()),
                                each.until() == Hours.DAY ? LAST_MINUTE : Hours.time(each.until())))
                        .toList();
    }

    private static Map<String, JsonValue> members(Ends span) {
        var members = new TreeMap<String, JsonValue>();
        members.put("@type", new JsonValue.Text("OpeningHoursSpecification"));
        members.put("opens", new JsonValue.Text(span.opens()));
        members.put("closes", new JsonValue.Text(span.closes()));
        return members;
    }

    private static JsonValue ofDays(HoursRun run, Ends span) {
        var members = members(span);
        members.put(
                "dayOfWeek",
                new JsonValue.Values(IntStream.rangeClosed(run.from(), run.until())
                        .<JsonValue>mapToObj(day -> new JsonValue.Text(
                                DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                        .toList()));
        return JsonValue.Members.of(members);
    }

    private static JsonValue ofDates(OpeningHours.SpecialDays days, Ends span) {
        var members = members(span);
        if (days.year() != null && days.untilYear() != null) {
            members.put(
                    "validFrom",
                    new JsonValue.Text(days.from().atYear(days.year()).toString()));
            members.put(
                    "validThrough",
                    new JsonValue.Text(days.until().atYear(days.untilYear()).toString()));
        }
        return JsonValue.Members.of(members);
    }
}
