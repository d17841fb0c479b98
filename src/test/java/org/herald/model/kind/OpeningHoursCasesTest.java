package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether something is open, by a table whose expected values were written by hand. In 2026, 30 November is a Monday, 1 May and
 * 25 December are Fridays; clocks in Warsaw go forward on 29 March and back on 25 October.
 */
final class OpeningHoursCasesTest {

    private static final String ALL = "mo tu we th fr sa su";

    /** The schedules by name: days and hours, as they are typed. */
    private static final Map<String, Map<String, String>> SCHEDULES = Map.ofEntries(
            schedule("week", "mo tu we th fr=10:00-18:00", "sa=11:00-16:00", "su=closed"),
            schedule("breaks", "mo tu we th fr=10:00-18:00, break 13:00-14:00", "sa su=closed"),
            schedule("bar", "mo tu we th su=closed", "fr sa=18:00-02:00"),
            schedule("nightly", ALL + "=18:00-02:00", "special=01-01 closed"),
            schedule("always", ALL + "=24 h"),
            schedule("always-but", ALL + "=24 h", "special=12-25 closed"),
            schedule("one-day", "we=24 h", "mo tu th fr sa su=closed"),
            schedule(
                    "museum",
                    "we th fr sa su=10:00-18:00",
                    "mo tu=closed",
                    "seasons=05-01 - 09-30: mo-su 10:00-20:00",
                    "special=01-01 closed\n12-24 10:00-14:00\n2026-07-01 - 2026-07-03 closed\n2026-07-02 12:00-13:00"),
            schedule(
                    "skiing",
                    ALL + "=closed",
                    "seasons=12-15 - 02-28: mo-fr closed; sa, su 10:00-17:00\n01-05 - 01-06: 09:00-12:00"),
            schedule("office", "mo tu we th fr=09:00-17:00", "sa su=closed", "holidays=closed"),
            schedule("park", ALL + "=08:00-20:00", "holidays=10:00-16:00", "special=12-25 11:00-12:00"),
            schedule("rink", "seasons=12-01 - 02-28: mo-su 18:00-01:00", "holidays=closed"),
            schedule("partly", "mo=10:00-18:00", "we=10:00-18:00", "th=22:00-03:00"),
            schedule("shut", ALL + "=closed"),
            schedule("dawn", ALL + "=00:00-02:30, 05:00-06:00"),
            schedule("small-hours", ALL + "=02:30-04:00"),
            schedule("gap-only", ALL + "=02:10-02:50"),
            schedule("touching", "mo=20:00-24:00", "tu=00:00-03:00, 03:00-04:00", "we th fr sa su=closed"),
            schedule("late-first", "mo=20:00-06:00", "tu=05:00-09:00", "we th fr sa su=closed"));

    /** 1 May, 3 July and 25 December of every year, and Radunitsa, the ninth day after Orthodox Easter. */
    private static final Holidays HOLIDAYS = new Holidays(
            Map.of(
                    MonthDay.of(5, 1), Labels.NONE,
                    MonthDay.of(7, 3), Labels.NONE,
                    MonthDay.of(12, 25), Labels.NONE),
            Map.of(LocalDate.of(2026, 4, 21), Labels.NONE, LocalDate.of(2027, 5, 11), Labels.NONE));

