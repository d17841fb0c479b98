package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.herald.config.Settings;
import org.herald.config.SettingsFile;
import org.herald.testing.OldTown;
import org.herald.testing.Sources;
import org.herald.testing.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code herald import wxr} makes, leaves alone, and says to an operator. */
final class ImportCommandTest {

    private static final Path TOWN = Path.of("src/test/resources/wxr/town.xml");

    @TempDir
    private Path folder;

    private Path site = Path.of(""); // set before each test

    /** What a command left behind. */
    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void nameTheSite() {
        site = folder.resolve("site");
    }

    @Test
    void exportBecomesANewPortalWithItsNameAndLanguage() throws IOException {
        Ran ran = imported(TOWN);

        assertEquals(0, ran.code(), ran.err());
        assertTrue(Files.readString(site.resolve("portal.yaml")).contains("name: \"A town & its river\""));
        Settings settings = SettingsFile.read(site, Map.of());
        assertEquals("[en]", settings.languages().toString());
        // the export's local times are three hours ahead, and the language names no country that is
        assertEquals("UTC+03:00", settings.zone().getId());
        assertTrue(ran.out().contains("The local times in the file are those of UTC+03:00"), ran.out());
        assertTrue(ran.out().contains("an export of A town & its river (https://www.town.example)"), ran.out());
        assertTrue(ran.out().contains("post                     8 in the file, 3 taken, 1 scheduled"), ran.out());
        assertTrue(ran.out().contains("Every line is in " + site.resolve("imports")), ran.out());
        assertEquals(List.of("json", "txt"), endings(site.resolve("imports")));
        assertTrue(new Tables(site.resolve("data/portal.db"))
                .rows("select label, target from menu where menu = 'main' order by place")
                .getFirst()
                .startsWith("News|section:"));
    }

    @Test
    void exportOfSeveralLanguagesBecomesAPortalOfThoseThatHeraldSpeaks() throws IOException {
        Path export = OldTown.write(Files.createDirectories(site.resolveSibling("oldtown")), List.of());
        Files.writeString(
                export,
                Files.readString(export)
                        .replaceFirst(
                                "<wp:term>",
                                language("en", "en_GB") + language("by", "be_BY") + language("de", "de_DE")
                                        + "<wp:term>"));

        Ran ran = imported(export);

        assertEquals(0, ran.code(), ran.err());
        assertEquals("[en, be]", SettingsFile.read(site, Map.of()).languages().toString());
        assertEquals(
                List.of("Культура"),
                new Tables(site.resolve("data/portal.db"))
                        .rows("select label from menu where menu = 'main' and language = 'be' and label = 'Культура'"));
    }

    /** A language as Polylang declares it. */
    private static String language(String slug, String locale) {
        return "<wp:term><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>" + slug
                + "</wp:term_slug><wp:term_description>a:1:{s:6:\"locale\";s:5:\"" + locale
                + "\";}</wp:term_description></wp:term>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        be-BY    | be
        pt_BR    | pt
        en       | en
        """)
    void newPortalSpeaksTheLanguageOfTheExport(String written, String language) throws IOException {
        Ran ran = imported(Files.writeString(
                folder.resolve("export.xml"),
                Files.readString(TOWN).replace("<language>en-GB</language>", "<language>" + written + "</language>")));

        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                "[" + language + "]",
                SettingsFile.read(site, Map.of()).languages().toString());
    }

    @Test
    void languageOfTheOptionIsTheNewPortals() {
        Ran ran = imported(TOWN, "--language", "be");

        assertEquals(0, ran.code(), ran.err());
        assertEquals("[be]", SettingsFile.read(site, Map.of()).languages().toString());
        assertEquals("be", new Tables(site.resolve("data/portal.db")).value("select distinct language from item"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `A "quoted": #name`  | A "quoted": #name
        `- [a, {b}] \\ c`    | - [a, {b}] \\ c
        `*x`                 | *x
        `null`               | null
        ``                   | A portal
        """)
    void nameOfAnyFormIsKept(String title, String name) throws IOException {
        imported(Files.writeString(
                folder.resolve("export.xml"),
                Files.readString(TOWN)
                        .replace("<title>A town &amp; its river</title>", "<title>" + title + "</title>")));

        var settings = SettingsFile.read(site, Map.of());
        assertEquals(name, settings.nameIn(settings.languages().getFirst()));
    }

