package org.herald.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.config.SettingsFile;
import org.herald.exchange.wxr.ImportOptions;
import org.herald.exchange.wxr.ImportReport;
import org.herald.exchange.wxr.UploadDoor;
import org.herald.exchange.wxr.WxrImport;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.media.LeftOver;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.store.Engine;
import org.herald.store.OutlineQueries;
import org.herald.store.sqlite.SqliteEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald import wxr}: a WordPress export becomes items, in a portal that is made of it when there is none. */
@Command(
        name = "wxr",
        description =
                "Import a WordPress export (WXR). Run it again to go on after a stop, or to take what has changed.",
        mixinStandardHelpOptions = true)
final class ImportWxr implements Callable<Integer> {

    /** Exit code of a run that was stopped and can be gone on with. */
    static final int STOPPED = 4;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    @Parameters(index = "0", paramLabel = "FILE", description = "The export, as WordPress wrote it.")
    private Path file = Path.of(""); // set by picocli

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(names = "--dry-run", description = "Do it all on a copy that is thrown away, and only report.")
    private boolean isDryRun; // set by picocli

    @Option(
            names = "--uploads",
            paramLabel = "DIR",
            description = "A copy of the old site's wp-content/uploads, to keep the files of attachments.")
    private @Nullable Path uploads; // set by picocli

    @Option(
            names = "--section",
            paramLabel = "PATH",
            defaultValue = "",
            description = "The section under which categories become sections (default: the root).")
    private String section = ""; // set by picocli

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language of posts that name none (default: the export's, or the portal's first).")
    private @Nullable String language; // set by picocli

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the report is written (default: imports/ in the site folder).")
    private @Nullable Path reports; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() throws IOException {
        if (uploads != null && !Files.isDirectory(uploads)) {
            throw new OperatorFault(uploads + " is no folder: name a copy of wp-content/uploads with --uploads.");
        }
        if (language != null && !Language.isTag(language)) {
            throw new OperatorFault("\"" + language + "\" is no language: write a tag such as be with --language.");
        }
        var source = WxrImport.source(file);
        boolean isNew = site.isEmpty();
        if (!isDryRun) {
            return importIt(source, isNew);
        }
        Path aside = Files.createTempDirectory("herald-dry-run");
        try {
            if (isNew) {
                makePortal(aside, source);
            }
            Settings settings = isNew ? SettingsFile.read(aside, System.getenv()) : site.settings();
            Path copy = aside.resolve("data").resolve("copy.db");
            Files.createDirectories(copy.getParent());
            if (!isNew && Databases.exist(settings)) {
                Databases.copy(settings, copy);
            }
            return run(settings, source, () -> SqliteEngine.open(copy), new FolderFiles(aside.resolve("files")));
        } finally {
            Folders.delete(aside);
        }
    }

