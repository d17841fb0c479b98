package org.herald.events;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.property.RecurrenceId;

/**
 * What two parsers of others make of a calendar: when its occurrences begin in a span of time, on the clocks of their place.
 * Neither reads zones well that have changed their rules, or times that clocks skip or show twice; what zones say is
 * therefore compared by {@link ZoneLinesTest}.
 */
final class CalendarOracles {

    private CalendarOracles() {}

    /** By ical4j. */
    static Set<String> ical4j(String text, LocalDate from, LocalDate until, ZoneId zone)
            throws IOException, ParserException {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        var calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        var replaced = new HashMap<String, Set<String>>();
        var found = new TreeSet<String>();
        for (net.fortuna.ical4j.model.component.VEvent event :
                calendar.<net.fortuna.ical4j.model.component.VEvent>getComponents("VEVENT")) {
            var id = event.<RecurrenceId<Temporal>>getProperty("RECURRENCE-ID");
            id.ifPresent(
                    was -> replaced.computeIfAbsent(event.getUid().orElseThrow().getValue(), _ -> new HashSet<>())
                            .add(text(was.getDate())));
        }
        for (net.fortuna.ical4j.model.component.VEvent event :
                calendar.<net.fortuna.ical4j.model.component.VEvent>getComponents("VEVENT")) {
            Temporal start = event.<Temporal>getDateTimeStart().getDate();
            String uid = event.getUid().orElseThrow().getValue();
            boolean isOverride = event.getProperty("RECURRENCE-ID").isPresent();
            boolean isCancelled = event.getStatus().getValue().equals("CANCELLED");
            var own = start instanceof LocalDate
                    ? event.calculateRecurrenceSet(new Period<>(from, until.plusDays(1)))
                    : event.calculateRecurrenceSet(new Period<>(
                            from.atStartOfDay(zone), until.plusDays(1).atStartOfDay(zone)));
            for (var period : own) {
                String at = text(period.getStart());
                if (isWithin(at, from, until)
                        && (isOverride || !replaced.getOrDefault(uid, Set.of()).contains(at))) {
                    found.add(at + (isCancelled ? " cancelled" : ""));
                }
            }
        }
        return found;
    }

    private static boolean isWithin(String at, LocalDate from, LocalDate until) {
        LocalDate day = LocalDate.parse(at.substring(0, 10));
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private static String text(Temporal start) {
        return switch (start) {
            case ZonedDateTime time -> time.toLocalDateTime().toString();
            case OffsetDateTime time -> time.toLocalDateTime().toString();
            case Instant instant ->
                instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
            default -> start.toString();
        };
    }

    /** By biweekly. */
    static Set<String> biweekly(String text, LocalDate from, LocalDate until, ZoneId zone) {
        var calendar = Biweekly.parse(text).first();
        var zones = calendar.getTimezoneInfo();
        var replaced = new HashMap<String, Set<String>>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null) {
                replaced.computeIfAbsent(event.getUid().getValue(), _ -> new HashSet<>())
                        .add(text(
                                event.getRecurrenceId().getValue(),
                                !event.getRecurrenceId().getValue().hasTime(),
                                zone(zones, event.getRecurrenceId())));
            }
        }
        Instant latest = until.plusDays(2).atStartOfDay(zone).toInstant();
        var found = new TreeSet<String>();
        for (VEvent event : calendar.getEvents()) {
            DateOrDateTimeProperty start = event.getDateStart();
            boolean isDay = !start.getValue().hasTime();
            TimeZone own = zone(zones, start);
            boolean isOverride = event.getRecurrenceId() != null;
            boolean isCancelled = event.getStatus().isCancelled();
            var dates = event.getDateIterator(own);
            while (dates.hasNext()) {
                Date next = dates.next();
                if (!next.toInstant().isBefore(latest)) {
                    break;
                }
                String at = text(next, isDay, own);
                if (isWithin(at, from, until)
                        && (isOverride
                                || !replaced.getOrDefault(event.getUid().getValue(), Set.of())
                                        .contains(at))) {
                    found.add(at + (isCancelled ? " cancelled" : ""));
                }
            }
        }
        return found;
    }

    private static TimeZone zone(TimezoneInfo zones, DateOrDateTimeProperty of) {
        var zone = zones.getTimezone(of);
        return zone == null
                ? TimeZone.getTimeZone(of.getValue().hasTime() ? ZoneOffset.UTC : ZoneId.systemDefault())
                : zone.getTimeZone();
    }

    private static String text(Date date, boolean isDay, TimeZone zone) {
        if (isDay) {
            return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString();
        }
        return date.toInstant()
                .atOffset(ZoneOffset.ofTotalSeconds(
                        zone.getOffset(date.toInstant().toEpochMilli()) / 1000))
                .toLocalDateTime()
                .toString();
    }
}
