package org.herald.model.kind;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Words;
import org.herald.model.event.Rule;
import org.jspecify.annotations.Nullable;

/** A rule of recurrence in the language of readers: “every Sunday”, “on the last Friday of each month”. */
final class RuleWords {

    private static final int LEAP = 2000; // has all days
    private static final int LAST = -1;
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL", "WKST");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]+)?([A-Z]{2})");
    private static final Map<Integer, String> ORDINALS =
            Map.of(1, "first", 2, "second", 3, "third", 4, "fourth", 5, "fifth", LAST, "last", -2, "previous");

    private final Words words;
    private final MomentWords moments;

    RuleWords(Words words) {
        this.words = words;
        this.moments = new MomentWords(words);
    }

    /** A weekday; the number counts it in its month, 0 for every one. */
    private record Weekday(int number, DayOfWeek day) {}

    /** What a rule says, as far as there are words for it. */
    private record Parts(int interval, List<Weekday> weekdays, List<Integer> monthDays, List<Integer> months) {

        boolean isPlain() {
            return weekdays.isEmpty() && monthDays.isEmpty() && months.isEmpty();
        }

        boolean isOfWeekdays() {
            return !weekdays.isEmpty() && monthDays.isEmpty() && months.isEmpty() && isEvery();
        }

        boolean isEvery() {
            return weekdays.stream().allMatch(weekday -> weekday.number() == 0);
        }

        boolean isNumbered() {
            return !weekdays.isEmpty()
                    && monthDays.isEmpty()
                    && weekdays.stream().allMatch(weekday -> ORDINALS.containsKey(weekday.number()));
        }
    }

    /**
     * How often and on which days; absent for a rule that has no short name.
     *
     * @param last the last day of the first occurrence
     */
    Optional<String> of(Rule rule, LocalDate first, LocalDate last) {
        var said = said(rule);
        if (!KNOWN.containsAll(said.keySet())) {
            return Optional.empty();
        }
        var parts = new Parts(
                Integer.parseInt(said.getOrDefault("INTERVAL", "1")),
                list(said.get("BYDAY")).stream().map(RuleWords::weekday).toList(),
                numbers(said.get("BYMONTHDAY")),
                numbers(said.get("BYMONTH")));
        return switch (said.getOrDefault("FREQ", "")) {
            case "DAILY" -> daily(parts);
            case "WEEKLY" -> weekly(parts, first);
            case "MONTHLY" -> monthly(parts, first);
            case "YEARLY" -> yearly(parts, first, last);
            default -> Optional.empty();
        };
    }

    /** How many times, where the rule says that; otherwise 0. */
    static int count(Rule rule) {
        return Integer.parseInt(said(rule).getOrDefault("COUNT", "0"));
    }

    private static Map<String, String> said(Rule rule) {
        var said = new HashMap<String, String>();
        for (String part : rule.text().split(";", -1)) {
            int at = part.indexOf('=');
            said.put(part.substring(0, Math.max(at, 0)), part.substring(at + 1));
        }
        return said;
    }

    private static List<String> list(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private static List<Integer> numbers(@Nullable String text) {
        return list(text).stream().map(Integer::valueOf).toList();
    }

    private static Weekday weekday(String text) {
        Matcher weekday = WEEKDAY.matcher(text);
        if (!weekday.matches()) {
            throw new IllegalArgumentException("No weekday: " + text);
        }
        String number = weekday.group(1);
        int day = HoursText.DAYS.indexOf(weekday.group(2).toLowerCase(Locale.ROOT));
        return new Weekday(number == null ? 0 : Integer.parseInt(number), DayOfWeek.of(day + 1));
    }

    private Optional<String> daily(Parts parts) {
        if (parts.isPlain()) {
            return Optional.of(words.say("when.days", parts.interval()));
        }
        return parts.isOfWeekdays() && parts.interval() == 1 ? Optional.of(everyWeek(parts)) : Optional.empty();
    }

    private Optional<String> weekly(Parts parts, LocalDate first) {
        Parts days = parts.isPlain()
                ? new Parts(parts.interval(), List.of(new Weekday(0, first.getDayOfWeek())), List.of(), List.of())
                : parts;
        if (!days.isOfWeekdays()) {
            return Optional.empty();
        }
        if (days.interval() == 1) {
            return Optional.of(everyWeek(days));
        }
        String weeks = words.say("when.weeks", days.interval());
        return Optional.of(
                areWorkdays(days)
                        ? words.say("when.comma", weeks, words.say("when.workdays"))
                        : words.say("when.weeks-on", weeks, several(days)));
    }

    private String everyWeek(Parts parts) {
        var days = days(parts);
        if (days.size() == DayOfWeek.values().length) {
            return words.say("when.days", 1);
        }
        if (areWorkdays(parts)) {
            return words.say("when.workdays");
        }
        return days.size() == 1
                ? words.say("when.every-weekday", word(days.first()))
                : words.say("when.weekdays", several(parts));
    }

    private static NavigableSet<DayOfWeek> days(Parts parts) {
        var days = new TreeSet<DayOfWeek>();
        parts.weekdays().forEach(weekday -> days.add(weekday.day()));
        return days;
    }

    private static boolean areWorkdays(Parts parts) {
        var days = days(parts);
        return days.size() == DayOfWeek.FRIDAY.getValue() && days.last() == DayOfWeek.FRIDAY;
    }

    private String several(Parts parts) {
        return moments.list(days(parts).stream()
                .map(day -> words.say("when.weekday", word(day)))
                .toList());
    }

    private Optional<String> monthly(Parts parts, LocalDate first) {
        if (!parts.months().isEmpty()) {
            return Optional.empty();
        }
        if (parts.isOfWeekdays() && parts.interval() == 1) {
            return Optional.of(everyWeek(parts));
        }
        return onDays(parts, first)
                .map(days -> parts.interval() == 1
                        ? words.say("when.of-each-month", days)
                        : words.say("when.comma", words.say("when.months", parts.interval()), days));
    }

    private Optional<String> onDays(Parts parts, LocalDate first) {
        if (parts.isNumbered()) {
            return Optional.of(onWeekdays(parts));
        }
        if (!parts.weekdays().isEmpty()) {
            return Optional.empty();
        }
        if (parts.monthDays().equals(List.of(LAST))) {
            return Optional.of(words.say("when.on-last-day-of-month"));
        }
        var days = parts.monthDays().isEmpty() ? List.of(first.getDayOfMonth()) : parts.monthDays();
        return days.stream().anyMatch(day -> day < 1)
                ? Optional.empty()
                : Optional.of(words.say(
                        "when.on-days",
                        moments.list(days.stream()
                                .sorted()
                                .map(day -> words.say("when.day-of-month", day))
                                .toList())));
    }

    /** {@code on the second Sunday and the fourth Sunday} */
    private String onWeekdays(Parts parts) {
        var said = new ArrayList<String>();
        for (Weekday weekday : parts.weekdays()) {
            String ordinal = words.say("when.ordinal", words.say("when.gender", word(weekday.day())), ordinal(weekday));
            said.add(words.say("when.nth", ordinal, words.say("when.one-weekday", word(weekday.day()))));
        }
        return words.say(
                "when.on-nth", moments.list(said), ordinal(parts.weekdays().getFirst()));
    }

    private static String ordinal(Weekday weekday) {
        return ORDINALS.getOrDefault(weekday.number(), "");
    }

    private Optional<String> yearly(Parts parts, LocalDate first, LocalDate last) {
        String years = words.say("when.years", parts.interval());
        if (parts.isNumbered() && parts.months().size() == 1) {
            String month = moments.month(parts.months().getFirst());
            return Optional.of(words.say("when.comma", years, words.say("when.of-month", onWeekdays(parts), month)));
        }
        boolean isOfMonths = !parts.months().isEmpty() || parts.monthDays().isEmpty();
        if (!parts.weekdays().isEmpty()
                || !isOfMonths
                || parts.monthDays().stream().anyMatch(day -> day < 1)) {
            return Optional.empty();
        }
        var days = new ArrayList<String>();
        for (int month : parts.months().isEmpty() ? List.of(first.getMonthValue()) : parts.months()) {
            for (int day : parts.monthDays().isEmpty() ? List.of(first.getDayOfMonth()) : parts.monthDays()) {
                if (day > Month.of(month).maxLength()) {
                    return Optional.empty();
                }
                LocalDate begins = LocalDate.of(LEAP, month, day);
                days.add(moments.days(begins, begins.plusDays(last.toEpochDay() - first.toEpochDay()), false));
            }
        }
        return Optional.of(words.say("when.years-on", years, moments.list(days)));
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
