package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** What migrations of earlier portals do, for tests of other packages. */
public final class Migrated {

    private Migrated() {}

    /** Fills {@code reference}, which must be empty, as it is filled for an earlier portal. */
    public static void references(Connection connection) throws SQLException {
        FirstReferences.fill(connection);
    }
}
