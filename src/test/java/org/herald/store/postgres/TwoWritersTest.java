package org.herald.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.kind.KindName;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Postgres;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;

/** Two nodes that write to one PostgreSQL at the same time, with a follower that reads the ledger meanwhile. */
final class TwoWritersTest {

    private static final int WRITERS = 4;
    private static final int STORIES = 25;

    @Test
    void nothingIsDoubleAndTheLedgerIsReadInOrderWithoutAGap() throws Exception {
        var address = Postgres.fresh();
        try (var one = new Database(PostgresEngine.openForCopy(address));
                var portal = TestPortal.of(one);
                var two = new Database(PostgresEngine.openForCopy(address));
                var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            var section = portal.section("news/culture");
            ItemId shared = portal.draft("Written by all");
            var hasEnded = new AtomicBoolean();
            Future<List<Long>> followed = threads.submit(() -> follow(two, hasEnded));
            var work = new ArrayList<Callable<Integer>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var bus = TestPortal.busOf(writer % 2 == 0 ? one : two);
                work.add(() -> {
                    for (int i = 0; i < STORIES; i++) {
                        // all want the same address
                        ItemId item = bus.carryOut(
                                        Cast.ALESIA,
                                        new Create(
                                                KindName.ARTICLE,
                                                Cast.ENGLISH,
                                                null,
                                                section,
                                                null,
                                                TestPortal.content("Mir castle"),
                                                null))
                                .orThrow();
                        bus.carryOut(Cast.ALESIA, new Publish(item, null)).orThrow();
                        bus.carryOut(Cast.VERA, new Revise(shared, TestPortal.content("Written by all, " + i), null));
                    }
                    return STORIES;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertEquals(STORIES, done.get());
            }
            hasEnded.set(true);
            assertEquals(numbers(address, "select position from change order by position"), followed.get());
        }
        long all = WRITERS * STORIES;
        assertEquals(List.of(all), numbers(address, "select count(distinct path) from live"));
        assertEquals(List.of(all), numbers(address, "select count(*) from path where current = 1"));
        assertEquals(
                List.of(all),
                numbers(address, "select stories from tally where list = 'all' and unit = 'day' and language = 'en'"));
        assertEquals(
                numbers(address, "select count(*) from revision group by item_id order by item_id"),
                numbers(address, "select max(number) from revision group by item_id order by item_id"));
    }

    /** A writer that keeps no turn takes the language of a group, or an address, while a verb is about to. */
    @Test
    void verbThatMeetsAWriterPastTheLockRefusesInItsOwnWords() throws Exception {
        var address = Postgres.fresh();
        try (var database = new Database(PostgresEngine.openForCopy(address));
                var portal = TestPortal.of(database);
                var threads = Executors.newSingleThreadExecutor();
                var past = Postgres.connect(address);
                var statement = past.createStatement()) {
            ItemId original = portal.draft("Mir castle");
            var translate = new Create(
                    KindName.ARTICLE,
                    Cast.BELARUSIAN,
                    new GroupId(original.value()),
                    portal.section("news/culture"),
                    null,
                    TestPortal.content("Мірскі замак"),
                    null);
            past.setAutoCommit(false);
            statement.execute("insert into item (kind, language, group_id, section_id, slug, state, head_id, made_at)"
                    + " select kind, 'be', group_id, section_id, slug, state, head_id, made_at from item where id = "
                    + original);
            var outcome = threads.submit(() -> portal.bus().carryOut(Cast.VERA, translate));
            awaitWaiting(address);
            past.commit();
            assertEquals(List.of("refused.translation-exists"), TestPortal.refusals(outcome.get()));
        }
        assertEquals(List.of(2L), numbers(address, "select count(*) from item"));
    }

    /** What no verb would write, the database refuses by itself. */
    @Test
    void whatIsDoubleIsRefusedWhoeverWritesIt() throws Exception {
        var address = Postgres.fresh();
        try (var database = new Database(PostgresEngine.openForCopy(address));
                var portal = TestPortal.of(database);
                var past = Postgres.connect(address);
                var statement = past.createStatement()) {
            ItemId item = portal.published("Mir castle");
            for (String twice : List.of(
                    "insert into item (kind, language, group_id, section_id, slug, state, head_id, made_at)"
                            + " select kind, language, group_id, section_id, slug, state, head_id, made_at from item",
                    "insert into path (path, item_id, language, current, made_at) values ('/x', " + item
                            + ", 'en', 1, 0)",
                    "insert into revision select id + 1, item_id, number from revision")) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(twice));
                assertTrue(String.valueOf(refused.getSQLState()).startsWith("23"), refused::toString);
            }
        }
    }

    /** Waits until a statement of Herald waits for another transaction. */
    private static void awaitWaiting(PostgresAddress address) throws SQLException, InterruptedException {
        String waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name like 'herald%' and wait_event_type = 'Lock'";
        for (int i = 0; i < 600 && numbers(address, waiting).equals(List.of(0L)); i++) {
            Thread.sleep(50);
        }
    }

    /** The positions of the ledger as a node sees them that is rung for at any moment. */
    private static List<Long> follow(Database database, AtomicBoolean hasEnded) {
        var ledger = new ChangeQueries(database);
        var seen = new ArrayList<Long>();
        while (true) {
            boolean isLast = hasEnded.get();
            long position = seen.isEmpty() ? 0 : seen.getLast();
            var next = ledger.after(position, 1000);
            next.forEach(change -> seen.add(change.position()));
            if (isLast && next.isEmpty()) {
                return seen;
            }
        }
    }

    private static List<Long> numbers(PostgresAddress address, String sql) throws SQLException {
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            assertTrue(!numbers.isEmpty(), sql);
            return numbers;
        }
    }
}
