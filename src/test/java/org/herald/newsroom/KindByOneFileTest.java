package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind that a portal declares in one file has everything that an article has, with no line of Java. */
@QuarkusTest
@TestProfile(SightPortal.class)
final class KindByOneFileTest {

    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='9' height='9'/></svg>";

    private final WritingRoom room;
    private final PortalClock clock;
    private Seat reporter; // made before each test
    private Seat editor; // made before each test

    KindByOneFileTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
        reporter = room.seat(Member.REPORTER);
        editor = room.seat(Member.CHIEF_EDITOR);
    }

    private static Map<String, String> castle() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("headline", "Mir Castle");
        typed.put("standfirst", "A castle of brick and stone");
        typed.put("body", "<p>Begun about 1520 by the Illiniči family.</p>");
        typed.put("field.type", "castle");
        typed.put("field.suits.children", "on");
        typed.put("field.place.latitude", "53°27′05″N 26°28′22″E");
        typed.put("field.hours.tu", "10:00-13:00, 14:00-18:00");
        typed.put("field.hours.mo", "closed");
        typed.put("field.hours.special", "12-25 closed");
        typed.put("field.built", "c. 1520");
        typed.put("field.area", "27,5");
        typed.put("field.price.amount", "12,50");
        typed.put("field.price.currency", "BYN");
        typed.put("field.checked", "29.11.2026");
        typed.put("field.free-entry", "no");
        typed.put("field.website.url", "www.mir.example");
        typed.put("field.mail", "info@mir.example");
        typed.put("field.phone", "+375 1596 3-62-90");
        typed.put("field.address.locality", "Mir");
        typed.put("field.address.country", "Belarus");
        typed.put("field.access", "A ramp & a lift\nAsk at the <gate>");
        typed.put("field.story", "<p>Of a <b>princess</b><script>x()</script></p>");
        return typed;
    }

    private Map<String, String> begun() {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("news"))));
        return fields(reporter.page(draft), "text");
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return all;
    }

    private static String number(String location) {
        return location.replaceFirst(".*/items/([0-9]+).*", "$1");
    }

    private String saved(Map<String, String> typed) {
        Response answer = reporter.post("/newsroom/revisions", with(begun(), typed));
        assertEquals(
                303,
                answer.statusCode(),
                () -> parsed(answer).select(".wrong").eachText().toString());
        return number(location(answer));
    }

    private Map<String, String> text(Seat seat, String item) {
        return fields(seat.page("/newsroom/items/" + item + "/text"), "text");
    }

    private void done(Response answer) {
        assertEquals(
                303, answer.statusCode(), () -> parsed(answer).select("main").text());
    }

    private String head(String item) {
        return room.value("select head_id from item where id = ?", Long.valueOf(item));
    }

    private String published(Map<String, String> typed) {
        String item = saved(typed);
        done(reporter.post("/newsroom/items/" + item + "/review", Map.of()));
        done(editor.post("/newsroom/items/" + item + "/approval", Map.of("read", head(item))));
        done(editor.post("/newsroom/items/" + item + "/publication", Map.of("read", head(item), "confirmed", "yes")));
        return item;
    }

    private String path(String item) {
        return room.value("select path from live where item_id = ?", Long.valueOf(item));
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
    }

    private static List<String> suggested(String missing) {
        String page = given().get(missing).then().statusCode(404).extract().asString();
        return Jsoup.parse(page).select("main a").eachAttr("href");
    }

    private static Map<String, String> facts(Document page) {
        var facts = new LinkedHashMap<String, String>();
        page.select(".facts tr")
                .forEach(row -> facts.put(
                        row.expectFirst("th").text(),
                        row.expectFirst("td").text().replace('\u00a0', ' ').replace('\u202f', ' ')));
        return facts;
    }

    @Test
    void itIsWrittenReviewedPublishedAndSeen() throws Exception {
        String item = published(castle());
        String html = given().get(path(item)).asString();
        Document page = Jsoup.parse(html);
        var facts = facts(page);

        assertEquals("Castle", facts.get("Type"));
        assertEquals("Children", facts.get("Suits"));
        assertEquals("53.451389° N, 26.472778° E", facts.get("Place"));
        assertEquals("Mon closed Tue 10:00–13:00, 14:00–18:00 25 December: closed", facts.get("Open"));
        assertEquals("about 1520", facts.get("Built"));
        assertEquals("27.5 ha", facts.get("Area"));
        assertEquals("BYN 12.50", facts.get("Price"));
        assertEquals("29 November 2026", facts.get("Checked"));
        assertEquals("No", facts.get("Free entry"));
        assertEquals("mir.example", facts.get("Website"));
        assertEquals("Mir Belarus", facts.get("Address"));
        assertEquals("A ramp & a lift Ask at the <gate>", facts.get("For people with disabilities"));
        assertEquals("Of a princess", facts.get("Story"));
        assertFalse(facts.containsKey("Pictures"), "absent values are left out");
        assertEquals(List.of("Visiting", "Contact"), page.select(".facts h3").eachText());
        assertEquals(
                List.of("Website", "Mail", "Phone"),
                page.select(".facts table[aria-labelledby=facts-contact] th").eachText());
        assertEquals(
                List.of(
                        "geo:53.451389,26.472778",
                        "https://www.mir.example",
                        "mailto:info@mir.example",
                        "tel:+375159636290"),
                page.select(".facts a").eachAttr("href"));
        assertEquals(List.of(), NuChecker.problems(html));
        assertTrue(page.select("head title").text().startsWith("Mir Castle"));

        int onSaturday = openToday(); // those of the sample, as nothing is known of this one
        clock.set(Instant.parse("2026-11-24T09:00:00Z")); // a Tuesday
        assertTrue(openToday() > onSaturday, "it is open today");
        clock.set(PortalClock.NOON);

        var data = new ObjectMapper()
                .readTree(page.expectFirst("script[type=application/ld+json]").data());
        assertEquals("TouristAttraction", data.get("@type").asText());
        assertEquals("Mir Castle", data.get("name").asText());
        assertEquals("53.451389", data.get("geo").get("latitude").asText());
        assertEquals("BY", data.get("address").get("addressCountry").asText());
        assertFalse(data.get("isAccessibleForFree").asBoolean(true));
        assertEquals(3, data.get("openingHoursSpecification").size());
        assertTrue(data.get("url").asText().endsWith(path(item)));
    }

    private static int openToday() {
        return Integer.parseInt(page("/en/tourist-sites")
                .expectFirst(".facets li:contains(Open today) .count")
                .text()
                .replaceAll("[^0-9]", ""));
    }

    @Test
    void whatIsNoValueStaysInTheFormWithAMessageAtItsField() {
        var wrong = with(
                castle(),
                Map.of("field.area", "1,234", "field.place.latitude", "26.5", "field.place.longitude", "99999"));

        Response refused = reporter.post("/newsroom/revisions", with(begun(), wrong));
        Document screen = parsed(refused);

        assertEquals(422, refused.statusCode());
        assertEquals("1,234", input(screen, "field.area").attr("value"));
        assertEquals("true", input(screen, "field.area").attr("aria-invalid"));
        assertTrue(
                input(screen, "field.area-wrong").text().contains("“1,234” may mean 1234 or 1.2340"),
                input(screen, "field.area-wrong").text());
        assertEquals("99999", input(screen, "field.place.longitude").attr("value"));
        assertEquals("on", fields(screen, "text").get("field.suits.children"));
    }

    @Test
    void theFormIsValidAndEveryInputHasALabel() {
        String item = saved(castle());
        String html = reporter.get("/newsroom/items/" + item + "/text").asString();
        Document screen = Jsoup.parse(html);

        // the bar around the form gives its output a role for readers of screens that do not know the element
        assertEquals(
                List.of(),
                NuChecker.problems(html).stream()
                        .filter(problem -> !problem.contains("element “output”"))
                        .toList());
        var unlabelled = new ArrayList<String>();
        screen.select("[name^=field.]").forEach(input -> {
            if (screen.select("label[for=\"" + input.id() + "\"]").isEmpty()) {
                unlabelled.add(input.id());
            }
        });
        assertEquals(List.of(), unlabelled);
        assertEquals(
                List.of("Visiting", "Contact"),
                screen.select(".of-group > legend").eachText());
        assertEquals(
                List.of("Visiting"),
                screen.select(".of-group:has([name=field.price.amount]) > legend")
                        .eachText());
        assertEquals(0, screen.select(".of-group [name=field.built]").size(), "it stands in no group");
        assertEquals("53.451389", input(screen, "field.place.latitude").attr("value"));
        assertEquals("26.472778", input(screen, "field.place.longitude").attr("value"));
    }

    @Test
    void itIsNotPublishedWithoutARequiredField() {
        var typed = castle();
        typed.remove("field.place.latitude");
        String item = saved(typed);

        Response refused =
                editor.post("/newsroom/items/" + item + "/publication", Map.of("read", head(item), "confirmed", "yes"));

        assertEquals(422, refused.statusCode());
        assertTrue(
                parsed(refused).text().contains("Place: "),
                parsed(refused).select("main").text());
    }

    @Test
    void partsThatNoFieldHasAreNotStored() {
        String item = saved(castle());
        var typed = with(text(reporter, item), Map.of("field.area." + "x".repeat(50_001), "1", "field.area", "31"));

        reporter.send("/newsroom/drafts", typed).then().statusCode(200);

        assertEquals("31", text(reporter, item).get("field.area"));
    }

    @Test
    void aDraftKeepsWhatIsTypedAndTwoEditorsAreMergedFieldByField() {
        String item = saved(castle());
        var mine = text(reporter, item);
        var other = text(editor, item);
        reporter.send("/newsroom/drafts", with(mine, Map.of("field.area", "many")))
                .then()
                .statusCode(200);
        assertEquals("many", text(reporter, item).get("field.area"), "no value is kept as well");

        done(editor.post("/newsroom/revisions", with(other, Map.of("field.built", "1521"))));
        done(reporter.post(
                "/newsroom/revisions",
                with(text(reporter, item), Map.of("field.area", "30", "field.suits.groups", "on"))));

        var merged = text(editor, item);
        assertEquals("1521", merged.get("field.built"));
        assertEquals("30", merged.get("field.area"));
        assertEquals("on", merged.get("field.suits.groups"));
        assertTrue(
                reporter.page("/newsroom/items/" + item + "/revisions?from=1&to=2")
                        .text()
                        .contains("1521"),
                "the comparison tells fields");
    }

    @Test
    void aTranslationShowsTheSharedFieldsOfItsOriginal() {
        String item = published(castle());
        String draft = location(reporter.post(
                "/newsroom/new",
                Map.of(
                        "kind",
                        "sight",
                        "language",
                        "be",
                        "section",
                        room.section("news"),
                        "group",
                        item,
                        "original",
                        head(item))));
        Document screen = reporter.page(draft);
        assertEquals(0, screen.select("[name^=field.place]").size(), "a shared field is changed at the original");
        assertTrue(screen.text().contains("53.451389, 26.472778"), screen.text());
        assertEquals(
                List.of("Visiting", "Contact"),
                screen.select(".of-group > legend").eachText(),
                "with the shared fields in their places");
        var typed = with(fields(screen, "text"), Map.of("headline", "Мірскі замак", "body", "<p>Замак.</p>"));
        String translation = number(location(reporter.post("/newsroom/revisions", typed)));
        done(editor.post(
                "/newsroom/items/" + translation + "/publication",
                Map.of("read", head(translation), "confirmed", "yes")));

        var facts = facts(page(path(translation)));
        assertEquals("53,451389° пн. ш., 26,472778° у. д.", facts.get("Месца"));
        assertEquals("каля 1520", facts.get("Built"));

        done(reporter.post("/newsroom/revisions", with(text(reporter, item), Map.of("field.built", "1522"))));
        assertEquals("каля 1520", facts(page(path(translation))).get("Built"), "readers do not see it yet");
        done(editor.post(
                "/newsroom/items/" + item + "/publication",
                Map.of("read", head(item), "confirmed", "yes", "as", "update")));
        assertEquals("1522", facts(page(path(translation))).get("Built"));
        assertTrue(
                editor.page("/newsroom/kinds/sight?language=be&column=built&q=Мірскі")
                        .select("td")
                        .eachText()
                        .contains("1522"),
                "the table of the kind shows it, too");
    }

    @Test
    void itIsCorrectedRevertedWithdrawnAndRestored() {
        String item = published(castle());
        done(reporter.post("/newsroom/revisions", with(text(reporter, item), Map.of("field.area", "28"))));
        done(editor.post(
                "/newsroom/items/" + item + "/correction",
                Map.of("read", head(item), "confirmed", "yes", "note", "It is larger.")));
        assertEquals("28 ha", facts(page(path(item))).get("Area"));

        done(reporter.post("/newsroom/items/" + item + "/revisions", Map.of("to", "1")));
        assertEquals("27.5", text(reporter, item).get("field.area"));

        String path = path(item);
        String missing = path + "-none";
        assertTrue(suggested(missing).contains(path), "what is near a missing address is suggested");
        done(editor.post("/newsroom/items/" + item + "/withdrawal", Map.of("reason", "It is closed.")));
        given().get(path).then().statusCode(410);
        assertFalse(suggested(missing).contains(path), "but not what was withdrawn");
        done(editor.post("/newsroom/items/" + item + "/restoration", Map.of("read", head(item), "confirmed", "yes")));
        assertEquals("27.5 ha", facts(page(path(item))).get("Area"));
    }

    @Test
    void anItemOfAnotherIsALinkOnlyWhileReadersSeeIt() {
        String near = published(with(castle(), Map.of("headline", "Niasvizh")));
        String item = published(with(castle(), Map.of("headline", "Halshany", "field.near", near)));
        assertEquals("Niasvizh", facts(page(path(item))).get("Near"));

        done(editor.post("/newsroom/items/" + near + "/withdrawal", Map.of("reason", "It is closed.")));

        assertFalse(facts(page(path(item))).containsKey("Near"));
    }

    @Test
    void whatAFieldNamesStandsInTheFormByName() {
        String near = saved(with(castle(), Map.of("headline", "Niasvizh <palace>")));
        String picture = reporter.upload("/newsroom/pictures", "tower.svg", DRAWING.getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("asset");
        var typed = with(
                castle(),
                Map.of(
                        "field.plan.asset",
                        picture,
                        "field.pictures.1-asset",
                        picture,
                        "field.near",
                        near + ", 999999"));

        Document screen =
                parsed(reporter.post("/newsroom/revisions", with(begun(), with(typed, Map.of("headline", "")))));

        Element plan = screen.expectFirst("[name=field.plan.asset] ~ [data-picked] li");
        assertEquals(picture, plan.attr("data-id"));
        assertTrue(plan.text().contains("tower.svg"), plan.text());
        assertEquals(
                "/newsroom/pictures/" + picture + "?width=320",
                plan.expectFirst("img").attr("src"));
        assertEquals(
                1,
                screen.select("[name=field.pictures.1-asset] ~ [data-picked] li")
                        .size());
        var items = screen.select("[name=field.near] ~ [data-picked] li");
        assertEquals("Niasvizh <palace>", items.getFirst().expectFirst("a").text());
        assertTrue(items.getFirst().text().contains("Draft"), items.text());
        assertTrue(items.getLast().text().contains("none with the number 999999"), items.text());
    }

    @Test
    void itemsAreSearchedAmongTheKindsThatAFieldTakes() {
        String sight = saved(with(castle(), Map.of("headline", "Halshany for the search")));
        var article = room.draft("Halshany for the search, an article");

        assertEquals(
                List.of("item:" + sight),
                reporter.get("/newsroom/links?language=en&kind=sight&q=halshany for")
                        .jsonPath()
                        .getList("href"));
        assertEquals(
                List.of(),
                reporter.get("/newsroom/links?language=en&kind=sight&q=item:" + article)
                        .jsonPath()
                        .getList("href"),
                "an item of another kind");
        assertTrue(reporter.get("/newsroom/links?language=en&kind=sight")
                .jsonPath()
                .getList("href")
                .contains("item:" + sight));
        given().redirects()
                .follow(false)
                .get("/newsroom/links?language=en&kind=sight")
                .then()
                .statusCode(303);
    }

    @Test
    void whatIsTypedIsSaidAsItIsUnderstood() {
        var place = reporter.get(
                "/newsroom/value?kind=sight&field=place&field.place.latitude=53.4514, 26.4728&field.place.longitude=");
        assertEquals("53.4514° N, 26.4728° E", place.jsonPath().getString("shown"));
        assertEquals("26.4728", place.jsonPath().getMap("parts").get("field.place.longitude"));
        assertEquals(
                "about 1520",
                reporter.get("/newsroom/value?kind=sight&field=built&field.built=c. 1520")
                        .jsonPath()
                        .getString("shown"));
        var wrong = reporter.get("/newsroom/value?kind=sight&field=area&field.area=1,234");
        assertTrue(wrong.jsonPath().getString("message").contains("“1,234” may mean"), wrong.asString());
        reporter.get("/newsroom/value?kind=sight&field=nothing").then().statusCode(404);
        Document screen = reporter.page("/newsroom/items/" + saved(castle()) + "/text");
        assertTrue(screen.text().contains("Understood as: 53.451389° N, 26.472778° E"), screen.text());
        assertTrue(screen.text().contains("Understood as: about 1520"), screen.text());
    }

    private static Element input(Document screen, String id) {
        return Objects.requireNonNull(screen.getElementById(id), id);
    }
}
