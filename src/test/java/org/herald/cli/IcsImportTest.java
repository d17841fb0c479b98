package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.cli.EntriesPortal.Ran;
import org.herald.config.SettingsFile;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.publish.Revise;
import org.herald.store.EntryQueries.Told;
import org.herald.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code herald import ics}: what events become, what is told of broken ones, and what a second run does. */
final class IcsImportTest {

    private static final KindName EVENT = new KindName("event");

    private final EntriesPortal portal;

    IcsImportTest(@TempDir Path folder) throws IOException {
        portal = new EntriesPortal(folder);
        Files.writeString(folder.resolve(SettingsFile.NAME), "time-zone: Europe/Minsk\n", StandardOpenOption.APPEND);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(IcsImportTest.class.getResourceAsStream("/ics/" + name))) {
            return in.readAllBytes();
        }
    }

    private Ran take(byte[] calendar, String... options) {
        return take("calendar.ics", calendar, options);
    }

    private Ran take(String name, byte[] calendar, String... options) {
        Path file = portal.file(name, calendar);
        return portal.run(
                Stream.concat(Stream.of("import", "ics", file.toString(), "--section", "sights"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static byte[] calendar(String... events) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n").getBytes(UTF_8);
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private Map<String, Told> events() {
        return portal.entries(EVENT);
    }

    private Told event(String name) {
        return Objects.requireNonNull(events().get(name), () -> name + " is not in " + events().keySet());
    }

    private String value(String event, String field) {
        return event(event)
                .content()
                .fields()
                .get(field)
                .map(value -> value.canonical())
                .orElse("");
    }

    private static void assertSays(Ran ran, String... words) {
        for (String each : words) {
            assertTrue(ran.all().contains(each), each + " is not in\n" + ran.all());
        }
    }

    /** Each file of the set has beside it what is told of it. */
    @ParameterizedTest
    @ValueSource(strings = {"palace", "office", "broken"})
    void reportNamesEachFaultAndGoodEventsAreTaken(String name) throws IOException {
        String expected = new String(resource(name + ".txt"), UTF_8);

        Ran ran = take(name + ".ics", resource(name + ".ics"));

        String told = ran.out()
                .lines()
                .filter(line -> line.startsWith("  ") || line.matches("[0-9]+ events: .*"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(expected, told);
        assertEquals(expected.contains(" 0 left out.") ? 0 : ImportRun.LEFT_OUT, ran.code());
        String again = take(name + ".ics", resource(name + ".ics")).out();
        assertTrue(again.contains(" 0 created, 0 revised, "), again);
    }

    @Test
    void eventHasItsWordsTimesAndPlace() throws IOException {
        take(resource("palace.ics"));

        Content organ = event("en organ-sunday").content();
        assertEquals("Organ Sunday", organ.headline());
        assertEquals("Music of five centuries.", organ.standfirst());
        assertEquals(
                "<p>Tickets at the door; children free, see <a href=\"https://palace.example/organ?a&#61;1&amp;b&#61;2\">"
                        + "https://palace.example/organ?a&#61;1&amp;b&#61;2</a>.</p>",
                organ.body().html());
        assertEquals(List.of("Organ music"), organ.tags());
        assertEquals("\"concert\"", value("en organ-sunday", "category"));
        assertEquals("[\"families\"]", value("en organ-sunday", "audience"));
        assertEquals("\"Palace, Department of \\\"Music\\\"\"", value("en organ-sunday", "organiser"));
        assertEquals("{\"url\":\"https://palace.example/organ\"}", value("en organ-sunday", "website"));
        assertEquals("\"Hall of Columns, 1 Palace Street, Niasviž\"", value("en organ-sunday", "place"));
        for (String part : List.of(
                "\"also\":[\"2026-07-08T18:00\"]",
                "\"changed\":[{\"end\":\"2026-08-03T18:00\",\"start\":\"2026-08-03T16:00\",\"was\":\"2026-08-02T15:00\"},"
                        + "{\"was\":\"2026-08-09T15:00\"}]",
                "\"except\":[\"2026-07-19T15:00\",\"2026-07-26T15:00\"]",
                "\"first\":\"2026-07-05\"",
                "\"hours\":[\"15:00-16:30\"]",
                "FREQ=WEEKLY",
                "BYDAY=SU",
                "UNTIL=20260830T210000Z")) {
            assertTrue(value("en organ-sunday", "when").contains(part), part);
        }
        assertEquals(
                "{\"times\":[{\"first\":\"2026-05-16\",\"hours\":[\"21:00-05:00\"],\"number\":\"1\"}]}",
                value("en night-of-museums", "when"),
                "UTC on the clocks of the calendar");
        assertEquals("\"cancelled\"", value("en days-of-heritage", "status"));
        assertEquals(State.PUBLISHED, event("en days-of-heritage").item().state(), "a cancelled event keeps its page");
        assertEquals(
                "{\"times\":[{\"first\":\"2026-08-21\",\"last\":\"2026-08-23\",\"number\":\"1\"}]}",
                value("en days-of-heritage", "when"));
        assertTrue(value("en guest-evening-in-warsaw", "when").contains("\"zone\":\"Europe/Warsaw\""));
        assertEquals(State.DRAFT, event("en floating-opening").item().state());
    }

    @Test
    void foreignHtmlIsBroughtUnderTheRules() throws IOException {
        take(resource("office.ics"));

        assertEquals(
                "<p>Words with <strong>weight</strong> and a trap.</p>",
                event("en windows-clocks").content().body().html());
        assertTrue(value("en moscow-clocks", "when").contains("Europe/Moscow"));
        assertTrue(value("en clocks-behind-a-path", "when").contains("Europe/Vilnius"));
        assertFalse(value("en windows-clocks", "when").contains("zone"), "Minsk is where the portal is");
    }

    @Test
    void placeThatIsAnEntryIsItsVenue() {
        portal.csv("""
                key,headline:en,place.latitude,place.longitude,seat.street:en,seat.locality:en
                hall,Hall of Columns,53.2228,26.6917,1 Palace Street,Niasviž
                town,Town Hall,53.9,27.56,1 Freedom Square,Minsk
                """);
        long hall = Objects.requireNonNull(portal.entries().get("en hall"))
                .item()
                .id()
                .value();

        take(calendar(
                event("a", "DTSTART:20260901T100000", "SUMMARY:By name", "LOCATION:Hall of Columns"),
                event(
                        "b",
                        "DTSTART:20260901T100000",
                        "SUMMARY:By address",
                        "LOCATION:Hall of Columns\\, 1 Palace Street"),
                event("c", "DTSTART:20260901T100000", "SUMMARY:Elsewhere", "LOCATION:Town Hall\\, Brest"),
                event("d", "DTSTART:20260901T100000", "SUMMARY:Far away", "LOCATION:Town Hall", "GEO:52.1;23.7")));

        assertEquals("[\"" + hall + "\"]", value("en by-name", "venue"));
        assertEquals("[\"" + hall + "\"]", value("en by-address", "venue"));
        assertEquals("", value("en elsewhere", "venue"));
        assertEquals("\"Town Hall, Brest\"", value("en elsewhere", "place"));
        assertEquals("\"Town Hall\"", value("en far-away", "place"));
    }

    @Test
    void changesAreTakenUnlessAnEditorHasChangedTheEvent() {
        String one = event("one@x", "DTSTART:20260901T100000", "SUMMARY:One");
        String two = event("two@x", "DTSTART:20260901T100000", "SUMMARY:Two");
        take(calendar(one, two));
        Cast.join(portal.folder());
        var item = event("en two").item();
        portal.together(
                Cast.ALESIA,
                unit -> unit.carryOut(new Revise(
                                item.id(), unit.head(item).content().withBody(new Body("<p>Written here.</p>")), null))
                        .orThrow());

        Ran ran = take(calendar(
                one.replace("SUMMARY:One", "SUMMARY:One\r\nSTATUS:CANCELLED\r\nSEQUENCE:1"),
                two.replace("100000", "110000")));

        assertEquals(ImportRun.LEFT_OUT, ran.code());
        assertSays(ran, "2 events: 0 created, 1 revised, 0 unchanged, 1 left out.", "waits here to be published");
        assertEquals("\"cancelled\"", value("en one", "status"));
        assertTrue(value("en two", "when").contains("10:00"));
        assertSays(
                take(calendar(one, two.replace("100000", "110000")), "--overwrite"),
                "2 events: 0 created, 2 revised, 0 unchanged, 0 left out.");
        assertTrue(value("en two", "when").contains("11:00"));
    }

    private static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("a mark", "\ufeff", UTF_8, "\r\n", "it begins with a byte order mark"),
                arguments("UTF-16", "\ufeff", UTF_16LE, "\r\n", "it was read as UTF-16."),
                arguments("UTF-16 without a mark", "", UTF_16BE, "\r\n", "it was read as UTF-16."),
                arguments("Windows-1251", "", Charset.forName("windows-1251"), "\r\n", "1 lines are not UTF-8"),
                arguments("LF", "", UTF_8, "\n", ""),
                arguments("CR", "", UTF_8, "\r", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void encodingsAndLineEndsAreUnderstood(String name, String mark, Charset charset, String end, String told) {
        String text = new String(
                calendar(event("x@x", "DTSTART:20260901T100000", "SUMMARY:Замак у Міры", "LOCATION:")), UTF_8);

        Ran ran = take((mark + text.replace("\r\n", end)).getBytes(charset));

        assertEquals(0, ran.code(), ran.all());
        assertSays(ran, told, "1 created");
        assertEquals("Замак у Міры", event("en zamak-u-miry").content().headline(), name);
    }

    /** Many programs fold after 75 octets, whatever character they are in. */
    @Test
    void linesMayBeFoldedWithinACharacterAndByTabs() throws IOException {
        byte[] whole = calendar(event("x@x", "DTSTART:20260901T1\r\n\t00000", "SUMMARY:Ж"));
        var folded = new ByteArrayOutputStream();
        for (byte octet : whole) {
            folded.write(octet);
            if ((octet & 0xff) == 0xd0) {
                folded.write("\r\n ".getBytes(UTF_8));
            }
        }

        assertSays(take(folded.toByteArray()), "1 created");
        assertEquals("Ж", events().values().iterator().next().content().headline());
    }

    @Test
    void longestLinesTakeNoMemoryAndNothingOfOtherEvents() {
        String long50 = "x".repeat(50 << 20);
        Ran ran = take(calendar(
                event("a@x", "DTSTART:20260901T100000", "SUMMARY:Before"),
                event("b@x", "DTSTART:20260901T100000", "SUMMARY:" + long50),
                event("c@x", "DTSTART:20260901T100000", "SUMMARY:After", "ATTACH;ENCODING=BASE64:" + long50)));

        assertSays(
                ran,
                "UID b@x, SUMMARY, \"xxx",
                "the line is longer than 1 MB and was not read. Shorten it.",
                "3 events: 2 created, 0 revised, 0 unchanged, 1 left out.");
    }

    @Test
    void rulesOfEveryEventAreTriedInBoundedTime() {
        String[] hostile = Stream.iterate(1, number -> number + 1)
                .limit(60)
                .map(number -> event(
                        number + "@x",
                        "DTSTART:20260901T100000",
                        "RRULE:FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30",
                        "SUMMARY:Never " + number))
                .toArray(String[]::new);

        assertSays(take(calendar(hostile)), "60 events: 0 created, 0 revised, 0 unchanged, 60 left out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key,headline\nmir,Mir\n",
                "",
                "\0\0\0",
                "<html><body>Sign in</body></html>",
            })
    void whatIsNoCalendarIsRefusedAsAWhole(String text) {
        Ran ran = take(text.getBytes(UTF_8));

        assertEquals(2, ran.code(), ran.all());
        assertSays(ran, "is no calendar, because it has no line BEGIN:VCALENDAR.");
    }

    @Test
    void dryRunAndDraftsAndLanguage() {
        byte[] one = calendar(event("x@x", "DTSTART:20260901T100000", "SUMMARY;LANGUAGE=be:Арган"));

        assertSays(take(one, "--dry-run"), "1 created", "Nothing of it was kept");
        assertEquals(Map.of(), events());
        take(one, "--draft");
        assertEquals(State.DRAFT, event("be arhan").item().state());
        assertSays(take(one, "--language", "fr"), "The portal has no language fr, only: en, be.");
    }

    @Test
    void addressesOfThisMachineAreRefused() {
        for (String address :
                List.of("http://127.0.0.1:8099/x.ics", "webcal://localhost/x.ics", "https://[::1]/x.ics")) {
            Ran ran = portal.run("import", "ics", address, "--section", "sights");

            assertEquals(2, ran.code(), ran.all());
            assertSays(ran, "which is no public address");
        }
        assertSays(portal.run("import", "ics", "nowhere.ics"), "There is no file nowhere.ics that can be read.");
    }

    @Test
    void whatThePortalWroteItselfIsNotTakenAgain() {
        take(calendar(event("x@x", "DTSTART:20260901T100000", "SUMMARY:One")));
        long number = event("en one").item().id().value();

        assertSays(
                take(calendar(event(
                        "herald-" + number + "-1-1@portal.example",
                        "DTSTART:20260901T100000",
                        "SUMMARY:One",
                        "URL:https://portal.example/en/sights/one"))),
                "1 events are of this portal itself",
                "0 events: 0 created");
    }
}
