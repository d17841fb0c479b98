package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.model.ItemId;
import org.herald.model.Outcome.Reason;
import org.herald.model.SectionId;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Withdraw;
import org.herald.store.PathTarget;
import org.herald.testing.Cast;
import org.herald.testing.Exports;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A WordPress export becomes items of a portal: what is taken, what is taken again, what a broken file leaves. */
final class WxrImportTest {

    private static final Path TOWN = Path.of("src/test/resources/wxr/town.xml");
    private static final List<String> KEPT =
            List.of("item", "revision", "publication", "live", "listing", "path", "asset", "section", "change");

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    private TestPortal portal; // opened for each test
    private final AtomicInteger reports = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        portal = new TestPortal(Files.createDirectories(folder.resolve("data")));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void everyPartOfTheFileIsInTheReportOnce() throws IOException {
        var report = take(TOWN);
        var totals = report.path("totals");
        assertEquals(8, totals.path("post").path("in file").asInt());
        totals.forEach(type -> {
            int became = 0;
            for (var field : type.properties()) {
                became +=
                        field.getKey().equals("in file") ? 0 : field.getValue().asInt();
            }
            assertEquals(type.path("in file").asInt(), became, type.toString());
        });
        assertEquals(8 + 1 + 1 + 2 + 1, report.path("items").size());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        11, taken    , /en/news/reka/2024/05/01/the-bridge
        12, taken    , /en/news/2024/06/02/the-storks
        13, taken    , /en/2024/06/03/a-short-note-without-a-title-that-goes
        14, draft    , ''
        15, draft    , ''
        16, draft    , ''
        17, scheduled, ''
        18, left out , ''
        19, taken    , /en/about-2
        20, left out , ''
        21, recorded , ''
        23, left out , ''
        """)
    void postsBecomeWhatTheirStatusSays(long id, String became, String address) throws IOException {
        var line = line(take(TOWN), id);
        assertEquals(became, line.path("became").asText(), line.toString());
        assertEquals(address, line.path("address").asText());
    }

    @Test
    void postKeepsItsWordsDatesAndPicture() throws IOException {
        take(TOWN);
        var bridge = shown("/en/news/reka/2024/05/01/the-bridge");
        var content = bridge.content();
        assertEquals("The bridge & the river", content.headline());
        assertEquals("How the bridge came to be, in short.", content.standfirst());
        assertEquals("Alesia Reader", content.fields().text("byline"));
        assertEquals(List.of("The year 2024", "White storks"), content.tags());
        assertEquals("2024-05-01T07:00:00Z", bridge.item().publishedAt().toString());
        var picture = Optional.ofNullable(content.picture()).orElseThrow();
        assertEquals("A bridge of three spans", picture.alt());
        assertEquals("The bridge, drawn", picture.caption());
        String html = content.body().html();
        String storks = item("/en/news/2024/06/02/the-storks").toString();
        String about = item("/en/about-2").toString();
        for (String part : List.of(
                "<a href=\"item:" + storks + "\">the storks</a>",
                "<a href=\"item:" + about + "\">the town</a>",
                "<a href=\"https://other.example/x\">elsewhere</a>",
                "<a href=\"https://www.town.example/gone/\">what is gone</a>",
                "alt=\"A bridge of three spans\"",
                "<figcaption>The bridge in spring</figcaption>",
                "<footer>A ferryman, invented</footer>",
                "<th scope=\"col\">Span</th>",
                "Behind the words")) {
            assertTrue(html.contains(part), part + " in " + html);
        }
    }

    @Test
    void classicTextBecomesParagraphsAndShortcodesFigures() throws IOException {
        take(TOWN);
        var storks = shown("/en/news/2024/06/02/the-storks");
        // local time in the portal's zone, because the export has no UTC date
        assertEquals("2024-06-02T09:00:00Z", storks.item().publishedAt().toString());
        String html = storks.content().body().html();
        String bridge = item("/en/news/reka/2024/05/01/the-bridge").toString();
        for (String part : List.of(
                "<p>First line<br />second line</p>",
                "<figcaption>A nest near <em>the bridge</em></figcaption>",
                "<figure class=\"gallery\">",
                "<code>[weather town&#61;&#34;Example&#34;]</code>",
                "He said it [sic] twice; [gallery] is a word.",
                "<a href=\"https://other.example/film\">https://other.example/film</a>",
                "Back to <a href=\"item:" + bridge + "\">the bridge</a>.",
                "<pre>line one\n\nline two [gallery]</pre>",
                "<a href=\"https://maps.example/x\">")) {
            assertTrue(html.contains(part), part + " in " + html);
        }
        assertTrue(!html.contains("alert(1)") && !html.contains("<form"), html);
    }

    @Test
    void footnotesAndReusableBlocksArePartOfThePage() throws IOException {
        take(TOWN);
        String html = shown("/en/about-2").content().body().html();
        assertTrue(html.contains("<ol><li>On its left bank.</li></ol>"), html);
        assertTrue(html.contains("<p>Town hall, 1 River Street.</p>"), html);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        /2024/05/01/the-bridge              , /en/news/reka/2024/05/01/the-bridge
        /?p=11                              , /en/news/reka/2024/05/01/the-bridge
        /?page_id=19                        , /en/about-2
        /about                              , /en/about-2
        /2024/05/01/the-bridge/bridge       , /en/news/reka/2024/05/01/the-bridge
        /?attachment_id=22                  , /en/news/2024/06/02/the-storks
        """)
    void oldAddressesLeadToTheItems(String old, String now) throws IOException {
        take(TOWN);
        assertEquals(Optional.of(new PathTarget.Moved(now)), portal.items().at(old));
    }

