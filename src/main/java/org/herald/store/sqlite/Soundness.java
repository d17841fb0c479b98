package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.store.StoreFault;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Looks whether the pages of a database are such as SQLite wrote. That takes time with its size, so a large one is looked
 * through table by table, each in a short transaction, while the portal is served.
 */
final class Soundness implements AutoCloseable {

    private static final String WHOLE = "ok";

    private final Connection connection;
    private volatile boolean isClosed; // by another thread than the one that looks
    private volatile @Nullable Statement running; // likewise

    private Soundness(Connection connection) {
        this.connection = connection;
    }

    /** With a connection of its own, which changes nothing: what it opens may be another application's. */
    static Soundness of(DatabaseFile file) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(SqliteEngine.BUSY_MILLIS);
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.path());
        try {
            Connection connection = source.getConnection();
            try (var statement = connection.createStatement()) {
                statement.executeQuery("select count(*) from sqlite_master").close();
                return new Soundness(connection);
            } catch (SQLException fault) {
                connection.close();
                throw fault;
            }
        } catch (SQLException fault) {
            throw file.explained(fault);
        }
    }

    /**
     * Whether the database has the tables of this version.
     *
     * @param isWhole true to look through all of its pages, too
     * @throws StoreFault when it is another application's, or damaged
     */
    boolean isUpToDate(DatabaseFile file, boolean isWhole) {
        try (var statement = connection.createStatement()) {
            file.requireOurs(statement);
            if (isWhole) {
                ask("pragma quick_check(1)").ifPresent(wrong -> {
                    throw file.notWhole(wrong, null);
                });
            }
            return Migrations.isUpToDate(statement);
        } catch (SQLException fault) {
            throw file.explained(fault);
        }
    }

    /** What is wrong with the pages of one table after the other, looked through until it is closed. */
    synchronized Optional<String> tableByTable() throws SQLException {
        for (String table : tables()) {
            if (isClosed) {
                return Optional.empty();
            }
            try {
                var wrong = ask("pragma quick_check(\"" + table + "\")");
                if (wrong.isPresent()) {
                    return isClosed ? Optional.empty() : wrong;
                }
            } catch (SQLException fault) {
                if (!isClosed) {
                    throw fault;
                }
            }
        }
        return Optional.empty();
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select name from sqlite_master where type = 'table' order by name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Optional<String> ask(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            running = statement;
            try (var rows = statement.executeQuery(sql)) {
                String said = rows.next() ? rows.getString(1) : WHOLE;
                // what is wrong stands below a line that says in which database
                return said.equals(WHOLE)
                        ? Optional.empty()
                        : said.lines()
                                .filter(line -> !line.startsWith("***"))
                                .findFirst()
                                .or(() -> Optional.of(said));
            }
        } finally {
            running = null;
        }
    }

    /** Breaks off what it is looking at. */
    @Override
    public void close() {
        isClosed = true;
        try {
            var statement = running;
            if (statement != null) {
                statement.cancel();
            }
            synchronized (this) {
                connection.close();
            }
        } catch (SQLException fault) {
            throw new StoreFault("A connection to the database could not be closed: " + fault.getMessage(), fault);
        }
    }
}
