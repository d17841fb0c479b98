package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.herald.cli.SampleSite;
import org.herald.newsroom.Hands;
import org.herald.testing.Browser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A directory in a real browser: with nothing but the keyboard, and its map by mouse and wheel. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class DirectoryKeyboardTest {

    private static final String MARKERS = "svg.map-wide a.pin";

    /** The width of a marker on the screen, in whole pixels. */
    private static final String DOT =
            "Math.round(document.querySelector('svg.map-wide .pin .hit').getBoundingClientRect().width)";

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Test
    void aMarkerOfAClusterIsOpenedAndTheWayBackLeadsToTheSamePlaceOfTheSameList() {
        try (var browser = Browser.open();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)); // what moves is not seen yet
            var hands = new Hands(page);
            hands.open(server.resolve("/en/tourist-sites").toString());
            hands.to("Region").press("Enter").follow("Minsk");
            assertTrue(page.url().endsWith("?f.region=minsk"), page.url());

            hands.follow(largest(page));
            assertTrue(page.url().contains("f.region=minsk") && page.url().contains("map="), page.url());
            String third = marker(page, 2);
            while (third.matches("[0-9]+ entries: .*")) { // so near to each other that they are apart on the next map
                hands.follow(third);
                third = marker(page, page.locator(MARKERS).count() > 2 ? 2 : 0);
            }
            String list = page.url();
            hands.follow(third);
            assertEquals(third, page.locator("h1").innerText());
            back(page, list);
            assertTrue(page.locator(".choices").innerText().contains("Minsk"), "the filter is kept");

            String card = page.locator(".entries h3").last().innerText();
            hands.to(card);
            Object before = page.evaluate("scrollY");
            hands.go("Enter");
            assertEquals(card, page.locator("h1").innerText());
            back(page, list);
            page.waitForFunction("before => Math.abs(scrollY - before) < 2", before);
            hands.assertSawEverything();
        }
    }

    @Test
    void theMapIsMovedByMouseAndWheelAndTheListFollows() {
        try (var browser = Browser.open();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            var faults = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.navigate(server.resolve("/en/tourist-sites").toString());
            String all = page.locator(".found").innerText();
            var map = page.locator("svg.map-wide.live");
            map.scrollIntoViewIfNeeded();
            var box = map.boundingBox();
            double middle = box.x + box.width / 2;
            double height = box.y + box.height / 2;
            Object size = page.evaluate(DOT);

            page.mouse().move(middle, height);
            page.mouse().wheel(0, 40);
            page.locator(".atlas .hint:not([hidden])").waitFor(); // the wheel alone scrolls
            assertEquals(server.resolve("/en/tourist-sites").toString(), page.url());
            page.evaluate("scrollTo(0, 0)");
            map.scrollIntoViewIfNeeded();
            box = map.boundingBox();
            middle = box.x + box.width / 2;
            height = box.y + box.height / 2;

            page.mouse().move(middle, height);
            page.keyboard().down("Control");
            page.mouse().wheel(0, -60);
            page.mouse().wheel(0, -60);
            assertEquals(size, page.evaluate(DOT), "markers keep their size");
            page.keyboard().up("Control");
            page.waitForURL(url -> url.contains("map="));
            page.locator(".choices").waitFor();
            assertNotEquals(all, page.locator(".found").innerText(), "the list is that of the part");
            String nearer = page.url();

            page.mouse().move(middle, height);
            page.mouse().down();
            page.mouse().move(middle - 150, height - 30, new Mouse.MoveOptions().setSteps(5));
            page.mouse().up();
            page.waitForURL(url -> url.contains("map=") && !url.equals(nearer));
            assertTrue(
                    page.url()
                            .startsWith(
                                    server.resolve("/en/tourist-sites/entries").toString()),
                    page.url());

            String moved = page.url();
            var farther = page.locator(".moves a[title=Farther]");
            farther.focus();
            farther.press("Enter");
            page.waitForURL(url -> !url.equals(moved));
            assertEquals("Farther", page.evaluate("document.activeElement.title"), "the focus stays");
            assertEquals(List.of(), faults);
        }
    }

    @Test
    void pagesWithAMapThatMovesAllowOurScriptAndNoOtherPageDoes() {
        for (int time = 1; time <= 2; time++) { // the second is answered from the cache
            var list = given().get("/en/tourist-sites");
            assertEquals(
                    List.of(true),
                    list.headers().getValues("Content-Security-Policy").stream()
                            .map(policy -> policy.contains("; script-src 'self'; connect-src 'self'; base-uri")
                                    && policy.contains("img-src 'self';"))
                            .toList());
            assertEquals(
                    List.of("/map.js"),
                    Jsoup.parse(list.asString()).select("script[src]").eachAttr("src"));
            for (String other : List.of("/en", "/en/tourist-sites/mir-castle")) {
                var page = given().get(other);
                assertFalse(page.header("Content-Security-Policy").contains("script"), other);
                assertEquals(
                        0, Jsoup.parse(page.asString()).select("script[src]").size(), other);
            }
        }
        var script = given().get("/map.js");
        assertEquals("text/javascript;charset=UTF-8", script.contentType());
        assertTrue(
                script.asString().length() < 20_000,
                "weight: " + script.asString().length());
    }

    /** The marker with most entries, by name. */
    private static String largest(Page page) {
        return page.locator(MARKERS).all().stream()
                .map(marker -> String.valueOf(marker.getAttribute("aria-label")))
                .filter(name -> name.matches("[0-9]+ entries: .*"))
                .max((one, other) -> Integer.compare(count(one), count(other)))
                .orElseThrow();
    }

    private static int count(String name) {
        return Integer.parseInt(name.replaceFirst(" .*", ""));
    }

    private static String marker(Page page, int number) {
        return Objects.requireNonNull(page.locator(MARKERS).nth(number).getAttribute("aria-label"));
    }

    /** The browser's own key, which pages do not hear. */
    private static void back(Page page, String list) {
        page.goBack();
        assertEquals(list, page.url());
    }
}
