package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.herald.config.DatabaseServer;
import org.herald.config.Settings;
import org.herald.store.Engine;
import org.herald.store.PortalCopy;
import org.herald.store.PortalCopy.Copied;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald copy}: everything that is in the portal's database goes into another one, SQLite or PostgreSQL. */
@Command(
        name = "copy",
        description = {
            "Copy the portal's database into another one: from the file in the site folder to PostgreSQL, or back.",
            "Stop the server first. The copy can be interrupted; the same command goes on where it was. At the end both"
                    + " databases are read and compared. The source stays as it is; afterwards set \"database.url\" to"
                    + " the copy, or take it out.",
            "Files, secret.key and the theme are no part of the database and stay in the site folder."
        })
final class Copy implements Callable<Integer> {

    /** What a copy is called until it is whole. */
    private static final String UNFINISHED = ".copying";

    private static final long TOLD_EACH = TimeUnit.SECONDS.toNanos(2);

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL|DIR",
            description = {
                "Where to: postgresql://HOST/NAME, with database.user and database.password as in the settings;",
                "or a site folder, in which data/portal.db is made."
            })
    private String target = ""; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    private long told = System.nanoTime(); // when something was said last

    @Override
    public Integer call() throws IOException {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        if (settings.store().server().isEmpty() && Files.notExists(settings.database())) {
            throw new OperatorFault("There is nothing to copy: " + settings.database() + " is not there.");
        }
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, site.folder(), "herald copy");
                var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), "herald copy")) {
            return DatabaseServer.isUrl(target) ? toServer(settings) : toFolder(settings);
        }
    }

    private int toServer(Settings settings) {
        String url = DatabaseServer.url(target)
                .orElseThrow(() -> new OperatorFault("--to must be a folder, or an address such as"
                        + " postgresql://db.example.org/herald without a user and password: those are database.user and"
                        + " database.password."));
        if (settings.store().server().filter(server -> server.url().equals(url)).isPresent()) {
            throw new OperatorFault(
                    "The portal is in " + DatabaseServer.shown(url) + " already: name another database with --to.");
        }
        try (var from = Databases.engine(settings);
                var to = PostgresEngine.openForCopy(
                        Databases.address(settings.store().at(url)))) {
            return copied(from, to)
                    .map(rows -> done(rows, DatabaseServer.shown(url), "set database.url to it"))
                    .orElse(ImportWxr.STOPPED);
        }
    }

    private int toFolder(Settings settings) throws IOException {
        Path file = settings.in(Path.of(target).toAbsolutePath().normalize()).database();
        if (Files.exists(file)) {
            throw new OperatorFault(file + " is there already: move it away, or name another folder with --to.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Optional<List<Copied>> rows;
        try (var from = Databases.engine(settings);
                var to = SqliteEngine.openForCopy(unfinished)) {
            rows = copied(from, to);
        }
        if (rows.isEmpty()) {
            return ImportWxr.STOPPED;
        }
        Files.move(unfinished, file);
        return done(rows.get(), file.toString(), "take database.url out of the settings of its site folder");
    }

    /** Copies until it is whole or the process is asked to stop. */
    private Optional<List<Copied>> copied(Engine from, Engine to) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Copying " + from.address() + " to " + to.address() + " ...");
        out.flush();
        try (var stop = StopRequest.watch()) {
            var rows = new PortalCopy(from, to, this::tell, stop::isMade).run();
            if (rows.isEmpty()) {
                out.println("Stopped. What was copied is kept; run the same command again to go on.");
                out.flush();
            }
            return rows;
        }
    }

    /** Tells each whole table, and large ones every two seconds. */
    private void tell(String table, long done, long all) {
        long now = System.nanoTime();
        if (done >= all || now - told > TOLD_EACH) {
            told = now;
            PrintWriter out = spec.commandLine().getOut();
            out.printf(Locale.ROOT, "  %-20s %,12d of %,d%n", table, done, all);
            out.flush();
        }
    }

    private int done(List<Copied> tables, String where, String next) {
        long rows = tables.stream().mapToLong(Copied::rows).sum();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Copied and compared: %d tables with %,d rows are the same in %s. To use it, %s.%n",
                        tables.size(),
                        rows,
                        where,
                        next);
        return 0;
    }
}
