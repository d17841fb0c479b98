package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.Field;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.TextType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Declarations of kinds: what is right is read, and what is wrong stops the start with its place and a way out. */
final class KindFilesTest {

    private static final String SIGHT = """
            kind: sight
            names:
              en: {one: Tourist site, many: Top tourist sites}
              be: {one: Славутасць, many: Славутасці}
            stands: directory
            order: built
            schema-org: TouristAttraction
            fields:
              type:
                type: choice
                choices: {castle: {en: Castle, be: Замак}, church: Church}
                filter: true
                card: true
              place: {type: coordinates, shared: true, required: true, schema-org: geo}
              hours: {type: opening-hours, shared: true, label: {en: Open, be: Адчынена}, help: When it is open}
              built: {type: year, shared: true, filter: range, card: true, sort: true}
              area: {type: number, unit: ha, least: 0, most: 1000.5, decimals: 2}
              beds: {type: number, unit: {en: {one: bed, other: beds}, be: {one: ложак, few: ложкі, other: ложкаў}}}
              access: {type: text, required: save, longest: 2000, lines: many}
              price: {type: money, currencies: [BYN, EUR]}
              near: {type: items, of: [sight, article]}
            """;

    private static final String LEAST = "kind: sight\nnames: {en: {one: Site, many: Sites}}\nstands: directory\n";

    private final Path folder;

    KindFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private KindFiles.Declarations read(String... files) throws IOException {
        Path kinds = Files.createDirectories(folder.resolve("kinds"));
        int number = 0;
        for (String file : files) {
            Files.writeString(kinds.resolve("kind-" + ++number + ".yaml"), file);
        }
        return KindFiles.read(folder);
    }

    private Kind sight(String file) throws IOException {
        return read(file).kinds().of(new KindName("sight"));
    }

    private static Field field(Kind kind, String name) {
        return kind.field(name).orElseThrow();
    }

    @Test
    void theKindsOfTheProductAreDeclaredTheSameWay() {
        var kinds = KindFiles.read(folder).kinds();

        assertEquals(
                List.of(KindName.ARTICLE, KindName.PAGE, new KindName("event")),
                kinds.all().stream().map(Kind::name).toList());
        for (Kind kind : List.of(kinds.of(KindName.ARTICLE), kinds.of(KindName.PAGE))) {
            assertEquals(
                    Map.of("kicker", 500, "dateline", 300, "byline", 500, "source", 500),
                    kind.fields().stream()
                            .collect(Collectors.toMap(Field::name, field -> ((TextType) field.type()).longest())));
        }
        assertEquals(
                "Надзаголовок",
                field(kinds.of(KindName.PAGE), "kicker")
                        .label()
                        .in(new Language("ru"))
                        .orElse(""));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Kind sight = sight(SIGHT);

        assertEquals("Славутасці", sight.many().in(new Language("be")).orElse(""));
        assertEquals(Kind.Stands.DIRECTORY, sight.stands());
        assertEquals("built", sight.order().by());
        assertEquals("TouristAttraction", sight.schemaOrg());
        assertEquals(
                List.of("type", "place", "hours", "built", "area", "beds", "access", "price", "near"),
                sight.fields().stream().map(Field::name).toList());
        assertEquals(
                List.of("place", "hours", "built"),
                sight.shared().stream().map(Field::name).toList());
        var choices = ((ChoiceType) field(sight, "type").type()).choices();
        assertEquals(
                List.of("castle", "church"), choices.stream().map(Choice::word).toList());
        assertEquals("Замак", choices.getFirst().in(new Language("be")));
        assertEquals("Church", choices.getLast().in(new Language("be")));
        assertEquals(Field.Required.TO_PUBLISH, field(sight, "place").required());
        assertEquals(Field.Required.TO_SAVE, field(sight, "access").required());
        assertEquals("geo", field(sight, "place").schemaOrg());
        assertEquals(Field.Filter.RANGE, field(sight, "built").filter());
        assertEquals(
                "When it is open",
                field(sight, "hours").help().in(new Language("be")).orElse(""));
        assertEquals(
                "Built", field(sight, "built").label().in(new Language("be")).orElse(""));
        assertEquals(new TextType(2000, true), field(sight, "access").type());
        var area = (NumberType) field(sight, "area").type();
        assertEquals(new BigDecimal("1000.5"), area.most());
        assertEquals(
                List.of(new KindName("sight"), KindName.ARTICLE),
                ((ItemsType) field(sight, "near").type()).of());
    }

    @Test
    void aFileForAKindOfTheProductAddsFieldsToIt() throws IOException {
        var kinds = read("kind: article\nfields:\n  region: {type: text}\n").kinds();

        assertEquals(
                List.of("kicker", "dateline", "byline", "source", "region"),
                kinds.of(KindName.ARTICLE).fields().stream().map(Field::name).toList());
        assertEquals(4, kinds.of(KindName.PAGE).fields().size());
    }

