package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.cli.OpenIdSite;
import org.herald.model.Role;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.people.FakeProvider;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast;
import org.junit.jupiter.api.Test;

/** Signing in by a passkey in a real browser, and at an OpenID provider. */
@QuarkusTest
@WithTestResource(OpenIdSite.class)
final class OtherWaysInTest {

    private static final String PASSWORD = "three unrelated teapots";
    private static final String OPENID = "/newsroom/sign-in/openid";
    private static final Path PICTURES = Path.of("target/screens");

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final Accounts accounts;
    private final InstantSource clock;
    private final FakeProvider provider = OpenIdSite.PROVIDER;

    OtherWaysInTest(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Test
    void aPasskeyIsAddedSignsInAndIsRefusedOnceItIsRemoved() {
        String session = joined("key@herald.test", "Nina", Role.REPORTER);
        try (var browser = Browser.open();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            window.addCookies(List.of(new Cookie(NewsroomCast.COOKIE, session).setUrl(server.toString())));
            // Here the device answers for its owner at once: it must not do so before the button is pressed.
            window.addInitScript("if (globalThis.PublicKeyCredential) {"
                    + " PublicKeyCredential.isConditionalMediationAvailable = async () => false; }");
            Page page = window.newPage();
            addDevice(window, page);
            addPasskey(page);
            assertAccessible(page, "account-passkeys");

            signOut(page);
            assertAccessible(page, "sign-in-passkey");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey"))
                    .click();
            page.waitForURL("**/newsroom");
            page.navigate(server.resolve("/newsroom/account").toString());
            assertTrue(page.locator("header").innerText().contains("Nina"));
            assertFalse(page.locator("table").first().innerText().contains("Never"), "it was used");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Remove.*Blue key")))
                    .click();
            assertTrue(page.getByRole(AriaRole.STATUS).first().innerText().contains("The passkey is removed"));
            signOut(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey"))
                    .click();
            page.getByText("Nobody signs in by this passkey here").waitFor();
        }
    }

    @Test
    void theQuestionBeforeSomebodysPasskeyIsRemovedIsForEverybody() {
        String session = joined("lost@herald.test", "Nadzia", Role.REPORTER);
        String administrator = joined("office@herald.test", "Volha", Role.ADMINISTRATOR);
        try (var browser = Browser.open();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            window.addCookies(List.of(new Cookie(NewsroomCast.COOKIE, session).setUrl(server.toString())));
            Page page = window.newPage();
            addDevice(window, page);
            addPasskey(page);

            window.clearCookies();
            window.addCookies(List.of(new Cookie(NewsroomCast.COOKIE, administrator).setUrl(server.toString())));
            page.navigate(server.resolve("/newsroom/people").toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Nadzia")))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Blue key")))
                    .click();
            page.waitForURL("**/removal");
            assertAccessible(page, "person-way");
            page.locator("main .danger").click();
            page.waitForURL("**/newsroom/people/*flash=*");
            assertFalse(page.locator("main").innerText().contains("Blue key"));
        }
    }

    @Test
    void challengesAreForScriptsOfThisSiteAndDifferEachTime() {
        var first = newcomer().post("/newsroom/sign-in/passkey/challenge");
        first.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("rpId", equalTo("localhost"))
                .body("userVerification", equalTo("required"))
                .body("$", not(hasKey("user")));
        assertFalse(first.path("challenge")
                .equals(newcomer().post("/newsroom/sign-in/passkey/challenge").path("challenge")));
        newcomer()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/newsroom/sign-in/passkey/challenge")
                .then()
                .statusCode(403);
        newcomer()
                .formParam("credential", "{}")
                .formParam("back", "/newsroom/plan")
                .post("/newsroom/sign-in/passkey")
                .then()
                .statusCode(422)
                .body(allOf(containsString("could not be checked"), containsString("value=\"/newsroom/plan\"")));
    }

