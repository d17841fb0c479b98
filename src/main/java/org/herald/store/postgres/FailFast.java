package org.herald.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a pool. While the server does not answer, only one request each second waits to find out; all others get
 * the same failure at once, so that what is in the page cache is not kept waiting behind what cannot be answered.
 */
final class FailFast implements DataSource {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HikariDataSource pool;
    private final AtomicReference<@Nullable Failure> last = new AtomicReference<>();

    /** A failure, and when somebody may ask again. */
    private record Failure(SQLTransientConnectionException fault, long until) {}

    FailFast(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Failure failure = last.get();
        if (failure != null && System.nanoTime() - failure.until() < 0) {
            throw new SQLTransientConnectionException(
                    failure.fault().getMessage(), failure.fault().getSQLState(), failure.fault());
        }
        try {
            Connection connection = pool.getConnection();
            if (failure != null) {
                last.set(null);
            }
            return connection;
        } catch (SQLTransientConnectionException fault) {
            // a pool that is merely busy has connections and no cause
            if (fault.getCause() != null) {
                last.set(new Failure(fault, System.nanoTime() + PAUSE_NANOS));
            }
            throw fault;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return pool.getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        pool.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(FailFast.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
