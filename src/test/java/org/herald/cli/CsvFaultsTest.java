package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.State;
import org.herald.publish.Withdraw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong in every way: each fault is named, good rows are taken, hostile values are harmless. */
final class CsvFaultsTest {

    private static final List<String> COLUMNS = List.of(
            "key",
            "headline:en",
            "headline:be",
            "body:be",
            "slug:en",
            "state:en",
            "published:en",
            "section",
            "picture",
            "picture.alt:en",
            "type",
            "criteria",
            "criteria.ii",
            "place.latitude",
            "place.longitude",
            "built",
            "area",
            "fee.amount",
            "fee.currency",
            "opened",
            "ramp",
            "hours.mo",
            "hours.special",
            "site.url",
            "mail",
            "phone",
            "seat.country:en",
            "access:en",
            "gallery.1-asset",
            "papers.1-title",
            "near");

    /** A column, the value that is wrong there, and what is said; each in some variants. */
    private static final List<String> FAULTS = List.of(
            "key|Bad Key %d|It could be bad-key-%d",
            "key|ключ_%d|a key has lower-case letters",
            "body:be|<p>%d</p>|there is no headline in this language",
            "slug:en|Not A Slug %d|It could be not-a-slug-%d",
            "state:en|live-%d|write draft or published",
            "published:en|day %d|this is no time",
            "section|sights/%d|there is no such section",
            "picture|none-%d.svg|there is no file of this name",
            "picture.alt:en|Words %d|the row has no picture",
            "type|castl%d|Did you mean castle?",
            "criteria|x%d|cannot be chosen here",
            "criteria.ii|perhaps %d|Write yes or no, or nothing.",
            "place.latitude|9%d.5|",
            "built|long ago %d|is not a year",
            "area|NaN%d|is not a number",
            "area|1.%d.2,3|is not a number",
            "fee.amount|%d pounds|is not an amount",
            "opened|3%d.02.2026|is not a date",
            "opened|%d/11/2026|may mean 2026-11-0%d or 2026-0%d-11",
            "ramp|maybe %d|cannot be chosen here",
            "hours.mo|%d o'clock|is not a time of opening",
            "hours.special|Christmas %d|is not a special day",
            "site.url|javascript:alert(%d)|is not a link",
            "mail|nobody-%d|is not an e-mail address",
            "phone|call %d|is not a telephone number",
            "seat.country:en|Atlantis %d|is not a country",
            "gallery.1-asset|../../secret-%d|there is no file of this name",
            "papers.1-title|Paper %d|the file is not chosen",
            "near|sight/none-%d|there is no such entry: neither in the file nor in the portal",
            "near|town/x-%d|names no kind of this portal",
            "near|page/x-%d|may not stand here, only: sight, article");

    private static final int VARIANTS = 7;

    private final EntriesPortal portal;

    CsvFaultsTest(@TempDir Path folder) throws IOException {
        portal = new EntriesPortal(folder);
    }

    private static String row(String key, String column, String value) {
        var cells = new ArrayList<String>();
        for (String each : COLUMNS) {
            boolean isPlace = each.equals("place.longitude") && column.equals("place.latitude");
            cells.add(
                    each.equals(column)
                            ? value
                            : each.equals("key")
                                    ? key
                                    : each.equals("headline:en") ? "Place " + key : isPlace ? "27.5" : "");
        }
        return String.join(";", cells) + "\n";
    }

    @Test
    void everyOneOfTwoHundredFaultsIsNamedAndGoodRowsAreTaken() {
        var file = new StringBuilder(String.join(";", COLUMNS)).append('\n');
        var expected = new ArrayList<String>();
        var different = new HashSet<String>();
        int line = 1;
        int good = 0;
        for (String fault : FAULTS) {
            String[] parts = fault.split("\\|", -1);
            for (int variant = 1; variant <= VARIANTS; variant++) {
                String number = Integer.toString(variant);
                String value = parts[1].replace("%d", number);
                file.append(row("broken-" + ++line, parts[0], value));
                different.add(parts[0] + value);
                expected.add("line " + line + ", " + parts[0] + ", \"" + value + "\": ");
                expected.add(parts[2].replace("%d", number));
                if (variant % 3 == 0) {
                    file.append(row("good-" + ++line, "area", number + ",5"));
                    good++;
                }
            }
        }
        assertTrue(different.size() > 200, different.size() + " faults");

        var ran = portal.csv(file.toString());

        assertEquals(ImportRun.LEFT_OUT, ran.code());
        var missing =
                expected.stream().filter(said -> !ran.out().contains(said)).toList();
        assertEquals(List.of(), missing, ran.all());
        var said = ran.out().lines().filter(each -> each.startsWith("  line ")).toList();
        assertEquals(said.stream().distinct().toList(), said, "no fault is named twice");
        assertTrue(
                ran.out().contains(good + " created, 0 revised, 0 unchanged, " + different.size() + " left out."),
                ran.out().substring(Math.max(0, ran.out().length() - 400)));
        assertEquals(good, portal.entries().size());
    }

