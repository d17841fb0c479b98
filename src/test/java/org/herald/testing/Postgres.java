package org.herald.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;

/**
 * A PostgreSQL server of our own, started once for all tests of a process, with a database for each that asks. It orders
 * text by the rules of a language unless it is told otherwise, as servers of operators do.
 */
public final class Postgres {

    public static final String USER = "postgres";
    private static final String MODEL = "model";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgres() {}

    /** Is started when the first test asks. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "en")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Is filled with empty tables when the first test asks, so that all others need only be copies of it. */
    private static final class Model {
        private static final boolean IS_THERE = make();

        private static boolean make() {
            run("create database " + MODEL);
            PostgresEngine.openForCopy(address(MODEL)).close();
            return true;
        }
    }

    /** A new database with the tables of an empty portal. */
    public static PostgresAddress fresh() {
        if (!Model.IS_THERE) {
            throw new IllegalStateException();
        }
        String name = "portal_" + COUNT.incrementAndGet();
        run("create database " + name + " template " + MODEL + " strategy file_copy");
        return address(name);
    }

    /** A new database without any table. */
    public static PostgresAddress empty() {
        String name = "empty_" + COUNT.incrementAndGet();
        run("create database " + name);
        return address(name);
    }

    public static void drop(PostgresAddress address) {
        run("drop database " + name(address) + " with (force)");
    }

    /** The same database for another user. */
    public static PostgresAddress as(PostgresAddress address, String user, String password) {
        return new PostgresAddress(address.url(), user, password);
    }

    public static PostgresAddress address(String database) {
        return new PostgresAddress("jdbc:postgresql://localhost:" + port() + "/" + database, USER, "postgres");
    }

    public static int port() {
        return Running.SERVER.getPort();
    }

    /** A connection from outside, past everything that Herald does. */
    public static Connection connect(PostgresAddress address) throws SQLException {
        return Running.SERVER
                .getDatabase(USER, name(address), Map.of("ApplicationName", "test"))
                .getConnection();
    }

    /** Runs a statement as the owner of the server. */
    public static void run(String sql) {
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    /** Makes a user who gets in with this password alone; everybody else needs none. */
    public static void requirePassword(String user, String password) {
        run("create role " + user + " login password '" + password + "'");
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show hba_file")) {
            rows.next();
            Path rules = Path.of(rows.getString(1));
            Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
            run("select pg_reload_conf()");
            awaitRule(user);
        } catch (SQLException fault) {
            throw new IllegalStateException(user, fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Asks until the server asks for a password. */
    private static void awaitRule(String user) {
        for (int i = 0; i < 100; i++) {
            try (var _ = Running.SERVER.getDatabase(user, "postgres").getConnection()) {
                Thread.sleep(50);
            } catch (SQLException refused) {
                return;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Lets nobody into a database, or everybody again. */
    public static void allowConnections(PostgresAddress address, boolean isAllowed) {
        run("alter database " + name(address) + " allow_connections " + isAllowed);
        if (!isAllowed) {
            run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(address) + "'");
        }
    }

    private static String name(PostgresAddress address) {
        return address.url().substring(address.url().lastIndexOf('/') + 1);
    }
}