    /** Beside a running server it is safe: each step is a transaction, which the server reads in the change ledger. */
    private int importIt(WxrImport.Source source, boolean isNew) throws IOException {
        var name = file.getFileName();
        try (var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), "herald import wxr " + name)) {
            if (isNew) {
                sayZone(makePortal(site.folder(), source));
            }
            Settings settings = site.settings();
            LeftOver.remove(settings.files());
            return run(settings, source, () -> Databases.engine(settings), new FolderFiles(settings.files()));
        }
    }

    private void sayZone(Optional<ZoneId> zone) {
        Path settings = site.folder().resolve(SettingsFile.NAME);
        spec.commandLine()
                .getOut()
                .println(zone.map(found -> "The local times in the file are those of " + found
                                + ": it is the time zone in " + settings
                                + ". When the old site's was another, set it there before readers come.")
                        .orElse("The file does not tell the time zone of its local times: set \"time-zone\" in "
                                + settings + " before readers come."));
    }

    /** @param opening opens the database, once everything else that is asked for is known to be right */
    private int run(Settings settings, WxrImport.Source source, Supplier<Engine> opening, FolderFiles files) {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Wiring.clock().instant();
        Language posts = languageOf(source, settings);
        out.println((isDryRun ? "Trying " : "Importing ") + file + ", an export of " + source.title() + " ("
                + source.address() + ")" + (isDryRun ? ", on a copy ..." : " into " + settings.folder() + " ..."));
        out.flush();
        String name = "wxr-" + STAMP.format(now.atOffset(ZoneOffset.UTC)) + (isDryRun ? "-dry-run" : "");
        try (var stop = StopRequest.watch();
                var database = new Database(opening.get());
                var report = new ImportReport(reportFolder(settings), name)) {
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            boolean hasMenus = new OutlineQueries(database).hasHadMenus();
            var options = new ImportOptions(posts, settings.languages(), settings.zone(), section, uploads, !hasMenus);
            var progress = new ImportProgress(out);
            var door = new UploadDoor(new Incoming(files), English::say);
            var counts = new WxrImport(file, options, bus, door, report, progress::at, stop::isMade).run(now);
            if (counts.isEmpty()) {
                out.println("Every line so far is in " + report.text() + ".");
                out.println("Stopped. What was imported is kept; run the same command again to go on.");
                return STOPPED;
            }
            out.print(report.summary(counts.get()));
            report.remarks().forEach(out::println);
            out.println("Every line is in " + report.text() + " and, as JSON, beside it.");
            if (isDryRun) {
                out.println("Nothing of it was kept: this was a dry run.");
            }
            return 0;
        }
    }

    private Path reportFolder(Settings settings) {
        if (reports != null) {
            return reports;
        }
        return isDryRun && site.isEmpty() ? Path.of("") : settings.folder().resolve("imports");
    }

    private Language languageOf(WxrImport.Source source, Settings settings) {
        String tag = language == null ? source.language().toLowerCase(Locale.ROOT) : language;
        if (Blank.is(tag)) {
            return settings.defaultLanguage();
        }
        return candidates(tag).stream()
                .filter(settings.languages()::contains)
                .findFirst()
                .orElseThrow(
                        () -> new OperatorFault("The posts are in the language \"" + tag + "\", but the portal has "
                                + settings.languages() + ". Add it to \"languages\" in " + SettingsFile.NAME
                                + ", or say with --language in which of them the posts are."));
    }

    /** The language of this tag, and the same without its region. */
    private static List<Language> candidates(String tag) {
        return List.of(tag, tag.replaceFirst("[-_].*$", "")).stream()
                .filter(Language::isTag)
                .map(Language::new)
                .toList();
    }

    /** Writes the settings of a portal that is made of an export, and answers the time zone that the export tells. */
    private Optional<ZoneId> makePortal(Path folder, WxrImport.Source source) throws IOException {
        String tag = language != null
                ? language
                : candidates(source.language().toLowerCase(Locale.ROOT)).stream()
                        .reduce((whole, base) -> base)
                        .map(Language::tag)
                        .orElse("en");
        String name =
                Optional.of(source.title()).filter(title -> !Blank.is(title)).orElse("A portal");
        Optional<ZoneId> zone = WxrImport.zone(file);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(SettingsFile.NAME), """
            # The settings of this portal, made of a WordPress export. docs/settings.md describes every key.
            name: %s
            languages: %s
            %s
            time-zone: %s
            base-url: http://localhost:8080
            """.formatted(
                        quoted(name),
                        languages(tag, source),
                        zone.isPresent()
                                ? "# The clock of the export's local times. When the old site's zone was another, set"
                                        + " it before readers come."
                                : "# The export does not tell its time zone: set it before readers come, for example"
                                        + " Europe/Minsk.",
                        zone.map(ZoneId::getId).orElse("UTC")));
        return zone;
    }

    /** The language of the portal, and the further ones of the old site that Herald speaks. */
    private static List<String> languages(String tag, WxrImport.Source source) {
        return Stream.concat(
                        Stream.of(tag),
                        source.languages().stream()
                                .filter(each ->
                                        ImportWxr.class.getResource("/messages/" + each + ".properties") != null))
                .distinct()
                .toList();
    }

    private static String quoted(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A text is always JSON, and JSON is YAML", impossible);
        }
    }
}
