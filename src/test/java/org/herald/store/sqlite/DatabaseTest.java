package org.herald.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.herald.config.KindFiles;
import org.herald.model.ItemId;
import org.herald.model.Portal;
import org.herald.publish.CommandBus;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Revise;
import org.herald.store.ChangeQueries;
import org.herald.store.DeskQueries;
import org.herald.store.ItemQueries;
import org.herald.store.StoreFault;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Tables;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnFileOnly
final class DatabaseTest {
    /** An operator who waits longer at the start believes that the server hangs. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("portal.db");
    }

    @Test
    void opensInAFolderThatIsNotThereYet() {
        Path deep = folder.resolve("a/b/data/portal.db");
        Databases.open(deep).close();
        assertTrue(Files.exists(deep));
        assertEquals("wal", new Tables(deep).value("pragma journal_mode"));
    }

    @Test
    void opensAgainWithEverythingThatWasWritten() {
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
        }
        var before = new Tables(file).dump();
        try (var database = Databases.open(file)) {
            assertTrue(new ItemQueries(database)
                    .at("/en/news/culture/2024/08/19/mir-castle")
                    .isPresent());
        }
        assertEquals(before, new Tables(file).dump());
    }

    @Test
    void headlinesOfAnEarlierVersionAreFoundInAnyCase() throws SQLException {
        try (var portal = new TestPortal(folder)) {
            portal.draft("Мірскі замак адкрыты");
        }
        var tables = new Tables(file);
        tables.value("update desk set headline_key = lower(headline) returning item_id");

        mendHeadlines();
        try (var database = Databases.open(file)) {
            var filter =
                    new DeskQueries.Filter(Set.of(), Set.of(), null, null, "ЗАМАК мірскі", null, null, false, false);
            assertEquals(1, new DeskQueries(database).list(filter, null, 10).size());
        }
    }

    /** The migration of a large portal takes seconds, not minutes. */
    @Test
    void headlinesOfALargePortalAreMadeReadySoon() throws SQLException {
        try (var portal = new TestPortal(folder)) {
            portal.draft("Мірскі замак");
        }
        var tables = new Tables(file);
        tables.rows("with recursive n(i) as (select 1000 union all select i + 1 from n where i < 100999)"
                + " insert into desk select i, changed_at, state, kind, language, section_id, group_id, 'Замак ' || i,"
                + " lower('Замак ' || i), saved_at, release_at, open_comments, assignee_id, due_at, is_stale,"
                + " change_state, embargo_at, is_sent_back, saved_by from desk, n returning 1");

        assertTimeoutPreemptively(SOON, this::mendHeadlines);
        assertEquals("100000", tables.value("select count(*) from desk where headline_key like 'замак %'"));
    }

