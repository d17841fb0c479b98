package org.herald.newsroom;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.herald.cli.NewsroomSite;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people write one item: both texts survive, whatever they wrote. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class MergeScreenTest {

    private final WritingRoom room;
    private Seat nasta; // sits down before each test
    private Seat alesia; // sits down before each test

    MergeScreenTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @BeforeEach
    void sitDown() {
        nasta = room.seat(Member.REPORTER);
        alesia = room.seat(Member.EDITOR);
    }

    @Test
    void changesOfDifferentParagraphsAreBroughtTogether() {
        ItemId item = item("<p>It opens on Saturday.</p><p>The entry is free.</p>");
        var hers = fields(nasta.page(text(item)), "text");
        var his = fields(alesia.page(text(item)), "text");
        save(nasta, with(hers, "body", "<p>It opens on Sunday.</p><p>The entry is free.</p>"));

        String next = save(alesia, with(his, "body", "<p>It opens on Saturday.</p><p>The entry costs nothing.</p>"));

        assertThat(next, containsString("flash=said.merged"));
        assertEquals("<p>It opens on Sunday.</p><p>The entry costs nothing.</p>", body(alesia.page(next)));
    }

    @Test
    void whatCannotStandTogetherIsSettledPlaceByPlace() {
        ItemId item = item("<p>It opens on Saturday.</p><p>The end.</p>");
        String merge = conflict(item);
        Document screen = alesia.page(merge);
        assertThat(screen.expectFirst("main").text(), containsString("Nasta, revision 2"));
        assertEquals(
                3, screen.select("fieldset").size(), screen.select("fieldset").text());
        assertThat(screen.select("fieldset ins").text(), containsString("Monday"));

        var chosen = new HashMap<>(hidden(screen));
        chosen.put("choice-0", "mine");
        chosen.put("choice-1", "theirs");
        var open = alesia.post(merge, chosen);
        open.then().statusCode(422);
        assertThat(parsed(open).expectFirst("[role=alert]").text(), containsString("Choose for one more place"));
        Document again = parsed(open);
        assertEquals("#mine-2", again.expectFirst(".reasons a").attr("href"));
        assertEquals("place-2-wrong", again.expectFirst("#mine-2").attr("aria-describedby"));
        assertEquals("place-2-wrong", again.expectFirst("#place-2").attr("aria-describedby"));
        assertThat(again.expectFirst("#place-2-wrong").text(), containsString("choose one of the texts"));
        assertEquals("checked", parsed(open).expectFirst("#theirs-1").hasAttr("checked") ? "checked" : "");

        chosen.put("choice-2", "hand");
        chosen.put("text-2", "<p>It opens on Sunday or <b onclick=alert(1)>Monday</b>.<script>alert(1)</script></p>");
        Document saved = alesia.page(location(alesia.post(merge, chosen)));

        assertEquals("Hers", saved.expectFirst("textarea[name=headline]").wholeText());
        assertEquals(
                "Told by Nasta.", saved.expectFirst("textarea[name=standfirst]").wholeText());
        assertEquals("<p>It opens on Sunday or <strong>Monday</strong>.</p><p>The end.</p>", body(saved));
        alesia.get(merge).then().statusCode(404);
    }

    @Test
    void nothingIsLostWhenSomebodySavesWhileOneChooses() {
        ItemId item = item("<p>It opens on Saturday.</p><p>The end.</p>");
        String merge = conflict(item);
        var chosen = new HashMap<>(hidden(alesia.page(merge)));
        chosen.putAll(Map.of("choice-0", "mine", "choice-1", "mine", "choice-2", "mine"));
        save(nasta, with(fields(nasta.page(text(item)), "text"), "headline", "Nasta again"));

        String again = location(alesia.post(merge, chosen));

        assertEquals(merge, again);
        Document screen = alesia.page(again);
        assertEquals(1, screen.select("fieldset").size());
        assertThat(screen.select("fieldset ins").text(), containsString("again"));
        var last = new HashMap<>(hidden(screen));
        last.put("choice-0", "theirs");
        Document saved = alesia.page(location(alesia.post(again, last)));
        assertEquals("Nasta again", saved.expectFirst("textarea[name=headline]").wholeText());
        assertEquals("<p>It opens on Sunday.</p><p>The end.</p>", body(saved));
    }

    @Test
    void aDraftThatWasChangedMeanwhileIsNotSettledBlindly() {
        ItemId item = item("<p>It opens on Saturday.</p><p>The end.</p>");
        String merge = conflict(item);
        var chosen = new HashMap<>(hidden(alesia.page(merge)));
        chosen.putAll(Map.of("choice-0", "mine", "choice-1", "mine", "choice-2", "hand", "text-2", "<p>By hand.</p>"));
        chosen.put("version", "99");

        var answer = alesia.post(merge, chosen);

        answer.then().statusCode(422);
        assertEquals("<p>By hand.</p>", parsed(answer).expectFirst("#text-2").wholeText());
    }

    /** Headline, standfirst and first paragraph changed by Nasta, who saved first, and by Alesia; where she settles it. */
    private String conflict(ItemId item) {
        var hers = fields(alesia.page(text(item)), "text");
        var first = fields(nasta.page(text(item)), "text");
        first = with(with(first, "headline", "Nasta’s"), "standfirst", "Told by Nasta.");
        save(nasta, with(first, "body", "<p>It opens on Monday.</p><p>The end.</p>"));
        hers = with(with(hers, "headline", "Hers"), "standfirst", "Told by Alesia.");
        String next = save(alesia, with(hers, "body", "<p>It opens on Sunday.</p><p>The end.</p>"));
        assertThat(next, containsString("/merge"));
        return next;
    }

    private ItemId item(String html) {
        return room.draft(Content.of("Night of museums", new Body(html)), Cast.ENGLISH, "news");
    }

    private static String save(Seat seat, Map<String, String> typed) {
        return location(seat.post("/newsroom/revisions", typed));
    }

    private static Map<String, String> hidden(Document screen) {
        var fields = new HashMap<String, String>();
        screen.select("form[action$=merge] input[type=hidden]:not([name=csrf])")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private static String text(ItemId item) {
        return "/newsroom/items/" + item + "/text";
    }

    private static String body(Document screen) {
        return screen.expectFirst("textarea[name=body]").wholeText();
    }
}
