package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.publish.Assign;
import org.herald.publish.Desk;
import org.herald.publish.Remark;
import org.herald.publish.Schedule;
import org.herald.store.Database;
import org.herald.testing.Browser;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the newsroom as a browser shows it: accessible, narrow and in the dark. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewsroomScreensTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Desk desk;
    private final Database database;
    private final PortalClock clock;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private @Nullable Browser browser; // opened once for all tests
    private NewsroomCast cast; // made once for all tests
    private long item; // made once for all tests

    NewsroomScreensTest(Desk desk, Database database, PortalClock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    static Stream<String> screens() {
        return NewsroomScreens.ALL.stream();
    }

    @BeforeAll
    void open() {
        browser = Browser.open();
        clock.set(PortalClock.NOON);
        var items = new DeskItems(desk, database);
        cast = new NewsroomCast(database, clock);
        var nasta = cast.account(Member.REPORTER).actor();
        item = items.published(nasta, "A story with everything that a screen can show about it, and a long headline");
        var id = new ItemId(item);
        items.revise(
                nasta,
                item,
                DeskItems.with(
                        "A story with everything",
                        "<p>See <a href=\"/en/nowhere\">here</a>.</p><figure><img src=\"asset:1\"></figure>"));
        desk.carryOut(nasta, new Remark(id, "Who says so?")).orThrow();
        desk.carryOut(nasta, new Assign(id, cast.account(Member.EDITOR).id(), PortalClock.NOON.minusSeconds(60)))
                .orThrow();
        long planned = items.draft(nasta, "Planned for tomorrow");
        desk.carryOut(nasta, new Schedule(new ItemId(planned), PortalClock.NOON.plusSeconds(86_400)))
                .orThrow();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenIsAccessibleInLightDarkAndNarrow(String path) {
        try (var window = window()) {
            Page page = window.newPage();
            var refused = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            page.navigate(server.resolve(DeskItems.at(path, item)).toString());
            assertTrue(page.locator("main h1").count() == 1, path + " has one heading of the first level");
            picture(page, path, "wide");
            assertEquals(List.of(), told(new AxeBuilder(page).withTags(WCAG_22_AA)), path);
            assertEquals(List.of(), refused, path + ": the policy allows all that the screen needs");

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            picture(page, path, "dark");
            assertEquals(
                    List.of(), told(new AxeBuilder(page).withRules(List.of("color-contrast"))), path + " in the dark");

            page.setViewportSize(390, 844);
            picture(page, path, "narrow");
            assertEquals(
                    0,
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                    path + " is wider than a telephone");
            assertEquals(List.of(), told(new AxeBuilder(page).withTags(WCAG_22_AA)), path + " on a telephone");
        }
    }

    /** With {@code -Dherald.pictures=FOLDER} each look is kept, for a person to look at. */
    private static void picture(Page page, String path, String look) {
        String folder = System.getProperty("herald.pictures");
        if (folder != null) {
            String name = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "") + "." + look + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder).resolve(name))
                    .setFullPage(true));
        }
    }

    private BrowserContext window() {
        var window = Objects.requireNonNull(browser).window(1280, ColorScheme.LIGHT);
        window.addCookies(
                List.of(new Cookie(NewsroomCast.COOKIE, cast.cookie(Member.ADMINISTRATOR)).setUrl(server.toString())));
        return window;
    }

    private static List<String> told(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .toList();
    }
}
