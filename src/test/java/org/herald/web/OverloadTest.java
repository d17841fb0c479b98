package org.herald.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.cli.OwnPortal;
import org.herald.store.Database;
import org.herald.store.HeldReaders;
import org.herald.testing.Unkept;
import org.junit.jupiter.api.Test;

/** More readers, slower readers and worse readers than the server can serve. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class OverloadTest {

    private static final List<String> REAL =
            List.of("/en", "/en/news", "/en/news/culture", "/be", "/ru", "/en/archive");
    private static final int SLOW = 500;
    private static final int MADE_UP = 10_000;
    private static final int CROWD = 1500;
    private static final int BEYOND = 60;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Inject
    PageCache cache;

    @Inject
    Database database;

    @Test
    void floodOfMadeUpAddressesDrivesOutNoPage() throws Exception {
        keep();
        long made = cache.figures().made();
        try (var client = HttpClient.newHttpClient()) {
            for (int from = 0; from < MADE_UP; from += 50) {
                int first = from;
                var answers = IntStream.range(0, 50)
                        .mapToObj(i -> ask(client, "/en/made-up-" + (first + i)))
                        .toList();
                answers.forEach(answer -> assertEquals(404, answer.join().statusCode()));
            }
        }
        for (String path : REAL) {
            assertTrue(cache.has(path), path);
        }
        assertTrue(
                cache.figures().made() - made < 100, "made: " + (cache.figures().made() - made));
        // those that are kept share their words, and have a room of 4 MB
        assertTrue(cache.size() < 600, "kept: " + cache.size());
    }

    @Test
    void keptPagesGoOnWhileMoreIsAskedThanCanBeMade() throws Exception {
        keep();
        try (var client = HttpClient.newHttpClient()) {
            var crowd = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(ask(client, Unkept.address("/en/archive")));
            }
            for (int round = 0; round < 20; round++) {
                for (String path : REAL) {
                    assertEquals(200, ask(client, path).join().statusCode(), path);
                }
            }
            Map<Integer, Long> statuses = crowd.stream()
                    .map(CompletableFuture::join)
                    .peek(OverloadTest::assertPolite)
                    .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
            assertTrue(Set.of(200, 503).containsAll(statuses.keySet()), statuses.toString());
            assertTrue(statuses.getOrDefault(200, 0L) > 0, statuses.toString());
            // how many are refused depends on the machine; those that are, are refused politely
        }
    }

    @Test
    void pagesBeyondThoseThatAreBeingMadeAreRefusedAtOnce() throws Exception {
        keep();
        var refused = new CountDownLatch(BEYOND);
        var crowd = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try (var client = HttpClient.newHttpClient()) {
            try (var _ = HeldReaders.of(database)) {
                for (int i = 0; i < Admission.MOST_READERS + BEYOND; i++) {
                    crowd.add(ask(client, Unkept.address("/en/archive")).whenComplete((_, _) -> refused.countDown()));
                }
                assertTrue(refused.await(20, TimeUnit.SECONDS), "still to be refused: " + refused.getCount());
                for (String path : REAL) {
                    assertEquals(200, ask(client, path).join().statusCode(), path);
                }
                // editors have a room and connections of their own
                assertEquals(200, ask(client, "/newsroom/sign-in").join().statusCode());
                assertEquals(303, ask(client, "/newsroom").join().statusCode());
                assertEquals(
                        422,
                        post(client, "/newsroom/sign-in", "email=a@b.test&password=x")
                                .join()
                                .statusCode());
            }
            Map<Integer, Long> statuses = crowd.stream()
                    .map(CompletableFuture::join)
                    .peek(OverloadTest::assertPolite)
                    .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
            assertEquals(Map.of(200, (long) Admission.MOST_READERS, 503, (long) BEYOND), statuses);
        }
    }

    private static void assertPolite(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void slowReadersKeepNobodyWaiting() throws IOException {
        keep();
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(beginning("GET /en HTTP/1.1\r\nHost: portal.test\r\nX-Slow: "));
            }
            for (int round = 0; round < 10; round++) {
                for (Socket socket : slow) {
                    socket.getOutputStream().write('a');
                }
                for (String path : REAL) {
                    assertEquals(200, given().get(path).statusCode(), path);
                    assertEquals(
                            200,
                            given().urlEncodingEnabled(false)
                                    .get(Unkept.address(path))
                                    .statusCode(),
                            path);
                }
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket beginning(String request) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpClient client, String path) {
        return client.sendAsync(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> post(HttpClient client, String path, String form) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private static void keep() {
        REAL.forEach(path -> assertEquals(200, given().get(path).statusCode(), path));
    }
}
