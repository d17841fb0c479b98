package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.CheckRules;
import org.herald.model.geo.MapTiles;
import org.herald.model.kind.Holidays;
import org.herald.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings file: what is right is read, and what is wrong stops the start with its place and a way out. */
final class SettingsFileTest {

    private static final String LEAST = "name: Old town\nlanguages: [en]\n";

    private final Path folder;

    SettingsFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everySettingIsRead() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(folder.resolve("theme/emblem.svg"), "<svg/>");
        Settings settings = read("""
                # A comment, and every key.
                name: {en: Old town, be: Стары горад}
                languages: [en, be]
                time-zone: Europe/Minsk
                base-url: https://old.example/
                theme:
                  accent: "#A1B2C3"
                  accent-dark: "#0a0b0c"
                  emblem: emblem.svg
                footer:
                  en: A foot
                  be: Ніз
                in-front:
                  kind: varnish
                  purge-url: http://127.0.0.1:6081/
                  token: abc
                """);

        assertEquals(folder, settings.folder());
        assertEquals(Map.of(Cast.ENGLISH, "Old town", Cast.BELARUSIAN, "Стары горад"), settings.name());
        assertEquals(List.of(Cast.ENGLISH, Cast.BELARUSIAN), settings.languages());
        assertEquals(Cast.ENGLISH, settings.defaultLanguage());
        assertEquals(ZoneId.of("Europe/Minsk"), settings.zone());
        assertEquals(URI.create("https://old.example"), settings.baseUrl(), "without the slash at its end");
        assertEquals(new Settings.Theme("#a1b2c3", "#0a0b0c", "emblem.svg", MapTiles.NONE), settings.theme());
        assertEquals(Map.of(Cast.ENGLISH, "A foot", Cast.BELARUSIAN, "Ніз"), settings.footer());
        assertEquals(
                new Settings.InFront("varnish", URI.create("http://127.0.0.1:6081"), "abc", List.of()),
                settings.inFront());
        assertFalse(settings.toString().contains("abc"), "a secret");
    }

    @Test
    void aNameAndALanguageAreEnough() throws IOException {
        Settings settings = read(LEAST);

        assertEquals(ZoneId.of("UTC"), settings.zone());
        assertEquals(URI.create("http://localhost:8080"), settings.baseUrl());
        assertEquals("", settings.theme().emblem());
        assertTrue(settings.theme().accent().matches("#[0-9a-f]{6}"));
        assertTrue(settings.theme().accentDark().matches("#[0-9a-f]{6}"));
        assertEquals(Map.of(), settings.footer());
        assertEquals(Settings.InFront.NONE, settings.inFront());
    }

    @Test
    void oneTextServesEveryLanguage() throws IOException {
        Settings settings = read("name: Town\nlanguages: [en, be]\nfooter: Foot\n");

        assertEquals("Town", settings.nameIn(Cast.BELARUSIAN));
        assertEquals(Map.of(Cast.ENGLISH, "Foot", Cast.BELARUSIAN, "Foot"), settings.footer());
    }

    @Test
    void languagesMayStandOnOneLine() throws IOException {
        assertEquals(
                List.of(Cast.ENGLISH, Cast.BELARUSIAN),
                read("name: Town\nlanguages: en, be\n").languages());
    }

    @Test
    void weeksBeginAsTheRegionBeginsThemUnlessThePortalSaysOtherwise() throws IOException {
        assertEquals(Map.of(), read(LEAST).editions().weekStarts());
        assertEquals(
                Map.of(Cast.ENGLISH, DayOfWeek.MONDAY),
                read("name: Town\nlanguages: [en, be]\nweek-starts: {en: monday}\n")
                        .editions()
                        .weekStarts());
        assertEquals(
                Map.of(Cast.ENGLISH, DayOfWeek.SATURDAY, Cast.BELARUSIAN, DayOfWeek.SATURDAY),
                read("name: Town\nlanguages: [en, be]\nweek-starts: saturday\n")
                        .editions()
                        .weekStarts());
    }

    @Test
    void holidaysAreDaysOfEveryYearAndDatesWithOrWithoutNames() throws IOException {
        assertEquals(Holidays.NONE, read(LEAST).editions().holidays());
        var plain = read(LEAST + "holidays: [01-01, 2026-04-21]\n").editions().holidays();
        assertEquals(
                List.of(true, true, true, false, false),
                Stream.of("2026-01-01", "2031-01-01", "2026-04-21", "2027-04-21", "2026-01-02")
                        .map(day -> plain.test(LocalDate.parse(day)))
                        .toList());
        assertEquals(
                plain, read(LEAST + "holidays: 01-01, 2026-04-21\n").editions().holidays());

        var named = read("""
                        name: Town
                        languages: [en, be]
                        holidays:
                          05-09: {en: Victory Day, be: Дзень Перамогі}
                          2026-04-21: Radunitsa
                          02-29: ""
                        """).editions().holidays();
        assertEquals(
                List.of("Дзень Перамогі", "Radunitsa", ""),
                Stream.of("2027-05-09", "2026-04-21", "2028-02-29")
                        .map(day -> named.names(LocalDate.parse(day))
                                .orElseThrow()
                                .in(Cast.BELARUSIAN)
                                .orElse(""))
                        .toList());
        assertFalse(named.test(LocalDate.of(2027, 2, 28)));
    }

    @Test
    void languageSwitchNamesAllLanguagesUnlessThePortalSaysOtherwise() throws IOException {
        assertFalse(read(LEAST).editions().hidesUntranslated());
        assertFalse(read(LEAST + "language-switch: all\n").editions().hidesUntranslated());
        assertTrue(read(LEAST + "language-switch: translated\n").editions().hidesUntranslated());
    }

    @Test
    void reviewIsRequiredOnlyWhereThePortalSaysSo() throws IOException {
        assertFalse(read(LEAST).isReviewRequired());
        assertTrue(read(LEAST + "newsroom:\n  review: required\n").isReviewRequired());
    }

    @Test
    void checksAreAsUsualUnlessThePortalSaysOtherwise() throws IOException {
        CheckRules usual = read(LEAST).checks();
        CheckRules own = read("""
                name: Old town
                languages: [en, be]
                newsroom:
                  required-languages: [be]
                  checks:
                    missing-alt: warn
                    vague-link: block
                    long-paragraph: off
                """).checks();

        assertEquals(Severity.BLOCK, usual.of(Check.MISSING_ALT));
        assertEquals(Severity.WARN, usual.of(Check.VAGUE_LINK));
        assertEquals(List.of(), usual.required());
        assertEquals(Severity.WARN, own.of(Check.MISSING_ALT));
        assertEquals(Severity.BLOCK, own.of(Check.VAGUE_LINK));
        assertEquals(Severity.OFF, own.of(Check.LONG_PARAGRAPH));
        assertEquals(Severity.BLOCK, own.of(Check.BROKEN_LINK), "one that is not named is as usual");
        assertEquals(List.of(Cast.BELARUSIAN), own.required());
        assertEquals(
                List.of(Cast.ENGLISH),
                read(LEAST, Map.of("HERALD_NEWSROOM_REQUIRED_LANGUAGES", "en"))
                        .checks()
                        .required());
    }

    /** Each file, the line that is wrong (0 for the file as a whole), and what the message must say. */
    static Stream<List<String>> wrongFiles() {
        return Stream.of(
                List.of(LEAST + "time-zome: UTC\n", "3", "unknown setting \"time-zome\"", "mean \"time-zone\"?"),
                List.of(LEAST + "timezone: UTC\n", "3", "unknown setting \"timezone\"", "mean \"time-zone\"?"),
                List.of(LEAST + "Name: x\n", "3", "unknown setting \"Name\"", "mean \"name\"?"),
                List.of(LEAST + "in-front: {kind: squid}\n", "3", "none, varnish, fastly or cloudflare"),
                List.of(LEAST + "in-front: {kynd: none}\n", "3", "Did you mean \"in-front.kind\"?"),
                List.of(
                        LEAST + "pony: x\n",
                        "3",
                        "unknown setting \"pony\"",
                        "Known: base-url, database, feeds, footer, holidays, in-front, language-switch, languages"),
                List.of(LEAST + "theme:\n  acent: x\n", "4", "\"theme.acent\"", "mean \"theme.accent\"?"),
                List.of(LEAST + "week-starts: Mon\n", "3", "\"week-starts\" is \"Mon\"", "such as monday"),
                List.of(LEAST + "week-starts: {fr: monday}\n", "3", "\"week-starts\" is written for \"fr\"", "[en]"),
                List.of(LEAST + "holidays: [01-01, 02-30]\n", "3", "\"holidays\" is \"02-30\"", "such as 01-01"),
                List.of(LEAST + "holidays: {2026-02-29: Leap}\n", "3", "names the day \"2026-02-29\"", "2026-04-21"),
                List.of(LEAST + "holidays: {01-01: {fr: Nouvel an}}\n", "3", "is written for \"fr\"", "[en]"),
                List.of(LEAST + "week-starts: [monday]\n", "3", "\"week-starts\"", "such as monday"),
                List.of(LEAST + "language-switch: some\n", "3", "\"language-switch\" is \"some\"", "all or translated"),
                List.of(LEAST + "theme: blue\n", "3", "key: value"),
                List.of(LEAST + "theme: [blue]\n", "3", "key: value"),
                List.of(LEAST + "theme:\n  accent: blue\n", "4", "\"theme.accent\" is \"blue\"", "#1d5b4f"),
                List.of(LEAST + "theme:\n  accent: \"#12\"\n", "4", "\"theme.accent\" is \"#12\""),
                List.of(LEAST + "theme:\n  emblem: no.svg\n", "4", "\"theme.emblem\" is \"no.svg\"", "theme"),
                List.of(LEAST + "theme:\n  emblem: ../portal.yaml\n", "4", "\"theme.emblem\""),
                List.of(LEAST + "map:\n  attribution: Us\n", "0", "\"map.tiles\" is missing", "{z}/{x}/{y}"),
                List.of(
                        LEAST + "map:\n  tiles: \"https://t.example/{z}/{x}/{y}.png\"\n",
                        "0",
                        "\"map.attribution\" is missing"),
                List.of(
                        LEAST + "map:\n  attribution: Us\n  tiles: \"http://t.example/{z}/{x}/{y}.png\"\n",
                        "5",
                        "\"map.tiles\" is \"http://t.example/{z}/{x}/{y}.png\"",
                        "an address with https that has {z}, {x} and {y} once each"),
                List.of(LEAST + "newsroom:\n  review: maybe\n", "4", "\"newsroom.review\" is \"maybe\"", "required"),
                List.of(
                        LEAST + "newsroom:\n  checks:\n    missing-alt: loud\n",
                        "5",
                        "\"newsroom.checks.missing-alt\" is \"loud\"",
                        "block, warn or off"),
                List.of(
                        LEAST + "newsroom:\n  checks: {mising-alt: warn}\n",
                        "4",
                        "mean \"newsroom.checks.missing-alt\"?"),
                List.of(LEAST + "newsroom:\n  checks: off\n", "4", "key: value"),
                List.of(
                        LEAST + "newsroom:\n  required-languages: [fr]\n",
                        "4",
                        "\"newsroom.required-languages\" is \"fr\"",
                        "[en]"),
                List.of(LEAST + "newsroom:\n  reviews: required\n", "4", "mean \"newsroom.review\"?"),
                List.of(LEAST + "time-zone: Minsk\n", "3", "\"time-zone\" is \"Minsk\"", "Europe/Minsk"),
                List.of(LEAST + "time-zone: [UTC]\n", "3", "\"time-zone\"", "Europe/Minsk"),
                List.of(LEAST + "base-url: localhost\n", "3", "\"base-url\" is \"localhost\"", "https://"),
                List.of(LEAST + "base-url: ftp://x.example\n", "3", "\"base-url\" is \"ftp://x.example\""),
                List.of(LEAST + "base-url: http://\n", "3", "\"base-url\""),
                List.of(LEAST + "base-url: http://a b\n", "3", "\"base-url\" is \"http://a b\""),
                List.of(LEAST + "base-url: https://x.example?a=b\n", "3", "\"base-url\""),
                List.of(LEAST + "base-url: {en: http://x.example}\n", "3", "\"base-url\"", "https://"),
                List.of(LEAST + "name: Again\n", "3", "\"name\" is set twice"),
                List.of(LEAST + "theme:\n  accent: \"#123456\"\n  accent: \"#123457\"\n", "5", "set twice"),
                List.of("name: Town\nlanguages: [english]\n", "2", "\"languages\" is \"english\"", "en"),
                List.of("name: Town\nlanguages: [EN]\n", "2", "\"languages\" is \"EN\"", "lower case"),
                List.of("name: Town\nlanguages: []\n", "2", "\"languages\"", "at least one"),
                List.of("name: Town\nlanguages:\n", "2", "\"languages\""),
                List.of("name: Town\nlanguages: [[en]]\n", "2", "one plain text"),
                List.of("name: Town\nlanguages: {en: be}\n", "2", "\"languages\""),
                List.of("name: Town\nlanguages: [en, en]\n", "2", "\"languages\" names \"en\" twice"),
                List.of("name: Town\nlanguages: en, en\n", "2", "\"languages\" names \"en\" twice"),
                List.of("name: Town\n", "0", "\"languages\" is missing", "languages: [en, be]"),
                List.of("languages: [en]\n", "0", "\"name\" is missing", "name: My town"),
                List.of("name:\nlanguages: [en]\n", "1", "\"name\""),
                List.of("name: {en: \"\"}\nlanguages: [en]\n", "1", "\"name\" is \"\""),
                List.of("name: [Town]\nlanguages: [en]\n", "1", "\"name\""),
                List.of("name: {en: [Town]}\nlanguages: [en]\n", "1", "one plain text"),
                List.of("name: {en: Town, fr: Ville}\nlanguages: [en]\n", "1", "\"name\" is written for \"fr\""),
                List.of("name: {en: Town}\nlanguages: [en, be]\n", "1", "nothing for be"),
                List.of("name: {en: Town, en: City}\nlanguages: [en]\n", "1", "set twice"),
                List.of(LEAST + "footer: \"a\u0001b\"\n", "0", "this is not YAML"),
                List.of("", "0", "\"languages\" is missing"),
                List.of("- name\n- languages\n", "1", "key: value"),
                List.of("Town\n", "1", "key: value"),
                List.of("name: Town\n\tlanguages: [en]\n", "2", "this is not YAML"),
                List.of("name: \"Town\nlanguages: [en]\n", "3", "this is not YAML"),
                List.of(LEAST + "footer: [a\n", "4", "this is not YAML"),
                List.of(LEAST + "footer: *nowhere\n", "3", "this is not YAML"),
                List.of(LEAST + "---\nname: Two\n", "3", "this is not YAML"));
    }

    @Test
    void tileServerIsReadWithItsAttribution() throws IOException {
        assertEquals(MapTiles.NONE, read(LEAST).theme().tiles());
        var tiles = read(LEAST + """
                        map:
                          tiles: "https://t.example:8443/map/{z}/{x}/{y}.png?key=a"
                          attribution: © People of the map
                          attribution-link: https://t.example/copyright
                        """).theme().tiles();

        assertEquals(Optional.of("https://t.example:8443"), tiles.origin());
        assertEquals("© People of the map", tiles.attribution());
        assertEquals("https://t.example/copyright", tiles.link());
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void whatIsWrongIsToldWithItsPlace(List<String> file) {
        String message = fault(() -> read(file.getFirst()));
        String line = file.get(1);
        String place = folder.resolve("portal.yaml") + (line.equals("0") ? ":" : ", line " + line + ", column ");

        assertTrue(message.startsWith(place), message);
        file.subList(2, file.size()).forEach(words -> assertTrue(message.contains(words), message));
        assertFalse(message.contains("null"), message);
    }

    @Test
    void aFolderWithoutAFileIsTold() {
        String message = fault(() -> SettingsFile.read(folder, Map.of()));

        assertTrue(message.contains(folder.resolve("portal.yaml").toString()), message);
        assertTrue(message.contains("--site"), message);
    }

    @Test
    void aFileThatIsNoTextIsTold() throws IOException {
        Files.write(folder.resolve("portal.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        String message = fault(() -> SettingsFile.read(folder, Map.of()));
        assertTrue(message.contains("portal.yaml"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            HERALD_NAME              = New town
            HERALD_LANGUAGES         = be, en
            HERALD_TIME_ZONE         = Asia/Tokyo
            HERALD_BASE_URL          = https://new.example
            HERALD_THEME_ACCENT      = #123456
            HERALD_THEME_ACCENT_DARK = #654321
            HERALD_FOOTER            = New foot
            """)
    void theEnvironmentGoesBeforeTheFile(String variable, String value) throws IOException {
        Files.writeString(folder.resolve("portal.yaml"), LEAST + "theme: {accent: \"#000000\"}\nfooter: Old foot\n");

        Settings settings = SettingsFile.read(folder, Map.of(variable, value, "PATH", "/bin"));
        assertTrue(
                List.of(
                                settings.nameIn(settings.defaultLanguage()),
                                String.join(
                                        ", ",
                                        settings.languages().stream()
                                                .map(language -> language.tag())
                                                .toList()),
                                settings.zone().getId(),
                                settings.baseUrl().toString(),
                                settings.theme().accent(),
                                settings.theme().accentDark(),
                                settings.footer()
                                        .getOrDefault(settings.defaultLanguage(), "")
                                        .toString())
                        .contains(value),
                settings::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "HERALD_TIMEZONE, Did you mean HERALD_TIME_ZONE?",
        "HERALD_BASEURL, Did you mean HERALD_BASE_URL?",
        "HERALD_THEME_ACENT, Did you mean HERALD_THEME_ACCENT?",
        "HERALD_LANGUAGE, Did you mean HERALD_LANGUAGES?",
        "HERALD_PROT, Did you mean HERALD_PORT?",
        "HERALD_UMBRELLA, ''"
    })
    void anUnknownVariableOfOursIsNotedWithTheNearestOneAndStopsNothing(String variable, String question)
            throws IOException {
        Files.writeString(folder.resolve("portal.yaml"), LEAST);
        List<String> notes = new ArrayList<>();

        assertEquals(read(LEAST), SettingsFile.read(folder, Map.of(variable, "x"), notes::add));
        assertEquals(
                List.of(("the environment's " + variable + ": no setting has this variable, so it does nothing. "
                                + question)
                        .strip()),
                notes);
    }

    @Test
    void aWrongValueOfAVariableNamesTheVariable() {
        String message = fault(() -> read(LEAST, Map.of("HERALD_TIME_ZONE", "Nowhere")));

        assertTrue(message.contains("HERALD_TIME_ZONE"), message);
        assertTrue(message.contains("\"Nowhere\""), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HERALD_SITE",
                "HERALD_HOST",
                "HERALD_PORT",
                "HERALD_JAVA_HOME",
                "HERALD_JAVA_OPTIONS",
                "HERALD_TEST_BROWSER"
            })
    void variablesThatOthersReadAreLeftToThem(String variable) throws IOException {
        assertEquals(read(LEAST), read(LEAST, Map.of(variable, "anything")));
    }

    @Test
    void theSettingsOfTheSamplePortalAreRight() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(folder.resolve("theme/emblem.svg"), "<svg/>");
        Settings settings = read(Files.readString(Path.of("src/main/resources/sample/portal.yaml")));

        assertEquals(3, settings.languages().size());
        assertEquals(ZoneId.of("Europe/Minsk"), settings.zone());
    }

    @Test
    void keysWithNothingAfterTheColonAreAsIfTheyWereNotThere() throws IOException {
        assertEquals(read(LEAST), read(LEAST + """
                        language-switch:
                        week-starts:
                        time-zone:
                        footer:
                        theme:
                        newsroom:
                          checks:
                        sign-in: {password: , openid: {accept: , roles: }}
                        """));
        assertEquals(read(LEAST), read(LEAST + """
                        language-switch: ""
                        week-starts: ""
                        sign-in: {password: "", openid: {accept: "", roles: "", client-secret: ""}}
                        """));
    }

    @Test
    void anEmptyVariableTakesAwayWhatTheFileSays() throws IOException {
        String text = LEAST + "footer: Foot\ntime-zone: Asia/Tokyo\nsign-in: {password: off}\n";

        assertEquals(
                read(LEAST),
                read(
                        text,
                        Map.of(
                                "HERALD_FOOTER", "",
                                "HERALD_TIME_ZONE", "",
                                "HERALD_SIGN_IN_PASSWORD", "",
                                "HERALD_SIGN_IN_OPENID_CLIENT_SECRET", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-held-forms", "with-live-changes"})
    void theSettingsOfPortalsOfEarlierVersionsAreRight(String portal) throws IOException {
        try (var archive = new ZipFile("src/test/resources/portals/" + portal + ".zip")) {
            for (String file : List.of("portal.yaml", "theme/emblem.svg")) {
                Path to = folder.resolve(file);
                Files.createDirectories(to.resolveSibling(""));
                try (var from = archive.getInputStream(archive.getEntry("portal/" + file))) {
                    Files.copy(from, to);
                }
            }
        }
        List<String> notes = new ArrayList<>();
        Settings settings = SettingsFile.read(folder, Map.of(), notes::add);

        assertEquals(List.of(), notes);
        assertEquals("[en, be, ru]", settings.languages().toString());
        assertEquals(ZoneId.of("Europe/Minsk"), settings.zone());
        assertEquals("emblem.svg", settings.theme().emblem());
    }

    /** What the start says when it is stopped. */
    private static String fault(Executable start) {
        return String.valueOf(assertThrows(SettingsFault.class, start).getMessage());
    }

    private Settings read(String text) throws IOException {
        return read(text, Map.of());
    }

    private Settings read(String text, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("portal.yaml"), text);
        return SettingsFile.read(folder, environment);
    }
}
