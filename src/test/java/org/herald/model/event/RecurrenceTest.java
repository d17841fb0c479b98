package org.herald.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules against tables: the examples of RFC 5545, section 3.8.5.3, and rules at random with what python-dateutil 2.9 makes. */
final class RecurrenceTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    /** A line of a table. */
    record Line(String dtstart, String rrule, List<String> occurrences) {}

    @Test
    void examplesOfTheStandard() throws IOException {
        assertEquals(42, differences("standard.jsonl"));
    }

    @Test
    void rulesAtRandomBetween1900And2100() throws IOException {
        assertEquals(329, differences("random.jsonl"));
    }

    /** The number of lines, when there is no difference. */
    private static int differences(String table) throws IOException {
        var json = new ObjectMapper();
        var wanted = new TreeMap<String, List<String>>();
        var found = new TreeMap<String, List<String>>();
        List<String> lines;
        try (InputStream stream =
                Objects.requireNonNull(RecurrenceTest.class.getResourceAsStream("/events/" + table), table)) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        for (String text : lines) {
            Line line = json.readValue(text, Line.class);
            String name = line.dtstart() + " " + line.rrule();
            wanted.put(name, line.occurrences());
            found.put(
                    name,
                    moments(line.rrule(), line.dtstart(), line.occurrences().size()));
        }
        assertEquals(wanted, found);
        return lines.size();
    }

    private static List<String> moments(String rule, String start, int most) {
        var found = new ArrayList<String>();
        var moments = Recurrence.of(
                Rule.parse(rule).orElseThrow(), Moment.of(LocalDateTime.parse(start, TIME)), ZoneOffset.UTC);
        while (found.size() < most && moments.hasNext()) {
            found.add(TIME.format(moments.next().atStart()));
        }
        return found;
    }

    @Test
    void aLaterDayGivesTheSameMomentsAsTheBeginning() {
        var rules = Map.of(
                "FREQ=DAILY;INTERVAL=3", "20200101T090000",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "20200107T090000",
                "FREQ=MONTHLY;BYDAY=-1FR", "20200131T090000",
                "FREQ=MONTHLY;BYMONTHDAY=31", "20200131T090000",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "20200229T090000",
                "FREQ=WEEKLY;COUNT=60", "20200101T090000",
                "FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=14;BYSETPOS=1", "20200229T090000");
        rules.forEach((text, typed) -> {
            Rule rule = Rule.parse(text).orElseThrow();
            Moment start = Moment.of(LocalDateTime.parse(typed, TIME));
            var day = start.day().plusDays(300);
            var all = new ArrayList<Moment>();
            var moments = Recurrence.of(rule, start, ZoneOffset.UTC);
            while (moments.hasNext() && all.size() < 150) {
                Moment moment = moments.next();
                if (!moment.day().isBefore(day)) {
                    all.add(moment);
                }
            }
            var later = new ArrayList<Moment>();
            moments = Recurrence.from(day, rule, start, ZoneOffset.UTC);
            while (moments.hasNext() && later.size() < all.size()) {
                Moment moment = moments.next();
                if (!moment.day().isBefore(day)) {
                    later.add(moment);
                }
            }
            assertEquals(all, later, text);
            assertFalse(all.isEmpty(), text);
        });
    }

    /** Days of usual rules are told one by one in calendars of many events: they are those that the rule makes. */
    @Test
    void patternsHoldOnTheDaysThatTheirRulesMake() {
        var random = new SplittableRandom(7);
        int usual = 0;
        for (int number = 0; number < 600; number++) {
            var first = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
            String text = usualRule(random, first);
            Rule rule = Rule.parse(text).orElseThrow();
            var bounded = DayPattern.of(rule, first);
            if (bounded.isEmpty()) {
                continue;
            }
            usual++;
            var until = first.plusDays(3_000);
            var days = new ArrayList<LocalDate>();
            var moments = Recurrence.of(rule, new Moment(first, null), ZoneOffset.UTC);
            for (Moment moment; moments.hasNext(); days.add(moment.day())) {
                moment = moments.next();
                if (moment.day().isAfter(until)) {
                    break;
                }
            }
            var last = bounded.get().until().isBefore(until) ? bounded.get().until() : until;
            assertEquals(
                    days,
                    last.isBefore(first)
                            ? List.of()
                            : first.datesUntil(last.plusDays(1))
                                    .filter(bounded.get().pattern()::isOn)
                                    .toList(),
                    first + " " + text);
        }
        assertTrue(usual > 400, "usual ones: " + usual);
    }

    private static String usualRule(SplittableRandom random, LocalDate first) {
        var days = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
        String day = days.get(random.nextInt(7));
        String text = switch (random.nextInt(6)) {
            case 0 -> "FREQ=DAILY";
            case 1 -> "FREQ=WEEKLY";
            case 2 -> "FREQ=WEEKLY;BYDAY=" + day + "," + days.get(random.nextInt(7));
            case 3 -> "FREQ=MONTHLY";
            case 4 ->
                "FREQ=MONTHLY;BYDAY=" + List.of("", "1", "2", "5", "-1", "-5").get(random.nextInt(6)) + day;
            default -> "FREQ=YEARLY";
        };
        String interval = random.nextBoolean() ? "" : ";INTERVAL=" + (1 + random.nextInt(5));
        String end = random.nextInt(3) > 0
                ? ""
                : ";UNTIL=" + first.plusDays(random.nextInt(2_000)).toString().replace("-", "");
        return text + interval + end;
    }

    @Test
    void rulesWithoutAMomentEnd() {
        for (String rule : List.of(
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=31",
                "FREQ=DAILY;UNTIL=20190101")) {
            assertEquals(List.of(), moments(rule, "20200131T090000", 1), rule);
        }
    }

    @Test
    void stepsThatNoCalendarCountsAreRefusedAndLongOnesEnd() {
        for (String frequency : List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")) {
            for (String interval : List.of("1001", "536870912", "1073741824", "2147483647", "99999999999")) {
                assertTrue(
                        Rule.parse("FREQ=" + frequency + ";INTERVAL=" + interval)
                                .isEmpty(),
                        interval);
            }
            assertEquals(
                    List.of("20240229T100000"), moments("FREQ=" + frequency + ";INTERVAL=1000", "20240229T100000", 1));
        }
        assertEquals(
                List.of("20240229T100000"),
                moments("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2,3;BYMONTHDAY=29;BYSETPOS=1", "20240229T100000", 1));
    }

    @Test
    void otherTextsAreNoRules() {
        for (String text : List.of(
                "",
                "FREQ=OFTEN",
                "BYDAY=MO",
                "FREQ=DAILY;BYDAY=XX",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY\nX:Y",
                "a".repeat(600))) {
            assertTrue(Rule.parse(text).isEmpty(), text);
        }
        assertEquals(
                "FREQ=WEEKLY;BYDAY=SU",
                Rule.parse(" rrule:freq=weekly;byday=su ").orElseThrow().text());
    }
}
