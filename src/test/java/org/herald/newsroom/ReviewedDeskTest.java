package org.herald.newsroom;

import static org.herald.newsroom.DeskItems.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Principal;
import org.herald.model.kind.Fields;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk where review is the rule: four eyes see what goes out, and nothing goes out that they have not seen. */
@QuarkusTest
@TestProfile(ReviewedPortal.class)
final class ReviewedDeskTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private Colleague editor; // made before each test
    private Colleague chief; // made before each test
    private Colleague reporter; // made before each test
    private Principal nasta; // made before each test

    ReviewedDeskTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        items = new DeskItems(bus, database);
        var cast = new NewsroomCast(database, clock);
        editor = new Colleague(cast, Member.EDITOR);
        chief = new Colleague(cast, Member.CHIEF_EDITOR);
        reporter = new Colleague(cast, Member.REPORTER);
        nasta = reporter.account().principal();
        clock.set(PortalClock.NOON);
    }

    @Test
    void aDraftGoesOutOnlyForThoseWhoMayPublishWithoutReview() {
        long item = items.draft(nasta, "Nobody has read it");
        Document page = editor.page(at("/newsroom/items/0", item));
        assertTrue(page.text().contains("This portal publishes only what somebody has approved."));
        assertFalse(page.text().contains("Publish now"));

        editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes")
                .then()
                .statusCode(422);
        editor.post(
                        at("/newsroom/items/0/schedule", item),
                        "read",
                        items.head(item),
                        "confirmed",
                        "yes",
                        "date",
                        "2026-12-01",
                        "time",
                        "10:00:00")
                .then()
                .statusCode(422);
        assertEquals("draft", items.state(item));

        chief.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes")
                .then()
                .statusCode(303);
        assertEquals("published", items.state(item));
    }

    @Test
    void nobodyApprovesTheirOwnText() {
        long own = items.inReview(editor.account().principal(), "My own words");
        var answer = editor.post(at("/newsroom/items/0/approval", own), "read", items.head(own));
        assertEquals(422, answer.statusCode());
        assertTrue(Colleague.parsed(answer).text().contains("You saved this text yourself"));
        assertEquals("in-review", items.state(own));

        chief.post(at("/newsroom/items/0/approval", own), "read", items.head(own))
                .then()
                .statusCode(303);
        editor.post(at("/newsroom/items/0/publication", own), "read", items.head(own), "confirmed", "yes")
                .then()
                .statusCode(303);
        assertEquals("published", items.state(own));
    }

    @Test
    void aChangeOfALiveStoryIsPublishedByThoseWhoNeedAnApprovalOnceItIsApproved() {
        long item = items.inReview(nasta, "What is live is changed");
        chief.post(at("/newsroom/items/0/approval", item), "read", items.head(item));
        editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes")
                .then()
                .statusCode(303);
        items.revise(editor.account().principal(), item, DeskItems.good("What is live is changed twice"));

        assertFalse(editor.page(at("/newsroom/items/0", item)).text().contains("Publish the changes"));
        assertEquals(
                0,
                editor.page(at("/newsroom/items/0/correction", item))
                        .select("#note")
                        .size());
        for (String as : List.of("update", "correction")) {
            var answer = editor.post(
                    at("/newsroom/items/0/publication", item),
                    "read",
                    items.head(item),
                    "confirmed",
                    "yes",
                    "as",
                    as,
                    "note",
                    "Twice.");
            assertEquals(422, answer.statusCode(), as);
            assertTrue(Colleague.parsed(answer).text().contains("The newest revision is not approved."), as);
        }
        editor.post(at("/newsroom/items/0/review", item)).then().statusCode(303);
        assertEquals(
                422,
                editor.post(at("/newsroom/items/0/approval", item), "read", items.head(item))
                        .statusCode(),
                "their own words");
        chief.post(at("/newsroom/items/0/approval", item), "read", items.head(item))
                .then()
                .statusCode(303);
        assertTrue(editor.page(at("/newsroom/items/0", item)).text().contains("Publish the changes"));
        editor.post(
                        at("/newsroom/items/0/publication", item),
                        "read",
                        items.head(item),
                        "confirmed",
                        "yes",
                        "as",
                        "correction",
                        "note",
                        "It was twice.")
                .then()
                .statusCode(303);
        assertEquals("corrected", items.state(item));
    }

    @Test
    void theChecksAreAsThePortalSetsThem() {
        var bare = new Content("No standfirst", "", null, List.of(), new Body("<p>Words.</p>"), Fields.NONE);
        long item = items.draft(nasta, Cast.ENGLISH, "news", bare);

        var answer =
                chief.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes");

        assertEquals(422, answer.statusCode());
        String page = Colleague.parsed(answer).text();
        assertTrue(page.contains("The standfirst is empty"), "blocks here");
        assertTrue(page.contains("There is no translation into “be” yet"), "a language that is required");
    }
}
