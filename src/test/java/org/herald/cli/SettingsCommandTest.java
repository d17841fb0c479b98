package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.herald.config.EffectiveSetting;
import org.herald.config.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald settings}: what holds, where it comes from, and what would stop a start. */
final class SettingsCommandTest {

    private static final String PORTAL = """
            name: {en: Oasis, be: Аазіс}
            languages: [en, be]
            time-zone: Asia/Tokyo
            in-front:
              kind: varnish
              purge-url: http://admin:hunter2@127.0.0.1:6081
              token: hunter2
            sign-in:
              openid:
                issuer: https://login.example
                client-id: oasis
                client-secret: hunter2
            """;

    private final Path folder;

    /** What a command left behind. */
    private record Ran(int code, String out, String err) {

        /** The line of a key, its columns parted by single spaces. */
        String line(String key) {
            return out.lines()
                    .filter(line -> line.startsWith(key + " "))
                    .findFirst()
                    .orElse("no line")
                    .replaceAll(" +", " ");
        }
    }

    SettingsCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everySettingIsShownWithWhereItComesFrom() throws IOException {
        portal(PORTAL);

        Ran ran = run();

        assertEquals(0, ran.code(), ran.err());
        assertEquals("", ran.err());
        assertTrue(ran.out().startsWith("The settings of " + folder.resolve("portal.yaml") + ":"), ran.out());
        assertEquals("name {en: Oasis, be: Аазіс} portal.yaml:1", ran.line("name"));
        assertEquals("languages [en, be] portal.yaml:2", ran.line("languages"));
        assertEquals("time-zone Asia/Tokyo portal.yaml:3", ran.line("time-zone"));
        assertEquals("base-url http://localhost:8080 default", ran.line("base-url"));
        assertEquals("week-starts (that of the language’s region) default", ran.line("week-starts"));
        assertEquals("theme.emblem (none) default", ran.line("theme.emblem"));
        assertEquals("newsroom.checks.missing-alt block default", ran.line("newsroom.checks.missing-alt"));
    }

    @Test
    void secretsAreNotShown() throws IOException {
        portal(PORTAL);

        Ran ran = run();

        assertEquals("in-front.token (set) portal.yaml:7", ran.line("in-front.token"));
        assertEquals("sign-in.openid.client-secret (set) portal.yaml:12", ran.line("sign-in.openid.client-secret"));
        assertEquals("in-front.purge-url http://(hidden)@127.0.0.1:6081 portal.yaml:6", ran.line("in-front.purge-url"));
        assertFalse((ran.out() + ran.err()).contains("hunter2"), ran.out());

        portal("name: Oasis\nlanguages: [en]\n");
        assertEquals("in-front.token (not set) default", run().line("in-front.token"));

        String url = "postgresql://db.test/x?sslkey=/k.pk8&sslPassword=hunter2";
        portal("name: Oasis\nlanguages: [en]\ndatabase: {url: '" + url + "'}\n");
        assertEquals(
                "database.url postgresql://db.test/x?sslkey=/k.pk8&sslPassword=(hidden) portal.yaml:3",
                run().line("database.url"));
        portal("name: Oasis\nlanguages: [en]\ndatabase: {url: '" + url.replace("//", "") + "'}\n");
        ran = run();
        assertEquals(2, ran.code());
        assertFalse(ran.err().contains("hunter2"), ran.err());
    }

    @Test
    void variablesAreShownAsWhereAValueComesFrom() throws IOException {
        portal(PORTAL);

        var settings = SettingsFile.effective(
                folder,
                Map.of("HERALD_TIME_ZONE", "Europe/Minsk", "HERALD_FOOTER", "Foot", "HERALD_IN_FRONT_TOKEN", "hunter3"),
                _ -> {});

        assertEquals(
                List.of(
                        new EffectiveSetting("time-zone", "Europe/Minsk", "HERALD_TIME_ZONE instead of portal.yaml:3"),
                        new EffectiveSetting("footer", "Foot", "HERALD_FOOTER"),
                        new EffectiveSetting(
                                "in-front.token", "(set)", "HERALD_IN_FRONT_TOKEN instead of portal.yaml:7")),
                settings.stream()
                        .filter(each -> each.origin().startsWith("HERALD_"))
                        .toList());
    }

    @Test
    void whatWouldStopAStartIsTold() throws IOException {
        portal("nmae: Oasis\nlanguages: [en]\ntime-zone: Mars\nin-front: {token: [hunter2]}\n");

        Ran ran = run();

        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        String file = "herald: " + folder.resolve("portal.yaml");
        assertEquals(
                List.of(
                        file
                                + ", line 1, column 1: unknown setting \"nmae\". Did you mean \"name\"? Known: base-url, database, feeds,"
                                + " footer, holidays, in-front, language-switch, languages, map, name, newsroom, sign-in, theme,"
                                + " time-zone, week-starts.",
                        file
                                + ", line 3, column 12: \"time-zone\" is \"Mars\", but must be a time zone such as Europe/Minsk"
                                + " or UTC.",
                        file + ", line 4, column 19: \"in-front.token\" is \"(hidden)\", but must be one text."),
                ran.err().lines().toList());
    }

    @Test
    void wordsThatAreMissingOrUnknownAreTold() throws IOException {
        portal("name: Oasis\nlanguages: [en, fi]\n");
        Path words = Files.createDirectory(folder.resolve("messages")).resolve("en.properties");
        Files.writeString(words, "front.latets=Today\n");

        Ran ran = run();

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("Did you mean \"front.latest\"?"), ran.err());
        assertTrue(ran.err().contains("There is no " + folder.resolve("messages/fi.properties")), ran.err());
    }

    @Test
    void aFolderWithoutAPortalIsTold() {
        Ran ran = run();

        assertEquals(2, ran.code());
        assertEquals(
                "herald: There is no " + folder.resolve("portal.yaml")
                        + ". A site folder has a portal.yaml; choose the folder with --site.",
                ran.err().strip());
    }

    @Test
    void itsHelpSaysWhatItDoes() {
        var out = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(out, true), "settings", "--help");

        assertEquals(0, code);
        assertTrue(out.toString().startsWith("Usage: herald settings"), out.toString());
        assertTrue(out.toString().contains("--site"), out.toString());
    }

    private void portal(String text) throws IOException {
        Files.writeString(folder.resolve("portal.yaml"), text);
    }

    private Ran run() {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "settings", "--site", folder.toString());
        return new Ran(code, out.toString(), err.toString());
    }
}
