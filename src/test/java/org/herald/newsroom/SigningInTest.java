package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.cli.NewsroomSite;
import org.herald.model.Role;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast;
import org.herald.testing.PortalClock;
import org.herald.testing.RawHttp;
import org.herald.testing.WritingRoom;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, joining by a link, and one’s own account, as a browser without script sees them. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class SigningInTest {

    private static final String PASSWORD = "three unrelated teapots";
    private static final String COOKIE = NewsroomCast.COOKIE;

    private static final String DEVICE = COOKIE + "-device";

    private final Accounts accounts;
    private final WritingRoom room;

    SigningInTest(Accounts accounts, Database database, PortalClock clock, CommandBus bus) {
        this.accounts = accounts;
        this.room = new WritingRoom(database, clock, bus);
    }

    @Test
    void whoeverFollowsAnInvitationSetsAPasswordAndIsIn() {
        String path = "/newsroom/welcome/" + invite("nina@herald.test", "Nina");
        browser()
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", equalTo("strict-origin-when-cross-origin"))
                .body(containsString("nina@herald.test"));

        browser()
                .formParam("name", "Nina")
                .formParam("password", "tooshort!")
                .formParam("speaks", "be")
                .post(path)
                .then()
                .statusCode(422)
                .body(containsString("at least 12 characters"), not(containsString("tooshort!")));
        Response in = browser()
                .formParam("name", "Nina <b>")
                .formParam("password", PASSWORD)
                .formParam("speaks", "en")
                .post(path);
        in.then().statusCode(303).header("Location", equalTo("/newsroom?flash=said.welcome"));

        account(in.cookie(COOKIE)).then().statusCode(200).body(containsString("Nina &lt;b&gt;"));
        browser().get(path).then().statusCode(410).body(containsString("This link does not work"));
        browser().get("/newsroom/welcome/madeup").then().statusCode(410);
    }

    @Test
    void sessionCookieIsForNoScriptAndNoOtherSite() {
        String cookie = String.join("\n", signIn("cookie@herald.test").headers().getValues("Set-Cookie"));

        assertEquals(2, cookie.lines().count(), cookie);
        cookie.lines()
                .forEach(each -> assertTrue(
                        each.contains("HttpOnly") && each.contains("SameSite=Lax") && each.contains("Path=/"), each));
    }

    @ParameterizedTest
    @CsvSource({
        "/newsroom/items/7?x=1, /newsroom/items/7?x=1",
        "/newsroom, /newsroom",
        "//evil.example, /newsroom",
        "https://evil.example/newsroom, /newsroom",
        "/newsroom//evil.example, /newsroom",
        "/newsroom.evil.example, /newsroom",
        "/newsroom/\\evil, /newsroom",
        "/en, /newsroom",
        "javascript:alert(1), /newsroom"
    })
    void signInLeadsToTheWishedPageOfTheNewsroomAndNowhereElse(String wished, String path) {
        String email = "back" + Integer.toHexString(wished.hashCode()) + "@herald.test";
        joined(email);

        browser()
                .formParam("email", email)
                .formParam("password", PASSWORD)
                .formParam("back", wished)
                .post("/newsroom/sign-in")
                .then()
                .statusCode(303)
                .header("Location", equalTo(path));
    }

    @Test
    void wrongPasswordShowsTheFormAgainWithWhatWasTypedButThePassword() {
        browser()
                .formParam("email", "somebody@herald.test")
                .formParam("password", "open sesame please")
                .formParam("back", "/newsroom/plan")
                .post("/newsroom/sign-in")
                .then()
                .statusCode(422)
                .body(
                        containsString("somebody@herald.test"),
                        containsString("value=\"/newsroom/plan\""),
                        containsString("The e-mail address or the password is wrong"),
                        not(containsString("open sesame")));
    }

    @Test
    void tooManyFailuresAreToldHowLongToWait() {
        for (int i = 0; i < 5; i++) {
            guess("203.0.113.77").then().statusCode(422);
        }
        guess("203.0.113.77")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .body(containsString("Try again in 1 second."));
        guess("203.0.113.78").then().statusCode(422);
    }

    @Test
    void sessionThatWasPlantedBeforeTheSignInIsNotTaken() {
        joined("fixed@herald.test");

        Response in = browser()
                .cookie(COOKIE, "planted")
                .formParam("email", "fixed@herald.test")
                .formParam("password", PASSWORD)
                .post("/newsroom/sign-in");

        assertNotEquals("planted", in.cookie(COOKIE));
        account("planted").then().statusCode(303);
        account(in.cookie(COOKIE)).then().statusCode(200);
    }

    @Test
    void signOutEndsTheSessionForWhoeverHasItsCookie() {
        String cookie = signIn("out@herald.test").cookie(COOKIE);
        String csrf = csrf(cookie);

        browser()
                .cookie(COOKIE, cookie)
                .post("/newsroom/sign-out")
                .then()
                .statusCode(403)
                .body(containsString("This form is out of date"));
        account(cookie).then().statusCode(200);
        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf)
                .post("/newsroom/sign-out")
                .then()
                .statusCode(303)
                .header("Clear-Site-Data", "\"cache\"")
                .header("Set-Cookie", containsString("Max-Age=0"));

        account(cookie).then().statusCode(303).header("Location", startsWith("/newsroom/sign-in?back="));
    }

    @Test
    void textOfMoreThanAMegabyteComesBackAfterTheSessionEnded() throws IOException {
        Response in = signIn("long@herald.test");
        String cookie = in.cookie(COOKIE);
        String path = "/newsroom/items/" + room.draft("A long text") + "/text";
        String body = "<p>" + "Слова ".repeat(160_000) + "</p>";
        var page = Jsoup.parse(browser().cookie(COOKIE, cookie).get(path).asString());
        var typed = with(fields(page, "text"), "body", body);
        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(cookie))
                .post("/newsroom/sign-out")
                .then()
                .statusCode(303);

        var known = browser().cookie(COOKIE, cookie).cookie(DEVICE, in.cookie(DEVICE));
        Response refused = sent(known, path, typed);
        refused.then().statusCode(403).body(containsString("Sign in"));
        String held = Jsoup.parse(refused.asString())
                .expectFirst("#sign input[name=held]")
                .val();
        Response again = browser()
                .cookie(DEVICE, in.cookie(DEVICE))
                .formParam("email", "long@herald.test")
                .formParam("password", PASSWORD)
                .formParam("held", held)
                .post("/newsroom/sign-in");
        again.then().statusCode(303);
        var shown = Jsoup.parse(browser()
                .cookie(COOKIE, again.cookie(COOKIE))
                .get(again.header("Location"))
                .asString());
        assertEquals(1, shown.select("main #held[role=alert]").size());
        assertEquals(body, shown.expectFirst("textarea[name=body]").wholeText().replaceFirst("^\n", ""));

        for (String stranger : List.of("", "made.up", "made.up.entirely", in.cookie(DEVICE) + "x")) {
            var unknown = RawHttp.ask(
                    URI.create(RestAssured.baseURI + ":" + RestAssured.port),
                    RawHttp.large("/newsroom/revisions")
                            .replaceFirst("\r\n", "\r\nCookie: " + DEVICE + "=" + stranger + "\r\n"));
            assertEquals(413, unknown.status(), stranger);
        }
    }

    private static Response sent(RequestSpecification browser, String page, Map<String, String> typed) {
        String origin = RestAssured.baseURI + ":" + RestAssured.port;
        return browser.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Origin", origin)
                .header("Referer", origin + page)
                .formParams(typed)
                .post("/newsroom/revisions");
    }

    @Test
    void formOfAnotherSessionOrAnotherSiteIsRefused() {
        String cookie = signIn("csrf@herald.test").cookie(COOKIE);
        String other = signIn("csrf2@herald.test").cookie(COOKIE);

        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(other))
                .formParam("name", "Taken over")
                .post("/newsroom/account")
                .then()
                .statusCode(403);
        browser()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("email", "csrf@herald.test")
                .formParam("password", PASSWORD)
                .post("/newsroom/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void codesAreTurnedOnByWhatThePageShowsAndAskedForAtTheNextSignIn() {
        String cookie = signIn("codes@herald.test").cookie(COOKIE);
        var page = Jsoup.parse(
                browser().cookie(COOKIE, cookie).get("/newsroom/account/codes").asString());
        assertFalse(page.select("svg path").isEmpty());
        String secret = page.expectFirst("code").text().replace(" ", "");
        assertEquals(32, secret.length());

        Response wrong = browser()
                .cookie(COOKIE, cookie)
                .formParam(
                        "csrf",
                        page.expectFirst("form[action=/newsroom/account/codes] [name=csrf]")
                                .val())
                .formParam("sealed", page.expectFirst("[name=sealed]").val())
                .formParam("code", "000000")
                .formParam("confirm", PASSWORD)
                .post("/newsroom/account/codes");
        wrong.then().statusCode(422).body(containsString("The code is wrong"));
        assertEquals(
                secret,
                Jsoup.parse(wrong.asString()).expectFirst("code").text().replace(" ", ""),
                "the key is still the one that was scanned");
    }

    @Test
    void accountKeepsNameLanguageAndShortcuts() {
        String cookie = signIn("taste@herald.test").cookie(COOKIE);

        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(cookie))
                .formParam("name", "Taste of Minsk")
                .formParam("speaks", "be")
                .post("/newsroom/account")
                .then()
                .statusCode(303);

        account(cookie)
                .then()
                .body(
                        containsString("lang=\"be\""),
                        containsString("Taste of Minsk"),
                        containsString("data-keys=\"off\""));
        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(cookie))
                .formParam("name", " ")
                .post("/newsroom/account")
                .then()
                .statusCode(422)
                .body(containsString("name-wrong"));
    }

    @Test
    void newPasswordSignsOutEverywhereElse() {
        String here = signIn("change@herald.test").cookie(COOKIE);
        String there = again("change@herald.test").cookie(COOKIE);

        change(here, "not it", "quite another kettle")
                .then()
                .statusCode(422)
                .body(containsString("This is not your present password"));
        change(here, PASSWORD, "qwerty123456").then().statusCode(422).body(containsString("stolen elsewhere"));
        change(here, PASSWORD, "quite another kettle").then().statusCode(303);

        account(here).then().statusCode(200);
        account(there).then().statusCode(303);
    }

    @Test
    void secondSignInInOneBrowserEndsTheFirstSession() {
        String first = signIn("twice@herald.test").cookie(COOKIE);
        String second = browser()
                .cookie(COOKIE, first)
                .formParam("email", "twice@herald.test")
                .formParam("password", PASSWORD)
                .post("/newsroom/sign-in")
                .cookie(COOKIE);

        account(first).then().statusCode(303);
        account(second).then().statusCode(200);
    }

    @Test
    void sessionsAreListedWithTheirBrowsersAndEndOneByOne() {
        String here = signIn("list@herald.test").cookie(COOKIE);
        String there = browser()
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
                .header("X-Forwarded-For", "203.0.113.5")
                .formParam("email", "list@herald.test")
                .formParam("password", PASSWORD)
                .post("/newsroom/sign-in")
                .cookie(COOKIE);
        var page = Jsoup.parse(account(here).asString());
        assertEquals(3, page.select("tbody tr").size(), "joining, here and there");
        String end = page.expectFirst("tr:contains(Firefox) form").attr("action");

        account(here).then().body(allOf(containsString("Firefox, Linux"), containsString("203.0.113.5")));
        browser()
                .cookie(COOKIE, here)
                .formParam("csrf", csrf(here))
                .post(end)
                .then()
                .statusCode(303);
        account(there).then().statusCode(303);
        account(here).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/newsroom/account/sessions/end", "/newsroom/account/sessions/999999/end"})
    void endingSessionsThatAreNotThereEndsNothing(String path) {
        String cookie = signIn("none" + path.length() + "@herald.test").cookie(COOKIE);

        browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(cookie))
                .post(path)
                .then()
                .statusCode(303);

        account(cookie).then().statusCode(200);
    }

    @Test
    void whoeverIsInAndAsksForTheSignInIsLedOn() {
        String cookie = signIn("on@herald.test").cookie(COOKIE);

        browser()
                .cookie(COOKIE, cookie)
                .get("/newsroom/sign-in?back=/newsroom/account")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/newsroom/account"));
    }

    @Test
    void codeWithoutAFirstStepBeginsAnew() {
        browser()
                .formParam("challenge", "made up")
                .formParam("code", "123456")
                .post("/newsroom/sign-in/code")
                .then()
                .statusCode(422)
                .body(containsString("Start again"));
    }

    private Response signIn(String email) {
        joined(email);
        return again(email);
    }

    private static Response again(String email) {
        Response in = browser()
                .formParam("email", email)
                .formParam("password", PASSWORD)
                .post("/newsroom/sign-in");
        in.then().statusCode(303);
        return in;
    }

    private void joined(String email) {
        String name = email.substring(0, email.indexOf('@')) + " of the test";
        browser()
                .formParam("name", name)
                .formParam("password", PASSWORD)
                .formParam("speaks", "en")
                .post("/newsroom/welcome/" + invite(email, name))
                .then()
                .statusCode(303);
    }

    private String invite(String email, String name) {
        var rights = new Accounts.Rights(Role.REPORTER, Set.of(), Set.of());
        return accounts.invite(ActingPrincipal.COMMAND, email, name, rights, Cast.ENGLISH)
                .orThrow()
                .token();
    }

    private static Response guess(String address) {
        return browser()
                .header("X-Forwarded-For", address)
                .formParam("email", "guessed@herald.test")
                .formParam("password", "guess")
                .post("/newsroom/sign-in");
    }

    private static Response change(String cookie, String confirm, String password) {
        return browser()
                .cookie(COOKIE, cookie)
                .formParam("csrf", csrf(cookie))
                .formParam("confirm", confirm)
                .formParam("password", password)
                .post("/newsroom/account/password");
    }

    private static Response account(String cookie) {
        return browser().cookie(COOKIE, cookie).get("/newsroom/account");
    }

    private static String csrf(String cookie) {
        return Jsoup.parse(account(cookie).asString())
                .expectFirst("form[action=/newsroom/sign-out] [name=csrf]")
                .val();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false);
    }
}
