package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says to an operator when it cannot begin, before any server starts. */
final class ServeFaultsTest {

    @TempDir
    private Path folder;

    /** What a command left behind. */
    private record Ran(int code, String out, String err) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nmae: Oasis        | line 2 | \"nmae\"            | Did you mean \"name\"?",
                "time-zone: Mars    | line 2 | \"time-zone\"       | Europe/Minsk",
                "base-url: ftp://x  | line 2 | \"base-url\"        | https://example.org",
                "base-url: 'http:/' | line 2 | \"base-url\"        | https://example.org",
                "theme: {acent: x}  | line 2 | \"theme.acent\"     | Did you mean \"theme.accent\"?",
                "theme: {accent: x} | line 2 | \"theme.accent\"    | #1d5b4f",
                "theme: {emblem: x} | line 2 | \"theme.emblem\"    | theme",
                "theme: green       | line 2 | expected settings   | key: value",
                "languages: [EN]    | line 2 | \"languages\"       | lower case",
                "languages: []      | line 2 | \"languages\"       | at least one",
                "name: {en: A}      | line 2 | \"name\"            | nothing for be",
                "name: {zz: A}      | line 2 | \"name\"            | [en, be]",
                "footer: [a, b]     | line 2 | \"footer\"          | a text",
                "name: [Oasis]      | line 2 | \"name\"            | a text",
                "name: \"\"           | line 2 | \"name\"            | not empty",
                "name: {en: A, be: } | line 2 | \"name\"            | not empty in be",
                "time-zone: [a, b]  | line 2 | \"time-zone\"       | Europe/Minsk",
                "footer: *gone      | line 2 | not YAML            | gone",
                "footer: [a         | line   | not YAML            | ]",
                "'  x: \ty: z'      | line 2 | not YAML            | y"
            })
    void wrongSettingIsNamedWithItsPlaceAndAWayOut(String line, String where, String what, String advice)
            throws IOException {
        Path file = settings((line.startsWith("languages") ? "" : "languages: [en, be]") + "\n" + line + "\n"
                + (line.startsWith("name") ? "" : "name: Oasis\n"));

        Ran ran = serve(freePort());

        assertFault(ran, "herald: " + file, where, what, advice);
    }

    @Test
    void settingMadeTwiceIsRefused() throws IOException {
        settings("name: A\nlanguages: [en]\nname: B\n");

        assertFault(serve(freePort()), "line 3", "\"name\" is set twice");
    }

    @Test
    void emptySettingsFileSaysWhatItNeeds() throws IOException {
        settings("");

        assertFault(serve(freePort()), "\"languages\" is missing", "languages: [en, be]");
    }

    @Test
    void settingsThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("portal.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertFault(serve(freePort()), "portal.yaml", "UTF-8");

        Files.write(folder.resolve("portal.yaml"), new byte[] {'a', ':', ' ', 0, 7, '\n'});
        assertFault(serve(freePort()), "portal.yaml", "not YAML");
    }

    @Test
    void settingsThatAreAFolderAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("portal.yaml"));

        assertFault(serve(freePort()), "Cannot read " + folder.resolve("portal.yaml"));
    }

    @Test
    void languageWithoutWordsStopsTheStart() throws IOException {
        settings("name: Oasis\nlanguages: [en, fi]\n");

        assertFault(serve(freePort()), "There is no " + folder.resolve("messages/fi.properties"), "language fi");
        assertFalse(Files.exists(folder.resolve("data")), "nothing was begun");
    }

    @Test
    void slipInAMessageFileIsNamedWithTheNearestKey() throws IOException {
        settings("name: Oasis\nlanguages: [en, fi]\n");
        Path words = Files.createDirectory(folder.resolve("messages")).resolve("en.properties");
        Files.writeString(words, "front.latets=Today\nfront.latest=Now\nown.word=Ours\nunheard.of=?\n");
        Files.writeString(
                Files.createDirectories(folder.resolve("theme/part")).resolve("card.html"),
                "{frame.words.say('own.word')}");

        List<String> told = serve(freePort()).err().lines().toList();

        assertEquals(
                "herald: " + words
                        + ", line 1, column 1: nothing says \"front.latets\". Did you mean \"front.latest\"?",
                told.get(0));
        assertEquals("herald: " + words + ", line 4, column 1: nothing says \"unheard.of\".", told.get(1));
        assertTrue(told.get(2).startsWith("herald: There is no " + folder.resolve("messages/fi.properties")));
    }

    @Test
    void everythingThatIsWrongWithMessageFilesIsToldAtOnce() throws IOException {
        settings("name: Oasis\nlanguages: [en, be]\n");
        Path messages = Files.createDirectory(folder.resolve("messages"));
        Path english = messages.resolve("en.properties");
        Files.writeString(english, """
                # ours
                  front.latest = To\\
                    day
                front.latest=Now
                archive.stories={0,plural,one{story}
                site.home=\\u04zz
                tag.title=Of {name}
                """);
        Path belarusian = messages.resolve("be.properties");
        Files.write(belarusian, "site.home=Дом\n".getBytes(Charset.forName("windows-1251")));
        Path other = Files.writeString(messages.resolve("bee.properties"), "site.home=Дом\n");

        List<String> told = serve(freePort()).err().lines().toList();

        assertEquals(
                List.of(
                        "herald: " + other + ": the portal has no language \"bee\", so nothing says these words."
                                + " Did you mean \"be\"?",
                        "herald: " + english + ", line 4, column 1: \"front.latest\" is set twice, first in"
                                + " en.properties:2; this one holds.",
                        "herald: " + english + ", line 7, column 1: \"tag.title\" has \"{name}\", which nothing fills"
                                + " in. Known: {0}.",
                        "herald: " + belarusian + ", line 1, column 11: this is not UTF-8. Save the file in that"
                                + " encoding; your editor calls it UTF-8 or Unicode.",
                        "herald: " + english + ", line 5, column 1: \"archive.stories\" is not a pattern that can be"
                                + " read: Bad plural pattern syntax: [at pattern index 10] \"one{story}\"",
                        "herald: " + english
                                + ", line 6, column 1: a \"\\u\" must be followed by four hexadecimal digits,"
                                + " as in \\u0431."),
                told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<body>{#insert}{/}</body>                                    | breaking preview",
                "{#if frame.masthead.breaking}!{/if}                          | preview",
                "{#include part/breaking frame=frame /}                       | preview",
                "{#include part/breaking frame=frame /}{#include part/planned | ''"
            })
    void layoutWithoutBreakingNewsOrTheNoticeOfAPreviewIsNamed(String text, String lacking) throws IOException {
        settings("name: Oasis\nlanguages: [fi]\n");
        Path layout = Files.createDirectory(folder.resolve("theme")).resolve("layout.html");
        Files.writeString(layout, text);

        String told = serve(freePort()).err();

        assertEquals(
                lacking.contains("breaking"), told.contains(layout + " does not show breaking news. Write {#include"));
        assertEquals(lacking.contains("preview"), told.contains("{#include part/planned frame=frame /}"), told);
    }

    @Test
    void portInUseIsNamedAndNothingIsMade() throws IOException {
        try (var taken = new ServerSocket(0)) {
            Ran ran = serve(taken.getLocalPort());

            assertFault(ran, "The port " + taken.getLocalPort() + " cannot be used", "--port");
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, Integer.MAX_VALUE})
    void portOutOfRangeIsNone(int port) {
        assertFault(serve(port), "The port " + port + " is none", "1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "", "8080x", "99999999999"})
    void portThatIsNoNumberIsNone(String port) {
        Ran ran = run("serve", "--port", port, "--site", folder.toString());

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("--port"), ran.err());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, none of this machine",
        "'2001:db8::7', none of this machine",
        "no.such.host.invalid, unknown",
        "'', names no address"
    })
    void addressThatIsNotOfThisMachineIsNamed(String host, String why) {
        Ran ran = run("serve", "--host", host, "--port", Integer.toString(freePort()), "--site", folder.toString());

        assertFault(ran, host, why, "--host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "renditions"})
    void fileInPlaceOfAFolderOfPicturesIsNamed(String name) throws IOException {
        settings("name: Oasis\nlanguages: [en]\n");
        Path file =
                Files.writeString(Files.createDirectory(folder.resolve("data")).resolve(name), "");

        assertFault(serve(freePort()), file + " is no folder", "backup");
    }

    @Test
    void siteFolderBelowAFileCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("note"), "not a folder");
        Ran ran = run(
                "serve",
                "--port",
                Integer.toString(freePort()),
                "--site",
                file.resolve("site").toString());

        assertFault(ran, "The site folder " + file.resolve("site") + " cannot be written", "--site");
        assertEquals("not a folder", Files.readString(file));
    }

    @Test
    void siteFolderOfAnotherCannotBeWritten() throws IOException {
        Assumptions.assumeFalse(
                "root".equals(System.getProperty("user.name")),
                "Skipped: root may write everywhere; run as another user");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));

        Ran ran = run("serve", "--port", Integer.toString(freePort()), "--site", locked.toString());

        assertFault(ran, "The site folder " + locked + " cannot be written", "--site");
    }

    @ParameterizedTest
    @CsvSource({"srve, serve", "generat, generate", "--sit, --site"})
    void unknownWordIsNamedWithTheNearest(String word, String nearest) {
        Ran ran = word.startsWith("--") ? run("serve", word, "x") : run(word);

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(word), ran.err());
        assertTrue(ran.err().contains(nearest), ran.err());
    }

    @Test
    void helpOfEveryCommandSaysWhatItDoes() {
        for (List<String> command : List.of(List.<String>of(), List.of("serve"), List.of("generate"))) {
            var words = new StringBuilder("herald");
            command.forEach(word -> words.append(' ').append(word));
            Ran ran = run(command.isEmpty() ? new String[] {"--help"} : new String[] {command.getFirst(), "--help"});

            assertEquals(0, ran.code());
            assertTrue(ran.out().startsWith("Usage: " + words), ran.out());
            assertTrue(ran.out().contains("-V, --version"), ran.out());
            assertEquals("", ran.err());
        }
        assertTrue(run("serve", "--help").out().contains("8080"));
    }

    @Test
    void commandAloneShowsWhatThereIs() {
        Ran ran = run();

        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("serve") && ran.out().contains("generate"), ran.out());
    }

    @Test
    void versionIsTold() {
        assertTrue(run("--version").out().startsWith("Herald "));
        assertTrue(run("serve", "--version").out().startsWith("Herald "));
    }

    @Test
    void generatingNeedsAPortalASectionAndANumber() throws IOException {
        assertFault(
                run("generate", "5", "--site", folder.toString()),
                folder.resolve("portal.yaml").toString(),
                "--site");
        SamplePortal.make(folder);
        var before = new Tables(folder.resolve("data/portal.db")).dump();

        assertFault(
                run("generate", "5", "--section", "nowhere", "--site", folder.toString()), "\"nowhere\"", "--section");
        assertFault(run("generate", "-5", "--site", folder.toString()), "-5");
        assertEquals(2, run("generate", "many", "--site", folder.toString()).code());
        assertEquals(2, run("generate", "--site", folder.toString()).code());

        assertEquals(before, new Tables(folder.resolve("data/portal.db")).dump());
    }

    private Path settings(String text) throws IOException {
        return Files.writeString(folder.resolve("portal.yaml"), text);
    }

    private Ran serve(int port) {
        return run("serve", "--port", Integer.toString(port), "--site", folder.toString());
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new IllegalStateException("No port is free", fault);
        }
    }

    private static void assertFault(Ran ran, String... words) {
        assertEquals(2, ran.code(), ran.err());
        for (String word : words) {
            assertTrue(ran.err().contains(word), () -> "\"" + word + "\" in: " + ran.err());
        }
        assertFalse(ran.err().contains("\tat "), () -> "no stack trace in: " + ran.err());
        assertTrue(ran.err().getBytes(StandardCharsets.UTF_8).length < 1500, "few words");
    }
}
