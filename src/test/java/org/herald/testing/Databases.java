package org.herald.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;

/**
 * The databases of tests: files, or with {@code -Dherald.database=postgres} databases of a PostgreSQL server, one for each
 * file there would be.
 */
public final class Databases {

    private static final boolean ON_SERVER = "postgres".equals(System.getProperty("herald.database"));

    private static final Map<Path, PostgresAddress> ADDRESSES = new ConcurrentHashMap<>();

    private Databases() {}

    /** True when the tests run on PostgreSQL. */
    public static boolean areOnServer() {
        return ON_SERVER;
    }

    /** Opens the database of this file, which is made at the first time. */
    public static Database open(Path file) {
        return new Database(engine(file));
    }

    public static Engine engine(Path file) {
        return ON_SERVER ? PostgresEngine.openForCopy(address(file)) : SqliteEngine.open(file);
    }

    /** A connection from outside, past everything that Herald does. */
    static Connection connect(Path file) throws SQLException {
        return ON_SERVER
                ? Postgres.connect(address(file))
                : DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static PostgresAddress address(Path file) {
        return ADDRESSES.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> Postgres.fresh());
    }
}
