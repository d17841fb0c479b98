package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFault;
import org.herald.config.SettingsFile;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.store.Database;
import org.herald.store.KindQueries;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald kinds}: what is declared, what a changed declaration would do, doing it, and the way back. */
final class KindsCommandTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final String HEAD = """
            kind: sight
            names: {en: {one: Tourist site, many: Tourist sites}}
            stands: standing
            fields:
            """;
    private static final String FIRST = HEAD + """
              open: {type: text}
              area: {type: text}
              type: {type: choice, choices: [castle, church]}
            """;

    private final Path folder;

    /** What a command left behind. */
    private record Ran(int code, String out, String err) {}

    KindsCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Ran kinds(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of("kinds"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--site", folder.toString()));
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private void declare(String declaration) throws IOException {
        Files.createDirectories(folder.resolve("kinds"));
        Files.writeString(folder.resolve("kinds/sight.yaml"), declaration);
    }

    private Database open() {
        return Databases.open(folder.resolve("data/portal.db"));
    }

    private CommandBus bus(Database database) {
        var settings = SettingsFile.read(folder, Map.of());
        return new CommandBus(database, Clock.systemUTC(), settings.zone(), settings.portal(), Wiring.rules(settings));
    }

    /** What a start does with the declarations. */
    private void start() {
        try (var database = open()) {
            var settings = SettingsFile.read(folder, Map.of());
            var _ = new DeclaredKinds(settings, new KindQueries(database)).taken(bus(database));
        }
    }

    @BeforeEach
    void portalHasTwoSights() throws IOException {
        Files.writeString(
                folder.resolve("portal.yaml"), "name: Oasis\nlanguages: [en, be]\nbase-url: https://portal.example\n");
        declare(FIRST);
        Files.createDirectories(folder.resolve("data"));
        start();
        try (var database = open()) {
            var bus = bus(database);
            var section = bus.carryOut(
                            Principal.OPERATOR,
                            new AddSection("", Map.of(Cast.ENGLISH, new Section.Title("A section", ""))))
                    .orThrow();
            sight(bus, section, "Mir", Map.of("open", "10-18", "area", "27,5", "type", "castle"), true);
            sight(bus, section, "Zaslaue", Map.of("area", "12", "type", "church"), false);
        }
    }

    private static void sight(
            CommandBus bus, SectionId section, String headline, Map<String, String> texts, boolean isPublished) {
        ItemId item = bus.carryOut(
                        Principal.SAMPLE,
                        new Create(SIGHT, Cast.ENGLISH, null, section, null, content(headline, texts), null))
                .orThrow();
        if (isPublished) {
            bus.carryOut(Principal.SAMPLE, new Publish(item, null)).orThrow();
        }
    }

    private static Content content(String headline, Map<String, String> texts) {
        Fields fields = Fields.NONE;
        for (var each : texts.entrySet()) {
            fields = fields.with(each.getKey(), each.getValue());
        }
        return Content.of(headline, new Body("<p>A sight.</p>")).withFields(fields);
    }

    private List<KindQueries.Head> heads() {
        try (var database = open()) {
            return new KindQueries(database).heads(SIGHT, new ItemId(0), 10);
        }
    }

    private String fields() {
        return heads().stream().map(head -> head.fields().canonical()).toList().toString();
    }

    @Test
    void kindsFieldsAndItemsAreListed() {
        Ran ran = kinds();

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("sight (Tourist sites, standing): 1 draft, 1 published"), ran.out());
        assertTrue(ran.out().contains("\n  type: choice\n"), ran.out());
        assertTrue(ran.out().contains("article (Articles, dated): no items\n  kicker: text, card\n"), ran.out());
    }

    @Test
    void whatTouchesNoValueIsTakenByTheStart() throws IOException {
        declare(FIRST.replace("church]", "church, park], filter: true") + "  beds: {type: number}\n");
        assertTrue(kinds().out().contains("./herald kinds check"));
        start();

        assertEquals(
                List.of("1|type|castle"),
                new Tables(folder.resolve("data/portal.db")).rows("select item_id, field, value from field_value"),
                "what lists are filtered by is there at once");

        assertTrue(kinds("check").out().contains("there is nothing to do"));
    }

    @Test
    void aRenamedAndAConvertedFieldAreToldAppliedAndTakenBack() throws IOException {
        String before = fields();
        declare(HEAD + """
                  hours: {type: text, renamed-from: open}
                  area: {type: number, unit: ha}
                  type: {type: choices, choices: [castle, church, park]}
                """);
        var fault = assertThrows(SettingsFault.class, this::start);
        assertTrue(String.valueOf(fault.getMessage()).contains("./herald kinds check"), fault.getMessage());

        Ran told = kinds("check");
        assertEquals(0, told.code(), told.out());
        assertTrue(
                told.out()
                        .contains("sight: the field open is renamed hours; 1 item with a value that is written anew."),
                told.out());
        assertTrue(told.out().contains("the field area is number, before text; 1 item"), told.out());
        assertTrue(told.out().contains("the field type is choices, before choice; 2 items"), told.out());
        assertEquals(before, fields(), "nothing was done");

        Ran applied = kinds("check", "--apply");
        assertEquals(0, applied.code(), applied.out() + applied.err());
        assertTrue(applied.out().contains("Items with a new revision: 2."), applied.out());
        assertEquals(
                "[{\"area\":\"27.5\",\"hours\":\"10-18\",\"type\":[\"castle\"]}, {\"area\":\"12\",\"type\":[\"church\"]}]",
                fields());
        assertTrue(heads().getFirst().isShown(), "readers see the new revision");
        start();

        declare(FIRST);
        Ran back = kinds("back");
        assertEquals(0, back.code(), back.out());
        assertEquals(before, fields());
        assertTrue(heads().getFirst().isShown());
        start();
    }

    @Test
    void aValueThatWouldBeLostIsNamedAndNothingIsApplied() throws IOException {
        declare(HEAD + """
                  open: {type: opening-hours}
                  area: {type: number}
                  type: {type: choice, choices: [castle]}
                """);
        String before = fields();

        Ran ran = kinds("check", "--apply");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(
                ran.out().contains("1 item with a value that cannot be brought over:\n  item 2 (en): church"),
                ran.out());
        assertTrue(ran.out().contains("Refused: values would be lost"), ran.out());
        assertEquals(before, fields());
    }

    @Test
    void aRemovedFieldIsHiddenOnlyWhenThatIsSaidAndComesBackWithItsDeclaration() throws IOException {
        declare(HEAD + "  area: {type: text}\n  type: {type: choice, choices: [castle, church]}\n");
        String before = fields();

        assertEquals(1, kinds("check", "--apply").code());
        Ran ran = kinds("check", "--apply", "--hide");

        assertEquals(0, ran.code(), ran.out());
        assertTrue(ran.out().contains("the field open is removed; 1 item"), ran.out());
        assertEquals(before, fields());
        start();
    }

    @Test
    void aKindWithItemsCannotGoNorStandElsewhere() throws IOException {
        declare(FIRST.replace("standing", "dated"));
        assertTrue(kinds("check").out().contains("stands dated instead of standing; 2 items"));
        Files.delete(folder.resolve("kinds/sight.yaml"));

        Ran ran = kinds("check", "--apply", "--hide");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("sight: is not declared any more; 2 items of it."), ran.out());
    }

    @Test
    void anItemWhoseChangeWaitsHoldsUpWhatWouldBeWritten() throws IOException {
        try (var database = open()) {
            var item = new KindQueries(database)
                    .heads(SIGHT, new ItemId(0), 1)
                    .getFirst()
                    .item();
            bus(database)
                    .carryOut(Principal.SAMPLE, new Revise(item, content("Mir", Map.of("open", "10-19")), null))
                    .orThrow();
        }
        declare(FIRST.replace("open: {type: text}", "hours: {type: text, renamed-from: open}"));

        Ran ran = kinds("check", "--apply");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("a change waits behind what readers see of item 1"), ran.out());
    }

    @Test
    void whatWasEditedSinceIsNotTakenBack() throws IOException {
        declare(FIRST.replace("area: {type: text}", "area: {type: number}"));
        assertEquals(0, kinds("check", "--apply").code());
        try (var database = open()) {
            var item = new KindQueries(database)
                    .heads(SIGHT, new ItemId(0), 1)
                    .getFirst()
                    .item();
            bus(database)
                    .carryOut(Principal.SAMPLE, new Revise(item, content("Mir", Map.of("area", "30")), null))
                    .orThrow();
        }

        Ran ran = kinds("back");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("these items were edited since"), ran.out());
    }

    @Test
    void aWrongDeclarationIsToldWithItsPlace() throws IOException {
        declare(FIRST + "  beds: {type: numbr}\n");

        Ran ran = kinds();

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("sight.yaml, line 8, column 16: \"type\" is \"numbr\""), ran.err());
        assertTrue(ran.err().contains("Did you mean \"number\"?"), ran.err());
        assertEquals(2, KindFiles.ofProduct().all().size());
    }
}
