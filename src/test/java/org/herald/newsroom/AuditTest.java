package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.HashSet;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.VerbName;
import org.herald.publish.AddComment;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log: who did what when, found by each of these, and changed by nobody. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class AuditTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private NewsroomCast cast; // made before each test
    private Colleague chief; // made before each test
    private Colleague administrator; // made before each test

    AuditTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        items = new DeskItems(bus, database);
        cast = new NewsroomCast(database, clock);
        chief = new Colleague(cast, Member.CHIEF_EDITOR);
        administrator = new Colleague(cast, Member.ADMINISTRATOR);
        clock.set(PortalClock.NOON);
    }

    @Test
    void theTableOfALongLogIsSentWhole() {
        long item = items.draft(cast.account(Member.EDITOR).principal(), "A story with much to say about it");
        for (int i = 0; i < 230; i++) {
            bus.carryOut(cast.account(Member.EDITOR).principal(), new AddComment(new ItemId(item), "Remark " + i))
                    .orThrow();
        }
        var answer = chief.get("/newsroom/audit/table?what=remark&item=" + item);
        assertEquals("text/csv;charset=UTF-8", answer.contentType());
        assertEquals(231, answer.asString().lines().count(), "with the names of its columns");
        assertTrue(answer.asString().startsWith("\ufeff"));
    }

    @Test
    void deedsAreFoundByPersonVerbItemAndDay() {
        clock.set(PortalClock.NOON.plusSeconds(7));
        long item = items.published(cast.account(Member.EDITOR).principal(), "A story for the log");
        String all = rows(chief.page("/newsroom/audit?item=" + item));
        assertTrue(all.contains("21 Nov 2026, 13:00:07 Alesia Published A story for the log"), all);
        assertTrue(all.contains("Created"), all);

        assertFalse(
                rows(chief.page("/newsroom/audit?what=publish&item=" + item)).contains("Created"));
        assertEquals("", rows(chief.page("/newsroom/audit?who=Vera&item=" + item)));
        assertEquals("", rows(chief.page("/newsroom/audit?until=2026-11-20&item=" + item)));
        assertFalse(rows(chief.page("/newsroom/audit?from=2026-11-21&until=2026-11-21&item=" + item))
                .isEmpty());
        assertTrue(chief.page("/newsroom/audit?item=x").text().contains("has digits only"));
    }

    @Test
    void whatIsNoPersonIsCalledInWordsAndFoundByThem() {
        long item = items.draft(Principal.WXR_IMPORTER, "A story from an old site");
        Document page = chief.page("/newsroom/audit?item=" + item);
        assertTrue(rows(page).contains("Import from WordPress Create"), rows(page));
        String told = page.expectFirst("select[name=who] option:contains(Import from WordPress)")
                .val();
        assertFalse(rows(chief.page("/newsroom/audit?who=" + told.replace(" ", "%20") + "&item=" + item))
                .isEmpty());
        assertTrue(chief.page("/newsroom?q=old+site").text().contains("Import from WordPress"));
    }

    @Test
    void longLogsArePagedAndEveryDeedStandsThereOnce() {
        long item = items.draft(cast.account(Member.EDITOR).principal(), "A story with much to say");
        for (int i = 0; i < 230; i++) {
            bus.carryOut(cast.account(Member.EDITOR).principal(), new AddComment(new ItemId(item), "Remark " + i))
                    .orThrow();
        }
        int count = 0;
        var pages = new HashSet<String>();
        for (String next = "/newsroom/audit?item=" + item; !next.isEmpty(); ) {
            Document page = chief.page(next);
            assertTrue(pages.add(next), "another page");
            count += page.select("tbody tr").size();
            next = page.select("a[rel=next]").attr("href");
        }
        assertEquals(231, count);
        assertEquals(3, pages.size());
    }

    @Test
    void theTableIsSafeToOpenInASpreadsheet() {
        long item = items.draft(cast.account(Member.EDITOR).principal(), "=1+1, \"so\"");

        var answer = chief.get("/newsroom/audit/table?item=" + item);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("text/csv"));
        assertTrue(answer.header("Content-Disposition").contains("log.csv"));
        String table = answer.asString();
        assertTrue(table.contains(item + ",\"'=1+1, \"\"so\"\"\","), table);
        assertEquals(2, table.lines().count(), "a head and one deed");
    }

    @Test
    void theLogIsForThoseWhoMayReadItAndForNobodyToChange() {
        var editor = new Colleague(cast, Member.EDITOR);
        assertEquals(403, editor.get("/newsroom/audit").statusCode());
        assertEquals(403, editor.get("/newsroom/audit/table").statusCode());
        assertEquals(403, chief.get("/newsroom/audit/accounts").statusCode());
        assertEquals(403, chief.get("/newsroom/audit/accounts/table").statusCode());
        assertEquals(405, administrator.post("/newsroom/audit").statusCode());
        assertEquals(
                Arrays.stream(VerbName.values()).map(VerbName::word).toList(),
                administrator
                        .page("/newsroom/audit")
                        .select("select[name=what] option:not([value=''])")
                        .eachAttr("value"),
                "every verb can be asked for");

        assertEquals(
                "Log",
                administrator.page("/newsroom/audit/accounts").expectFirst("h1").text());
        assertEquals(200, administrator.get("/newsroom/audit/accounts/table").statusCode());
        assertEquals(
                200,
                administrator
                        .get("/newsroom/audit/accounts?what=signed-in&who=1&from=2026-01-01")
                        .statusCode());
    }

    private static String rows(Document page) {
        return page.select("tbody tr").text();
    }
}
