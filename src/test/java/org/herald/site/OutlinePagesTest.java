package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.cli.OwnPortal;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.OutlineChange.Menu;
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.publish.AddRedirect;
import org.herald.publish.AddSection;
import org.herald.publish.Arrange;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.DiscardPlan;
import org.herald.publish.Look;
import org.herald.publish.Move;
import org.herald.publish.MoveSection;
import org.herald.publish.OpenPlanPreview;
import org.herald.publish.PlanChange;
import org.herald.publish.Publish;
import org.herald.publish.PublishPlan;
import org.herald.publish.Release;
import org.herald.publish.RemoveRedirect;
import org.herald.publish.RemoveSection;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.PlanQueries;
import org.herald.testing.Cast;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.web.Makings;
import org.herald.web.PageCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readers see of a portal whose sections, menus and blocks change: at once, exactly there, and before as a preview. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class OutlinePagesTest {

    private static final Principal VERA = Cast.VERA;
    private static final Language ENGLISH = new Language("en");
    private static final Language BELARUSIAN = new Language("be");

    private final CommandBus bus;
    private final PageCache cache;
    private final PlanQueries plan;
    private final PortalClock clock;

    @Inject
    OutlinePagesTest(CommandBus bus, PageCache cache, PlanQueries plan, PortalClock clock) {
        this.bus = bus;
        this.cache = cache;
        this.plan = plan;
        this.clock = clock;
    }

    @AfterEach
    void clear() {
        clock.set(PortalClock.NOON);
        bus.carryOut(VERA, new DiscardPlan());
    }

    @Test
    void menuThatLeadsToAStoryFollowsItAndIsThrownAwayOnlyWhenItMoves() {
        ItemId item = story("news/culture", "Bridge");
        done(new Arrange(new Menu("footer", ENGLISH, List.of(new Menu.Entry("Of the bridge", "item:" + item)))));
        String first = footer("/en/about").getFirst();
        assertTrue(first.startsWith("/en/news/culture/") && first.endsWith("/bridge"), first);

        page("/be");
        page("/en/about");
        var kept = Makings.at(cache, "/be", "/en/about");
        done(new Correct(item, content("Bridge, corrected"), "A date was wrong."));
        assertTrue(kept.still("/en/about"), "a correction changes no menu");
        done(new Move(item, section("news/nature")));
        assertTrue(kept.still("/be"), "another language has no such line");
        assertEquals(first.replace("culture", "nature"), footer("/en/about").getFirst());
        done(new Withdraw(item, "It was not true."));
        assertFalse(footer("/en/about").stream().anyMatch(link -> link.contains("bridge")), "no line leads nowhere");
    }

    @Test
    void menuOfOneLanguageThrowsAwayThePagesOfThatLanguageAlone() {
        page("/en");
        page("/be");
        var kept = Makings.at(cache, "/en", "/be");
        done(new Arrange(new Menu("footer", BELARUSIAN, List.of(new Menu.Entry("Архіў", "/be/archive")))));
        assertTrue(kept.still("/en"));
        assertFalse(kept.still("/be"));
        assertTrue(footer("/be").contains("/be/archive"));
    }

    @Test
    void orderOfSectionsThrowsAwayThePagesThatListThem() {
        page("/en/news");
        page("/en/about-portal");
        page("/en/archive/2021");
        var order = new ArrayList<>(page("/en/news")
                .select("main nav a[href^=/en/news/], main ul a[href^=/en/news/]")
                .eachAttr("href"));
        var kept = Makings.at(cache, "/en/news", "/en/about-portal", "/en/archive/2021");
        done(new Arrange(new OutlineChange.SectionOrder(section("news"), List.of(section("news/sport")))));
        assertFalse(kept.still("/en/news"));
        assertTrue(kept.still("/en/about-portal"));
        assertTrue(kept.still("/en/archive/2021"));
        assertTrue(order.isEmpty() || !order.getFirst().equals("/en/news/sport"));
        assertTrue(page("/en/site-map").html().indexOf("/en/news/sport")
                < page("/en/site-map").html().indexOf("/en/news/nature"));
    }

    @Test
    void renamedSectionTakesItsStoriesItsCalendarAndItsOldAddressesAlong() {
        done(new AddSection("trade", Map.of(ENGLISH, new Section.Title("Trade", ""))));
        done(new Arrange(new Menu("footer", ENGLISH, List.of(new Menu.Entry("Trade", "section:" + section("trade"))))));
        story("trade", "Flax");
        String path = "/en/trade/2026/11/21/flax";
        given().get(path).then().statusCode(200);
        done(new MoveSection(section("trade"), section("news"), "markets"));
        for (String rest : List.of("", "/2026/11/21/flax", "/archive", "/2026", "/2026/11", "/2026/11/21")) {
            given().redirects()
                    .follow(false)
                    .get("/en/trade" + rest)
                    .then()
                    .statusCode(301)
                    .header("Location", containsString("/en/news/markets" + rest));
            given().get("/en/news/markets" + rest).then().statusCode(200);
        }
        given().redirects()
                .follow(false)
                .get("/be/trade")
                .then()
                .statusCode(301)
                .header("Location", containsString("/be/news/markets"));
        assertEquals("/en/news/markets", footer("/en/about").getFirst());
    }

    @Test
    void removedSectionLeadsToTheOneAbove() {
        done(new AddSection("news/short", Map.of(ENGLISH, new Section.Title("Short", ""))));
        given().get("/en/news/short").then().statusCode(200);
        done(new RemoveSection(section("news/short")));
        for (String path : List.of("/en/news/short", "/ru/news/short", "/en/news/short/")) {
            given().redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(301)
                    .header("Location", containsString(path.substring(0, 3) + "/news"));
        }
        assertFalse(page("/en/site-map").text().contains("Short"));
    }

    @Test
    void redirectLeadsAtOnceAndNoLongerWhenItIsRemoved() {
        given().get("/old/castles.html").then().statusCode(404);
        done(new AddRedirect(new Redirect("/old/castles.html", "/en/tag/castles", ENGLISH)));
        given().redirects()
                .follow(false)
                .get("/old/castles.html?utm_source=x")
                .then()
                .statusCode(301)
                .header("Location", containsString("/en/tag/castles"));
        done(new RemoveRedirect("/old/castles.html"));
        given().get("/old/castles.html").then().statusCode(404);
    }

    @Test
    void previewShowsThePlanToWhoeverHasItsAddressAndToNobodyElse() {
        plan(new Menu("main", ENGLISH, List.of(new Menu.Entry("Planned line", "/en/archive"))));
        plan(new OutlineChange.Titles(
                section("news"), Map.of(ENGLISH, new Section.Title("Planned news", "What is new."))));
        plan(new OutlineChange.BlockPlaced(
                new BlockId(0),
                new Block(
                        Block.Kind.NOTICE,
                        Block.Spot.TOP,
                        ENGLISH,
                        0,
                        "Planned notice",
                        "",
                        "/en/news",
                        null,
                        null,
                        null)));
        String base = done(new OpenPlanPreview()).ofPortal();
        for (String path :
                List.of("/en", "/en/news", "/en/news/page/1", PageKinds.ARTICLE, "/en/site-map", "/en/about-portal")) {
            var answer = given().get(base + path);
            answer.then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Robots-Tag", containsString("noindex"))
                    .header("Referrer-Policy", equalTo("no-referrer"));
            Document page = Jsoup.parse(answer.asString());
            assertNotNull(page.selectFirst("section[aria-label='Preview, not published']"), path);
            assertEquals("Planned line", page.expectFirst(".menu a").text(), path);
            assertTrue(page.text().contains("Planned notice"), path);
            assertEquals(List.of(), page.select("a[href^=/en]").eachAttr("href"), path);
            assertEquals(List.of(), NuChecker.problems(answer.asString()), path);
            assertFalse(page(path).text().contains("Planned"), path);
            assertFalse(Makings.isKept(cache, base + path), "no preview is kept");
        }
        assertTrue(Makings.isKept(cache, "/en"), "what readers see is kept");
        assertTrue(given().get(base + "/en/news").asString().contains("Planned news"));
        given().redirects()
                .follow(false)
                .get(base + "/en/archive")
                .then()
                .statusCode(303)
                .header("Location", containsString("/en/archive"));
        given().get(base + "/en/news/nothing-here").then().statusCode(404);
        String published = PublishPlan.stateOf(plan.all());
        done(new PublishPlan(published));
        assertTrue(page("/en").text().contains("Planned notice"));
        assertEquals("Planned line", page("/en/about").expectFirst(".menu a").text());
        given().get(base + "/en").then().statusCode(410);
    }

    @Test
    void previewThatHasEndedSaysSo() {
        plan(new Menu("main", ENGLISH, List.of(new Menu.Entry("Planned line", "/en/archive"))));
        String base = done(new OpenPlanPreview()).ofPortal();
        given().get(base + "/en").then().statusCode(200);
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(base + "/en/tag/no%20such%20tag")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/en/tag/no%20such%20tag"));
        clock.set(PortalClock.NOON.plus(OpenPlanPreview.LONG));
        given().get(base + "/be")
                .then()
                .statusCode(410)
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Гэты прагляд скончыўся"));
        given().get("/preview/portal/" + "A".repeat(43) + "/en").then().statusCode(410);
        given().get("/preview/portal/short/en").then().statusCode(404);
        assertNull(page("/en").selectFirst("section[aria-label^=Preview]"));
    }

    private void plan(OutlineChange change) {
        done(new PlanChange(change, null));
    }

    private ItemId story(String section, String headline) {
        ItemId item =
                done(new Create(KindName.ARTICLE, ENGLISH, null, section(section), null, content(headline), null));
        done(new Publish(item, null, new Look(null, true)));
        return item;
    }

    private static Content content(String headline) {
        return Content.of(headline, new Body("<p>Words.</p>"));
    }

    private static List<String> footer(String path) {
        return page(path).select(".foot nav a").eachAttr("href");
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path)
                .then()
                .contentType(startsWith("text/html"))
                .extract()
                .asString());
    }

    private SectionId section(String path) {
        return bus.together(VERA, unit -> unit.sectionAt(path).orElseThrow());
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(VERA, verb instanceof Release<T> release ? release.seen(new Look(null, true)) : verb)
                .orThrow();
    }

    @Test
    void aPreviewWhoseSecretIsNoneTellsNothingOfThePlan() {
        given().get("/preview/portal/0123456789012345678901234567890123456789012/en")
                .then()
                .statusCode(410)
                .header("Cache-Control", "no-store");
    }
}