    /** Schedule, zone, time there, and what is said, with times there; W for Warsaw, M for Minsk, which has no summer time. */
    private static final String CASES = """
            # the usual week
            week | M | 2026-11-30T09:59 | opens 2026-11-30T10:00
            week | M | 2026-11-30T10:00 | until 2026-11-30T18:00
            week | M | 2026-11-30T17:59 | until 2026-11-30T18:00
            week | M | 2026-11-30T18:00 | opens 2026-12-01T10:00
            week | M | 2026-12-04T18:30 | opens 2026-12-05T11:00
            week | M | 2026-12-05T16:00 | opens 2026-12-07T10:00
            week | M | 2026-12-06T12:00 | opens 2026-12-07T10:00
            # breaks
            breaks | M | 2026-11-30T12:59 | until 2026-11-30T13:00
            breaks | M | 2026-11-30T13:00 | opens 2026-11-30T14:00
            breaks | M | 2026-11-30T13:59 | opens 2026-11-30T14:00
            breaks | M | 2026-11-30T14:00 | until 2026-11-30T18:00
            breaks | M | 2026-12-04T20:00 | opens 2026-12-07T10:00
            # past midnight
            bar | M | 2026-12-04T17:00 | opens 2026-12-04T18:00
            bar | M | 2026-12-04T23:59 | until 2026-12-05T02:00
            bar | M | 2026-12-05T00:00 | until 2026-12-05T02:00
            bar | M | 2026-12-05T01:59 | until 2026-12-05T02:00
            bar | M | 2026-12-05T02:00 | opens 2026-12-05T18:00
            bar | M | 2026-12-06T01:30 | until 2026-12-06T02:00
            bar | M | 2026-12-06T02:00 | opens 2026-12-11T18:00
            bar | M | 2026-12-04T01:00 | opens 2026-12-04T18:00
            # the night goes on into a day that is closed, and that day does not open
            nightly | M | 2026-12-31T20:00 | until 2027-01-01T02:00
            nightly | M | 2027-01-01T01:00 | until 2027-01-01T02:00
            nightly | M | 2027-01-01T02:00 | opens 2027-01-02T18:00
            nightly | M | 2027-01-02T00:30 | opens 2027-01-02T18:00
            # 24 hours
            always | M | 2026-11-30T00:00 | always
            always | W | 2026-03-29T02:59 | always
            always-but | M | 2026-12-20T12:00 | until 2026-12-25T00:00
            always-but | M | 2026-12-25T00:00 | opens 2026-12-26T00:00
            always-but | M | 2026-12-26T00:00 | until 2027-12-25T00:00
            one-day | M | 2026-12-01T23:59 | opens 2026-12-02T00:00
            one-day | M | 2026-12-02T12:00 | until 2026-12-03T00:00
            one-day | M | 2026-12-03T00:00 | opens 2026-12-09T00:00
            # seasons: the first and the last day, and the days around them
            museum | M | 2026-04-30T17:00 | until 2026-04-30T18:00
            museum | M | 2026-04-30T18:00 | opens 2026-05-01T10:00
            museum | M | 2026-05-01T19:00 | until 2026-05-01T20:00
            museum | M | 2026-05-04T12:00 | until 2026-05-04T20:00
            museum | M | 2026-09-30T19:59 | until 2026-09-30T20:00
            museum | M | 2026-10-01T18:30 | opens 2026-10-02T10:00
            museum | M | 2026-10-04T18:00 | opens 2026-10-07T10:00
            # a season past the new year, and one inside it that goes before
            skiing | M | 2026-06-01T12:00 | opens 2026-12-19T10:00
            skiing | M | 2026-12-14T12:00 | opens 2026-12-19T10:00
            skiing | M | 2027-01-02T16:00 | until 2027-01-02T17:00
            skiing | M | 2027-01-04T10:00 | opens 2027-01-05T09:00
            skiing | M | 2027-01-06T12:00 | opens 2027-01-09T10:00
            skiing | M | 2027-02-28T16:59 | until 2027-02-28T17:00
            skiing | M | 2027-02-28T17:00 | opens 2027-12-18T10:00
            # special days: of every year, of one year, and a later line before an earlier one
            museum | M | 2026-12-24T11:00 | until 2026-12-24T14:00
            museum | M | 2026-12-24T14:00 | opens 2026-12-25T10:00
            museum | M | 2026-12-31T18:00 | opens 2027-01-02T10:00
            museum | M | 2026-06-30T20:00 | opens 2026-07-02T12:00
            museum | M | 2026-07-02T12:30 | until 2026-07-02T13:00
            museum | M | 2026-07-02T13:00 | opens 2026-07-04T10:00
            museum | M | 2027-07-01T13:00 | until 2027-07-01T20:00
            # public holidays: those of every year, and those of one
            office | M | 2026-04-30T17:00 | opens 2026-05-04T09:00
            office | M | 2026-05-01T10:00 | opens 2026-05-04T09:00
            week | M | 2026-05-01T10:00 | until 2026-05-01T18:00
            park | M | 2026-05-01T09:00 | opens 2026-05-01T10:00
            park | M | 2026-07-03T15:59 | until 2026-07-03T16:00
            park | M | 2026-12-25T10:30 | opens 2026-12-25T11:00
            park | M | 2026-12-25T12:00 | opens 2026-12-26T08:00
            park | M | 2027-05-01T09:00 | opens 2027-05-01T10:00
            park | M | 2026-04-21T09:00 | opens 2026-04-21T10:00
            park | M | 2027-04-21T09:00 | until 2027-04-21T20:00
            park | M | 2027-05-11T17:00 | opens 2027-05-12T08:00
            office | M | 2026-04-20T17:00 | opens 2026-04-22T09:00
            # a season goes behind a holiday, a night that began before it goes on
            rink | M | 2026-12-25T19:00 | opens 2026-12-26T18:00
            rink | M | 2026-12-24T23:00 | until 2026-12-25T01:00
            rink | M | 2026-12-25T00:30 | until 2026-12-25T01:00
            # what is not known is not guessed
            partly | M | 2026-11-30T12:00 | until 2026-11-30T18:00
            partly | M | 2026-11-30T08:00 | opens 2026-11-30T10:00
            partly | M | 2026-11-30T18:00 | closed
            partly | M | 2026-12-01T12:00 | unknown
            partly | M | 2026-12-02T19:00 | opens 2026-12-03T22:00
            partly | M | 2026-12-04T02:00 | until 2026-12-04T03:00
            partly | M | 2026-12-04T03:00 | unknown
            shut | M | 2026-11-30T12:00 | closed
            # clocks go forward at 2:00, to 3:00
            dawn | W | 2026-03-29T01:59 | until 2026-03-29T03:00
            dawn | W | 2026-03-29T03:00 | opens 2026-03-29T05:00
            small-hours | W | 2026-03-29T01:30 | opens 2026-03-29T03:00
            small-hours | W | 2026-03-29T03:00 | until 2026-03-29T04:00
            gap-only | W | 2026-03-29T01:30 | opens 2026-03-30T02:10
            nightly | W | 2026-03-28T23:00 | until 2026-03-29T03:00
            bar | W | 2026-03-29T01:59 | until 2026-03-29T03:00
            # clocks go back at 3:00, to 2:00: the first 2:30 counts
            dawn | W | 2026-10-25T01:59 | until 2026-10-25T02:30+02:00
            dawn | W | 2026-10-25T02:29+02:00 | until 2026-10-25T02:30+02:00
            dawn | W | 2026-10-25T02:30+02:00 | opens 2026-10-25T05:00
            dawn | W | 2026-10-25T02:15+01:00 | opens 2026-10-25T05:00
            small-hours | W | 2026-10-25T02:00+02:00 | opens 2026-10-25T02:30+02:00
            small-hours | W | 2026-10-25T02:10+01:00 | until 2026-10-25T04:00
            nightly | W | 2026-10-24T23:00 | until 2026-10-25T02:00+02:00
            # spans that touch or overlap are one
            touching | M | 2026-11-30T21:00 | until 2026-12-01T04:00
            touching | M | 2026-12-01T02:59 | until 2026-12-01T04:00
            late-first | M | 2026-11-30T23:00 | until 2026-12-01T09:00
            late-first | M | 2026-12-01T05:30 | until 2026-12-01T09:00
            # midnight itself is left out in Beirut: the day begins at 1:00
            always-but | Asia/Beirut | 2026-03-29T01:00 | until 2026-12-25T00:00
            dawn | Asia/Beirut | 2026-03-28T07:00 | opens 2026-03-29T01:00
            """;

