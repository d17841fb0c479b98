package org.herald.exchange.wxr;

import static org.herald.exchange.wxr.Export.attachment;
import static org.herald.exchange.wxr.Export.page;
import static org.herald.exchange.wxr.Export.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.store.PathTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items are told from one another, and known again, whatever their numbers are; so are authors, tags and categories. */
final class WxrIdentityTest {

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    private ImportDesk portal; // opened for each test

    @BeforeEach
    void open() throws IOException {
        portal = new ImportDesk(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no number", "0", "one number", "guid alone", "link alone", "neither", "numberless guids"})
    void itemsWithoutANumberOfTheirOwnAreOneEachAndKnownAgain(String identity) throws IOException {
        var export = new Export();
        int number = 10;
        for (String title : List.of("First story", "Second story", "About us", "About them")) {
            var item = title.startsWith("About") ? page(number++, title) : post(number++, title);
            export.add(
                    switch (identity) {
                        case "no number" -> item.without("wp:post_id");
                        case "0" -> item.with("wp:post_id", "0");
                        case "one number" -> item.with("wp:post_id", "7");
                        case "guid alone" -> item.without("wp:post_id", "link");
                        case "link alone" -> item.without("wp:post_id", "guid");
                        case "neither" -> item.without("wp:post_id", "guid", "link");
                        default ->
                            item.with("wp:post_id", "0")
                                    .with("guid", Export.SITE + "/?p=0")
                                    .without("link");
                    });
        }
        var first = portal.takeText(export.xml());
        assertEquals(List.of("taken", "taken", "taken", "taken"), became(first));
        assertEquals(
                List.of("About them", "About us", "First story", "Second story"),
                portal.portal().tables().rows("select headline from live order by headline"));
        var before = portal.portal().tables().rows("select * from revision");

        assertEquals(
                List.of("unchanged", "unchanged", "unchanged", "unchanged"), became(portal.takeText(export.xml())));
        assertEquals(before, portal.portal().tables().rows("select * from revision"));
    }

    @Test
    void draftAndPublishedPostOfOneNumberAreTwo() throws IOException {
        var export = new Export()
                .add(post(8, "Draft").with("wp:status", "draft"))
                .add(post(8, "Published").without("guid"));
        assertEquals(List.of("draft", "taken"), became(portal.takeText(export.xml())));
        assertEquals("Published", portal.content("/en/2020/03/04/published").headline());
        assertEquals(List.of("unchanged", "unchanged"), became(portal.takeText(export.xml())));
    }

    @Test
    void postThatStandsTwiceInTheFileIsOneAsItStandsLast() throws IOException {
        var export = new Export()
                .add(post(7, "Early words"))
                .add(post(9, "Another"))
                .add(post(7, "Late words"))
                .add(post(7, "Late words").with("wp:status", "trash"));
        var report = portal.takeText(export.xml());
        assertEquals(List.of("left out", "taken", "taken", "left out"), became(report));
        String note = report.path("items").path(0).path("notes").path(0).asText();
        assertTrue(note.matches("left out: the same post stands again in line [0-9]+"), note);
        assertEquals(
                List.of("Another", "Late words"),
                portal.portal().tables().rows("select headline from live order by headline"));
        assertEquals(List.of("left out", "unchanged", "unchanged", "left out"), became(portal.takeText(export.xml())));
    }

    @Test
    void attachmentsWithoutANumberOfTheirOwnAreOneEach() throws IOException {
        String uploads = Export.SITE + "/wp-content/uploads/2020/03/";
        var export = new Export()
                .add(attachment(0, "One", uploads + "one.jpg").without("guid"))
                .add(attachment(0, "Two", uploads + "two.jpg").without("guid"))
                .add(attachment(5, "Three", uploads + "three.jpg"))
                .add(
                        post(5, "With the number of a picture")
                                .and(
                                        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>"));
        assertEquals(List.of("recorded", "recorded", "recorded", "taken"), became(portal.takeText(export.xml())));
        var picture = Optional.ofNullable(portal.content("/en/2020/03/04/with-the-number-of-a-picture")
                        .picture())
                .orElseThrow();
        assertEquals(portal.asset("three.jpg"), picture.asset().value());
        assertEquals(
                List.of("unchanged", "unchanged", "unchanged", "unchanged"), became(portal.takeText(export.xml())));
    }

    @Test
    void numberInTheGuidOfAPostWithoutOneLeadsToIt() throws IOException {
        portal.takeText(new Export()
                .add(post(31, "Known by its guid").without("wp:post_id"))
                .xml());
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/2020/03/04/known-by-its-guid")),
                portal.portal().items().at("/?p=31"));
    }

    @Test
    void categoriesAndTagsThatDifferInCaseAreOne() throws IOException {
        var export = new Export()
                .category(1, "news", "News")
                .category(2, "NEWS", "NEWS")
                .category(3, "%d1%80%d1%8d%d0%ba%d0%b0", "Рэка")
                .add(post(1, "One").term("category", "news", "News").term("post_tag", "storks", "Storks"))
                .add(post(2, "Two")
                        .term("category", "News", "News")
                        .term("post_tag", "STORKS", "STORKS")
                        .term("post_tag", "storks", "storks"))
                .add(post(3, "Three").term("category", "%D1%80%D1%8D%D0%BA%D0%B0", "Рэка"));
        var report = portal.takeText(export.xml());
        for (String path : List.of("/en/news/2020/03/04/one", "/en/news/2020/03/04/two", "/en/reka/2020/03/04/three")) {
            portal.shown(path);
        }
        assertEquals(
                List.of("STORKS"), portal.content("/en/news/2020/03/04/two").tags());
        assertEquals(
                List.of("news", "news/culture", "news/economy", "reka"),
                portal.portal().tables().rows("select path from section where path like 'ne%' or path like 're%'"));
        assertTrue(report.toString().contains("the same category as \\\"news\\\""), report.toPrettyString());
    }

    @Test
    void everybodyWhoWroteAPostIsInItsByline() throws IOException {
        var export = new Export()
                .add("<wp:author><wp:author_login>boris</wp:author_login>"
                        + "<wp:author_display_name>Boris L.</wp:author_display_name></wp:author>")
                .add(post(1, "Two names").term("author", "cap-anna", "anna").term("author", "cap-boris", "Boris L."))
                .add(post(2, "A guest").term("author", "cap-vera", "vera").with("dc:creator", "boris"))
                .add(post(3, "Two elements").and("<dc:creator>boris</dc:creator>"))
                .add(post(4, "One name"))
                .add(post(50, "Vera M.").with("wp:post_type", "guest-author").with("wp:post_name", "cap-vera"));
        var report = portal.takeText(export.xml());
        assertEquals("Anna K., Boris L.", byline("two-names"));
        assertEquals("Vera M.", byline("a-guest"));
        assertEquals("Anna K., Boris L.", byline("two-elements"));
        assertEquals("Anna K.", byline("one-name"));
        assertEquals(List.of(), ImportDesk.notes(report, 1));
        assertEquals(
                List.of("left out: \"Boris L.\", who saved it and is not among its authors"),
                ImportDesk.notes(report, 2));
    }

    private String byline(String slug) {
        return portal.content("/en/2020/03/04/" + slug).fields().text("byline");
    }

    /** What the items of a report became, in the order of the file. */
    private static List<String> became(JsonNode report) {
        var lines = new ArrayList<JsonNode>();
        report.path("items").forEach(lines::add);
        lines.sort((one, other) ->
                Integer.compare(one.path("line").asInt(), other.path("line").asInt()));
        return lines.stream().map(line -> line.path("became").asText()).toList();
    }
}
