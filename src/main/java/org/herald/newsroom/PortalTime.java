package org.herald.newsroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.herald.model.Words;

/** How the newsroom writes instants and days: by the portal's clock, in the visitor's language. */
public final class PortalTime {

    private final ZoneId zone;

    public PortalTime(ZoneId zone) {
        this.zone = zone;
    }

    /** A time as a person reads it and as a machine does. */
    public record When(String text, String iso) {}

    public When at(Instant instant, Words words) {
        return when(instant, words, "date.day-time");
    }

    public When toTheSecond(Instant instant, Words words) {
        return when(instant, words, "date.day-time-seconds");
    }

    public When timeOf(Instant instant, Words words) {
        return when(instant, words, "date.time");
    }

    When on(LocalDate day, Words words) {
        return new When(
                DateTimeFormatter.ofPattern(words.say("date.day"), words.locale())
                        .format(day),
                day.toString());
    }

    public ZoneId zone() {
        return zone;
    }

    private When when(Instant instant, Words words, String pattern) {
        var local = instant.atZone(zone);
        return new When(
                DateTimeFormatter.ofPattern(words.say(pattern), words.locale()).format(local),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
    }
}
