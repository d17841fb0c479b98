package org.herald.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.herald.model.event.Moment;
import org.herald.model.event.Recurrence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A VTIMEZONE is read as RFC 5545 says, and compared with the zone. */
class ZoneLinesTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Minsk",
                "Europe/Berlin",
                "Europe/Dublin",
                "America/New_York",
                "America/Nuuk",
                "America/Santiago",
                "America/Scoresbysund",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Gaza",
                "Asia/Jerusalem",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Pacific/Chatham",
                "Antarctica/Troll"
            })
    void offsetsAreThoseOfTheZone(String name) {
        ZoneId zone = ZoneId.of(name);
        for (String first : List.of("1900-01-01T00:00:00Z", "1979-06-01T12:00:00Z", "2026-01-01T00:00:00Z")) {
            Instant from = Instant.parse(first);
            Instant until = Instant.parse("2060-01-01T00:00:00Z");
            var lines = new ContentLines();
            ZoneLines.write(lines, zone, from, until);
            var offsets = offsets(lines.toString(), until);
            for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofHours(11))) {
                assertEquals(
                        zone.getRules().getOffset(at), offsets.floorEntry(at).getValue(), name + " at " + at);
            }
        }
    }

    /** By instant, the offset from then on. */
    private static NavigableMap<Instant, ZoneOffset> offsets(String text, Instant until) {
        var offsets = new TreeMap<Instant, ZoneOffset>();
        var observance = new HashMap<String, String>();
        var all = new ArrayList<Map<String, String>>();
        for (String line : text.replace("\r\n ", "").split("\r\n", -1)) {
            String[] parts = line.isEmpty() ? new String[] {"", ""} : line.split(":", 2);
            switch (parts[0]) {
                case "BEGIN" -> observance.clear();
                case "END" -> all.add(Map.copyOf(observance));
                default -> observance.put(parts[0], parts[1]);
            }
        }
        all.removeLast(); // the zone itself
        for (Map<String, String> each : all) {
            ZoneOffset before = ZoneOffset.of(each.get("TZOFFSETFROM"));
            ZoneOffset after = ZoneOffset.of(each.get("TZOFFSETTO"));
            LocalDateTime start = LocalDateTime.parse(each.get("DTSTART"), TIME);
            offsets.put(start.toInstant(before), after);
            if (each.containsKey("RRULE")) {
                var moments =
                        Recurrence.of(CalendarWriterTest.rule(each.get("RRULE")), Moment.of(start), ZoneOffset.UTC);
                for (Moment next = moments.next();
                        next.atStart().toInstant(before).isBefore(until);
                        next = moments.next()) {
                    offsets.put(next.atStart().toInstant(before), after);
                }
            }
        }
        return offsets;
    }
}
