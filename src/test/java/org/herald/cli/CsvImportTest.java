package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.herald.cli.EntriesPortal.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.State;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Withdraw;
import org.herald.store.EntryQueries.Told;
import org.herald.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code herald import csv}: what rows become, what is understood, what is named as a fault, and what a second run does. */
final class CsvImportTest {

    private static final String MIR = """
            key,headline:en,standfirst:en,body:en,tags:en,headline:be,body:be,type,criteria,place.latitude,place.longitude,\
            built,area,fee.amount,opened,ramp,hours.mo,phone,seat.locality:en,seat.country:en,access:en,story:en,near
            mir,Mir Castle,A castle,<p>Five towers.</p>,castles; towers,Мірскі замак,<p>Пяць вежаў.</p>,castle,ii; iv,53.4513,26.4727,\
            c. 1520,"27,5",12.50,2010-12-16,yes,10:00-18:00,+375 1596 3-62-90,Mir,Belarus,Ramp,<p>Old.</p>,sight/niasviz
            niasviz,Niasviž Palace,,,,,,,,,,1583,,,,,,,,,,,sight/mir; niasviz
            """;

    private final EntriesPortal portal;

    CsvImportTest(@TempDir Path folder) throws IOException {
        portal = new EntriesPortal(folder);
    }

    private Content content(String entry) {
        return entry(entry).content();
    }

    private Told entry(String name) {
        return Objects.requireNonNull(portal.entries().get(name), name);
    }

    private String value(String entry, String field) {
        return content(entry)
                .fields()
                .get(field)
                .map(value -> value.canonical())
                .orElse("");
    }

    private void assertSays(EntriesPortal.Ran ran, String... words) {
        for (String each : words) {
            assertTrue(ran.all().contains(each), each + " is not in\n" + ran.all());
        }
    }

    @Test
    void rowBecomesAnEntryInItsLanguages() {
        var ran = portal.csv(MIR);

        assertEquals(0, ran.code(), ran.all());
        assertSays(ran, "2 rows: 2 created, 0 revised, 0 unchanged, 0 left out.");
        assertEquals(
                List.of("en mir", "be mir", "en niasviz"),
                List.copyOf(portal.entries().keySet()));
        var mir = entry("en mir");
        assertEquals(State.PUBLISHED, mir.item().state());
        assertEquals(List.of("castles", "towers"), mir.content().tags());
        assertEquals("<p>Five towers.</p>", mir.content().body().html());
        assertEquals("Пяць", content("be mir").body().html().substring(3, 7));
        long niasviz = entry("en niasviz").item().id().value();
        assertEquals("[\"" + niasviz + "\"]", value("en mir", "near"));
        assertEquals("[\"" + mir.item().id() + "\",\"" + niasviz + "\"]", value("en niasviz", "near"));
        assertEquals("\"27.5\"", value("en mir", "area"));
        assertEquals("\"1520~\"", value("en mir", "built"));
        assertEquals("[\"ii\",\"iv\"]", value("en mir", "criteria"));
        assertEquals("true", value("en mir", "ramp"));
        assertEquals("", value("be mir", "area"), "shared fields are kept by the original");
        assertEquals("{\"country\":\"BY\",\"locality\":\"Mir\"}", value("en mir", "seat"));
    }

    @Test
    void secondRunChangesNothingAndAChangedRowAlone() {
        portal.csv(MIR);

        assertSays(portal.csv(MIR), "2 rows: 0 created, 0 revised, 2 unchanged, 0 left out.");
        assertSays(
                portal.csv(MIR.replace("Five towers", "Six towers")),
                "2 rows: 0 created, 1 revised, 1 unchanged, 0 left out.");
        assertEquals("<p>Six towers.</p>", content("en mir").body().html());
        assertSays(
                portal.csv("key;headline:en;area;body:en\nmir;Mir Castle;27,5;<p>Six towers.</p>\n"),
                "1 rows: 0 created, 0 revised, 1 unchanged, 0 left out.");
        assertEquals(List.of("castles", "towers"), content("en mir").tags(), "what has no column stays");
    }

    @Test
    void dryRunNamesFaultsAndWritesNothing() {
        var ran = portal.csv(MIR.replace("c. 1520", "long ago"), "--dry-run");

        assertEquals(3, ran.code(), ran.all());
        assertSays(
                ran, "line 2, built, \"long ago\": “long ago” is not a year.", "1 created", "Nothing of it was kept");
        assertEquals(List.of(), List.copyOf(portal.entries().keySet()));
    }

