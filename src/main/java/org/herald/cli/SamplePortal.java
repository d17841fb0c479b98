package org.herald.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.config.SettingsFile;
import org.herald.exchange.csv.CsvImport;
import org.herald.exchange.csv.CsvOptions;
import org.herald.exchange.csv.EntryFile;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.Newspaper;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.DirectorySections;
import org.herald.publish.KeepAsset;
import org.herald.publish.MarkTranslated;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.UnitOfWork;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;

/**
 * Makes the sample portal in an empty site folder. Each text is written, published and corrected at the instant it
 * names, so that the portal has the history of one that was kept for ten years.
 */
final class SamplePortal {

    private static final Principal SAMPLE = Principal.SAMPLE;
    private static final Pattern ARTICLE_LINK = Pattern.compile("<a href=\"article:([a-z0-9-]+)\">(.*?)</a>");
    private static final Pattern PICTURE = Pattern.compile("src=\"picture:([a-z0-9-]+)\"");
    private static final int USUAL_PORT = 8080;
    private static final String UNFINISHED = "sample.unfinished";
    private static final List<String> THEME_FILES = List.of("emblem.svg", "favicon.svg");

    private static final List<KindName> DIRECTORIES = Stream.of(
                    "sight", "heritage", "resort", "souvenir", "monument", "venue", "event")
            .map(KindName::new)
            .toList();

    private final Settings settings;
    private final Database database;
    private final FolderFiles files;
    private final Map<String, Asset> pictures = new HashMap<>();
    private final Map<String, ItemId> items = new HashMap<>();
    private final Map<String, GroupId> groups = new HashMap<>();
    private final Map<ItemId, RevisionId> linked = new HashMap<>();

    private SamplePortal(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.files = new FolderFiles(settings.files());
    }

    /** Makes the sample portal as it is served at the usual port. */
    static int make(Path folder) {
        return make(folder, USUAL_PORT);
    }

