package org.herald.newsroom;

import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The items of a declared kind as a table: looked through, changed in place, and several at once after a preview. */
@QuarkusTest
@TestProfile(SightPortal.class)
final class KindTableTest {

    private static final String TABLE = "/newsroom/kinds/sight";

    private final WritingRoom room;
    private final PortalClock clock;
    private Seat reporter; // made before each test
    private Seat editor; // made before each test

    KindTableTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
        reporter = room.seat(Member.REPORTER);
        editor = room.seat(Member.CHIEF_EDITOR);
    }

    private String saved(String headline, Map<String, String> values) {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("news"))));
        var typed = new HashMap<>(fields(reporter.page(draft), "text"));
        typed.put("headline", headline);
        typed.put("body", "<p>A place.</p>");
        typed.putAll(values);
        return location(reporter.post("/newsroom/revisions", typed)).replaceFirst(".*/items/([0-9]+).*", "$1");
    }

    private String head(String item) {
        return room.value("select head_id from item where id = ?", Long.valueOf(item));
    }

    private String field(String item, String name) {
        return fields(reporter.page("/newsroom/items/" + item + "/text"), "text")
                .getOrDefault("field." + name, "");
    }

    private static List<String> headlines(Document table) {
        return table.select("table.kinds tbody th a.title").eachText();
    }

    @Test
    void rowsAreNarrowedSortedAndShowTheChosenColumns() {
        saved("Tower of the table", Map.of("field.type", "castle", "field.built", "1520", "field.suits.groups", "on"));
        saved("Church of the table", Map.of("field.type", "church", "field.built", "c. 1480"));
        saved("Ruin of the table", Map.of());
        assertTrue(reporter.page("/newsroom/kinds").text().contains("Tourist sites"));

        Document all = reporter.page(TABLE + "?q=of+the+table&column=built&column=type".replace("+", " "));
        assertEquals(List.of("Church of the table", "Ruin of the table", "Tower of the table"), headlines(all));
        assertEquals(
                List.of("Headline ↑", "State", "Type", "Built", "Languages"),
                all.select("table.kinds thead th").eachText().stream().skip(1).toList());
        assertEquals(
                "about 1480",
                all.expectFirst("table.kinds tbody tr").select("td").get(3).text());
        assertTrue(all.expectFirst("table.kinds tbody tr").text().contains("no translation yet"), all.text());

        assertEquals(
                List.of("Tower of the table"),
                headlines(reporter.page(TABLE + "?q=of the table&is.type=castle&is.suits=groups")));
        assertEquals(
                List.of("Tower of the table", "Church of the table", "Ruin of the table"),
                headlines(reporter.page(TABLE + "?q=of the table&sort=built&order=down")));
        assertEquals(List.of(), headlines(reporter.page(TABLE + "?q=of the table&state=published")));
        assertEquals(List.of(), headlines(reporter.page(TABLE + "?q=of the table&language=be")));
        for (String page : List.of("50000000", "99999999999")) {
            reporter.get(TABLE + "?sort=built&page=" + page).then().statusCode(200);
            reporter.get(TABLE + "?page=" + page).then().statusCode(200);
        }
        reporter.get("/newsroom/kinds/nothing").then().statusCode(404);
    }

    @Test
    void cellsAreChangedInPlaceAndAConflictLosesNothing() {
        String item = saved("Edited in place", Map.of("field.type", "castle", "field.built", "1520"));
        String seen = head(item);
        String cell = "v-" + item + "-";
        String query = "q=Edited in place&column=built&column=area&column=type&edit=yes";
        Document table = reporter.page(TABLE + "?" + query);
        assertEquals("1520", table.select("[name=" + cell + "built]").attr("value"));

        var typed = Map.of("row", item + "-" + seen, "query", query, cell + "built", "1525", cell + "area", "3");
        assertEquals(303, reporter.post(TABLE + "/values", typed).statusCode());
        assertEquals("1525", field(item, "built"));
        assertEquals("castle", field(item, "type"), "what was not sent stays");

        var late = Map.of("row", item + "-" + seen, "query", query, cell + "built", "1530", cell + "type", "church");
        Response refused = editor.post(TABLE + "/values", late);
        Document again = parsed(refused);
        assertEquals(422, refused.statusCode());
        assertTrue(again.text().contains("it is now “1525”"), again.text());
        assertEquals("1530", again.select("[name=" + cell + "built]").attr("value"), "what was typed stays");
        assertEquals(
                "church", again.select("[name=" + cell + "type] [selected]").attr("value"));
        assertEquals("1525", field(item, "built"));

        var knowing = new HashMap<>(late);
        knowing.put("row", again.select("[name=row]").attr("value"));
        assertEquals(303, editor.post(TABLE + "/values", knowing).statusCode());
        assertEquals("1530", field(item, "built"));

        var wrong = Map.of("row", item + "-" + head(item), "query", query, cell + "area", "1,234");
        Document told = parsed(reporter.post(TABLE + "/values", wrong));
        assertTrue(told.text().contains("“1,234” may mean"), told.text());
        assertEquals("1,234", told.select("[name=" + cell + "area]").attr("value"));
    }

    @Test
    void severalAreChangedAfterAPreview() {
        String one = saved("Bulk of the first", Map.of("field.type", "castle"));
        String two = saved("Bulk of the second", Map.of("field.type", "church"));
        var items = List.of(one + "-" + head(one), two + "-" + head(two));
        assertTrue(parsed(reporter.postAll(TABLE + "/selection", Map.of(), "item", items))
                .text()
                .contains("Set: Type"));

        var change = Map.of("what", "field-type", "value-field-type", "church");
        Document preview = parsed(reporter.postAll(TABLE + "/preview", change, "item", items));
        assertEquals("castle", field(one, "type"), "a preview changes nothing");
        assertTrue(preview.text().contains("Castle Church will be changed"), preview.text());
        assertTrue(preview.text().contains("stays as it is"), preview.text());

        Document done = parsed(reporter.postAll(TABLE + "/application", change, "item", items));
        assertTrue(done.text().contains("changed"), done.text());
        assertEquals("church", field(one, "type"));
        assertEquals(items.get(1), two + "-" + head(two), "what stays as it is has no new revision");

        Document late = parsed(reporter.postAll(
                TABLE + "/application", Map.of("what", "field-type", "value-field-type", "castle"), "item", items));
        assertTrue(late.text().contains("Another user has changed it"), late.text());
        assertEquals("castle", field(two, "type"));
        assertEquals("church", field(one, "type"));

        reporter.postAll(
                TABLE + "/application",
                Map.of("what", "tag-add", "value-tag-add", "Heritage, Stone"),
                "item",
                List.of(one + "-" + head(one)));
        assertEquals(
                "Heritage, Stone",
                fields(reporter.page("/newsroom/items/" + one + "/text"), "text")
                        .get("tags"));
        Document nothing = parsed(reporter.postAll(TABLE + "/preview", Map.of("what", "nonsense"), "item", items));
        assertTrue(nothing.text().contains("Choose which change"), nothing.text());
        assertFalse(nothing.text().contains("Make the change"));
    }

    @Test
    void nobodyChangesInTheTableWhatTheyMayNotWrite() {
        String item = saved("Not for translators", Map.of("field.type", "castle"));
        var translator = room.seat(Member.TRANSLATOR);
        Document refused = parsed(translator.postAll(
                TABLE + "/application",
                Map.of("what", "field-type", "value-field-type", "church"),
                "item",
                List.of(item + "-" + head(item))));
        assertTrue(refused.text().contains("refused"), refused.text());
        assertEquals("castle", field(item, "type"));
    }
}
