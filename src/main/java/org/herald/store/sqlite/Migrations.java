package org.herald.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.migration.JavaMigration;
import org.herald.store.StoreFault;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Brings the tables of a database up to date. A database that was brought up to date carries a mark of the migrations that
 * did it ({@code user_version}), so that a start with the same ones need not read and compare them all, which takes longer
 * than everything else that the store does then.
 */
final class Migrations {

    /** Made by the build: a digest of all migrations in SQL, in hexadecimal. */
    private static final String DIGEST = "/migrations/digest";

    /** The migrations that SQL cannot say. */
    private static final JavaMigration[] IN_JAVA = {new HeadlineKeys(), new FirstReferences(), new FirstFields()};

    private static final int ALONE_MILLIS = 500;

    private Migrations() {}

    /** Whether the database has seen all that this build has. */
    static boolean isUpToDate(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1) == mark();
        }
    }

    /**
     * While tables are changed, nobody else may have the database open: a server of an earlier version would go on with
     * tables that it does not know.
     */
    static void requireAlone(DatabaseFile file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.path());
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + ALONE_MILLIS);
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin exclusive");
            statement.execute("rollback");
            statement.execute("pragma wal_checkpoint(truncate)"); // the file alone is whole now, to be copied
        } catch (SQLiteException fault) {
            if (fault.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
                throw new StoreFault(
                        "The database " + file.path()
                                + " must be brought up to date for this version, but another process"
                                + " has it open: stop that first, the server of an earlier version for example.",
                        fault);
            }
            throw file.explained(fault);
        } catch (SQLException fault) {
            throw file.explained(fault);
        }
    }

    /**
     * Does what this build has and the database has not seen.
     *
     * @throws StoreFault when it was written by a newer Herald, or is not a whole database of this product
     */
    static void bringUpToDate(DatabaseFile file, DataSource writer) {
        migrate(file, writer);
        try {
            mark(writer);
        } catch (SQLException fault) {
            throw file.explained(fault);
        }
    }

    /** Whether the database lacks migrations of this build. */
    static boolean isPending(DatabaseFile file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.path());
        try {
            return flyway(source).info().pending().length > 0;
        } catch (FlywayException fault) {
            throw explained(file, fault);
        }
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:migrations/sqlite")
                .javaMigrations(IN_JAVA)
                .group(true) // in one transaction: what is interrupted was never begun
                .loggers("slf4j")
                .load();
    }

    private static void migrate(DatabaseFile file, DataSource writer) {
        try {
            Flyway flyway = flyway(writer);
            if (Arrays.stream(flyway.info().applied())
                    .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)) {
                throw new StoreFault(
                        "The database " + file.path()
                                + " was written by a newer Herald. Start that one, or put back a backup"
                                + " of the data folder that this one made.",
                        null);
            }
            flyway.migrate();
        } catch (FlywayException fault) {
            throw explained(file, fault);
        }
    }

    /** What a failure to bring it up to date means; all of it is one transaction, so nothing was changed. */
    private static StoreFault explained(DatabaseFile file, FlywayException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof SQLiteException sqlite)) {
            return file.notWhole(String.valueOf(fault.getMessage()), fault);
        }
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> file.notWhole(String.valueOf(sqlite.getMessage()), fault);
            case SQLITE_FULL, SQLITE_IOERR ->
                file.notUpToDate(sqlite, "Make room on its disk, look whether it can be written, and start again.");
            default ->
                file.notUpToDate(sqlite, "Start the earlier version again, and report this to those who make Herald.");
        };
    }

    /** The mark of this build's migrations: 32 bits made of their digest, and never 0, which a new database has. */
    private static int mark() {
        try (var in =
                Objects.requireNonNull(Migrations.class.getResourceAsStream(DIGEST), "the build makes " + DIGEST)) {
            var digest = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            int mark = Integer.parseUnsignedInt(digest, 0, 8, 16);
            for (JavaMigration migration : IN_JAVA) {
                mark = 31 * mark + Objects.hash(migration.getVersion().getVersion(), migration.getChecksum());
            }
            return mark | 1;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void mark(DataSource writer) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("pragma application_id = " + DatabaseFile.APPLICATION_ID);
            statement.execute("pragma user_version = " + mark());
        }
    }
}