    @Test
    void oldAddressesOfCategoriesAndTagsLeadToTheirLists() throws IOException {
        take(TOWN);
        SectionId river = new SectionId(
                Long.parseLong(portal.tables().value("select id from section where path = ?", "news/reka")));
        for (String old : List.of("/category/news/рэка", "/?cat=5")) {
            assertEquals(
                    Optional.of(new PathTarget.OfSection(river, Cast.ENGLISH)),
                    portal.items().at(old));
        }
        assertInstanceOf(
                PathTarget.OfTag.class, portal.items().at("/tag/storks").orElseThrow());
        assertEquals(
                "category-2024", portal.tables().value("select path from section where path like ?", "category-%"));
    }

    @Test
    void secondRunChangesNothing() throws IOException {
        take(TOWN);
        var before = kept();
        var report = take(TOWN);
        for (JsonNode line : report.path("items")) {
            assertTrue(
                    List.of("unchanged", "left out")
                            .contains(line.path("became").asText()),
                    line.toString());
        }
        assertEquals(before, kept());
    }

    @Test
    void changedPostBecomesARevision() throws IOException {
        take(TOWN);
        ItemId bridge = item("/en/news/reka/2024/05/01/the-bridge");
        int items = count("select count(*) from item");
        int revisions = count("select count(*) from revision");
        var line = line(take(changed("It carries us.", "It carries us all.")), 11);
        assertEquals("revised", line.path("became").asText());
        assertEquals(bridge, item("/en/news/reka/2024/05/01/the-bridge"));
        assertTrue(shown("/en/news/reka/2024/05/01/the-bridge")
                .content()
                .body()
                .html()
                .contains("It carries us all."));
        assertEquals(items, count("select count(*) from item"));
        assertEquals(revisions + 1, count("select count(*) from revision"));
    }

    @Test
    void editorsChangeIsNotOverwritten() throws IOException {
        take(TOWN);
        String address = "/en/news/reka/2024/05/01/the-bridge";
        ItemId bridge = item(address);
        portal.done(new Revise(bridge, TestPortal.content("The bridge, by an editor"), null));
        portal.done(new Publish(bridge, null));
        var line = line(take(changed("It carries us.", "It carries us all.")), 11);
        assertEquals("left out", line.path("became").asText());
        assertEquals("The bridge, by an editor", shown(address).content().headline());
    }

    @Test
    void withdrawnItemStaysWithdrawn() throws IOException {
        take(TOWN);
        String address = "/en/news/reka/2024/05/01/the-bridge";
        portal.done(new Withdraw(item(address), "It was not true."));
        take(changed("It carries us.", "It carries us all."));
        assertInstanceOf(PathTarget.Gone.class, portal.items().at(address).orElseThrow());
    }

