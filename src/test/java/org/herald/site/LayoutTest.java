package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.cli.SampleSite;
import org.herald.media.Incoming;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.LowerBanner;
import org.herald.publish.RaiseBanner;
import org.herald.store.OutlineQueries;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.herald.testing.Cast;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the boxes of readers' pages stand, with pictures of every kind, on a phone, a tablet, a laptop and a wide screen. */
@QuarkusTest
@TestProfile(LayoutTest.Pictured.class)
final class LayoutTest {

    private static final List<Integer> WIDTHS = List.of(360, 768, 1280, 1920);
    private static final int NOT_THERE = 404;
    private static final Principal VERA = Cast.VERA;
    private static final Map<String, String> NEWS = Map.of(
            "en", "The bridge over the Sozh is closed until Friday morning",
            "be", "Мост праз Сож зачынены да раніцы пятніцы з-за паводкі",
            "ru", "Мост через Сож закрыт до утра пятницы из-за паводка");
    private static final String SECTION = "news/science";

    /** A portal that no other test sees, because what is put into it leads every list. */
    public static final class Pictured implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SampleSite.class));
        }
    }

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final Incoming incoming;
    private final CommandBus bus;
    private final OutlineQueries outline;
    private final PortalClock clock;
    private final String boxes;
    private @Nullable Browser browser; // opened for each test

    @Inject
    LayoutTest(Incoming incoming, CommandBus bus, OutlineQueries outline, PortalClock clock) throws IOException {
        this.incoming = incoming;
        this.bus = bus;
        this.outline = outline;
        this.clock = clock;
        try (var script = LayoutTest.class.getResourceAsStream("/layout/boxes.js")) {
            this.boxes = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
        clock.set(PortalClock.NOON.plus(Duration.ofDays(1))); // so that these stories lead every list
        if (RestAssured.given().get("/en/tag/layout").statusCode() == NOT_THERE) {
            new PictureStories(incoming, bus, outline).publish(SECTION);
        }
    }

    @AfterEach
    void close() {
        clock.set(PortalClock.NOON);
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void picturesStandWithTheirWordsOnEveryKindOfPage() {
        var faults = new ArrayList<String>();
        try (var window = browser().window(WIDTHS.getFirst(), ColorScheme.LIGHT)) {
            Page page = window.newPage();
            var pages = Stream.of(
                            PageKinds.FOUND.stream(),
                            PageKinds.LISTS.stream(),
                            PageKinds.NOT_FOUND.stream(),
                            Stream.of(
                                    "/en/" + SECTION,
                                    "/en/tag/layout",
                                    "/en/archive/2026/11",
                                    "/en/archive/2026/11/22"),
                            stories(page).stream())
                    .flatMap(each -> each)
                    .toList();
            assertTrue(pages.size() > 40, pages.toString());
            for (String path : pages) {
                page.navigate(server.resolve(path).toString());
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    for (Object fault : (List<?>) page.evaluate(boxes)) {
                        faults.add(path + " at " + width + ": " + fault);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** What is read does not move when a picture arrives late: its box is kept from the first moment. */
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void roomIsKeptForPicturesThatHaveNotCome(int width) {
        try (var window = browser().window(width, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            var stories = stories(page);
            page.route("**/assets/**", _ -> {}); // no picture is ever answered
            for (String path : stories) {
                page.navigate(
                        server.resolve(path).toString(),
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                assertEquals(List.of(), page.evaluate(boxes), path);
            }
        }
    }

    /** Name, languages, menu, notice and breaking news, in the language with the longest words. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "be", "ru"})
    void headOfAPhoneLeavesTwoThirdsToTheStory(String language) {
        bus.carryOut(
                        VERA,
                        new RaiseBanner(
                                new Language(language),
                                Objects.requireNonNull(NEWS.get(language)),
                                "/" + language,
                                null))
                .orThrow();
        try (var window = browser().window(390, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.setViewportSize(390, 844);
            page.navigate(server.resolve("/" + language + "/news/culture").toString());
            double bottom = 0;
            for (String part : List.of(".name", ".tongues", ".menu", ".notices", ".breaking")) {
                var box = Objects.requireNonNull(page.locator(part).boundingBox(), part);
                assertTrue(box.height > 20, part + " is seen");
                bottom = Math.max(bottom, box.y + box.height);
            }
            assertTrue(bottom <= 844 / 3.0, "the head is " + bottom + " px high");
            page.locator(".menu a").last().focus();
            assertTrue(
                    Objects.requireNonNull(page.locator(".menu a").last().boundingBox()).x < 390,
                    "the last line of the menu is reached by keyboard");
            page.locator(".notices p").focus();
            var whole = page.locator(".notices p").evaluate("e => e.scrollHeight - e.clientHeight");
            assertEquals(0, ((Number) whole).intValue(), "the notice is read to its end");
        } finally {
            bus.carryOut(VERA, new LowerBanner(new Language(language))).orThrow();
        }
    }

    @Test
    void wideTableIsScrolledByKeyboardOnAPhone() {
        var cells = "<td>Navahrudak</td>".repeat(9);
        new PictureStories(incoming, bus, outline)
                .story(
                        "Tables",
                        SECTION,
                        null,
                        "<table><caption>Trains &amp; \"buses\"</caption><tbody><tr>" + cells + "</tr></tbody></table>"
                                + "<p>Words</p><table><tbody><tr>" + cells + "</tr></tbody></table>");
        try (var window = browser().window(320, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(server.resolve("/en/" + SECTION).toString());
            page.locator(".card h3 a")
                    .filter(new Locator.FilterOptions().setHasText("Tables"))
                    .click();
            var table = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Trains & \"buses\""));
            table.focus();
            page.keyboard().press("ArrowRight");
            page.waitForFunction("() => document.querySelector('.scroll').scrollLeft > 0");

            assertEquals(List.of(), Axe.violations(page));
            assertEquals(List.of(), page.evaluate(boxes));
        }
    }

    @Test
    void paperHasAddressAndDateAndNoBanner() {
        bus.carryOut(VERA, new RaiseBanner(PictureStories.ENGLISH, "The bridge is closed", "", null))
                .orThrow();
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String path : List.of(PageKinds.ARTICLE, "/en/about-portal", "/en")) {
                page.navigate(server.resolve(path).toString());
                assertFalse(page.locator(".breaking").isVisible(), path);
                assertEquals(
                        "http://localhost:8080" + path, page.locator(".printed").innerText());
                assertTrue(page.locator("main time").first().isVisible(), path);
                assertFalse(page.locator(".menu").isVisible(), path);
            }
        } finally {
            bus.carryOut(VERA, new LowerBanner(PictureStories.ENGLISH)).orThrow();
        }
    }

    @Test
    void storyOfNoSectionLeadsTheFrontPageWithoutALinkToNowhere() {
        clock.set(PortalClock.NOON.plus(Duration.ofDays(2)));
        new PictureStories(incoming, bus, outline).story("Of no section", "", null, "<p>Words.</p>");
        var front = Jsoup.parse(RestAssured.given().get("/en").asString());

        assertEquals("Of no section", front.expectFirst(".lead h2").text());
        assertEquals(
                List.of(),
                front.select("a").stream().filter(link -> link.text().isBlank()).toList());
        assertEquals("2026-11-23", front.expectFirst(".today time").attr("datetime"));
        assertEquals("Monday, 23 November 2026", front.expectFirst(".today").text());
    }

    /** The stories that were put in, whose pages have pictures beside the text and inside it. */
    private List<String> stories(Page page) {
        page.navigate(server.resolve("/en/tag/layout").toString());
        return page.locator(".list .card h3 a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }
}
