package org.herald.site.events;

import static java.util.Objects.requireNonNull;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Section;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.publish.Create;
import org.herald.publish.DirectorySections;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Revise;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.store.EventQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventIndexTest {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final KindName EVENT = new KindName("event");
    private static final KindName VENUE = new KindName("venue");
    private static final String VENUES = """
        kind: venue
        names:
          en: {one: Venue, many: Venues}
        stands: directory
        fields:
          town: {type: choice, choices: [minsk, brest], filter: true, shared: true}
        """;
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path folder;

    private Kinds kinds = KindFiles.ofProduct(); // with venues from the beginning of each test on
    private TestPortal portal; // made for each test
    private EventIndex index; // of that portal

    @BeforeEach
    void makeThePortal() throws IOException {
        Files.createDirectories(folder.resolve("site/kinds"));
        Files.writeString(folder.resolve("site/kinds/venue.yaml"), VENUES);
        kinds = KindFiles.read(folder.resolve("site")).kinds();
        portal = new TestPortal(folder, PublishingRules.none(kinds));
        portal.bus().together(Cast.ALESIA, new DirectorySections(kinds, List.of(ENGLISH))::add);
        index = new EventIndex(new EventQueries(portal.database()), new ChangeQueries(portal.database()), kinds, MINSK);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatIsPublishedChangedAndWithdrawnIsInTheCalendarAtOnce() {
        assertEquals(List.of(), july());
        var concert = shown("Concert", Map.of(), "1-first", "2026-07-05", "1-times", "19:00");
        var fair = shown("Fair", Map.of(), "1-first", "2026-07-02", "1-last", "2026-07-10");
        assertEquals(List.of("Fair 2026-07-02", "Concert 2026-07-05T19:00"), july());
        assertEquals(
                "/en/events/concert",
                portal.tables().value("select path from live where item_id = ?", concert.value()));

        portal.done(
                new Revise(concert, content("Concert", Map.of(), "1-first", "2026-07-06", "1-times", "20:00"), null));
        assertEquals(List.of("Fair 2026-07-02", "Concert 2026-07-05T19:00"), july(), "a draft is no publication");
        portal.done(new Publish(concert, null));
        assertEquals(List.of("Fair 2026-07-02", "Concert 2026-07-06T20:00"), july());

        portal.done(new Withdraw(fair, "gone"));
        assertEquals(List.of("Concert 2026-07-06T20:00"), july());
    }

    @Test
    void timesOfTheOriginalAreThoseOfItsTranslations() {
        var concert = shown("Concert", Map.of(), "1-first", "2026-07-05");
        var translation = portal.done(new Create(
                EVENT,
                BELARUSIAN,
                new GroupId(concert.value()),
                Section.ROOT,
                null,
                Content.of("Канцэрт", new Body("<p>Музыка.</p>")),
                null));
        portal.done(new Publish(translation, null));
        portal.done(new Revise(concert, content("Concert", Map.of(), "1-first", "2026-07-09"), null));
        portal.done(new Publish(concert, null));

        assertEquals(
                List.of("Канцэрт 2026-07-09"),
                shown(index.within(BELARUSIAN, EventFilter.ALL, JULY, JULY.plusDays(30), 10)));
    }

    @Test
    void townsAreThoseOfTheVenuesAndFollowThem() {
        var hall = portal.done(new Create(VENUE, ENGLISH, null, Section.ROOT, null, venue("minsk"), null));
        portal.done(new Publish(hall, null));
        shown("Concert", Map.of("venue", hall.toString()), "1-first", "2026-07-05");
        shown("Elsewhere", Map.of(), "1-first", "2026-07-05", "1-venue", hall.toString());
        shown("Nowhere", Map.of(), "1-first", "2026-07-05");

        assertEquals(Map.of("minsk", 2), counts(EventFilter.ALL).get("town"));
        assertEquals(List.of("Concert", "Elsewhere"), headlines(Map.of("town", "minsk")));
        assertEquals(List.of("Concert", "Elsewhere"), headlines(Map.of("venue", hall.toString())));

        portal.done(new Revise(hall, venue("brest"), null));
        portal.done(new Publish(hall, null));
        assertEquals(List.of(), headlines(Map.of("town", "minsk")));
        assertEquals(List.of("Concert", "Elsewhere"), headlines(Map.of("town", "brest")));
        assertEquals(
                List.of("Concert", "Elsewhere"),
                index.at(ENGLISH, hall, Instant.parse("2026-07-01T00:00:00Z"), 5).stream()
                        .map(listed -> listed.event().headline())
                        .toList());
    }

    private static Content venue(String town) {
        return Content.of("Hall", new Body("<p>A hall.</p>"))
                .withFields(Fields.NONE.with("town", new JsonValue.Text(town)));
    }

    /** Days, the next and the past ones, and counts, of events at random, beside going through all of them. */
    @Test
    void whatIsFoundIsWhatGoingThroughAllFinds() {
        var random = new SplittableRandom(11);
        var all = new TreeMap<String, Occurrences>();
        var free = new TreeMap<String, Boolean>();
        for (int number = 0; number < 320; number++) {
            String name = String.format(Locale.ROOT, "E%03d", number);
            var parts = times(random);
            boolean isFree = random.nextBoolean();
            shown(name, Map.of("free", isFree ? "yes" : "no"), parts);
            all.put(name, occurrences(parts));
            free.put(name, isFree);
        }
        for (int round = 0; round < 40; round++) {
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
            LocalDate until = from.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(40));
            boolean isFree = random.nextBoolean();
            var filter = isFree ? EventFilter.of(Map.of("free", "yes")) : EventFilter.ALL;
            var chosen = all.keySet().stream()
                    .filter(name -> !isFree || free.getOrDefault(name, false))
                    .toList();
            var wanted = chosen.stream()
                    .flatMap(name -> of(all, name).within(from, until).stream().map(each -> name + " " + each.start()))
                    .sorted()
                    .toList();
            assertEquals(wanted, sorted(index.within(ENGLISH, filter, from, until, 10_000)), from + " " + until);

            Instant now = from.atTime(12, 0).atZone(MINSK).toInstant();
            assertEquals(
                    coming(all, chosen, now, false).limit(10_000).toList(),
                    dated(index.coming(ENGLISH, filter, now, 0, 10_000)));
            assertEquals(
                    coming(all, chosen, now, false).skip(15).limit(10).toList(),
                    dated(index.coming(ENGLISH, filter, now, 15, 10)),
                    "some of many");
            assertEquals(
                    coming(all, chosen, now, true).toList(),
                    shown(new Agenda(
                            List.of(),
                            index.coming(ENGLISH, filter, now, 0, 10_000).running(),
                            false)));
            assertEquals(
                    chosen.stream()
                            .flatMap(name -> of(all, name).within(from, from).stream()
                                    .filter(each -> !each.isSeveralDays())
                                    .map(each -> new Dated(name, each)))
                            .sorted()
                            .limit(4)
                            .map(Dated::text)
                            .toList(),
                    Optional.ofNullable(
                                    index.days(ENGLISH, filter, from, until, 4).get(from))
                            .stream()
                            .flatMap(agenda -> dated(agenda).stream())
                            .toList(),
                    "the first of a day");
            assertEquals(
                    chosen.stream()
                            .filter(name -> of(all, name).after(now, 1).isEmpty())
                            .flatMap(name ->
                                    of(all, name).before(now, 1).stream().map(each -> name + " " + each.start()))
                            .sorted()
                            .toList(),
                    sorted(index.past(ENGLISH, filter, now, 0, 10_000)));
            assertEquals(
                    chosen.stream()
                            .map(name -> of(all, name))
                            .flatMap(each -> each
                                    .after(until.plusDays(1).atStartOfDay(MINSK).toInstant(), 1)
                                    .stream())
                            .map(Occurrence::firstDay)
                            .map(day -> day.isBefore(until.plusDays(1)) ? until.plusDays(1) : day)
                            .min(LocalDate::compareTo),
                    index.nextDay(ENGLISH, filter, until));
            int onDays = (int) chosen.stream()
                    .filter(name -> free.getOrDefault(name, false))
                    .filter(name -> !of(all, name).within(from, until).isEmpty())
                    .count();
            assertEquals(
                    onDays,
                    index.counts(ENGLISH, filter, from, until)
                            .getOrDefault("free", Map.of())
                            .getOrDefault("yes", 0));
        }
    }

    /** An occurrence with the name of its event, in the order of lists. */
    private record Dated(String name, Occurrence occurrence) implements Comparable<Dated> {

        @Override
        public int compareTo(Dated other) {
            int order = occurrence.compareTo(other.occurrence);
            return order == 0 ? name.compareTo(other.name) : order;
        }

        String text() {
            return name + " " + occurrence.start();
        }
    }

    /** Each event with the next date that is not over, of those that are on in one go or of the others. */
    private static Stream<String> coming(
            Map<String, Occurrences> all, List<String> chosen, Instant now, boolean isRunning) {
        return chosen.stream()
                .flatMap(name -> {
                    var after = of(all, name).after(now, 3);
                    return after.stream()
                            .filter(each -> !each.isCancelled())
                            .findFirst()
                            .or(() -> after.stream().findFirst())
                            .map(each -> new Dated(name, each))
                            .stream();
                })
                .filter(each -> isRunning
                        == (each.occurrence().isSeveralDays()
                                && !each.occurrence().from().isAfter(now)))
                .sorted()
                .map(Dated::text);
    }

    private static List<String> dated(Agenda agenda) {
        return shown(new Agenda(agenda.dated(), List.of(), false));
    }

    private static Occurrences of(Map<String, Occurrences> all, String name) {
        return requireNonNull(all.get(name));
    }

    private static String[] times(SplittableRandom random) {
        String first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)).toString();
        LocalDate day = LocalDate.parse(first);
        String time = String.format(Locale.ROOT, "%02d:00", random.nextInt(24));
        return switch (random.nextInt(12)) {
            case 0 -> parts(first, "times", "10:00-11:00, 23:00-01:00");
            case 1 -> parts(first, "last", day.plusDays(1 + random.nextInt(60)).toString());
            case 2 -> parts(first, "repeat", "weekly", "interval", "3", "ends", "7");
            case 3 -> parts(first, "times", "9:00", "repeat", "monthly");
            case 4 -> parts(first, "repeat", "open-ended");
            case 5 -> parts(first, "times", time, "repeat", "daily");
            case 6 -> parts(first, "times", time + "-02:00", "repeat", "weekly", "weekdays", "mo, sa", "interval", "2");
            case 7 ->
                parts(
                        first,
                        "times",
                        time + ", 23:30-00:30",
                        "repeat",
                        "daily",
                        "except",
                        day.plusDays(3).toString(),
                        "changed",
                        day.plusDays(20) + " " + time + " > " + day.plusDays(21) + " 05:00\n" + day.plusDays(40) + " "
                                + time + " cancelled");
            case 8 ->
                parts(
                        first,
                        "repeat",
                        "monthly-weekday",
                        "ends",
                        day.plusDays(200).toString());
            case 9 -> parts(first, "last", day.plusDays(2).toString(), "repeat", "monthly");
            case 10 ->
                new String[] {"1-first", first, "1-times", time, "1-repeat", "weekly", "zone", "Pacific/Honolulu"};
            default ->
                new String[] {"1-first", first, "1-repeat", "yearly", "2-first", "2027-05-05", "2-times", "8:00"};
        };
    }

    private static String[] parts(String first, String... others) {
        var parts = new ArrayList<>(List.of("1-first", first));
        for (int at = 0; at < others.length; at += 2) {
            parts.addAll(List.of("1-" + others[at], others[at + 1]));
        }
        return parts.toArray(String[]::new);
    }

    @Test
    void manyEventsOfADayStandInItsOrderAPageAtATime() {
        for (int number = 0; number < 30; number++) {
            shown(
                    String.format(Locale.ROOT, "E%02d", number),
                    Map.of(),
                    "1-first",
                    "2026-07-05",
                    "1-times",
                    String.format(Locale.ROOT, "%02d:00-%02d:30", number % 24, number % 24),
                    "1-repeat",
                    "daily");
        }
        Instant now = Instant.parse("2026-07-05T00:00:00Z"); // 03:00 in Minsk
        var first = index.coming(ENGLISH, EventFilter.ALL, now, 0, 10);
        var second = index.coming(ENGLISH, EventFilter.ALL, now, 10, 10);
        assertEquals(
                List.of("E03", "E27", "E04", "E28", "E05", "E29", "E06", "E07", "E08", "E09"),
                first.dated().stream().map(listed -> listed.event().headline()).toList());
        assertEquals("E10", second.dated().getFirst().event().headline());
        assertEquals(
                30,
                index.perDay(ENGLISH, EventFilter.ALL, JULY, JULY.plusDays(30)).get(LocalDate.of(2026, 7, 6)));
        assertEquals(
                10,
                index.within(ENGLISH, EventFilter.ALL, JULY, JULY.plusDays(30), 10)
                        .dated()
                        .size());
        assertFalse(index.within(ENGLISH, EventFilter.ALL, LocalDate.of(2150, 1, 1), LocalDate.of(2150, 1, 1), 10)
                .isEmpty());
        assertEquals(Optional.empty(), index.previousDay(ENGLISH, EventFilter.ALL, LocalDate.of(2026, 7, 5)));
        assertEquals(
                Optional.of(LocalDate.of(2027, 3, 2)),
                index.previousDay(ENGLISH, EventFilter.ALL, LocalDate.of(2027, 3, 3)));
    }

    private List<String> july() {
        return shown(index.within(ENGLISH, EventFilter.ALL, JULY, JULY.plusDays(30), 100));
    }

    private Map<String, Map<String, Integer>> counts(EventFilter filter) {
        return index.counts(ENGLISH, filter, JULY, JULY.plusDays(30));
    }

    private List<String> headlines(Map<String, String> filter) {
        return index.within(ENGLISH, EventFilter.of(filter), JULY, JULY.plusDays(30), 100).dated().stream()
                .map(listed -> listed.event().headline())
                .toList();
    }

    private static List<String> shown(Agenda agenda) {
        return Stream.concat(agenda.running().stream(), agenda.dated().stream())
                .map(listed ->
                        listed.event().headline() + " " + listed.occurrence().start())
                .toList();
    }

    private static List<String> sorted(Agenda agenda) {
        return shown(agenda).stream().sorted().toList();
    }

    private ItemId shown(String headline, Map<String, String> fields, String... times) {
        var event = portal.done(
                new Create(EVENT, ENGLISH, null, Section.ROOT, null, content(headline, fields, times), null));
        portal.done(new Publish(event, null));
        return event;
    }

    private static Content content(String headline, Map<String, String> fields, String... times) {
        var all = Fields.NONE.with("when", value(times));
        var event = KindFiles.ofProduct().of(EVENT);
        for (var field : new ArrayList<>(fields.entrySet())) {
            all = all.with(
                    field.getKey(),
                    event.field(field.getKey()).orElseThrow().type().typed(Map.of("", field.getValue())));
        }
        return Content.of(headline, new Body("<p>Words.</p>")).withFields(all);
    }

    private static Occurrences occurrences(String... parts) {
        return new Occurrences(EventTimesType.of(value(parts)).orElseThrow(), MINSK);
    }

    private static JsonValue value(String... parts) {
        var form = new HashMap<String, String>();
        for (int at = 0; at < parts.length; at += 2) {
            form.put(parts[at], parts[at + 1]);
        }
        return requireNonNull(new EventTimesType().typed(form));
    }
}
