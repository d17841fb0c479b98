package org.herald.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings the tables of a database up to date. A database that was brought up to date carries a mark of the migrations that
 * did it ({@code user_version}), so that a start with the same ones need not read and compare them all, which takes longer
 * than everything else that the store does then.
 */
final class Migrations {

    /** Made by the build: a digest of all migrations in SQL, in hexadecimal. */
    private static final String DIGEST = "/migrations/digest";

    /** The migrations that SQL cannot say. */
    private static final JavaMigration[] IN_JAVA = {new HeadlineKeys()};

    private Migrations() {}

    /**
     * Does what this build has and the database has not seen.
     *
     * @throws StoreFault when it was written by a newer Herald, or is not a whole database of this product
     */
    static void bringUpToDate(Path file, DataSource writer) {
        try {
            int mark = mark();
            if (markOf(writer) != mark) {
                migrate(file, writer);
                mark(writer, mark);
            }
        } catch (SQLException fault) {
            throw Database.notWhole(file, fault);
        }
    }

    private static void migrate(Path file, DataSource writer) {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(writer)
                    .locations("classpath:migrations/sqlite")
                    .javaMigrations(IN_JAVA)
                    .loggers("slf4j")
                    .load();
            if (Arrays.stream(flyway.info().applied())
                    .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)) {
                throw new StoreFault(
                        "The database " + file + " was written by a newer Herald. Start that one, or put back a backup"
                                + " of the data folder that this one made.",
                        null);
            }
            flyway.migrate();
        } catch (FlywayException fault) {
            throw Database.notWhole(file, fault);
        }
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

    private static int markOf(DataSource writer) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    private static void mark(DataSource writer, int mark) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = " + mark);
        }
    }
}
