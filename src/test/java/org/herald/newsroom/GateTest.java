package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.cli.NewsroomSite;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.junit.jupiter.api.Test;

/** Who is let into the newsroom, and what those are told who are not. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class GateTest {

    private static final Pattern STYLE = Pattern.compile("href=\"(/newsroom/assets/[^\"]+[.]css)\"");

    private final Database database;
    private final InstantSource clock;

    GateTest(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInAndBack() {
        given().redirects()
                .follow(false)
                .get("/newsroom/items/1?x=ä")
                .then()
                .statusCode(303)
                .header("Location", containsString("/newsroom/sign-in?back=%2Fnewsroom%2Fitems%2F1%3Fx%3D"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void aScriptIsToldThatTheSessionHasEnded() {
        given().accept("application/json")
                .get("/newsroom/nowhere")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .body("message", not(equalTo("")));
    }

    @Test
    void anAddressAtWhichNothingIsSaysSoInTheNewsroomsFrame() {
        given().cookie(NewsroomCast.COOKIE, cast().cookie(Member.REPORTER))
                .get("/newsroom/nowhere")
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", equalTo(Screen.POLICY))
                .body(containsString("Nothing found here"))
                .body(containsString("Nasta"));
    }

    @Test
    void theNavigationShowsOnlyWhereTheAccountMayGo() {
        String reporter = page(Member.REPORTER);
        String administrator = page(Member.ADMINISTRATOR);

        assertThat(reporter, not(containsString("/newsroom/people")));
        assertThat(administrator, containsString("/newsroom/people"));
    }

    @Test
    void scriptsAndStylesAreKeptByBrowsersForEver() {
        Matcher style = STYLE.matcher(page(Member.REPORTER));
        assertTrue(style.find());

        given().get(style.group(1))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .contentType(containsString("text/css"));
        given().cookie(NewsroomCast.COOKIE, cast().cookie(Member.REPORTER))
                .get("/newsroom/assets/000000000000/other.css")
                .then()
                .statusCode(404);
    }

    private String page(Member member) {
        return given().cookie(NewsroomCast.COOKIE, cast().cookie(member))
                .get("/newsroom/nowhere")
                .asString();
    }

    private NewsroomCast cast() {
        return new NewsroomCast(database, clock);
    }

    @Test
    void nothingIsTakenFromAFormOfAnotherSite() {
        String cookie = cast().cookie(Member.REPORTER);
        for (var elsewhere : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://elsewhere.test"),
                Map.of("Origin", "null"))) {
            given().cookie(NewsroomCast.COOKIE, cookie)
                    .headers(elsewhere)
                    .formParam("csrf", cast().csrf(cookie))
                    .post("/newsroom/sign-out")
                    .then()
                    .statusCode(403);
        }
        given().cookie(NewsroomCast.COOKIE, cookie)
                .get("/newsroom/nowhere")
                .then()
                .statusCode(404);
    }

    @Test
    void aScreenHasOnePolicyOfItsOwn() {
        var policies = given().cookie(NewsroomCast.COOKIE, cast().cookie(Member.REPORTER))
                .get("/newsroom/nowhere")
                .headers()
                .getValues("Content-Security-Policy");

        assertEquals(List.of(Screen.POLICY), policies);
    }
}
