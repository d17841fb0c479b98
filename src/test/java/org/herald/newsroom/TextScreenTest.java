package org.herald.newsroom;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.herald.newsroom.AtField.assertAtField;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.herald.cli.NewsroomSite;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts are begun, kept while they are typed, saved and discarded; nothing that was typed is lost. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class TextScreenTest {

    private final WritingRoom room;
    private final PortalClock clock;

    TextScreenTest(Database database, PortalClock clock, CommandBus bus) {
        this.clock = clock;
        this.room = new WritingRoom(database, clock, bus);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void aNewArticleIsBegunWrittenAndSaved() {
        var reporter = room.seat(Member.REPORTER);
        var form = reporter.page("/newsroom/new");
        assertThat(form.select("select[name=language] option").eachAttr("value"), hasItem("be"));

        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "article", "language", "be", "section", room.section("news"))));
        assertThat(draft, startsWith("/newsroom/drafts/"));
        var typed = with(fields(reporter.page(draft), "text"), "headline", "Шчодрае сонца");
        typed = with(typed, "body", "<p>Тэкст з <b>важным</b>.</p>");
        typed = with(typed, "tags", "Надвор’е, сонца, сонца");

        String text = location(reporter.post("/newsroom/revisions", typed));
        Document saved = reporter.page(text);

        assertThat(text, containsString("flash=said.saved"));
        assertEquals("Saved.", saved.expectFirst(".said").text());
        assertEquals("Шчодрае сонца", saved.expectFirst("h1").text());
        assertEquals("scodraje-sonca", saved.expectFirst("input[name=slug]").attr("value"));
        assertEquals(
                "<p>Тэкст з <strong>важным</strong>.</p>",
                saved.expectFirst("textarea[name=body]").wholeText());
        assertEquals("Надвор’е, сонца", saved.expectFirst("input[name=tags]").attr("value"));
        reporter.get(draft).then().statusCode(404);
    }

    @Test
    void aNewItemThatWasNeverSavedIsFoundAgain() {
        var reporter = room.seat(Member.REPORTER);
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "page", "language", "en", "section", room.section("news"))));
        var typed = with(fields(reporter.page(draft), "text"), "headline", "Half a thought");
        reporter.send("/newsroom/drafts", typed).then().statusCode(200);

        Document again = reporter.page("/newsroom/new");

        assertThat(again.select("main a").eachText(), hasItem("Half a thought"));
        assertThat(again.select("main a").eachAttr("href"), hasItem(draft));
    }

    @Test
    void savingGoesOnToTheDeskWhenAsked() {
        ItemId item = room.draft("To the desk");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "field.kicker", "New");

        String next = location(reporter.post("/newsroom/revisions", with(typed, "then", "desk")));

        assertEquals("/newsroom/items/" + item + "?flash=said.saved", next);
    }

    @Test
    void aScriptIsToldWhereTheTextIsKept() {
        ItemId item = room.draft("Kept while typing");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "Kept while typ");

        var kept = reporter.send("/newsroom/drafts", typed);
        kept.then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("copy", equalTo(false))
                .body("savedAt", equalTo("15:00:00"))
                .body("others.size()", equalTo(0));
        String draft = kept.jsonPath().getString("draft");
        var more = with(with(with(typed, "draft", draft), "version", "1"), "headline", "Kept while typing more");
        reporter.send("/newsroom/drafts", more).then().body("version", equalTo(2));

        assertEquals("Kept while typing more", headline(reporter.page(text(item))));
        assertEquals(
                "Kept while typing", reporter.page(text(item)).expectFirst("h1").text());
    }

    @Test
    void asecondWindowThatIsBehindKeepsItsTextBesideTheOther() {
        ItemId item = room.draft("Two windows");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "One");
        String draft = reporter.send("/newsroom/drafts", typed).jsonPath().getString("draft");
        var first = with(with(typed, "draft", draft), "version", "1");
        reporter.send("/newsroom/drafts", with(first, "headline", "Two")).then().body("copy", equalTo(false));

        reporter.send("/newsroom/drafts", with(first, "headline", "Other"))
                .then()
                .body("copy", equalTo(true))
                .body("draft", not(equalTo(Integer.valueOf(draft))));

        Document screen = reporter.page(text(item) + "?draft=" + draft);
        assertEquals("Two", headline(screen));
        var other = screen.select("#of-drafts ~ ul a");
        assertEquals("Other", other.get(0).text());
        Document difference = reporter.page(other.get(1).attr("href"));
        assertThat(difference.select("ins").text(), containsString("Other"));
        assertEquals("Other", headline(reporter.page(other.get(0).attr("href"))));
    }

    @Test
    void whoTypesInTheSameItemIsSeenForTwoMinutes() {
        ItemId item = room.draft("Who is here");
        var nasta = room.seat(Member.REPORTER);
        var alesia = room.seat(Member.EDITOR);
        nasta.send("/newsroom/drafts", with(fields(nasta.page(text(item)), "text"), "headline", "Mine"));

        alesia.send("/newsroom/drafts", fields(alesia.page(text(item)), "text"))
                .then()
                .body("others[0].name", equalTo("Nasta"))
                .body("others[0].since", equalTo("15:00:00"));
        assertThat(
                alesia.page(text(item)).expectFirst("[data-others]").text(),
                containsString("Nasta is typing here too"));

        clock.set(PortalClock.NOON.plus(Duration.ofSeconds(121)));
        assertEquals("", alesia.page(text(item)).expectFirst("[data-others]").text());
    }

    @Test
    void withoutScriptTheTextIsKeptByAButton() {
        ItemId item = room.draft("No script");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "standfirst", "Typed by hand.");

        Document kept = reporter.page(location(reporter.post("/newsroom/drafts", typed)));

        assertEquals("Saved as a draft.", kept.expectFirst(".said").text());
        assertEquals(
                "Typed by hand.", kept.expectFirst("textarea[name=standfirst]").wholeText());
    }

    @Test
    void aDraftIsDiscardedAfterAQuestion() {
        ItemId item = room.draft("Thrown away");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "Not so good");

        String asked = location(reporter.post("/newsroom/drafts/discarding", typed));
        Document question = reporter.page(asked);
        assertThat(question.expectFirst("main").text(), containsString("Not so good"));
        String version = question.expectFirst("input[name=version]").attr("value");
        reporter.post(asked, Map.of("version", "7")).then().statusCode(422);
        String after = location(reporter.post(asked, Map.of("version", version)));

        assertEquals("Thrown away", headline(reporter.page(after)));
    }

    @Test
    void whatCannotBeSavedComesBackWithReasonsAndEverythingTyped() {
        ItemId item = room.draft("Refused");
        var reporter = room.seat(Member.REPORTER);
        var typed = fields(reporter.page(text(item)), "text");
        typed = with(with(typed, "headline", "  "), "field.byline", "Nasta & <friends>");

        var answer = reporter.post("/newsroom/revisions", typed);

        answer.then().statusCode(422);
        assertThat(parsed(answer).expectFirst("[role=alert]").text(), containsString("The headline is empty"));
        assertAtField(parsed(answer), "headline", "The headline is empty");
        assertEquals(
                "Nasta & <friends>",
                parsed(answer).expectFirst("input[name=field.byline]").attr("value"));
        assertEquals(
                "Nasta & <friends>",
                reporter.page(text(item))
                        .expectFirst("input[name=field.byline]")
                        .attr("value"));
    }

    @Test
    void whatIsWrongBesideTheTextStandsAtItsField() {
        ItemId item = room.draft("At its field");
        var reporter = room.seat(Member.REPORTER);
        var typed = fields(reporter.page(text(item)), "text");
        var answer = reporter.post("/newsroom/revisions", with(with(typed, "slug", "?!"), "embargo", "tomorrow"));
        answer.then().statusCode(422);
        assertAtField(parsed(answer), "slug", "no letter or digit");
        assertAtField(parsed(answer), "embargo", "tomorrow");
        assertEquals("?!", parsed(answer).expectFirst("#slug").val());
    }

    @Test
    void aTextThatIsTooLongIsToldSoBeforeTheStoreIsAsked() {
        ItemId item = room.draft("Too long");
        var reporter = room.seat(Member.REPORTER);
        var typed = fields(reporter.page(text(item)), "text");
        typed = with(with(typed, "standfirst", "я".repeat(4001)), "headline", "x".repeat(1001));

        var answer = reporter.post("/newsroom/revisions", typed);

        answer.then().statusCode(422);
        String reasons = parsed(answer).expectFirst("[role=alert]").text();
        assertThat(reasons, containsString("Standfirst: 4,001 characters are too many, 4,000 are the most."));
        assertThat(reasons, containsString("Headline: 1,001"));
        assertAtField(parsed(answer), "headline", "1,001");
        assertAtField(parsed(answer), "standfirst", "4,001");
        assertEquals(
                4001,
                parsed(answer)
                        .expectFirst("textarea[name=standfirst]")
                        .wholeText()
                        .length());
    }

    @Test
    void sectionAndAddressAreChangedWithTheText() {
        ItemId item = room.draft("Moved");
        var editor = room.seat(Member.EDITOR);
        var typed = fields(editor.page(text(item)), "text");
        typed = with(with(typed, "section", room.section("about")), "slug", "Пераехала сюды");

        Document saved = editor.page(location(editor.post("/newsroom/revisions", typed)));

        assertEquals("Saved.", saved.expectFirst(".said").text());
        assertEquals("peraehala-sudy", saved.expectFirst("input[name=slug]").attr("value"));
        assertEquals(
                room.section("about"),
                saved.expectFirst("select[name=section] option[selected]").attr("value"));
        editor.post("/newsroom/revisions", with(fields(saved, "text"), "slug", "???"))
                .then()
                .statusCode(422)
                .body(containsString("has no letter or digit"));
    }

    @Test
    void whatReadersSeeIsMovedOnlyByThoseWhoMayPublish() {
        ItemId item = room.published("Stays where it is");
        var reporter = room.seat(Member.REPORTER);
        var typed = fields(reporter.page(text(item)), "text");

        reporter.post("/newsroom/revisions", with(with(typed, "slug-before", "x"), "slug", "elsewhere"))
                .then()
                .statusCode(422)
                .body(containsString("only by those who may publish it"));
        var editor = room.seat(Member.EDITOR);
        var hers = with(fields(editor.page(text(item)), "text"), "slug", "elsewhere");
        editor.post("/newsroom/revisions", hers).then().statusCode(303);
    }

    @Test
    void aSectionLimitedEditorWritesOnlyInTheirs() {
        ItemId elsewhere = room.draft("About us", "about");
        var limited = room.seat(Member.LIMITED_EDITOR);

        limited.get(text(elsewhere)).then().statusCode(403);
        limited.post("/newsroom/revisions", Map.of("item", elsewhere.toString(), "headline", "Mine now"))
                .then()
                .statusCode(403);
        limited.post("/newsroom/new", Map.of("kind", "article", "language", "en", "section", room.section("about")))
                .then()
                .statusCode(403);
        assertThat(
                limited.page("/newsroom/new")
                        .select("select[name=section] option")
                        .eachAttr("value"),
                not(hasItem(room.section("about"))));
    }

    @Test
    void nobodyOpensTheDraftOfAnother() {
        ItemId item = room.draft("Private");
        var reporter = room.seat(Member.REPORTER);
        String draft = reporter.send("/newsroom/drafts", fields(reporter.page(text(item)), "text"))
                .jsonPath()
                .getString("draft");
        var chief = room.seat(Member.CHIEF_EDITOR);

        for (String ending : new String[] {"", "/discarding", "/picture", "/difference", "/merge"}) {
            chief.get("/newsroom/drafts/" + draft + ending).then().statusCode(404);
        }
        assertTrue(Integer.parseInt(draft) > 0);
    }

    @Test
    void aFormWithoutTheTokenIsNotTaken() {
        ItemId item = room.draft("Forged");
        var reporter = room.seat(Member.REPORTER);
        var typed = with(fields(reporter.page(text(item)), "text"), "csrf", "guessed");

        for (String path : new String[] {"/newsroom/drafts", "/newsroom/revisions", "/newsroom/previews"}) {
            reporter.forge(path, typed).then().statusCode(403);
        }
    }

    private static String text(ItemId item) {
        return "/newsroom/items/" + item + "/text";
    }

    private static String headline(Document screen) {
        return screen.expectFirst("textarea[name=headline]").wholeText();
    }
}
