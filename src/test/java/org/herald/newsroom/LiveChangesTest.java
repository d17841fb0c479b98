package org.herald.newsroom;

import static org.herald.newsroom.DeskItems.at;
import static org.herald.newsroom.DeskItems.good;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.kind.KindName;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Look;
import org.herald.publish.Publish;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see already is changed: reviewed, published as an update or a correction, explained, taken away. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class LiveChangesTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private NewsroomCast cast; // made before each test
    private Colleague editor; // made before each test
    private Colleague reporter; // made before each test
    private Principal nasta; // made before each test

    LiveChangesTest(CommandBus bus, Database database, PortalClock clock) {
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
    void aChangeIsSentToReviewSentBackApprovedAndPublishedAsAnUpdate() {
        long item = items.published(nasta, "The ferry leaves at four");
        assertFalse(DeskTest.ids(editor.page("/newsroom?changes=waiting")).contains(item));
        int before = count(editor.page("/newsroom"));
        items.revise(nasta, item, good("The ferry leaves at five"));

        Document list = editor.page("/newsroom?changes=waiting");
        assertTrue(DeskTest.ids(list).contains(item));
        assertTrue(row(list, item).contains("Published Changes: draft"), row(list, item));
        assertEquals(before + 1, count(list));
        assertTrue(reporter.page(at("/newsroom/items/0/text", item)).text().contains("Readers see an earlier text"));

        done(reporter.post(at("/newsroom/items/0/review", item)));
        assertEquals("published", items.state(item));
        assertTrue(DeskTest.ids(editor.page("/newsroom?state=in-review")).contains(item), "where reviewers look");
        done(editor.post(at("/newsroom/items/0/return", item), "note", "Every day?"));
        assertTrue(row(editor.page("/newsroom?changes=waiting"), item).contains("Sent back"));
        assertTrue(reporter.page("/newsroom?who=me")
                .select("section:has(#waiting)")
                .text()
                .contains("leaves at five"));

        done(reporter.post(at("/newsroom/items/0/review", item)));
        refused(editor.post(at("/newsroom/items/0/approval", item), "read", 1));
        done(editor.post(at("/newsroom/items/0/approval", item), "read", items.head(item)));
        assertTrue(screen(editor, item).select(".head .badge").text().contains("Published Changes: approved"));

        Document asked = editor.page(at("/newsroom/items/0/publication", item));
        assertTrue(asked.select(".change ins").text().contains("five"));
        assertEquals(2, asked.select("input[name=as]").size());
        assertEquals(
                0, asked.select("input[name=as][checked]").size(), "nobody publishes it as what they did not mean");
        Document again = refused(editor.post(
                at("/newsroom/items/0/publication", item), "read", items.head(item), "note", "It is five."));
        assertTrue(again.select(".reasons").text().contains("Say how readers are told"));
        assertEquals("It is five.", again.select("#note").text());

        clock.set(PortalClock.NOON.plusSeconds(3600));
        done(editor.post(at("/newsroom/items/0/publication", item), "read", items.head(item), "as", "update"));
        assertEquals("published", items.state(item));
        Document shown = editor.page(String.valueOf(items.open(item).path()));
        assertTrue(shown.select("h1").text().contains("five"));
        assertTrue(
                shown.select(".meta").text().contains("Updated 21 November 2026, 14:00"),
                shown.select(".meta").text());
        assertEquals(0, shown.select("#corrections").size());
        assertFalse(DeskTest.ids(editor.page("/newsroom?changes=waiting")).contains(item));
        assertTrue(screen(editor, item).select(".deeds").text().contains("Update published Alesia"));
    }

    @Test
    void aCorrectionThatCorrectsNothingIsNotOfferedAndIsRefused() {
        long item = items.published(nasta, "All of it is right");

        Document form = editor.page(at("/newsroom/items/0/correction", item));
        assertTrue(form.text().contains("Readers see the newest text already"));
        assertEquals(0, form.select("#note").size());
        Document page = refused(editor.post(
                at("/newsroom/items/0/correction", item),
                "read",
                items.head(item),
                "note",
                "Nothing.",
                "confirmed",
                "yes"));
        assertTrue(page.select(".reasons").text().contains("there is nothing to correct"));
        assertTrue(refused(editor.post(
                        at("/newsroom/items/0/publication", item), "read", items.head(item), "as", "update"))
                .select(".reasons")
                .text()
                .contains("no change is waiting"));
        assertEquals("published", items.state(item));
        assertFalse(screen(editor, item).text().contains("Publish the changes"));
        assertTrue(screen(editor, item).text().contains("Correct or update the text"));
    }

    @Test
    void aNoteIsAmendedByAChiefEditorAndTheNewsroomKeepsWhatItSaid() {
        long item = items.published(nasta, "Nine towers");
        items.revise(nasta, item, good("Five towers"));
        done(editor.post(
                at("/newsroom/items/0/publication", item),
                "read",
                items.head(item),
                "as",
                "correction",
                "note",
                "It has fife towers."));
        String path = String.valueOf(items.open(item).path());
        assertTrue(editor.page(path).select("#corrections").text().contains("fife"));
        assertEquals(
                0, screen(editor, item).select("form[action*=/corrections/]").size());

        var chief = new Colleague(cast, Member.CHIEF_EDITOR);
        String amend =
                screen(chief, item).expectFirst("form[action*=/corrections/]").attr("action");
        editor.post(amend, "note", "It has five towers.").then().statusCode(403);
        assertTrue(refused(chief.post(amend, "note", " ")).text().contains("A correction needs a note"));
        done(chief.post(amend, "note", "It has <five> towers."));

        String corrections = editor.page(path).select("#corrections").text();
        assertTrue(corrections.contains("It has <five> towers.") && !corrections.contains("fife"), corrections);
        String kept = screen(editor, item).select("section:has(#corrections)").text();
        assertTrue(kept.contains("amended by Vera") && kept.contains("It has fife towers."), kept);
        assertTrue(screen(editor, item).select(".deeds").text().contains("Correction note amended Vera"));
    }

    @Test
    void aWithdrawalNamesTheTranslationsThatStayAndTakesThemAlong() {
        long item = items.published(nasta, "A bridge that was never built");
        long translation = translation(item, "Мост, якога не было");
        String path = String.valueOf(items.open(translation).path());

        Document form = editor.page(at("/newsroom/items/0/withdrawal", item));
        assertTrue(form.select("fieldset").text().contains("Мост, якога не было"));
        Document batch =
                Colleague.parsed(editor.post("/newsroom/batch", "gesture", "withdrawal", "item", List.of(item)));
        assertTrue(batch.text().contains("The translation stays, Belarusian: Мост, якога не было"), batch.text());
        Document again = refused(editor.post(
                at("/newsroom/items/0/withdrawal", item),
                "reason",
                " ",
                "with",
                translation,
                "reason-" + translation,
                "Яго не было."));
        assertEquals(1, again.select("input[name=with][checked]").size());
        assertEquals("Яго не было.", again.select("textarea[lang=be]").text());
        assertEquals("published", items.state(translation));

        done(editor.post(
                at("/newsroom/items/0/withdrawal", item),
                "reason",
                "It was not built.",
                "with",
                translation,
                "reason-" + translation,
                "Яго не было."));
        assertEquals(List.of("withdrawn", "withdrawn"), List.of(items.state(item), items.state(translation)));
        Response gone = editor.get(path);
        assertEquals(410, gone.statusCode());
        assertTrue(Colleague.parsed(gone).text().contains("Яго не было."));
    }

    @Test
    void aWithdrawalAloneLeavesTheTranslationsAndOthersTranslationsAreNotTakenAlong() {
        long item = items.published(nasta, "A road that was never built");
        long translation = translation(item, "Дарога, якой не было");
        var limited = new Colleague(cast, Member.LIMITED_EDITOR);

        Document form = limited.page(at("/newsroom/items/0/withdrawal", item));
        assertTrue(form.text().contains("This translation stays, because others look after it"), form.text());
        assertEquals(
                403,
                limited.post(at("/newsroom/items/0/withdrawal", item), "reason", "No.", "with", translation)
                        .statusCode());
        assertEquals("published", items.state(item), "all of it or nothing");
        done(limited.post(at("/newsroom/items/0/withdrawal", item), "reason", "It was not built."));
        assertEquals(List.of("withdrawn", "published"), List.of(items.state(item), items.state(translation)));
    }

    @Test
    void whatCameBackStandsBesideTheTextAndIsAnsweredThereWithoutLosingAWord() {
        var seat = new Seat(cast, Member.REPORTER);
        long item = items.inReview(nasta, "Back to be written on");
        done(editor.post(at("/newsroom/items/0/return", item), "note", "Name the <river>."));
        String text = at("/newsroom/items/0/text", item);

        Document page = seat.page(text);
        assertTrue(page.select(".warned").text().contains("Name the <river>."), "above the text");
        assertTrue(page.select("#talk").text().contains("Name the <river>."), "beside the text");
        var typed = Seat.with(Seat.fields(page, "text"), "headline", "Back to be written on the Prypiat");
        Document empty = Seat.parsed(seat.post("/newsroom/drafts/comments", typed));
        assertTrue(empty.select(".reasons").text().contains("The comment is empty"));
        assertEquals(
                "Back to be written on the Prypiat",
                empty.expectFirst("#headline").wholeText());

        String there = Seat.location(seat.post(
                "/newsroom/drafts/comments", Seat.with(Seat.fields(empty, "text"), "remark", "It is the Prypiat.")));
        Document answered = seat.page(there.replaceFirst("#.*", ""));
        assertTrue(answered.select("#talk").text().contains("It is the Prypiat."));
        assertEquals(
                "Back to be written on the Prypiat",
                answered.expectFirst("#headline").wholeText());

        String resolve = answered.expectFirst("#talk button[name=resolve]").attr("value");
        long other = items.draft(nasta, "Another item");
        var foreign = Seat.fields(seat.page(at("/newsroom/items/0/text", other)), "text");
        assertEquals(
                404,
                seat.post("/newsroom/drafts/comments", Seat.with(foreign, "resolve", resolve))
                        .statusCode());
        seat.post("/newsroom/drafts/comments", Seat.with(Seat.fields(answered, "text"), "resolve", resolve))
                .then()
                .statusCode(303);
        Document resolved = seat.page(text);
        assertEquals(0, resolved.select(".warned").size());
        assertTrue(resolved.select("#talk details").text().contains("1 resolved comment"));

        var saved = Seat.with(Seat.fields(resolved, "text"), "remark", "Sent with the text.");
        seat.post("/newsroom/revisions", saved).then().statusCode(303);
        assertEquals(
                "Back to be written on the Prypiat",
                items.open(item).head().content().headline());
        assertTrue(screen(editor, item).select(".comments").text().contains("Sent with the text."));
    }

    private long translation(long item, String headline) {
        var group = items.open(item).item().group();
        ItemId translation = bus.carryOut(
                        nasta,
                        new Create(
                                KindName.ARTICLE,
                                BELARUSIAN,
                                group,
                                items.section("news").id(),
                                null,
                                good(headline),
                                null))
                .orThrow();
        bus.carryOut(Cast.VERA, new Publish(translation, null, new Look(null, true)))
                .orThrow();
        return translation.value();
    }

    /** How many changes wait, as the list counts them. */
    private static int count(Document list) {
        var count = list.selectFirst(".tabs a[href=/newsroom?changes=waiting] .count");
        return count == null ? 0 : Integer.parseInt(count.text());
    }

    private static String row(Document page, long item) {
        return page.expectFirst("tr:has(a[href=/newsroom/items/" + item + "])").text();
    }

    private static Document screen(Colleague colleague, long item) {
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
}
