package org.herald.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.herald.store.Engine;
import org.herald.store.StoreFault;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/** A portal's database on a PostgreSQL server, from version 15 on. */
public final class PostgresEngine implements Engine {

    /** By which the server knows a connection of this product until it is known in which schema its portal is. */
    private static final String APPLICATION = "herald";

    private static final int READERS = 8;
    private static final int FOR_NEWSROOM = 4;

    /** More connections than these are never open; copying a portal takes one more. */
    static final int CONNECTIONS = READERS + FOR_NEWSROOM + 1;

    private static final int LOCK_MILLIS = 10_000;
    private static final int CONNECT_SECONDS = 5;
    private static final int READING_SECONDS = 30;

    /** No statement of a verb takes so long; the server is gone then, and the thread that writes goes on. */
    private static final int WRITING_SECONDS = 60;

    /** The commands that copy and import a portal make indexes and keys, which take as long as they take. */
    private static final int WITHOUT_LIMIT = 0;

    /**
     * What every connection is, whatever the server or the database has as its default. Writers are safe in READ COMMITTED
     * because one at a time writes; a commit that is answered is on the disk, and no weaker setting is taken over.
     */
    private static final String SESSION = PostgresServer.APPLICATION_NAME + ";"
            + " set default_transaction_isolation = 'read committed';"
            + " select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

    /**
     * A process or machine that dies in the middle of a write does not keep all others from writing: the server ends what
     * does nothing for a minute, or does not acknowledge what is sent to it.
     */
    private static final String WRITING_SESSION = SESSION + "; set idle_in_transaction_session_timeout = '60s';"
            + " set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4;"
            + " set tcp_user_timeout = '40s'";

    /** "Hrld" in ASCII: the lock of everything that writes to a portal; its second half is the schema. */
    private static final String LOCK = "select set_config('lock_timeout', '" + LOCK_MILLIS
            + "', true), pg_advisory_xact_lock(" + 0x4872_6c64 + ", hashtext(current_schema()))";

    private static final String FOREIGN_KEYS =
            "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint"
                    + " where contype = 'f' and connamespace = current_schema()::regnamespace order by conname";

    private static final String IDENTITIES =
            "select quote_ident(table_name), quote_ident(column_name), table_name, column_name"
                    + " from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'";

    /** References that are set aside while a portal is copied here; it is there only until the copy is whole. */
    private static final String ASIDE = "herald_references";

    private final PostgresAddress address;
    private final PostgresFaults faults;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final HikariDataSource newsroom;
    private final DataSource failingFast;
    private final DataSource failingFastForNewsroom;

    private PostgresEngine(PostgresAddress address, PostgresFaults faults, int writingSeconds) {
        this.address = address;
        this.faults = faults;
        this.writer = pool("herald-writer", source(address, writingSeconds), 1, LOCK_MILLIS, session(writingSeconds));
        int patience = (int) TimeUnit.SECONDS.toMillis(CONNECT_SECONDS);
        var source = source(address, READING_SECONDS);
        this.readers = pool("herald-reader", source, READERS, patience, SESSION);
        this.newsroom = pool("herald-newsroom", source, FOR_NEWSROOM, patience, SESSION);
        this.failingFast = new FailFast(readers);
        this.failingFastForNewsroom = new FailFast(newsroom);
    }

    /**
     * Opens the database, making its tables or bringing them up to date when needed.
     *
     * @param data the folder of what else the portal writes
     * @throws StoreFault when the server cannot be reached or refuses, is too old, has another application's tables there
     *     or the half of a copy, or none where the folder says that there was a portal
     */
    public static PostgresEngine open(PostgresAddress address, Path data) {
        return open(address, server -> server.requirePortal(data), WRITING_SECONDS);
    }

    /**
     * The same for work beside which no other process may be at work, on whatever machine.
     *
     * @throws StoreFault also when another process has the portal open
     */
    public static PostgresEngine openAlone(PostgresAddress address, Path data) {
        return open(
                address,
                server -> {
                    server.requirePortal(data);
                    server.requireAlone();
                },
                WITHOUT_LIMIT);
    }

