package org.herald.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.PortalCopy;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;

/**
 * The databases of tests: files, or with {@code -Dherald.database=postgres} databases of a PostgreSQL server, one for each
 * file there would be.
 */
public final class Databases {

    private static final boolean ON_SERVER = "postgres".equals(System.getProperty("herald.database"));

    /** More than one test has at a time; each is some megabytes. */
    private static final int MOST = 30;

    private static final LinkedHashMap<Path, PostgresAddress> ADDRESSES = new LinkedHashMap<>();

    private Databases() {}

    /** True when the tests run on PostgreSQL. */
    public static boolean areOnServer() {
        return ON_SERVER;
    }

    /** Opens the database of this file, which is made at the first time. */
    public static Database open(Path file) {
        return new Database(engine(file));
    }

    /** What the settings of a portal say of the database of this file; empty for the file that a portal has anyway. */
    public static String settings(Path file) {
        if (!ON_SERVER) {
            return "";
        }
        var address = address(file);
        return "database:\n  url: " + address.url().substring("jdbc:".length()) + "\n  user: " + address.user() + "\n";
    }

    public static Engine engine(Path file) {
        return ON_SERVER ? PostgresEngine.openForCopy(address(file)) : SqliteEngine.open(file);
    }

    /** When the tests run on PostgreSQL, the portal of a site folder moves there; otherwise it stays as it is. */
    static void moveOntoServer(Path site) throws IOException {
        Path file = site.resolve("data/portal.db");
        if (!ON_SERVER || Files.notExists(file)) {
            return;
        }
        var address = address(file);
        try (var from = SqliteEngine.open(file);
                var to = PostgresEngine.openForCopy(address)) {
            var _ = new PortalCopy(from, to, (_, _, _) -> {}, () -> false).run().orElseThrow();
        }
        for (String each : List.of("portal.db", "portal.db-wal", "portal.db-shm")) {
            Files.deleteIfExists(file.resolveSibling(each));
        }
        Files.writeString(
                site.resolve("portal.yaml"),
                "\ndatabase:\n  url: " + address.url().substring("jdbc:".length()) + "\n  user: " + address.user()
                        + "\n",
                StandardOpenOption.APPEND);
    }

    /** A connection from outside, past everything that Herald does. */
    static Connection connect(Path file) throws SQLException {
        return ON_SERVER ? Postgres.connect(address(file)) : DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** The oldest are dropped when there are too many. */
    private static synchronized PostgresAddress address(Path file) {
        Path name = file.toAbsolutePath().normalize();
        var known = ADDRESSES.get(name);
        if (known != null) {
            return known;
        }
        if (ADDRESSES.size() >= MOST) {
            Postgres.drop(ADDRESSES.pollFirstEntry().getValue());
        }
        var fresh = Postgres.fresh();
        ADDRESSES.put(name, fresh);
        return fresh;
    }
}
