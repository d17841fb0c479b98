package org.herald.model.kind;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours as they are typed: {@code 10:00-13:00, 14:00-18:00} for a day, {@code 05-01 - 09-30: mo-fr 9:00-19:00; su
 * closed} for a season, {@code 12-25 closed} for a special day. Weekdays may have their names in English, Belarusian and
 * Russian, days of the year may also be written {@code 25.12}.
 */
final class HoursText {

    /** What is typed is no opening hours. */
    static final class Fault extends Exception {

        private final transient Parsed unfit;

        private Fault(String word, String typed) {
            this(Parsed.unfit(word, Texts.quoted(typed)));
        }

        private Fault(Parsed unfit) {
            super(null, null, false, false);
            this.unfit = unfit;
        }

        static Fault ofMany(int count, int most) {
            return new Fault(Parsed.unfit("many", Integer.toString(count), Integer.toString(most)));
        }

        Parsed unfit() {
            return unfit;
        }
    }

    static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

    /** The most characters of a day, and of a line. */
    private static final int LONGEST = 300;

    private static final String CLOSED = "closed";
    private static final Set<String> CLOSED_WORDS = Set.of(
            CLOSED, "off", "-", "–", "—", "закрыто", "выходной", "не работает", "зачынена", "выхадны", "не працуе");
    private static final Set<String> ALL_DAY = Set.of(
            "24h", "24 h", "24 hours", "24/7", "24 ч", "24 часа", "24 гадзіны", "круглосуточно", "кругласутачна");

    private static final String TO = "\\s*(?:[-–—]|to|до|да)\\s*";
    private static final String TIME = "([0-9]{1,2})(?:[:.]([0-9]{2}))?";
    private static final Pattern SPAN = Pattern.compile("(?:с |з |from )?" + TIME + TO + TIME);
    private static final Pattern BREAK = Pattern.compile(
            "[,;]?\\s*\\(?(?:break|lunch|перерыв|обед|перапынак)[: ]\\s*(" + TIME + TO + TIME + ")\\)?");
    private static final String DAY_OF_YEAR =
            "([0-9]{4}-)?([0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2})(?:[.]([0-9]{4})|[.])?";
    private static final Pattern DAYS_OF_YEAR =
            Pattern.compile(DAY_OF_YEAR + "(?:" + TO + DAY_OF_YEAR + ")?(?:\\s*:\\s*|\\s+)(.+)");

