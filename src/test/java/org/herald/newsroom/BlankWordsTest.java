package org.herald.newsroom;

import static org.herald.newsroom.DeskItems.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.herald.cli.OwnPortal;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of the newsroom that wants words takes a text in which nothing is visible for none. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class BlankWordsTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;

    BlankWordsTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\ufeff",
                "\u200f",
                "\u2060",
                "\u180e",
                "\udb40\udc01",
                "\u00a0",
                "\ufe0f",
                "\u00ad",
                "\u3164",
                "\u2800"
            })
    void formThatWantsWordsRefusesInvisibleOnes(String blank) {
        var cast = new NewsroomCast(database, clock);
        clock.set(PortalClock.NOON);
        var items = new DeskItems(bus, database);
        var editor = new Colleague(cast, Member.EDITOR);
        var chief = new Colleague(cast, Member.CHIEF_EDITOR);
        var administrator = new Colleague(cast, Member.ADMINISTRATOR);
        long live = items.published(editor.account().principal(), "It is there");
        long waiting =
                items.inReview(new Colleague(cast, Member.REPORTER).account().principal(), "It waits");

        refused(editor, at("/newsroom/items/0/comments", live), "text", blank);
        refused(editor, at("/newsroom/items/0/withdrawal", live), "reason", blank);
        refused(editor, at("/newsroom/items/0/correction", live), "read", items.head(live), "note", blank);
        refused(editor, at("/newsroom/items/0/return", waiting), "note", blank);
        refused(editor, "/newsroom/views", "name", blank, "query", "state=draft");
        refused(administrator, "/newsroom/account", "name", blank, "speaks", "en", "shortcuts", "yes");
        refused(chief, "/newsroom/portal/banner", "language", "en", "text", blank, "target", "", "until", "");
        refused(
                chief,
                "/newsroom/portal/sections/new",
                "parent",
                1,
                "word",
                "blank",
                "title",
                List.of(blank, blank, blank),
                "description",
                List.of("", "", ""));
        refused(
                chief,
                "/newsroom/portal/menus/main/en",
                "label",
                List.of(blank),
                "target",
                List.of("/en/news"),
                "seen",
                chief.page("/newsroom/portal/menus/main/en")
                        .expectFirst("input[name=seen]")
                        .val());
        refused(
                chief,
                "/newsroom/portal/blocks/0",
                "kind",
                "promotion",
                "spot",
                "beside",
                "language",
                "en",
                "title",
                blank,
                "text",
                blank,
                "target",
                "",
                "picture",
                "",
                "from",
                "",
                "until",
                "",
                "seen",
                "");
        assertEquals("published", items.state(live));
        assertEquals("in-review", items.state(waiting));
    }

    private static void refused(Colleague colleague, String path, Object... fields) {
        var answer = colleague.post(path, fields);
        assertEquals(422, answer.statusCode(), path);
        assertTrue(
                Colleague.parsed(answer)
                        .select(".reasons, [role=alert], .wrong")
                        .hasText(),
                () -> "No reason at " + path + ": " + Colleague.parsed(answer).text());
    }
}
