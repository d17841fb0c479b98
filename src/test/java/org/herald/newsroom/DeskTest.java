package org.herald.newsroom;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.kind.KindName;
import org.herald.publish.AddComment;
import org.herald.publish.Assign;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.KeepDraft;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Withdraw;
import org.herald.store.Database;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newsroom's list: what stands in it, how it is narrowed, and the views that people keep of it. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class DeskTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private NewsroomCast cast; // made before each test
    private Colleague editor; // made before each test
    private Colleague reporter; // made before each test

    DeskTest(CommandBus bus, Database database, PortalClock clock) {
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
        clock.set(PortalClock.NOON);
    }

    @Test
    void whatChangedLastStandsFirstAndEveryItemStandsThereOnce() {
        long older = items.draft(reporter.account().principal(), "The storks are back for good");
        clock.set(PortalClock.NOON.plusSeconds(60));
        long newer = items.draft(reporter.account().principal(), "The ice is gone for good");
        clock.set(PortalClock.NOON.plusSeconds(120));
        bus.carryOut(editor.account().principal(), new AddComment(new ItemId(older), "How many?"))
                .orThrow();

        assertEquals(List.of(older, newer), ids(editor.page("/newsroom?q=for+good")), "a comment is a change");
        assertEquals(50, ids(editor.page("/newsroom")).size());

        var seen = new HashSet<Long>();
        String next = "/newsroom";
        while (!next.isEmpty()) {
            Document page = editor.page(next);
            assertTrue(ids(page).stream().allMatch(seen::add), next);
            next = page.select("a[rel=next]").attr("href");
        }
        assertTrue(seen.contains(newer));
        assertTrue(seen.size() > 100, "those of the sample portal, too");
    }

    @Test
    void aRowSaysWhoSavedItWhoHasItAndWhatIsOpen() {
        long item = items.draft(reporter.account().principal(), "A row that says everything");
        var until = PortalClock.NOON.minus(Duration.ofHours(1));
        bus.carryOut(
                        editor.account().principal(),
                        new Assign(new ItemId(item), reporter.account().id(), until))
                .orThrow();
        bus.carryOut(editor.account().principal(), new AddComment(new ItemId(item), "Who says so?"))
                .orThrow();

        String row = row(editor.page("/newsroom?q=says+everything"), item);
        assertTrue(row.contains("Draft"), row);
        assertTrue(row.contains("Saved: Nasta"), row);
        assertTrue(row.contains("Assigned to: Nasta"), row);
        assertTrue(row.contains("12:00 (late)"), "by the portal's clock: " + row);
        assertTrue(row.contains("1 comment"), row);
    }

    @Test
    void theFilterNarrowsByEachOfItsParts() {
        long item = items.draft(reporter.account().principal(), "Цмокі вярнуліся ў пушчу");
        long culture = items.draft(
                reporter.account().principal(), BELARUSIAN, "news/culture", DeskItems.good("Цмок на палатне"));
        long page = bus.carryOut(
                        reporter.account().principal(),
                        new Create(
                                KindName.PAGE,
                                ENGLISH,
                                null,
                                items.section("news").id(),
                                null,
                                DeskItems.good("Цмок: a page"),
                                null))
                .orThrow()
                .value();
        long withdrawn = items.published(editor.account().principal(), "Цмок withdrawn");
        bus.carryOut(editor.account().principal(), new Withdraw(new ItemId(withdrawn), "Not so."))
                .orThrow();

        assertEquals(List.of(withdrawn, page, culture, item), ids(editor.page("/newsroom?q=ЦМОК")));
        assertEquals(List.of(item), ids(editor.page("/newsroom?q=пушчу+цмокі")));
        assertEquals(List.of(culture), ids(editor.page("/newsroom?q=цмок&language=be")));
        assertEquals(List.of(page), ids(editor.page("/newsroom?q=цмок&kind=page")));
        assertEquals(List.of(withdrawn), ids(editor.page("/newsroom?q=цмок&state=withdrawn")));
        assertEquals(
                List.of(culture),
                ids(editor.page("/newsroom?q=цмок&section="
                        + items.section("news/culture").id())));
        assertEquals(
                List.of(withdrawn, page, culture, item),
                ids(editor.page(
                        "/newsroom?q=цмок&section=" + items.section("news").id())),
                "with those below");
        assertEquals(List.of(), ids(editor.page("/newsroom?q=цмок_")), "a mark is a mark and no pattern");
        assertFalse(
                ids(editor.page("/newsroom?state=nonsense&section=x&due=ever")).isEmpty());
    }

    @Test
    void whatIsMineWasBegunOrWrittenInByMeOrGivenToMeOrCameBackToMe() {
        var chief = new Colleague(cast, Member.CHIEF_EDITOR);
        long begun = items.draft(reporter.account().principal(), "Mine because I began it");
        items.revise(editor.account().principal(), begun, DeskItems.good("Mine because I began it, edited"));
        long sent = items.inReview(reporter.account().principal(), "Mine because it came back");
        int waiting = count(reporter.page("/newsroom"));
        editor.post(DeskItems.at("/newsroom/items/0/return", sent), "note", "Who says so?");
        long passed = items.draft(chief.account().principal(), "Mine because I sent it to review");
        reporter.post(DeskItems.at("/newsroom/items/0/review", passed));
        assertFalse(ids(reporter.page("/newsroom?who=me&q=mine")).contains(passed), "it is with the editors");
        editor.post(DeskItems.at("/newsroom/items/0/return", passed), "note", "Not yet.");

        Document mine = reporter.page("/newsroom?who=me&q=mine");
        assertEquals("Mine", mine.expectFirst("h1").text());
        assertEquals(Set.of(begun, sent, passed), Set.copyOf(ids(mine)));
        assertTrue(row(mine, sent).contains("Sent back"), row(mine, sent));
        assertEquals(waiting + 2, count(reporter.page("/newsroom/account")), "on every screen");
        assertEquals(
                List.of("Mine because I sent it to review", "Mine because it came back"),
                reporter.page("/newsroom?who=me").select("section:has(#waiting) li a").eachText().stream()
                        .limit(2)
                        .toList());
        assertFalse(ids(editor.page("/newsroom?who=me&q=mine")).contains(sent), "who sent it back is not who wrote it");

        reporter.post(DeskItems.at("/newsroom/items/0/review", sent));
        assertEquals(waiting + 1, count(reporter.page("/newsroom/plan")), "it went to review again");
    }

    /** The number beside “Mine”, in the head of every screen. */
    private static int count(Document page) {
        var count = page.selectFirst(".places a[data-go=m] .count [aria-hidden]");
        return count == null ? 0 : Integer.parseInt(count.text());
    }

    @Test
    void whatWasAssignedToMeIsMine() {
        long saved = items.draft(reporter.account().principal(), "Mine because I wrote it");
        long given = items.draft(editor.account().principal(), "Mine because it was given to me");
        long other = items.draft(editor.account().principal(), "Mine is not what others have");
        bus.carryOut(
                        editor.account().principal(),
                        new Assign(new ItemId(given), reporter.account().id(), null))
                .orThrow();

        assertEquals(List.of(given, saved), first(2, reporter.page("/newsroom?who=me&q=mine+because")));
        assertFalse(ids(reporter.page("/newsroom?who=me&q=mine")).contains(other));
        assertEquals(
                List.of(given),
                first(
                        1,
                        editor.page("/newsroom?q=mine&who=" + reporter.account().id())));
        assertEquals(List.of(other, given), first(2, editor.page("/newsroom?who=me&q=mine")));
    }

    private static List<Long> first(int count, Document page) {
        return ids(page).stream().limit(count).toList();
    }

    @Test
    void whatIsHeldBackSaysUntilWhenInTheListAndInTheCalendar() {
        long item = items.draft(reporter.account().principal(), "Held back for the list");
        var until = PortalClock.NOON.plus(Duration.ofHours(1));
        bus.carryOut(reporter.account().principal(), new SetEmbargo(new ItemId(item), until))
                .orThrow();

        String row = row(editor.page("/newsroom?q=held+back+for"), item);
        assertTrue(row.contains("not before 21 Nov 2026, 14:00"), "by the portal's clock: " + row);
        var plan = editor.page("/newsroom/plan?month=2026-11").select("td:has([datetime=2026-11-21]) li.embargo");
        assertTrue(plan.text().contains("14:00 Held back for the list embargo ends"), plan.text());

        clock.set(until);
        assertFalse(row(editor.page("/newsroom?q=held+back+for"), item).contains("not before"), "it has ended");
    }

    @Test
    void aTranslationWhoseOriginalHasChangedIsStale() {
        long original = items.draft(editor.account().principal(), "An original that changes");
        var group = items.open(original).item().group();
        long translation = bus.carryOut(
                        editor.account().principal(),
                        new Create(
                                KindName.ARTICLE,
                                BELARUSIAN,
                                group,
                                items.section("news").id(),
                                null,
                                DeskItems.good("Пераклад"),
                                null))
                .orThrow()
                .value();
        assertFalse(ids(editor.page("/newsroom?stale=yes")).contains(translation));

        clock.set(PortalClock.NOON.plusSeconds(5));
        items.revise(editor.account().principal(), original, DeskItems.good("An original that has changed"));

        Document stale = editor.page("/newsroom?stale=yes");
        assertTrue(ids(stale).contains(translation));
        assertFalse(ids(stale).contains(original));
        assertTrue(row(stale, translation).contains("Original has changed"));
    }

    @Test
    void whatWasTypedAndNeverSavedStandsOnTopForWhoeverTypedIt() {
        var about = new Draft.OfNew(
                KindName.ARTICLE, ENGLISH, null, items.section("news").id());
        var typed = Content.of("Half a sen", DeskItems.good("x").body());
        bus.carryOut(
                        reporter.account().principal(),
                        new KeepDraft(null, 0, reporter.account().id().value(), about, typed))
                .orThrow();

        assertTrue(reporter.page("/newsroom").text().contains("Half a sen"));
        assertFalse(reporter.page("/newsroom?state=draft").text().contains("Half a sen"));
        assertFalse(editor.page("/newsroom").text().contains("Half a sen"));
    }

    @Test
    void aFilterIsKeptUnderANameRenamedAndRemoved() {
        reporter.post("/newsroom/views", "name", "Culture to read", "query", "state=in-review&q=opera")
                .then()
                .statusCode(303);
        Document page = reporter.page("/newsroom?state=in-review&q=opera");
        var view = page.select(".tabs a[aria-current=page]");
        assertEquals("Culture to read", view.text());
        assertFalse(editor.page("/newsroom").text().contains("Culture to read"), "it is the reporter's own");

        String form =
                page.select("form[action^=/newsroom/views/][action$=/name]").attr("action");
        long id = Long.parseLong(form.split("/", -1)[3]);
        assertEquals(404, editor.get(DeskItems.at("/newsroom/views/0/name", id)).statusCode());
        editor.post(DeskItems.at("/newsroom/views/0/name", id), "name", "Stolen")
                .then()
                .statusCode(422);
        var blank = reporter.post(DeskItems.at("/newsroom/views/0/name", id), "name", " ");
        blank.then().statusCode(422);
        Document refused = Jsoup.parse(blank.asString());
        AtField.assertAtField(refused, "view-" + id, "A view needs a name");
        assertTrue(refused.expectFirst("details.views").hasAttr("open"));
        reporter.post(DeskItems.at("/newsroom/views/0/name", id), "name", "Operas")
                .then()
                .statusCode(303);
        assertTrue(reporter.page("/newsroom").select(".tabs").text().contains("Operas"));

        editor.post(DeskItems.at("/newsroom/views/0/removal", id)).then().statusCode(422);
        reporter.post(DeskItems.at("/newsroom/views/0/removal", id)).then().statusCode(303);
        assertFalse(reporter.page("/newsroom").text().contains("Operas"));
        var taken = reporter.post("/newsroom/views", "name", "V".repeat(61), "query", "state=draft");
        taken.then().statusCode(422);
        Document again = Jsoup.parse(taken.asString());
        AtField.assertAtField(again, "view-name", "A view needs a name");
        assertEquals("V".repeat(61), again.expectFirst("#view-name").val(), "nothing typed is lost");
    }

    @Test
    void aTranslatorSeesTheListToo() {
        Document page = new Colleague(cast, Member.TRANSLATOR).page("/newsroom");

        assertEquals("Desk", page.expectFirst("h1").text());
        assertFalse(ids(page).isEmpty());
    }

    static List<Long> ids(Document page) {
        return page.select("tbody a.title").eachAttr("href").stream()
                .map(path -> Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                .toList();
    }

    private static String row(Document page, long item) {
        return page.expectFirst("tr:has(a[href=/newsroom/items/" + item + "])").text();
    }
}