    /** Opens a database that a portal will be copied into. */
    public static PostgresEngine openForCopy(PostgresAddress address) {
        return open(address, _ -> {}, WITHOUT_LIMIT);
    }

    private static PostgresEngine open(PostgresAddress address, PostgresServer.Check further, int writingSeconds) {
        var faults = new PostgresFaults(address);
        var source = source(address, WITHOUT_LIMIT);
        var migrations = new PostgresMigrations(address);
        try (var connection = source.getConnection()) {
            var server = new PostgresServer(address, connection);
            server.requireFit();
            further.of(server);
            if (migrations.isUpToDate(connection)) {
                return new PostgresEngine(address, faults, writingSeconds);
            }
        } catch (SQLException fault) {
            throw faults.atStart(fault);
        }
        migrations.bringUpToDate(source);
        return new PostgresEngine(address, faults, writingSeconds);
    }

    private static PGSimpleDataSource source(PostgresAddress address, int seconds) {
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(APPLICATION);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(seconds);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** What writes without limit may also do nothing meanwhile, while it reads what it copies. */
    private static String session(int writingSeconds) {
        return writingSeconds == WITHOUT_LIMIT ? SESSION : WRITING_SESSION;
    }

    private static HikariDataSource pool(String name, DataSource source, int size, int patience, String session) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(patience);
        config.setConnectionInitSql(session);
        config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(2));
        return new HikariDataSource(config);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public DataSource writer() {
        return writer;
    }

    @Override
    public DataSource readers() {
        return failingFast;
    }

    @Override
    public DataSource newsroom() {
        return failingFastForNewsroom;
    }

    @Override
    public ExecuteListener faults() {
        return faults;
    }

    @Override
    public void lockWrites(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.executeQuery().close();
        }
    }

    @Override
    public void beginSnapshot(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    @Override
    public void requireSound() {
        faults.requireSound();
    }

    /** The server answers for where it writes. */
    @Override
    public void requireInPlace() {}

    @Override
    public RuntimeException explain(RuntimeException fault) {
        return faults.explain(fault);
    }

    @Override
    public RuntimeException explainCommit(RuntimeException fault) {
        return faults.explainCommit(fault);
    }

    /** The server does that itself: with checksums of pages, or amcheck. */
    @Override
    public void lookThrough() {}

    @Override
    public void beginFilling(Connection connection) throws SQLException {
        boolean isTransaction = !connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists " + ASIDE + " (of_table text, name text, says text)");
            statement.execute("insert into " + ASIDE + " " + FOREIGN_KEYS);
            var drops = new ArrayList<String>();
            try (var rows = statement.executeQuery(FOREIGN_KEYS)) {
                while (rows.next()) {
                    drops.add("alter table " + rows.getString(1) + " drop constraint " + rows.getString(2));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(!isTransaction);
        }
    }

    @Override
    public void endFilling(Connection connection) throws SQLException {
        boolean isTransaction = !connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var steps = new ArrayList<String>();
            try (var rows = statement.executeQuery("select of_table, name, says from " + ASIDE)) {
                while (rows.next()) {
                    steps.add("alter table " + rows.getString(1) + " add constraint " + rows.getString(2) + " "
                            + rows.getString(3));
                }
            }
            try (var rows = statement.executeQuery(IDENTITIES)) {
                while (rows.next()) {
                    steps.add("select setval(pg_get_serial_sequence('" + rows.getString(1) + "', '" + rows.getString(4)
                            + "'), coalesce((select max(" + rows.getString(2) + ") from " + rows.getString(1)
                            + "), 0) + 1, false)");
                }
            }
            steps.add("drop table " + ASIDE);
            for (String step : steps) {
                statement.execute(step);
            }
            connection.commit();
            statement.execute("analyze");
            connection.commit();
        } finally {
            connection.setAutoCommit(!isTransaction);
        }
    }

    @Override
    public String address() {
        return address.shown();
    }

    @Override
    public void close() {
        newsroom.close();
        readers.close();
        writer.close();
    }
}
