package org.herald.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.herald.store.Engine;
import org.herald.store.OwnerOnly;
import org.herald.store.StoreFault;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A portal's database in one file: one connection that writes and a few that read. A write is durable when it returns
 * (write-ahead log, {@code synchronous=FULL}).
 */
public final class SqliteEngine implements Engine {

    private static final System.Logger LOG = System.getLogger(SqliteEngine.class.getName());

    /** Connections for readers' pages. */
    public static final int READERS = 4;

    /** For the newsroom alone, so that editors do not wait behind a crowd of readers. */
    private static final int FOR_NEWSROOM = 2;

    static final int BUSY_MILLIS = 10_000;

    /** A database up to this size is looked through before it is served, which takes some hundredths of a second. */
    private static final long SMALL = 32_000_000;

    private final DatabaseFile file;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final HikariDataSource newsroom;
    private final Soundness soundness;
    private final FileIdentity identity;
    private final Faults faults;

    /** @param soundness its connection stays open to the end, so that SQLite never removes the log while we are here */
    private SqliteEngine(DatabaseFile file, HikariDataSource writer, Soundness soundness) {
        this.file = file;
        this.writer = writer;
        var reader = source(file.path(), true);
        this.readers = pool("herald-reader", reader, READERS);
        this.newsroom = pool("herald-newsroom", reader, FOR_NEWSROOM);
        this.soundness = soundness;
        this.identity = FileIdentity.of(file);
        this.faults = new Faults(file);
    }

    /**
     * Opens the SQLite database in this file, making it and bringing its tables up to date when needed.
     *
     * @throws StoreFault when the folder cannot be written, or the file is not a whole database of this product
     */
    public static SqliteEngine open(Path path) {
        var file = new DatabaseFile(path);
        file.requireWritable();
        if (!file.exists()) {
            file.requireNoTraces();
        }
        return open(file);
    }

    /** Opens a database that a portal will be copied into, in a folder where the rest of the portal may be already. */
    public static SqliteEngine openForCopy(Path path) {
        var file = new DatabaseFile(path);
        file.requireWritable();
        return open(file);
    }

    private static SqliteEngine open(DatabaseFile file) {
        if (!file.exists()) {
            file.make(SqliteEngine::fill);
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
            return new SqliteEngine(file, writer, Soundness.of(file));
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

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public DataSource writer() {
        return writer;
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public DataSource newsroom() {
        return newsroom;
    }

    @Override
    public ExecuteListener faults() {
        return faults;
    }

    /** Every transaction begins by locking the file ({@code begin immediate}). */
    @Override
    public void lockWrites(Connection connection) {}

    /** A transaction that reads sees one state of the file, from its first statement on (write-ahead log). */
    @Override
    public void beginSnapshot(Connection connection) {}

    @Override
    public void requireSound() {
        faults.requireSound();
    }

    @Override
    public void requireInPlace() {
        identity.require();
    }

    @Override
    public RuntimeException explain(RuntimeException fault) {
        return switch (fault) {
            case DataAccessException failed -> faults.explain(failed);
            case FileIdentity.Displaced displaced -> {
                if (identity.isLogAloneGone()) {
                    saveLog();
                }
                yield new StoreFault(displaced.said(), displaced);
            }
            default -> fault;
        };
    }

    /** SQLite answers a commit in this process: what it says is so. */
    @Override
    public RuntimeException explainCommit(RuntimeException fault) {
        return explain(fault);
    }

    /**
     * Looks through a large database while it is used; a small one was looked through when it was opened. When it is
     * damaged, that is logged, and nothing is written to it any more.
     */
    @Override
    public void lookThrough() {
        if (file.size() > SMALL) {
            try {
                soundness.tableByTable().ifPresent(how -> faults.ofDamage(how, null));
            } catch (SQLException fault) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        faults.explain(new DataAccessException("The database could not be looked through", fault))
                                .getMessage());
            }
        }
    }

    /** What was written before goes from a log that was deleted into the database, which keeps it. */
    private void saveLog() {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(full)");
        } catch (SQLException fault) {
            LOG.log(System.Logger.Level.ERROR, "The changes in a deleted log could not be saved", fault);
        }
    }

    /** Writes a whole copy of the database, as it is at this moment, into a file that must not exist yet. */
    public void copyTo(Path copy) {
        try (var connection = writer.getConnection();
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toAbsolutePath().toString());
            statement.execute();
            OwnerOnly.tighten(copy);
        } catch (SQLException fault) {
            throw faults.explain(new DataAccessException("The database could not be copied", fault));
        }
    }

    @Override
    public void beginFilling(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = off");
        }
    }

    @Override
    public void endFilling(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("pragma foreign_key_check")) {
                if (rows.next()) {
                    throw new StoreFault(
                            "A row of the table " + rows.getString(1) + " leads to one of " + rows.getString(3)
                                    + " that is not there: the copy in " + file.path() + " is not whole.",
                            null);
                }
            }
            statement.execute("pragma foreign_keys = on");
        }
    }

    @Override
    public String address() {
        return file.path().toString();
    }

    @Override
    public void close() {
        soundness.close();
        newsroom.close();
        readers.close();
        writer.close();
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
