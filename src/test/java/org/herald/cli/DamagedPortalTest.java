package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.testing.Tables;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A portal whose files were damaged while nothing ran: a command either works, with everything there that was ever
 * acknowledged, or is refused in one sentence and leaves the files as they are.
 */
final class DamagedPortalTest {

    private static final int PAGE = 4096;
    private static final List<String> KEPT = List.of("item", "revision", "publication", "live", "path", "change");

    @TempDir
    private Path site;

    private Path file = Path.of("");

    /** Something that happens to a portal's files. */
    @FunctionalInterface
    interface Blow {
        void strike(Path site) throws IOException, SQLException;
    }

    /** A way to damage a portal. */
    record Damage(String name, Blow blow) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void makeThePortal() throws IOException {
        Files.writeString(site.resolve("portal.yaml"), "name: Oasis\nlanguages: [en]\n");
        file = site.resolve("data/portal.db");
        try (var portal = new TestPortal(site.resolve("data"))) {
            for (int story = 0; story < 40; story++) {
                portal.published("Mir castle, part " + story);
            }
        }
        Files.writeString(site.resolve("data/secret.key"), "of the portal");
        Files.createDirectory(site.resolve("data/files"));
        assertEquals(0, invite("first@example.org").code());
    }

    @ParameterizedTest
    @MethodSource("damages")
    void commandWorksWithNothingLostOrIsRefusedInASentenceWithNothingTouched(Damage damage) throws Exception {
        var acknowledged = rows();
        byte[] whole = Files.readAllBytes(file);
        byte[] settings = Files.readAllBytes(site.resolve("portal.yaml"));
        damage.blow().strike(site);
        var damaged = bytes();

        Ran ran = invite("late@example.org");

        if (ran.code() == 0) {
            assertEquals(acknowledged, rows(), "everything that was acknowledged");
            assertEquals(
                    "5", new Tables(file).value("select count(*) from account"), "three of the cast, and two invited");
            return;
        }
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().lines().allMatch(line -> line.startsWith("herald: ")), ran.err());
        boolean isOfSettings = ran.err().contains("portal.yaml"); // of which each fault is told
        assertTrue(isOfSettings || ran.err().lines().count() == 1, ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
        var after = bytes();
        assertEquals(damaged.keySet(), after.keySet());
        damaged.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));

        mend(whole, settings);
        assertEquals(0, invite("late@example.org").code(), "with what was damaged put back");
        assertEquals(acknowledged, rows());
    }

    /**
     * What stands only in the log beside the database is lost where the log is damaged, as on every disk that loses
     * what it was given; but neither what the database itself has, nor what the log has before the damage, nor is
     * anything half there.
     */
    @ParameterizedTest
    @MethodSource("damagesOfTheLog")
    void damagedLogTakesNothingAlongThatStandsBeforeTheDamage(Damage damage) throws Exception {
        var before = rows();
        var published = new ArrayList<Map<String, List<String>>>(List.of(before));
        Path aside = Files.createDirectory(site.resolve("aside"));
        try (var portal = new TestPortal(site.resolve("data"))) {
            for (int story = 0; story < 5; story++) {
                portal.draft("In the log, part " + story); // a write by itself
                published.add(rows());
            }
            Files.copy(file, aside.resolve("portal.db"));
            Files.copy(site.resolve("data/portal.db-wal"), aside.resolve("portal.db-wal"));
        }
        Files.deleteIfExists(site.resolve("data/portal.db-shm"));
        Files.move(aside.resolve("portal.db"), file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside.resolve("portal.db-wal"), wal(site), StandardCopyOption.REPLACE_EXISTING);
        damage.blow().strike(site);

        Ran ran = invite("late@example.org");

        assertFalse(ran.err().contains("Exception") || ran.err().contains("\tat "), ran.err());
        if (ran.code() == 0) {
            assertTrue(published.contains(rows()), "all of what one of the writes left");
            assertEquals("ok", new Tables(file).value("pragma integrity_check"));
        } else {
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    static Stream<Damage> damagesOfTheLog() {
        return Stream.of(
                log("not damaged", bytes -> bytes),
                log("cut to a byte", bytes -> Arrays.copyOf(bytes, 1)),
                log("cut in its header", bytes -> Arrays.copyOf(bytes, 20)),
                log("cut in its middle", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                log("its last byte cut off", bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                log("garbage over its header", bytes -> over(bytes, 0, 32, true)),
                log("garbage in its middle", bytes -> over(bytes, bytes.length / 2, 100, true)),
                log("noughts in its middle", bytes -> over(bytes, bytes.length / 2, PAGE, false)),
                log("garbage at its end", bytes -> over(bytes, bytes.length - 100, 100, true)),
                log("a text", _ -> "not a log".repeat(1000).getBytes(StandardCharsets.UTF_8)),
                new Damage("a folder", site -> {
                    Files.delete(wal(site));
                    Files.createDirectory(wal(site));
                }),
                new Damage("another database's", DamagedPortalTest::foreignLog));
    }

    private static void foreignLog(Path site) throws IOException, SQLException {
        Path other = site.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table recipes (name text)");
            statement.execute("insert into recipes values ('draniki')");
            Files.copy(site.resolve("other.db-wal"), wal(site), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(other);
    }

    private static Path wal(Path site) {
        return site.resolve("data/portal.db-wal");
    }

    private static Damage log(String name, Change change) {
        return new Damage("the log " + name, site -> Files.write(wal(site), change.of(Files.readAllBytes(wal(site)))));
    }

    static Stream<Damage> damages() {
        var damages = new ArrayList<Damage>();
        for (int kept : List.of(0, 1, 16, 100, PAGE, 5 * PAGE, 10 * PAGE + 7)) {
            damages.add(database("cut to " + kept + " bytes", bytes -> Arrays.copyOf(bytes, kept)));
        }
        damages.add(database("its last byte cut off", bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        damages.add(database("its last page cut off", bytes -> Arrays.copyOf(bytes, bytes.length - PAGE)));
        for (boolean isRandom : List.of(true, false)) {
            String with = isRandom ? "garbage" : "noughts";
            damages.add(database(with + " over its first bytes", bytes -> over(bytes, 0, 16, isRandom)));
            damages.add(database(with + " over its header", bytes -> over(bytes, 16, 84, isRandom)));
            damages.add(database(with + " over its first page", bytes -> over(bytes, 100, PAGE - 100, isRandom)));
            damages.add(database(with + " over its second page", bytes -> over(bytes, PAGE, PAGE, isRandom)));
            damages.add(database(with + " in its middle", bytes -> over(bytes, middle(bytes), PAGE, isRandom)));
            damages.add(
                    database(with + " over its last page", bytes -> over(bytes, bytes.length - PAGE, PAGE, isRandom)));
            damages.add(database(
                    with + " behind its end",
                    bytes -> over(Arrays.copyOf(bytes, bytes.length + PAGE), bytes.length, PAGE, isRandom)));
        }
        damages.add(database("a text", _ -> "not a database".repeat(1000).getBytes(StandardCharsets.UTF_8)));
        damages.add(new Damage("missing", site -> Files.delete(site.resolve("data/portal.db"))));
        damages.add(new Damage("a folder", site -> {
            Files.delete(site.resolve("data/portal.db"));
            Files.createDirectory(site.resolve("data/portal.db"));
        }));
        damages.add(new Damage("a link that leads nowhere", site -> {
            Files.delete(site.resolve("data/portal.db"));
            Files.createSymbolicLink(site.resolve("data/portal.db"), site.resolve("nowhere.db"));
        }));
        damages.add(new Damage("another application's", site -> other(site, "create table recipes (name text)")));
        damages.add(new Damage("another application's and empty", site -> other(site, "pragma user_version = 7")));
        damages.add(new Damage(
                "a newer Herald's",
                site -> sql(
                        site.resolve("data/portal.db"),
                        "insert into flyway_schema_history select 99, '99', 'later', type, script, checksum, installed_by,"
                                + " installed_on, execution_time, success from flyway_schema_history where version = '1'",
                        "pragma user_version = 99")));
        damages.add(settings("empty", new byte[0]));
        damages.add(settings("no text", new byte[] {(byte) 0xff, 0, 1}));
        damages.add(new Damage("settings missing", site -> Files.delete(site.resolve("portal.yaml"))));
        damages.add(new Damage("settings a folder", site -> {
            Files.delete(site.resolve("portal.yaml"));
            Files.createDirectory(site.resolve("portal.yaml"));
        }));
        damages.add(new Damage("the folder of pictures missing", site -> Files.delete(site.resolve("data/files"))));
        assertTrue(damages.size() >= 30, damages.size() + " damages");
        return damages.stream();
    }

    /** What becomes of the bytes of a file. */
    @FunctionalInterface
    interface Change {
        byte[] of(byte[] bytes);
    }

    private static Damage database(String name, Change change) {
        return new Damage(name, site -> {
            Path file = site.resolve("data/portal.db");
            Files.write(file, change.of(Files.readAllBytes(file)));
        });
    }

    private static Damage settings(String name, byte[] bytes) {
        return new Damage("settings " + name, site -> Files.write(site.resolve("portal.yaml"), bytes));
    }

    private static int middle(byte[] bytes) {
        return bytes.length / PAGE / 2 * PAGE;
    }

    private static byte[] over(byte[] bytes, int from, int length, boolean isRandom) {
        byte[] with = new byte[length];
        if (isRandom) {
            new Random(11).nextBytes(with);
        }
        System.arraycopy(with, 0, bytes, from, length);
        return bytes;
    }

    private static void other(Path site, String sql) throws IOException, SQLException {
        Files.delete(site.resolve("data/portal.db"));
        sql(site.resolve("data/portal.db"), sql);
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void mend(byte[] database, byte[] settings) throws IOException {
        for (Path each : List.of(file, site.resolve("portal.yaml"))) {
            Files.deleteIfExists(each);
            Files.deleteIfExists(each.resolveSibling(each.getFileName() + "-wal"));
            Files.deleteIfExists(each.resolveSibling(each.getFileName() + "-shm"));
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(database));
        }
        Files.write(site.resolve("portal.yaml"), settings);
    }

    private Map<String, List<String>> rows() {
        var rows = new TreeMap<String, List<String>>();
        KEPT.forEach(table -> rows.put(
                table,
                new Tables(file)
                        .rows("select * from " + table).stream().sorted().toList()));
        return rows;
    }

    /** The files of the portal, without the index that SQLite makes anew whenever it looks. */
    private Map<String, byte[]> bytes() throws IOException {
        var bytes = new TreeMap<String, byte[]>();
        try (var all = Files.walk(site)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = site.relativize(each).toString();
                if (!name.endsWith("-shm") && !(name.endsWith("-wal") && Files.size(each) == 0)) {
                    bytes.put(name, Files.readAllBytes(each));
                }
            }
        }
        return bytes;
    }

    /** What a command left behind. */
    private record Ran(int code, String err) {}

    private Ran invite(String email) {
        var err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "user",
                "add",
                email,
                "--name",
                email,
                "--role",
                "editor",
                "--site",
                site.toString());
        return new Ran(code, err.toString());
    }
}
