package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.herald.cli.NewsroomSite;
import org.herald.model.Role;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language the newsroom speaks to somebody who is not signed in. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class LanguageTest {

    private static final String COOKIE = NewsroomCast.COOKIE + "-language";

    private final Accounts accounts;
    private final Database database;
    private final InstantSource clock;

    LanguageTest(Accounts accounts, Database database, InstantSource clock) {
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            be                            | be | Уваход
            be-tarask, en;q=0.5           | be | Уваход
            ru-RU,ru;q=0.9,en-US;q=0.8    | ru | Вход
            pl, de;q=0.9, ru;q=0.1        | ru | Вход
            en;q=0.2, be;q=0.8            | be | Уваход
            pl, uk                        | en | Sign in
            *                             | en | Sign in
            ;;q=nonsense,,                | en | Sign in
            """)
    void theSignInSpeaksAsTheBrowserAsks(String accepted, String tag, String title) {
        Response answer = browser().header("Accept-Language", accepted).get("/newsroom/sign-in");

        Document page = page(answer);
        assertEquals(tag, page.expectFirst("html").attr("lang"));
        assertEquals(title, page.expectFirst("h1").text());
        String vary = String.join(", ", answer.headers().getValues("Vary"));
        assertTrue(vary.contains("Cookie") && vary.contains("Accept-Language"), vary);
        answer.then().header("Cache-Control", "no-store");
    }

    @Test
    void whatIsChosenIsRememberedAndLeadsBack() {
        Document page = page(browser().queryParam("back", "/newsroom/plan").get("/newsroom/sign-in"));
        assertEquals(
                List.of("English", "беларуская", "русский"),
                page.select(".tongues button").eachText());
        assertEquals("English", page.expectFirst(".tongues [aria-current]").text());
        String back = page.expectFirst(".tongues input[name=back]").attr("value");

        Response chosen =
                browser().formParam("language", "be").formParam("back", back).post("/newsroom/language");
        chosen.then().statusCode(303).header("Location", equalTo("/newsroom/sign-in?back=%2Fnewsroom%2Fplan"));
        String cookie = chosen.header("Set-Cookie");
        assertTrue(cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly") && cookie.contains("Path=/"), cookie);

        Response again = browser()
                .cookie(COOKIE, chosen.cookie(COOKIE))
                .header("Accept-Language", "ru")
                .get("/newsroom/sign-in");
        assertEquals("Уваход", page(again).expectFirst("h1").text(), "a choice comes before what the browser asks for");
    }

    @Test
    void whatIsRefusedAndWhatIsNotThereSpeaksSoToo() {
        Response wrong = browser()
                .header("Accept-Language", "ru")
                .formParam("email", "nobody@herald.test")
                .formParam("password", "open sesame please")
                .post("/newsroom/sign-in");
        wrong.then().statusCode(422).body(containsString("lang=\"ru\""));
        assertEquals(
                "/newsroom/sign-in",
                page(wrong).expectFirst(".tongues input[name=back]").attr("value"));

        browser()
                .header("Accept-Language", "be")
                .get("/newsroom/welcome/madeup")
                .then()
                .statusCode(410)
                .body(containsString("Гэта спасылка не дзейнічае"));
    }

    @Test
    void anInvitationSpeaksAsTheBrowserAsksAndStaysAtItsLink() {
        var rights = new Accounts.Rights(Role.REPORTER, Set.of(), Set.of());
        var invited = accounts.invite(ActingPrincipal.COMMAND, "tongues@herald.test", "Lena", rights, Cast.ENGLISH);
        String path = "/newsroom/welcome/" + invited.orThrow().token();
        Document page = page(browser().header("Accept-Language", "ru").get(path));

        assertEquals("ru", page.expectFirst("html").attr("lang"));
        assertEquals(path, page.expectFirst(".tongues input[name=back]").attr("value"));
        Response refused = browser()
                .header("Accept-Language", "be")
                .formParam("password", "short")
                .post(path);
        assertEquals("be", page(refused).expectFirst("html").attr("lang"));
        assertEquals(
                path, page(refused).expectFirst(".tongues input[name=back]").attr("value"));
    }

    @Test
    void aChoiceLeadsNowhereElseAndOtherLanguagesAreNotKept() {
        Response elsewhere = browser()
                .formParam("language", "be")
                .formParam("back", "https://evil.example/newsroom")
                .post("/newsroom/language");
        elsewhere.then().statusCode(303).header("Location", equalTo("/newsroom"));

        Response other = browser().formParam("language", "pl").post("/newsroom/language");
        other.then().statusCode(303);
        assertTrue(other.getDetailedCookies().asList().isEmpty());
    }

    @Test
    void whoeverIsSignedInIsSpokenToAsTheirAccountSays() {
        Response desk = browser()
                .header("Accept-Language", "ru")
                .cookie(COOKIE, "be")
                .cookie(NewsroomCast.COOKIE, new NewsroomCast(database, clock).cookie(Member.REPORTER))
                .get("/newsroom");

        assertEquals("en", page(desk).expectFirst("html").attr("lang"));
        assertEquals(0, page(desk).select(".tongues").size());
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false);
    }

    private static Document page(Response answer) {
        return Jsoup.parse(answer.asString());
    }
}
