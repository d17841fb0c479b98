package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import org.herald.cli.SampleSite;
import org.herald.newsroom.Hands;
import org.herald.testing.Browser;
import org.junit.jupiter.api.Test;

/** A directory in a real browser with nothing but the keyboard. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class DirectoryKeyboardTest {

    private static final String MARKERS = "svg.map-wide a.pin";

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
