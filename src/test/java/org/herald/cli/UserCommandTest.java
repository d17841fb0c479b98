package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.people.OneTimeTokens;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.PublishingRules;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code herald user}: the people of the newsroom, as an operator sees them. */
final class UserCommandTest {

    private static final String LINK = "https://portal.example/newsroom/welcome/";

    @TempDir
    private Path folder;

    /** What a command left behind. */
    private record Ran(int code, String out, String err) {

        String token() {
            return out.substring(out.indexOf(LINK) + LINK.length()).strip();
        }
    }

    @BeforeEach
    void portalHasASection() throws IOException {
        Files.writeString(
                folder.resolve("portal.yaml"), "name: Oasis\nlanguages: [be, en]\nbase-url: https://portal.example\n");
        try (var database = open()) {
            var bus = new CommandBus(
                    database,
                    Clock.systemUTC(),
                    Clock.systemUTC().getZone(),
                    Portal.UNKNOWN,
                    PublishingRules.none(KindFiles.ofProduct()));
            for (String path : List.of("", "news")) {
                bus.carryOut(
                                Principal.OPERATOR,
                                new AddSection(path, Map.of(Cast.ENGLISH, new Section.Title("A section", ""))))
                        .orThrow();
            }
        }
    }

    @Test
    void addedPersonGetsALinkThatIsGood() {
        Ran ran = add("Nina@Herald.Test", "editor", "--language", "en", "--section", "news");

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("is invited") && ran.out().contains("7 days"), ran.out());
        try (var database = open()) {
            var link = new OneTimeTokens(database, Clock.systemUTC())
                    .find(ran.token())
                    .orElseThrow();
            assertEquals(OneTimeTokens.Purpose.INVITATION, link.purpose());
        }
        String line = user("list").out();
        assertEquals("nina@herald.test  Nina@Herald.Test  editor  en  /news  invited  never signed in", line.strip());
    }

    @Test
    void nobodyIsThereAtFirst() {
        assertTrue(user("list").out().contains("Nobody is there yet"));
    }

    @Test
    void resetEndsSessionsAndMakesANewLink() {
        String first = add("nina@herald.test", "editor").token();
        Ran ran = user("reset", "NINA@herald.test", "--codes-off");

        assertEquals(0, ran.code(), ran.err());
        try (var database = open()) {
            var tokens = new OneTimeTokens(database, Clock.systemUTC());
            assertTrue(tokens.find(first).isEmpty());
            assertTrue(tokens.find(ran.token()).isPresent());
        }
    }

    @Test
    void roleChangesAndIsLogged() {
        add("nina@herald.test", "reporter");
        Ran ran = user("role", "nina@herald.test", "chief-editor", "--language", "be");

        assertEquals(0, ran.code(), ran.err());
        assertTrue(user("list").out().contains("chief-editor  be  all sections"));
        assertEquals(
                List.of("-5|reporter -> chief-editor; languages be"),
                tables().rows("select principal_id, detail from account_log where kind = 'rights-changed'"));
    }

    @Test
    void lastAdministratorStays() {
        add("admin@herald.test", "administrator");

        assertRefused(user("lock", "admin@herald.test"), "last administrator");
        assertRefused(user("role", "admin@herald.test", "editor"), "last administrator");
        add("second@herald.test", "administrator");
        assertEquals(0, user("lock", "admin@herald.test").code());
        assertTrue(user("list").out().contains("locked"));
        assertEquals(0, user("unlock", "admin@herald.test").code());
        assertFalse(user("list").out().contains("locked"));
    }

    @ParameterizedTest
    @CsvSource({
        "x@herald.test, emperor, en, news, no role",
        "x@herald.test, editor, fi, news, no language",
        "x@herald.test, editor, en, nowhere, no section",
        "nobody, editor, en, news, not an e-mail address"
    })
    void wrongWordsAreToldAndNothingIsMade(String email, String role, String language, String section, String why) {
        assertRefused(add(email, role, "--language", language, "--section", section), why);

        assertEquals("0", tables().value("select count(*) from account"));
    }

    @Test
    void personWhoIsNotThereIsNamed() {
        for (String command : List.of("reset", "lock", "unlock")) {
            assertRefused(user(command, "nobody@herald.test"), "Nobody has the e-mail address \"nobody@herald.test\"");
        }
        assertRefused(user("role", "nobody@herald.test", "editor"), "Nobody has");
    }

    @Test
    void secondPersonWithTheSameAddressIsRefused() {
        add("nina@herald.test", "editor");

        assertRefused(add("nina@herald.test", "editor"), "has an account already");
    }

    @Test
    void commandAloneShowsWhatThereIs() {
        String usage = user().out();

        for (String command : List.of("add", "list", "reset", "lock", "unlock", "role")) {
            assertTrue(usage.contains(command), usage);
        }
    }

    private Ran add(String email, String role, String... limits) {
        var arguments = new ArrayList<>(List.of("add", email, "--name", email, "--role", role));
        arguments.addAll(List.of(limits));
        return user(arguments.toArray(String[]::new));
    }

    private Ran user(String... arguments) {
        var all = new ArrayList<>(List.of("user"));
        all.addAll(List.of(arguments));
        if (arguments.length > 0) {
            all.addAll(List.of("--site", folder.toString()));
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private static void assertRefused(Ran ran, String why) {
        assertEquals(2, ran.code(), ran.out());
        assertTrue(ran.err().startsWith("herald: ") && ran.err().contains(why), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    private Tables tables() {
        return new Tables(folder.resolve("data/portal.db"));
    }

    private Database open() {
        return Databases.open(folder.resolve("data/portal.db"));
    }
}
