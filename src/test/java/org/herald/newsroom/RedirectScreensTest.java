package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.herald.newsroom.AtField.assertAtField;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects as they are typed: in any spelling, refused where they cannot lead, and only then asked about. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class RedirectScreensTest {
    private static final String SCREEN = "/newsroom/portal/redirects";

    private final WritingRoom room;
    private final PortalClock clock;

    RedirectScreensTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes"})
    void whatCannotLeadIsRefusedAtItsFieldBeforeItIsAskedAbout(String sure) {
        assertAtField(
                refused("/%65n/n%65ws#x", "/en/how-to-visit", sure),
                "path",
                "already a page of the portal at /en/news");
        assertAtField(
                refused("/old-towels", "http://localhost:8080/en/nothing-here", sure),
                "target",
                "Nothing stands at /en/nothing-here");
        assertAtField(refused("/old-towels", "/newsroom/plan", sure), "target", "which readers cannot open");
    }

    @Test
    void itAnswersInEverySpellingInWhichItIsAskedFor() {
        room.seat(Member.CHIEF_EDITOR)
                .post(
                        SCREEN,
                        fields("http://localhost:8080/%d1%80%D1%83%D1%87?b=2&a=%31#top", "/en/how-to-visit", "yes"))
                .then()
                .statusCode(303);
        for (String query : new String[] {"a=1&b=2", "b=2&a=1", "b=2&utm_source=letter&a=%31"}) {
            given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .get("/%D1%80%D1%83%D1%87?" + query)
                    .then()
                    .statusCode(301)
                    .header("Location", endsWith("/en/how-to-visit"));
        }
    }

    private Document refused(String path, String target, String sure) {
        var answer = room.seat(Member.CHIEF_EDITOR).post(SCREEN, fields(path, target, sure));
        answer.then().statusCode(422);
        return Seat.parsed(answer);
    }

    private static Map<String, String> fields(String path, String target, String sure) {
        return Map.of("path", path, "target", target, "language", "en", "sure", sure);
    }
}
