package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.herald.config.KindFiles;
import org.herald.model.kind.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile values in every column of every type of field: each row is refused by column, or holds nothing but harmless text. */
final class HostileEntriesTest {

    private static final List<String> VALUES = List.of(
            "\"><script>alert(1)</script><img src=x onerror=alert(1)>",
            "<svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a>",
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "+1+cmd|' /C calc'!A0",
            "-1+1",
            "@SUM(A1)",
            "\t=1+1",
            "NaN",
            "Infinity",
            "-1e999",
            "1e999999999",
            "99999999999999999999999999999999999999999",
            "90.00001",
            "-180.5",
            "javascript:alert(1)",
            " JaVa\tScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "a\u0000b",
            "\u202eevil\u202c",
            "{frame.words} ${7*7} {{7*7}} %s%n",
            "../../etc/passwd",
            "asset:1",
            "item:1",
            "sight/none",
            "'; drop table item; --");

    /** All parts of all fields of {@link EntriesPortal#SIGHTS}, and what every entry has. */
    private static final List<String> COLUMNS = List.of(
            "headline:be",
            "standfirst:en",
            "body:en",
            "slug:en",
            "tags:en",
            "state:en",
            "published:en",
            "section",
            "original",
            "picture",
            "picture.alt:en",
            "type",
            "criteria",
            "criteria.ii",
            "place",
            "place.latitude",
            "place.longitude",
            "built",
            "area",
            "fee.amount",
            "fee.currency",
            "opened",
            "ramp",
            "hours.mo",
            "hours.holidays",
            "hours.special",
            "hours.seasons",
            "site.url",
            "site.text",
            "mail",
            "phone",
            "seat.street:en",
            "seat.country:en",
            "access:en",
            "story:en",
            "photo.asset:en",
            "photo.alt:en",
            "gallery.1-asset",
            "gallery.1-alt",
            "papers.1-asset",
            "papers.1-title",
            "near");

    /** Columns of which the whole and the parts exclude each other. */
    private static final List<String> WHOLE = List.of("criteria", "place");

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
    private static final Pattern DANGEROUS = Pattern.compile(
            "(?i)<script|<svg|onerror|onload|(href|src)=\"(?!https?:|mailto:|tel:|item:|asset:)[a-z0-9+.-]*:|\u0000");

    private final EntriesPortal portal;
    private final Path folder;

    HostileEntriesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.portal = new EntriesPortal(folder);
    }

    private static List<String> columns() {
        return COLUMNS.stream().filter(column -> !WHOLE.contains(column)).toList();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Test
    void everyCellIsRefusedOrHarmless() throws IOException {
        checkCells(columns());
    }

    @Test
    void everyWholeCellIsRefusedOrHarmless() throws IOException {
        checkCells(WHOLE);
    }

    private void checkCells(List<String> columns) throws IOException {
        var file = new StringBuilder("key,headline:en," + String.join(",", columns) + "\n");
        var cells = new ArrayList<String>();
        for (int place = 0; place < columns.size(); place++) {
            for (String value : VALUES) {
                cells.add(columns.get(place));
                file.append("row-" + cells.size() + ",Row" + ",".repeat(place + 1) + quoted(value)
                        + ",".repeat(columns.size() - place - 1) + "\n");
            }
        }

        var ran = portal.csv(file.toString());

        assertEquals(ImportRun.LEFT_OUT, ran.code(), ran.all());
        var entries = portal.entries();
        var named = new HashSet<String>();
        for (String line : report()) {
            named.add(line.replaceFirst("^line ([0-9]+)[,:].*", "$1"));
        }
        var lost = new ArrayList<String>();
        for (int row = 1; row <= cells.size(); row++) {
            boolean isTaken = entries.containsKey("en row-" + row)
                    || cells.get(row - 1).equals("slug:en")
                    || cells.get(row - 1).equals("original");
            boolean isNamed = named.contains(Integer.toString(row + 1));
            if (!isTaken && !isNamed) {
                lost.add(cells.get(row - 1) + " " + VALUES.get((row - 1) % VALUES.size()));
            }
        }
        assertEquals(List.of(), lost, "rows that are neither taken nor named");
        requireHarmless();
    }

    /** All lines of the last report; the terminal has the first of them. */
    private List<String> report() throws IOException {
        try (var files = Files.list(folder.resolve("imports"))) {
            return Files.readAllLines(files.max(Path::compareTo).orElseThrow());
        }
    }

    /** What is stored is of its type, and what is exported is no formula and comes in again unchanged. */
    private void requireHarmless() throws IOException {
        var kinds = KindFiles.read(folder).kinds();
        var kind = kinds.find(EntriesPortal.SIGHT).orElseThrow();
        portal.entries().forEach((name, told) -> {
            var content = told.content();
            assertFalse(DANGEROUS.matcher(content.body().html()).find(), content.body()::html);
            assertFalse(content.headline().contains("\u0000"), name);
            for (var field : kind.fields()) {
                JsonValue value = content.fields().get(field.name()).orElse(null);
                if (value == null) {
                    continue;
                }
                assertTrue(
                        field.type().fault(value).isEmpty(),
                        () -> name + " " + field.name() + " is no value: " + value.canonical());
                assertFalse(value.canonical().contains("\\u0000"), value::canonical);
                if (field.type().isMarkup()) {
                    String html = field.type().shown(value).getOrDefault("", "");
                    assertFalse(DANGEROUS.matcher(html).find(), html);
                }
            }
        });
        for (String format : List.of("csv", "geojson")) {
            Path out = folder.resolve("out." + format);
            var exported = portal.run("export", format, "sight", out.toString());
            assertEquals(0, exported.code(), exported.all());
            if (format.equals("csv")) {
                requireNoFormula(Files.readString(out, UTF_8));
            }
            var again = portal.run("import", format, "sight", out.toString(), "--section", "sights");
            assertTrue(
                    again.out().contains(" 0 created, 0 revised, ")
                            && again.out().contains(" 0 left out."),
                    again.all());
        }
    }

    private static void requireNoFormula(String csv) {
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char each = csv.charAt(at);
            if (each == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (each == ',' || each == '\r' || each == '\n')) {
                String text = cell.toString();
                assertTrue(!FORMULA.matcher(text).matches() || text.matches("-[0-9]+([.][0-9]+)?"), text);
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
    }

    @Test
    void aMegabyteIsRefusedOrTakenInEveryColumn() {
        var columns = columns();
        String megabyte = "m".repeat(1_000_000);
        for (String column : columns) {
            var ran = portal.csv("key,headline:en," + column + "\nbig,Big," + megabyte + "\nsmall-"
                    + columns.indexOf(column) + ",Small,\n");
            assertTrue(ran.code() == 0 || ran.code() == ImportRun.LEFT_OUT, column + ": " + ran.err());
            assertTrue(portal.entries().containsKey("en small-" + columns.indexOf(column)), column);
            assertTrue(
                    ran.code() == 0
                            || ran.out().contains("line 2, " + column)
                            || ran.out().contains("line 2: "),
                    column + ": "
                            + ran.out().substring(0, Math.min(500, ran.out().length())));
            assertTrue(ran.all().length() < 5000, column + ": the message is short");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"Point\", \"coordinates\": [999, 999]}",
                "{\"type\": \"Point\", \"coordinates\": [27.5, 90.5]}",
                "{\"type\": \"Point\", \"coordinates\": [\"<script>\", 53]}",
                "{\"type\": \"Point\", \"coordinates\": [1e999, 53]}",
                "{\"type\": \"Point\", \"coordinates\": [27.5]}",
                "{\"type\": \"Point\", \"coordinates\": {}}",
                "{\"type\": \"Point\"}",
                "{\"type\": \"Polygon\", \"coordinates\": [[[27, 53], [28, 53], [28, 54], [27, 53]]]}",
                "[]",
                "\"javascript:alert(1)\""
            })
    void aHostilePlaceStopsOnlyItself(String geometry) {
        var ran = geojson("{\"type\": \"FeatureCollection\", \"features\": ["
                + feature("bad", geometry) + ","
                + feature("good", "{\"type\": \"Point\", \"coordinates\": [27.5, 53.9]}")
                + "]}");

        assertTrue(portal.entries().containsKey("en good"), ran.all());
        assertFalse(portal.entries().containsKey("en bad"), ran.all());
        assertEquals(ImportRun.LEFT_OUT, ran.code(), ran.all());
    }

    @Test
    void hostilePropertiesAreRefusedOrHarmless() throws IOException {
        var properties = List.of(
                "\"access:en\": {\"a\": [1, {}]}",
                "\"access:en\": \"<script>alert(1)</script>\"",
                "\"area\": 1e400",
                "\"area\": 1e999999999",
                "\"area\": -1e-999999999",
                "\"area\": true",
                "\"site.url\": \"javascript:alert(1)\"",
                "\"near\": [\"sight/none\", {}]",
                "\"story:en\": \"<p onclick=x()>A</p><script>b</script>\"");
        var features = new StringJoiner(",");
        for (int place = 0; place < properties.size(); place++) {
            features.add("{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"key\": \"k" + place
                    + "\", \"headline:en\": \"H\", " + properties.get(place) + "}}");
        }
        var ran = geojson("{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}");

        assertEquals(ImportRun.LEFT_OUT, ran.code(), ran.all());
        assertEquals(
                List.of("en k0", "en k1", "en k8"), List.copyOf(portal.entries().keySet()), ran.all());
        requireHarmless();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "1"})
    void aListThatHoldsMoreThanFeaturesIsRefusedWhole(String member) {
        var ran = geojson(
                "{\"type\": \"FeatureCollection\", \"features\": [" + member + "," + feature("good", "null") + "]}");

        assertEquals(2, ran.code(), ran.all());
        assertTrue(ran.err().contains("no feature"), ran.all());
    }

    private static String feature(String key, String geometry) {
        return "{\"type\": \"Feature\", \"geometry\": " + geometry + ", \"properties\": {\"key\": \"" + key
                + "\", \"headline:en\": \"" + key + "\"}}";
    }

    private EntriesPortal.Ran geojson(String text) {
        Path file = portal.file("hostile.geojson", text.getBytes(UTF_8));
        return portal.run("import", "geojson", "sight", file.toString(), "--section", "sights");
    }
}
