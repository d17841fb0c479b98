package org.herald.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import org.herald.store.StoreFault;
import org.herald.testing.Databases;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Tables;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large database, which is served at once and looked through meanwhile. */
@OnFileOnly
final class LargeDatabaseTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("portal.db");
    }

    /** Table by table: those of a name early and late. */
    @ParameterizedTest
    @ValueSource(strings = {"account", "change", "path", "tally"})
    void damageInALargeDatabaseIsFoundWhileItIsServed(String table) throws IOException {
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
        }
        enlarge();
        long page = Long.parseLong(
                new Tables(file).value("select rootpage from sqlite_master where type = 'table' and name = ?", table));
        overwrite((page - 1) * 4096);

        try (var database = Databases.open(file)) {
            database.lookThrough();

            var refused = assertThrows(
                    StoreFault.class,
                    () -> database.write(transaction -> transaction.sections().add(null, "never", Instant.EPOCH)));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("The database " + file + " is damaged"));
            assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
        }
    }

    @Test
    void largeDatabaseThatIsSoundIsWrittenWhileItIsLookedThrough() throws Exception {
        try (var portal = new TestPortal(folder)) {
            portal.published("Mir castle");
        }
        enlarge();
        try (var database = Databases.open(file);
                var threads = Executors.newSingleThreadExecutor()) {
            var looking = threads.submit(database::lookThrough);
            do {
                database.write(transaction -> transaction.sections().add(null, "s" + System.nanoTime(), Instant.EPOCH));
            } while (!looking.isDone());
            looking.get();
            database.write(transaction -> transaction.sections().add(null, "after", Instant.EPOCH));
        }
    }

    @Test
    void lookingThroughALargeDatabaseEndsWhenItIsClosed() throws Exception {
        Databases.open(file).close();
        enlarge();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var database = Databases.open(file);
            var looking = threads.submit(database::lookThrough);
            database.close();
            looking.get();
        }
        Databases.open(file).close();
    }

    /** Beyond the size up to which a database is looked through before it is opened. */
    private void enlarge() throws IOException {
        new Tables(file)
                .rows("insert into held_form (id, account_id, at, form)"
                        + " select 'x', 1, 0, hex(zeroblob(17000000)) returning 1");
        assertTrue(Files.size(file) > 32_000_000, Files.size(file) + " bytes");
    }

    private void overwrite(long from) throws IOException {
        byte[] garbage = new byte[4096];
        new Random(3).nextBytes(garbage);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
    }
}