    @Test
    void somebodyWhoWasInvitedSignsInAtTheProvider() {
        invite("openid@herald.test", "Olga", Role.REPORTER);
        newcomer()
                .get("/newsroom/sign-in?back=/newsroom/account")
                .then()
                .statusCode(200)
                .body(
                        containsString("Sign in with Town account"),
                        containsString("href=\"/newsroom/sign-in/openid?back=%2Fnewsroom%2Faccount\""));

        Response begun = newcomer().get(OPENID + "?back=/newsroom/account");
        begun.then()
                .statusCode(303)
                .header("Location", startsWith(provider.issuer() + "/authorize?"))
                .header("Set-Cookie", allOf(containsString("HttpOnly"), containsString("Max-Age=600")));
        Response in = back(begun, "openid-1", "openid@herald.test");

        in.then().statusCode(303).header("Location", equalTo("/newsroom/account"));
        newcomer()
                .cookie(NewsroomCast.COOKIE, in.cookie(NewsroomCast.COOKIE))
                .get("/newsroom/account")
                .then()
                .statusCode(200)
                .body(containsString("Olga"), containsString(provider.issuer()));
    }

    @Test
    void strangersAndForgedReturnsAreToldWhy() {
        back(newcomer().get(OPENID), "openid-2", "stranger@herald.test")
                .then()
                .statusCode(422)
                .body(containsString("Nobody with the address stranger@herald.test was invited"));
        newcomer()
                .get(OPENID + "/return?code=x&state=y")
                .then()
                .statusCode(422)
                .body(containsString("begun in another window"));
    }

    @Test
    void aProviderThatIsAwayLeavesTheOtherWays() {
        provider.goDown(true);
        try {
            Response away = newcomer().get(OPENID + "?back=/newsroom/plan");
            // What the provider says of itself may be kept from a test before this one.
            if (away.statusCode() == 303) {
                away = back(away, "openid-3", "openid@herald.test");
            }
            away.then()
                    .statusCode(503)
                    .body(containsString("There is no answer from there"), containsString("name=\"password\""));
        } finally {
            provider.goDown(false);
        }
    }

    private void addPasskey(Page page) {
        page.navigate(server.resolve("/newsroom/account").toString());
        page.getByLabel("Name of a new passkey").fill("Blue key");
        page.locator("#confirm-passkey").fill("not my password");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                .click();
        page.getByText("This is not your present password").waitFor();
        assertEquals("Blue key", page.getByLabel("Name of a new passkey").inputValue(), "nothing typed is lost");
        page.locator("#confirm-passkey").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                .click();
        page.waitForURL("**/newsroom/account?flash=said.passkey-added");
        assertTrue(page.locator("table").first().innerText().contains("Blue key"));
    }

    /**
     * A device without a person: it says that it verified one, and keeps what it is given. It answers at once whatever
     * asks, so nothing is offered in the e-mail field: that would sign in before anybody presses the button.
     */
    private static void addDevice(BrowserContext window, Page page) {
        window.addInitScript("if (globalThis.PublicKeyCredential) {"
                + " PublicKeyCredential.isConditionalMediationAvailable = async () => false; }");
        var session = window.newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private static void signOut(Page page) {
        page.locator("form[action='/newsroom/sign-out'] button").click();
        page.waitForURL("**/newsroom/sign-in**");
    }

    private static void assertAccessible(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        assertEquals(List.of(), Axe.violations(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-narrow-dark.png"))
                .setFullPage(true));
        assertEquals(List.of(), Axe.violations(page));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    /** Comes back from the provider, which says who this is. */
    private Response back(Response begun, String subject, String email) {
        Map<String, String> asked =
                FakeProvider.fields(URI.create(begun.header("Location")).getRawQuery());
        String nonce = String.valueOf(asked.get("nonce"));
        String state = String.valueOf(asked.get("state"));
        provider.give(
                subject,
                provider.rs256(
                        provider.claims(clock.instant(), nonce, subject, email).build()));
        String cookie = NewsroomCast.COOKIE + "-openid";
        return newcomer()
                .cookie(cookie, begun.cookie(cookie))
                .get(OPENID + "/return?code=" + subject + "&state=" + state);
    }

    /** The session of somebody who set a password. */
    private String joined(String email, String name, Role role) {
        return newcomer()
                .formParam("name", name)
                .formParam("password", PASSWORD)
                .formParam("speaks", "en")
                .post("/newsroom/welcome/" + invite(email, name, role))
                .cookie(NewsroomCast.COOKIE);
    }

    private String invite(String email, String name, Role role) {
        var rights = new Accounts.Rights(role, Set.of(), Set.of());
        return accounts.invite(ActingPrincipal.COMMAND, email, name, rights, Cast.ENGLISH)
                .orThrow()
                .token();
    }

    private static RequestSpecification newcomer() {
        return given().redirects().follow(false);
    }
}
