package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.herald.cli.OwnPortal;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.Principal;
import org.herald.publish.Arrange;
import org.herald.publish.CommandBus;
import org.herald.publish.LowerBanner;
import org.herald.publish.RaiseBanner;
import org.herald.publish.Verb;
import org.herald.testing.Cast;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.web.Makings;
import org.herald.web.PageCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Breaking news at the head of every page of a language, from the second it is put up to the second it ends. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class BreakingNewsTest {

    private static final Principal VERA = Cast.VERA;
    private static final Language ENGLISH = new Language("en");
    private static final int MOST_BYTES = 1024;

    private final CommandBus bus;
    private final PageCache cache;
    private final PortalClock clock;

    @Inject
    BreakingNewsTest(CommandBus bus, PageCache cache, PortalClock clock) {
        this.bus = bus;
        this.cache = cache;
        this.clock = clock;
    }

    @AfterEach
    void takeDown() {
        clock.set(PortalClock.NOON);
        bus.carryOut(VERA, new LowerBanner(ENGLISH));
    }

    @Test
    void everyPageOfTheLanguageShowsItAndNoOtherPageIsThrownAway() {
        var pages = List.of("/en", "/en/news", PageKinds.ARTICLE, "/en/archive", "/en/news/nothing-here");
        pages.forEach(BreakingNewsTest::page);
        page("/be");
        page("/ru/archive/2021");
        var kept = Makings.at(cache, "/be", "/ru/archive/2021");
        done(new RaiseBanner(ENGLISH, "The <b>bridge</b> is \"closed\"", PageKinds.ARTICLE, null));
        for (String path : pages) {
            var banner = page(path).expectFirst("section.breaking[aria-label='Breaking news'] [role=status]");
            assertEquals(
                    "The <b>bridge</b> is \"closed\"", banner.expectFirst("a").text());
            assertEquals("2026-11-21T15:00:00+03:00", banner.expectFirst("time").attr("datetime"));
        }
        assertTrue(kept.still("/be"));
        assertTrue(kept.still("/ru/archive/2021"));
        assertNull(page("/be").selectFirst(".breaking"));
        done(new LowerBanner(ENGLISH));
        for (String path : pages) {
            assertNull(page(path).selectFirst(".breaking"), path);
        }
    }

    @Test
    void itEndsByItselfAtItsSecond() {
        done(new RaiseBanner(
                ENGLISH, "The bridge is closed", "", clock.instant().plusSeconds(90)));
        clock.set(PortalClock.NOON.plusSeconds(89));
        assertNotNull(page("/en").selectFirst(".breaking"));
        assertTrue(cache.has("/en"));
        clock.set(PortalClock.NOON.plusSeconds(90));
        assertFalse(cache.has("/en"));
        assertNull(page("/en").selectFirst(".breaking"));
        clock.set(PortalClock.NOON);
    }

    @Test
    void blocksBeginAndEndAtTheirSecond() {
        var block = new Block(
                Block.Kind.LIST,
                Block.Spot.BELOW,
                ENGLISH,
                0,
                "Useful",
                "Archive | /en/archive\nGone | item:999999\nWrite | mailto:desk@example.org",
                "",
                null,
                PortalClock.NOON.plusSeconds(5),
                PortalClock.NOON.plus(Duration.ofMinutes(1)));
        page("/en/about");
        var outcome = bus.carryOut(VERA, new Arrange(new OutlineChange.BlockPlaced(new BlockId(900), block)));
        assertTrue(outcome.toString().contains("refused.target-gone"), outcome.toString());
        var whole = new Block(
                block.kind(),
                block.spot(),
                ENGLISH,
                0,
                block.title(),
                block.text().replace("Gone | item:999999\n", ""),
                "",
                null,
                block.fromAt(),
                block.untilAt());
        done(new Arrange(new OutlineChange.BlockPlaced(new BlockId(900), whole)));
        assertFalse(page("/en/about").text().contains("Useful"));
        clock.set(PortalClock.NOON.plusSeconds(5));
        assertEquals(
                List.of("/en/archive", "mailto:desk@example.org"),
                page("/en/about").select(".below .links a").eachAttr("href"));
        assertEquals(List.of(), NuChecker.problems(page("/en/about").outerHtml()));
        clock.set(PortalClock.NOON.plusSeconds(60));
        assertFalse(page("/en/about").text().contains("Useful"));
        clock.set(PortalClock.NOON);
        done(new Arrange(new OutlineChange.BlockRemoved(new BlockId(900))));
    }

    @Test
    void pagesWithItAreValidAndHardlyHeavier() {
        int before = bytes("/en");
        done(new RaiseBanner(ENGLISH, "The bridge over the Sož is closed until Friday", PageKinds.ARTICLE, null));
        for (String path : List.of("/en", PageKinds.ARTICLE, "/en/archive/2021", "/nowhere")) {
            assertEquals(List.of(), NuChecker.problems(given().get(path).asString()), path);
        }
        int more = bytes("/en") - before;
        assertTrue(more < MOST_BYTES, "a banner weighs " + more);
        String css = page("/en").expectFirst("style").data();
        int ofCss = css.lines()
                .filter(line -> line.startsWith(".breaking"))
                .mapToInt(String::length)
                .sum();
        assertTrue(more + ofCss < MOST_BYTES, "with its style " + (more + ofCss));
    }

    private static int bytes(String path) {
        return given().get(path).asString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).asString());
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(VERA, verb).orThrow();
    }
}