    record Case(String schedule, ZoneId zone, Instant at, OpenState expected, String line) {

        static Case of(String line) {
            String[] columns = line.split("\\s*\\|\\s*", -1);
            ZoneId zone = ZoneId.of(
                    switch (columns[1]) {
                        case "M" -> "Europe/Minsk";
                        case "W" -> "Europe/Warsaw";
                        default -> columns[1];
                    });
            return new Case(columns[0], zone, instant(columns[2], zone), expected(columns[3], zone), line);
        }

        private static OpenState expected(String text, ZoneId zone) {
            return switch (text) {
                case "unknown" -> new OpenState.Unknown();
                case "closed" -> new OpenState.Closed(null);
                case "always" -> new OpenState.Open(null);
                default -> {
                    Instant instant = instant(text.substring(text.indexOf(' ') + 1), zone);
                    yield text.startsWith("until") ? new OpenState.Open(instant) : new OpenState.Closed(instant);
                }
            };
        }

        private static Instant instant(String text, ZoneId zone) {
            return text.contains("+")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Case> cases() {
        return CASES.lines().filter(line -> !line.startsWith("#")).map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsSaidOfAnInstantIsWhatTheTableSays(Case row) {
        var hours = hours(row.schedule());

        assertEquals(row.expected(), new OpeningCalendar(hours, row.zone(), HOLIDAYS).at(row.at()), row.line());
    }

    @Test
    void theTableHasSixtyCasesAndMoreAndUsesEverySchedule() {
        assertTrue(cases().count() >= 60);
        assertEquals(Set.of(), unused());
    }

    private static Set<String> unused() {
        var unused = new TreeSet<>(SCHEDULES.keySet());
        cases().forEach(row -> unused.remove(row.schedule()));
        return unused;
    }

    /** Schedule, day, and whether the filter “open today” finds it. */
    @Test
    void aDayIsOpenWhenSomethingOpensOnIt() {
        var rows = List.of(
                "week 2026-11-30 true",
                "week 2026-12-06 false",
                "bar 2026-12-05 true",
                "bar 2026-12-06 false", // the night of Saturday goes on, but it does not open
                "partly 2026-12-01 false",
                "office 2026-05-01 false",
                "park 2026-05-01 true",
                "museum 2026-07-01 false",
                "museum 2026-07-02 true",
                "gap-only 2026-03-29 false",
                "gap-only 2026-03-30 true",
                "always 2026-03-29 true",
                "shut 2026-11-30 false");
        for (String row : rows) {
            String[] columns = row.split(" ", -1);
            var calendar = new OpeningCalendar(hours(columns[0]), ZoneId.of("Europe/Warsaw"), HOLIDAYS);

            assertEquals(Boolean.valueOf(columns[2]), calendar.isOpenOn(LocalDate.parse(columns[1])), row);
        }
    }

    @Test
    void withoutHolidaysADayIsAsOtherDays() {
        var calendar = OpeningCalendar.of(hours("office"), ZoneId.of("Europe/Minsk"));

        assertTrue(calendar.isOpenOn(LocalDate.of(2026, 5, 1)));
    }

    private static OpeningHours hours(String schedule) {
        Map<String, String> parts = SCHEDULES.get(schedule);
        assertTrue(parts != null, schedule);
        return switch (new OpeningHoursType().parse(parts)) {
            case Parsed.Value(var value) -> OpeningHoursType.of(value).orElseThrow();
            case Parsed.Unfit unfit -> throw new AssertionError(schedule + " cannot be read: " + unfit);
        };
    }

    private static Map.Entry<String, Map<String, String>> schedule(String name, String... lines) {
        var parts = new LinkedHashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            Arrays.stream(line.substring(0, equals).split(" ", -1))
                    .forEach(part -> parts.put(part, line.substring(equals + 1)));
        }
        return Map.entry(name, parts);
    }
}
