package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.herald.cli.HeraldCommand;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries, after the five directories of the sample portal: one file, from the form to the map and the table, and out and in. */
@QuarkusTest
@TestProfile(SightPortal.class)
final class SixthKindTest {

    private static final String LIST = "/en/libraries";

    private final WritingRoom room;
    private final PortalClock clock;
    private Seat reporter; // made before each test
    private Seat editor; // made before each test

    SixthKindTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
        reporter = room.seat(Member.REPORTER);
        editor = room.seat(Member.CHIEF_EDITOR);
    }

    @Test
    void librariesAreWrittenReadFoundTranslatedListedAndExchangedByOneFile(@TempDir Path folder) throws IOException {
        String national = published(library("National Library", "national", "10000000", "53.9314", "27.6461"));
        published(library("Town Library of Polotsk", "town", "120000", "55.4856", "28.7686"));

        listFilterAndMap();
        entry();
        translation(national);
        table();
        assertTrue(HeraldCommand.run(0, "kinds").contains("library"), "the command names the kind");
        outAndIn(folder);
    }

    private static Map<String, String> library(
            String name, String level, String books, String latitude, String longitude) {
        return Map.of(
                "headline",
                name,
                "standfirst",
                "Books for everybody",
                "body",
                "<p>Readers are welcome.</p>",
                "field.level",
                level,
                "field.books",
                books,
                "field.place.latitude",
                latitude,
                "field.place.longitude",
                longitude,
                "field.hours.tu",
                "10:00-18:00",
                "field.lends-to",
                "All who live here");
    }

    /** Written in the newsroom's form, reviewed by another, and published. */
    private String published(Map<String, String> typed) {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "library", "language", "en", "section", room.section("libraries"))));
        var form = new HashMap<>(fields(reporter.page(draft), "text"));
        assertTrue(form.keySet().containsAll(typed.keySet()), form.keySet() + " is the form");
        form.putAll(typed);
        String item = saved(reporter.post("/newsroom/revisions", form));
        assertEquals(
                303,
                reporter.post("/newsroom/items/" + item + "/review", Map.of()).statusCode());
        var read = Map.of("read", head(item), "confirmed", "yes");
        assertEquals(
                303, editor.post("/newsroom/items/" + item + "/approval", read).statusCode());
        publish(item);
        return item;
    }

    private void publish(String item) {
        Response done =
                editor.post("/newsroom/items/" + item + "/publication", Map.of("read", head(item), "confirmed", "yes"));
        assertEquals(303, done.statusCode(), () -> parsed(done).select("main").text());
    }

    private static String saved(Response answer) {
        assertEquals(
                303,
                answer.statusCode(),
                () -> parsed(answer).select(".wrong").eachText()
                        + parsed(answer).select("main").text());
        return location(answer).replaceFirst(".*/items/([0-9]+).*", "$1");
    }

    private String head(String item) {
        return room.value("select head_id from item where id = ?", Long.valueOf(item));
    }

    private static void listFilterAndMap() {
        Document list = page(LIST);
        assertEquals(List.of("National Library", "Town Library of Polotsk"), names(list));
        assertEquals(
                List.of("(1)", "(1)"), list.select(".facets .count").eachText(), "each choice with what it leads to");
        assertTrue(list.expectFirst(".entries .card").text().contains("Level National"), list.text());
        assertEquals(
                List.of("National Library", "Town Library of Polotsk"),
                list.select("svg.map-wide a.pin").eachAttr("aria-label"));
        assertEquals("Libraries", list.expectFirst("h1").text());

        Document town = page(list.select(".facets a").get(1).attr("href"));
        assertEquals(List.of("Town Library of Polotsk"), names(town));
        assertEquals(List.of("National Library"), names(page(LIST + "/entries?f.books.from=1000000&sort=books")));
        assertEquals(
                List.of("Town Library of Polotsk", "National Library"), names(page(LIST + "/entries?near=55.5,28.7")));
        assertEquals(List.of(), NuChecker.problems(given().get(LIST).asString()));
    }

    private static void entry() throws IOException {
        Document entry = page(LIST + "/national-library");
        var facts = entry.select(".facts tr").eachText();
        assertEquals("Level National", facts.getFirst());
        assertTrue(facts.contains("Who may borrow All who live here"), facts.toString());
        var data = new ObjectMapper()
                .readTree(entry.expectFirst("script[type=application/ld+json]").data());
        assertEquals("Library", data.get("@type").asText());
        assertEquals("53.9314", data.at("/geo/latitude").asText());
        assertEquals(1, entry.select("svg.map-small .own").size());
        assertEquals(
                List.of(),
                NuChecker.problems(given().get(LIST + "/national-library").asString()));
    }

    private void translation(String original) {
        var begin = Map.of(
                "kind",
                "library",
                "language",
                "be",
                "section",
                room.section("libraries"),
                "group",
                original,
                "original",
                head(original));
        Document form = reporter.page(location(reporter.post("/newsroom/new", begin)));
        assertTrue(form.select("[name^=field.books]").isEmpty(), "a shared field is changed at the original");
        var typed = new HashMap<>(fields(form, "text"));
        typed.putAll(Map.of("headline", "Нацыянальная бібліятэка", "field.lends-to", "Усім"));
        publish(saved(reporter.post("/newsroom/revisions", typed)));

        Document list = page("/be/libraries");
        assertEquals(List.of("Нацыянальная бібліятэка"), names(list));
        assertEquals("Бібліятэкі", list.expectFirst("h1").text());
        Document entry = page(list.expectFirst(".entries h3 a").attr("href"));
        assertTrue(entry.select(".facts tr").eachText().contains("Level Нацыянальная"), entry.text());
        assertTrue(entry.expectFirst(".facts").text().replaceAll("[^0-9]", "").contains("10000000"), entry.text());
    }

    private void table() {
        assertTrue(reporter.page("/newsroom/kinds").text().contains("Libraries"));
        Document table = reporter.page("/newsroom/kinds/library?column=books&column=level&is.level=town");
        assertEquals(
                List.of("Town Library of Polotsk"),
                table.select("table.kinds tbody th a.title").eachText());
    }

    /** Out as CSV, changed and added to as in a spreadsheet, and in again beside the running server. */
    private static void outAndIn(Path folder) throws IOException {
        Path file = folder.resolve("libraries.csv");
        HeraldCommand.run(0, "export", "csv", "library", file.toString());
        String csv = Files.readString(file);
        assertTrue(csv.startsWith("key,original,section,"), csv);
        assertTrue(csv.contains("Нацыянальная бібліятэка") && csv.contains("120000"), csv);
        assertTrue(HeraldCommand.run(0, "import", "csv", "library", file.toString())
                .contains("2 rows: 0 created, 0 revised, 2 unchanged, 0 left out."));

        Files.writeString(
                file, "key,headline:en,level,books,place\nbrest,Library of Brest,town,\"1 250,5\",\"52,09 23,69\"\n");
        assertTrue(HeraldCommand.run(3, "import", "csv", "library", file.toString())
                .contains("line 2, books, \"1 250,5\": "));
        Files.writeString(
                file, "key,headline:en,level,books,place\nbrest,Library of Brest,Town,12 500,\"52,09 23,69\"\n");
        assertTrue(HeraldCommand.run(0, "import", "csv", "library", file.toString())
                .contains("1 rows: 1 created"));
        Document list = withBrest();
        assertEquals(List.of("Library of Brest", "National Library", "Town Library of Polotsk"), names(list));
        assertEquals(List.of("(1)", "(2)"), list.select(".facets .count").eachText());
        assertFalse(page(LIST + "/brest").select(".facts").isEmpty());

        Path geo = folder.resolve("libraries.geojson");
        HeraldCommand.run(0, "export", "geojson", "library", geo.toString());
        assertTrue(Files.readString(geo).contains("23.69"));
        assertTrue(HeraldCommand.run(0, "import", "geojson", "library", geo.toString())
                .contains("3 rows: 0 created, 0 revised, 3 unchanged, 0 left out."));
    }

    /** The list as soon as the server has read what the other process wrote, which takes it a second at most. */
    private static Document withBrest() {
        Document list = page(LIST);
        for (int look = 0; look < 50 && !names(list).contains("Library of Brest"); look++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            list = page(LIST);
        }
        return list;
    }

    private static List<String> names(Document list) {
        return list.select(".entries h3").eachText();
    }

    private static Document page(String path) {
        return Jsoup.parse(given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
