package org.herald.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.herald.events.CalendarEvent.Place;
import org.herald.events.CalendarEvent.Revision;
import org.herald.events.CalendarEvent.Status;
import org.herald.model.Language;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.herald.model.geo.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWriterTest {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

    @Test
    void aCalendarIsWrittenAsTheStandardsSay() {
        var event = event(
                Status.CONFIRMED,
                new EventTimes(
                        null,
                        List.of(series("2026-07-05", "15:00-16:30", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260930")
                                .with(
                                        List.of(moment("2026-07-26")),
                                        List.of(moved("2026-08-02T15:00", "2026-08-03T16:00")))
                                .series())));
        assertEquals("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Herald//Herald//EN
                CALSCALE:GREGORIAN
                NAME;LANGUAGE=en:Events\\, all of them
                X-WR-CALNAME:Events\\, all of them
                X-WR-TIMEZONE:Europe/Minsk
                LAST-MODIFIED:20260630T101500Z
                REFRESH-INTERVAL;VALUE=DURATION:PT6H
                X-PUBLISHED-TTL:PT6H
                SOURCE;VALUE=URI:https://www.example.org/en/events.ics
                URL:https://www.example.org/en/events
                BEGIN:VTIMEZONE
                TZID:Europe/Minsk
                BEGIN:STANDARD
                DTSTART:20110327T020000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0300
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:herald-12-1-1@www.example.org
                DTSTAMP:20260630T101500Z
                LAST-MODIFIED:20260630T101500Z
                SEQUENCE:7
                DTSTART;TZID=Europe/Minsk:20260705T150000
                DTEND;TZID=Europe/Minsk:20260705T163000
                RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20260930T205959Z
                EXDATE;TZID=Europe/Minsk:20260726T150000
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                SUMMARY;LANGUAGE=en:Bells\\; “carillon”
                DESCRIPTION;LANGUAGE=en:Every Sunday\\,\\nin the square.
                LOCATION;LANGUAGE=en:Town hall\\, Niasviž
                GEO:53.222000;26.677000
                CATEGORIES;LANGUAGE=en:Concert,For all\\, and free
                URL:https://www.example.org/en/events/bells
                END:VEVENT
                BEGIN:VEVENT
                UID:herald-12-1-1@www.example.org
                DTSTAMP:20260630T101500Z
                LAST-MODIFIED:20260630T101500Z
                SEQUENCE:7
                RECURRENCE-ID;TZID=Europe/Minsk:20260802T150000
                DTSTART;TZID=Europe/Minsk:20260803T160000
                DTEND;TZID=Europe/Minsk:20260803T173000
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                SUMMARY;LANGUAGE=en:Bells\\; “carillon”
                DESCRIPTION;LANGUAGE=en:Every Sunday\\,\\nin the square.
                LOCATION;LANGUAGE=en:Town hall\\, Niasviž
                GEO:53.222000;26.677000
                CATEGORIES;LANGUAGE=en:Concert,For all\\, and free
                URL:https://www.example.org/en/events/bells
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"), CalendarWriter.write(feed(MINSK, event)));
    }

    @Test
    void linesAreFoldedBetweenCharacters() {
        var lines = new ContentLines();
        lines.addText("SUMMARY", "Фестываль сярэднявечнай культуры ў Нясвіжы 🎻".repeat(5));
        String text = lines.toString();
        for (String line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\ufffd"), line);
        }
        assertEquals(
                "SUMMARY:" + "Фестываль сярэднявечнай культуры ў Нясвіжы 🎻".repeat(5) + "\r\n",
                text.replace("\r\n ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-01-01, BYDAY=2SU",
        "Europe/Berlin, 2026-01-01, BYDAY=-1SU",
        "America/Nuuk, 2026-01-01, BYMONTHDAY",
        "Asia/Jerusalem, 2026-01-01, BYDAY"
    })
    void aZoneWithSummerTimeHasItsRules(String zone, LocalDate day, String part) {
        var times = new EventTimes(
                ZoneId.of(zone),
                List.of(series(day.toString(), "12:00", "FREQ=DAILY").series()));
        String text = CalendarWriter.write(feed(MINSK, event(Status.CONFIRMED, times)))
                .replace("\r\n ", "");
        String own = text.substring(text.indexOf("BEGIN:VTIMEZONE"), text.indexOf("END:VTIMEZONE"));
        assertTrue(own.contains(part), own);
        assertTrue(own.lines().count() < 40, own);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # zone             | first      | times        | rule                                        | from       | until
                    Europe/Minsk       | 2026-07-05 | 15:00-16:30  | FREQ=WEEKLY;BYDAY=SU                        | 2026-07-01 | 2027-08-01
                    Europe/Minsk       | 2010-01-03 | 23:30-01:00  | FREQ=WEEKLY                                 | 2010-01-01 | 2012-12-31
                    Europe/Berlin      | 2026-03-01 | 02:30        | FREQ=DAILY                                  | 2026-03-01 | 2026-11-10
                    Europe/Berlin      | 2026-01-01 | 19:00-21:00  | FREQ=MONTHLY;BYDAY=-1FR                     | 2026-01-01 | 2032-12-31
                    Europe/Berlin      | 1979-06-01 | 12:00        | FREQ=YEARLY                                 | 1979-01-01 | 1999-12-31
                    America/New_York   | 2026-02-28 | 01:30-03:30  | FREQ=WEEKLY;BYDAY=SA,SU                     | 2026-02-01 | 2027-12-31
                    America/New_York   | 2000-01-31 | 09:00        | FREQ=MONTHLY;BYMONTHDAY=31                  | 2000-01-01 | 2009-12-31
                    America/Nuuk       | 2026-03-01 | 22:30        | FREQ=DAILY;COUNT=300                        | 2026-01-01 | 2027-12-31
                    Africa/Casablanca  | 2026-01-01 | 10:00        | FREQ=WEEKLY                                 | 2026-01-01 | 2030-12-31
                    UTC                | 2026-01-01 | 10:00-11:00  | FREQ=WEEKLY;UNTIL=20260601                  | 2026-01-01 | 2026-12-31
                    Asia/Kathmandu     | 2026-01-01 | 10:00,17:00  | FREQ=DAILY;INTERVAL=3                       | 2026-01-01 | 2026-12-31
                    Europe/Berlin      | 2026-01-07 | 10:00        | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO             | 2026-01-01 | 2026-12-31
                    Europe/Berlin      | 2026-01-01 | ''           | FREQ=MONTHLY;BYDAY=1SA,3SA                  | 2026-01-01 | 2027-12-31
                    Europe/Minsk       | 2024-02-29 | ''           | FREQ=YEARLY                                 | 2024-01-01 | 2044-12-31
                    Europe/Minsk       | 2026-01-01 | 18:00-24:00  | FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1     | 2026-01-01 | 2027-12-31
                    Europe/Minsk       | 2026-01-01 | 12:00        | ''                                          | 2026-01-01 | 2027-12-31
                    """)
    void twoParsersOfOthersSeeTheSameOccurrences(
            String zone, String first, String times, String rule, LocalDate from, LocalDate until) throws Exception {
        requireSame(
                new EventTimes(
                        ZoneId.of(zone), List.of(series(first, times, rule).series())),
                from,
                until);
    }

    @Test
    void theySeeWhatIsAddedTakenAwayChangedAndCancelled() throws Exception {
        var berlin = ZoneId.of("Europe/Berlin");
        var series = new Series(
                1,
                LocalDate.of(2026, 3, 1),
                null,
                false,
                List.of(span("15:00-16:00"), span("17:00-18:00")),
                List.of(rule("FREQ=WEEKLY;BYDAY=SU")),
                List.of(moment("2026-04-06"), moment("2026-04-07T20:00")),
                List.of(moment("2026-07-26"), moment("2026-08-09T17:00")),
                List.of(
                        moved("2026-03-29T15:00", "2026-03-28T23:30"),
                        new ChangedOccurrence(moment("2026-05-03T17:00"), null, null),
                        moved("2026-05-10T15:00", "2026-05-11")),
                null);
        requireSame(new EventTimes(berlin, List.of(series)), LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 31));
        var days = new Series(
                2,
                LocalDate.of(2026, 10, 24),
                LocalDate.of(2026, 10, 26),
                false,
                List.of(),
                List.of(rule("FREQ=YEARLY;COUNT=4")),
                List.of(moment("2026-12-31")),
                List.of(moment("2028-10-24")),
                List.of(new ChangedOccurrence(moment("2027-10-24"), null, null)),
                null);
        requireSame(new EventTimes(berlin, List.of(series, days)), LocalDate.of(2026, 1, 1), LocalDate.of(2031, 1, 31));
    }

    @Test
    void severalRulesThatCountFromADayWhichIsNoneOfTheirs() throws Exception {
        var series = new Series(
                1,
                LocalDate.of(2026, 1, 20),
                null,
                false,
                List.of(span("10:00")),
                List.of(rule("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1"), rule("FREQ=MONTHLY;BYDAY=2TU")),
                List.of(),
                List.of(),
                List.of(),
                null);
        requireSame(new EventTimes(null, List.of(series)), LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 31));
    }

    @Test
    void wholeDaysEndOnTheDayAfterAndWhatIsNotKnownHasNoEnd() {
        String days = lines(new Series(
                1,
                LocalDate.of(2026, 2, 2),
                LocalDate.of(2026, 4, 23),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
        assertTrue(days.contains("DTSTART;VALUE=DATE:20260202\nDTEND;VALUE=DATE:20260424\n"), days);
        assertFalse(days.contains("VTIMEZONE"), days);
        String day = lines(Series.of(1, LocalDate.of(2026, 2, 2)));
        assertTrue(day.contains("DTEND;VALUE=DATE:20260203\n"), day);
        String hour = lines(Series.of(1, LocalDate.of(2026, 2, 2), span("15:00")));
        assertTrue(hour.contains("DTSTART;TZID=Europe/Minsk:20260202T150000\nSTATUS"), hour);
        String open = lines(new Series(
                1, LocalDate.of(2016, 5, 21), null, true, List.of(), List.of(), List.of(), List.of(), List.of(), null));
        assertTrue(open.contains("DTSTART;VALUE=DATE:20160521\nSTATUS"), open);
        assertTrue(open.contains("COMMENT;LANGUAGE=en:until further notice\nX-HERALD-OPEN-ENDED:TRUE\n"), open);
        String night = lines(Series.of(1, LocalDate.of(2026, 10, 24), span("22:00-04:00")));
        assertTrue(night.contains("DTEND;TZID=Europe/Minsk:20261025T040000\n"), night);
    }

    @Test
    void oneOccurrenceIsADateOfItsOwn() {
        var event = event(
                Status.CONFIRMED,
                new EventTimes(
                        null,
                        List.of(series("2026-07-05", "15:00-16:30", "FREQ=WEEKLY")
                                .series())));
        var occurrence = new Occurrences(event.times(), MINSK)
                .within(LocalDate.of(2026, 7, 12), LocalDate.of(2026, 7, 12))
                .getFirst();
        String text = CalendarWriter.write(feed(MINSK), event, occurrence);
        assertTrue(text.contains("UID:herald-12-1-20260712T150000@www.example.org\r\n"), text);
        assertTrue(
                text.contains(String.join(
                        "\r\n",
                        "DTSTART;TZID=Europe/Minsk:20260712T150000",
                        "DTEND;TZID=Europe/Minsk:20260712T163000",
                        "STATUS")),
                text);
        assertFalse(text.contains("RRULE"), text);
    }

    private static String lines(Series series) {
        return CalendarWriter.write(feed(MINSK, event(Status.CONFIRMED, new EventTimes(null, List.of(series)))))
                .replace("\r\n ", "")
                .replace("\r\n", "\n");
    }

    private static void requireSame(EventTimes times, LocalDate from, LocalDate until) throws Exception {
        String text = CalendarWriter.write(feed(MINSK, event(Status.CONFIRMED, times)));
        ZoneId zone = times.zone(MINSK);
        Set<String> own = new TreeSet<>();
        new Occurrences(times, MINSK)
                .within(from.minusDays(40), until.plusDays(1)).stream()
                        .filter(each -> !each.start().day().isBefore(from)
                                && !each.start().day().isAfter(until))
                        .forEach(each -> own.add(start(each)));
        assertFalse(own.isEmpty());
        requireSame("ical4j", own, CalendarOracles.ical4j(text, from, until, zone));
        var theirs = CalendarOracles.biweekly(text, from, until, zone);
        own.removeIf(start -> isChangeOfClocks(start, zone)); // there biweekly errs by the hour
        theirs.removeIf(start -> isChangeOfClocks(start, zone));
        requireSame("biweekly", own, theirs);
    }

    private static boolean isChangeOfClocks(String start, ZoneId zone) {
        var change = zone.getRules()
                .nextTransition(LocalDate.parse(start.substring(0, 10))
                        .minusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
        return start.contains("T")
                && change != null
                && !change.getDateTimeBefore().toLocalDate().isAfter(LocalDate.parse(start.substring(0, 10)));
    }

    private static void requireSame(String parser, Set<String> own, Set<String> theirs) {
        var missing = new TreeSet<>(own);
        missing.removeAll(theirs);
        var more = new TreeSet<>(theirs);
        more.removeAll(own);
        assertEquals(parser + " missing [], more []", parser + " missing " + missing + ", more " + more);
    }

    private static String start(Occurrence occurrence) {
        ZoneId zone = occurrence.zone();
        return (occurrence.isWholeDays()
                        ? occurrence.start().toString()
                        : occurrence.from().atZone(zone).toLocalDateTime().toString())
                + (occurrence.isCancelled() ? " cancelled" : "");
    }

    static CalendarFeed feed(ZoneId zone, CalendarEvent... events) {
        return new CalendarFeed(
                "Events, all of them",
                new Language("en"),
                "https://www.example.org/en/events",
                "https://www.example.org/en/events.ics",
                Duration.ofHours(6),
                zone,
                "until further notice",
                List.of(events));
    }

    static CalendarEvent event(Status status, EventTimes times) {
        return new CalendarEvent(
                new CalendarEvent.Name("12", "www.example.org"),
                new CalendarEvent.Text(
                        "Bells; “carillon”",
                        "Every Sunday,\nin the square.",
                        "https://www.example.org/en/events/bells",
                        List.of("Concert", "For all, and free")),
                new Revision(7, Instant.parse("2026-06-30T10:15:00Z")),
                status,
                times,
                new Place("Town hall, Niasviž", new Point(53.222, 26.677)),
                Map.of());
    }

    /** A series of one rule. */
    private record Made(Series series) {

        Made with(List<Moment> except, List<ChangedOccurrence> changes) {
            return new Made(new Series(
                    series.number(),
                    series.first(),
                    series.last(),
                    false,
                    series.times(),
                    series.rules(),
                    List.of(),
                    except,
                    changes,
                    null));
        }
    }

    private static Made series(String first, @Nullable String times, String rule) {
        var series = Series.of(
                1,
                LocalDate.parse(first),
                times == null || times.isEmpty()
                        ? new TimeSpan[0]
                        : List.of(times.split(",")).stream()
                                .map(CalendarWriterTest::span)
                                .toArray(TimeSpan[]::new));
        return new Made(rule.isEmpty() ? series : series.withRules(rule(rule)));
    }

    static Rule rule(String text) {
        return Rule.parse(text).orElseThrow();
    }

    static TimeSpan span(String text) {
        String[] ends = text.split("-", -1);
        return new TimeSpan(
                LocalTime.parse(ends[0]),
                ends.length == 1 ? null : ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
    }

    static Moment moment(String text) {
        return Moment.parse(text).orElseThrow();
    }

    static ChangedOccurrence moved(String was, String start) {
        return new ChangedOccurrence(moment(was), moment(start), null);
    }
}
