package org.herald.model.kind;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.kind.EventTimesText.Fault;

/** How a series recurs, as it is chosen and typed: the usual rules in words, all others as RRULE. */
public final class RepeatText {

    /** It goes on from its first day until further notice. */
    public static final String OPEN = "open-ended";

    public static final String DAILY = "daily";
    public static final String WEEKLY = "weekly";

    /** On the same day of months. */
    public static final String MONTHLY = "monthly";

    /** On the same weekday of months, counted from their beginning or end. */
    public static final String MONTHLY_WEEKDAY = "monthly-weekday";

    public static final String YEARLY = "yearly";

    /** As the column {@link EventTimesText#RULE} says. */
    public static final String BY_RULE = "rule";

    /** What the column {@link EventTimesText#REPEAT} can be; blank for a single date. */
    public static final List<String> WORDS = List.of(OPEN, DAILY, WEEKLY, MONTHLY, MONTHLY_WEEKDAY, YEARLY, BY_RULE);

    /** Rules are tried on the clocks of a place that never changes them. */
    static final ZoneId CLOCKS = ZoneOffset.UTC;

    private static final int MOST_COUNT = 2_000;
    private static final Pattern WEEKDAY = Pattern.compile("(-?[1-5])?(mo|tu|we|th|fr|sa|su)");
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})(?:\\s*\\p{L}+)?");
    private static final Pattern SIMPLE = Pattern.compile("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
            + "(?:;INTERVAL=([0-9]+))?(?:;BYDAY=([A-Z0-9,-]+))?(?:;(?:COUNT=([0-9]+)|UNTIL=([0-9]{8})))?");

    private RepeatText() {}

    static List<Rule> rules(Map<String, String> columns, LocalDate first) throws Fault {
        String word = Texts.line(columns, EventTimesText.REPEAT);
        return switch (word) {
            case "" -> withoutRule(columns);
            case OPEN -> List.of();
            case DAILY -> List.of(rule("DAILY", "", columns));
            case WEEKLY -> List.of(rule("WEEKLY", weekdays(columns), columns));
            case MONTHLY -> List.of(rule("MONTHLY", "", columns));
            case MONTHLY_WEEKDAY -> List.of(rule("MONTHLY", weekdayOfMonth(columns, first), columns));
            case YEARLY -> List.of(rule("YEARLY", "", columns));
            case BY_RULE -> typed(columns);
            default -> throw new Fault("event-repeat", word);
        };
    }

    /** Nothing of a rule that was typed is lost because the choice beside it was forgotten. */
    private static List<Rule> withoutRule(Map<String, String> columns) throws Fault {
        for (String column :
                List.of(EventTimesText.INTERVAL, EventTimesText.WEEKDAYS, EventTimesText.ENDS, EventTimesText.RULE)) {
            String typed = Texts.line(columns, column);
            if (!typed.isEmpty()) {
                throw new Fault("event-no-repeat", typed);
            }
        }
        return List.of();
    }

    private static Rule rule(String frequency, String weekdays, Map<String, String> columns) throws Fault {
        var text = new StringBuilder("FREQ=").append(frequency);
        String interval = Texts.line(columns, EventTimesText.INTERVAL);
        if (!interval.isEmpty() && !interval.equals("1")) {
            if (!interval.matches("[1-9][0-9]{0,2}")) {
                throw new Fault("event-interval", interval);
            }
            text.append(";INTERVAL=").append(interval);
        }
        if (!weekdays.isEmpty()) {
            text.append(";BYDAY=").append(weekdays.toUpperCase(Locale.ROOT));
        }
        text.append(end(Texts.line(columns, EventTimesText.ENDS)));
        return Rule.parse(text.toString()).orElseThrow(() -> new Fault("event-rule", text.toString()));
    }

    private static String end(String typed) throws Fault {
        if (typed.isEmpty()) {
            return "";
        }
        Optional<LocalDate> day = DateType.read(typed);
        if (day.isPresent()) {
            return ";UNTIL=" + day.get().toString().replace("-", "");
        }
        Matcher count = COUNT.matcher(typed);
        if (!count.matches() || Integer.parseInt(count.group(1)) < 1 || Integer.parseInt(count.group(1)) > MOST_COUNT) {
            throw new Fault("event-ends", typed);
        }
        return ";COUNT=" + Integer.parseInt(count.group(1));
    }

    private static String weekdays(Map<String, String> columns) throws Fault {
        String typed = Texts.line(columns, EventTimesText.WEEKDAYS);
        var days = new ArrayList<String>();
        for (String part : typed.toLowerCase(Locale.ROOT).split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                days.add(HoursText.weekday(part).orElseThrow(() -> new Fault("event-weekdays", typed)));
            }
        }
        return HoursText.DAYS.stream()
                .filter(days::contains)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }

    private static String weekdayOfMonth(Map<String, String> columns, LocalDate first) throws Fault {
        String typed = Texts.line(columns, EventTimesText.WEEKDAYS).toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return first.get(ChronoField.ALIGNED_WEEK_OF_MONTH)
                    + HoursText.DAYS.get(first.getDayOfWeek().getValue() - 1);
        }
        if (!WEEKDAY.matcher(typed).matches() || HoursText.DAYS.contains(typed)) {
            throw new Fault("event-weekday-of-month", typed);
        }
        return typed;
    }

    private static List<Rule> typed(Map<String, String> columns) throws Fault {
        var rules = new ArrayList<Rule>();
        for (String line : Texts.part(columns, EventTimesText.RULE)
                .lines()
                .map(String::strip)
                .toList()) {
            if (!line.isEmpty()) {
                rules.add(Rule.parse(line).orElseThrow(() -> new Fault("event-rule", line)));
            }
        }
        if (rules.isEmpty()) {
            throw new Fault("event-rule", "");
        }
        return rules;
    }

    static Map<String, String> columns(Series series) {
        var columns = new LinkedHashMap<String, String>();
        if (series.isOpenEnded()) {
            columns.put(EventTimesText.REPEAT, OPEN);
            return columns;
        }
        if (series.rules().isEmpty()) {
            return columns;
        }
        if (series.rules().size() > 1 || !simple(series.rules().getFirst(), columns)) {
            columns.clear();
            columns.put(EventTimesText.REPEAT, BY_RULE);
            columns.put(
                    EventTimesText.RULE,
                    String.join("\n", series.rules().stream().map(Rule::text).toList()));
        }
        return columns;
    }

    /** True when the columns say the rule in words. */
    private static boolean simple(Rule rule, Map<String, String> columns) {
        Matcher simple = SIMPLE.matcher(rule.text());
        if (!simple.matches()) {
            return false;
        }
        String weekdays = Optional.ofNullable(simple.group(3)).orElse("").toLowerCase(Locale.ROOT);
        boolean isNumbered = weekdays.matches(".*[0-9].*");
        String word = switch (simple.group(1)) {
            case "DAILY" -> weekdays.isEmpty() ? DAILY : "";
            case "WEEKLY" -> isNumbered ? "" : WEEKLY;
            case "MONTHLY" ->
                weekdays.isEmpty() ? MONTHLY : WEEKDAY.matcher(weekdays).matches() && isNumbered ? MONTHLY_WEEKDAY : "";
            default -> weekdays.isEmpty() ? YEARLY : "";
        };
        if (word.isEmpty()) {
            return false;
        }
        columns.put(EventTimesText.REPEAT, word);
        columns.put(
                EventTimesText.INTERVAL, Optional.ofNullable(simple.group(2)).orElse(""));
        columns.put(EventTimesText.WEEKDAYS, weekdays.replace(",", ", "));
        String until = simple.group(5);
        columns.put(
                EventTimesText.ENDS,
                until == null
                        ? Optional.ofNullable(simple.group(4)).orElse("")
                        : until.substring(0, 4) + "-" + until.substring(4, 6) + "-" + until.substring(6));
        return true;
    }
}
