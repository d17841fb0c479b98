package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.herald.cli.NewsroomSite;
import org.herald.publish.Desk;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newsroom asked by somebody who means it no good. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class HostileNewsroomTest {

    private final WritingRoom room;

    HostileNewsroomTest(Database database, PortalClock clock, Desk desk) {
        this.room = new WritingRoom(database, clock, desk);
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

    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }
}
