package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Declared keys are read with their types; whatever is wrong is told at once, each with its position and a way out. */
final class SchemaTest {

    private static final Path FILE = Path.of("kinds/sight.yaml");

    /** Words of a choice that is declared as an enum. */
    private enum Stands {
        DATED,
        DIRECTORY_PAGE
    }

    private static final Key<Long> PARTS =
            Key.of("parts", ValueType.number(1, 50), "").usually("10");
    private static final Key<Duration> EVERY =
            Key.of("every", ValueType.duration(Duration.ofSeconds(1), Duration.ofDays(1)), "");
    private static final Key<Boolean> SHARED =
            Key.of("shared", ValueType.yesNo(), "").usually("off");
    private static final Key<Stands> STANDS = Key.of("stands", ValueType.choice(Stands.class), "");
    private static final Key<Language> LANGUAGE = Key.of("language", ValueType.language(), "");
    private static final Key<String> SECTION = Key.of("section", ValueType.sectionPath(), "");
    private static final Key<ZoneId> ZONE = Key.of("zone", ValueType.timeZone(), "");
    private static final Key<URI> FEED = Key.of("group.feed", ValueType.address("https://example.org"), "");
    private static final Key<Map<String, Long>> ORDERS =
            Key.of("group.orders", ValueType.map("numbers", ValueType.number(0, 9)), "");
    private static final Key<List<Language>> LANGUAGES =
            Key.of("languages", ValueType.list("tags", "tags such as en", ValueType::tag), "");
    private static final Key<String> TITLE =
            Key.of("title", ValueType.text(), "").required("Sights");
    private static final Key<String> SECRET =
            Key.of("group.secret", ValueType.text(), "").secret();

    private static final Schema SCHEMA = Schema.of(
                    "key",
                    List.of(
                            TITLE, PARTS, EVERY, SHARED, STANDS, LANGUAGE, SECTION, ZONE, FEED, ORDERS, LANGUAGES,
                            SECRET))
            .renamed("pieces", "parts")
            .renamed("old-group", "group")
            .retired(new Schema.Retired("colour", false, "colours stand in the theme now."))
            .retired(new Schema.Retired("plugin", true, "there are no plugins; take the line out."));