    @Test
    void dryRunLeavesThePortalByteForByteAsItWas() throws IOException {
        imported(TOWN);
        var before = bytes(site);
        Path changed = Files.writeString(
                folder.resolve("changed.xml"), Files.readString(TOWN).replace("First line", "New line"));

        Ran ran = imported(
                changed, "--dry-run", "--report", folder.resolve("reports").toString());

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("7 unchanged") || ran.out().contains("1 revised"), ran.out());
        assertTrue(ran.out().contains("Nothing of it was kept: this was a dry run."), ran.out());
        assertEquals(before, bytes(site));
        assertEquals(List.of("json", "txt"), endings(folder.resolve("reports")));
    }

    @Test
    void dryRunWithoutAPortalMakesNothingButItsReport() throws IOException {
        Ran ran = imported(
                TOWN, "--dry-run", "--report", folder.resolve("reports").toString());

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("3 taken"), ran.out());
        assertFalse(Files.exists(site));
        assertEquals(List.of("json", "txt"), endings(folder.resolve("reports")));
    }

    @Test
    void postsComeUnderTheSectionThatIsNamed() throws IOException {
        SamplePortal.make(site);

        Ran ran = imported(TOWN, "--section", "news", "--language", "en");

        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                List.of("/en/news/news/reka/2024/05/01/the-bridge"),
                new Tables(site.resolve("data/portal.db"))
                        .rows("select path from live where path like '%/2024/05/01/the-bridge'"));
    }

    @Test
    void unknownSectionIsNamedAndNothingIsWritten() throws IOException {
        SamplePortal.make(site);
        var before = new Tables(site.resolve("data/portal.db")).dump();

        assertFault(imported(TOWN, "--section", "nowhere"), "\"nowhere\"", "the root");

        assertEquals(before, new Tables(site.resolve("data/portal.db")).dump());
    }

    @Test
    void languageThatThePortalDoesNotHaveIsNamedWithThoseItHas() throws IOException {
        imported(TOWN);
        var before = bytes(site);

        assertFault(imported(TOWN, "--language", "fi"), "\"fi\"", "[en]", "\"languages\"", "--language");

        assertEquals(before, bytes(site));
    }

    @Test
    void languageThatIsNoneMakesNoPortal() {
        assertFault(imported(TOWN, "--language", "no such"), "\"no such\"", "--language");

        assertFalse(Files.exists(site));
    }

    @Test
    void fileThatIsNotThereOrIsAFolderIsTold() {
        Path missing = folder.resolve("missing.xml");
        assertFault(imported(missing), missing.toString());
        assertFault(imported(folder), folder.toString());
        assertEquals(2, run("import", "wxr").code());
        assertFalse(Files.exists(site), "no portal is made of nothing");
    }

    @Test
    void uploadsThatAreNoFolderAreTold() {
        assertFault(imported(TOWN, "--uploads", TOWN.toString()), TOWN + " is no folder", "--uploads");
        assertFault(imported(TOWN, "--uploads", folder.resolve("none").toString()), "none is no folder");
        assertFalse(Files.exists(site));
    }

    @Test
    void reportThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("note"), "not a folder");

        assertFault(imported(TOWN, "--report", file.toString()), file.toString(), "--report");
    }

    @Test
    void brokenFileIsToldWithItsPlace() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.xml"), Files.readString(TOWN).substring(0, 9000));

        assertFault(imported(broken), broken + ", line ", ", column ", "the file is broken");
        assertFalse(Files.exists(site.resolve("portal.yaml")), "no portal is made of a broken file");
    }

    @Test
    void portalWithoutMenusGetsThemFromTheRunThatComesToTheEnd() throws IOException {
        Files.createDirectories(site.resolve("imports"));
        Files.writeString(site.resolve("portal.yaml"), "name: Town\nlanguages: [en]\ntime-zone: Europe/Minsk\n");
        for (String ending : List.of("txt", "json")) {
            Path left = Files.writeString(site.resolve("imports/wxr-20240819-120000." + ending + ".part"), "line 1");
            Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2024-08-19T12:00:00Z")));
        }

        Ran ran = imported(TOWN);

        assertEquals(0, ran.code(), ran.err());
        var tables = new Tables(site.resolve("data/portal.db"));
        assertEquals("News", tables.value("select label from menu where menu = 'main' and place = 1"));
        assertTrue(tables.value("select target from menu where menu = 'footer'").startsWith("item:"));
        assertEquals(List.of("json", "txt", "txt"), endings(site.resolve("imports")));
        assertTrue(Files.exists(site.resolve("imports/wxr-20240819-120000-incomplete.txt")));
        Path half = Files.writeString(
                Files.createDirectories(site.resolve("data/files/ab")).resolve("incoming123.part"), "half");
        Files.setLastModifiedTime(half, FileTime.from(Instant.parse("2024-08-19T12:00:00Z")));
        assertEquals(0, imported(TOWN).code());
        assertFalse(Files.exists(half), "what a kill left of a picture");
        assertEquals("4", tables.value("select count(*) from menu"), "no later run touches menus");
    }

    @Test
    void articlesMoveToTheirDaysWhenTheTimeZoneIsChanged() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("portal.yaml"), "name: Town\nlanguages: [en]\ntime-zone: UTC\n");
        Ran first = imported(Files.writeString(
                folder.resolve("night.xml"),
                Files.readString(TOWN)
                        .replace("2024-05-01 10:00:00", "2024-05-01 00:30:00")
                        .replace("2024-05-01 07:00:00", "2024-04-30 21:30:00")));
        assertTrue(first.out().contains("but the portal's time zone is UTC"), first.out());
        assertTrue(first.out().contains("archive-days --move"), first.out());
        var tables = new Tables(site.resolve("data/portal.db"));
        String before = "/en/news/reka/2024/04/30/the-bridge";
        String after = "/en/news/reka/2024/05/01/the-bridge";
        assertEquals(before, tables.value("select path from live where path like '%/the-bridge'"));

        Files.writeString(site.resolve("portal.yaml"), "name: Town\nlanguages: [en]\ntime-zone: Europe/Minsk\n");
        Ran told = run("archive-days", "--site", site.toString());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("1 article stands on another day"), told.out());
        assertTrue(told.out().contains(before + " belongs to 2024-05-01"), told.out());
        assertEquals(before, tables.value("select path from live where path like '%/the-bridge'"), "only told");

        Ran moved = run("archive-days", "--move", "--site", site.toString());
        assertTrue(moved.out().contains("Moved: 1"), moved.out());
        assertEquals(after, tables.value("select path from live where path like '%/the-bridge'"));
        assertEquals("2024-05-01", tables.value("select published_day from live where path = ?", after));
        assertEquals("1", tables.value("select count(*) from path where path = ?", before), "it leads on");
        assertTrue(run("archive-days", "--site", site.toString()).out().contains("Every article stands on its day"));
        assertEquals(
                2,
                run("archive-days", "--site", folder.resolve("none").toString()).code());
    }

    @Test
    void helpTellsEveryOption() {
        String help = run("import", "wxr", "--help").out();

        for (String option :
                List.of("FILE", "--site", "--dry-run", "--uploads", "--section", "--language", "--report")) {
            assertTrue(help.contains(option), help);
        }
    }

    /** Calendars are often shared by addresses that nobody else may know. */
    @Test
    void whatStandsBehindTheQuestionMarkOfAnAddressIsNotTold() throws IOException {
        imported(TOWN);

        Ran ran = run("import", "ics", "https://localhost/c.ics?token=hunter2", "--site", site.toString());

        assertEquals(2, ran.code(), ran.out());
        assertTrue(ran.err().contains("https://localhost/c.ics could not be loaded"), ran.err());
        assertFalse((ran.out() + ran.err()).contains("hunter2"), ran.err());
        for (Path file : Sources.files(site, "")) {
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("hunter2"), file.toString());
        }
    }

    private Ran imported(Path file, String... options) {
        var arguments = new ArrayList<>(List.of("import", "wxr", file.toString(), "--site", site.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(new String[0]));
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        var bytes = new TreeMap<String, String>();
        for (Path file : Sources.files(folder, "")) {
            bytes.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return bytes;
    }

    private static List<String> endings(Path folder) {
        return Sources.files(folder, "").stream()
                .map(file -> file.toString().replaceFirst("^.*\\.", ""))
                .sorted()
                .toList();
    }

    private static void assertFault(Ran ran, String... words) {
        assertEquals(2, ran.code(), ran.err());
        for (String word : words) {
            assertTrue(ran.err().contains(word), () -> "\"" + word + "\" in: " + ran.err());
        }
        assertFalse(ran.err().contains("\tat "), () -> "no stack trace in: " + ran.err());
    }
}
