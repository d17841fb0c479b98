package org.herald.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;

/** Writes a calendar as iCalendar text. */
public final class CalendarWriter {

    /** The media type of calendars (RFC 5545, section 8.1). */
    public static final String TYPE = "text/calendar;charset=UTF-8";

    private static final String PRODUCT = "-//Herald//Herald//EN";

    private CalendarWriter() {}

    /** The whole calendar. */
    public static String write(CalendarFeed feed) {
        var events = feed.events().stream()
                .flatMap(event -> Components.of(event, feed.zone()).stream())
                .toList();
        return write(feed, events.stream());
    }

    /** One occurrence of an event, as a date of its own. */
    public static String write(CalendarFeed feed, CalendarEvent event, Occurrence occurrence) {
        return write(feed, Stream.of(Components.of(event, occurrence)));
    }

    private static String write(CalendarFeed feed, Stream<Component> events) {
        var components = events.toList();
        var lines = new ContentLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", PRODUCT);
        lines.add("CALSCALE", "GREGORIAN");
        lines.addText("NAME;LANGUAGE=" + ContentLines.quoted(feed.language().tag()), feed.name());
        lines.addText("X-WR-CALNAME", feed.name());
        lines.add("X-WR-TIMEZONE", feed.zone().getId());
        components.stream()
                .map(component -> component.event().revision().at())
                .max(Instant::compareTo)
                .ifPresent(at -> lines.add("LAST-MODIFIED", ContentLines.utc(at)));
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", feed.refresh().toString());
        lines.add("X-PUBLISHED-TTL", feed.refresh().toString());
        lines.addUri("SOURCE;VALUE=URI", feed.source());
        lines.addUri("URL", feed.page());
        spans(components).forEach((zone, span) -> {
            if (!Component.isUtc(ZoneId.of(zone))) {
                ZoneLines.write(lines, ZoneId.of(zone), span.from(), span.until());
            }
        });
        components.forEach(component -> component.write(lines, feed));
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    /** From when until when a zone is used. */
    private record Span(Instant from, Instant until) {

        Span and(Span other) {
            return new Span(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }

    private static SortedMap<String, Span> spans(Iterable<Component> components) {
        var spans = new TreeMap<String, Span>();
        for (Component component : components) {
            if (component.isZoned()) {
                Moment first = component.first();
                Instant from = first.in(component.zone());
                Instant until = component.isRecurring()
                        ? last(component)
                        : Objects.requireNonNullElse(component.end(), component.start())
                                .in(component.zone());
                spans.merge(component.zone().getId(), new Span(from, until), Span::and);
            }
        }
        return spans;
    }

    /** The end of the day of the last occurrence of what recurs; the horizon when it has no end. */
    private static Instant last(Component component) {
        var times = component.event().times();
        LocalDate day = new Occurrences(times, component.zone()).last().orElse(Occurrences.HORIZON);
        return (day.isAfter(Occurrences.HORIZON) ? Occurrences.HORIZON : day)
                .plusDays(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
