package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.herald.testing.HeraldProcess;
import org.herald.testing.PackedPortal;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first start of this version over an earlier one's portal is killed or fails: all of it was done, or nothing. */
final class InterruptedUpdateIT {

    /** Only the newest migrations know this table. */
    private static final String NEW_TABLE = "amendment";

    @TempDir
    private Path folder;

    private Path site = Path.of("");
    private Path database = Path.of("");
    private byte[] file = {};
    private Map<String, List<String>> rows = Map.of();

    @BeforeEach
    void unpack() throws IOException {
        unpackInto(folder.resolve("portal"));
    }

    private void unpackInto(Path where) throws IOException {
        site = where;
        database = PackedPortal.unpack(EarlierPortalIT.OLDER, where).database();
        file = Files.readAllBytes(database);
        rows = new Tables(database).dump();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the copy begins", "the copy is there", "the log grows", "the log has grown"})
    void startThatIsKilledHasDoneAllOrNothingAndTheNextGoesOn(String when) throws Exception {
        try (var herald = HeraldProcess.serve(site, HeraldProcess.freePort())) {
            await(
                    switch (when) {
                        case "the copy begins" -> () -> has(".new");
                        case "the copy is there" -> () -> has(".before-update");
                        case "the log grows" -> () -> size("portal.db-wal") > 0;
                        default -> () -> size("portal.db-wal") > 100_000;
                    });
            herald.kill();
        }
        var tables = new Tables(database);
        if (tables.rows("select name from sqlite_master where name = ?", NEW_TABLE)
                .isEmpty()) {
            assertEquals(rows, tables.dump(), "nothing was done");
        }
        starts();
    }

    @Test
    void updateWithoutRoomForItsCopyIsRefusedInASentenceAndTheNextGoesOn() throws Exception {
        // The shell counts in blocks of 512 bytes. No file may grow as large as the database is.
        refused("sh", "-c", "ulimit -f " + (file.length / 512 - 8) + "; exec \"$@\"", "sh");
        starts();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.5, 2.02})
    void updateOnAFullDiskIsRefusedInASentenceAndTheNextGoesOn(double times) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        long size = 4096 * (long) (file.length * times / 4096) + 1_000_000;
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString());
        Assumptions.assumeTrue(isDone(mount), "Skipped: no small disk can be mounted here");
        try {
            unpackInto(disk.resolve("portal"));
            Path filler = disk.resolve("filler");
            long room = Files.getFileStore(disk).getUsableSpace() - (long) (file.length * (times - 1));
            Files.write(filler, new byte[(int) Math.max(0, room)]);
            refused();
            Files.delete(filler);
            var more = new ProcessBuilder("mount", "-o", "remount,size=64m", disk.toString());
            assertTrue(isDone(more), "the disk can be made larger");
            starts();
        } finally {
            assertTrue(isDone(new ProcessBuilder("umount", "-l", disk.toString())));
        }
    }

    @Test
    void migrationThatFailsIsUndoneWithThoseBeforeIt() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("create table " + NEW_TABLE + " (of_another integer)");
        }
        file = Files.readAllBytes(database);
        rows = new Tables(database).dump();
        refused();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("drop table " + NEW_TABLE);
        }
        starts();
    }

    @Test
    void rowsThatCannotBeReadAreFoundBeforeAnythingIsDone() throws Exception {
        long page = Long.parseLong(
                new Tables(database).value("select rootpage from sqlite_master where name = 'publication'"));
        byte[] whole = file.clone();
        Arrays.fill(file, (int) (page - 1) * 4096, (int) page * 4096, (byte) 0x5a);
        Files.write(database, file);
        String said = fails();
        assertTrue(said.contains("is damaged"), said);
        assertArrayEquals(file, Files.readAllBytes(database));
        Files.write(database, whole);
        starts();
    }

    /** Said in a sentence, and the portal is the earlier version's still. */
    private void refused(String... before) throws Exception {
        String said = fails(before);
        assertTrue(said.contains("brought up to date"), said);
        assertEquals(rows, new Tables(database).dump());
    }

    private String fails(String... before) throws Exception {
        try (var herald = HeraldProcess.begin(
                "localhost",
                0,
                List.of(before),
                "serve",
                "--site",
                site.toString(),
                "--port",
                String.valueOf(HeraldProcess.freePort()))) {
            assertEquals(2, herald.ended(), herald.said());
            var told = herald.said()
                    .lines()
                    .filter(line -> line.startsWith("herald: "))
                    .toList();
            assertEquals(1, told.size(), herald.said());
            assertFalse(herald.said().contains("\tat "), herald.said());
            return told.getFirst();
        }
    }

    private void starts() throws Exception {
        try (var herald = HeraldProcess.serve(site, HeraldProcess.freePort())) {
            herald.opened();
            herald.stop();
            herald.ended();
        }
        var now = new Tables(database);
        // what stands in the rows is compared in EarlierPortalIT
        for (String table : List.of("revision", "draft", "comment", "change", "path", "account")) {
            String sql = "select * from " + table;
            assertEquals(
                    Objects.requireNonNull(rows.get(table)).size(),
                    now.rows(sql).size(),
                    table);
        }
        assertEquals("ok", now.value("pragma integrity_check"));
        assertFalse(has(".new"), "nothing unfinished stays");
    }

    private static void await(BooleanSupplier moment) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!moment.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "The moment does not come");
            Thread.onSpinWait();
        }
    }

    private boolean has(String ending) {
        try (var files = Files.newDirectoryStream(site.resolve("data"), "*" + ending)) {
            return files.iterator().hasNext();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private long size(String name) {
        return site.resolve("data").resolve(name).toFile().length();
    }

    private static boolean isDone(ProcessBuilder command) throws Exception {
        try {
            return command.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
