package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.herald.config.Settings;
import org.herald.exchange.csv.CsvImport;
import org.herald.exchange.csv.ImportResult;
import org.herald.media.LeftOver;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.sqlite.SqliteEngine;
import org.jspecify.annotations.Nullable;

/**
 * A run of a command that imports entries: into the portal, or into a copy that is thrown away; with a report, and with an
 * end after the batch at hand when it is told to stop.
 *
 * @param reports where the report is written; null for the usual folder
 */
record ImportRun(
        SiteOption site, boolean isDryRun, @Nullable Path reports, PrintWriter out) {

    /** Exit code of a run that came to its end but left something out. */
    static final int LEFT_OUT = 3;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    /**
     * What is imported.
     *
     * @param name begins the name of the report
     * @param file as it was named
     * @param unit what one of its entries is called: row
     */
    record Subject(String name, String file, String unit) {}

    /** Makes the import. */
    @FunctionalInterface
    interface Making {
        /**
         * Makes it for this target.
         *
         * @param assets the folder of pictures and other files
         */
        CsvImport make(CsvImport.Target target, Path assets, CsvImport.Listener listener);
    }

    /** @throws OperatorFault when there is no portal */
    Settings settings() {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        return site.settings();
    }

    /** Runs the import; the exit code. */
    int call(Subject subject, Principal principal, Making making) throws IOException {
        Settings settings = settings();
        if (!isDryRun) {
            Path name = Path.of(subject.file()).getFileName();
            try (var _ = SiteLock.take(
                    SiteLock.Role.IMPORT, site.folder(), "herald import " + subject.name() + " " + name)) {
                LeftOver.remove(settings.files());
                return run(subject, principal, making, () -> Databases.engine(settings), settings.files());
            }
        }
        Path aside = Files.createTempDirectory("herald-dry-run");
        try {
            Path copy = aside.resolve("copy.db");
            if (Databases.exist(settings)) {
                Databases.copy(settings, copy);
            }
            return run(subject, principal, making, () -> SqliteEngine.open(copy), aside.resolve("files"));
        } finally {
            Folders.delete(aside);
        }
    }

    private int run(Subject subject, Principal principal, Making making, Supplier<Engine> opening, Path assets)
            throws IOException {
        Settings settings = settings();
        out.println((isDryRun ? "Trying " : "Importing ")
                + subject.file()
                + (isDryRun ? " on a copy ..." : " into " + settings.folder() + " ..."));
        out.flush();
        var stopped = new AtomicBoolean();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stopped.set(true);
            awaitEnd(ended);
        }));
        String name = subject.name() + "-"
                + STAMP.format(Wiring.clock().instant().atOffset(ZoneOffset.UTC))
                + (isDryRun ? "-dry-run" : "");
        Path folder = reports == null ? settings.folder().resolve("imports") : reports;
        try (var database = new Database(opening.get());
                var report = new EntryReport(folder, name, subject.unit(), out)) {
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            var result = making.make(
                            new CsvImport.Target(database, bus, principal),
                            assets,
                            new CsvImport.Listener(report::note, report::at, stopped::get))
                    .run();
            report.end(result);
            return end(subject, result, report);
        } finally {
            ended.countDown();
        }
    }

    private int end(Subject subject, ImportResult result, EntryReport report) {
        if (isDryRun) {
            out.println("Nothing of it was kept: this was a dry run.");
        }
        if (result.isStopped()) {
            out.println("Stopped. What was imported is kept; run the same command again to go on.");
            return ImportWxr.STOPPED;
        }
        if (result.left() > 0) {
            out.println("Mend the " + subject.unit()
                    + "s that were left out and run the same command again. Every line is in " + report.file() + ".");
            return LEFT_OUT;
        }
        return 0;
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(30, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
