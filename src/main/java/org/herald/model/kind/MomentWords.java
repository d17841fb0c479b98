package org.herald.model.kind;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.herald.model.Words;
import org.herald.model.event.Moment;
import org.herald.model.event.TimeSpan;

/** Days and times of events in the language of readers: “2–5 July 2026”, “15:00–17:00”. */
final class MomentWords {

    /** The fewest days in a row that are said as a range. */
    private static final int FEWEST_OF_RANGE = 3;

    private static final int MOST_LISTED = 10;

    private final Words words;

    MomentWords(Words words) {
        this.words = words;
    }

    /** {@code 5 July 2026} */
    String day(LocalDate day) {
        return format(words.say("date.day"), day);
    }

    /** The day, without its year where that goes without saying. */
    String day(LocalDate day, boolean hasYear) {
        return hasYear ? day(day) : format(words.say("date.day-of-year"), day);
    }

    /** {@code Sunday, 5 July 2026} */
    String weekdayAndDay(LocalDate day) {
        return format(words.say("date.weekday-day"), day);
    }

    /** The month as it stands after a day. */
    String month(int month) {
        return format("MMMM", LocalDate.of(2000, month, 1));
    }

    /** {@code 2–5 July 2026}, {@code 28 June – 5 July 2026} */
    String days(LocalDate from, LocalDate until, boolean hasYear) {
        if (from.equals(until)) {
            return day(from, hasYear);
        }
        if (from.getYear() != until.getYear()) {
            return words.say("when.range", day(from, hasYear), day(until, hasYear));
        }
        return from.getMonth() == until.getMonth()
                ? words.say("when.range-of-month", format("d", from), day(until, hasYear))
                : words.say("when.range", day(from, false), day(until, hasYear));
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day);
    }

    /** {@code 15:00 and 17:00} */
    String times(List<TimeSpan> times) {
        return list(times.stream().map(this::time).toList());
    }

    private String time(TimeSpan span) {
        LocalTime until = span.until();
        if (until == null) {
            return time(span.from());
        }
        if (until.equals(LocalTime.MIDNIGHT)) {
            return words.say("when.hours", time(span.from()), Hours.time(Hours.DAY));
        }
        return words.say(span.endsNextDay() ? "when.overnight" : "when.hours", time(span.from()), time(until));
    }

    static String time(LocalTime time) {
        return time.getSecond() == 0
                ? Hours.time(time.getHour() * 60 + time.getMinute())
                : String.format(
                        Locale.ROOT, "%s:%02d", Hours.time(time.getHour() * 60 + time.getMinute()), time.getSecond());
    }

    /** {@code 5 July at 15:00}; a whole day without a time. */
    String moment(Moment moment, boolean hasYear) {
        LocalTime time = moment.time();
        String day = day(moment.day(), hasYear);
        return time == null ? day : words.say("when.at", day, time(time));
    }

    /** Moments one after another; several days in a row as a range. A year stands once, after the last of its days. */
    List<String> moments(List<Moment> moments, boolean hasYear) {
        var said = new ArrayList<String>();
        for (int at = 0; at < moments.size(); ) {
            int end = at;
            while (end + 1 < moments.size() && isNext(moments.get(end), moments.get(end + 1))) {
                end++;
            }
            int last = end - at + 1 < FEWEST_OF_RANGE ? at : end;
            boolean isLastOfYear = last + 1 == moments.size()
                    || moments.get(last + 1).day().getYear()
                            != moments.get(last).day().getYear();
            said.add(
                    last > at
                            ? days(moments.get(at).day(), moments.get(last).day(), hasYear && isLastOfYear)
                            : moment(moments.get(at), hasYear && isLastOfYear));
            at = last + 1;
        }
        return said;
    }

    private static boolean isNext(Moment one, Moment other) {
        return one.isWholeDay() && other.isWholeDay() && one.day().plusDays(1).equals(other.day());
    }

    /** {@code a, b and c}; of very many only how many more they are. */
    String list(List<String> all) {
        var said = new ArrayList<>(all);
        if (all.size() > MOST_LISTED + 1) {
            said.subList(MOST_LISTED, said.size()).clear();
            said.add(words.say("when.more", all.size() - MOST_LISTED));
        }
        String text = said.getFirst();
        for (int at = 1; at < said.size(); at++) {
            text = words.say(at == said.size() - 1 ? "when.and" : "when.comma", text, said.get(at));
        }
        return text;
    }

    /** Parts of a sentence with commas between them. */
    String parts(List<String> parts) {
        return parts.stream()
                .reduce((one, other) -> words.say("when.comma", one, other))
                .orElse("");
    }
}
