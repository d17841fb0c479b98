package org.herald.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.herald.model.Words;
import org.herald.model.kind.OpenState;
import org.herald.model.kind.OpeningCalendar;
import org.herald.web.CurrentRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether a place is open, in words: “Open now, until 18:00”. A cached page must not lie: {@link #of} notes in the {@link
 * CurrentRequest} the instant at which the words change, and the page cache keeps the page that is being rendered no longer
 * than that. Whoever shows the words elsewhere than on such a page asks {@link #changesAt}.
 *
 * @param changesAt when other words are true; at midnight at the latest, because “tomorrow” changes then
 */
public record OpenNow(boolean isOpen, String text, Instant changesAt) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int WEEK = 7;

    /** What is said at this instant; absent when nothing is known of its day. */
    public static Optional<OpenNow> of(OpeningCalendar calendar, Instant now, Words words) {
        ZoneId zone = calendar.zone();
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Optional<OpenNow> said = switch (calendar.at(now)) {
            case OpenState.Open(var until) -> Optional.of(open(until, now, midnight, zone, words));
            case OpenState.Closed(var opens) ->
                Optional.of(new OpenNow(false, closed(opens, now, zone, words), earlier(opens, midnight)));
            case OpenState.Unknown() -> Optional.empty();
        };
        CurrentRequest.noteUntil(said.map(OpenNow::changesAt).orElse(midnight));
        return said;
    }

    /** A time of day is clear when it is at most a day away. */
    private static OpenNow open(@Nullable Instant until, Instant now, Instant midnight, ZoneId zone, Words words) {
        if (until == null || until.isAfter(now.plus(DAY))) {
            Instant dayBefore = until == null ? null : until.minus(DAY);
            return new OpenNow(true, words.say("open.always"), earlier(dayBefore, midnight));
        }
        return new OpenNow(true, words.say("open.until", closing(until, zone)), earlier(until, midnight));
    }

    private static Instant earlier(@Nullable Instant turn, Instant midnight) {
        return turn != null && turn.isBefore(midnight) ? turn : midnight;
    }

    private static String closing(Instant until, ZoneId zone) {
        String time = TIME.format(LocalDateTime.ofInstant(until, zone));
        return time.equals("00:00") ? "24:00" : time;
    }

    private static String closed(@Nullable Instant opens, Instant now, ZoneId zone, Words words) {
        if (opens == null) {
            return words.say("open.closed");
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        var opening = LocalDateTime.ofInstant(opens, zone);
        LocalDate day = opening.toLocalDate();
        String time = TIME.format(opening);
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 2) {
            return words.say(days == 0 ? "open.opens" : "open.opens-tomorrow", time);
        }
        if (days < WEEK) {
            return words.say("open.opens-weekday", day.getDayOfWeek().name().toLowerCase(Locale.ROOT), time);
        }
        String pattern = words.say(day.getYear() == today.getYear() ? "date.day-of-year" : "date.day");
        return words.say(
                "open.opens-day",
                DateTimeFormatter.ofPattern(pattern, words.locale()).format(day),
                time);
    }
}