    @Test
    void brokenRowStopsOnlyItself() {
        var ran = portal.csv(MIR.replace("53.4513", "153.4513"));

        assertEquals(3, ran.code(), ran.all());
        assertSays(
                ran,
                "line 2, place.latitude, \"153.4513\"",
                "line 3, near, \"sight/mir\": there is no such entry yet; the row was taken without it.",
                "2 rows: 1 created, 0 revised, 0 unchanged, 1 left out.");
        assertSays(portal.csv(MIR), "2 rows: 1 created, 1 revised, 0 unchanged, 0 left out.");
        assertTrue(value("en niasviz", "near").contains(","), value("en niasviz", "near"));
    }

    static Stream<Arguments> understood() {
        String plain = "key,headline:be,area\nzamak,Замак,\"1,5\"\n";
        String semicolons = "key;headline:be;area\nzamak;Замак;1,5\n";
        return Stream.of(
                arguments("byte order mark", ("\ufeff" + plain).getBytes(UTF_8), "byte order mark"),
                arguments("semicolons", semicolons.getBytes(UTF_8), "separated by \";\""),
                arguments("tabs", semicolons.replace(';', '\t').getBytes(UTF_8), "separated by tabs"),
                arguments("sep=", ("sep=;\r\n" + semicolons).getBytes(UTF_8), "separated by \";\""),
                arguments("Windows-1251", semicolons.getBytes(Charset.forName("windows-1251")), "Windows-1251"),
                arguments("UTF-16", ("\ufeff" + semicolons.replace(';', '\t')).getBytes(UTF_16LE), "UTF-16"),
                arguments("old line ends", plain.replace('\n', '\r').getBytes(UTF_8), "1 created"),
                arguments("two line ends", plain.replace("\n", "\r\n").getBytes(UTF_8), "1 created"),
                arguments(
                        "other case",
                        plain.replace("headline:be", " Headline : BE ").getBytes(UTF_8),
                        "1 created"),
                arguments("empty rows", (plain + ",,\n\n , ,\n").getBytes(UTF_8), "1 rows"),
                arguments("empty columns", plain.replace("area", "area,,").getBytes(UTF_8), "1 created"));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void filesOfSpreadsheetsAreUnderstoodAndTold(String name, byte[] file, String told) {
        var ran = portal.csv(file);

        assertEquals(0, ran.code(), name + ": " + ran.all());
        assertSays(ran, told);
        assertEquals("Замак", content("be zamak").headline(), name);
        assertEquals("\"1.5\"", value("be zamak", "area"), name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        opened    | 29.11.2026           | "2026-11-29"
        opened    | 29/11/2026           | "2026-11-29"
        opened    | 11/29/2026           | "2026-11-29"
        opened    | 5/5/2026             | "2026-05-05"
        opened    | 2026/11/29           | "2026-11-29"
        opened    | 29.11.2026 00:00:00  | "2026-11-29"
        ramp      | да                   | true
        ramp      | FALSE                | false
        type      | Замак                | "castle"
        type      | CASTLE               | "castle"
        criteria  | ii, vi               | ["ii","vi"]
        place     | 53.9, 27.56          | {"latitude":"53.9","longitude":"27.56"}
        area      | 1 234,5              | "1234.5"
        built     | 52 BC                | "-0051"
        site      | www.example.org      | {"url":"https://www.example.org"}
        phone     | '+375 17 123-45-67   | "+375 17 123-45-67"
        """)
    void notationsAreUnderstood(String column, String cell, String value) {
        var ran = portal.csv("key;headline:en;" + column + "\na;A;" + cell + "\n");

        assertEquals(0, ran.code(), ran.all());
        assertEquals(value, value("en a", column));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        key;headline:en;aera                   | column 3 "aera" is unknown. Did you mean "area"?
        key;headline:de                        | is of a language that the portal does not have; it has en, be.
        key;headline:en;AREA;area              | columns 3 and 4 are the same: "area".
        headline:en;area                       | there is no column "key". Name the column
        key;area                               | there is no column "headline:en"
        key;headline:en;opening                | The kind has the fields type, criteria, place.latitude …
        """)
    void unknownColumnsAreAFaultOfTheFile(String header, String fault) {
        var ran = portal.csv(header + "\na;b;c;d\n");

        assertEquals(2, ran.code(), ran.all());
        assertSays(ran, "Nothing was imported", fault);
        assertEquals(List.of(), List.copyOf(portal.entries().keySet()));
    }

    @Test
    void columnsBesideTheKeyAreTheKeyWhenNamed() {
        String file = "headline:en,area\nThe Old Mill,3\n";
        assertEquals(0, portal.csv(file, "--key", "headline:en").code());
        assertSays(portal.csv(file.replace("3", "4"), "--key", "headline:en"), "1 revised");
        assertEquals("\"4\"", value("en the-old-mill", "area"));
    }

    @Test
    void whatAnEditorHasChangedStaysUntilTheRowChangesTooAndThenIsTold() {
        portal.csv(MIR);
        ItemId mir = entry("en mir").item().id();
        var edited = content("en mir").withBody(new Body("<p>By an editor.</p>"));
        Cast.join(portal.folder());
        portal.together(
                Cast.ALESIA,
                unit -> unit.carryOut(new Revise(mir, edited, null)).orThrow());

        assertSays(portal.csv(MIR), "2 unchanged");
        String changed = MIR.replace("Five", "Six");
        assertSays(portal.csv(changed), "line 2: a change of the entry in en waits here to be published", "1 left out");
        assertSays(portal.csv(changed, "--overwrite"), "1 revised");
        assertEquals("<p>Six towers.</p>", content("en mir").body().html());
    }

    @Test
    void entryMadeByHandIsFoundByItsSlug() {
        var item = portal.together(Principal.SAMPLE, unit -> {
            var made = unit.carryOut(new Create(
                            EntriesPortal.SIGHT,
                            ENGLISH,
                            null,
                            unit.sectionAt("sights").orElseThrow(),
                            null,
                            Content.of("Old Mill", Body.EMPTY),
                            null))
                    .orThrow();
            unit.carryOut(new Publish(made, null)).orThrow();
            return made;
        });
        assertSays(portal.csv("key,headline:en,area\nold-mill,Old Mill,3\n"), "1 revised");
        assertEquals(item, entry("en old-mill").item().id());
    }

    /** The file may be older than what an editor has written since. */
    @Test
    void rowDoesNotReplaceWhatAnEditorWroteHereUntilItIsSaid() {
        Cast.join(portal.folder());
        ItemId mill = portal.together(Cast.ALESIA, unit -> {
            var made = unit.carryOut(new Create(
                            EntriesPortal.SIGHT,
                            ENGLISH,
                            null,
                            unit.sectionAt("sights").orElseThrow(),
                            null,
                            Content.of("Old Mill", Body.EMPTY),
                            null))
                    .orThrow();
            return made;
        });
        String exported = "key,headline:en\nold-mill,Old Mill\n";
        assertSays(portal.csv(exported), "1 unchanged");
        var edited = content("en old-mill").withBody(new Body("<p>By an editor.</p>"));
        portal.together(
                Cast.ALESIA,
                unit -> unit.carryOut(new Revise(mill, edited, null)).orThrow());

        String file = "key,headline:en,body:en\nold-mill,Old Mill,\n";
        assertSays(portal.csv(file), "line 2: the row is as the entry in en was before an editor", "1 unchanged");
        String changed = file.replace("Old Mill,", "Old Mill,A mill.");
        assertSays(portal.csv(changed), "line 2: an editor wrote the entry in en here", "1 left out");
        assertEquals("<p>By an editor.</p>", content("en old-mill").body().html());
        assertSays(portal.csv(changed, "--overwrite"), "1 revised");
        assertSays(portal.csv(changed.replace("A mill", "The mill")), "1 revised");
        assertEquals("<p>The mill.</p>", content("en old-mill").body().html());
    }

    @Test
    void withdrawnEntryStaysWithdrawn() {
        portal.csv(MIR);
        ItemId mir = entry("en mir").item().id();
        portal.together(
                Principal.OPERATOR,
                unit -> unit.carryOut(new Withdraw(mir, "Closed.")).orThrow());

        assertSays(portal.csv(MIR.replace("Five", "Six")), "was withdrawn here and stays so");
        assertEquals(State.WITHDRAWN, entry("en mir").item().state());
    }

    @Test
    void statesAndRequiredFieldsDecideWhatGoesOut() {
        var ran = portal.csv("key,headline:en,state:en\na,A,draft\nb,B,published\nc,C,live\n");

        assertSays(ran, "line 4, state:en, \"live\": write draft or published.");
        assertEquals(State.DRAFT, entry("en a").item().state());
        assertEquals(State.PUBLISHED, entry("en b").item().state());
        portal.csv("key,headline:en\nd,D\n", "--draft");
        assertEquals(State.DRAFT, entry("en d").item().state());
    }
}
