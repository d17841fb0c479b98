package org.herald.store.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import javax.sql.DataSource;
import org.herald.model.AccountId;
import org.herald.publish.CommandBus;
import org.herald.store.AccountQueries;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.PortalCopy;
import org.herald.store.StoreFault;
import org.herald.testing.Postgres;
import org.herald.testing.TestPortal;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of a PostgreSQL server that is not as it must be, and what becomes of a connection that is lost. */
final class PostgresEngineTest {

    @TempDir
    private Path data;

    @Test
    void emptyDatabaseBecomesAPortalAndIsOpenedAgainWithoutMigrations() throws SQLException {
        var address = Postgres.empty();
        PostgresEngine.open(address, data).close();
        execute(address, "update flyway_schema_history set checksum = 1"); // Flyway would refuse, if it were asked
        assertDoesNotThrow(() -> PostgresEngine.open(address, data).close());
    }

    @Test
    void eachFaultAtTheStartSaysWhatToDo() {
        var good = Postgres.empty();
        Postgres.requirePassword("guarded", "right");
        told(Postgres.as(good, "guarded", "wrong"), "does not let the user \"guarded\" in", "database.password");
        told(Postgres.as(good, "guarded", ""), "database.password");
        told(Postgres.address("nowhere"), "has no database \"nowhere\"", "createdb --owner=postgres");
        told(
                new PostgresAddress("jdbc:postgresql://localhost:1/portal", "herald", ""),
                "localhost:1 cannot be reached",
                "check database.url");
        told(
                new PostgresAddress("jdbc:postgresql://db.invalid/portal", "herald", ""),
                "no machine has the name db.invalid");
    }

    @Test
    void databaseOfAnotherApplicationIsLeftAsItIs() throws SQLException {
        var address = Postgres.empty();
        execute(address, "create table item (id int)");
        told(address, "tables of another application", "choose an empty database");
        assertFalse(exists(address, "flyway_schema_history"));
    }

    @Test
    void databaseOfANewerVersionIsLeftAsItIs() throws SQLException {
        var address = Postgres.fresh();
        execute(
                address,
                "insert into flyway_schema_history select 1000, '9999', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");
        execute(address, "comment on table flyway_schema_history is 'another'");
        told(address, "was written by a newer Herald");
    }

    @Test
    void userWhoMayNotCreateTablesIsToldSo() {
        var address = Postgres.empty();
        Postgres.requirePassword("poor", "open sesame");
        told(Postgres.as(address, "poor", "open sesame"), "\"poor\" may not create tables", "owner to poor");
    }

    @Test
    void databaseWithoutRoomForEveryLanguageIsRefused() {
        Postgres.run("create database western encoding 'LATIN1' locale_provider libc locale 'C' template template0");
        told(Postgres.address("western"), "keeps text as LATIN1", "--encoding=UTF8");
    }

    @Test
    void serversBeforeFifteenAreRefused() {
        var address = new PostgresAddress("jdbc:postgresql://old/portal", "herald", "");
        var fault = assertThrows(
                StoreFault.class, () -> PostgresServer.requireVersion(address, "140012", "14.12 (Debian)"));
        assertEquals(
                "The database server old is PostgreSQL 14.12 (Debian), and Herald needs 15 or newer: update the server,"
                        + " or choose another in database.url.",
                fault.getMessage());
        assertDoesNotThrow(() -> PostgresServer.requireVersion(address, "150000", "15.0"));
    }

    @Test
    void folderOfAPortalDoesNotBecomeAnEmptyOne() throws IOException {
        Files.createFile(data.resolve("secret.key"));
        var address = Postgres.empty();
        told(address, "is empty, but secret.key of a portal stand", "herald copy --to");
    }

    @Test
    void workThatMustBeAloneIsRefusedWhileAnotherProcessHasThePortalOpen() {
        var address = Postgres.fresh();
        try (var database = new Database(PostgresEngine.open(address, data))) {
            assertEquals(0, new ChangeQueries(database).newest());
            var fault = assertThrows(
                    StoreFault.class,
                    () -> PostgresEngine.openAlone(address, data).close());
            assertTrue(String.valueOf(fault.getMessage()).contains("is open in another process"), fault.getMessage());
        }
        assertDoesNotThrow(() -> PostgresEngine.openAlone(address, data).close(), "others have left");
    }

    @Test
    void halfOfACopyIsNoPortal() throws SQLException {
        var address = Postgres.fresh();
        execute(address, "create table " + PortalCopy.UNFINISHED + " as select 'portal.db' as source");
        told(address, "holds the unfinished copy of portal.db", "herald copy");
    }

    @Test
    void serverThatGoesAwayIsToldAndComesBackByItself() {
        var address = Postgres.fresh();
        try (var database = new Database(PostgresEngine.openForCopy(address))) {
            var ledger = new ChangeQueries(database);
            assertEquals(0, ledger.newest());

            Postgres.allowConnections(address, false);
            for (int i = 0; i < 3; i++) {
                var fault = assertThrows(RuntimeException.class, ledger::newest);
                assertTrue(StoreFault.isUnavailable(fault));
                assertTrue(StoreFault.in(fault).orElse("").contains("does not answer"), () -> fault.toString());
            }
            var lost = assertThrows(StoreFault.class, () -> database.write(_ -> true));
            assertTrue(String.valueOf(lost.getMessage()).contains("nothing of the last step was saved"));
            assertFalse(CommandBus.isOfContent(lost));

            Postgres.allowConnections(address, true);
            assertEquals(true, database.write(_ -> true));
            assertEquals(0, awaited(ledger));
        }
    }

