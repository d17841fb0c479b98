package org.herald.store.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.herald.store.PortalCopy;
import org.herald.store.StoreFault;

/** Whether a server and the database on it are such that a portal can be kept there. */
final class PostgresServer {

    /** By which the server knows the connections of a portal: a database may have several, each in a schema of its own. */
    static final String APPLICATION_NAME =
            "select set_config('application_name', 'herald ' || current_schema(), false)";

    private static final int OLDEST = 15;

    /** How often it is looked for others, a tenth of a second apart, as one that ended may still be leaving. */
    private static final int LOOKS = 20;

    /** What stands in the folder of a portal that has a database. */
    private static final List<String> BESIDE = List.of("portal.db", "secret.key", "files");

    private final PostgresAddress address;
    private final Connection connection;

    PostgresServer(PostgresAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /** @throws StoreFault with what is wrong and what to do about it */
    void requireFit() throws SQLException {
        requireVersion(address, one("show server_version_num"), one("show server_version"));
        String encoding = one("show server_encoding");
        if (!"UTF8".equals(encoding)) {
            throw fault("The database " + address.shown() + " keeps text as " + encoding
                    + ", which has no room for every language: create it with createdb --encoding=UTF8"
                    + " --template=template0 " + address.database());
        }
        if ("t".equals(one("select pg_is_in_recovery()"))) {
            throw fault("The database " + address.shown()
                    + " is a standby, which cannot be written: lead database.url to its primary server.");
        }
        if (one("select current_schema()").isEmpty()) {
            throw fault("The database " + address.shown() + " has no schema that the user \"" + address.user()
                    + "\" may use: create one, for example with: create schema " + address.user() + " authorization "
                    + address.user());
        }
        requireOurs();
    }

    /**
     * Refuses what has no security updates any more.
     *
     * @param number as the server gives it: 180006
     * @param name as people read it
     */
    static void requireVersion(PostgresAddress address, String number, String name) {
        if (Integer.parseInt(number) / 10_000 < OLDEST) {
            throw fault("The database server " + address.host() + " is PostgreSQL " + name + ", and Herald needs "
                    + OLDEST + " or newer: update the server, or choose another in database.url.");
        }
    }

    /** What is another application's is never written to. */
    private void requireOurs() throws SQLException {
        String tables = "select count(*) from pg_class where relnamespace = current_schema()::regnamespace"
                + " and relkind in ('r', 'p', 'v', 'm', 'f')";
        int all = Integer.parseInt(one(tables));
        int ours = Integer.parseInt(one(tables + " and relname in ('flyway_schema_history', 'item', 'revision')"));
        if (all > 0 && ours < 3) {
            throw fault("The database " + address.shown() + " has tables of another application in the schema "
                    + one("select current_schema()") + ", and was left as it is: choose an empty database in"
                    + " database.url, or another schema with ?currentSchema=NAME at its end.");
        }
        if (all == 0 && "f".equals(one("select has_schema_privilege(current_schema(), 'create')"))) {
            throw fault("The database user \"" + address.user() + "\" may not create tables in " + address.shown()
                    + ": make it the owner, for example with: alter database " + address.database() + " owner to "
                    + address.user());
        }
    }

    boolean hasTable(String name) throws SQLException {
        return !one("select to_regclass('" + name + "')").isEmpty();
    }

    /** The connections of other processes to this portal; those to portals in other schemas are none of it. */
    int others() throws SQLException {
        one(APPLICATION_NAME);
        return Integer.parseInt(one("select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = left(current_setting('application_name'), 63) and pid <> pg_backend_pid()"));
    }

    /** @throws StoreFault when another process has the portal open */
    void requireAlone() throws SQLException {
        int others = others();
        for (int i = 1; i < LOOKS && others > 0; i++) {
            one("select pg_sleep(0.1)");
            others = others();
        }
        if (others > 0) {
            throw fault("The portal in " + address.shown() + " is open in another process, on this or another machine:"
                    + " stop its servers and commands first.");
        }
    }

    /** What else is asked of a server. */
    @FunctionalInterface
    interface Check {
        void of(PostgresServer server) throws SQLException;
    }

    /**
     * A folder in which a portal was before does not become a new one, with a new first administrator; and the half of a
     * copy is no portal.
     */
    void requirePortal(Path data) throws SQLException {
        if (!one("select to_regclass('" + PortalCopy.UNFINISHED + "')").isEmpty()) {
            throw fault("The database " + address.shown() + " holds the unfinished copy of "
                    + one("select source from " + PortalCopy.UNFINISHED)
                    + ": finish it with herald copy, or empty the database.");
        }
        var traces =
                BESIDE.stream().filter(name -> Files.exists(data.resolve(name))).toList();
        if (!hasTable("item") && !traces.isEmpty()) {
            throw fault("The database " + address.shown() + " is empty, but " + String.join(" and ", traces)
                    + " of a portal stand in " + data + ": copy the portal with herald copy --to "
                    + address.shown() + ", put back a backup of its database, or move the folder away to begin with an"
                    + " empty portal.");
        }
    }

    private static StoreFault fault(String told) {
        return new StoreFault(told, null);
    }

    /** The one value that answers a question; empty for null. */
    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
