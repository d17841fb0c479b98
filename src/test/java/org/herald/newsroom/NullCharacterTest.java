package org.herald.newsroom;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import org.herald.cli.OwnPortal;
import org.herald.model.Comment;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.store.CommentQueries;
import org.herald.store.Database;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** U+0000, wherever a request brings it: no text of PostgreSQL can have it, and nobody gets to feel that. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class NullCharacterTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private Colleague chief; // made before each test
    private long item; // made before each test

    NullCharacterTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        chief = new Colleague(new NewsroomCast(database, clock), Member.CHIEF_EDITOR);
        item = new DeskItems(bus, database).draft(chief.account().principal(), "Storks over Hrodna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/en/%00", "/en/tag/a%00b", "/en/news/%00/archive", "/%00", "/newsroom/%00", "/preview/%00"})
    void nothingIsAtAnAddressWithIt(String path) {
        assertEquals(
                404, RestAssured.given().urlEncodingEnabled(false).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en?p=%00", "/?p=1%00", "/en/tag/x?%00=%00", "/newsroom/sign-in?back=%00"})
    void fromTheQueryOfAReaderItIsLeftOut(String path) {
        var answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path);
        assertTrue(answer.statusCode() < 500 && answer.statusCode() != 400, answer.statusLine());
    }

    @Test
    void searchFindsAsIfItWereNotThere() {
        String found = chief.page("/newsroom?q=storks%00+over+hrodna").text();
        assertTrue(found.contains("Storks over Hrodna"), found);
        for (String screen : List.of(
                "/newsroom/portal/redirects?q=%00&after=%00",
                "/newsroom/audit?what=%00&who=%00", "/newsroom/links?q=%00", "/newsroom?held=%00")) {
            int status = chief.get(screen).statusCode();
            assertTrue(status < 500 && status != 400, screen + " " + status);
        }
    }

    @Test
    void whatIsTypedIsSavedWithoutIt() {
        chief.post("/newsroom/items/" + item + "/comments", "text", "How many\0?")
                .then()
                .statusCode(303);
        assertEquals(
                List.of("How many?"),
                new CommentQueries(database)
                        .about(new ItemId(item)).stream().map(Comment::text).toList());
        chief.post("/newsroom/items/" + item + "/comments", "text", "\0").then().statusCode(422);
    }

    @Test
    void signInWithItIsOneThatIsWrong() {
        RestAssured.given()
                .formParam("email", "nobody\0@herald.test")
                .formParam("password", "\0")
                .post("/newsroom/sign-in")
                .then()
                .statusCode(422)
                .body(containsString("nobody@herald.test"));
    }
}
