package org.herald.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command as an operator runs it: a process of its own, signals, and what is left on the disk. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HeraldCommandIT {

    private static final String SETTINGS = "name: Oasis\nlanguages: [en, be]\n";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final StringBuilder said = new StringBuilder();

    @TempDir
    private Path folder;

    private int port;
    private Thread reading = Thread.ofVirtual().unstarted(() -> {}); // hears the rest of what a started server says
    private ProcessHandle running = ProcessHandle.current(); // the server, once it is started

    @AfterEach
    void leaveNothingRunning() {
        if (!running.equals(ProcessHandle.current())) {
            running.destroyForcibly();
            running.onExit().join();
        }
        client.close();
    }

    @Test
    void firstRunMakesThePortalAnswersAndStopsAtASignal() throws Exception {
        Process herald = start();

        Document front = page("/en/", 200);
        assertEquals("en", front.expectFirst("html").attr("lang"));
        assertFalse(front.select(".lead h2").isEmpty());
        assertTrue(said.toString().contains("The sample portal has"), said.toString());

        herald.destroy();
        assertEnded(herald, Set.of(0, 143));
    }

    @Test
    void killedServerAnswersAgainAfterARestart() throws Exception {
        Process first = start();
        String before = page("/en/news", 200).select("main").text();
        first.destroyForcibly();
        first.waitFor();
        said.setLength(0);

        start();

        assertFalse(said.toString().contains("sample portal has"), "it is not made again");
        assertEquals(before, page("/en/news", 200).select("main").text());
    }

    @Test
    void missingDatabaseBecomesAnEmptyPortalThatIsPolite() throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS);

        start();

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

        Process herald = command();
        readAll(herald);

        assertEnded(herald, Set.of(2));
        assertTrue(said.toString().contains("line 3: unknown setting \"time-zoen\". Did you mean \"time-zone\"?"));
    }

    @Test
    void secondServerOnTheSamePortIsRefusedAndTheFirstStays() throws Exception {
        start();
        said.setLength(0);

        Process second = command();
        readAll(second);

        assertTrue(second.waitFor(30, TimeUnit.SECONDS), "it ends");
        assertEquals(2, second.exitValue(), said.toString());
        assertTrue(said.toString().contains("The port " + port + " cannot be used"), said.toString());
        page("/en", 200);
    }

    private void assertRefused(byte[] database) throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), SETTINGS);
        Path file = folder.resolve("data/portal.db");
        Files.createDirectories(folder.resolve("data"));
        Files.write(file, database);

        Process herald = command();
        readAll(herald);

        assertEnded(herald, Set.of(2));
        assertTrue(said.toString().contains("herald: The database " + file + " is damaged"), said.toString());
        assertTrue(said.toString().contains("Put back a backup"), said.toString());
        assertArrayEquals(database, Files.readAllBytes(file));
    }

    /** Starts the server and waits until it says that it is open. */
    private Process start() throws IOException {
        Process herald = command();
        BufferedReader lines = herald.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Open http://localhost:" + port + "/")) {
                reading = Thread.ofVirtual().start(() -> readAll(herald));
                return herald;
            }
        }
        throw new AssertionError("The server did not start:\n" + said);
    }

    private Process command() throws IOException {
        if (port == 0) {
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
        }
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                requireNonNull(System.getProperty("herald.jar"), "herald.jar is set by failsafe"),
                "serve",
                "--site",
                folder.toString(),
                "--port",
                Integer.toString(port)));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("HERALD_"));
        Process herald = builder.redirectErrorStream(true).start();
        if (running.equals(ProcessHandle.current()) || !running.isAlive()) {
            running = herald.toHandle();
        }
        return herald;
    }

    private void readAll(Process herald) {
        try {
            BufferedReader lines = herald.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException closed) {
            synchronized (said) {
                said.append(closed).append('\n');
            }
        }
    }

    private void assertEnded(Process herald, Set<Integer> codes) throws InterruptedException {
        assertTrue(herald.waitFor(30, TimeUnit.SECONDS), "it ends");
        reading.join();
        assertTrue(codes.contains(herald.exitValue()), () -> herald.exitValue() + "\n" + said);
        assertFalse(said.toString().contains("\tat "), said.toString());
    }

    private Document page(String path, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(status, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }
}