    /** Does what a start does with the file of an earlier version. */
    private void mendHeadlines() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false); // as all migrations run
            new HeadlineKeys().migrate(new Context() {
                @Override
                public @Nullable Configuration getConfiguration() {
                    return null;
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
            connection.commit();
        }
    }

    /** A portal whose file was lost to a crash of the disk must not greet its next visitor as first administrator. */
    @Test
    void emptyFileIsAFaultAndStaysAsItIs() throws IOException {
        Files.createFile(file);
        fault(file, "is empty");
        assertEquals(0, Files.size(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal.db-wal", "secret.key", "files"})
    void missingFileOfAPortalThatWasIsAFault(String trace) throws IOException {
        if (trace.equals("files")) {
            Files.createDirectory(folder.resolve(trace));
        } else {
            Files.writeString(folder.resolve(trace), "of the portal");
        }
        fault(file, "is missing, but " + trace);
        assertFalse(Files.exists(file));
    }

    @Test
    void newDatabaseBearsTheMarkOfThisProductAndLeavesNothingBesideIt() throws IOException {
        Files.writeString(folder.resolve("portal.db.1234.new"), "of a start that was broken off");
        Databases.open(file).close();
        assertEquals("1215458404", new Tables(file).value("select application_id from pragma_application_id"));
        assertEquals(List.of("portal.db"), names());
    }

    @Test
    void onlyTheOwnerReadsTheDatabaseItsLogAndItsCopies() throws IOException {
        Databases.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        try (var database = SqliteEngine.open(file)) {
            database.copyTo(folder.resolve("copy.db"));
            for (String name : names()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))),
                        name);
            }
            assertEquals(List.of("copy.db", "portal.db", "portal.db-shm", "portal.db-wal"), names());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writeIntoADatabaseThatWasDeletedIsRefused() throws IOException {
        try (var portal = new TestPortal(folder)) {
            portal.draft("Mir castle");
            Path away = Files.move(file, folder.resolve("away.db"));
            var fault = assertThrows(StoreFault.class, () -> portal.draft("Niasvizh castle"));
            assertTrue(String.valueOf(fault.getMessage()).contains(file + " is not there any more"), fault.toString());

            Files.copy(away, file);
            assertTrue(String.valueOf(assertThrows(StoreFault.class, () -> portal.draft("Niasvizh castle"))
                            .getMessage())
                    .contains("was replaced"));

            Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);
            portal.draft("Niasvizh castle");
            assertEquals("2", portal.tables().value("select count(*) from item"));
        }
    }

    /** Without its log the database alone would have none of what was written since it was opened. */
    @Test
    void whatWasWrittenBeforeTheLogWasDeletedIsKept() throws IOException {
        Path copy = folder.resolve("after-crash");
        try (var portal = new TestPortal(folder)) {
            portal.draft("Mir castle");
            Files.delete(folder.resolve("portal.db-wal"));
            assertThrows(StoreFault.class, () -> portal.draft("Niasvizh castle"));
            copyFiles(copy);
        }
        try (var _ = Databases.open(copy.resolve("portal.db"))) {
            assertEquals(
                    List.of("Mir castle"), new Tables(copy.resolve("portal.db")).rows("select headline from revision"));
        }
    }

    @Test
    void damageThatIsMetWhileItIsUsedIsToldInASentenceAndNothingIsWrittenAnyMore() throws IOException {
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
        }
        var tables = new Tables(file);
        long page = Long.parseLong(tables.value("select rootpage from sqlite_master where name = 'live'"));
        try (var desk = Databases.open(file)) {
            overwrite((page - 1) * 4096, 4096);
            var items = new ItemQueries(desk);
            var met = assertThrows(StoreFault.class, () -> {
                items.at("/en/news/culture/2024/08/19/mir-castle");
                desk.write(transaction -> transaction.sections().add(null, "never", Instant.EPOCH));
            });
            assertTrue(String.valueOf(met.getMessage()).startsWith("The database " + file + " is damaged"));
            assertEquals(1, String.valueOf(met.getMessage()).lines().count());
            assertThrows(StoreFault.class, () -> desk.write(transaction -> true));
        }
        fault(file, "backup");
    }

    private void overwrite(long from, int bytes) throws IOException {
        byte[] garbage = new byte[bytes];
        new Random(3).nextBytes(garbage);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
    }

    @Test
    void tablesAreNotChangedWhileAnotherProcessUsesThem() throws SQLException {
        Databases.open(file).close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("pragma user_version = 7"); // as an earlier version left it
            statement.executeQuery("select count(*) from item").close();
            fault(file, "another process has it open");
        }
        Databases.open(file).close();
    }

    @Test
    void randomBytesAreAFault() throws IOException {
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        Files.write(file, bytes);
        fault(file, "backup");
        assertTrue(Arrays.equals(bytes, Files.readAllBytes(file)), "The file was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 1000, 4096, 5000, 20_000})
    void halfWrittenFileIsAFault(int bytes) throws IOException {
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
        }
        byte[] whole = Files.readAllBytes(file);
        assertTrue(whole.length > bytes);
        Files.write(file, Arrays.copyOf(whole, bytes));
        fault(file, "backup");
    }

    @Test
    void fileWithAHoleOfNoughtsAtItsHeadIsAFault() throws IOException {
        Databases.open(file).close();
        byte[] whole = Files.readAllBytes(file);
        Arrays.fill(whole, 0, 4096, (byte) 0);
        Files.write(file, whole);
        fault(file, "backup");
    }

    @Test
    void databaseOfAnotherProductIsAFaultAndStaysAsItIs() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table recipes (name text)");
            statement.execute("insert into recipes values ('draniki')");
        }
        byte[] before = Files.readAllBytes(file);
        fault(file, "another application");
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("recipes"), new Tables(file).rows("select name from sqlite_master"));
    }

    @Test
    void databaseOfANewerHeraldIsAFault() throws SQLException {
        Databases.open(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history select 99, '99', 'from the future', type, script,"
                    + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                    + " where version = '1'");
            statement.execute("pragma user_version = 99"); // the mark of the newer one's migrations
        }
        fault(file, "newer");
    }

    @Test
    void databaseThatIsUpToDateIsNotLookedThroughAgainButMarkedWithItsMigrations() throws SQLException {
        Databases.open(file).close();
        var tables = new Tables(file);
        assertNotEquals("0", tables.value("select user_version from pragma_user_version"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("delete from flyway_schema_history");
        }
        Databases.open(file).close();
        assertEquals("0", tables.value("select count(*) from flyway_schema_history"));
    }

    @Test
    void databaseOfAnOlderHeraldIsBroughtUpToDateAndMarkedAnew() {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:migrations/sqlite")
                .loggers("slf4j")
                .target("6")
                .load()
                .migrate();
        Databases.open(file).close();
        var tables = new Tables(file);
        assertEquals("0", tables.value("select count(*) from passkey_challenge"));
        assertNotEquals("0", tables.value("select user_version from pragma_user_version"));
    }

    @Test
    void folderInPlaceOfTheFileIsAFault() throws IOException {
        Files.createDirectory(file);
        fault(file, "site folder");
    }

    @Test
    void folderThatCannotBeMadeIsAFault() throws IOException {
        Path note = Files.writeString(folder.resolve("note"), "not a folder");
        fault(note.resolve("portal.db"), "site folder");
        fault(note.resolve("data/portal.db"), "site folder");
        fault(Path.of("/proc/herald/portal.db"), "site folder");
        fault(Path.of("/proc/portal.db"), "");
    }

    /** What lies on the disk in the middle of a write is what a crash would leave. */
    @Test
    void crashInTheMiddleOfAWriteLeavesNothingOfIt() {
        Path copy = folder.resolve("after-crash");
        try (var portal = new TestPortal(folder)) {
            ItemId item = portal.published("Mir castle");
            var before = portal.tables().dump();
            portal.bus().together(Cast.JAN, unit -> {
                for (int i = 0; i < 300; i++) {
                    unit.carryOut(new Revise(item, TestPortal.content("Said again ".repeat(50)), null))
                            .orThrow();
                    unit.carryOut(new Publish(item, null)).orThrow();
                }
                copyFiles(copy);
                return item;
            });
            Databases.open(copy.resolve("portal.db")).close();
            assertEquals(before, new Tables(copy.resolve("portal.db")).dump());
            assertEquals("301", portal.tables().value("select count(*) from revision"));
        }
    }

    /** What lies on the disk when a write returned is kept, though nobody closed the database. */
    @Test
    void crashAfterAWriteKeepsAllOfIt() {
        Path copy = folder.resolve("after-crash");
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
            copyFiles(copy);
            var before = portal.tables().dump();
            Databases.open(copy.resolve("portal.db")).close();
            assertEquals(before, new Tables(copy.resolve("portal.db")).dump());
        }
    }

    @Test
    void stepThatThrowsLeavesNothingAndSaysItself() {
        try (var portal = new TestPortal(folder)) {
            var before = portal.tables().dump();
            var thrown = assertThrows(
                    ArithmeticException.class,
                    () -> portal.database().write(transaction -> {
                        transaction.sections().add(null, "never", Instant.EPOCH);
                        throw new ArithmeticException("The step failed");
                    }));
            assertEquals("The step failed", thrown.getMessage());
            assertThrows(
                    StackOverflowError.class,
                    () -> portal.database().write(transaction -> {
                        transaction.sections().add(null, "never", Instant.EPOCH);
                        throw new StackOverflowError("Too deep");
                    }));
            assertEquals(before, portal.tables().dump());
            portal.published("Mir castle");
        }
    }

    @Test
    void twoOpenAtOnceBothWrite() throws Exception {
        try (var portal = new TestPortal(folder);
                var other = Databases.open(file);
                var threads = Executors.newFixedThreadPool(4)) {
            var there = new CommandBus(
                    other,
                    portal.clock(),
                    TestPortal.MINSK,
                    Portal.UNKNOWN,
                    PublishingRules.none(KindFiles.ofProduct()));
            ItemId item = portal.draft("Mir castle");
            var writes = IntStream.range(0, 80)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        var verb = new Revise(item, TestPortal.content("Revision " + i), null);
                        (i % 2 == 0 ? portal.bus() : there)
                                .carryOut(Cast.JAN, verb)
                                .orThrow();
                        return true;
                    })
                    .toList();
            for (var write : threads.invokeAll(writes)) {
                assertTrue(write.get());
            }
            assertEquals("81|81", portal.tables().value("select count(*), max(number) from revision"));
            assertEquals(new ChangeQueries(other).newest(), new ChangeQueries(portal.database()).newest());
        }
    }

    @Test
    void readingSeesWhatWasCommittedAndNothingElse() {
        try (var portal = new TestPortal(folder)) {
            ItemId item = portal.draft("Mir castle");
            String path = "/en/news/culture/2024/08/19/mir-castle";
            portal.bus().together(Cast.JAN, unit -> {
                unit.carryOut(new Publish(item, null)).orThrow();
                assertFalse(portal.items().at(path).isPresent());
                return item;
            });
            assertTrue(portal.items().at(path).isPresent());
        }
    }

    private static void fault(Path file, String advice) {
        StoreFault fault = assertTimeoutPreemptively(
                SOON,
                () -> assertThrows(StoreFault.class, () -> Databases.open(file).close()));
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(file.toString()) || message.contains(String.valueOf(file.getParent())), message);
        assertTrue(message.contains(advice), message);
    }

    private void copyFiles(Path target) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectory(target);
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, target.resolve(each.getFileName()));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
