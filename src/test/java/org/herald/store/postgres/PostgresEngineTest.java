package org.herald.store.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.herald.model.AccountId;
import org.herald.publish.CommandBus;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.PortalCopy;
import org.herald.store.StoreFault;
import org.herald.testing.Postgres;
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
