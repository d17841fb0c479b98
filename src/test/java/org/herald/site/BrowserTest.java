package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.cli.SampleSite;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader's pages as a browser shows them. */
@QuarkusTest
@WithTestResource(SampleSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private @Nullable Browser browser; // opened once for all tests

    static Stream<String> pages() {
        return Stream.of(PageKinds.FOUND, PageKinds.LISTS, PageKinds.NOT_FOUND).flatMap(List::stream);
    }

    @BeforeAll
    void open() {
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** One look for all: loading a page is what takes the time. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsAccessibleInLightDarkAndNarrowAndAsksNoOtherHost(String path) {
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            var elsewhere = new ArrayList<String>();
            var refused = new ArrayList<String>();
            page.onRequest(request -> {
                if (!URI.create(request.url()).getAuthority().equals(server.getAuthority())) {
                    elsewhere.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            page.navigate(address(path));
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            page.waitForLoadState();
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertEquals(List.of(), elsewhere, path);
            assertEquals(List.of(), refused, path + ": the policy allows all that the page needs");

            assertEquals(List.of(), Axe.violations(page), path);

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertEquals(List.of(), Axe.violations(page), path + " in the dark");

            page.setViewportSize(320, 640);
            assertEquals(
                    0,
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                    path + " is wider than a narrow screen");
        }
    }

    @Test
    void aReaderWithoutScriptFindsTheWayFromTheFrontPageToAStoryOfLongAgo() {
        try (var window = browser().withoutScript()) {
            Page page = window.newPage();
            page.navigate(address("/en"));
            page.locator("footer").getByText("Archive").click();
            page.locator(".years dt a").last().click();
            page.locator(".calendar td a").first().click();
            page.locator("main .card h3 a").first().click();

            assertEquals("article", page.locator("main > *").first().evaluate("e => e.localName"));
        }
    }

    /** Paper has no filters to choose from, but says which were chosen. */
    @Test
    void aPrintedListSaysWhatItHas() {
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(address("/en/tourist-sites/entries?f.type=castle"));

            assertTrue(page.locator(".found").isVisible());
            assertTrue(page.locator(".choices").innerText().contains("Castle or fortress"));
            assertTrue(page.locator(".choices li").last().isHidden(), "nothing is removed on paper");
            assertTrue(page.locator(".finder").isHidden());
            assertTrue(page.locator(".map-wide").isVisible());
            assertTrue(page.locator(".atlas nav").first().isHidden());
            assertTrue(page.locator(".printed").innerText().contains("/en/tourist-sites"));
            page.navigate(address("/en/tourist-sites/mir-castle"));
            assertTrue(page.locator(".facts").isVisible());
            assertTrue(page.locator(".map-small").isVisible());
            assertTrue(page.locator(".menu").isHidden());
        }
    }

    @Test
    void theFirstKeyLeadsPastTheMenus() {
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(address("/en/news"));
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertEquals("content", page.evaluate("document.activeElement.id"));
        }
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
