package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.herald.cli.NewsroomSite;
import org.herald.model.Role;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.herald.testing.Cast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The screens of people and sign-in as a browser shows them: usable by everybody, in the dark, and on a phone. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PeopleBrowserTest {

    private static final Path PICTURES = Path.of("target/screens");
    private static final int PHONE = 390;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final Accounts accounts;
    private @Nullable Browser browser; // opened once for all tests

    PeopleBrowserTest(Accounts accounts) {
        this.accounts = accounts;
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

    @Test
    void everyScreenBeforeTheSignInIsAccessibleInLightDarkAndNarrow() {
        var wrong = new ArrayList<String>();
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            wrong.addAll(look(page, "/newsroom/sign-in", "sign-in"));
            wrong.addAll(look(page, "/newsroom/welcome/" + invite("axe@herald.test"), "welcome"));
            wrong.addAll(look(page, "/newsroom/welcome/none", "link"));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void refusedFormsAreAccessibleTooAndSayWhatIsWrong() {
        var wrong = new ArrayList<String>();
        try (var window = browser().window(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(server.resolve("/newsroom/welcome/" + invite("refused@herald.test"))
                    .toString());
            page.getByLabel("Name").fill("Refused");
            page.getByLabel("New password").fill("qwerty123456");
            page.keyboard().press("Enter");
            page.waitForLoadState();
            assertTrue(page.getByRole(AriaRole.ALERT).textContent().contains("stolen elsewhere"));
            wrong.addAll(told(page, "welcome refused"));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("welcome-refused.png"))
                    .setFullPage(true));

            page.getByLabel("New password").fill("three unrelated teapots");
            page.keyboard().press("Enter");
            page.waitForURL(server.resolve("/newsroom") + "?flash=said.welcome");
        }
        assertEquals(List.of(), wrong);
    }

    private List<String> look(Page page, String path, String name) {
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(server.resolve(path).toString());
        var wrong = new ArrayList<>(told(page, name));
        picture(page, name);
        page.setViewportSize(PHONE, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        wrong.addAll(told(page, name + " in the dark"));
        picture(page, name + "-phone-dark");
        int over = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (over > 0) {
            wrong.add(name + " is " + over + " wider than a phone");
        }
        return wrong;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static List<String> told(Page page, String name) {
        return Axe.violations(page).stream().map(each -> name + ": " + each).toList();
    }

    private String invite(String email) {
        var rights = new Accounts.Rights(Role.EDITOR, Set.of(), Set.of());
        return accounts.invite(ActingPrincipal.COMMAND, email, email, rights, Cast.ENGLISH)
                .orThrow()
                .token();
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }
}
