package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.exchange.csv.CsvImport;
import org.herald.exchange.csv.CsvOptions;
import org.herald.exchange.csv.EntryFile.Format;
import org.herald.exchange.csv.ImportResult;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.media.LeftOver;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.sqlite.SqliteEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald import csv}, {@code geojson} and {@code zip}: the rows of a file become entries of a kind. */
abstract sealed class ImportEntries implements Callable<Integer> {

    /** Exit code of a run that came to its end but left rows out. */
    static final int LEFT_ROWS = 3;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    @Parameters(index = "0", paramLabel = "KIND", description = "The kind of the entries.")
    private String kind = ""; // set by picocli

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; docs/csv.md says how it is written.")
    private Path file = Path.of(""); // set by picocli

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "The column that tells entries from one another (default: key).")
    private @Nullable String key; // set by picocli

    @Option(names = "--dry-run", description = "Do it all on a copy that is thrown away, and only report.")
    private boolean isDryRun; // set by picocli

    @Option(
            names = "--section",
            paramLabel = "PATH",
            description =
                    "The section of new entries whose row names none (default: the one that has entries of the kind).")
    private @Nullable String section; // set by picocli

    @Option(names = "--draft", description = "Rows that name no state become drafts instead of being published.")
    private boolean isDraft; // set by picocli

    @Option(names = "--overwrite", description = "Also replace what an editor has changed here since the last import.")
    private boolean isOverwriting; // set by picocli

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description =
                    "Where the pictures are that rows name (default: beside the file, in files/ or in pictures/).")
    private @Nullable Path files; // set by picocli

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the report is written (default: imports/ in the site folder).")
    private @Nullable Path reports; // set by picocli

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    /** The format of the file; empty when its name tells it. */
    abstract Optional<Format> format();

    @Command(
            name = "csv",
            description =
                    "Import entries of a kind from a CSV file. Run it again to go on after a stop, or to take changes.",
            mixinStandardHelpOptions = true)
    static final class Csv extends ImportEntries {
        @Override
        Optional<Format> format() {
            return Optional.of(Format.CSV);
        }
    }

    @Command(
            name = "geojson",
            description = "Import entries of a kind from a FeatureCollection of GeoJSON with the same names as in CSV.",
            mixinStandardHelpOptions = true)
    static final class GeoJson extends ImportEntries {
        @Override
        Optional<Format> format() {
            return Optional.of(Format.GEOJSON);
        }
    }

    @Command(
            name = "zip",
            description =
                    "Import entries of a kind from a zip file: one CSV or GeoJSON file, and what it names in files/.",
            mixinStandardHelpOptions = true)
    static final class Zip extends ImportEntries {
        @Override
        Optional<Format> format() {
            return Optional.empty();
        }
    }

    @Override
    public Integer call() throws IOException {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        var options = options(settings);
        Path beside = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        try (var brought = BroughtFiles.open(file, format(), files == null ? beside : files)) {
            if (!isDryRun) {
                try (var _ = SiteLock.take(
                        SiteLock.Role.IMPORT, site.folder(), "herald import " + kind + " " + file.getFileName())) {
                    LeftOver.remove(settings.files());
                    return run(settings, options, brought, () -> Databases.engine(settings), settings.files());
                }
            }
            Path aside = Files.createTempDirectory("herald-dry-run");
            try {
                Path copy = aside.resolve("copy.db");
                if (Databases.exist(settings)) {
                    Databases.copy(settings, copy);
                }
                return run(settings, options, brought, () -> SqliteEngine.open(copy), aside.resolve("files"));
            } finally {
                Folders.delete(aside);
            }
        }
    }

    private CsvOptions options(Settings settings) {
        var kinds = KindFiles.read(settings.folder()).kinds();
        var known = KindOption.find(kinds, kind);
        return new CsvOptions(
                known, kinds, settings.languages(), settings.zone(), key, section, isDraft, isOverwriting);
    }

    private int run(Settings settings, CsvOptions options, BroughtFiles brought, Supplier<Engine> opening, Path assets)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println((isDryRun ? "Trying " : "Importing ")
                + file
                + (isDryRun ? " on a copy ..." : " into " + settings.folder() + " ..."));
        out.flush();
        var stopped = new AtomicBoolean();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stopped.set(true);
            awaitEnd(ended);
        }));
        String name = kind + "-" + STAMP.format(Wiring.clock().instant().atOffset(ZoneOffset.UTC))
                + (isDryRun ? "-dry-run" : "");
        Path folder = reports == null ? settings.folder().resolve("imports") : reports;
        try (var database = new Database(opening.get());
                var report = new EntryReport(folder, name, out)) {
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            var result = new CsvImport(
                            brought.entries(),
                            options,
                            new CsvImport.Target(database, bus, Principal.CSV_IMPORTER),
                            new CsvImport.Files(brought::file, new Incoming(new FolderFiles(assets))),
                            English::say,
                            new CsvImport.Listener(report::note, report::at, stopped::get))
                    .run();
            report.end(result);
            return end(result, report, out);
        } finally {
            ended.countDown();
        }
    }

    private int end(ImportResult result, EntryReport report, PrintWriter out) {
        if (isDryRun) {
            out.println("Nothing of it was kept: this was a dry run.");
        }
        if (result.isStopped()) {
            out.println("Stopped. What was imported is kept; run the same command again to go on.");
            return ImportWxr.STOPPED;
        }
        if (result.left() > 0) {
            out.println("Mend the rows that were left out and run the same command again. Every line is in "
                    + report.file() + ".");
            return LEFT_ROWS;
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
