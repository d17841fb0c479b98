package org.herald.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.herald.model.PageKey;
import org.herald.web.MadeFrom;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The portal's database: one connection that writes and a few that read. A write is durable when {@link #write} returns
 * (write-ahead log, {@code synchronous=FULL}).
 */
public final class Database implements AutoCloseable {

    static final int READERS = 4;
    private static final int BUSY_MILLIS = 10_000;

    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final StatementCount statements = new StatementCount();
    private final DSLContext reading;
    private final DSLContext writing;

    private Database(HikariDataSource writer, HikariDataSource readers) {
        this.writer = writer;
        this.readers = readers;
        this.reading = context(readers);
        this.writing = context(writer);
    }

    /**
     * Opens the SQLite database in this file, making it and bringing its tables up to date when needed.
     *
     * @throws StoreFault when the folder cannot be written, or the file is not a whole database of this product
     */
    public static Database open(Path file) {
        requireWritable(file);
        var source = source(file, false);
        requireWhole(file, source);
        var writer = pool("herald-writer", source, 1);
        try {
            Migrations.bringUpToDate(file, writer);
            return new Database(writer, pool("herald-reader", source(file, true), READERS));
        } catch (RuntimeException fault) {
            writer.close();
            throw fault;
        }
    }

    /** Runs the work in one transaction: all of it is kept, or, when it throws, nothing. */
    public <T> T write(Function<Transaction, T> work) {
        try {
            return writing.transactionResult(configuration -> configuration
                    .dsl()
                    .connectionResult(connection ->
                            work.apply(new Transaction(configuration.dsl(), new Statements(connection, statements)))));
        } catch (DataAccessException fault) {
            throw explain(fault);
        }
    }

    /** Writes a whole copy of the database, as it is at this moment, into a file that must not exist yet. */
    public void copyTo(Path copy) {
        try {
            writing.execute("vacuum into ?", copy.toAbsolutePath().toString());
        } catch (DataAccessException fault) {
            throw explain(fault);
        }
    }

    /** How many SQL statements were run since this database was opened. */
    public long statements() {
        return statements.value();
    }

    /** Tells each statement that is run from now on, with its values: by those, a test asks what the database does. */
    void tell(BiConsumer<String, List<@Nullable Object>> listener) {
        statements.tell(listener);
    }

    /** The context for queries of what no page key names: a page that is made from it is not kept. */
    DSLContext reading() {
        MadeFrom.noteUnknown();
        return reading;
    }

    /**
     * The context in which queries for pages run; each statement sees everything committed before it began.
     *
     * @param keys of what they read: a change of it announces one of them
     */
    DSLContext reading(PageKey... keys) {
        MadeFrom.note(keys);
        return reading;
    }

    /**
     * Asks a question that was written beforehand, as {@link #reading(PageKey...)} lets one ask others.
     *
     * @param values in the order in which its text names them
     * @param keys of what it reads
     */
    Result<Record> ask(Statements.Question question, List<?> values, PageKey... keys) {
        return reading(keys)
                .connectionResult(
                        connection -> new Statements(connection, statements).rows(reading, question, values.toArray()));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private DSLContext context(DataSource source) {
        var settings = new Settings()
                .withRenderSchema(false)
                .withExecuteLogging(false)
                .withStatementType(StatementType.PREPARED_STATEMENT);
        return DSL.using(new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(source))
                .set(SQLDialect.SQLITE)
                .set(settings)
                .set(new DefaultExecuteListenerProvider(statements)));
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // What was added is asked for with "returning"; the driver would ask once more after each statement.
        config.setGetGeneratedKeys(false);
        // A connection is used by one thread at a time, so SQLite need not guard each call.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, readOnly ? "-2000" : "-16000");
        if (readOnly) {
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        }
        var source = new SQLiteDataSource(config) {
            @Override
            public Connection getConnection() throws SQLException {
                return new KeptStatements(super.getConnection());
            }
        };
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static HikariDataSource pool(String name, DataSource source, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException fault) {
            throw new StoreFault(
                    "The folder " + folder + " cannot be made: " + fault.getMessage()
                            + ". Choose another site folder with --site, or give this one to the user who runs herald.",
                    fault);
        }
        if (Files.isDirectory(file)) {
            throw new StoreFault(
                    file + " is a folder where the database should be. Move it away, or choose another site folder with"
                            + " --site.",
                    null);
        }
        var target = Files.exists(file) ? file : folder;
        if (!Files.isWritable(folder) || !Files.isWritable(target)) {
            throw new StoreFault(
                    target + " cannot be written. Give it to the user who runs herald, or choose another site folder"
                            + " with --site.",
                    null);
        }
    }

    /** Asked of one connection, because a pool would try again for half a minute before it says what is wrong. */
    private static void requireWhole(Path file, SQLiteDataSource source) {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from sqlite_master").close();
        } catch (SQLiteException fault) {
            throw switch (fault.getResultCode()) {
                case SQLITE_CORRUPT, SQLITE_NOTADB -> notWhole(file, fault);
                default -> cannotOpen(file, fault);
            };
        } catch (SQLException fault) {
            throw cannotOpen(file, fault);
        }
    }

    private static StoreFault cannotOpen(Path file, Exception fault) {
        return new StoreFault(
                "The database " + file + " cannot be opened: " + fault.getMessage()
                        + ". Give its folder to the user who runs herald, or choose another site folder with --site.",
                fault);
    }

    static StoreFault notWhole(Path file, Exception fault) {
        return new StoreFault(
                "The database " + file + " is damaged, half written or not Herald's: " + fault.getMessage()
                        + System.lineSeparator()
                        + "Put back a backup of the data folder, or move the file away to begin with an empty portal.",
                fault);
    }

    /** Makes the faults an operator can mend speak plainly; all others stay as they are. */
    private static RuntimeException explain(DataAccessException fault) {
        var sqlite = fault.getCause(SQLiteException.class);
        if (sqlite != null) {
            if (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
                return new StoreFault(
                        "The disk is full: nothing of the last step was kept, everything before it was. Make room and"
                                + " do it again.",
                        fault);
            }
            if (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_READONLY) {
                return new StoreFault(
                        "The database cannot be written any more: check the folder's permissions.", fault);
            }
        }
        return fault;
    }
}
