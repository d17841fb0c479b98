package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps the statements it has prepared. To prepare one costs SQLite several times what it costs to run it
 * for one row. Like every connection it is used by one thread at a time.
 */
final class PreparedStatements extends DefaultConnection {

    /** More than the product has; what is written differently each time drives out what was not used for longest. */
    private static final int MOST = 200;

    /** Longer values are not kept. */
    private static final int LARGE = 1000;

    private final Map<String, CachedStatement> cached = new LinkedHashMap<>(MOST, 0.75f, true);

    PreparedStatements(Connection connection) {
        super(connection);
    }

    /** A statement for this text; its own one while a kept one of the same text is still open. */
    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        var known = cached.get(sql);
        if (known == null) {
            known = new CachedStatement(getDelegate().prepareStatement(sql));
            cached.put(sql, known);
            forgetOldest();
        } else if (known.isOpen) {
            return getDelegate().prepareStatement(sql);
        } else if (known.hasFailed) {
            // the driver ends a statement that failed, and would never run it again
            cached.remove(sql);
            known.end();
            return prepareStatement(sql);
        }
        known.isOpen = true;
        return known;
    }

    private void forgetOldest() throws SQLException {
        if (cached.size() > MOST) {
            var oldest = cached.entrySet().iterator();
            var statement = oldest.next().getValue();
            if (!statement.isOpen) {
                oldest.remove();
                statement.end();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (CachedStatement statement : cached.values()) {
            statement.end();
        }
        cached.clear();
        super.close();
    }

    /** A statement that is only put aside when it is closed. */
    private static final class CachedStatement extends DefaultPreparedStatement {

        private boolean isOpen; // while somebody uses it
        private boolean hasFailed; // once it has, when the tables were away for example
        private boolean isLarge; // while it holds a value that is worth its memory
        private @Nullable ResultSet rows; // of its last run

        CachedStatement(PreparedStatement statement) {
            super(statement);
        }

        @Override
        public ResultSet executeQuery() throws SQLException {
            return noted(watched(super::executeQuery));
        }

        @Override
        public ResultSet getResultSet() throws SQLException {
            return noted(super.getResultSet());
        }

        @Override
        public boolean execute() throws SQLException {
            return watched(super::execute);
        }

        @Override
        public int executeUpdate() throws SQLException {
            return watched(super::executeUpdate);
        }

        @Override
        public int[] executeBatch() throws SQLException {
            return watched(super::executeBatch);
        }

        private <T> T watched(Run<T> run) throws SQLException {
            hasFailed = true;
            T done = run.run();
            hasFailed = false;
            return done;
        }

        private ResultSet noted(ResultSet found) {
            rows = found;
            return found;
        }

        @Override
        public void setString(int place, @Nullable String value) throws SQLException {
            isLarge |= value != null && value.length() > LARGE;
            super.setString(place, value);
        }

        @Override
        public void setBytes(int place, byte @Nullable [] value) throws SQLException {
            isLarge |= value != null && value.length > LARGE;
            super.setBytes(place, value);
        }

        @Override
        public void setObject(int place, @Nullable Object value) throws SQLException {
            isLarge |= (value instanceof String text && text.length() > LARGE)
                    || (value instanceof byte[] bytes && bytes.length > LARGE);
            super.setObject(place, value);
        }

        /**
         * Ends what it was doing, so that it holds no lock, and forgets large values. The others stay until the next run sets
         * its own: a statement that joins tables or asks in a subquery SQLite plans anew after its values were cleared, which takes
         * several times as long as to run it.
         */
        @Override
        public void close() throws SQLException {
            isOpen = false;
            if (rows != null) {
                rows.close();
                rows = null;
            }
            if (isLarge && !hasFailed) {
                getDelegate().clearParameters();
                isLarge = false;
            }
        }

        private void end() throws SQLException {
            getDelegate().close();
        }
    }

    /** What a statement does when it is run. */
    @FunctionalInterface
    private interface Run<T> {
        T run() throws SQLException;
    }
}
