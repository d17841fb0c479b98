package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.publish.Revise;
import org.herald.store.PathTarget;
import org.herald.testing.Exports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of an import: each part that is not taken as it is, what plugins add, hostile files and addresses. */
final class WxrDetailsTest {

    private static final String BRIDGE = "/en/news/reka/2024/05/01/the-bridge";
    private static final String STORKS = "/en/news/2024/06/02/the-storks";

    private final Path folder;
    private final ImportDesk portal;
    private JsonNode report; // of the first import

    WxrDetailsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.portal = new ImportDesk(folder.resolve("portal"));
        this.report = MissingNode.getInstance();
    }

    @BeforeEach
    void takeTheTown() throws IOException {
        report = portal.take(ImportDesk.TOWN);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void reportCountsWhatTheFileHolds() {
        assertEquals("""
            {"attachment":{"in file":2,"recorded":2},"nav_menu_item":{"in file":1,"left out":1},\
            "page":{"in file":1,"taken":1},"post":{"in file":8,"taken":3,"scheduled":1,"draft":3,"left out":1},\
            "wp_block":{"in file":1,"left out":1}}\
            """, report.path("totals").toString());
        assertEquals(13, report.path("items").size());
        assertEquals(23, ImportDesk.line(report, 11).path("line").asInt(), "where it stands in the file");
        assertEquals(BRIDGE, ImportDesk.line(report, 11).path("address").asText());
        assertEquals(List.of("left out: menus are made anew"), ImportDesk.notes(report, 23));
        assertTrue(ImportDesk.notes(report, 11).contains("left out: comments, 1"), report.toPrettyString());
    }

    @Test
    void categoriesBecomeSectionsWithSlugsThatCanBeOnes() {
        var sections = portal.portal().tables().rows("select path from section");

        assertTrue(sections.contains("news/reka"), sections.toString());
        assertTrue(sections.contains("category-2024"), sections.toString());
        assertEquals(
                "Рэка",
                portal.portal()
                        .tables()
                        .value("select t.title from section_title t join section s on s.id = t.section_id"
                                + " where s.path = 'news/reka'"));
    }

    @Test
    void linksElsewhereAndToWhatIsGoneStay() {
        assertTrue(portal.body(11).contains("href=\"https://other.example/x\""), portal.body(11));
        assertTrue(portal.body(11).contains("href=\"https://www.town.example/gone/\""), portal.body(11));
        assertTrue(
                ImportDesk.notes(report, 11)
                        .contains("kept as it is written: a link to an address of the old site that is not in the file,"
                                + " https://www.town.example/gone/"),
                report.toPrettyString());
    }

    @Test
    void picturesAndLinksToFilesAreAssets() {
        long bridge = portal.asset("/bridge.jpg");

        assertTrue(portal.body(11).contains("src=\"asset:" + bridge + "\""), portal.body(11));
        assertTrue(portal.body(12).contains("asset:" + bridge), portal.body(12));
        assertTrue(portal.body(11).contains("asset:" + portal.asset("/old.jpg")), "a picture behind a text");
        assertTrue(portal.body(11).contains("<figcaption>The bridge in spring</figcaption>"), portal.body(11));
        assertFalse(portal.body(12).contains("uploads"), portal.body(12));
    }

    @ParameterizedTest
    @CsvSource({
        "14, DRAFT, -",
        "15, DRAFT, kept as a draft: its status was \"private\"",
        "16, DRAFT, kept as a draft: it was protected by a password",
        "17, SCHEDULED, -"
    })
    void whatReadersDidNotSeeTheyDoNotSeeHere(long post, String state, String note) {
        assertEquals(state.toLowerCase(Locale.ROOT), portal.state(post));
        assertEquals(note.equals("-") ? List.of() : List.of(note), ImportDesk.notes(report, post));
        assertEquals("", ImportDesk.line(report, post).path("address").asText());
        assertEquals(
                List.of(),
                portal.portal()
                        .tables()
                        .rows(
                                "select 1 from live where item_id = ?",
                                portal.item(post).value()));
    }

    @Test
    void futurePostGoesOutAtItsTime() {
        assertEquals(
                Long.toString(Instant.parse("2999-01-01T09:00:00Z").toEpochMilli()),
                portal.portal()
                        .tables()
                        .value(
                                "select due_at from item where id = ?",
                                portal.item(17).value()));
    }

    @Test
    void whatIsInTheBinStaysThere() {
        assertEquals("left out", ImportDesk.became(report, 18));
        assertEquals(List.of(), portal.portal().tables().rows("select 1 from item where origin like '% 18'"));
    }

    @Test
    void postWithoutTitleIsCalledByItsFirstWords() {
        String headline = portal.portal()
                .tables()
                .value(
                        "select headline from live where item_id = ?",
                        portal.item(13).value());

        assertEquals("A short note without a title that goes…", headline);
        assertEquals(
                "{\"byline\":\"gone\"}",
                portal.portal().tables().value("select fields from revision where headline = ?", headline));
    }

    @Test
    void blocksOfTheEditorBecomeTheirWords() {
        String body = portal.body(11);

        assertTrue(body.contains("<blockquote><p>It carries us.</p>"), body);
        assertTrue(body.contains("A ferryman, invented"), body);
        assertTrue(body.contains("<a href=\"https://other.example/town\">chain</a>"), body);
        assertTrue(body.contains("<td>12</td>"), body);
        assertTrue(body.contains("The spans"), body);
        assertTrue(body.contains("Behind the words"), body);
        assertFalse(body.contains("wp:"), body);
        assertTrue(ImportDesk.notes(report, 11)
                .contains("left out: the block \"latest-posts\", which has no text of its own"));
    }

    @Test
    void classicTextBecomesParagraphsAndItsShortcodesWhatTheyMeant() {
        String body = portal.body(12);

        assertTrue(body.startsWith("<p>First line<br />second line</p>"), body);
        assertTrue(body.contains("A nest near <em>the bridge</em></figcaption>"), body);
        assertTrue(body.contains("<figure class=\"gallery\">"), body);
        assertTrue(body.contains("asset:" + portal.asset("/nest.svg")), body);
        assertTrue(body.contains("<code>[weather town&#61;&#34;Example&#34;]</code>"), body);
        assertTrue(body.contains("He said it [sic] twice; [gallery] is a word."), body);
        assertTrue(body.contains("<a href=\"https://other.example/film\">https://other.example/film</a>"), body);
        assertTrue(body.contains("<pre>line one\n\nline two [gallery]</pre>"), body);
        assertTrue(body.contains("https://maps.example/x"), "an embedded page became a link: " + body);
        assertFalse(body.contains("alert"), body);
        var notes = ImportDesk.notes(report, 12);
        assertTrue(
                notes.containsAll(List.of(
                        "kept as it is written: the shortcode [weather], which nothing here knows",
                        "left out: a script",
                        "converted: a form became its words",
                        "converted: an embedded page became a link, https://maps.example/x",
                        "converted: an embedded address became a link")),
                notes.toString());
    }

    @Test
    void oldAddressesOfPagesCategoriesTagsAndFilesLeadToThem() {
        var items = portal.portal().items();

        assertEquals(
                new PathTarget.Moved("/en/about-2"), items.at("/?page_id=19").orElseThrow());
        assertEquals(new PathTarget.Moved("/en/about-2"), items.at("/about").orElseThrow());
        for (String old : List.of("/category/news/рэка", "/?cat=5")) {
            var section =
                    assertInstanceOf(PathTarget.OfSection.class, items.at(old).orElseThrow());
            assertEquals(
                    "news/reka",
                    portal.portal()
                            .tables()
                            .value(
                                    "select path from section where id = ?",
                                    section.section().value()));
        }
        assertEquals(
                "white-storks",
                assertInstanceOf(PathTarget.OfTag.class, items.at("/tag/storks").orElseThrow())
                        .tag()
                        .value());
        assertEquals(
                Optional.empty(),
                items.at("/wp-content/uploads/2024/05/bridge.jpg"),
                "a file that is only recorded is not there yet");
        assertEquals(
                "1",
                portal.portal()
                        .tables()
                        .value("select count(*) from path where path = '/wp-content/uploads/2024/05/bridge.jpg'"));
    }

    @Test
    void changedPostGetsOneMoreRevisionAtTheSameAddress() throws IOException {
        var before = portal.counts();
        long item = portal.item(12).value();

        var second = portal.takeText(town().replace("First line", "New line"));

        assertEquals("revised", ImportDesk.became(second, 12));
        assertEquals("unchanged", ImportDesk.became(second, 11));
        assertEquals(item, portal.item(12).value());
        var expected = new HashMap<>(before);
        expected.merge("revision", 1, Integer::sum);
        var after = portal.counts();
        expected.put("publication", after.getOrDefault("publication", 0));
        expected.put("change", after.getOrDefault("change", 0));
        assertEquals(expected, after);
        assertTrue(portal.content(STORKS).body().html().startsWith("<p>New line"), "readers see it");
        assertEquals(
                Instant.parse("2024-06-02T09:00:00Z"),
                portal.shown(STORKS).item().publishedAt());
    }

    @Test
    void itemThatAnEditorHasChangedIsNotOverwritten() throws IOException {
        var ours = Content.of("Ours", new Body("<p>Better words.</p>"));
        portal.portal().done(new Revise(portal.item(12), ours, null));
        var before = portal.portal().tables().dump();

        var second = portal.takeText(town().replace("First line", "New line"));

        assertEquals("left out", ImportDesk.became(second, 12));
        assertEquals(
                List.of("left out: an editor has changed it here since it was imported"), ImportDesk.notes(second, 12));
        assertEquals(List.of(), portal.added(before));
        assertEquals(before, portal.portal().tables().dump());
    }

    @Test
    void stoppedRunIsGoneOnWithByTheNext() throws IOException {
        Path file = Exports.chain(folder.resolve("many.xml"), 250);
        try (var whole = new ImportDesk(folder.resolve("whole"));
                var twice = new ImportDesk(folder.resolve("twice"))) {
            whole.take(file);
            var asked = new AtomicInteger();
            assertTrue(twice.take(file, null, () -> asked.incrementAndGet() > 1).isEmpty());
            assertEquals("100", twice.portal().tables().value("select count(*) from item"));
            assertTrue(Files.readString(folder.resolve("twice/imports/report.json"))
                    .contains("This import was stopped before the end of the file."));

            twice.take(file);

            for (String table : List.of("item", "live", "listing", "publication", "asset", "section", "tally")) {
                assertEquals(
                        whole.counts().getOrDefault(table, -1), twice.counts().getOrDefault(table, -2), table);
            }
            String paths = "select path from path order by path";
            assertEquals(
                    whole.portal().tables().rows(paths), twice.portal().tables().rows(paths));
            String bodies = "select i.origin, l.path, r.body from item i join live l on l.item_id = i.id"
                    + " join revision r on r.id = l.revision_id order by i.origin";
            assertEquals(
                    whole.portal().tables().rows(bodies),
                    twice.portal().tables().rows(bodies));
            assertEquals(
                    List.of(),
                    twice.portal()
                            .tables()
                            .rows("select id from revision where body like '%many.example%'"
                                    + " and id in (select revision_id from live)"),
                    "every link is by identity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expansion", "open"})
    void brokenFileIsToldWithItsPlaceAndNothingIsWritten(String fault) throws IOException {
        String text = town();
        byte[] broken = switch (fault) {
            case "expansion" ->
                bytes(text.replace("<rss ", "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>\n<rss ")
                        .replace("<title>To come", "<title>&b; To come"));
            default -> bytes(text.replace("</channel>", ""));
        };
        Path file = Files.write(folder.resolve("broken.xml"), broken);
        var before = portal.portal().tables().dump();

        var told = assertThrows(WxrFault.class, () -> portal.take(file));

        String message = String.valueOf(told.getMessage());
        assertTrue(message.matches("(?s).*broken\\.xml, line [0-9]+, column [0-9]+: .+"), message);
        assertEquals(List.of(), portal.added(before));
        assertEquals(before, portal.portal().tables().dump());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Not an export</body></html>",
                "<rss version=\"2.0\"><channel><title>A feed</title></channel></rss>"
            })
    void fileThatIsNoExportIsTold(String text) throws IOException {
        var before = portal.portal().tables().dump();

        var told = assertThrows(WxrFault.class, () -> portal.takeText(text));

        assertTrue(String.valueOf(told.getMessage()).contains("is not a WordPress export"), told.getMessage());
        assertEquals(List.of(), portal.added(before));
        assertEquals(before, portal.portal().tables().dump());
    }

    @Test
    void whatPluginsAddToAnExportDoesNoHarm() throws IOException {
        var second = portal.takeText(town().replace(
                        "<wp:category_parent><![CDATA[news]]></wp:category_parent>",
                        "<wp:category_parent><![CDATA[news]]></wp:category_parent><wp:termmeta><wp:meta_key>a</wp:meta_key>"
                                + "<wp:meta_value>b</wp:meta_value></wp:termmeta>")
                .replace("<wp:post_id>11<", "<x><y>1</y></x><wp:post_id>11<")
                .replace("<wp:author_id>2<", "<x><y>1</y></x><wp:author_id>2<"));

        assertEquals("unchanged", ImportDesk.became(second, 11));
    }

    @Test
    void wordsLinksAndPicturesInOddPlacesArriveAndAreTold() throws IOException {
        String html = "<ul>Head<li>one</li>between</ul><table>loose<tr><td><p>100</p><p>200</p></td></tr></table>"
                + "<p><b style='mso-bidi-font-weight:normal'>Bold</b> <span style='font-style:italic'>slanted</span></p>"
                + "<p style='direction:rtl'>שלום</p><noscript><p>Timetable</p></noscript>"
                + "<object data='https://x.example/r.pdf'>No viewer?</object>"
                + "<object><param name='movie' value='https://x.example/v'></object>"
                + "<div class='wp-block-file'><a href='https://x.example/a.pdf'>Report</a>"
                + "<a class='wp-block-file__button' href='https://x.example/a.pdf'>Download</a></div>";
        var read = portal.takeText(town().replace("Not yet.", html));
        String body = portal.body(14);

        assertEquals(
                "<p>Head</p><ul><li>one<br />between</li></ul><p>loose</p>"
                        + "<table><tbody><tr><td>100<br />200</td></tr></tbody></table>"
                        + "<p><strong>Bold</strong> <em>slanted</em></p><p dir=\"rtl\">שלום</p><p>Timetable</p>"
                        + "<p><a href=\"https://x.example/r.pdf\">https://x.example/r.pdf</a></p><p>No viewer?</p>"
                        + "<p><a href=\"https://x.example/v\">https://x.example/v</a></p>"
                        + "<p><a href=\"https://x.example/a.pdf\">Report</a> <a href=\"https://x.example/a.pdf\">Download</a></p>",
                body);
        assertTrue(
                ImportDesk.notes(read, 14)
                        .containsAll(List.of(
                                "converted: an embedded object became a link, https://x.example/r.pdf",
                                "converted: an embedded object became a link, https://x.example/v")),
                ImportDesk.notes(read, 14).toString());
    }

    @Test
    void textWithVeryManyEntitiesIsReadWhole() throws IOException {
        var second = portal.takeText(town().replace("<![CDATA[Not yet.]]>", "&lt;&amp;&#8212;".repeat(200_000)));

        assertEquals("revised", ImportDesk.became(second, 14));
        assertTrue(portal.body(14).length() > 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<",
                "<div>",
                "<b>",
                "<blockquote>",
                "<ul><li>",
                "<table><tr><td>",
                "<a href='/?p=11'>",
                "&lt;",
                "<!-- wp:group -->",
                "<!-- wp:a ",
                "[a_b]",
                "[caption]",
                "<p style='background:url('>",
                "<img src=x>",
                "<figure>",
                "\n\n",
                "<span style=\"background:url(a",
                "<h2>",
                "<svg><math>",
                "<select><option>",
                "%",
                "&#0;"
            })
    void hostilePostIsTakenAndDoesNotHoldUpTheImport(String part) throws IOException {
        String text = part.repeat(Math.min(10_000, 200_000 / part.length()));
        Path file = Files.writeString(
                folder.resolve("hostile.xml"),
                town().replace("<![CDATA[Not yet.]]>", "<![CDATA[First words. " + text + "\"'> last words.]]>"));

        var second = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> portal.take(file));

        assertEquals("revised", ImportDesk.became(second, 14));
        assertTrue(portal.body(14).contains("First words."));
    }

    @Test
    void filesComeWithTheUploadsEvenInALaterRun() throws IOException {
        long asset = portal.asset("/bridge.jpg");
        Path uploads = folder.resolve("uploads");
        Files.createDirectories(uploads.resolve("2024/06"));
        Files.write(uploads.resolve("2024/06/nest.svg"), bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));

        var second = portal.take(ImportDesk.TOWN, uploads);

        assertEquals("taken", ImportDesk.became(second, 22));
        assertEquals("unchanged", ImportDesk.became(second, 21));
        assertEquals(List.of("its file is not among the uploads"), ImportDesk.notes(second, 21));
        assertEquals(asset, portal.asset("/bridge.jpg"));
        String hash = portal.portal().tables().value("select hash from asset where origin like '%/nest.svg'");
        assertTrue(hash.matches("[0-9a-f]{64}"), hash);
        assertTrue(Files.isRegularFile(
                folder.resolve("portal/files").resolve(hash.substring(0, 2)).resolve(hash)));
        assertEquals(
                "/assets/" + hash.substring(0, 16) + "/nest.svg",
                ImportDesk.line(second, 22).path("address").asText());
        assertEquals("unchanged", ImportDesk.became(portal.take(ImportDesk.TOWN, uploads), 22));
    }

    @Test
    void picturesOfImportedDraftsAreNotPublic() throws IOException {
        String picture = "<![CDATA[<img src=\"https://www.town.example/wp-content/uploads/2024/07/secret.jpg\" />]]>";
        portal.takeText(town().replace("<![CDATA[Not yet.]]>", picture));
        var named = portal.portal().tables().rows("select distinct object from reference");

        assertFalse(named.contains("asset:" + portal.asset("/secret.jpg")), named.toString());
        assertTrue(named.contains("asset:" + portal.asset("/bridge.jpg")), named.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-content/uploads/../secret.svg",
                "/wp-content/uploads/2024/../../secret.svg",
                "/wp-content/uploads/%2e%2e/secret.svg",
                "/wp-content/uploads//secret.svg",
                "/../secret.svg",
                "/wp-content/uploads/a%00b.svg"
            })
    void noFileOutsideTheUploadsIsKept(String address) throws IOException {
        Path uploads = Files.createDirectories(folder.resolve("site/uploads"));
        Files.createDirectories(uploads.resolve("2024"));
        Files.write(folder.resolve("site/secret.svg"), bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        Path file = Files.writeString(
                folder.resolve("outside.xml"),
                town().replace("/wp-content/uploads/2024/06/nest.svg", address)
                        .replace("<wp:post_id>22<", "<wp:post_id>99<"));

        var second = portal.take(file, uploads);

        assertEquals("recorded", ImportDesk.became(second, 99));
        assertFalse(Files.exists(folder.resolve("portal/files")));
    }

    private static String town() throws IOException {
        return Files.readString(ImportDesk.TOWN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
