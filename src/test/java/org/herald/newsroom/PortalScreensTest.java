package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.herald.newsroom.AtField.assertAtField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.herald.cli.OwnPortal;
import org.herald.model.Language;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardPlan;
import org.herald.publish.LowerBanner;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's own screens, used as plain forms: by a chief editor, and by those who may not. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class PortalScreensTest {

    private static final String MIR = "/en/news/culture/2025/10/23/neglyubka-towels-red-white-black";

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private String cookie = ""; // of the chief editor, begun anew for each test

    @Inject
    PortalScreensTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void signIn() {
        cookie = cast().cookie(Member.CHIEF_EDITOR);
    }

    private NewsroomCast cast() {
        return new NewsroomCast(database, clock);
    }

    @AfterEach
    void clear() {
        bus.carryOut(Cast.VERA, new DiscardPlan());
        bus.carryOut(Cast.VERA, new LowerBanner(new Language("en")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/newsroom/portal",
                "/newsroom/portal/sections",
                "/newsroom/portal/sections/3",
                "/newsroom/portal/menus/main/en",
                "/newsroom/portal/menus/footer/be",
                "/newsroom/portal/blocks",
                "/newsroom/portal/blocks?language=ru",
                "/newsroom/portal/blocks/new?language=en",
                "/newsroom/portal/blocks/1",
                "/newsroom/portal/redirects",
                "/newsroom/portal/redirects?kept=yes&q=mir",
                "/newsroom/portal/banner"
            })
    void everyScreenIsValidAndForChiefEditorsAlone(String path) {
        var answer = given().cookie(NewsroomCast.COOKIE, cookie).get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(List.of(), NuChecker.problems(answer.asString()), path);
        for (Member member : List.of(Member.REPORTER, Member.TRANSLATOR, Member.EDITOR, Member.LIMITED_EDITOR)) {
            given().cookie(NewsroomCast.COOKIE, cast().cookie(member))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Member.class,
            names = {"REPORTER", "EDITOR"})
    void nobodyElseMayPost(Member member) {
        String other = cast().cookie(member);
        for (String path : List.of(
                "/newsroom/portal/plan/publication",
                "/newsroom/portal/plan/removal",
                "/newsroom/portal/plan/1/removal",
                "/newsroom/portal/plan/preview",
                "/newsroom/portal/sections",
                "/newsroom/portal/sections/new",
                "/newsroom/portal/sections/3/titles",
                "/newsroom/portal/sections/3/address",
                "/newsroom/portal/sections/3/removal",
                "/newsroom/portal/menus/main/en",
                "/newsroom/portal/blocks/order",
                "/newsroom/portal/blocks/0",
                "/newsroom/portal/blocks/1/removal",
                "/newsroom/portal/redirects",
                "/newsroom/portal/redirects/removal",
                "/newsroom/portal/banner",
                "/newsroom/portal/banner/lowering")) {
            given().cookie(NewsroomCast.COOKIE, other)
                    .formParam("csrf", cast().csrf(other))
                    .formParam("language", "en")
                    .post(path)
                    .then()
                    .statusCode(403);
            given().cookie(NewsroomCast.COOKIE, cookie)
                    .formParam("language", "en")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void menuIsTypedMovedPlannedPreviewedAndPublished() {
        String screen = "/newsroom/portal/menus/footer/en";
        String seen = get(screen).expectFirst("input[name=seen]").val();
        Document typed = Jsoup.parse(form().formParam("label", "Towels", "News", "")
                .formParam("target", MIR, "/en/news", "")
                .formParam("seen", seen)
                .formParam("gesture", "down-0")
                .post(screen)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(
                List.of("News", "Towels", ""), typed.select("input[name=label]").eachAttr("value"));
        assertEquals("section:3", typed.expectFirst("input[name=target]").val());
        assertTrue(typed.select("[id=aim-1]").text().contains("Red, white and a line of black"));
        assertNull(get("/newsroom/portal").selectFirst(".planned"));

        form().formParam("label", "News", "Towels", "")
                .formParam("target", "section:3", MIR, "")
                .formParam("seen", seen)
                .post(screen)
                .then()
                .statusCode(303);
        Document plan = get("/newsroom/portal");
        assertEquals("Vera", plan.expectFirst(".planned .soft").text().split(",", 2)[0]);
        assertTrue(plan.select(".planned .lines").get(1).text().contains("Towels → “Red, white"));
        assertFalse(reader("/en").select(".foot nav").text().contains("Towels"));

        String preview = form().formParam("language", "en")
                .post("/newsroom/portal/plan/preview")
                .header("Location");
        assertTrue(given().get(preview).asString().contains("Towels"));

        form().formParam("seen", plan.expectFirst("input[name=seen]").val())
                .post("/newsroom/portal/plan/publication")
                .then()
                .statusCode(303);
        assertEquals(MIR, reader("/en").select(".foot nav a:contains(Towels)").attr("href"));
        assertTrue(get("/newsroom/portal?flash=said.plan-published")
                .expectFirst(".said")
                .text()
                .contains("published"));
    }

    @Test
    void secondOfTwoEditorsIsToldAndLosesNothing() {
        String screen = "/newsroom/portal/menus/footer/be";
        String seen = get(screen).expectFirst("input[name=seen]").val();
        menu(screen, "Першы", seen).then().statusCode(303);
        var late = menu(screen, "Другі", seen);
        late.then().statusCode(422).body(containsString("Vera changed this in the plan"));
        Document typed = Jsoup.parse(late.asString());
        assertEquals("Другі", typed.expectFirst("input[name=label]").val());
        menu(screen, "Другі", typed.expectFirst("input[name=seen]").val())
                .then()
                .statusCode(303);
        assertTrue(get("/newsroom/portal").select(".planned").text().contains("Другі"));
    }

    private Response menu(String screen, String label, String seen) {
        return form().formParam("label", label)
                .formParam("target", "/be/archive")
                .formParam("seen", seen)
                .post(screen);
    }

    @Test
    void hostileInputIsShownAsItWasTypedAndNothingElse() {
        String screen = "/newsroom/portal/menus/main/en";
        String seen = get(screen).expectFirst("input[name=seen]").val();
        var answer = form().formParam("label", "\"><script>alert(1)</script>")
                .formParam("target", "javascript:alert(1)")
                .formParam("seen", seen)
                .post(screen);
        answer.then().statusCode(422);
        Document page = Jsoup.parse(answer.asString());
        assertEquals(
                "\"><script>alert(1)</script>",
                page.expectFirst("input[name=label]").val());
        assertEquals(
                "javascript:alert(1)", page.expectFirst("input[name=target]").val());
        assertEquals(2, page.select("script").size(), "the newsroom's own");
        assertTrue(page.expectFirst(".reasons").text().contains("no address that a link can have"));
        assertAtField(page, "target-0", "no address that a link can have");
    }

    @Test
    void sectionsAreOrderedRenamedMovedAndRemoved() {
        Document tree = get("/newsroom/portal/sections");
        assertTrue(tree.select(".tree").text().contains("Culture"));
        String order = tree.expectFirst("input[name=order]").val();
        form().formParam("order", order)
                .formParam("seen", tree.expectFirst("input[name=seen]").val())
                .formParam("gesture", "down-" + idOf("About the country"))
                .post("/newsroom/portal/sections")
                .then()
                .statusCode(303);
        assertTrue(get("/newsroom/portal").select(".planned h3").text().contains("Order of the sections"));

        newSection("1", "weather").then().statusCode(303);
        assertTrue(get("/newsroom/portal/sections").select(".tree").text().contains("/weather, new, planned"));
        String weather = "/newsroom/portal/sections/" + idOf("Weather");
        form().formParam("title", "The weather", "Надвор’е", "Погода")
                .formParam("description", "", "", "")
                .formParam("seen", seenAt(weather))
                .post(weather + "/titles")
                .then()
                .statusCode(303);
        var reserved = move(weather, "3", "archive");
        reserved.then().statusCode(422).body(containsString("cannot be a section’s address word"));
        assertAtField(Jsoup.parse(reserved.asString()), "word", "address word");
        move(weather, "3", "forecast").then().statusCode(303);
        assertTrue(get("/newsroom/portal").select(".planned h3").eachText().contains("New section “The weather”"));
        given().get("/en/news/forecast").then().statusCode(404);
        String preview = form().formParam("language", "en")
                .post("/newsroom/portal/plan/preview")
                .header("Location");
        assertEquals(
                "The weather",
                reader(preview + "/news/forecast").expectFirst("h1").text());

        publishPlan().then().statusCode(303);
        assertEquals(
                "The weather", reader("/en/news/forecast").expectFirst("h1").text());
        newSection("3", "forecast").then().statusCode(422).body(containsString("stands something else"));

        move(weather, "1", "weather").then().statusCode(303);
        assertTrue(get(weather).expectFirst(".notice").text().contains("With the plan it stands at /weather"));
        form().post(weather + "/removal").then().statusCode(422).body(containsString("changed"));
        form().formParam("seen", seen(weather, 2))
                .post(weather + "/removal")
                .then()
                .statusCode(303);
        given().cookie(NewsroomCast.COOKIE, cookie).get(weather).then().statusCode(404);
        assertTrue(get("/newsroom/portal").select(".planned h3").eachText().contains("Section removed: “The weather”"));
        given().get("/en/news/forecast").then().statusCode(200);
        publishPlan().then().statusCode(303);
        given().redirects()
                .follow(false)
                .get("/en/news/forecast")
                .then()
                .statusCode(301)
                .header("Location", containsString("/en/news"));
        String news = "/newsroom/portal/sections/3";
        form().formParam("seen", seen(news, 1))
                .post(news + "/removal")
                .then()
                .statusCode(422)
                .body(containsString("Other sections stand below it"));
    }

    private Response newSection(String parent, String word) {
        return form().formParam("parent", parent)
                .formParam("word", word)
                .formParam("title", "Weather", "Надвор’е", "")
                .formParam("description", "", "", "")
                .post("/newsroom/portal/sections/new");
    }

    private Response move(String screen, String parent, String word) {
        return form().formParam("parent", parent)
                .formParam("word", word)
                .formParam("seen", seen(screen, 1))
                .post(screen + "/address");
    }

    /** What one of the forms of a screen was made from. */
    private String seen(String screen, int form) {
        return get(screen).select("input[name=seen]").get(form).val();
    }

    private Response publishPlan() {
        return form().formParam(
                        "seen",
                        get("/newsroom/portal").expectFirst("input[name=seen]").val())
                .post("/newsroom/portal/plan/publication");
    }

    @Test
    void blockIsWrittenOrderedAndRemoved() {
        block("0", "", "Come by train", "", "").then().statusCode(303);
        Document blocks = get("/newsroom/portal/blocks?language=en");
        var line = blocks.select(".tree a:contains(Come by train)").first();
        assertNotNull(line);
        String screen = line.attr("href");
        String id = screen.substring(screen.lastIndexOf('/') + 1);
        var spot = blocks.select("form:has(input[name=spot][value=beside])").first();
        assertNotNull(spot);
        form().formParam("language", "en")
                .formParam("spot", "beside")
                .formParam("order", spot.expectFirst("input[name=order]").val())
                .formParam("seen", spot.expectFirst("input[name=seen]").val())
                .formParam("gesture", "up-" + id)
                .post("/newsroom/portal/blocks/order")
                .then()
                .statusCode(303);
        var wrong = block(id, seenAt(screen), "Come by boat", "2026-03-29T25:00", "4711");
        wrong.then().statusCode(422).body(containsString("is no day and time"), containsString("no picture"));
        assertEquals(
                "Come by boat",
                Jsoup.parse(wrong.asString()).expectFirst("#title").val());
        assertAtField(Jsoup.parse(wrong.asString()), "from", "is no day and time");
        assertAtField(Jsoup.parse(wrong.asString()), "picture", "no picture");
        block(id, seenAt(screen), "Come by boat", "2026-12-01 8.00", "").then().statusCode(303);
        assertEquals("2026-12-01T08:00", get(screen).expectFirst("#from").val());
        block(id, seenAt(screen), "Come by boat", "2026-12-01T08:00:30", "")
                .then()
                .statusCode(303);
        assertEquals("2026-12-01T08:00:30", get(screen).expectFirst("#from").val());
        assertTrue(get("/newsroom/portal/blocks?language=en").text().contains("Not shown now"));
        form().formParam("seen", seenAt(screen))
                .post(screen + "/removal")
                .then()
                .statusCode(303);
        given().cookie(NewsroomCast.COOKIE, cookie).get(screen).then().statusCode(404);
    }

    @Test
    void pictureComesWithTheBlockOrIsRefusedWithEverythingTyped() {
        upload("castle.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><path d='M0 0h9'/></svg>")
                .then()
                .statusCode(303);
        Document blocks = get("/newsroom/portal/blocks?language=en");
        String screen = blocks.select(".tree a:contains(With a picture)").attr("href");
        assertTrue(get(screen).expectFirst("form img").attr("src").startsWith("/newsroom/pictures/"));
        var refused = upload("castle.pdf", "%PDF-1.7 castle");
        refused.then().statusCode(422).body(containsString("PDF"));
        assertEquals(
                "With a picture",
                Jsoup.parse(refused.asString()).expectFirst("#title").val());
    }

    private Response upload(String name, String bytes) {
        return given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, cookie)
                .multiPart("csrf", cast().csrf(cookie))
                .multiPart("kind", "promotion")
                .multiPart("spot", "below")
                .multiPart("language", "en")
                .multiPart("title", "With a picture")
                .multiPart("file", name, bytes.getBytes(StandardCharsets.UTF_8), "application/octet-stream")
                .post("/newsroom/portal/blocks/0");
    }

    private String seenAt(String screen) {
        return get(screen).expectFirst("input[name=seen]").val();
    }

    private Response block(String id, String seen, String title, String from, String picture) {
        return form().formParam("kind", "promotion")
                .formParam("spot", "beside")
                .formParam("language", "en")
                .formParam("title", title)
                .formParam("text", "Slowly.")
                .formParam("target", "/en/how-to-visit")
                .formParam("picture", picture)
                .formParam("from", from)
                .formParam("until", "")
                .formParam("seen", seen)
                .post("/newsroom/portal/blocks/" + id);
    }

    @Test
    void redirectIsLookedAtMadeFoundAndRemoved() {
        redirect("").then().statusCode(200).body(containsString("Red, white and a line of black"));
        given().redirects().follow(false).get("/towels.html").then().statusCode(404);
        redirect("yes").then().statusCode(303);
        given().redirects()
                .follow(false)
                .get("/towels.html")
                .then()
                .statusCode(301)
                .header("Location", containsString(MIR));
        redirect("yes").then().statusCode(422).body(containsString("leads somewhere already"));
        assertEquals(
                "/towels.html",
                get("/newsroom/portal/redirects?q=towel").expectFirst("td code").text());
        form().formParam("path", "/towels.html")
                .post("/newsroom/portal/redirects/removal")
                .then()
                .statusCode(303);
        form().formParam("path", MIR)
                .post("/newsroom/portal/redirects/removal")
                .then()
                .statusCode(422);
        given().redirects().follow(false).get("/towels.html").then().statusCode(404);
    }

    private Response redirect(String sure) {
        return form().formParam("path", "/towels.html")
                .formParam("target", "http://localhost:8080" + MIR)
                .formParam("language", "en")
                .formParam("sure", sure)
                .post("/newsroom/portal/redirects");
    }

    @Test
    void breakingNewsIsLookedAtPutUpAndTakenDown() {
        banner("").then().statusCode(200).body(containsString("How it will look"));
        assertNull(reader("/en").selectFirst(".breaking"));
        banner("yes").then().statusCode(303);
        assertEquals(
                "The bridge is closed", reader("/en").expectFirst(".breaking a").text());
        assertEquals(
                "The bridge is closed",
                get("/newsroom/portal/banner").expectFirst(".breaking").text());
        form().formParam("language", "en")
                .post("/newsroom/portal/banner/lowering")
                .then()
                .statusCode(303);
        form().formParam("language", "en")
                .post("/newsroom/portal/banner/lowering")
                .then()
                .statusCode(422);
        assertNull(reader("/en").selectFirst(".breaking"));
    }

    private Response banner(String sure) {
        return form().formParam("language", "en")
                .formParam("text", "The bridge is closed")
                .formParam("target", MIR)
                .formParam("until", "")
                .formParam("sure", sure)
                .post("/newsroom/portal/banner");
    }

    private String idOf(String title) {
        String path = get("/newsroom/portal/sections").select(".tree a").stream()
                .filter(link -> link.text().equals(title))
                .findFirst()
                .orElseThrow()
                .attr("href");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, cookie)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", cast().csrf(cookie));
    }

    private Document get(String path) {
        return Jsoup.parse(given().cookie(NewsroomCast.COOKIE, cookie)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Document reader(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
    }
}
