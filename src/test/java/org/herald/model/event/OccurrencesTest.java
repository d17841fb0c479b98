package org.herald.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OccurrencesTest {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final EventTimesType TYPE = new EventTimesType();

    /** The occurrences of a form, whose parts are given as name, value, name, value. */
    private static Occurrences typed(String... parts) {
        return new Occurrences(times(parts), MINSK);
    }

    private static EventTimes times(String... parts) {
        JsonValue value = value(parts);
        assertEquals(Optional.empty(), TYPE.fault(value), () -> String.join(" ", parts));
        return EventTimesType.of(value).orElseThrow();
    }

    private static JsonValue value(String... parts) {
        var form = new HashMap<String, String>();
        for (int at = 0; at < parts.length; at += 2) {
            form.put(parts[at], parts[at + 1]);
        }
        return Objects.requireNonNull(TYPE.typed(form));
    }

    private static List<String> within(Occurrences of, String from, String until) {
        return of.within(LocalDate.parse(from), LocalDate.parse(until)).stream()
                .map(OccurrencesTest::shown)
                .toList();
    }

    private static String shown(Occurrence occurrence) {
        return occurrence.start()
                + (occurrence.end() == null ? "" : "/" + occurrence.end())
                + (occurrence.isCancelled() ? " cancelled" : "")
                + (occurrence.isMoved() ? " was " + occurrence.was() : "");
    }

    /** A law sets the clocks of a country an hour back; the runtime gets the new rules. */
    @Test
    void eventStaysAtItsHourWhenTheRulesOfItsZoneChange() {
        var rules = new ChangingRules();
        ZoneRulesProvider.registerProvider(rules);
        var of = new Occurrences(
                times("1-first", "2026-07-05", "1-times", "15:00-16:30", "zone", ChangingRules.ZONE), MINSK);
        LocalDate day = LocalDate.of(2026, 7, 5);
        assertEquals(
                Instant.parse("2026-07-05T12:00:00Z"),
                of.within(day, day).getFirst().from());

        rules.set(ZoneOffset.ofHours(2));

        var later = of.within(day, day).getFirst();
        assertEquals("2026-07-05T15:00", later.start().toString());
        assertEquals(Instant.parse("2026-07-05T13:00:00Z"), later.from());
        assertEquals(Instant.parse("2026-07-05T14:30:00Z"), later.until());
    }

    /** A zone whose rules are asked for each time. */
    private static final class ChangingRules extends ZoneRulesProvider {

        static final String ZONE = "Herald/Changing";

        private ZoneOffset offset = ZoneOffset.ofHours(3); // until it is changed

        void set(ZoneOffset other) {
            offset = other;
        }

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(ZONE);
        }

        @Override
        protected @Nullable ZoneRules provideRules(String zone, boolean forCaching) {
            return forCaching ? null : ZoneRules.of(offset);
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
            return new TreeMap<>(Map.of("1", ZoneRules.of(offset)));
        }
    }

    @Test
    void sundaysAtTwoTimesButNotOnOne() {
        var of = typed(
                "1-first",
                "2026-07-01",
                "1-times",
                "15:00-16:30, 17:00",
                "1-repeat",
                "weekly",
                "1-weekdays",
                "su",
                "1-except",
                "26.07.2026",
                "1-changed",
                "2026-07-19 17:00 > 2026-07-20 18:00\n2026-07-12 15:00 cancelled",
                "1-also",
                "2026-07-08");

        assertEquals(
                List.of(
                        "2026-07-05T15:00/2026-07-05T16:30",
                        "2026-07-05T17:00",
                        "2026-07-08T15:00/2026-07-08T16:30",
                        "2026-07-08T17:00",
                        "2026-07-12T15:00/2026-07-12T16:30 cancelled",
                        "2026-07-12T17:00",
                        "2026-07-19T15:00/2026-07-19T16:30",
                        "2026-07-20T18:00 was 2026-07-19T17:00",
                        "2026-08-02T15:00/2026-08-02T16:30",
                        "2026-08-02T17:00"),
                within(of, "2026-07-01", "2026-08-02"));
        assertEquals(Optional.empty(), of.last());
    }

    @Test
    void severalDaysOpenEndsAndNights() {
        var of = typed(
                "1-first",
                "2026-07-02",
                "1-last",
                "2026-07-05",
                "2-first",
                "2016-05-21",
                "2-repeat",
                "open-ended",
                "3-first",
                "2026-07-03",
                "3-times",
                "22:00-02:00",
                "4-first",
                "2026-07-04",
                "4-times",
                "20:00-24:00");

        assertEquals(
                List.of(
                        "2016-05-21",
                        "2026-07-02/2026-07-05",
                        "2026-07-03T22:00/2026-07-04T02:00",
                        "2026-07-04T20:00/2026-07-05T00:00"),
                within(of, "2026-07-01", "2026-07-05"));
        assertEquals(List.of("2016-05-21", "2026-07-02/2026-07-05"), within(of, "2026-07-05", "2026-07-05"));
        assertEquals(LocalDate.parse("2016-05-21"), of.first());
    }

    @Test
    void clocksThatAreChanged() {
        var berlin = typed(
                "zone",
                "Europe/Berlin",
                "1-first",
                "2026-03-28",
                "1-times",
                "02:30-03:30",
                "1-repeat",
                "daily",
                "1-ends",
                "3");
        assertEquals(
                List.of(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"), // 02:30 does not exist: 03:30 of summer time
                        Instant.parse("2026-03-30T00:30:00Z")),
                berlin.within(LocalDate.parse("2026-03-28"), LocalDate.parse("2026-04-01")).stream()
                        .map(Occurrence::from)
                        .toList());

        var autumn = typed("zone", "Europe/Berlin", "1-first", "2026-10-25", "1-times", "02:30-04:00");
        var only = autumn.within(LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-25"))
                .getFirst();
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), only.from(), "the first of the two");
        assertEquals(Instant.parse("2026-10-25T03:00:00Z"), only.until());
    }

    @Test
    void nextAndEarlierOnes() {
        var daily = typed("1-first", "1990-01-01", "1-times", "10:00-11:00", "1-repeat", "daily");
        assertEquals(
                List.of("2026-07-05T10:00/2026-07-05T11:00", "2026-07-06T10:00/2026-07-06T11:00"),
                daily.after(Instant.parse("2026-07-05T07:30:00Z"), 2).stream()
                        .map(OccurrencesTest::shown)
                        .toList());
        assertEquals(
                List.of("2026-07-05T10:00/2026-07-05T11:00", "2026-07-04T10:00/2026-07-04T11:00"),
                daily.before(Instant.parse("2026-07-05T08:00:00Z"), 2).stream()
                        .map(OccurrencesTest::shown)
                        .toList());

        var leap = typed("1-first", "2096-02-29", "1-repeat", "yearly");
        assertEquals(
                List.of("2096-02-29", "2104-02-29"),
                leap.after(Instant.parse("2026-07-05T00:00:00Z"), 2).stream()
                        .map(OccurrencesTest::shown)
                        .toList());

        var over = typed("1-first", "2020-01-01", "1-repeat", "weekly", "1-ends", "2020-03-01");
        assertEquals(List.of(), over.after(Instant.parse("2026-07-05T00:00:00Z"), 2));
        assertEquals(Optional.of(LocalDate.parse("2020-02-26")), over.last());
    }

    @Test
    void whatIsShownInTheFormIsReadAsTheSameAgain() {
        for (String[] parts : List.of(
                new String[] {"1-first", "5.07.2026", "1-times", "9-10:30; 24.00"},
                new String[] {"1-first", "2026-07-05", "1-times", "9-10:30"},
                new String[] {"3-first", "2026-07-05", "3-repeat", "monthly-weekday", "3-ends", "10 раз"},
                new String[] {
                    "1-first", "2026-07-05", "1-repeat", "weekly", "1-weekdays", "Пн, среда", "1-interval", "2"
                },
                new String[] {
                    "1-first", "2026-07-05", "1-repeat", "rule", "1-rule", "freq=monthly;byday=mo,tu;bysetpos=-1"
                },
                new String[] {
                    "1-first",
                    "2026-07-05",
                    "1-times",
                    "10:00",
                    "1-venue",
                    "item:12",
                    "1-repeat",
                    "yearly",
                    "1-changed",
                    "2027-07-05 > 2027-07-06 11:00-12:00"
                })) {
            JsonValue value = value(parts);
            boolean isRefused = TYPE.fault(value).isPresent();
            assertEquals(parts[3].endsWith("24.00"), isRefused, String.join(" ", parts));
            assertEquals(value, TYPE.typed(TYPE.shown(value)));
        }
    }

    @Test
    void whatIsNoTimeOfAnEventIsRefusedAndKept() {
        var refused = Map.ofEntries(
                Map.entry("event-first", new String[] {"1-times", "10:00"}),
                Map.entry("event-day", new String[] {"1-first", "2026-02-30"}),
                Map.entry("event-times", new String[] {"1-first", "2026-07-05", "1-times", "25:00"}),
                Map.entry(
                        "event-times-last",
                        new String[] {"1-first", "2026-07-05", "1-last", "2026-07-06", "1-times", "10:00, 12:00"}),
                Map.entry("event-order", new String[] {"1-first", "2026-07-05", "1-last", "2026-07-04"}),
                Map.entry(
                        "event-open-last",
                        new String[] {"1-first", "2026-07-05", "1-last", "2026-07-06", "1-repeat", "open-ended"}),
                Map.entry(
                        "event-often",
                        new String[] {"1-first", "2026-07-05", "1-repeat", "rule", "1-rule", "FREQ=SECONDLY"}),
                Map.entry("event-never", new String[] {
                    "1-first", "2026-07-05", "1-repeat", "rule", "1-rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
                }),
                Map.entry("event-no-repeat", new String[] {"1-first", "2026-07-05", "1-weekdays", "su"}),
                Map.entry("event-ends", new String[] {"1-first", "2026-07-05", "1-repeat", "daily", "1-ends", "soon"}),
                Map.entry("event-zone", new String[] {"zone", "Minsk", "1-first", "2026-07-05"}),
                Map.entry("event-changed", new String[] {"1-first", "2026-07-05", "1-changed", "later"}),
                Map.entry("event-venue", new String[] {"1-first", "2026-07-05", "1-venue", "the town hall"}));
        refused.forEach((word, parts) -> {
            JsonValue value = value(parts);
            assertEquals(Optional.of("refused.field-" + word), TYPE.fault(value).map(reason -> reason.key()), word);
            var shown = TYPE.shown(value);
            for (int at = 0; at < parts.length; at += 2) {
                assertEquals(parts[at + 1], shown.get(parts[at]), word);
            }
        });
    }

    @Test
    void manyDatesOfADayOfARuleByHoursAreTooMany() {
        assertTrue(TYPE.fault(value(
                        "1-first",
                        "2026-07-05",
                        "1-times",
                        "10:00",
                        "1-repeat",
                        "rule",
                        "1-rule",
                        "FREQ=DAILY;BYHOUR=8,9,10,11;BYMINUTE=0,5,10,15,20,25,30"))
                .isPresent());
    }
}
