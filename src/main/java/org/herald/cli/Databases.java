package org.herald.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.herald.config.DatabaseServer;
import org.herald.config.Settings;
import org.herald.model.RequestContext;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.PortalCopy;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;

/** Opens the database that the settings name: the one place that chooses between SQLite and PostgreSQL. */
final class Databases {

    private Databases() {}

    /** The portal's database, made when there is none yet. */
    static Database open(Settings settings) {
        return new Database(engine(settings));
    }

    /**
     * The portal's database for work beside which nothing else may be at work. Others are kept out of a file by the locks of
     * its site folder, and are looked for on a server, where they may be on other machines.
     */
    static Database openAlone(Settings settings) {
        return settings.store()
                .server()
                .map(server -> new Database(PostgresEngine.openAlone(address(server), settings.data())))
                .orElseGet(() -> open(settings));
    }

    /** The portal's database, which answers requests. */
    static Database open(Settings settings, RequestContext request) {
        return new Database(engine(settings), request);
    }

    static Engine engine(Settings settings) {
        return settings.store()
                .server()
                .<Engine>map(server -> PostgresEngine.open(address(server), settings.data()))
                .orElseGet(() -> SqliteEngine.open(settings.database()));
    }

    static PostgresAddress address(DatabaseServer server) {
        return new PostgresAddress("jdbc:" + server.url(), server.user(), server.password());
    }

    /** True when the portal has a database already. */
    static boolean exist(Settings settings) {
        return settings.store().server().isPresent() || Files.exists(settings.database());
    }

    /** Copies the portal as it is now into a file that is not there yet; others go on writing to it meanwhile. */
    static void copy(Settings settings, Path file) {
        switch (engine(settings)) {
            case SqliteEngine sqlite -> {
                try (sqlite) {
                    sqlite.copyTo(file);
                }
            }
            case Engine server -> {
                try (server;
                        var target = SqliteEngine.openForCopy(file)) {
                    if (new PortalCopy(server, target, (_, _, _) -> {}, () -> false)
                            .runBeside()
                            .isEmpty()) {
                        throw new IllegalStateException("A copy that nobody stops is whole");
                    }
                }
            }
        }
    }
}
