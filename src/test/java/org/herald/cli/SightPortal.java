package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFile;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.KeepDraft;
import org.herald.publish.MarkTranslated;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Verb;
import org.herald.store.Database;
import org.herald.store.KindQueries;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.Tables;

/** A portal with a kind of its own in a site folder, whose declaration changes, and the command that is run upon it. */
final class SightPortal {

    static final KindName SIGHT = new KindName("sight");
    static final String HEAD = """
            kind: sight
            names: {en: {one: Tourist site, many: Tourist sites}}
            stands: standing
            fields:
            """;

    private final Path folder;

    /** What a command left behind. */
    record Ran(int code, String out, String err) {}

    SightPortal(Path folder) {
        this.folder = folder;
        try {
            Files.writeString(
                    folder.resolve("portal.yaml"),
                    "name: Oasis\nlanguages: [en, be]\nbase-url: https://portal.example\n"
                            + Databases.settings(folder.resolve("data/portal.db")));
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("kinds"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        done(new AddSection("", Map.of(Cast.ENGLISH, new Section.Title("A section", ""))));
    }

    Ran kinds(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of("kinds"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--site", folder.toString()));
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    Path folder() {
        return folder;
    }

    Path file(String kind) {
        return folder.resolve("kinds/" + kind + ".yaml");
    }

    void declare(String declaration) throws IOException {
        Files.writeString(file("sight"), declaration);
    }

    <T> T with(Function<Database, T> work) {
        try (var database = Databases.open(folder.resolve("data/portal.db"))) {
            return work.apply(database);
        }
    }

    CommandBus bus(Database database) {
        var settings = SettingsFile.read(folder, Map.of());
        return new CommandBus(database, Clock.systemUTC(), settings.zone(), settings.portal(), Wiring.rules(settings));
    }

    DeclaredKinds declared(Database database) {
        return new DeclaredKinds(SettingsFile.read(folder, Map.of()), new KindQueries(database));
    }

    /** What a start does with the declarations. */
    void start() {
        with(database -> declared(database).taken(bus(database)));
    }

    <T> T done(Verb<T> verb) {
        return with(database -> bus(database).carryOut(Principal.SAMPLE, verb).orThrow());
    }

    /** A sight with these fields, as they would be typed under the declarations of now. */
    ItemId sight(String headline, Map<String, String> typed, boolean isPublished) {
        var item = done(new Create(SIGHT, Cast.ENGLISH, null, new SectionId(1), null, content(headline, typed), null));
        if (isPublished) {
            done(new Publish(item, null));
        }
        return item;
    }

    /** A Belarusian translation of a sight as it is now. */
    ItemId translation(ItemId original, Map<String, String> typed, boolean isPublished) {
        var item = done(new Create(
                SIGHT,
                new Language("be"),
                new GroupId(original.value()),
                new SectionId(1),
                null,
                content("Мір", typed),
                null));
        done(new MarkTranslated(item, head(original)));
        if (isPublished) {
            done(new Publish(item, null));
        }
        return item;
    }

    void revise(long item, String headline, Map<String, String> typed) {
        done(new Revise(new ItemId(item), content(headline, typed), null));
    }

    /** Someone types into a form: of this item, or of a new one. */
    void draft(Map<String, String> typed) {
        with(database -> {
            Cast.join(database);
            return bus(database)
                    .carryOut(
                            Cast.ALESIA,
                            new KeepDraft(
                                    null,
                                    0,
                                    Cast.ALESIA.id().value(),
                                    new Draft.OfNew(SIGHT, Cast.ENGLISH, null, new SectionId(1)),
                                    content("Mir", typed)))
                    .orThrow();
        });
    }

    Content content(String headline, Map<String, String> typed) {
        Kind kind = KindFiles.read(folder).kinds().of(SIGHT);
        Fields fields = Fields.NONE;
        for (var each : typed.entrySet()) {
            var type = kind.field(each.getKey()).orElseThrow().type();
            fields = fields.with(each.getKey(), type.typed(Map.of(type.parts().getFirst(), each.getValue())));
        }
        return Content.of(headline, new Body("<p>A sight.</p>")).withFields(fields);
    }

    List<KindQueries.Head> heads() {
        return with(database -> new KindQueries(database).heads(SIGHT, new ItemId(0), 10));
    }

    RevisionId head(ItemId item) {
        return heads().stream()
                .filter(head -> head.item().equals(item))
                .findFirst()
                .orElseThrow()
                .revision();
    }

    String fields() {
        return heads().stream().map(head -> head.fields().canonical()).toList().toString();
    }

    List<String> rows(String sql, Object... arguments) {
        return new Tables(folder.resolve("data/portal.db")).rows(sql, arguments);
    }
}
