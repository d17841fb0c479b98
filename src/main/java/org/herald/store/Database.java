package org.herald.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.herald.model.PageDependencies;
import org.herald.model.PageKey;
import org.herald.model.RequestContext;
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
import org.sqlite.SQLiteOpenMode;

/**
 * The portal's database: one connection that writes and a few that read. A write is durable when {@link #write} returns
 * (write-ahead log, {@code synchronous=FULL}).
 */
public final class Database implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    static final int READERS = 4;
    /** For the newsroom alone, so that editors do not wait behind a crowd of readers. */
    private static final int FOR_NEWSROOM = 2;

    static final int BUSY_MILLIS = 10_000;

    /** A database up to this size is looked through before it is served, which takes some hundredths of a second. */
    private static final long SMALL = 32_000_000;

    private final DatabaseFile file;
    private final RequestContext request;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final HikariDataSource newsroom;
    private final Soundness soundness;
    private final FileIdentity identity;
    private final Faults faults;
    private final StatementCount statements = new StatementCount();
    private final DSLContext reading;
    private final DSLContext readingForNewsroom;
    private final DSLContext writing;

    /** @param soundness its connection stays open to the end, so that SQLite never removes the log while we are here */
    private Database(DatabaseFile file, HikariDataSource writer, Soundness soundness, RequestContext request) {
        this.file = file;
        this.request = request;
        this.writer = writer;
        var reader = source(file.path(), true);
        this.readers = pool("herald-reader", reader, READERS);
        this.newsroom = pool("herald-newsroom", reader, FOR_NEWSROOM);
        this.soundness = soundness;
        this.identity = FileIdentity.of(file);
        this.faults = new Faults(file);
        this.reading = context(readers);
        this.readingForNewsroom = context(newsroom);
        this.writing = context(writer);
    }

    /** Opens a database that answers no requests: that of a command. */
    public static Database open(Path path) {
        return open(path, RequestContext.NONE);
    }

    /**
     * Opens the SQLite database in this file, making it and bringing its tables up to date when needed.
     *
     * @param request the request for which it is asked at a time
     * @throws StoreFault when the folder cannot be written, or the file is not a whole database of this product
     */
    public static Database open(Path path, RequestContext request) {
        var file = new DatabaseFile(path);
        file.requireWritable();
        if (!file.exists()) {
            file.requireNoTraces();
            file.make(Database::fill);
        }
        file.requireHeader();
        file.closeToOthers();
        boolean isUpToDate = isUpToDate(file);
        if (!isUpToDate) {
            Migrations.requireAlone(file);
            if (Migrations.isPending(file)) {
                SafetyCopy.of(file);
            }
        }
        var writer = pool("herald-writer", source(file.path(), false), 1);
        try {
            writer.getConnection().close(); // it has the mode now in which it stays
            if (!isUpToDate) {
                Migrations.bringUpToDate(file, writer);
            }
            return new Database(file, writer, Soundness.of(file), request);
        } catch (SQLException fault) {
            writer.close();
            throw file.explained(fault);
        } catch (RuntimeException fault) {
            writer.close();
            throw fault;
        }
    }

    /** Whether a database that is ours and, as far as it is looked through, sound has the tables of this version. */
    private static boolean isUpToDate(DatabaseFile file) {
        try (var first = Soundness.of(file)) {
            return first.isUpToDate(file, file.size() <= SMALL);
        }
    }

    /** Makes the tables of a new database. */
    private static void fill(Path fresh) {
        try (var writer = pool("herald-maker", source(fresh, false), 1)) {
            Migrations.bringUpToDate(new DatabaseFile(fresh), writer);
        }
    }

    /**
     * Looks through a large database while it is used; a small one was looked through when it was opened. When it is
     * damaged, that is logged, and nothing is written to it any more.
     */
    public void lookThrough() {
        if (file.size() > SMALL) {
            try {
                soundness.tableByTable().ifPresent(how -> faults.damaged(how, null));
            } catch (SQLException fault) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        faults.explain(new DataAccessException("The database could not be looked through", fault))
                                .getMessage());
            }
        }
    }

    /** Runs the work in one transaction: all of it is kept, or, when it throws, nothing. */
    public <T> T write(Function<Transaction, T> work) {
        faults.requireSound();
        try {
            T done = writing.transactionResult(configuration -> configuration
                    .dsl()
                    .connectionResult(connection -> {
                        T result = work.apply(
                                new Transaction(configuration.dsl(), new Statements(connection, statements)));
                        identity.require();
                        return result;
                    }));
            identity.require();
            return done;
        } catch (DataAccessException fault) {
            throw faults.explain(fault);
        } catch (FileIdentity.Displaced fault) {
            if (identity.isLogAloneGone()) {
                saveLog();
            }
            throw new StoreFault(fault.said(), fault);
        }
    }

    /** What was written before goes from a log that was deleted into the database, which keeps it. */
    private void saveLog() {
        try {
            writing.execute("pragma wal_checkpoint(full)");
        } catch (DataAccessException | StoreFault fault) {
            LOG.log(System.Logger.Level.ERROR, "The changes in a deleted log could not be saved", fault);
        }
    }

    /** Writes a whole copy of the database, as it is at this moment, into a file that must not exist yet. */
    public void copyTo(Path copy) {
        try {
            writing.execute("vacuum into ?", copy.toAbsolutePath().toString());
            OwnerOnly.tighten(copy);
        } catch (DataAccessException fault) {
            throw faults.explain(fault);
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
        noteUnknown();
        return here();
    }

    /**
     * The context in which queries for pages run; each statement sees everything committed before it began.
     *
     * @param keys of what they read: a change of it announces one of them
     */
    DSLContext reading(PageKey... keys) {
        note(List.of(keys));
        return here();
    }

    /** The page that is being rendered, when one is, reads something that no key names. */
    void noteUnknown() {
        request.page().ifPresent(PageDependencies::noteUnknown);
    }

    /** The page that is being rendered, when one is, reads what these keys name. */
    void note(Collection<PageKey> keys) {
        request.page().ifPresent(page -> page.note(keys));
    }

    private DSLContext here() {
        return request.isForNewsroom() ? readingForNewsroom : reading;
    }

    /**
     * Asks a question that was written beforehand, as {@link #reading(PageKey...)} lets one ask others.
     *
     * @param values in the order in which its text names them
     * @param keys of what it reads
     */
    Result<Record> ask(Statements.Question question, List<?> values, PageKey... keys) {
        try {
            var here = reading(keys);
            return here.connectionResult(
                    connection -> new Statements(connection, statements).rows(here, question, values.toArray()));
        } catch (DataAccessException fault) {
            throw faults.explain(fault);
        }
    }

    @Override
    public void close() {
        soundness.close();
        newsroom.close();
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
                .set(new DefaultExecuteListenerProvider(statements), new DefaultExecuteListenerProvider(faults)));
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
                return new PreparedStatements(super.getConnection());
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
}
