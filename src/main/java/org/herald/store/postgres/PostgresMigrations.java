package org.herald.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.herald.store.StoreFault;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables of a PostgreSQL database up to date, all in one transaction. The comment on Flyway's table says by
 * which migrations that was done last, so that a start with the same ones need not load Flyway.
 */
final class PostgresMigrations {

    /** Made by the build: a digest of all migrations in SQL, in hexadecimal. */
    private static final String DIGEST = "/migrations/digest";

    private static final String HISTORY = "flyway_schema_history";

    private final PostgresAddress address;

    PostgresMigrations(PostgresAddress address) {
        this.address = address;
    }

    /** Whether the database has seen all that this build has. */
    boolean isUpToDate(Connection connection) throws SQLException {
        String sql = "select obj_description(to_regclass('" + HISTORY + "'), 'pg_class')";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && mark().equals(rows.getString(1));
        }
    }

    /**
     * Does what this build has and the database has not seen.
     *
     * @throws StoreFault when it was written by a newer Herald, or another process uses it
     */
    void bringUpToDate(DataSource source) {
        try (var connection = source.getConnection()) {
            migrate(source, connection);
            try (var statement = connection.createStatement()) {
                statement.execute("comment on table " + HISTORY + " is '" + mark() + "'");
            }
        } catch (SQLException fault) {
            throw new PostgresFaults(address).atStart(fault);
        }
    }

    /**
     * While tables are changed, no server may be at work on them: one of an earlier version would go on with tables that it
     * does not know. A new schema has no tables yet.
     */
    private void requireAlone(Connection connection) throws SQLException {
        var server = new PostgresServer(address, connection);
        if (server.hasTable(HISTORY) && server.others() > 0) {
            throw new StoreFault(
                    "The database " + address.shown()
                            + " must be brought up to date for this version, but another process has it open:"
                            + " stop that first, the server of an earlier version for example.",
                    null);
        }
    }

    private void migrate(DataSource source, Connection connection) throws SQLException {
        try {
            var flyway = Flyway.configure(PostgresMigrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:migrations/postgres")
                    .group(true) // in one transaction: what is interrupted was never begun
                    .loggers("slf4j")
                    .load();
            if (Arrays.stream(flyway.info().applied())
                    .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)) {
                throw new StoreFault(
                        "The database " + address.shown()
                                + " was written by a newer Herald. Start that one, or put back a backup that this one"
                                + " made.",
                        null);
            }
            requireAlone(connection); // what is newer is refused before, whether its server runs or not
            flyway.migrate();
        } catch (FlywayException fault) {
            SQLException cause = sql(fault);
            throw new StoreFault(
                    "The database " + address.shown() + " could not be brought up to date for this version ("
                            + (cause == null
                                    ? String.valueOf(fault.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                    : PostgresFaults.first(cause))
                            + "). It is as it was before. "
                            + (cause != null && "42501".equals(cause.getSQLState())
                                    ? "Make the user \"" + address.user() + "\" the owner of the database and its"
                                            + " tables, and start again."
                                    : "Start the earlier version again, and report this to those who make Herald."),
                    fault);
        }
    }

    private static @Nullable SQLException sql(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String mark() {
        try (var in = Objects.requireNonNull(
                PostgresMigrations.class.getResourceAsStream(DIGEST), "the build makes " + DIGEST)) {
            return "herald " + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
