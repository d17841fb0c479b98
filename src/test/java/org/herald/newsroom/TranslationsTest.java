package org.herald.newsroom;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Origin;
import org.herald.model.Principal;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Newspaper;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.TestPortal;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How translations stand to their originals: on their own screen, in the list, beside the text and before publication. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class TranslationsTest {

    private final WritingRoom room;
    private final PortalClock clock;
    private final DeskItems items;
    private Seat editor; // made before each test

    TranslationsTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
        this.items = new DeskItems(bus, database);
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
        editor = room.seat(Member.EDITOR);
    }

    @Test
    void aTranslationIsStaleUntilItIsSavedAsUpToDateHoweverOftenItIsSavedOtherwise() {
        long original = room.published("The ferry goes at noon").value();
        long translation = translation(original, "Паром ідзе апоўдні");
        assertTrue(line(translation).contains("Matches revision 1"), line(translation));
        assertFalse(isStale(translation));

        items.revise(
                by(), original, DeskItems.with("The ferry goes at noon", "<p>It goes at ten, in other words.</p>"));
        assertStale(translation, 1);

        clock.set(PortalClock.NOON.plusSeconds(60));
        Map<String, String> typed = Seat.with(text(translation), "headline", "Паром ідзе ўдзень");
        assertEquals(303, editor.post("/newsroom/revisions", typed).statusCode());
        assertStale(translation, 1);

        Document screen = editor.page("/newsroom/items/" + translation + "/text");
        assertTrue(screen.expectFirst(".original .difference").text().contains("ten"), "what changed is shown");
        var button = screen.expectFirst(".original button[name=original]");
        Map<String, String> mended = Seat.with(text(translation), "headline", "Паром ідзе а дзясятай");
        editor.post("/newsroom/revisions", Seat.with(mended, "original", button.attr("value")));
        assertFalse(isStale(translation));
        assertTrue(line(translation).contains("Matches revision 2"), line(translation));
        assertEquals(
                0,
                editor.page("/newsroom/items/" + translation + "/text")
                        .select(".original .difference")
                        .size());
    }

    @Test
    void aTranslationBeginsAsACopyAndWhatIsNotTranslatedYetIsFound() {
        long other = room.published("The quay").value();
        long quay = translation(other, "Набярэжная");
        String body = "<p>It goes to <a href=\"item:" + other + "\">the quay</a>.</p><p>12:30</p>"
                + "<table><tbody><tr><td>Price</td><td>3</td></tr></tbody></table><p>Children go free.</p>";
        var content = new Content(
                "The ferry is free",
                "For all.",
                null,
                List.of("ferry", "prices"),
                new Body(body),
                Fields.NONE
                        .with(Newspaper.KICKER, "Transport")
                        .with(Newspaper.DATELINE, "Berlin")
                        .with(Newspaper.BYLINE, "By Jan")
                        .with(Newspaper.SOURCE, "Agency"));
        long original = room.draft(content, Cast.ENGLISH, "news").value();
        Document languages = editor.page(translations(original));
        var begin = Seat.with(
                Map.of(
                        "kind",
                        "article",
                        "language",
                        "be",
                        "section",
                        room.section("news"),
                        "group",
                        languages.expectFirst("input[name=group]").attr("value")),
                "original",
                languages.expectFirst("input[name=original]").attr("value"));
        String draft = Seat.location(editor.post("/newsroom/new", begin));
        Map<String, String> copied = Seat.fields(editor.page(draft), "text");
        assertEquals(
                List.of("The ferry is free", "Transport", "For all.", "Berlin", "By Jan", "Agency", "ferry, prices"),
                List.of(
                                "headline",
                                "field.kicker",
                                "standfirst",
                                "field.dateline",
                                "field.byline",
                                "field.source",
                                "tags")
                        .stream()
                        .map(copied::get)
                        .toList());
        assertEquals(body.replace("item:" + other, "item:" + quay), copied.get("body"));

        var typed = Seat.with(
                Seat.with(copied, "headline", "Паром бясплатны"),
                "body",
                body.replace("Children go free.", "Дзеці бясплатна."));
        String saved = Seat.location(editor.post("/newsroom/revisions", typed));
        long translation = Long.parseLong(saved.replaceAll("[^0-9]", ""));
        String found = editor.page("/newsroom/items/" + translation).text();
        for (String text : List.of("Transport", "For all.", "It goes to the quay.", "Price")) {
            assertTrue(found.contains("Still in the words of the original: “" + text + "”"), text + " in " + found);
        }
        assertFalse(found.contains("original: “12:30”"), "figures are the same in every language");
        assertFalse(found.contains("original: “Children"), found);
        assertFalse(found.contains("original: “The ferry"), found);
    }

    @Test
    void theButtonSaysThatNothingNeedsToBeChanged() {
        long original = room.published("The ferry has a new captain").value();
        long translation = translation(original, "У парома новы капітан");
        items.revise(by(), original, DeskItems.good("The ferry has a new captain, and she smiles"));
        assertStale(translation, 1);

        Document screen = editor.page(translations(translation));
        assertTrue(screen.expectFirst(".difference").text().contains("smiles"), "what changed is shown");
        String revision = screen.expectFirst("section input[name=original]").attr("value");
        var said = editor.post(translations(translation), Map.of("original", revision));
        assertEquals(translations(translation) + "?flash=said.translated", Seat.location(said));
        assertFalse(isStale(translation));
    }

    @Test
    void anOriginalThatWasChangedAndChangedBackIsTheSame() {
        long original = items.draft(by(), "The ferry is painted");
        long translation = translation(original, "Паром пафарбавалі");
        items.revise(by(), original, DeskItems.good("The ferry is not painted"));
        assertTrue(isStale(translation));

        items.revise(by(), original, DeskItems.good("The ferry is painted"));
        assertFalse(isStale(translation));
    }

    @Test
    void whatReadersSeeOfTheOriginalCountsToo() {
        long original = room.published("The ferry sinks").value();
        long translation = translation(original, "Паром тоне");
        items.revise(by(), original, DeskItems.good("The ferry does not sink"));
        room.done(new Publish(new ItemId(original), null));
        items.revise(by(), original, TestPortal.content("The ferry sinks"));
        assertTrue(isStale(translation), "readers still see the other one");
        assertTrue(editor.page(translations(translation))
                .expectFirst("#changed ~ .difference, .difference")
                .text()
                .contains("not"));
    }

    @Test
    void whatIsImportedIsAsUpToDateAsItWasElsewhere() {
        var in = items.section("news").id();
        var one = new Origin("test:1", "a");
        ItemId original =
                room.done(new Create(KindName.ARTICLE, Cast.ENGLISH, null, in, null, DeskItems.good("Old"), one));
        var group = items.open(original.value()).item().group();
        var two = new Origin("test:2", "b");
        long translation = room.done(
                        new Create(KindName.ARTICLE, BELARUSIAN, group, in, null, DeskItems.good("Стары"), two))
                .value();
        room.done(new Revise(original, DeskItems.good("Old, with its links"), one));
        assertFalse(isStale(translation));

        items.revise(by(), original.value(), DeskItems.good("Old, changed here"));
        assertTrue(isStale(translation));
        assertEquals("0", room.value("select count(*) from desk where is_stale = 1 and saved_by = -3"));
    }

    @Test
    void bothStandSentenceBesideSentenceWhereThereAreAsMany() {
        String flash =
                "<p>It goes to Dr. Smith street. It is blue.</p><p>One ticket is enough by day. Two are needed at"
                        + " night.</p><p>Only here.</p>";
        long original = items.draft(by(), Cast.ENGLISH, "news", DeskItems.with("The ferry and the street", flash));
        String told = "<p>Ён ідзе на вул. Сміта. Ён сіні.</p><p>Аднаго білета хопіць на дзень, а ўначы трэба два.</p>";
        long translation = translation(original, DeskItems.with("Паром і вуліца", told));

        assertEquals(
                List.of(
                        "The ferry and the street|Паром і вуліца",
                        "What it is about.|What it is about.",
                        "It goes to Dr. Smith street.|Ён ідзе на вул. Сміта.",
                        "It is blue.|Ён сіні.",
                        "One ticket is enough by day. Two are needed at night.|Аднаго білета хопіць на дзень, а ўначы"
                                + " трэба два. A different number of sentences.",
                        "Only here.|Not translated."),
                rows(translation, "tr"));

        items.revise(
                by(), original, DeskItems.with("The ferry and the street", flash.replace("It is blue", "It is red")));
        assertEquals(List.of("It is red.|Ён сіні. New in the original."), rows(translation, "tr.changed"));
        assertEquals(List.of(), rows(original, "tr"), "an original stands beside nothing");
    }

    private List<String> rows(long item, String which) {
        return editor.page(translations(item)).select(".parallel tbody " + which).stream()
                .map(row -> String.join("|", row.select("td").eachText()))
                .toList();
    }

    @Test
    void onlyItsOwnOriginalCanBeSaid() {
        long original = items.draft(by(), "The ferry of one group");
        long translation = translation(original, "Паром адной групы");
        long other = items.draft(by(), "The ferry of another group");
        var answer = editor.post(translations(translation), Map.of("original", Long.toString(items.head(other))));
        assertEquals(422, answer.statusCode());
        assertTrue(Seat.parsed(answer).text().contains("This is not a revision of the item that it translates."));
    }

    /** The list, the translations' own screen, and the check before publication say the same. */
    private void assertStale(long translation, long since) {
        assertTrue(isStale(translation));
        assertTrue(line(translation).contains("has changed since revision " + since), line(translation));
        String head = Long.toString(items.head(translation));
        var refused = editor.post("/newsroom/items/" + translation + "/publication", Map.of("read", head));
        assertEquals(422, refused.statusCode());
        assertTrue(Seat.parsed(refused).text().contains("The original has changed since revision " + since));
    }

    private boolean isStale(long translation) {
        return DeskTest.ids(editor.page("/newsroom?stale=yes")).contains(translation);
    }

    private String line(long translation) {
        return editor.page(translations(translation))
                .expectFirst("tr:has(a[href=/newsroom/items/" + translation + "/text])")
                .text();
    }

    private Map<String, String> text(long item) {
        return Seat.fields(editor.page("/newsroom/items/" + item + "/text"), "text");
    }

    private static String translations(long item) {
        return "/newsroom/items/" + item + "/translations";
    }

    private Principal by() {
        return room.cast().account(Member.EDITOR).principal();
    }

    private long translation(long original, String headline) {
        return translation(original, DeskItems.good(headline));
    }

    private long translation(long original, Content content) {
        var of = items.open(original).item();
        return room.done(new Create(KindName.ARTICLE, BELARUSIAN, of.group(), of.section(), null, content, null))
                .value();
    }
}
