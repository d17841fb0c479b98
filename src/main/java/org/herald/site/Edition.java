package org.herald.site;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.herald.model.Language;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/** The portal in one language: its words, and how it writes dates. */
final class Edition {

    /** Characters that a column of a calendar has room for on a phone. */
    private static final int WIDEST_WEEKDAY = 3;

    private final Language language;
    private final Words words;
    private final ZoneId zone;
    private final Locale locale; // with its likeliest region, which decides on what day a week begins
    private final char zero;
    private final @Nullable DayOfWeek weekStart;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekdayAndDay;
    private final DateTimeFormatter dayAndTime;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthName;
    private final DateTimeFormatter time;
    private final Map<DayOfWeek, Calendar.Weekday> weekdays = new ConcurrentHashMap<>();

    /** @param weekStart the day on which weeks begin; absent for that of the language's region */
    Edition(Language language, Words words, ZoneId zone, @Nullable DayOfWeek weekStart) {
        this.language = language;
        this.words = words;
        this.zone = zone;
        this.weekStart = weekStart;
        this.locale =
                ULocale.addLikelySubtags(ULocale.forLanguageTag(language.tag())).toLocale();
        this.zero = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(language.tag()))
                .getZeroDigit();
        this.day = pattern("date.day");
        this.weekdayAndDay = pattern("date.weekday-day");
        this.dayAndTime = pattern("date.day-time");
        this.dayOfYear = pattern("date.day-of-year");
        this.month = pattern("date.month");
        this.monthName = pattern("date.month-name");
        this.time = pattern("date.time");
    }

    Language language() {
        return language;
    }

    Words words() {
        return words;
    }

    /** An instant with its day and time, in the portal's zone. */
    When at(Instant instant) {
        var local = instant.atZone(zone);
        return new When(dayAndTime.format(local), machine(local));
    }

    /** An instant as HTML's time element has it, which knows no offsets with seconds, such as those before time zones. */
    private static String machine(ZonedDateTime local) {
        boolean wholeMinutes = local.getOffset().getTotalSeconds() % 60 == 0;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                wholeMinutes ? local : local.withZoneSameInstant(ZoneOffset.UTC));
    }

    /** The portal's zone. */
    ZoneId zone() {
        return zone;
    }

    /** An instant's day, in the portal's zone. */
    When on(Instant instant) {
        return on(LocalDate.ofInstant(instant, zone));
    }

    When on(LocalDate date) {
        return new When(day.format(date), date.toString());
    }

    /** A day with its weekday, as newspapers have it at their head. */
    When weekday(LocalDate date) {
        return new When(capital(weekdayAndDay.format(date)), date.toString());
    }

    /** A day without its year, as datelines have it. */
    String dayOfYear(Instant instant) {
        return dayOfYear.format(LocalDate.ofInstant(instant, zone));
    }

    String month(YearMonth yearMonth) {
        return capital(month.format(yearMonth.atDay(1)));
    }

    /** A month without its year. */
    String monthName(YearMonth yearMonth) {
        return capital(monthName.format(yearMonth.atDay(1)));
    }

    /** A time of a day: {@code 15:00}. */
    String time(LocalTime ofDay) {
        return time.format(ofDay);
    }

    /** A whole number that is a name rather than a count, as years and pages are: without groups, in the language's digits. */
    String number(long number) {
        return Long.toString(number)
                .chars()
                .map(digit -> digit - '0' + zero)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The days of a week in the order that the portal sets, or else in that of the language's region. */
    List<DayOfWeek> week() {
        DayOfWeek start = weekStart == null ? WeekFields.of(locale).getFirstDayOfWeek() : weekStart;
        var week = new ArrayList<DayOfWeek>();
        for (int i = 0; i < 7; i++) {
            week.add(start.plus(i));
        }
        return List.copyOf(week);
    }

    /** The head of a calendar's column, as CLDR shortens the word, and the whole word. */
    Calendar.Weekday weekday(DayOfWeek weekday) {
        return weekdays.computeIfAbsent(weekday, this::named);
    }

    private Calendar.Weekday named(DayOfWeek weekday) {
        var symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language.tag()));
        String[] brief = symbols.getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.SHORT);
        boolean fits = Arrays.stream(brief).allMatch(name -> name.length() <= WIDEST_WEEKDAY);
        int width = fits ? DateFormatSymbols.SHORT : DateFormatSymbols.NARROW;
        // ICU counts from Sunday, which is 1
        String head = symbols.getWeekdays(DateFormatSymbols.STANDALONE, width)[weekday.getValue() % 7 + 1];
        return new Calendar.Weekday(capital(head), weekday.getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(words.say(key), locale)
                .withDecimalStyle(DecimalStyle.STANDARD.withZeroDigit(zero));
    }

    private String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}