    private static final String GROUPED = LEAST + """
            groups:
              visit: {en: Visiting, be: Наведванне}
              place: Where it is
            fields:
              place: {type: coordinates, group: place}
              hours: {type: opening-hours, group: visit}
              built: {type: year}
              access: {type: text, group: visit}
            """;

    @Test
    void fieldsStandInTheOrderOfTheirGroups() throws IOException {
        Kind sight = sight(GROUPED);

        assertEquals(
                List.of("built", "hours", "access", "place"),
                sight.fields().stream().map(Field::name).toList());
        assertEquals(
                List.of("Наведванне", "Where it is"),
                sight.groups().stream()
                        .map(group -> group.label().in(new Language("be")).orElse(""))
                        .toList());
        var article = read("kind: article\ngroups: {place: Place}\nfields: {region: {type: text, group: place}}\n")
                .kinds()
                .of(KindName.ARTICLE);
        assertEquals("place", field(article, "region").group());
        assertEquals("region", article.parts().getLast().fields().getFirst().name());
    }

    @Test
    void aDeclarationIsReadAgainFromItsText() throws IOException {
        for (Kind kind :
                List.of(sight(GROUPED), sight(SIGHT), KindFiles.ofProduct().of(KindName.ARTICLE))) {
            String text = DeclarationText.of(kind);

            assertEquals(text, DeclarationText.of(KindFiles.parse(text)));
        }
    }

    @Test
    void earlierNamesAreKept() throws IOException {
        var read = read(LEAST + "fields:\n  hours: {type: opening-hours, renamed-from: open}\n");

        assertEquals(Map.of("hours", "open"), read.renamed(new KindName("sight")));
    }

    @Test
    void anotherFileInTheFolderIsNoted() throws IOException {
        Files.createDirectories(folder.resolve("kinds"));
        Files.writeString(folder.resolve("kinds/sight.yml"), LEAST);

        assertTrue(
                read().notes().getFirst().contains("sight.yml: this is not read"),
                read().notes().toString());
    }

    private static String fields(String field) {
        return LEAST + "fields:\n  " + field + "\n";
    }

