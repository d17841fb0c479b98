package org.herald.newsroom;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.herald.cli.NewsroomSite;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.publish.Revise;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Revisions are listed, compared and restored; translations know what their original said. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class RevisionsScreenTest {

    private final WritingRoom room;

    RevisionsScreenTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @Test
    void revisionsAreListedNewestFirstWithWhatBecameOfThem() {
        ItemId item = room.published("Listed");
        room.done(new Revise(item, Content.of("Listed again", Body.EMPTY), null));

        Document list = room.seat(Member.REPORTER).page(revisions(item));

        assertThat(list.select("tbody tr").get(0).text(), containsString("Listed again"));
        assertThat(list.select("tbody tr").get(1).text(), containsString("Readers see this revision"));
    }

    @Test
    void manyRevisionsAreListedInParts() {
        ItemId item = room.draft("Many 1");
        for (int i = 2; i <= 52; i++) {
            room.done(new Revise(item, Content.of("Many " + i, Body.EMPTY), null));
        }
        var reporter = room.seat(Member.REPORTER);

        Document first = reporter.page(revisions(item));
        Document second = reporter.page(first.expectFirst("a[href*=before]").attr("href"));

        assertEquals(50, first.select("tbody tr").size());
        assertEquals(2, second.select("tbody tr").size());
    }

    @Test
    void anyTwoAreComparedWordByWordAndOneIsRestored() {
        ItemId item =
                room.draft(Content.of("Compared", new Body("<p>It opens on Saturday.</p>")), Cast.ENGLISH, "news");
        room.done(new Revise(item, Content.of("Compared", new Body("<p>It opens on Sunday.</p>")), null));
        var reporter = room.seat(Member.REPORTER);

        Document difference = reporter.page(revisions(item) + "?from=2&to=1");
        assertThat(difference.select("main .difference del").text(), containsString("Saturday"));
        assertThat(difference.select("main .difference ins").text(), containsString("added: Sunday"));

        String next = location(reporter.post(revisions(item), Map.of("to", "1")));
        assertThat(next, containsString("said.revision-restored"));
        assertThat(
                reporter.page("/newsroom/items/" + item + "/text")
                        .expectFirst("textarea[name=body]")
                        .wholeText(),
                containsString("Saturday"));
        reporter.get(revisions(item) + "?from=1&to=77").then().statusCode(404);
        Document one = Seat.parsed(reporter.get(revisions(item) + "?from=1")
                .then()
                .statusCode(422)
                .extract()
                .response());
        String missing = one.expectFirst(".reasons a[href^=#to-]").attr("href");
        assertEquals("compared-wrong", one.expectFirst(missing).attr("aria-describedby"));
        assertThat(one.expectFirst("#compared-wrong").text(), containsString("Choose two revisions"));
        assertEquals("1", one.expectFirst("input[name=from][checked]").val(), "what was chosen is still there");
        reporter.post(revisions(item), Map.of("to", "77")).then().statusCode(404);
    }

    @Test
    void aTranslationIsMadeBesideTheOriginalAndToldWhenThatChanges() {
        ItemId original = room.draft(Content.of("Original", new Body("<p>Ten kings.</p>")), Cast.ENGLISH, "news");
        var translator = room.seat(Member.TRANSLATOR);
        translator.get("/newsroom/items/" + original + "/text").then().statusCode(403);
        translator
                .post("/newsroom/new", Map.of("kind", "article", "language", "be", "section", room.section("news")))
                .then()
                .statusCode(403);

        Document languages = translator.page(translations(original));
        var begin = languages
                .select("form[action='/newsroom/new'] input[name=language]")
                .eachAttr("value");
        assertThat(begin, hasItem("be"));
        var form = Map.of(
                "kind", "article",
                "language", "be",
                "section", room.section("news"),
                "group", languages.expectFirst("input[name=group]").attr("value"),
                "original", languages.expectFirst("input[name=original]").attr("value"));
        String draft = location(translator.post("/newsroom/new", form));
        Document screen = translator.page(draft);
        assertThat(screen.expectFirst(".original").text(), containsString("Ten kings."));
        assertThat(fields(screen, "text").get("body"), containsString("<p>Ten kings.</p>"));
        var typed = with(with(fields(screen, "text"), "headline", "Пераклад"), "body", "<p>Дзесяць каралёў.</p>");
        String text = location(translator.post("/newsroom/revisions", typed));
        String translation = text.replaceAll("[^0-9]", "");
        assertThat(translator.page(translations(original)).text(), containsString("Matches revision 1"));

        room.done(new Revise(original, Content.of("Original", new Body("<p>Eleven kings.</p>")), null));

        Document behind = translator.page(text);
        assertThat(behind.expectFirst(".original del").text(), containsString("Ten"));
        assertThat(translator.page(translations(original)).text(), containsString("changed since revision 1"));
        var done = with(
                fields(behind, "text"), "original", behind.expectFirst("#says").attr("value"));
        translator.post("/newsroom/revisions", done).then().statusCode(303);
        assertThat(translator.page(translations(original)).text(), containsString("Matches revision 2"));
        assertThat(translator.page(text).select(".original del").text(), not(containsString("Ten")));

        translator.post("/newsroom/new", form).then().statusCode(303);
        String second = location(translator.post("/newsroom/new", form));
        var twice = with(fields(translator.page(second), "text"), "headline", "Другі раз");
        translator
                .post("/newsroom/revisions", twice)
                .then()
                .statusCode(422)
                .body(containsString("There is a translation into this language already"));
        translator
                .post("/newsroom/items/" + translation + "/translations", Map.of("original", "1"))
                .then()
                .statusCode(422)
                .body(containsString("not a revision of the item that it translates"));
    }

    private static String revisions(ItemId item) {
        return "/newsroom/items/" + item + "/revisions";
    }

    private static String translations(ItemId item) {
        return "/newsroom/items/" + item + "/translations";
    }
}
