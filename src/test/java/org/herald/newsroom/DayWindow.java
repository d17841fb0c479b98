package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.testing.Browser;
import org.herald.testing.FrontDoor;
import org.herald.testing.NewsroomCast;
import org.jsoup.Jsoup;

/** A member of the newsroom at a browser of their own, who writes for a whole day and is signed out while they type. */
final class DayWindow implements AutoCloseable {

    private static final Pattern SAVED = Pattern.compile("Saved as a draft at .*");

    private final URI server;
    private final String email;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    DayWindow(Browser browser, URI server, String email) {
        this.server = server;
        this.email = email;
        this.context = browser.window(1280, ColorScheme.LIGHT);
        this.page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    DayWindow open(String path) {
        page.navigate(server.resolve(path).toString());
        return this;
    }

    /** The address of the page without host and query. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    DayWindow press(String name) {
        button(name).click();
        return this;
    }

    DayWindow follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    DayWindow fill(String selector, String words) {
        page.locator(selector).fill(words);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void assertSaid(String text) {
        assertThat(page.locator(".said")).hasText(text);
    }

    void assertShows(String selector, String words) {
        assertThat(page.locator(selector)).containsText(words);
    }

    /** Types at the end of a paragraph of the text; the first is 0. */
    DayWindow typeAfter(int paragraph, String words) {
        toEnd(paragraph);
        page.keyboard().type(words);
        return this;
    }

    /** Overwrites a paragraph of the text; the first is 0. */
    DayWindow typeOver(int paragraph, String words) {
        return typeOver(page.locator(".ed-body > p").nth(paragraph), words);
    }

    /** Types over the line of a caption or credit of a picture in the text. */
    DayWindow typeLine(int picture, String line, String words) {
        return typeOver(page.locator("figure.ed-figure").nth(picture).locator(line + " .ed-line"), words);
    }

    private DayWindow typeOver(Locator there, String words) {
        select(there, "getSelection().selectAllChildren(block)");
        page.keyboard().type(words);
        return this;
    }

    /** Selects within a block as a mouse does, wherever its lines break. */
    private void select(Locator block, String how) {
        block.click();
        block.evaluate("block => " + how);
        settle();
    }

    /** Puts a picture after a paragraph of the text. */
    DayWindow insertPicture(int paragraph, FilePayload file, int number) {
        toEnd(paragraph);
        page.waitForFileChooser(() -> button("Pictures").click()).setFiles(file);
        assertThat(page.locator("figure.ed-figure").nth(number).locator("img"))
                .hasAttribute("src", Pattern.compile("/newsroom/pictures/[0-9]+"));
        return this;
    }

    DayWindow describe(int picture, String alternative) {
        page.locator("figure.ed-figure")
                .nth(picture)
                .getByLabel("Alternative text")
                .fill(alternative);
        return this;
    }

    /** Waits until the server has what was typed. */
    DayWindow untilSaved() {
        assertThat(page.locator("[data-autosave-status]")).hasText(SAVED);
        return this;
    }

    private void toEnd(int paragraph) {
        select(
                page.locator(".ed-body > p").nth(paragraph),
                "{ getSelection().selectAllChildren(block); getSelection().collapseToEnd(); }");
    }

    /** The editor hears of a moved caret a moment later than a person presses the next key. */
    private void settle() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))");
    }

    /** Takes an invitation up. */
    DayWindow join(String link, String name) {
        FrontDoor.follow(page, server.resolve(URI.create(link).getPath()).toString(), name);
        return this;
    }

    /** The same person, at another browser, signs out everywhere else: the server ends the session of this window. */
    DayWindow endSession() {
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("email", email)
                .formParam("password", FrontDoor.PASSWORD)
                .post("/newsroom/sign-in");
        assertEquals(303, signedIn.statusCode());
        String cookie = signedIn.cookie(NewsroomCast.COOKIE);
        String account = given().cookie(NewsroomCast.COOKIE, cookie)
                .get("/newsroom/account")
                .asString();
        String csrf = Jsoup.parse(account).expectFirst("input[name=csrf]").val();
        given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, cookie)
                .formParam("csrf", csrf)
                .post("/newsroom/account/sessions/end")
                .then()
                .statusCode(303);
        return this;
    }

    /** Presses a button of a form that the script keeps: it says that one is signed out; signs in in another window. */
    DayWindow pressAndSignInBeside(String name) {
        press(name);
        var notice = page.locator(".ed-notice-signed-out");
        assertThat(notice).containsText("You are signed out");
        Page beside = context.waitForPage(() -> notice.locator("a").click());
        signIn(beside);
        beside.close();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(notice).hasCount(0);
        return this;
    }

    /** Presses a button of any other form: the sign-in comes, says that nothing was done, and leads back to the form. */
    DayWindow pressAndSignInThere(String name) {
        press(name);
        assertShows(".reasons[role=alert]", "This has not been done");
        signIn(page);
        assertShows("#held", "What you typed is in the form again");
        return this;
    }

    private void signIn(Page at) {
        at.getByLabel("E-mail").fill(email);
        at.getByLabel("Password").fill(FrontDoor.PASSWORD);
        at.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        assertThat(at.locator("nav.places")).isVisible();
    }

    /** No script failed, and nothing was refused by the policy. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), faults);
    }
}
