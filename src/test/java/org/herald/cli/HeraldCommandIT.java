package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.herald.testing.HeraldProcess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command as an operator runs it: a process of its own, signals, and what is left on the disk. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HeraldCommandIT {

    private static final String SETTINGS = "name: Oasis\nlanguages: [en, be]\n";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final List<HeraldProcess> begun = new ArrayList<>();
    private final int port = HeraldProcess.freePort();

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNothingRunning() {
        for (HeraldProcess each : begun) {
            each.close();
        }
        client.close();
    }

    @Test
    void firstRunMakesThePortalAnswersAndStopsAtASignal() throws Exception {
        var herald = serve().opened();

        Document front = page("/en/", 200);
        assertEquals("en", front.expectFirst("html").attr("lang"));
        assertFalse(front.select(".lead h2").isEmpty());
        assertTrue(herald.said().contains("The sample portal has"), herald.said());

        herald.stop();
        assertEnded(herald, Set.of(0, 143));
    }

    @Test
    void killedServerAnswersAgainAfterARestart() throws Exception {
        var first = serve().opened();
        String before = page("/en/news", 200).select("main").text();
        first.kill();

        var second = serve().opened();

        assertFalse(second.said().contains("sample portal has"), "it is not made again");
        assertEquals(before, page("/en/news", 200).select("main").text());
    }

    /** Shown by a store that is away: it answers none but those that are kept already. */
    @Test
    void pagesThatAreAskedForFirstAreMadeBeforeAnybodyAsks() throws Exception {
        SamplePortal.make(folder);
        var missing = List.<String>of();
        for (int seconds : List.of(3, 10, 30)) { // a busy machine takes longer
            var herald = serve().opened();
            Thread.sleep(Duration.ofSeconds(seconds));
            missing = unanswered(List.of("/en", "/be", "/ru", "/en/news", "/be/news/culture"));
            herald.kill();
            if (missing.isEmpty()) {
                return;
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Those of these pages that cannot be had while the store is away. */
    private List<String> unanswered(List<String> paths) throws Exception {
        execute("alter table live rename to live_away");
        try {
            assertEquals(503, ask("/en/new%73").statusCode());
            var missing = new ArrayList<String>();
            for (String path : paths) {
                if (ask(path).statusCode() != 200) {
                    missing.add(path);
                }
            }
            return missing;
        } finally {
            execute("alter table live_away rename to live");
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/portal.db"));
                var writing = connection.createStatement()) {
            writing.execute(statement);
        }
    }

    @Test
    void missingDatabaseBecomesAnEmptyPortalThatIsPolite() throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS);

        serve().opened();

        Document front = page("/en", 200);
        assertEquals("Oasis", front.expectFirst("h1").text());
        assertTrue(front.expectFirst("main").text().contains("Nothing has been published here yet."));
        assertTrue(page("/be", 200).expectFirst("main").text().contains("Тут пакуль нічога не апублікавана."));
        page("/en/archive", 200);
        page("/en/site-map", 200);
        page("/en/news", 404);
        page("/en/archive/2026", 404);
    }

    @Test
    void garbageInPlaceOfTheDatabaseIsToldAndLeftAsItIs() throws Exception {
        byte[] garbage = new byte[100_000];
        new Random(7).nextBytes(garbage);

        assertRefused(garbage);
    }

    @Test
    void halfOfADatabaseIsToldAndLeftAsItIs() throws Exception {
        SamplePortal.make(folder.resolve("whole"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole/data/portal.db"));

        assertRefused(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void wrongSettingEndsTheProcessWithTwo() throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS + "time-zoen: UTC\n");

        var herald = serve();

        assertEnded(herald, Set.of(2));
        assertTrue(
                herald.said().contains("line 3, column 1: unknown setting \"time-zoen\". Did you mean \"time-zone\"?"));
    }

    @Test
    void secondServerOnTheSamePortIsRefusedAndTheFirstStays() throws Exception {
        serve().opened();

        var second = serve();

        assertEquals(2, second.ended(), second.said());
        assertTrue(second.said().contains("The port " + port + " cannot be used"), second.said());
        page("/en", 200);
    }

    @Test
    void secondServerOfAFolderIsRefusedAndTheNextOneAfterAKillIsNot() throws Exception {
        var first = serve().opened();

        var second = HeraldProcess.serve(folder, HeraldProcess.freePort());
        begun.add(second);

        assertEquals(2, second.ended(), second.said());
        assertEquals(
                "herald: The portal in " + folder + " is already served by process " + first.pid()
                        + " (herald serve, port " + port
                        + "): stop that first, or choose another site folder with --site.",
                second.said());
        page("/en", 200);

        first.kill();
        serve().opened();
        page("/en", 200);
    }

    @Test
    void commandsWorkBesideARunningServerWhichHearsOfThem() throws Exception {
        serve().opened();
        page("/en/news", 200);

        var generated = HeraldProcess.run("generate", "3", "--site", folder.toString());
        begun.add(generated);
        assertEquals(0, generated.ended(), generated.said());
        var invited = HeraldProcess.run(
                "user", "add", "--site", folder.toString(), "vera@example.org", "--name", "Vera", "--role", "editor");
        begun.add(invited);
        assertEquals(0, invited.ended(), invited.said());

        String link = invited.said().lines().toList().getLast();
        assertEquals(200, ask(URI.create(link).getPath()).statusCode());
        assertEquals("rw-------", rights("data/portal.db"));
        assertEquals("rw-------", rights("data/portal.db-wal"));
        assertEquals("rw-------", rights("data/portal.db-shm"));
        assertEquals("rw-------", rights("data/secret.key"));
    }

    private String rights(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void serverListensAtTheAddressThatIsNamedAlone(String host) throws Exception {
        Assumptions.assumeTrue(isOfThisMachine(host), "Skipped: this machine has no " + host);
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS);

        var herald = HeraldProcess.serve(folder, host, port);
        begun.add(herald);
        herald.opened();

        assertTrue(herald.said().contains(folder + ", on " + host + ", port " + port + "."), herald.said());
        assertTrue(herald.said().contains("  " + herald.at("/newsroom/welcome/")), herald.said());
        var request = HttpRequest.newBuilder(herald.at("/en")).build();
        assertEquals(
                200,
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        try (var other = new ServerSocket()) { // free for another server
            other.bind(new InetSocketAddress(host.equals("::1") ? "127.0.0.1" : "127.0.0.2", port));
        }
    }

    private static boolean isOfThisMachine(String host) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private void assertRefused(byte[] database) throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS);
        Path file = folder.resolve("data/portal.db");
        Files.createDirectories(folder.resolve("data"));
        Files.write(file, database);

        var herald = serve();

        assertEnded(herald, Set.of(2));
        assertTrue(herald.said().contains("herald: The database " + file + " is damaged"), herald.said());
        assertTrue(herald.said().contains("Put back a backup"), herald.said());
        assertArrayEquals(database, Files.readAllBytes(file));
    }

    private HeraldProcess serve() {
        var herald = HeraldProcess.serve(folder, port);
        begun.add(herald);
        return herald;
    }

    private static void assertEnded(HeraldProcess herald, Set<Integer> codes) throws InterruptedException {
        int code = herald.ended();
        assertTrue(codes.contains(code), () -> code + "\n" + herald.said());
        assertFalse(herald.said().contains("\tat "), herald.said());
    }

    private Document page(String path, int status) throws IOException, InterruptedException {
        var answer = ask(path);
        assertEquals(status, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
