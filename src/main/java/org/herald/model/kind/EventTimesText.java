package org.herald.model.kind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.model.ItemId;
import org.herald.model.Outcome.Reason;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;

/** One series of an event as it is typed into the columns of a row. */
public final class EventTimesText {

    /** The first day: {@code 2026-07-05} or {@code 5.07.2026}. */
    public static final String FIRST = "first";

    /** The last day of what takes several days in one go. */
    public static final String LAST = "last";

    /** {@code 15:00-16:30, 17:00}; blank for whole days. */
    public static final String TIMES = "times";

    /** How it recurs: a word of {@link RepeatText}. */
    public static final String REPEAT = "repeat";

    /** Every how many days, weeks, months or years; blank for each. */
    public static final String INTERVAL = "interval";

    /** {@code mo, we} for weeks; {@code 2su} or {@code -1su} for the second and the last Sunday of months. */
    public static final String WEEKDAYS = "weekdays";

    /** The last day on which it can recur, or how many times it does: {@code 2026-09-30}, {@code 10}. */
    public static final String ENDS = "ends";

    /** RRULE, one on each line, for what the other columns cannot say. */
    public static final String RULE = "rule";

    /** Days or times on which it takes place as well. */
    public static final String ALSO = "also";

    /** Days or times on which it does not. */
    public static final String EXCEPT = "except";

    /** {@code 2026-08-02 15:00 > 2026-08-03 16:00 - 18:00} for one that is moved, {@code 2026-08-09 cancelled}. */
    public static final String CHANGED = "changed";

    /** The number of the item where it is, when that differs from where the event is. */
    public static final String VENUE = "venue";

    public static final List<String> COLUMNS =
            List.of(FIRST, LAST, TIMES, REPEAT, INTERVAL, WEEKDAYS, ENDS, RULE, ALSO, EXCEPT, CHANGED, VENUE);

    private static final int MOST_MOMENTS = 400;
    private static final int MOST_TIMES = 24;
    private static final int MOST_RULES = 5;
    private static final int DAYS_TRIED = 3;