    /**
     * Makes the sample portal. The settings file comes last, because a folder that has one is taken for a whole portal:
     * when the making is broken off, the next start begins it anew.
     *
     * @param port at which it is going to be served, so that the links that it gives away lead to it
     * @return how many items it has
     * @throws OperatorFault when the folder cannot be written
     */
    static int make(Path folder, int port) {
        try {
            begin(folder);
            Files.createDirectories(folder.resolve("theme"));
            for (String name : THEME_FILES) {
                Files.write(folder.resolve("theme").resolve(name), SampleFiles.bytes("pictures/" + name));
            }
            for (String name : SampleFiles.ofFolder()) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, SampleFiles.bytes(name));
            }
            Path aside = folder.resolve("sample");
            Files.createDirectories(aside.resolve("theme"));
            Files.write(aside.resolve("theme").resolve(THEME_FILES.getFirst()), new byte[0]);
            Files.write(aside.resolve(SettingsFile.NAME), SampleFiles.bytes(SettingsFile.NAME));
            Settings read = SettingsFile.read(aside, ofDatabase(System.getenv()));
            Settings settings = read.in(folder);
            Folders.delete(aside);
            int made;
            try (var database = Databases.open(settings)) {
                requireEmpty(folder, settings, database);
                made = new SamplePortal(settings, database).fill();
            }
            Files.writeString(
                    folder.resolve(SettingsFile.NAME),
                    SampleFiles.text(SettingsFile.NAME)
                            .replace("http://localhost:" + USUAL_PORT, "http://localhost:" + port));
            Files.delete(folder.resolve(UNFINISHED));
            return made;
        } catch (IOException fault) {
            throw new OperatorFault("The sample portal cannot be made in " + folder + ": " + fault
                    + ". Choose a folder that you may write with --site.");
        }
    }

    /** The sample has settings of its own, but is made in the database that the environment names. */
    private static Map<String, String> ofDatabase(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("HERALD_DATABASE_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A server's database may hold a portal whose settings are elsewhere. */
    private static void requireEmpty(Path folder, Settings settings, Database database) {
        var server = settings.store().server();
        if (server.isPresent() && new ChangeQueries(database).newest() > 0) {
            throw new OperatorFault("The database " + server.get() + " holds a portal, but " + folder + " has no "
                    + SettingsFile.NAME + ": put the settings file of that portal there; or choose an empty database"
                    + " for the sample portal, or empty this one if it holds a sample that was broken off.");
        }
    }

    /** Data is deleted only where a mark says that it is a sample of which the making was broken off. */
    private static void begin(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path mark = folder.resolve(UNFINISHED);
        if (Files.exists(data) && !Files.exists(mark)) {
            throw new OperatorFault(folder + " has a folder data but no " + SettingsFile.NAME
                    + ". Put the settings file back, or choose an empty folder for the sample portal with --site.");
        }
        Files.createDirectories(folder);
        Files.writeString(mark, "The sample portal is being made here. With this file, what is half made is deleted.");
        Folders.delete(data);
    }

    private int fill() throws IOException {
        var texts = SampleFiles.texts().stream()
                .map(name -> SampleText.parse(name, SampleFiles.text(name)))
                .sorted(Comparator.comparing(SampleText::published).thenComparing(SampleText::slug))
                .toList();
        var outline = new SampleOutline(settings.languages());
        Instant first = at(texts.getFirst().published());
        keepPictures(first);
        var kinds = KindFiles.read(settings.folder()).kinds();
        at(first, unit -> {
            outline.addSections(unit);
            return new DirectorySections(kinds, settings.languages()).add(unit);
        });
        for (SampleText text : texts) {
            publish(text);
        }
        int entries = importEntries(kinds, at(texts.getLast().published()));
        at(at(texts.getLast().published()), unit -> {
            outline.addMenus(unit);
            outline.addBlocks(unit, pictures);
            return unit;
        });
        texts.forEach(this::linkForward);
        texts.forEach(this::bringUpToDate);
        return texts.size() + entries;
    }

    /** The directories come as anybody's entries do: from CSV files; twice, because entries name those of other kinds. */
    private int importEntries(Kinds kinds, Instant at) {
        int created = DIRECTORIES.stream()
                .mapToInt(kind -> importEntries(kinds, kind, at))
                .sum();
        DIRECTORIES.forEach(kind -> importEntries(kinds, kind, at));
        return created;
    }

    /** How many were not there before. */
    private int importEntries(Kinds kinds, KindName kind, Instant at) {
        String name = kind + ".csv";
        return new CsvImport(
                        EntryFile.of(name, SampleFiles.bytes("entries/" + name)),
                        new CsvOptions(kinds.of(kind), kinds, settings.languages(), settings.zone()),
                        new CsvImport.Target(database, bus(at), SAMPLE),
                        new CsvImport.Files(SampleFiles::entryPicture, new Incoming(files)),
                        English::say,
                        CsvImport.Listener.of(note -> {
                            if (note.isFault()) {
                                throw new IllegalStateException("The sample's " + name + ": " + note.text());
                            }
                        }))
                .run()
                .created();
    }

    private void keepPictures(Instant first) throws IOException {
        for (String name : SampleFiles.pictures()) {
            Asset kept = files.keep(name, SampleFiles.bytes("pictures/" + name)).orElseThrow();
            var id = at(first, unit -> unit.carryOut(new KeepAsset(kept, null)).orThrow());
            pictures.put(
                    name.replaceFirst("[.][a-z]+$", ""),
                    new Asset(
                            id, kept.name(), kept.mediaType(), kept.hash(), kept.bytes(), kept.width(), kept.height()));
        }
    }

    private void publish(SampleText text) {
        Instant published = at(text.published());
        at(published, unit -> {
            SectionId section = unit.sectionAt(text.say("section")).orElse(Section.ROOT);
            ItemId item = unit.carryOut(new Create(
                            text.isPage() ? KindName.PAGE : KindName.ARTICLE,
                            new Language(text.language()),
                            groups.get(text.slug()),
                            section,
                            new Slug(text.slug()),
                            content(text.beforeCorrection()),
                            null))
                    .orThrow();
            items.put(text.slug() + "." + text.language(), item);
            groups.putIfAbsent(text.slug(), new GroupId(item.value()));
            return unit.carryOut(new Publish(item, null)).orThrow();
        });
        text.corrected()
                .ifPresent(corrected -> at(at(corrected), unit -> {
                    ItemId item = item(text);
                    linked.put(
                            item,
                            unit.carryOut(new Revise(item, content(text), null)).orThrow());
                    return unit.carryOut(new Correct(item, text.say("correction")))
                            .orThrow();
                }));
    }

    /** Texts may link to such as came later; those links are put in when all are there. */
    private void linkForward(SampleText text) {
        boolean forward = ARTICLE_LINK.matcher(text.body()).find();
        if (forward) {
            ItemId item = item(text);
            Instant published = at(text.published());
            at(Wiring.clock().instant(), unit -> {
                linked.put(
                        item,
                        unit.carryOut(new Revise(item, content(text), null)).orThrow());
                return unit.carryOut(new Publish(item, published)).orThrow();
            });
        }
    }

    /** A translation says what its original does with these links, too. */
    private void bringUpToDate(SampleText text) {
        ItemId item = item(text);
        var original =
                new ItemId(Objects.requireNonNull(groups.get(text.slug())).value());
        Optional.ofNullable(linked.get(original))
                .filter(revision -> !original.equals(item))
                .ifPresent(revision -> at(
                        Wiring.clock().instant(),
                        unit -> unit.carryOut(new MarkTranslated(item, revision))
                                .orThrow()));
    }

    private Content content(SampleText text) {
        String linked = ARTICLE_LINK.matcher(text.body()).replaceAll(found -> {
            ItemId target = items.get(found.group(1) + "." + text.language());
            return Matcher.quoteReplacement(
                    target == null ? found.group(2) : "<a href=\"item:" + target + "\">" + found.group(2) + "</a>");
        });
        String body = PICTURE.matcher(linked)
                .replaceAll(found -> "src=\"asset:" + picture(found.group(1)).id() + "\"");
        Asset picture = pictures.get(text.say("picture"));
        return new Content(
                text.say("headline"),
                text.say("standfirst"),
                picture == null
                        ? null
                        : new Picture(picture.id(), text.say("alt"), text.say("caption"), text.say("credit")),
                text.tags(),
                new Body(body),
                Fields.NONE
                        .with(Newspaper.KICKER, text.say("kicker"))
                        .with(Newspaper.DATELINE, text.say("place"))
                        .with(Newspaper.BYLINE, text.say("byline"))
                        .with(Newspaper.SOURCE, text.say("source")));
    }

    private ItemId item(SampleText text) {
        return Objects.requireNonNull(items.get(text.slug() + "." + text.language()));
    }

    private Asset picture(String name) {
        return Objects.requireNonNull(pictures.get(name), name);
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(settings.zone()).toInstant();
    }

    /** Carries out verbs as if it were this instant. */
    private <T> T at(Instant instant, Function<UnitOfWork, T> steps) {
        return bus(instant).together(SAMPLE, steps);
    }

    private CommandBus bus(Instant instant) {
        return new CommandBus(database, () -> instant, settings.zone(), settings.portal(), Wiring.rules(settings));
    }
}
