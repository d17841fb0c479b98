package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.herald.config.SettingsFile;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.UnitOfWork;
import org.herald.store.Database;
import org.herald.store.EntryQueries;
import org.herald.store.KindQueries;
import org.herald.testing.Databases;

/** A portal in a folder with kinds of its own, into which the command imports and from which it exports. */
final class EntriesPortal {

    static final Language ENGLISH = new Language("en");
    static final Language BELARUSIAN = new Language("be");
    static final KindName SIGHT = new KindName("sight");

    /** A kind with a field of each type. */
    static final String SIGHTS = """
            kind: sight
            names: {en: {one: Tourist site, many: Tourist sites}}
            stands: standing
            fields:
              type: {type: choice, shared: true, choices: {castle: {en: Castle, be: Замак}, church: {en: Church, be: Храм}}}
              criteria: {type: choices, shared: true, choices: [ii, iv, vi]}
              place: {type: coordinates, shared: true}
              built: {type: year, shared: true}
              area: {type: number, shared: true, unit: ha}
              fee: {type: money, shared: true, currencies: [BYN, EUR]}
              opened: {type: date, shared: true}
              ramp: {type: yes-no, shared: true}
              hours: {type: opening-hours, shared: true}
              site: {type: link, shared: true}
              mail: {type: e-mail, shared: true}
              phone: {type: telephone, shared: true}
              seat: {type: address}
              access: {type: text, lines: many}
              story: {type: rich-text}
              photo: {type: picture}
              gallery: {type: gallery, shared: true}
              papers: {type: files, shared: true}
              near: {type: items, shared: true, of: [sight, article]}
            """;

    private final Path folder;

    EntriesPortal(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("kinds"));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                folder.resolve("portal.yaml"), "name: Oasis\nlanguages: [en, be]\nbase-url: https://portal.example\n");
        Files.writeString(folder.resolve("kinds/sight.yaml"), SIGHTS);
        withDatabase(database -> {
            var settings = SettingsFile.read(folder, Map.of());
            var bus = bus(database);
            var _ = new DeclaredKinds(settings, new KindQueries(database)).taken(bus);
            section(bus, "");
            section(bus, "sights");
            return section(bus, "towns");
        });
    }

    private static String section(CommandBus bus, String path) {
        bus.carryOut(
                        Principal.OPERATOR,
                        new AddSection(
                                path,
                                Map.of(
                                        ENGLISH, new Section.Title("Section " + path, ""),
                                        BELARUSIAN, new Section.Title("Раздзел " + path, ""))))
                .orThrow();
        return path;
    }

    /** What a command left behind. */
    record Ran(int code, String out, String err) {

        String all() {
            return out + err;
        }
    }

    Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", folder.toString()));
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    /** Imports this text as a CSV file. */
    Ran csv(String text, String... arguments) {
        return csv(text.getBytes(StandardCharsets.UTF_8), arguments);
    }

    Ran csv(byte[] bytes, String... arguments) {
        Path file = file("sights.csv", bytes);
        var all = new ArrayList<>(List.of("import", "csv", "sight", file.toString(), "--section", "sights"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    Path file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve("brought").resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Path folder() {
        return folder;
    }

    CommandBus bus(Database database) {
        var settings = SettingsFile.read(folder, Map.of());
        return new CommandBus(database, Clock.systemUTC(), settings.zone(), settings.portal(), Wiring.rules(settings));
    }

    <T> T withDatabase(Function<Database, T> work) {
        try (var database = Databases.open(folder.resolve("data/portal.db"))) {
            return work.apply(database);
        }
    }

    <T> T together(Principal principal, Function<UnitOfWork, T> steps) {
        return withDatabase(database -> bus(database).together(principal, steps));
    }

    /** What the portal has of a kind: {@code en mir-castle published}, in the order of creation. */
    Map<String, EntryQueries.Told> entries() {
        return entries(SIGHT);
    }

    Map<String, EntryQueries.Told> entries(KindName kind) {
        return withDatabase(database -> {
            var queries = new EntryQueries(database);
            var originals = queries.originals(kind, new ItemId(0), 1000);
            var told = queries.told(originals);
            var entries = new LinkedHashMap<String, EntryQueries.Told>();
            originals.forEach(original -> told.getOrDefault(new GroupId(original.value()), List.of())
                    .forEach(each -> entries.put(
                            each.item().language() + " " + each.item().slug(), each)));
            return entries;
        });
    }
}