    private static final String TIME = "([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9]))?(?::([0-5][0-9]))?";
    private static final Pattern SPAN = Pattern.compile(TIME + "(?:\\s*[-–—]\\s*" + TIME + ")?");
    private static final Pattern MOMENT = Pattern.compile("(\\S+)(?:[ T]+" + TIME + ")?");
    private static final Pattern MOVED = Pattern.compile("(.+?)\\s*(?:>|->|→)\\s*(.+)");
    private static final Pattern CANCELLED = Pattern.compile(
            "(.+?)[ :]+(?:cancelled|canceled|отменено|отмена|отменён|отменена|адменена|адмена)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("(?:item:)?([1-9][0-9]{0,17})");

    private EventTimesText() {}

    /** What is typed is no time of an event. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Reason reason;

        Fault(String word, String typed) {
            this(Texts.reason(word, Texts.quoted(typed)));
        }

        private Fault(Reason reason) {
            super(null, null, false, false);
            this.reason = reason;
        }

        static Fault of(String word, Object... arguments) {
            return new Fault(Texts.reason(word, arguments));
        }

        Reason reason() {
            return reason;
        }
    }

    static @Nullable ZoneId zone(String typed) throws Fault {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            if (ZoneId.getAvailableZoneIds().contains(typed)) {
                return ZoneId.of(typed);
            }
        } catch (DateTimeException none) {
            // the same answer as for a name that is not in the list
        }
        throw new Fault("event-zone", typed);
    }

    static Series series(int number, Map<String, String> columns) throws Fault {
        String typed = Texts.line(columns, FIRST);
        if (typed.isEmpty()) {
            throw Fault.of("event-first", number);
        }
        LocalDate first = day(typed);
        String lastTyped = Texts.line(columns, LAST);
        LocalDate last = lastTyped.isEmpty() ? null : day(lastTyped);
        var times = times(Texts.line(columns, TIMES));
        boolean isOpenEnded = Texts.line(columns, REPEAT).equals(RepeatText.OPEN);
        requireOrder(first, last, times, isOpenEnded);
        var changes = new TreeMap<Moment, ChangedOccurrence>();
        for (String line : lines(columns, CHANGED)) {
            ChangedOccurrence change = change(line, times);
            changes.put(change.was(), change);
        }
        var series = new Series(
                number,
                first,
                last == null || (last.equals(first) && times.isEmpty()) ? null : last,
                isOpenEnded,
                times,
                rules(columns, first),
                moments(columns, ALSO),
                moments(columns, EXCEPT),
                List.copyOf(changes.values()),
                venue(Texts.line(columns, VENUE)));
        requireSense(series);
        return series;
    }

    private static void requireOrder(
            LocalDate first, @Nullable LocalDate last, List<TimeSpan> times, boolean isOpenEnded) throws Fault {
        if (last == null) {
            return;
        }
        if (isOpenEnded) {
            throw Fault.of("event-open-last", last.toString());
        }
        if (times.size() > 1) {
            throw Fault.of("event-times-last", times.size());
        }
        LocalTime until = times.isEmpty() ? null : times.getFirst().until();
        boolean isBefore = last.isBefore(first)
                || (last.equals(first)
                        && until != null
                        && !until.isAfter(times.getFirst().from()));
        if (isBefore) {
            throw Fault.of("event-order", first.toString(), last.toString());
        }
    }

    /** Rules make dates, but not too many of a day. */
    private static void requireSense(Series series) throws Fault {
        for (Rule rule : series.rules()) {
            for (Moment start : series.starts()) {
                var moments = rule.isTooOften() ? null : Recurrence.of(rule, start, RepeatText.CLOCKS);
                if (moments == null) {
                    throw Fault.of("event-often", rule.text(), MOST_TIMES);
                }
                if (!moments.hasNext()) {
                    throw Fault.of("event-never", rule.text());
                }
                LocalDate day = null;
                for (int looked = 0, ofDay = 0; looked < DAYS_TRIED * MOST_TIMES && moments.hasNext(); looked++) {
                    LocalDate next = moments.next().day();
                    ofDay = next.equals(day) ? ofDay + 1 : 1;
                    day = next;
                    if (ofDay > MOST_TIMES) {
                        throw Fault.of("event-often", rule.text(), MOST_TIMES);
                    }
                }
            }
        }
    }

    private static List<Rule> rules(Map<String, String> columns, LocalDate first) throws Fault {
        var rules = RepeatText.rules(columns, first);
        if (rules.size() > MOST_RULES) {
            throw Fault.of("many", rules.size(), MOST_RULES);
        }
        return rules;
    }

    private static LocalDate day(String typed) throws Fault {
        LocalDate day = DateType.read(typed).orElseThrow(() -> new Fault("event-day", typed));
        if (day.isBefore(Occurrences.BEGINNING) || day.isAfter(Occurrences.HORIZON)) {
            throw new Fault("event-day", typed);
        }
        return day;
    }

    private static List<TimeSpan> times(String typed) throws Fault {
        var times = new TreeSet<TimeSpan>();
        int count = 0;
        for (String part : typed.split("\\s*[,;]\\s*", -1)) {
            if (!part.isEmpty()) {
                times.add(span(part));
                count++;
            }
        }
        if (count != times.size() || count > MOST_TIMES) {
            throw new Fault("event-times", typed);
        }
        return List.copyOf(times);
    }

    private static TimeSpan span(String typed) throws Fault {
        Matcher span = SPAN.matcher(typed);
        if (!span.matches() || span.group(1).equals("24")) {
            throw new Fault("event-times", typed);
        }
        return new TimeSpan(time(span, 1, typed), span.group(4) == null ? null : time(span, 4, typed));
    }

    /** The time of three groups; 24:00 is the beginning of the next day. */
    private static LocalTime time(Matcher matcher, int group, String typed) throws Fault {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = matcher.group(group + 1) == null ? 0 : Integer.parseInt(matcher.group(group + 1));
        int second = matcher.group(group + 2) == null ? 0 : Integer.parseInt(matcher.group(group + 2));
        if (hour == 24) {
            if (minute + second > 0) {
                throw new Fault("event-times", typed);
            }
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(hour, minute, second);
    }

    private static List<Moment> moments(Map<String, String> columns, String column) throws Fault {
        var moments = new TreeSet<Moment>();
        for (String line : lines(columns, column)) {
            for (String typed : line.split("\\s*[,;]\\s*", -1)) {
                if (!typed.isEmpty()) {
                    moments.add(moment(typed));
                }
            }
        }
        if (moments.size() > MOST_MOMENTS) {
            throw Fault.of("many", moments.size(), MOST_MOMENTS);
        }
        return List.copyOf(moments);
    }

    private static Moment moment(String typed) throws Fault {
        String text = Moment.parse(typed).isPresent() ? typed.replace('T', ' ') : typed;
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            throw new Fault("event-day", typed);
        }
        return new Moment(day(moment.group(1)), moment.group(2) == null ? null : time(moment, 2, typed));
    }

    private static ChangedOccurrence change(String line, List<TimeSpan> times) throws Fault {
        Matcher cancelled = CANCELLED.matcher(line);
        if (cancelled.matches()) {
            return new ChangedOccurrence(was(cancelled.group(1), times), null, null);
        }
        Matcher moved = MOVED.matcher(line);
        if (!moved.matches()) {
            throw new Fault("event-changed", line);
        }
        Moment was = was(moved.group(1), times);
        String[] ends = moved.group(2).split("\\s+[-–—]\\s+|(?<=:[0-5][0-9])[-–—](?=[0-9])", 2);
        Moment start = moment(ends[0]);
        Moment end = ends.length == 1 ? null : end(ends[1], start);
        if (end != null && !end.atStart().isAfter(start.atStart()) && !end.isWholeDay()) {
            throw new Fault("event-changed", line);
        }
        return new ChangedOccurrence(was, start, end);
    }

    /** A time of the same day, or a day with or without one. */
    private static Moment end(String typed, Moment start) throws Fault {
        return SPAN.matcher(typed).matches()
                ? new Moment(start.day(), span(typed).from())
                : moment(typed);
    }

    /** A day stands for the only time that it has. */
    private static Moment was(String typed, List<TimeSpan> times) throws Fault {
        Moment was = moment(typed);
        return was.isWholeDay() && times.size() == 1
                ? new Moment(was.day(), times.getFirst().from())
                : was;
    }

    private static @Nullable ItemId venue(String typed) throws Fault {
        if (typed.isEmpty()) {
            return null;
        }
        Matcher item = ITEM.matcher(typed);
        if (!item.matches()) {
            throw new Fault("event-venue", typed);
        }
        return new ItemId(Long.parseLong(item.group(1)));
    }

    private static List<String> lines(Map<String, String> columns, String column) {
        return Texts.part(columns, column)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The columns of a series; all of them, blank ones as well. */
    static Map<String, String> columns(Series series) {
        var columns = new LinkedHashMap<String, String>();
        COLUMNS.forEach(column -> columns.put(column, ""));
        columns.put(FIRST, series.first().toString());
        LocalDate last = series.last();
        columns.put(LAST, last == null ? "" : last.toString());
        columns.put(TIMES, joined(series.times(), ", ", TimeSpan::toString));
        columns.putAll(RepeatText.columns(series));
        columns.put(ALSO, joined(series.also(), ", ", EventTimesText::shown));
        columns.put(EXCEPT, joined(series.except(), ", ", EventTimesText::shown));
        columns.put(CHANGED, joined(series.changes(), "\n", EventTimesText::shown));
        ItemId venue = series.venue();
        columns.put(VENUE, venue == null ? "" : venue.toString());
        return columns;
    }

    private static <T> String joined(List<T> values, String between, Function<T, String> shown) {
        return values.stream().map(shown).collect(Collectors.joining(between));
    }

    private static String shown(Moment moment) {
        return moment.toString().replace('T', ' ');
    }

    private static String shown(ChangedOccurrence change) {
        Moment start = change.start();
        if (start == null) {
            return shown(change.was()) + " cancelled";
        }
        return shown(change.was()) + " > " + shown(start)
                + Optional.ofNullable(change.end())
                        .map(end -> " - " + shown(end))
                        .orElse("");
    }

    /** A series on one line, for comparison. */
    static String line(Series series) {
        var parts = new ArrayList<String>();
        columns(series).forEach((column, text) -> {
            if (!text.isEmpty()) {
                boolean isPlain = column.equals(FIRST) || column.equals(TIMES);
                parts.add((isPlain ? "" : column + ": ") + text.replace("\n", ", "));
            }
        });
        return String.join("; ", parts);
    }
}
