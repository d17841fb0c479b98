package org.herald.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.exchange.csv.CsvImport;
import org.herald.exchange.csv.CsvOptions;
import org.herald.exchange.ics.CalendarEntries;
import org.herald.exchange.ics.IcsOptions;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.outgoing.OutgoingFault;
import org.herald.outgoing.OutgoingRequests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald import ics}: the events of a calendar become events of the portal. */
@Command(
        name = "ics",
        description = "Import events from an iCalendar file or address. Run it again to go on after a stop, or to take"
                + " changes.",
        mixinStandardHelpOptions = true)
final class ImportIcs implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "FILE|URL",
            description = "The calendar; docs/events.md says what is taken of it.")
    private String calendar = ""; // set by picocli

    @Option(
            names = "--section",
            paramLabel = "PATH",
            description = "The section of new events (default: the one of the calendar).")
    private @Nullable String section; // set by picocli

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "The language of the texts (default: the one that the calendar names, or the portal's first).")
    private @Nullable String language; // set by picocli

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "The kind of the events (default: the first that stands in the calendar).")
    private @Nullable String kind; // set by picocli

    @Option(names = "--dry-run", description = "Do it all on a copy that is thrown away, and only report.")
    private boolean isDryRun; // set by picocli

    @Option(names = "--draft", description = "New events become drafts instead of being published.")
    private boolean isDraft; // set by picocli

    @Option(names = "--overwrite", description = "Also replace what an editor has changed here since the last import.")
    private boolean isOverwriting; // set by picocli

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the report is written (default: imports/ in the site folder).")
    private @Nullable Path reports; // set by picocli

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() throws IOException {
        var run = new ImportRun(site, isDryRun, reports, spec.commandLine().getOut());
        Settings settings = run.settings();
        IcsOptions options = options(settings);
        if (!isAddress()) {
            Path file = Path.of(calendar);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new OperatorFault("There is no file " + file + " that can be read.");
            }
            return run(run, options, file);
        }
        Path loaded = Files.createTempFile("herald-calendar", ".ics");
        try {
            OutgoingRequests.usual().load(URI.create(calendar.strip()), loaded);
            return run(run, options, loaded);
        } catch (IllegalArgumentException malformed) {
            throw new OperatorFault(shown() + " is no address.");
        } catch (OutgoingFault refused) {
            throw new OperatorFault(shown() + " could not be loaded: " + refused.getMessage());
        } finally {
            Files.deleteIfExists(loaded);
        }
    }

    /** The calendar as reports and messages name it: what stands behind a question mark may be a secret. */
    private String shown() {
        return isAddress() ? calendar.strip().replaceFirst("[?#].*", "") : calendar;
    }

    private boolean isAddress() {
        return calendar.toLowerCase(Locale.ROOT).matches("(?:https?|webcals?):.*");
    }

    private int run(ImportRun run, IcsOptions options, Path file) throws IOException {
        return run.call(
                new ImportRun.Subject("ics", shown(), "event"),
                Principal.ICS_IMPORTER,
                (target, assets, listener) -> new CsvImport(
                        new CalendarEntries(
                                shown(), () -> Files.newInputStream(file), options, target.database(), English::say),
                        options.entries(),
                        target,
                        new CsvImport.Files(_ -> Optional.empty(), new Incoming(new FolderFiles(assets))),
                        English::say,
                        listener));
    }

    private IcsOptions options(Settings settings) {
        var kinds = KindFiles.read(settings.folder()).kinds();
        return new IcsOptions(
                new CsvOptions(
                        kind(kinds),
                        kinds,
                        settings.languages(),
                        settings.zone(),
                        null,
                        section,
                        isDraft,
                        isOverwriting),
                Optional.ofNullable(language).map(tag -> language(settings, tag)),
                settings.baseUrl().getHost());
    }

    private Kind kind(Kinds kinds) {
        if (kind != null) {
            return KindOption.find(kinds, kind);
        }
        return kinds.all().stream()
                .filter(each -> each.fields().stream().anyMatch(field -> field.type() instanceof EventTimesType))
                .findFirst()
                .orElseThrow(() -> new OperatorFault("The portal has no kind with a field of the type event-times."));
    }

    private static Language language(Settings settings, String tag) {
        return settings.languages().stream()
                .filter(each -> each.tag().equalsIgnoreCase(tag))
                .findFirst()
                .orElseThrow(() -> new OperatorFault("The portal has no language " + tag + ", only: "
                        + String.join(
                                ", ",
                                settings.languages().stream().map(Language::tag).toList())
                        + "."));
    }
}