    @Test
    void hostileValuesAreRefusedOrTextAndNothingMore() {
        String script = "<script>alert(1)</script>";
        var ran = portal.csv("key,headline:en,body:en,access:en,story:en\n"
                + "markup," + script + ",<p onclick=x()>A</p>" + script + "," + script + ",<b>b</b>" + script + "\n"
                + "formula,\"=cmd|' /C calc'!A0\",,@SUM(A1),\n"
                + "control,\"a\u0000b\u202e\",,\"\u0007\",\n"
                + "long-story,A,,," + "x".repeat(1_000_000) + "\n"
                + "long-body,A,<p>" + "y".repeat(1_100_000) + "</p>,,\n"
                + "long-name," + "z".repeat(1001) + ",,,\n"
                + "long-line,A,," + "w".repeat(1_000_000) + ",\n");

        assertTrue(ran.out().contains("7 rows: 3 created, 0 revised, 0 unchanged, 4 left out."), ran.all());
        var markup = Objects.requireNonNull(portal.entries().get("en markup")).content();
        assertEquals(script, markup.headline(), "a text, which pages escape");
        assertEquals("<p>A</p>", markup.body().html());
        assertTrue(!markup.fields().canonical().contains("<script>")
                || markup.fields().text("access").equals(script));
        assertEquals(
                "=cmd|' /C calc'!A0",
                Objects.requireNonNull(portal.entries().get("en formula"))
                        .content()
                        .headline());
    }

    @Test
    void linksAreReadHoweverTheyAreQuotedAndNumbersAreRefused() {
        var ran = portal.csv("""
            key,headline:en,body:en
            there,There,<p>There</p>
            bare,Bare,<p><a href=item:sight/there>there</a></p>
            spaced,Spaced,"<p><a href="" item:sight/there"">there</a></p>"
            hidden,Hidden,"<p><a href=""&#105;tem:1"">a number</a></p>"
            long,Long,"<p><a href=""&#105;tem:99999999999"">a number</a></p>"
            number,Number,<p><a href=item:1>a number</a></p>
            """);

        assertTrue(ran.out().contains("6 rows: 3 created, 0 revised, 0 unchanged, 3 left out."), ran.all());
        assertTrue(ran.out().contains("a link or picture has a number in place of a name"), ran.all());
        assertTrue(ran.out().contains("names no entry"), ran.all());
        var entries = portal.entries();
        String there =
                "item:" + Objects.requireNonNull(entries.get("en there")).item().id();
        for (String key : List.of("en bare", "en spaced")) {
            String body =
                    Objects.requireNonNull(entries.get(key)).content().body().html();
            assertTrue(body.contains("\"" + there + "\""), body);
        }
    }

    @Test
    void numberOfGeoJsonThatWouldFillTheMemoryIsNoNumber() {
        var file = portal.file("sights.geojson", """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": null, "properties": {"key": "a", "headline:en": "A", "area": 1e999999999}},
            {"type": "Feature", "geometry": null, "properties": {"key": "b", "headline:en": "B", "area": 1.5e2}}]}
            """.getBytes(UTF_8));
        var ran = portal.run("import", "geojson", "sight", file.toString(), "--section", "sights");

        assertTrue(ran.out().contains("2 rows: 1 created, 0 revised, 0 unchanged, 1 left out."), ran.all());
        assertEquals(
                "150",
                Objects.requireNonNull(portal.entries().get("en b"))
                        .content()
                        .fields()
                        .text("area"));
    }

    @Test
    void relationToAWithdrawnEntryIsTakenAndShowsNothing() {
        portal.csv("key,headline:en\ngone,Gone\n");
        ItemId gone =
                Objects.requireNonNull(portal.entries().get("en gone")).item().id();
        portal.together(
                Principal.OPERATOR,
                unit -> unit.carryOut(new Withdraw(gone, "Burnt.")).orThrow());
        var ran = portal.csv("key,headline:en,near\nhere,Here,gone\n");

        assertEquals(0, ran.code(), ran.all());
        assertEquals(
                State.WITHDRAWN,
                Objects.requireNonNull(portal.entries().get("en gone")).item().state());
        assertEquals(
                State.PUBLISHED,
                Objects.requireNonNull(portal.entries().get("en here")).item().state());
    }

    @Test
    void brokenFilesChangeNothing() {
        for (String broken :
                List.of("", "key,headline:en\na,\"never closed\nb,B\n", "{\"type\": \"FeatureCollection\"}")) {
            var ran = portal.csv(broken);
            assertEquals(2, ran.code(), ran.all());
            assertTrue(ran.err().contains("Nothing was imported"), ran.all());
        }
        assertEquals(0, portal.entries().size());
        var mixed = "key,headline:be\na,Замак\nb,Храм\n".getBytes(UTF_8);
        mixed[20] = (byte) 0xff;
        var ran = portal.csv(mixed);
        assertEquals(2, ran.code(), ran.all());
        assertTrue(ran.err().contains("is UTF-8, but line 2"), ran.all());
    }
}