    private static final Map<String, DayOfWeek> NAMES = names();
    private static final String NAME = NAMES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")[.]?"));
    private static final Pattern WEEKDAYS =
            Pattern.compile("(" + NAME + "(?:\\s*[-–—,]\\s*" + NAME + ")*+)(?:\\s*:\\s*|\\s+)(.+)");

    private HoursText() {}

    private static Map<String, DayOfWeek> names() {
        var names = new TreeMap<String, DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(DAYS.get(day.getValue() - 1), day);
            for (String language : List.of("en", "be", "ru")) {
                for (TextStyle style : List.of(TextStyle.SHORT, TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                    names.put(
                            day.getDisplayName(style, Locale.forLanguageTag(language))
                                    .toLowerCase(Locale.ROOT),
                            day);
                }
            }
        }
        return names;
    }

    /** The short English name, as in {@link #DAYS}, of a weekday that is named in lower case in one of the languages. */
    static Optional<String> weekday(String name) {
        return Optional.ofNullable(NAMES.get(name)).map(day -> DAYS.get(day.getValue() - 1));
    }

    /** The hours of one day; none when it is closed. */
    static List<Hours> hours(String typed) throws Fault {
        if (typed.length() > LONGEST) {
            throw new Fault("hours", typed);
        }
        String text = Blank.strip(typed).toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        if (CLOSED_WORDS.contains(text)) {
            return List.of();
        }
        if (ALL_DAY.contains(text)) {
            return List.of(Hours.ALL_DAY);
        }
        var breaks = new ArrayList<Hours>();
        Matcher pauses = BREAK.matcher(text);
        while (pauses.find()) {
            breaks.add(span(pauses.group(1), typed));
        }
        var spans = new ArrayList<Hours>();
        for (String part : pauses.replaceAll("").split("\\s*[,;]\\s*", -1)) {
            if (!part.isEmpty()) {
                spans.add(span(part.strip(), typed));
            }
        }
        if (spans.isEmpty()) {
            throw new Fault("hours", typed);
        }
        for (Hours pause : breaks) {
            take(pause, spans, typed);
        }
        spans.sort(Comparator.naturalOrder());
        for (int at = 1; at < spans.size(); at++) {
            if (spans.get(at - 1).overlaps(spans.get(at))) {
                throw new Fault("hours-overlap", typed);
            }
        }
        return spans;
    }

    private static Hours span(String text, String typed) throws Fault {
        Matcher parts = SPAN.matcher(text);
        if (!parts.matches()) {
            throw new Fault("hours", typed);
        }
        var span = new Hours(minutes(parts.group(1), parts.group(2)), minutes(parts.group(3), parts.group(4)));
        if (span.from() >= Hours.DAY || span.until() > Hours.DAY || span.from() == span.until()) {
            throw new Fault("hours", typed);
        }
        return span.until() == 0 ? new Hours(span.from(), Hours.DAY) : span;
    }

    /** More than a day when it is no time. */
    private static int minutes(String hours, @Nullable String minutes) {
        int past = minutes == null ? 0 : Integer.parseInt(minutes);
        return past > 59 ? Hours.DAY + 1 : Integer.parseInt(hours) * 60 + past;
    }

    private static void take(Hours pause, List<Hours> spans, String typed) throws Fault {
        for (int at = 0; at < spans.size(); at++) {
            Hours span = spans.get(at);
            if (span.contains(pause) && span.from() < pause.from() && span.until() != pause.until()) {
                spans.set(at, new Hours(span.from(), pause.from()));
                spans.add(at + 1, new Hours(pause.until(), span.until()));
                return;
            }
        }
        throw new Fault("hours-overlap", typed);
    }

    static String shown(List<Hours> hours) {
        return hours.isEmpty() ? CLOSED : hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
    }

    /** {@code 05-01 - 09-30: mo-fr 10:00-18:00; sa, su closed} */
    static OpeningHours.Season season(String line) throws Fault {
        Matcher parts = daysOfYear(line);
        if (parts.group(5) == null || !isYearless(parts)) {
            throw new Fault("hours-season", line);
        }
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (String rule : parts.group(7).split("\\s*;\\s*", -1)) {
            Matcher days = WEEKDAYS.matcher(rule);
            boolean isNamed = days.matches();
            List<Hours> hours = hours(isNamed ? days.group(2) : rule);
            (isNamed ? days(days.group(1)) : EnumSet.allOf(DayOfWeek.class)).forEach(day -> week.put(day, hours));
        }
        return new OpeningHours.Season(day(parts.group(2), line), day(parts.group(5), line), week);
    }

    /** {@code 12-25 closed}, {@code 2026-12-24 - 2026-12-26: 10:00-14:00} */
    static OpeningHours.SpecialDays special(String line) throws Fault {
        Matcher parts = daysOfYear(line);
        MonthDay from = day(parts.group(2), line);
        Integer year = year(parts.group(1), parts.group(3));
        boolean isSpan = parts.group(5) != null;
        MonthDay until = isSpan ? day(parts.group(5), line) : from;
        Integer untilYear = isSpan ? year(parts.group(4), parts.group(6)) : year;
        boolean isForward =
                year == null || untilYear == null || !until.atYear(untilYear).isBefore(from.atYear(year));
        if ((year == null) != (untilYear == null) || !isForward) {
            throw new Fault("hours-special", line);
        }
        return new OpeningHours.SpecialDays(from, year, until, untilYear, hours(parts.group(7)));
    }

    private static Matcher daysOfYear(String line) throws Fault {
        if (line.length() > LONGEST) {
            throw new Fault("hours-special", line);
        }
        Matcher parts =
                DAYS_OF_YEAR.matcher(Blank.strip(line).toLowerCase(Locale.ROOT).replace('\u00a0', ' '));
        if (!parts.matches()) {
            throw new Fault("hours-special", line);
        }
        return parts;
    }

    private static boolean isYearless(Matcher parts) {
        return year(parts.group(1), parts.group(3)) == null && year(parts.group(4), parts.group(6)) == null;
    }

    private static @Nullable Integer year(@Nullable String before, @Nullable String after) {
        String text = before == null ? after : before.replace("-", "");
        return text == null ? null : Integer.valueOf(text);
    }

    private static MonthDay day(String text, String line) throws Fault {
        String[] parts = text.split("[-.]", -1);
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        try {
            return text.contains("-") ? MonthDay.of(first, second) : MonthDay.of(second, first);
        } catch (DateTimeException none) {
            throw new Fault("hours-special", line);
        }
    }

    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split("\\s*,\\s*", -1)) {
            String[] ends = part.split("\\s*[-–—]\\s*", -1);
            DayOfWeek day = name(ends[0]);
            DayOfWeek last = name(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek name(String text) {
        return Optional.ofNullable(NAMES.get(text))
                .or(() -> Optional.ofNullable(NAMES.get(text.replaceFirst("[.]$", ""))))
                .orElseThrow();
    }

    static String shown(MonthDay day) {
        return String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
    }
}