    private final Faults faults = new Faults();

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("parts: ten", "8: \"parts\" is \"ten\", but must be a whole number from 1 to 50."),
                Arguments.of("parts: 51", "8: \"parts\" is \"51\", but must be a whole number from 1 to 50."),
                Arguments.of("parts: 0", "8: \"parts\" is \"0\", but must be a whole number from 1 to 50."),
                Arguments.of("parts: 1.5", "8: \"parts\" is \"1.5\", but must be a whole number from 1 to 50."),
                Arguments.of(
                        "parts: 99999999999999999999",
                        "8: \"parts\" is \"99999999999999999999\", but must be a whole number from 1 to 50."),
                Arguments.of("parts: [1]", "8: \"parts\" is \"[1]\", but must be a whole number from 1 to 50."),
                Arguments.of(
                        "every: 5 minutes",
                        "8: \"every\" is \"5 minutes\", but must be a duration such as 30s, 5m, 2h or 1d, from 1s to 1d."),
                Arguments.of(
                        "every: 25h",
                        "8: \"every\" is \"25h\", but must be a duration such as 30s, 5m, 2h or 1d, from 1s to 1d."),
                Arguments.of("shared: maybe", "9: \"shared\" is \"maybe\", but must be on or off."),
                Arguments.of(
                        "stands: directory-pag",
                        "9: \"stands\" is \"directory-pag\", but must be dated or directory-page."
                                + " Did you mean \"directory-page\"?"),
                Arguments.of(
                        "language: EN",
                        "11: \"language\" is \"EN\", but must be a language tag in lower case such as en or pt-br."),
                Arguments.of(
                        "section: /news/",
                        "10: \"section\" is \"/news/\", but must be the path of a section such as news/culture."),
                Arguments.of(
                        "zone: Mars", "7: \"zone\" is \"Mars\", but must be a time zone such as Europe/Minsk or UTC."),
                Arguments.of(
                        "group: {feed: example.org}",
                        "15: \"group.feed\" is \"example.org\", but must be an address such as https://example.org."),
                Arguments.of(
                        "group: {orders: {a: 1, b: x}}",
                        "27: \"group.orders.b\" is \"x\", but must be a whole number from 0 to 9."),
                Arguments.of("languages: [en, Be]", "17: \"languages\" is \"Be\", but must be tags such as en."),
                Arguments.of(
                        "languages: [en, [be]]",
                        "17: \"languages\" is \"[be]\", but must be one plain text in each place of the list."),
                Arguments.of(
                        "group: {secret: [one, two]}", "17: \"group.secret\" is \"(hidden)\", but must be one text."),
                Arguments.of(
                        "group: {fed: x}",
                        "9: unknown key \"group.fed\". Did you mean \"group.feed\"? Known: feed, orders, secret."),
                Arguments.of(
                        "feed: x",
                        "1: unknown key \"feed\". Did you mean \"group.feed\"? Known: every, group, language, languages,"
                                + " parts, section, shared, stands, title, zone."),
                Arguments.of("group: flat", "8: expected keys as \"key: value\" lines."),
                Arguments.of(
                        "plugin: x", "1: \"plugin\" is no key any more: there are no plugins; take the line out."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongValueIsToldWithItsPosition(String line, String sentence) {
        read("title: Sights\n" + line + "\n");

        assertEquals(FILE + ", line 2, column " + sentence, stop());
    }

    @Test
    void rightValuesAreTyped() {
        Values values = read("""
                title: Sights
                parts: 7
                every: 90 s
                shared: yes
                stands: directory-page
                language: pt-br
                section: news/culture
                zone: Asia/Tokyo
                languages: be, en
                group:
                  feed: https://example.org/
                  orders: {b: 2, a: 1}
                """);

        faults.throwIfAny();
        assertEquals(7L, values.require(PARTS));
        assertEquals(Duration.ofSeconds(90), values.require(EVERY));
        assertEquals(true, values.require(SHARED));
        assertEquals(Stands.DIRECTORY_PAGE, values.require(STANDS));
        assertEquals(new Language("pt-br"), values.require(LANGUAGE));
        assertEquals("news/culture", values.require(SECTION));
        assertEquals(ZoneId.of("Asia/Tokyo"), values.require(ZONE));
        assertEquals(List.of(new Language("be"), new Language("en")), values.require(LANGUAGES));
        assertEquals(URI.create("https://example.org"), values.require(FEED));
        assertEquals(List.of("b", "a"), List.copyOf(values.require(ORDERS).keySet()), "in the order of the file");
    }

    @Test
    void defaultsHoldWhereNothingIsWritten() {
        Values values = read("title: Sights\ngroup:\n");

        faults.throwIfAny();
        assertEquals(10L, values.require(PARTS));
        assertEquals(false, values.require(SHARED));
        assertEquals(Optional.empty(), values.get(FEED));
    }

    @Test
    void keysOfAGroupMayBeWrittenWithDots() {
        Values values = read("title: Sights\ngroup.feed: https://example.org\n");

        faults.throwIfAny();
        assertEquals(URI.create("https://example.org"), values.require(FEED));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() {
        read("""
                zone: Mars
                parts: many
                tittle: Sights
                group:
                  fed: x
                  feed: y
                """);

        assertEquals(
                List.of(
                        "line 1, column 7: \"zone\"",
                        "line 2, column 8: \"parts\"",
                        "line 3, column 1: unknown key \"tittle\". Did you mean \"title\"?",
                        "line 5, column 3: unknown key \"group.fed\"",
                        "line 6, column 9: \"group.feed\""),
                stop().lines()
                        .map(line -> line.substring((FILE + ", ").length()))
                        .map(line -> line.replaceAll("( is \".*| Known.*|[.] Did you mean \"group.*)", ""))
                        .toList());
    }

    @Test
    void manyFaultsAreCounted() {
        var text = new StringBuilder();
        for (int at = 0; at < 30; at++) {
            text.append("unknown-").append(at).append(": x\n");
        }
        read(text + "title: Sights\n");

        assertEquals(21, stop().lines().count());
        assertTrue(stop().endsWith("\nAnd 10 more faults."), stop());
    }

    @Test
    void aRequiredKeyThatIsMissingIsToldWithAnExample() {
        read("parts: 1\n");

        assertEquals(FILE + ": \"title\" is missing. Write for example: title: Sights", stop());
    }

    @Test
    void anEarlierSpellingIsReadAndItsNewOneTold() {
        Values values = read("""
                title: Sights
                pieces: 3
                old-group:
                  feed: https://example.org
                colour: red
                """);

        faults.throwIfAny();
        assertEquals(3L, values.require(PARTS));
        assertEquals(URI.create("https://example.org"), values.require(FEED));
        assertEquals(
                List.of(
                        FILE + ", line 2, column 1: \"pieces\" is now written \"parts\".",
                        FILE + ", line 3, column 1: \"old-group\" is now written \"group\".",
                        FILE + ", line 5, column 1: \"colour\" is no key any more: colours stand in the theme now."),
                faults.notes());
    }

    @Test
    void anEarlierSpellingBesideTheNewOneIsSetTwice() {
        read("title: Sights\npieces: 3\nparts: 4\n");

        assertEquals(FILE + ", line 3, column 1: \"parts\" is set twice.", stop());
    }

    @Test
    void variablesOfEarlierSpellingsAreReadToo() {
        var overriding = new Environment(SCHEMA, Set.of())
                .read(Map.of("HERALD_PIECES", "4", "HERALD_COLOUR", "red", "HERALD_SHARED", "on"), faults);
        Values values = SCHEMA.read(Optional.empty(), Origin.InFile.whole(FILE), overriding, new Faults());

        assertEquals(4L, values.require(PARTS));
        assertEquals(true, values.require(SHARED));
        assertEquals(
                List.of(
                        "the environment's HERALD_COLOUR: it does nothing any more: colours stand in the theme now.",
                        "the environment's HERALD_PIECES: it is now called HERALD_PARTS."),
                faults.notes());
    }

    /** As kinds are declared: a map of names to groups of keys, each with a schema of its own. */
    @Test
    void groupsUnderNamesOfTheirOwnAreReadByASchemaOfTheirOwn() {
        Key<String> type =
                Key.of("type", ValueType.choice("text", "year", "number"), "").required("text");
        Key<Boolean> filter = Key.of("filter", ValueType.yesNo(), "").usually("off");
        var schema = Schema.of("key", List.of(type, filter));
        var root = YamlReader.parse(FILE, """
                built: {type: year, filter: true}
                area: {typ: number}
                access: {type: txt}
                """, faults).orElseThrow();
        Map<String, Values> fields = new LinkedHashMap<>();
        for (var field : ((ConfigNode.Fields) root).fields()) {
            fields.put(field.name(), schema.read(Optional.of(field.value()), field.origin(), faults));
        }

        assertEquals(List.of("built", "area", "access"), new ArrayList<>(fields.keySet()));
        assertEquals(
                Optional.of("year"), Optional.ofNullable(fields.get("built")).flatMap(each -> each.get(type)));
        assertEquals(Optional.of(true), Optional.ofNullable(fields.get("built")).flatMap(each -> each.get(filter)));
        assertEquals(
                FILE + ", line 2, column 8: unknown key \"typ\". Did you mean \"type\"? Known: filter, type.\n" + FILE
                        + ", line 3, column 16: \"type\" is \"txt\", but must be text, year or number."
                        + " Did you mean \"text\"?",
                stop());
    }

    private Values read(String text) {
        return SCHEMA.read(YamlReader.parse(FILE, text, faults), Origin.InFile.whole(FILE), faults);
    }

    private String stop() {
        return String.valueOf(
                assertThrows(SettingsFault.class, faults::throwIfAny).getMessage());
    }
}