    /** Requests are refused at once for up to a second after the last try. */
    private static long awaited(ChangeQueries ledger) {
        for (int i = 0; ; i++) {
            try {
                return ledger.newest();
            } catch (StoreFault stillAway) {
                if (i > 100) {
                    throw stillAway;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void valueThatBreaksARuleIsAFaultOfContentAndNotOfTheDatabase() {
        try (var database = new Database(PostgresEngine.openForCopy(Postgres.fresh()))) {
            var fault = assertThrows(
                    RuntimeException.class,
                    () -> database.write(transaction -> {
                        transaction.views().add(new AccountId(1), "Nobody’s", "");
                        return true;
                    }));
            assertTrue(CommandBus.isOfContent(fault), fault::toString);
        }
    }

    /** U+0000 is a fault of who asks, and no outage. */
    @Test
    void characterThatNoTextCanHaveIsNoOutage() {
        try (var database = new Database(PostgresEngine.openForCopy(Postgres.fresh()))) {
            var accounts = new AccountQueries(database);
            var fault = assertThrows(RuntimeException.class, () -> accounts.byEmail("no\0body"));
            assertFalse(StoreFault.isUnavailable(fault), fault::toString);
            assertTrue(StoreFault.isOfCharacters(fault), fault::toString);
            assertTrue(CommandBus.isOfContent(fault), fault::toString);
        }
    }

    /** The answer to a commit is lost on its way back: nobody may say that nothing was saved, nor do it again. */
    @Test
    void commitWithoutAnAnswerMayHaveBeenCarriedOut() {
        var address = Postgres.fresh();
        try (var line = new CutAtCommit();
                var database = new Database(PostgresEngine.open(line.before(address), data));
                var portal = TestPortal.of(database)) {
            long before = new ChangeQueries(database).newest();
            line.arm(true);
            var fault = assertThrows(StoreFault.class, () -> portal.draft("Mir castle"));
            line.arm(false);
            assertEquals(1, line.cut());
            assertTrue(StoreFault.isOutcomeUnknown(fault));
            assertTrue(StoreFault.isUnavailable(fault));
            String told = String.valueOf(fault.getMessage());
            assertTrue(told.contains("may have been saved, or not"), told);
            assertEquals(before + 1, new ChangeQueries(database).newest(), "here it was, once");
            portal.draft("Niasvizh castle");
        }
    }

    @Test
    void busyPoolIsNotTakenForAServerThatIsAway() {
        var faults = new PostgresFaults(Postgres.address("portal"));
        var busy = new SQLTransientConnectionException("herald-reader - Connection is not available");
        String told = String.valueOf(
                faults.explain(new DataAccessException("No connection", busy)).getMessage());
        assertTrue(told.contains("were in use for too long"), told);
        assertFalse(told.contains("does not answer"), told);
    }

    /** A node that dies in the middle of a write is found out by the server, and by us a server that does. */
    @Test
    void connectionsAreAsTheyMustBeWhateverTheServerHasAsItsDefault() throws SQLException {
        var address = Postgres.fresh();
        for (String setting : List.of(
                "default_transaction_isolation = 'serializable'",
                "synchronous_commit = off",
                "idle_in_transaction_session_timeout = 0")) {
            execute(address, "alter database " + address.database() + " set " + setting);
        }
        try (var engine = PostgresEngine.open(address, data)) {
            for (DataSource each : List.of(engine.writer(), engine.readers(), engine.newsroom())) {
                try (var connection = each.getConnection()) {
                    assertEquals("read committed", shown(connection, "transaction_isolation"));
                    assertEquals("on", shown(connection, "synchronous_commit"));
                    assertEquals("herald public", shown(connection, "application_name"));
                    assertTrue(connection.getNetworkTimeout() > 0);
                }
            }
            try (var writer = engine.writer().getConnection()) {
                assertEquals("1min", shown(writer, "idle_in_transaction_session_timeout"));
                assertEquals("20", shown(writer, "tcp_keepalives_idle"));
            }
        }
        execute(address, "alter database " + address.database() + " set synchronous_commit = remote_apply");
        try (var engine = PostgresEngine.openForCopy(address);
                var writer = engine.writer().getConnection()) {
            assertEquals("remote_apply", shown(writer, "synchronous_commit"), "what is stronger stays");
            assertEquals("0", shown(writer, "idle_in_transaction_session_timeout"), "a copy takes its time");
        }
    }

    /** A portal in another schema of the same database is no other process of this portal. */
    @Test
    void tablesAreChangedOnlyWhileNobodyIsAtWorkInTheirSchema() throws SQLException {
        var address = Postgres.fresh();
        execute(address, "create schema other");
        var other = new PostgresAddress(address.url() + "?currentSchema=other", address.user(), address.password());
        try (var first = PostgresEngine.open(address, data)) {
            assertEquals("postgresql://localhost:" + Postgres.port() + "/" + address.database(), first.address());
            assertDoesNotThrow(() -> PostgresEngine.open(other, data).close());
            execute(address, "comment on table flyway_schema_history is 'another'");
            told(address, "another process has it open");
            execute(
                    address,
                    "insert into flyway_schema_history select 1000, '9999', description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");
            told(address, "was written by a newer Herald");
        }
        assertDoesNotThrow(() -> PostgresEngine.open(other, data).close());
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            assertTrue(rows.next(), setting);
            return rows.getString(1);
        }
    }

    private void told(PostgresAddress address, String... parts) {
        var fault = assertThrows(
                StoreFault.class, () -> PostgresEngine.open(address, data).close());
        String said = String.valueOf(fault.getMessage());
        for (String part : parts) {
            assertTrue(said.contains(part), said);
        }
        assertFalse(!address.password().isEmpty() && said.contains("\"" + address.password() + "\""), said);
    }

    private static void execute(PostgresAddress address, String sql) throws SQLException {
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(PostgresAddress address, String table) throws SQLException {
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
