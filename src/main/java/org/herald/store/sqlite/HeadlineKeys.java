package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The migration that brings headlines of the newsroom's list into the form in which they are searched: {@code lower} of
 * SQLite, with which V9 filled the list, knows the letters of ASCII alone.
 */
final class HeadlineKeys implements JavaMigration {

    private static final System.Logger LOG = System.getLogger(HeadlineKeys.class.getName());
    private static final int AT_ONCE = 5_000;
    private static final int TOLD_EACH = 20_000;

    /** A row of the list. */
    private record Line(long item, String headline, String key) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("15");
    }

    @Override
    public String getDescription() {
        return "headline keys";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        long all = count(connection);
        long done = 0;
        long last = 0;
        List<Line> lines = lines(connection, last);
        while (!lines.isEmpty()) {
            mend(connection, lines);
            last = lines.getLast().item();
            if (done / TOLD_EACH != (done + lines.size()) / TOLD_EACH) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Headlines made ready for the search: " + (done + lines.size()) + " of " + all);
            }
            done += lines.size();
            lines = lines(connection, last);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from desk");
                var rows = statement.executeQuery()) {
            return rows.getLong(1);
        }
    }

    private static List<Line> lines(Connection connection, long after) throws SQLException {
        var lines = new ArrayList<Line>(AT_ONCE);
        try (var statement = connection.prepareStatement(
                "select item_id, headline, headline_key from desk where item_id > ? order by item_id limit "
                        + AT_ONCE)) {
            statement.setLong(1, after);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return lines;
    }

    private static void mend(Connection connection, List<Line> lines) throws SQLException {
        try (var statement = connection.prepareStatement("update desk set headline_key = ? where item_id = ?")) {
            for (Line line : lines) {
                String key = line.headline().toLowerCase(Locale.ROOT);
                if (!key.equals(line.key())) {
                    statement.setString(1, key);
                    statement.setLong(2, line.item());
                    statement.executeUpdate();
                }
            }
        }
    }
}
