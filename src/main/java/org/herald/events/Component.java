package org.herald.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.events.CalendarEvent.Place;
import org.herald.events.CalendarEvent.Status;
import org.herald.model.event.Moment;
import org.herald.model.event.Rule;
import org.herald.model.geo.Point;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT (RFC 5545, section 3.6.1).
 *
 * @param replaces the occurrence that it is in place of; null for what is none
 */
record Component(
        CalendarEvent event,
        String uid,
        @Nullable Moment replaces,
        Times times,
        Recurring recurring,
        Status status,
        Place place) {

    /**
     * When it begins and ends.
     *
     * @param end the day after the last of whole days; null when it is not known
     * @param isOpenEnded true when it goes on until further notice
     */
    record Times(Moment start, @Nullable Moment end, boolean isOpenEnded, ZoneId zone) {}

    /** How it recurs. */
    record Recurring(List<Rule> rules, List<Moment> also, List<Moment> except) {

        static final Recurring NOT = new Recurring(List.of(), List.of(), List.of());
    }

    Moment start() {
        return times.start();
    }

    @Nullable
    Moment end() {
        return times.end();
    }

    ZoneId zone() {
        return times.zone();
    }

    boolean isRecurring() {
        return !recurring.rules().isEmpty() || !recurring.also().isEmpty();
    }

    /** True when it has times of a day. */
    boolean isZoned() {
        return moments().anyMatch(moment -> !moment.isWholeDay());
    }

    /** The earliest of all times that it names. */
    Moment first() {
        return moments()
                .filter(moment -> !moment.isWholeDay())
                .sorted()
                .findFirst()
                .orElse(start());
    }

    private Stream<Moment> moments() {
        return Stream.of(
                        Stream.of(start()),
                        Stream.ofNullable(replaces),
                        Stream.ofNullable(end()),
                        recurring.also().stream(),
                        recurring.except().stream())
                .flatMap(each -> each);
    }

    static boolean isUtc(ZoneId zone) {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() == 0;
    }

    void write(ContentLines lines, CalendarFeed feed) {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", uid);
        lines.add("DTSTAMP", ContentLines.utc(event.revision().at()));
        lines.add("LAST-MODIFIED", ContentLines.utc(event.revision().at()));
        lines.add("SEQUENCE", Integer.toString(event.revision().sequence()));
        if (replaces != null) {
            moments(lines, "RECURRENCE-ID", List.of(replaces));
        }
        moments(lines, "DTSTART", List.of(start()));
        if (times.end() != null) {
            moments(lines, "DTEND", List.of(times.end()));
        }
        recurring.rules().forEach(rule -> lines.add("RRULE", rule(rule)));
        moments(lines, "RDATE", recurring.also());
        moments(lines, "EXDATE", recurring.except());
        lines.add("STATUS", status.name());
        lines.add("TRANSP", "TRANSPARENT");
        String language = ";LANGUAGE=" + ContentLines.quoted(feed.language().tag());
        var text = event.text();
        lines.addText("SUMMARY" + language, text.title());
        lines.addText("DESCRIPTION" + language, text.description());
        if (times.isOpenEnded()) {
            lines.addText("COMMENT" + language, feed.openEnded());
            lines.add("X-HERALD-OPEN-ENDED", "TRUE");
        }
        lines.addText("LOCATION" + language, place.text());
        Point point = place.point();
        if (point != null) {
            lines.add("GEO", String.format(Locale.ROOT, "%.6f;%.6f", point.latitude(), point.longitude()));
        }
        lines.addTexts("CATEGORIES" + language, text.categories());
        lines.addUri("URL", text.url());
        lines.add("END", "VEVENT");
    }

    /** Days and times stand on lines of their own: a line has values of one type. */
    private void moments(ContentLines lines, String name, List<Moment> moments) {
        var days = moments.stream().filter(Moment::isWholeDay).toList();
        if (!days.isEmpty()) {
            lines.add(name + ";VALUE=DATE", joined(days));
        }
        var ofClocks = moments.stream().filter(moment -> !moment.isWholeDay()).toList();
        if (ofClocks.isEmpty()) {
            return;
        }
        if (isUtc(zone())) {
            lines.add(
                    name,
                    ofClocks.stream()
                            .map(moment -> ContentLines.utc(moment.in(zone())))
                            .collect(Collectors.joining(",")));
        } else {
            lines.add(name + ";TZID=" + ContentLines.quoted(zone().getId()), joined(ofClocks));
        }
    }

    private static String joined(List<Moment> moments) {
        return moments.stream().map(ContentLines::moment).collect(Collectors.joining(","));
    }

    /** The rule with its end in the type that the start has: a day, or a time in UTC (RFC 5545, section 3.3.10). */
    private String rule(Rule rule) {
        return rule.until(zone())
                .map(until -> {
                    String end;
                    if (start().isWholeDay()) {
                        end = ContentLines.moment(new Moment(until.day(), null));
                    } else if (until.isWholeDay()) {
                        end = ContentLines.utc(
                                Moment.of(until.day().atTime(23, 59, 59)).in(zone()));
                    } else {
                        end = ContentLines.utc(until.in(zone()));
                    }
                    return rule.text().replaceFirst("UNTIL=[0-9TZ]+", "UNTIL=" + end);
                })
                .orElse(rule.text());
    }
}
