package org.herald.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.exchange.csv.CsvImport;
import org.herald.exchange.csv.CsvOptions;
import org.herald.exchange.csv.EntryFile.Format;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.model.Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald import csv}, {@code geojson} and {@code zip}: the rows of a file become entries of a kind. */
abstract sealed class ImportEntries implements Callable<Integer> {

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
        var run = new ImportRun(site, isDryRun, reports, spec.commandLine().getOut());
        Settings settings = run.settings();
        var options = options(settings);
        Path beside = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        try (var brought = BroughtFiles.open(file, format(), files == null ? beside : files)) {
            return run.call(
                    new ImportRun.Subject(kind, file.toString(), "row"),
                    Principal.CSV_IMPORTER,
                    (target, assets, listener) -> new CsvImport(
                            brought.entries(),
                            options,
                            target,
                            new CsvImport.Files(brought::file, new Incoming(new FolderFiles(assets))),
                            English::say,
                            listener));
        }
    }

    private CsvOptions options(Settings settings) {
        var kinds = KindFiles.read(settings.folder()).kinds();
        var known = KindOption.find(kinds, kind);
        return new CsvOptions(
                known, kinds, settings.languages(), settings.zone(), key, section, isDraft, isOverwriting);
    }
}
