package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.herald.cli.NewsroomSite;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.RawHttp;
import org.herald.testing.Seat;
import org.herald.testing.TestPortal;
import org.herald.testing.WritingRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The newsroom asked by somebody who means it no good. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class HostileNewsroomTest {

    private final WritingRoom room;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    HostileNewsroomTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/newsroom;x=1/people",
                "/newsroom;/people",
                "/newsroom/people;x=1",
                "//newsroom/people",
                "/./newsroom/people",
                "/en/../newsroom/people",
                "/%6eewsroom/people",
                "/newsroom%2Fpeople",
                "/newsroom//people",
                "/newsroom/%70eople",
                "/newsroom/people/",
                "/Newsroom/people"
            })
    void noSpellingOfAnAddressLeadsAroundTheGate(String address) {
        room.cast();
        var answer = raw().get(address);

        assertNotEquals(200, answer.statusCode(), address);
        assertThat(answer.asString(), not(containsString(Member.LIMITED_EDITOR.email())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.test/", "//evil.test/en/", "/%5Cevil.test/", "/newsroom/sign-in?back=//evil.test"})
    void nobodyIsLedElsewhere(String address) {
        String location = raw().get(address).header("Location");

        assertThat(String.valueOf(location), not(containsString("evil")));
    }

    @Test
    void aYearThatNoFieldShowsIsNoTime() {
        String item = "/newsroom/items/" + room.draft("Far away");
        var editor = room.seat(Member.EDITOR);

        editor.post(item + "/schedule", Map.of("date", "+999999999-12-31", "time", "12:00", "confirmed", "yes"))
                .then()
                .statusCode(422);
        room.seat(Member.CHIEF_EDITOR)
                .get("/newsroom/audit?from=%2B999999999-01-01&until=%2B999999999-12-31")
                .then()
                .statusCode(200);
        var text = Map.of("item", item.substring(16), "headline", "Far away", "embargo", "+999999999-12-31T12:00");
        editor.post("/newsroom/revisions", text).then().statusCode(422);
        assertEquals("0", room.value("select count(*) from item where embargo_at > 253402300799000"));
    }

    /** What a form cannot be, with the status of the answer. */
    static Stream<Arguments> malformedForms() {
        String form = "application/x-www-form-urlencoded";
        String cut = "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nanna";
        String many = "a=1&".repeat(1_500);
        return Stream.of(
                arguments("percent signs that encode nothing", form, "email=%zz&password=%"),
                arguments("a name that encodes nothing", form, "%zz=1"),
                arguments("a charset that is none", form + "; charset=utf-7", "email=+AGE-"),
                arguments("a charset with no name", form + "; charset=\"\"", "email=a"),
                arguments("no boundary", "multipart/form-data", "--b\r\n\r\n--b--"),
                arguments("an empty boundary", "multipart/form-data; boundary=", "--\r\n\r\n----"),
                arguments("a part that ends in the middle", "multipart/form-data; boundary=b", cut),
                arguments("parts that never begin", "multipart/form-data; boundary=b", "nothing"),
                arguments("a part without a name", "multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n"),
                arguments("more fields than a form has", form, many + "email=a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedForms")
    void malformedFormsAreRefusedInWords(String what, String type, String body) throws IOException {
        for (String cookie : List.of("none", room.cast().cookie(Member.EDITOR))) {
            for (String path : List.of("/newsroom/sign-in", "/newsroom/revisions", "/newsroom/portal/blocks")) {
                var answer = RawHttp.ask(
                        server,
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                                + NewsroomCast.COOKIE + "=" + cookie + "\r\nContent-Type: " + type
                                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

                assertTrue(
                        answer.status() >= 300 && answer.status() < 500, what + " at " + path + ": " + answer.status());
                if (answer.status() == 400) {
                    assertThat(answer.body(), containsString("/newsroom.css"));
                }
            }
        }
    }

    @Test
    void everyRefusalOfARequestIsAPageOfTheNewsroom() throws IOException {
        String cookie = room.cast().cookie(Member.EDITOR);
        given().cookie(NewsroomCast.COOKIE, cookie)
                .delete("/newsroom/revisions")
                .then()
                .statusCode(405)
                .body(containsString("/newsroom.css"), containsString("Nothing was changed"));
        given().cookie(NewsroomCast.COOKIE, cookie)
                .contentType("application/xml")
                .body("<x/>")
                .post("/newsroom/revisions")
                .then()
                .statusCode(415)
                .body(containsString("/newsroom.css"), containsString("Nothing was changed"));
        var large = RawHttp.ask(server, RawHttp.large("/newsroom/sign-in"));
        assertEquals(413, large.status());
        assertEquals("close", large.headers().get("connection"));
        assertThat(large.body(), containsString("/newsroom.css"));
        assertThat(large.body(), containsString("too large"));
    }

    @Test
    void translationJoinsNoGroupOfASectionInWhichItsAuthorDoesNotWork() {
        var others = room.draft("About us", "about");
        var form = Map.of(
                "kind", "article",
                "language", "en",
                "section", room.section("news"),
                "group", others.toString(),
                "headline", "Ours now");

        for (String language : List.of("be", "en")) {
            int status = room.seat(Member.LIMITED_EDITOR)
                    .post("/newsroom/revisions", Seat.with(form, "language", language))
                    .statusCode();
            assertTrue(status == 403 || status == 404, language + ": " + status);
        }
        var limited = room.draft(TestPortal.content("Пра нас"), Cast.BELARUSIAN, "about");
        int status = room.seat(Member.LIMITED_EDITOR)
                .post("/newsroom/revisions", Seat.with(form, "group", limited.toString()))
                .statusCode();
        assertEquals(403, status, "in a language and a section of their own, beside an original that is not");
        assertEquals("0", room.value("select count(*) from revision where headline = 'Ours now'"));
    }

    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }
}
