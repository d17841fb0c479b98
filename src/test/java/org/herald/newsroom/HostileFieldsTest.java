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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile values typed into every input of every type of field: refused at the input, or harmless wherever readers see them. */
@QuarkusTest
@TestProfile(SightPortal.class)
final class HostileFieldsTest {

    private static final Map<String, String> FIT = Map.of(
            "headline",
            "Fit",
            "body",
            "<p>A place.</p>",
            "field.place.latitude",
            "53.4",
            "field.place.longitude",
            "26.4",
            "field.type",
            "castle");

    private final WritingRoom room;
    private final PortalClock clock;
    private Seat reporter; // made before each test
    private Seat editor; // made before each test

    HostileFieldsTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
        reporter = room.seat(Member.REPORTER);
        editor = room.seat(Member.CHIEF_EDITOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script><img src=x onerror=alert(1)>",
                "</script><svg onload=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "=HYPERLINK(\"http://evil.example\";\"x\")",
                "javascript:alert(1)",
                " JaVa\tScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "NaN",
                "-Infinity",
                "1e999999999",
                "91, 181",
                "a\u0000b",
                "\u202eevil \u2066x",
                "{frame.words} ${7*7} {#include x}",
                "item:999999999999999999999",
                "-1"
            })
    void valueIsRefusedAtItsInputOrHarmless(String value) throws IOException {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("tourist-sites"))));
        var typed = new HashMap<>(fields(reporter.page(draft), "text"));
        typed.replaceAll((name, before) ->
                name.startsWith("field.") || name.matches("headline|standfirst|body|tags") ? value : before);
        typed.put("slug", "hostile-" + Math.abs((long) value.hashCode()));
        var names = List.copyOf(typed.keySet());
        Response answer = reporter.post("/newsroom/revisions", typed);
        for (int round = 0; answer.statusCode() == 422 && round < 4; round++) {
            Document form = parsed(answer);
            requireHarmless(form);
            typed.putAll(fields(form, "text")); // what was typed has been kept
            assertFalse(
                    form.select("[aria-invalid=true]").isEmpty(),
                    () -> form.select("main").text());
            for (Element wrong : form.select("[aria-invalid=true]")) {
                assertTrue(said(form, wrong).length() > 3, () -> "no message at " + wrong);
                String field = wrong.attr("name").replaceFirst("^(field[.][a-z-]+).*", "$1");
                names.stream()
                        .filter(name -> name.equals(field) || name.startsWith(field + "."))
                        .forEach(name -> typed.put(name, FIT.getOrDefault(name, "")));
            }
            answer = reporter.post("/newsroom/revisions", typed);
        }
        Response saved = answer;
        assertEquals(303, saved.statusCode(), () -> parsed(saved).select("main").text());
        String item = location(saved).replaceFirst(".*/items/([0-9]+).*", "$1");
        assertTrue(location(saved).contains("/items/"), location(saved));
        requireHarmless(reporter.page("/newsroom/items/" + item + "/text"));
        requireHarmless(reporter.page("/newsroom/items/" + item));
        requireHarmless(reporter.page("/newsroom/kinds/sight?column=area&column=website&column=access"));
        var read = Map.of(
                "read", room.value("select head_id from item where id = ?", Long.valueOf(item)), "confirmed", "yes");
        Response published = editor.post("/newsroom/items/" + item + "/publication", read);
        if (published.statusCode() == 422) { // a check refuses it, such as an empty text or a link to no page
            requireHarmless(parsed(published));
            return;
        }
        assertEquals(
                303,
                published.statusCode(),
                () -> parsed(published).select("main").text());

        String path = room.value("select path from live where item_id = ?", Long.valueOf(item));
        requireHarmless(read(path));
        requireHarmless(read("/en/tourist-sites/entries?sort=newest"));
        requireHarmless(read("/en/tourist-sites/entries?near=53.4,26.4"));
        for (Element data : read(path).select("script[type=application/ld+json]")) {
            assertTrue(new ObjectMapper().readTree(data.data()).isObject());
        }
        var places = given().get("/en/tourist-sites/entries.geojson").asString();
        assertEquals(
                "FeatureCollection",
                new ObjectMapper().readTree(places).path("type").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headline",
                "standfirst",
                "field.access",
                "field.story",
                "field.mail",
                "field.built",
                "field.near"
            })
    void megabyteIsRefusedWithAMessageOrTaken(String name) {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("tourist-sites"))));
        var typed = new HashMap<>(fields(reporter.page(draft), "text"));
        typed.putAll(FIT);
        typed.put(name, "m".repeat(1_000_000));
        Response answer = reporter.post("/newsroom/revisions", typed);

        assertTrue(List.of(303, 413, 422).contains(answer.statusCode()), name + ": " + answer.statusCode());
        if (answer.statusCode() != 303) {
            assertFalse(parsed(answer).select("h1").text().isEmpty());
        }
    }

    @Test
    void aRelationToAWithdrawnEntryIsNoLinkAndNoHeadline() {
        String gone = published("Soon withdrawn", Map.of());
        String here = published("Related to it", Map.of("field.near", gone));
        String path = room.value("select path from live where item_id = ?", Long.valueOf(here));
        assertTrue(read(path).text().contains("Soon withdrawn"));
        editor.post("/newsroom/items/" + gone + "/withdrawal", Map.of("reason", "It is closed."));

        assertFalse(read(path).expectFirst("article").text().contains("Soon withdrawn"));
        assertFalse(given().get("/en/tourist-sites/entries.geojson").asString().contains("Soon withdrawn"));
    }

    private String published(String headline, Map<String, String> more) {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("tourist-sites"))));
        var typed = new HashMap<>(fields(reporter.page(draft), "text"));
        typed.putAll(FIT);
        typed.put("headline", headline);
        typed.putAll(more);
        String item = location(reporter.post("/newsroom/revisions", typed)).replaceFirst(".*/items/([0-9]+).*", "$1");
        var read = Map.of(
                "read", room.value("select head_id from item where id = ?", Long.valueOf(item)), "confirmed", "yes");
        Response done = editor.post("/newsroom/items/" + item + "/publication", read);
        assertEquals(303, done.statusCode(), () -> parsed(done).select("main").text());
        return item;
    }

    private static String said(Document form, Element wrong) {
        var said = new StringBuilder();
        for (String id : wrong.attr("aria-describedby").split(" ", -1)) {
            Element message = form.getElementById(id);
            said.append(message == null ? "" : message.text());
        }
        return said.toString();
    }

    /** No script but Herald's own, no handler, no address that runs something, and no character that ends a text. */
    private static void requireHarmless(Document page) {
        assertEquals(
                List.of(),
                page.select("script").stream()
                        .filter(script -> script.attr("src").isEmpty()
                                && !script.attr("type").matches("application/(ld[+])?json"))
                        .filter(script -> script.data().contains("alert"))
                        .toList());
        assertTrue(page.select("[onerror], [onload], [onfocus], [onclick], [src=x]")
                .isEmpty());
        for (Element link : page.select("[href], [src], [action], [formaction]")) {
            for (String name : List.of("href", "src", "action", "formaction")) {
                String address = link.attr(name).replaceAll("[\\s\\p{Cc}]", "");
                assertFalse(address.matches("(?is)(javascript|vbscript|data:text).*"), link::outerHtml);
            }
        }
        assertFalse(page.outerHtml().contains("\u0000"));
    }

    private static Document read(String path) {
        return Jsoup.parse(given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
