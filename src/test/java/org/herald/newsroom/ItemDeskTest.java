package org.herald.newsroom;

import static org.herald.newsroom.DeskItems.at;
import static org.herald.newsroom.DeskItems.good;
import static org.herald.newsroom.DeskItems.with;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.Schedule;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Timetable;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item's desk screen: every verb behind its button, for those who may, from the states that allow it. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class ItemDeskTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private NewsroomCast cast; // made before each test
    private Colleague editor; // made before each test
    private Colleague reporter; // made before each test
    private Principal nasta; // made before each test

    ItemDeskTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        items = new DeskItems(bus, database);
        cast = new NewsroomCast(database, clock);
        editor = new Colleague(cast, Member.EDITOR);
        reporter = new Colleague(cast, Member.REPORTER);
        nasta = reporter.account().principal();
        clock.set(PortalClock.NOON);
    }

    @Test
    void anArticleGoesFromTheReporterThroughTheEditorToReaders() {
        long item = items.draft(nasta, "From the desk to readers");
        done(reporter.post(at("/newsroom/items/0/review", item)));
        assertEquals("in-review", items.state(item));

        done(editor.post(at("/newsroom/items/0/return", item), "note", "Name the river."));
        assertEquals("draft", items.state(item));
        assertTrue(screen(reporter, item).select(".comments").text().contains("Name the river."));

        done(reporter.post(at("/newsroom/items/0/review", item)));
        done(editor.post(at("/newsroom/items/0/approval", item), "read", items.head(item)));
        assertEquals("approved", items.state(item));

        Document page = screen(editor, item);
        assertEquals("Publish now", page.select(".panel button.first").text(), "what is done next comes first");
        done(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item)));
        assertEquals("published", items.state(item));
        String path = String.valueOf(items.open(item).path());
        assertTrue(editor.page(path).text().contains("From the desk to readers"));
        assertTrue(screen(editor, item).select(".deeds").text().contains("Published Alesia"));
    }

    @Test
    void whatWasDueAndCouldNotGoOutSaysWhyInWords() {
        long item = items.draft(nasta, "Due, and withdrawn meanwhile");
        bus.carryOut(Cast.VERA, new Schedule(new ItemId(item), PortalClock.NOON.plusSeconds(60)))
                .orThrow();
        new WritingRoom(database, clock, bus)
                .value("update item set state = 'withdrawn' where id = ? returning id", item);
        clock.set(PortalClock.NOON.plusSeconds(61));
        new Timetable(bus).publishDue();

        String flash = screen(editor, item).select(".comments").text();
        assertTrue(flash.contains("“Publish” is not possible while the item is “Withdrawn”"), flash);
    }

    @ParameterizedTest
    @CsvSource({
        "/newsroom/items/0/approval,         REPORTER",
        "/newsroom/items/0/return,           REPORTER",
        "/newsroom/items/0/publication,      REPORTER",
        "/newsroom/items/0/schedule,         REPORTER",
        "/newsroom/items/0/schedule/removal, REPORTER",
        "/newsroom/items/0/correction,       REPORTER",
        "/newsroom/items/0/withdrawal,       REPORTER",
        "/newsroom/items/0/restoration,      REPORTER",
        "/newsroom/items/0/assignment,       REPORTER",
        "/newsroom/items/0/publication,      TRANSLATOR",
        "/newsroom/items/0/review,           LIMITED_EDITOR",
        "/newsroom/items/0/approval,         LIMITED_EDITOR",
        "/newsroom/items/0/return,           LIMITED_EDITOR",
        "/newsroom/items/0/publication,      LIMITED_EDITOR",
        "/newsroom/items/0/schedule,         LIMITED_EDITOR",
        "/newsroom/items/0/schedule/removal, LIMITED_EDITOR",
        "/newsroom/items/0/correction,       LIMITED_EDITOR",
        "/newsroom/items/0/withdrawal,       LIMITED_EDITOR",
        "/newsroom/items/0/restoration,      LIMITED_EDITOR",
        "/newsroom/items/0/assignment,       LIMITED_EDITOR",
        "/newsroom/items/0/comments,         LIMITED_EDITOR",
        "/newsroom/items/0/comments/1/resolution, LIMITED_EDITOR",
        "/newsroom/items/0/place,            LIMITED_EDITOR",
        "/newsroom/items/0/address,          LIMITED_EDITOR"
    })
    void whoMayNotIsRefusedAndNothingHappens(String path, Member member) {
        long item = items.draft(nasta, BELARUSIAN, "news", good("Не для ўсіх"));

        new Colleague(cast, member)
                .post(at(path, item), "read", items.head(item))
                .then()
                .statusCode(403);

        assertEquals("draft", items.state(item));
    }

    @Test
    void buttonsAreShownToThoseWhoMayPressThem() {
        long item = items.draft(nasta, "Buttons");

        assertEquals(
                "Send to review",
                screen(reporter, item).select(".actions button").text());
        assertFalse(screen(reporter, item).text().contains("Publish now"));
        assertTrue(screen(editor, item).text().contains("Publish now"));
        assertEquals(
                0,
                screen(new Colleague(cast, Member.TRANSLATOR), items.published(nasta, "No buttons"))
                        .select("form[action*=withdrawal]")
                        .size());
    }

    @Test
    void whatIsPublishedIsWhatWasLookedAt() {
        long item = items.draft(nasta, "Looked at");
        long seen = items.head(item);
        items.revise(nasta, item, good("Looked at, and changed"));

        Document page = refused(editor.post(at("/newsroom/items/0/publication", item), "read", seen));

        assertTrue(page.text().contains("There is a newer revision than the one you read"));
        assertEquals("draft", items.state(item));
    }

    @Test
    void aBlockingCheckKeepsTheItemAndSaysWhy() {
        long item = items.draft(
                nasta, ENGLISH, "news", with("Blocked", "<p>Words.</p><figure><img src=\"asset:1\"></figure>"));

        Document page = refused(
                editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes"));

        assertTrue(page.select(".reasons").text().contains("Picture 1 in the text has no alternative text"));
        assertEquals("draft", items.state(item));
    }

    @Test
    void aWarningWantsATickAndNoMore() {
        long item = items.draft(nasta, ENGLISH, "news", with("Warned", "<p>See <a href=\"/en/news\">here</a>.</p>"));
        assertTrue(screen(editor, item).select(".warned").text().contains("The link “here” does not say"));

        Document page = refused(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item)));
        assertTrue(page.select(".reasons").text().contains("The checks warn of something"));

        done(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "confirmed", "yes"));
        assertEquals("published", items.state(item));
    }

    @Test
    void anItemIsScheduledToTheSecondMovedAndTakenOff() {
        long item = items.draft(nasta, "To the second");
        done(schedule(item, "2026-12-01", "07:30:15", ""));
        assertEquals(berlin(2026, 12, 1, 7, 30, 15), items.open(item).item().dueAt());
        Document page = screen(editor, item);
        assertTrue(page.text().contains("It goes out on 1 Dec 2026, 07:30:15."), page.text());
        assertEquals("07:30:15", page.select("#time").val());

        done(schedule(item, "2026-12-01", "07:30", ""));
        assertEquals(berlin(2026, 12, 1, 7, 30, 0), items.open(item).item().dueAt());

        done(editor.post(at("/newsroom/items/0/schedule/removal", item)));
        assertEquals("draft", items.state(item));
    }

    @Test
    void aTimeThatHasPassedOrIsNoneKeepsWhatWasTyped() {
        long item = items.draft(nasta, "A time that is none");

        assertTrue(refused(schedule(item, "2026-11-01", "07:30:00", ""))
                .select(".reasons")
                .text()
                .contains("has passed"));
        Document page = refused(schedule(item, "2026-12-01", "", ""));
        assertTrue(page.select(".reasons").text().contains("Write a date and a time."));
        assertEquals("2026-12-01", page.select("#date").val());
        assertEquals("draft", items.state(item));
    }

    @Test
    void aTimeThatDoesNotExistIsRefusedWithTheNextOne() {
        long item = items.draft(nasta, "Clocks are put forward");

        Document page = refused(schedule(item, "2027-03-28", "02:30:00", ""));

        assertTrue(page.select(".reasons").text().contains("there is no 02:30"), page.text());
        assertTrue(page.select(".reasons").text().contains("03:00"));
        assertEquals("02:30:00", page.select("#time").val());
        assertEquals("draft", items.state(item));
    }

    @Test
    void aTimeThatComesTwiceIsAskedAbout() {
        long item = items.draft(nasta, "Clocks are put back");

        Document page = refused(schedule(item, "2027-10-31", "02:30:00", ""));
        assertEquals(2, page.select("input[name=which]").size());
        assertTrue(page.select("fieldset").text().contains("+02:00"));
        assertTrue(page.select("fieldset").text().contains("+01:00"));
        assertEquals("draft", items.state(item));

        done(schedule(item, "2027-10-31", "02:30:00", "later"));
        assertEquals(
                Instant.parse("2027-10-31T01:30:00Z"), items.open(item).item().dueAt());
        assertEquals(
                "later",
                screen(editor, item).select("input[name=which][checked]").val());
        done(schedule(item, "2027-10-31", "02:30:00", "earlier"));
        assertEquals(
                Instant.parse("2027-10-31T00:30:00Z"), items.open(item).item().dueAt());
    }

    @Test
    void aCorrectionShowsWhatChangesAndTellsReaders() {
        long item = items.published(nasta, "The bridge has four arches");
        items.revise(nasta, item, good("The bridge has five arches"));
        Document form = editor.page(at("/newsroom/items/0/correction", item));
        assertTrue(form.select(".change del").text().contains("four"));
        assertTrue(form.select(".change ins").text().contains("five"));

        Document page = refused(editor.post(
                at("/newsroom/items/0/correction", item), "read", items.head(item), "note", " ", "confirmed", "yes"));
        assertTrue(page.text().contains("A correction needs a note"));
        refused(editor.post(at("/newsroom/items/0/correction", item), "read", "1", "note", "It has five."));

        done(editor.post(at("/newsroom/items/0/correction", item), "read", items.head(item), "note", "It has five."));
        assertEquals("corrected", items.state(item));
        Document shown = editor.page(String.valueOf(items.open(item).path()));
        assertTrue(shown.text().contains("The bridge has five arches"));
        assertTrue(shown.text().contains("It has five."));
        assertTrue(editor.page(at("/newsroom/items/0/correction", item)).text().contains("Readers see the newest"));
    }

    @Test
    void aWithdrawalWantsAReasonAndCanBeTakenBack() {
        long item = items.published(nasta, "It never happened");
        String path = String.valueOf(items.open(item).path());
        editor.page(at("/newsroom/items/0/withdrawal", item));
        refused(editor.post(at("/newsroom/items/0/withdrawal", item), "reason", " "));

        done(editor.post(at("/newsroom/items/0/withdrawal", item), "reason", "It did not happen."));
        assertEquals("withdrawn", items.state(item));
        assertEquals(410, editor.get(path).statusCode());

        done(editor.post(at("/newsroom/items/0/restoration", item), "read", items.head(item)));
        assertEquals("published", items.state(item));
        assertEquals(200, editor.get(path).statusCode());
    }

    @Test
    void aCommentIsSaidAndResolvedOnce() {
        long item = items.draft(nasta, "Something to say");
        Document page = refused(reporter.post(at("/newsroom/items/0/comments", item), "text", " "));
        assertTrue(page.text().contains("The comment is empty"));
        done(reporter.post(at("/newsroom/items/0/comments", item), "text", "Two lines\n<b>of it</b>"));
        Document said = screen(editor, item);
        assertTrue(said.select(".comments .text").text().contains("<b>of it</b>"));

        String resolve = said.select("form[action$=/resolution]").attr("action");
        long other = items.draft(nasta, "Something else");
        assertEquals(
                404,
                editor.post(resolve.replace("/" + item + "/", "/" + other + "/"))
                        .statusCode());
        done(editor.post(resolve));
        assertTrue(screen(editor, item).select(".comments").text().contains("Resolved by Alesia"));
        refused(editor.post(resolve));
    }

    @Test
    void anItemIsGivenToSomebodyUntilATimeAndThatEndsWhenItGoesOut() {
        long item = items.draft(nasta, "Somebody's task");
        var person = reporter.account().id();
        done(editor.post(
                at("/newsroom/items/0/assignment", item),
                "person",
                person,
                "due-date",
                "2026-11-25",
                "due-time",
                "15:00"));
        assertTrue(DeskTest.ids(reporter.page("/newsroom?who=me")).contains(item));
        assertEquals(
                person.toString(),
                screen(editor, item).select("#person option[selected]").val());

        Document page = refused(editor.post(
                at("/newsroom/items/0/assignment", item), "person", person, "due-date", "yesterday", "due-time", ""));
        assertTrue(page.text().contains("Write a date and a time."));
        Document unread = refused(editor.post(
                at("/newsroom/items/0/assignment", item), "person", "Nasta", "due-date", "", "due-time", ""));
        assertTrue(unread.text().contains("“Nasta” is nobody’s account"));
        assertEquals(
                person.toString(),
                screen(editor, item).select("#person option[selected]").val(),
                "it is still whose it was");
        var limited = cast.account(Member.LIMITED_EDITOR);
        long belarusian = items.draft(nasta, BELARUSIAN, "news", good("Не для Пятра"));
        assertTrue(refused(editor.post(at("/newsroom/items/0/assignment", belarusian), "person", limited.id()))
                .text()
                .contains("Piotr does not work in this section or language"));

        done(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item)));
        assertEquals("", screen(editor, item).select("#person option[selected]").val());
    }

    @Test
    void anItemIsMovedAndRenamedAndItsAddressesLeadOn() {
        long item = items.published(nasta, "A place of its own");
        String first = String.valueOf(items.open(item).path());
        long culture = items.section("news/culture").id().value();
        done(editor.post(at("/newsroom/items/0/place", item), "section", culture));
        done(editor.post(at("/newsroom/items/0/address", item), "slug", "another-place"));

        String now = String.valueOf(items.open(item).path());
        assertTrue(now.startsWith("/en/news/culture/") && now.endsWith("/another-place"), now);
        assertEquals(301, editor.get(first).statusCode());
        Document page = refused(editor.post(at("/newsroom/items/0/address", item), "slug", "?!"));
        assertEquals("?!", page.select("#slug").val());
        done(editor.post(at("/newsroom/items/0/address", item), "slug", " Not a “Slug” "));
        assertTrue(String.valueOf(items.open(item).path()).endsWith("/not-a-slug"), "as at every other door");
        assertEquals(
                403,
                reporter.post(at("/newsroom/items/0/place", item), "section", culture)
                        .statusCode(),
                "what is live is moved by those who publish");
        assertEquals(
                403,
                new Colleague(cast, Member.LIMITED_EDITOR)
                        .post(
                                at("/newsroom/items/0/place", item),
                                "section",
                                items.section("about").id())
                        .statusCode(),
                "not into a section in which they do not work");
    }

    @Test
    void anEmbargoIsSaidBeforeItStopsAnybodyAndIsGoneWhenItEnds() {
        long item = items.draft(nasta, "Held back until the evening");
        var until = PortalClock.NOON.plusSeconds(3600);
        bus.carryOut(nasta, new SetEmbargo(new ItemId(item), until)).orThrow();

        assertTrue(screen(editor, item).text().contains("It is under embargo until 21 Nov 2026, 14:00."));
        refused(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item)));
        assertEquals("draft", items.state(item));

        clock.set(until);
        assertFalse(screen(editor, item).text().contains("under embargo"));
        done(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item)));
        assertEquals("published", items.state(item));
    }

    @Test
    void anItemThatIsNotThereIsNotThere() {
        assertEquals(404, editor.get("/newsroom/items/999999999").statusCode());
        assertEquals(404, editor.post("/newsroom/items/999999999/review").statusCode());
    }

    private Response schedule(long item, String date, String time, String which) {
        return editor.post(
                at("/newsroom/items/0/schedule", item),
                "read",
                items.head(item),
                "date",
                date,
                "time",
                time,
                "which",
                which);
    }

    private Document screen(Colleague colleague, long item) {
        return colleague.page(at("/newsroom/items/0", item));
    }

    private static void done(Response answer) {
        assertEquals(
                303,
                answer.statusCode(),
                () -> Colleague.parsed(answer).select(".reasons").text());
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode());
        return Colleague.parsed(answer);
    }

    private static Instant berlin(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second)
                .atZone(BERLIN)
                .toInstant();
    }
}
