package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.herald.store.Database;
import org.herald.store.postgres.PostgresAddress;
import org.herald.store.postgres.PostgresEngine;
import org.herald.testing.HeraldProcess;
import org.herald.testing.Postgres;
import org.herald.testing.TestPortal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command with its portal in PostgreSQL, in processes of its own. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PostgresIT {

    private static final String SETTINGS = "name: Oasis\nlanguages: [en, be]\n";
    private static final int STORIES = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HeraldProcess> begun = new ArrayList<>();
    private final int port = HeraldProcess.freePort();

    @TempDir
    private Path folder;

    private PostgresAddress address = new PostgresAddress("", "", "");

    @BeforeEach
    void nameTheDatabase() throws IOException {
        address = Postgres.empty();
        try (var database = new Database(PostgresEngine.openForCopy(address));
                var portal = TestPortal.of(database)) {
            portal.published("Mir castle");
        }
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS + database(address));
    }

    @AfterEach
    void leaveNothingRunning() {
        begun.forEach(HeraldProcess::close);
        client.close();
    }

    private static String database(PostgresAddress address) {
        return "database:\n  url: " + url(address) + "\n  user: " + address.user() + "\n";
    }

    private static String url(PostgresAddress address) {
        return address.url().substring("jdbc:".length());
    }

    @Test
    void twoProcessesWriteAndTheCopyIsTheSameThereAndBack() throws Exception {
        var one = begin("generate", Integer.toString(STORIES), "--site", folder.toString(), "--seed", "1");
        var two = begin("generate", Integer.toString(STORIES), "--site", folder.toString(), "--seed", "1");
        assertEquals(0, one.ended(), one.said());
        assertEquals(0, two.ended(), two.said());
        assertEquals(2 * STORIES + 1, number("select count(*) from live"));
        assertEquals(2 * STORIES + 1, number("select count(distinct path) from live"));
        assertEquals(
                2 * STORIES + 1,
                number("select sum(stories) from tally where list = 'all' and unit = 'day' and language = 'en'"));

        Path away = folder.resolve("away");
        Files.createDirectories(away);
        Files.writeString(away.resolve("portal.yaml"), SETTINGS + "database:\n  user: " + address.user() + "\n");
        var copied = done("copy", "--site", folder.toString(), "--to", away.toString());
        assertTrue(copied.said().contains("Copied and compared:"), copied.said());
        assertTrue(Files.exists(away.resolve("data/portal.db")));

        var target = Postgres.empty();
        var back = done("copy", "--site", away.toString(), "--to", url(target));
        assertTrue(back.said().contains(" are the same in " + url(target)), back.said());
        var again = begin("copy", "--site", away.toString(), "--to", url(target));
        assertEquals(2, again.ended(), again.said());
        assertTrue(again.said().contains("holds a portal already"), again.said());
    }

    @Test
    void whatIsCachedIsAnsweredWhileTheServerIsAway() throws Exception {
        var herald = HeraldProcess.serve(folder, port).opened();
        begun.add(herald);
        String front = page(herald, "/en", 200);
        page(herald, "/newsroom/sign-in", 200);

        Postgres.allowConnections(address, false);
        assertEquals(front, page(herald, "/en", 200));
        String away = page(herald, "/en/2020", 503);
        assertFalse(Jsoup.parse(away).select("main").text().isEmpty());
        page(herald, "/newsroom/", 503, 303);

        Postgres.allowConnections(address, true);
        for (int tries = 0; tries < 50 && ask(herald, "/en/2020").statusCode() == 503; tries++) {
            Thread.sleep(200);
        }
        page(herald, "/en", 200);
        page(herald, "/newsroom/sign-in", 200);
    }

    @Test
    void wrongSettingsOfTheDatabaseEndTheProcessWithTwoAndAreNotRepeated() throws Exception {
        Files.writeString(
                folder.resolve("portal.yaml"), SETTINGS + "database: {url: \"postgresql://me:secret@localhost/x\"}\n");
        var refused = begin("serve", "--site", folder.toString(), "--port", Integer.toString(port));
        assertEquals(2, refused.ended(), refused.said());
        assertTrue(refused.said().contains("without a user and password"), refused.said());
        assertFalse(refused.said().contains("secret"), refused.said());

        Files.writeString(
                folder.resolve("portal.yaml"), SETTINGS + "database: {url: \"postgresql://localhost:1/x\"}\n");
        var unreachable = begin("serve", "--site", folder.toString(), "--port", Integer.toString(port));
        assertEquals(2, unreachable.ended(), unreachable.said());
        assertTrue(unreachable.said().contains("localhost:1 cannot be reached"), unreachable.said());
        assertFalse(unreachable.said().contains("\tat "), unreachable.said());
    }

    private HeraldProcess begin(String... arguments) {
        var process = HeraldProcess.run(arguments);
        begun.add(process);
        return process;
    }

    private HeraldProcess done(String... arguments) throws InterruptedException {
        var process = begin(arguments);
        assertEquals(0, process.ended(), process.said());
        return process;
    }

    private String page(HeraldProcess herald, String path, Integer... statuses)
            throws IOException, InterruptedException {
        var answer = ask(herald, path);
        assertTrue(List.of(statuses).contains(answer.statusCode()), path + " " + answer.statusCode());
        return answer.body();
    }

    private HttpResponse<String> ask(HeraldProcess herald, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(herald.at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int number(String sql) throws SQLException {
        try (var connection = Postgres.connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getInt(1);
        }
    }
}
