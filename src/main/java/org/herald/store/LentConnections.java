package org.herald.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/**
 * Lends the connections of a pool to queries. A thread has at most one at a time: when each thread of a crowd holds one and
 * waits for a second, none ever gets it. Tests, which run with assertions, fail where a query is asked while another one of
 * the same thread is still read.
 */
final class LentConnections implements ConnectionProvider {

    private final DataSource pool;
    private final ThreadLocal<Boolean> isLent = ThreadLocal.withInitial(() -> false);

    LentConnections(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection acquire() {
        assert !isLent.get()
                : "A query was asked while another one of this thread was still read: fetch that one first";
        try {
            var connection = pool.getConnection();
            isLent.set(true);
            return connection;
        } catch (SQLException fault) {
            throw new DataAccessException("No connection to the database", fault);
        }
    }

    @Override
    public void release(Connection connection) {
        isLent.remove();
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new DataAccessException("A connection to the database cannot be given back", fault);
        }
    }
}
