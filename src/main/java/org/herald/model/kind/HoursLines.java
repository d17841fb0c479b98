package org.herald.model.kind;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/** Opening hours in the language of readers: “Mon–Fri 10:00–18:00”. */
final class HoursLines {

    private static final int LEAP = 2000; // has all days

    private final Words words;

    HoursLines(Words words) {
        this.words = words;
    }

    List<FactLine> of(OpeningHours hours) {
        var lines = new ArrayList<String>();
        week(hours.usual()).forEach(lines::add);
        for (OpeningHours.Season season : hours.seasons()) {
            String days = day(season.from(), null) + " – " + day(season.until(), null);
            lines.add(words.say("fact.on", days, String.join("; ", week(season.week()))));
        }
        if (hours.holidays() != null) {
            lines.add(words.say("fact.on", words.say("fact.holidays"), spoken(hours.holidays())));
        }
        for (OpeningHours.SpecialDays special : hours.special()) {
            String from = day(special.from(), special.year());
            String days = special.isOneDay() ? from : from + " – " + day(special.until(), special.untilYear());
            lines.add(words.say("fact.on", days, spoken(special.hours())));
        }
        return lines.stream().<FactLine>map(FactLine.Plain::new).toList();
    }

    private List<String> week(Map<DayOfWeek, List<Hours>> week) {
        return HoursRun.of(week).stream()
                .map(run -> run.shown(this::name, "–") + " " + spoken(run.hours()))
                .toList();
    }

    private String name(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
    }

    private String day(MonthDay day, @Nullable Integer year) {
        String pattern = words.say(year == null ? "date.day-of-year" : "date.day");
        return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day.atYear(year == null ? LEAP : year));
    }

    private String spoken(List<Hours> hours) {
        if (hours.isEmpty()) {
            return words.say("fact.closed");
        }
        return hours.equals(List.of(Hours.ALL_DAY))
                ? words.say("fact.all-day")
                : hours.stream()
                        .map(each -> Hours.time(each.from()) + "–" + Hours.time(each.until()))
                        .collect(Collectors.joining(", "));
    }
}