    static List<List<String>> wrong() {
        return List.of(
                List.of("", "the file is empty"),
                List.of("# nothing yet\n", "the file is empty"),
                List.of("kind", "expected keys of a kind as"),
                List.of("names: {en: {one: A, many: B}}\nstands: directory", "\"kind\" is missing"),
                List.of("kind: sight\nstands: directory", "\"names\" is missing"),
                List.of("kind: sight\nnames: {en: {one: A, many: B}}", "\"stands\" is missing"),
                List.of(
                        "kind: Sight\nnames: {en: {one: A, many: B}}\nstands: dated",
                        "line 1, column 7: \"kind\" is \"Sight\""),
                List.of("kind: sight\nnames: {en: {one: A}}\nstands: dated", "\"many\" is missing"),
                List.of("kind: sight\nnames: {en: A}\nstands: dated", "must be written as {one: Tourist site"),
                List.of("kind: sight\nnames: {English: {one: A, many: B}}\nstands: dated", "with tags in lower case"),
                List.of(LEAST.replace("directory", "directry"), "Did you mean \"directory\"?"),
                List.of(
                        LEAST + "filds:\n  a: {type: text}",
                        "line 4, column 1: unknown key of a kind \"filds\". Did you mean \"fields\"?"),
                List.of(LEAST + "order: built", "\"order\" is \"built\", which is no field"),
                List.of(
                        LEAST + "order: place\nfields: {place: {type: coordinates}}",
                        "by which a list cannot be sorted"),
                List.of(LEAST + "order: bilt\nfields: {built: {type: year}}", "Did you mean \"built\"?"),
                List.of(LEAST + "schema-org: tourist site", "must be a type of schema.org"),
                List.of(LEAST + "fields: [place]", "must be a map of fields by name"),
                List.of(fields("place: coordinates"), "the field \"place\" is \"coordinates\", but must be a map"),
                List.of(fields("place: {label: Place}"), "\"type\" is missing"),
                List.of(fields("place: {type: coordinate}"), "Did you mean \"coordinates\"?"),
                List.of(
                        fields("place: {type: coordinates, shard: true}"),
                        "unknown key of a field \"shard\". Did you mean \"shared\"?"),
                List.of(fields("Place: {type: text}"), "\"Place\" names a field, but must be a name of lower-case"),
                List.of(fields("headline: {type: text}"), "\"headline\" cannot name a field"),
                List.of(fields("slug: {type: text}"), "\"slug\" cannot name a field"),
                List.of(fields("a: {type: text}\n  a: {type: text}"), "set twice"),
                List.of(fields("a: {type: coordinates, filter: true}"), "cannot be narrowed by the type coordinates"),
                List.of(fields("a: {type: date, filter: true}"), "must be range for the type date"),
                List.of(fields("a: {type: choice, choices: [b], filter: range}"), "must be true for the type choice"),
                List.of(fields("a: {type: gallery, sort: on}"), "cannot be sorted by the type gallery"),
                List.of(fields("a: {type: choice}"), "\"choices\" is missing for the type choice"),
                List.of(fields("a: {type: choice, choices: []}"), "at least one word"),
                List.of(fields("a: {type: choice, choices: [b, b]}"), "each once"),
                List.of(fields("a: {type: choice, choices: [Old castle]}"), "must be a name of lower-case"),
                List.of(
                        fields("a: {type: text, choices: [b]}"),
                        "\"choices\" is for fields of the type choice or choices"),
                List.of(fields("a: {type: money}"), "\"currencies\" is missing for the type money"),
                List.of(fields("a: {type: money, currencies: [BYR2]}"), "must be codes of ISO 4217"),
                List.of(fields("a: {type: number, unit: hectar}"), "must be a unit such as ha"),
                List.of(fields("a: {type: number, unit: {en: {one: bed}}}"), "plural forms"),
                List.of(fields("a: {type: number, least: 5, most: 3}"), "must not be less than \"least\""),
                List.of(fields("a: {type: number, decimals: 9}"), "a whole number from 0 to 6"),
                List.of(fields("a: {type: text, longest: 0}"), "a whole number from 1"),
                List.of(fields("a: {type: text, required: always}"), "must be publish, true, save or false"),
                List.of(fields("a: {type: text, label: {EN: A}}"), "with tags in lower case"),
                List.of(fields("a: {type: text, schema-org: Geo}"), "must be a property of schema.org"),
                List.of(
                        fields("a: {type: items, of: [sigth]}"),
                        "the kind \"sigth\", which is not declared. Did you mean \"sight\"?"),
                List.of(
                        fields("a: {type: text}\n  b: {type: text, renamed-from: a}"),
                        "which is still declared as a field"),
                List.of(
                        GROUPED.replace("group: place", "group: plase"),
                        "line 8, column 37: \"group\" is \"plase\", which \"groups\" of this kind does not name. Did you"
                                + " mean \"place\"? Known: visit, place."),
                List.of(fields("a: {type: text, group: visit}"), "Write for example: groups: {visit: {en: Visiting}}"),
                List.of(LEAST + "groups: [visit]", "\"groups\" is"),
                List.of(LEAST + "groups: {Visit: Visiting}", "\"Visit\" names a group, but must be a name"),
                List.of(LEAST + "groups: {visit: {EN: Visiting}}", "with tags in lower case"),
                List.of("kind: article\nstands: dated", "\"stands\" of this kind is declared by the product"),
                List.of("kind: article\nfields: {byline: {type: text}}", "has a field \"byline\" already"),
                List.of("kind: sight\n\tnames: x", "this is not YAML"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongStopsTheStartWithItsPlace(List<String> file) {
        var fault = assertThrows(SettingsFault.class, () -> read(file.getFirst()));

        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(file.getLast()), message);
        assertTrue(message.contains("kind-1.yaml"), message);
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnce() {
        var fault = assertThrows(
                SettingsFault.class,
                () -> read(fields("a: {type: txt}\n  headline: {type: text}"), fields("b: {type: money}")));

        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains("\"type\" is \"txt\""), message);
        assertTrue(message.contains("\"headline\" cannot name a field"), message);
        assertTrue(message.contains("\"currencies\" is missing"), message);
    }

    @Test
    void twoFilesOfOneKindAreRefused() {
        var fault = assertThrows(SettingsFault.class, () -> read(LEAST, LEAST));

        assertTrue(String.valueOf(fault.getMessage()).contains("is declared already, in"), fault.getMessage());
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.createDirectories(folder.resolve("kinds"));
        Files.write(folder.resolve("kinds/sight.yaml"), new byte[] {'k', ':', ' ', (byte) 0xc0, (byte) 0xe1});

        var fault = assertThrows(SettingsFault.class, () -> KindFiles.read(folder));

        assertTrue(String.valueOf(fault.getMessage()).contains("not UTF-8"), fault.getMessage());
    }

    /** A slip anywhere in a file is either understood or told, and never anything else. */
    @Test
    void aChangedLetterIsReadOrTold() throws IOException {
        var random = new Random(14);
        String letters = "abcxyz:{}[],-#&*!|>'\"%@` \n\t0189éж";
        int told = 0;
        for (int count = 0; count < 400; count++) {
            var text = new StringBuilder(SIGHT);
            for (int slip = random.nextInt(3); slip >= 0; slip--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            try {
                read(text.toString());
            } catch (SettingsFault fault) {
                told++;
                assertTrue(String.valueOf(fault.getMessage()).contains("kind-1.yaml"), fault.getMessage());
            }
        }
        assertTrue(told > 100, "told " + told);
    }
}
