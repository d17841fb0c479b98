package org.herald.newsroom;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.herald.model.Principal;
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

/** One thing done with several items: asked before, done to each by itself, told after. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class BatchTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private Colleague editor; // made before each test
    private Colleague reporter; // made before each test
    private Principal nasta; // made before each test

    BatchTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        items = new DeskItems(bus, database);
        var cast = new NewsroomCast(database, clock);
        editor = new Colleague(cast, Member.EDITOR);
        reporter = new Colleague(cast, Member.REPORTER);
        nasta = reporter.account().principal();
        clock.set(PortalClock.NOON);
    }

    @Test
    void eachItemIsPublishedOrRefusedByItself() {
        long good = items.draft(nasta, "Good to go");
        long blocked = items.draft(nasta, Cast.ENGLISH, "news", DeskItems.with("Has no words", ""));
        long live = items.published(nasta, "Is out already");
        long withdrawn = items.published(nasta, "Was withdrawn");
        editor.post(DeskItems.at("/newsroom/items/0/withdrawal", withdrawn), "reason", "Not so.");

        Document asked = Colleague.parsed(editor.post(
                "/newsroom/batch", "gesture", "publication", "item", List.of(good, blocked, live, withdrawn)));
        assertTrue(asked.text().contains("Cannot go out: The text is empty."), asked.text());
        assertEquals("draft", items.state(good), "nothing is done before it is confirmed");

        Document told = Colleague.parsed(editor.post(
                "/newsroom/batch/publication",
                "item",
                asked.select("input[name=item]").eachAttr("value")));
        assertTrue(told.select("section:has(#done)").text().contains("Good to go"));
        String refused = told.select("section:has(#refused)").text();
        assertTrue(refused.contains("Has no words") && refused.contains("The text is empty."), refused);
        assertTrue(refused.contains("Was withdrawn"), refused);
        assertEquals("published", items.state(good));
        assertEquals("draft", items.state(blocked));
    }

    @Test
    void whoMayNotIsToldForEachItem() {
        long item = items.draft(nasta, "Not for reporters");

        Document told = Colleague.parsed(reporter.post("/newsroom/batch/publication", "item", item));

        assertTrue(told.select("section:has(#refused)").text().contains("You may not do this to this item."));
        assertEquals("draft", items.state(item));
    }

    @Test
    void severalAreSentToReviewApprovedAndAssigned() {
        long one = items.draft(nasta, "One of several");
        long two = items.draft(nasta, "Two of several");
        reporter.post("/newsroom/batch/review", "item", List.of(one, two))
                .then()
                .statusCode(200);
        assertEquals(List.of("in-review", "in-review"), List.of(items.state(one), items.state(two)));

        Document asked =
                Colleague.parsed(editor.post("/newsroom/batch", "gesture", "approval", "item", List.of(one, two)));
        items.revise(nasta, two, DeskItems.good("Two, and more"));
        editor.post(
                        "/newsroom/batch/approval",
                        "item",
                        asked.select("input[name=item]").eachAttr("value"))
                .then()
                .statusCode(200);
        assertEquals(
                List.of("approved", "in-review"),
                List.of(items.state(one), items.state(two)),
                "only what was looked at");

        editor.post("/newsroom/batch/assignment", "item", List.of(one, two), "person", "9".repeat(40))
                .then()
                .statusCode(422)
                .body(containsString("is nobody’s account"));
        editor.post(
                        "/newsroom/batch/assignment",
                        "item",
                        List.of(one, two),
                        "person",
                        reporter.account().id(),
                        "due-date",
                        "2026-12-01")
                .then()
                .statusCode(200);
        assertTrue(
                DeskTest.ids(editor.page("/newsroom?who=" + reporter.account().id()))
                        .containsAll(List.of(one, two)));
    }

    @Test
    void aScheduleAndAWithdrawalAskUntilTheyKnowEnough() {
        long one = items.draft(nasta, "Later, one");
        long two = items.draft(nasta, "Later, two");
        var values = List.of(one + "-" + items.head(one), two + "-" + items.head(two));
        editor.post("/newsroom/batch/schedule", "item", values, "date", "2027-03-28", "time", "02:30:00")
                .then()
                .statusCode(422);
        editor.post("/newsroom/batch/schedule", "item", values, "date", "2026-12-01", "time", "02:30:00")
                .then()
                .statusCode(200);
        assertEquals(List.of("scheduled", "scheduled"), List.of(items.state(one), items.state(two)));

        long live = items.published(nasta, "To be taken back");
        var again = editor.post("/newsroom/batch/withdrawal", "item", live + "-" + items.head(live), "reason", " ");
        assertEquals(422, again.statusCode());
        assertEquals("published", items.state(live));
        editor.post("/newsroom/batch/withdrawal", "item", live, "reason", "It was not so.")
                .then()
                .statusCode(200);
        assertEquals("withdrawn", items.state(live));
    }

    @Test
    void nothingSelectedIsSaidAndAnythingElseIsNotThere() {
        editor.post("/newsroom/batch", "gesture", "review").then().statusCode(303);
        assertEquals(
                404,
                editor.post("/newsroom/batch", "gesture", "deletion", "item", 1).statusCode());
        assertEquals(404, editor.post("/newsroom/batch/correction", "item", 1).statusCode());
    }
}
