package org.herald.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.exchange.csv.CsvExport;
import org.herald.media.FolderFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald export}: entries become a file that can be edited, printed from or imported elsewhere. */
@Command(
        name = "export",
        description = "Export the entries of a kind; each format is a command of its own.",
        subcommands = {Export.Csv.class, Export.GeoJson.class, Export.Zip.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "FORMAT")
final class Export implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One format. */
    abstract static sealed class OfKind implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "KIND", description = "The kind of the entries.")
        private String kind = ""; // set by picocli

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "FILE",
                description = "The file, which is written anew (default: the terminal; a zip needs a file).")
        private @Nullable Path file; // set by picocli

        @Mixin
        private SiteOption site = new SiteOption(); // set by picocli

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec; // set by picocli

        /** Writes everything into a file that is open. */
        abstract CsvExport.Exported write(CsvExport export, OutputStream out, FolderFiles files) throws IOException;

        /** Writes everything to the terminal. */
        abstract CsvExport.Exported write(CsvExport export, PrintWriter out) throws IOException;

        @Override
        public Integer call() throws IOException {
            if (site.isEmpty()) {
                throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
            }
            Settings settings = site.settings();
            var known = KindOption.find(KindFiles.read(settings.folder()).kinds(), kind);
            try (var database = Databases.open(settings)) {
                var export = new CsvExport(known, settings.languages(), database);
                Path target = file;
                if (target == null) {
                    tell(write(export, spec.commandLine().getOut()));
                } else {
                    var exported = inPlace(target, export, new FolderFiles(settings.files()));
                    tell(exported);
                    spec.commandLine().getOut().println(exported.entries() + " entries are in " + target + ".");
                }
            }
            return 0;
        }

        /** A file appears when it is whole. */
        private CsvExport.Exported inPlace(Path target, CsvExport export, FolderFiles files) throws IOException {
            Path folder = Optional.ofNullable(target.toAbsolutePath().getParent())
                    .filter(Files::isDirectory)
                    .orElseThrow(() -> new OperatorFault("There is no folder for " + target + "."));
            Path part = folder.resolve(target.getFileName() + ".part");
            try {
                CsvExport.Exported exported;
                try (var out = Files.newOutputStream(part)) {
                    exported = write(export, out, files);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                return exported;
            } finally {
                Files.deleteIfExists(part);
            }
        }

        private void tell(CsvExport.Exported exported) {
            if (exported.withdrawn() > 0) {
                site.note(exported.withdrawn() + " entries were withdrawn and are left out.");
            }
            if (exported.pictured() > 0) {
                site.note(
                        "Of " + exported.pictured() + " entries a translation shows another picture than the original;"
                                + " the file has that of the original.");
            }
        }
    }

    @Command(
            name = "csv",
            description = "Export the entries of a kind as CSV, a row with all languages each.",
            mixinStandardHelpOptions = true)
    static final class Csv extends OfKind {
        @Override
        CsvExport.Exported write(CsvExport export, OutputStream out, FolderFiles files) throws IOException {
            return export.csv(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        @Override
        CsvExport.Exported write(CsvExport export, PrintWriter out) throws IOException {
            return export.csv(out);
        }
    }

    @Command(
            name = "geojson",
            description = "Export the entries of a kind as a FeatureCollection of GeoJSON.",
            mixinStandardHelpOptions = true)
    static final class GeoJson extends OfKind {
        @Override
        CsvExport.Exported write(CsvExport export, OutputStream out, FolderFiles files) throws IOException {
            return export.geoJson(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        @Override
        CsvExport.Exported write(CsvExport export, PrintWriter out) throws IOException {
            return export.geoJson(out);
        }
    }

    @Command(
            name = "zip",
            description =
                    "Export the entries of a kind as a zip file: the CSV, and the pictures and files that it names.",
            mixinStandardHelpOptions = true)
    static final class Zip extends OfKind {
        @Override
        CsvExport.Exported write(CsvExport export, OutputStream out, FolderFiles files) throws IOException {
            return export.zip(out, asset -> files.find(asset.hash().substring(0, 16)));
        }

        @Override
        CsvExport.Exported write(CsvExport export, PrintWriter out) {
            throw new OperatorFault("A zip file cannot go to the terminal: name a file.");
        }
    }
}