    @Test
    void stoppedRunIsGoneOnWith() throws IOException {
        Path many = Exports.chain(folder.resolve("many.xml"), 450);
        var asked = new AtomicInteger();
        var stopped = run(many, null, () -> asked.incrementAndGet() > 2);
        assertTrue(stopped.isEmpty());
        int half = count("select count(*) from item where origin like 'wxr%'");
        assertTrue(half > 0 && half < 450, "taken before the stop: " + half);
        assertEquals(450, take(many).path("items").size());
        assertEquals(450, count("select count(*) from live where path like '/en/many/%'"));
        assertEquals(450, count("select count(distinct origin) from item where origin like 'wxr%'"));
        assertEquals(0, count("select count(*) from item where origin like 'wxr%' and origin_digest = ''"));
        assertEquals(450, count("select count(*) from publication"));
        // each links to the next, which comes later in the file
        assertTrue(shown("/en/many/2024/01/01/post-7").content().body().html().contains("<a href=\"item:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cut         | line 129, column 10
        not export  | not a WordPress export
        empty       | line 1
        entity      | line
        """)
    void brokenFileSaysWhereAndLeavesNothing(String fault, String says) throws IOException {
        var before = portal.tables().dump();
        var file = folder.resolve("broken.xml");
        Files.write(file, broken(fault));
        var told = assertThrows(WxrFault.class, () -> take(file));
        assertTrue(String.valueOf(told.getMessage()).contains(says), told.getMessage());
        assertEquals(before, portal.tables().dump());
    }

    private static byte[] broken(String fault) throws IOException {
        String text = Files.readString(TOWN);
        return switch (fault) {
            case "cut" -> text.substring(0, text.indexOf("A private thought")).getBytes(StandardCharsets.UTF_8);
            case "not export" -> "<html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8);
            case "entity" ->
                text.replaceFirst("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss")
                        .replace("First line", "&x;")
                        .replace("<![CDATA[&x;", "&x;<![CDATA[")
                        .getBytes(StandardCharsets.UTF_8);
            default -> new byte[0];
        };
    }

    @Test
    void uploadsBringTheFilesThatWereOnlyRecorded() throws IOException {
        take(TOWN);
        assertEquals(Optional.empty(), portal.items().at("/wp-content/uploads/2024/06/nest.svg"));
        Path uploads = folder.resolve("uploads");
        Files.createDirectories(uploads.resolve("2024/06"));
        Files.writeString(
                uploads.resolve("2024/06/nest.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>");
        var report = take(TOWN, uploads);
        assertEquals("taken", line(report, 22).path("became").asText());
        assertEquals("unchanged", line(report, 21).path("became").asText());
        assertInstanceOf(
                PathTarget.OfFile.class,
                portal.items().at("/wp-content/uploads/2024/06/nest.svg").orElseThrow());
        assertEquals("unchanged", line(take(TOWN, uploads), 22).path("became").asText());
    }

    @Test
    void noFileOutsideTheUploadsIsTaken() throws IOException {
        Path uploads = Files.createDirectories(folder.resolve("uploads"));
        Files.writeString(folder.resolve("secret.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        var report = take(changed("uploads/2024/06/nest.svg", "uploads/../secret.svg"), uploads);
        assertEquals("recorded", line(report, 22).path("became").asText());
    }

    private Path changed(String from, String to) throws IOException {
        Path file = folder.resolve("changed.xml");
        Files.writeString(file, Files.readString(TOWN).replace(from, to));
        return file;
    }

    private JsonNode take(Path file) throws IOException {
        return take(file, null);
    }

    private JsonNode take(Path file, @Nullable Path uploads) throws IOException {
        assertTrue(run(file, uploads, () -> false).isPresent());
        return new ObjectMapper()
                .readTree(folder.resolve("report-" + reports.get() + ".json").toFile());
    }

    private Optional<Map<String, Integer>> run(Path file, @Nullable Path uploads, BooleanSupplier isStopped) {
        var options = new ImportOptions(Cast.ENGLISH, List.of(Cast.ENGLISH), TestPortal.MINSK, "", uploads, false);
        try (var report = new ImportReport(folder, "report-" + reports.incrementAndGet())) {
            return new WxrImport(
                            file,
                            options,
                            portal.bus(),
                            new UploadDoor(new Incoming(new FolderFiles(folder.resolve("files"))), Reason::key),
                            report,
                            (step, done, total) -> assertTrue(done <= total, step + ": " + done + " of " + total),
                            isStopped)
                    .run(portal.clock().instant());
        }
    }

    private static JsonNode line(JsonNode report, long id) {
        var found = new ArrayList<JsonNode>();
        report.path("items").forEach(line -> {
            if (line.path("id").asLong() == id) {
                found.add(line);
            }
        });
        assertEquals(1, found.size(), "lines of " + id);
        return found.getFirst();
    }

    private PathTarget.Shown shown(String path) {
        return assertInstanceOf(PathTarget.Shown.class, portal.items().at(path).orElseThrow(), path);
    }

    private ItemId item(String path) {
        return shown(path).item().id();
    }

    private Map<String, List<String>> kept() {
        var kept = new HashMap<String, List<String>>();
        portal.tables().dump().forEach((table, rows) -> {
            if (KEPT.contains(table)) {
                kept.put(table, rows);
            }
        });
        assertEquals(KEPT.size(), kept.size());
        return kept;
    }

    private int count(String sql) {
        return Integer.parseInt(portal.tables().value(sql));
    }
}
