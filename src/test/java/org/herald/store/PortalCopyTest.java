package org.herald.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.model.ItemId;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;
import org.herald.testing.Cast;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Postgres;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that moves from a file to PostgreSQL and back is the same portal. */
@OnFileOnly
final class PortalCopyTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private ItemId draft = new ItemId(0);

    @BeforeEach
    void makeAPortal() {
        file = folder.resolve("portal.db");
        try (var portal = new TestPortal(folder)) {
            ItemId item = portal.published("Мірскі замак 🏰 \\ 'quoted' \"twice\"\n\tand more");
            draft = portal.draft("Niasvizh castle");
            portal.approved(portal.draft("tourism", "Ružany"));
            portal.published("tourism", "Mir castle");
            assertTrue(item.value() > 0);
        }
    }

    @Test
    void everyRowIsTheSameThereAndBackAgain() {
        var address = Postgres.fresh();
        List<PortalCopy.Copied> there;
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            there = copied(from, to);
        }
        assertTrue(there.stream().anyMatch(each -> each.table().equals("revision") && each.rows() >= 4));
        try (var from = PostgresEngine.open(address, folder);
                var to = SqliteEngine.openForCopy(folder.resolve("back/portal.db"))) {
            assertEquals(there, copied(from, to));
        }
    }

    /** As a dry run of an import makes one beside a running server. */
    @Test
    void copyOfOneInstantKeepsNobodyFromWriting() throws SQLException {
        var address = Postgres.fresh();
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            copied(from, to);
        }
        var wrote = new AtomicInteger();
        try (var other = new Database(PostgresEngine.open(address, folder));
                var from = PostgresEngine.open(address, folder);
                var to = SqliteEngine.openForCopy(folder.resolve("try/copy.db"))) {
            var bus = TestPortal.busOf(other);
            PortalCopy.Progress atFirst = (_, _, _) -> {
                if (wrote.getAndIncrement() == 0) {
                    bus.carryOut(Cast.VERA, new Publish(draft, null)).orThrow();
                }
            };
            assertTrue(
                    new PortalCopy(from, to, atFirst, () -> false).runBeside().isPresent());
        }
        try (var copy = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("try/copy.db"))) {
            assertEquals("2", row(copy, "select count(*) from live"), "as it was before");
        }
        try (var server = Postgres.connect(address)) {
            assertEquals("3", row(server, "select count(*) from live"));
        }
    }

    private static String row(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    @Test
    void workGoesOnInTheCopy() {
        var address = Postgres.fresh();
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            copied(from, to);
        }
        try (var database = new Database(PostgresEngine.open(address, folder))) {
            var bus = TestPortal.busOf(database);
            bus.carryOut(Cast.VERA, new Revise(draft, TestPortal.content("Niasvizh castle"), null))
                    .orThrow();
            bus.carryOut(Cast.VERA, new Publish(draft, null)).orThrow();
            assertTrue(new ItemQueries(database)
                    .at("/en/news/culture/2024/08/19/niasvizh-castle")
                    .isPresent());
        }
    }

    @Test
    void interruptedCopyGoesOnWhereItWas() throws SQLException {
        var address = Postgres.fresh();
        for (int most : List.of(2, 3, 4)) {
            var parts = new AtomicInteger();
            try (var from = SqliteEngine.open(file);
                    var to = PostgresEngine.openForCopy(address)) {
                assertTrue(new PortalCopy(from, to, (_, _, _) -> {}, () -> parts.incrementAndGet() > most)
                        .run()
                        .isEmpty());
            }
            var refused = assertThrows(
                    StoreFault.class, () -> PostgresEngine.open(address, folder).close());
            assertTrue(String.valueOf(refused.getMessage()).contains("unfinished copy"));
        }
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            assertFalse(copied(from, to).isEmpty());
        }
        PostgresEngine.open(address, folder).close();
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_constraint where contype = 'f'")) {
            assertTrue(rows.next() && rows.getInt(1) > 30);
        }
    }

    @Test
    void targetThatHoldsSomethingElseIsLeftAsItIs() throws SQLException {
        var address = Postgres.fresh();
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            copied(from, to);
        }
        told(address, "holds a portal already");

        var half = Postgres.fresh();
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(half)) {
            assertTrue(
                    new PortalCopy(from, to, (_, _, _) -> {}, () -> true).run().isEmpty());
        }
        execute(half, "update " + PortalCopy.UNFINISHED + " set source = '/srv/other/portal.db'");
        told(half, "unfinished copy of another portal (/srv/other/portal.db)");
    }

    @Test
    void whatWasChangedDuringTheCopyIsNoticed() throws SQLException {
        var address = Postgres.fresh();
        var parts = new AtomicInteger();
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            new PortalCopy(from, to, (_, _, _) -> {}, () -> parts.incrementAndGet() > 8).run();
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("update account set name = 'Renamed' where id = 1");
        }
        told(address, "does not hold the same", "account");
    }

    private void told(PostgresAddress address, String... parts) {
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            var fault = assertThrows(StoreFault.class, () -> copied(from, to));
            for (String part : parts) {
                assertTrue(String.valueOf(fault.getMessage()).contains(part), fault::getMessage);
            }
        }
    }

    private static List<PortalCopy.Copied> copied(Engine from, Engine to) {
        return new PortalCopy(from, to, (_, _, _) -> {}, () -> false).run().orElseThrow();
    }

    private static void execute(PostgresAddress address, String sql) throws SQLException {
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
