package org.herald.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.cli.OwnPortal;
import org.herald.testing.Unkept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a client sends ahead on one connection (RFC 9112, section 9.3.2). */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class PipeliningTest {

    private static final int CLIENTS = 64;
    private static final int ROUNDS = 6;
    /** Of bytes that a client sends in each round: some 1,600 requests. */
    private static final int PIECE = 400_000;
    /** Together: what 64 answers weigh that were begun, and not what all of them weigh. */
    private static final long MOST_BYTES = 64L << 20;

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: ([0-9]+)");

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/e%6E"})
    void clientsThatReadNothingTakeNoRoomAndHoldUpNobody(String asked) throws IOException {
        assertEquals(200, given().get("/en").statusCode());
        long before = PlatformDependent.usedDirectMemory();
        var clients = new ArrayList<SocketChannel>();
        try {
            var all = ByteBuffer.wrap(
                    ("GET " + asked + " HTTP/1.1\r\nHost: test\r\nX-Filler: " + "a".repeat(200) + "\r\n\r\n")
                            .repeat(2000)
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(client());
            }
            long sent = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (SocketChannel client : clients) {
                    sent += client.write(all.duplicate().limit(PIECE));
                }
                assertEquals(200, given().get("/en").statusCode());
                assertEquals(
                        200,
                        given().urlEncodingEnabled(false)
                                .get(Unkept.address("/en/archive"))
                                .statusCode());
            }
            assertTrue(sent < (long) CLIENTS * ROUNDS * PIECE, "all was taken: " + sent);
            long grown = PlatformDependent.usedDirectMemory() - before;
            assertTrue(grown < MOST_BYTES, "bytes that wait: " + grown);
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
        }
        assertEquals(200, given().get("/en").statusCode());
    }

    @Test
    void everyRequestThatWasSentAheadIsAnsweredInItsOrder() throws IOException {
        var asked = new ArrayList<Integer>();
        var bytes = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            switch (i % 6) {
                case 0 -> ask(bytes, "GET /en", asked, 200);
                case 1 -> ask(bytes, "GET /en/nothing-" + i % 9, asked, 404);
                case 2 -> ask(bytes, "GET /en/archive?made=" + i, asked, 200);
                case 3 -> ask(bytes, "GET /favicon.svg", asked, 200);
                case 4 -> {
                    String body = "GET / HTTP/1.1\r\n\r\n ".repeat(250);
                    bytes.append(
                            "POST /en HTTP/1.1\r\nHost: test\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                    asked.add(405);
                }
                default -> ask(bytes, "GET /en/news", asked, 200);
            }
        }
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            var writer = Thread.ofVirtual().start(() -> send(socket, bytes.toString()));
            var in = new BufferedInputStream(socket.getInputStream());
            var answered = new ArrayList<Integer>();
            for (int i = 0; i < asked.size(); i++) {
                answered.add(status(in));
            }
            assertEquals(asked, answered);
            writer.interrupt();
        }
    }

    private static void ask(StringBuilder bytes, String line, List<Integer> asked, int status) {
        bytes.append(line).append(" HTTP/1.1\r\nHost: test\r\n\r\n");
        asked.add(status);
    }

    private static void send(Socket socket, String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException hungUp) {
            throw new IllegalStateException(hungUp);
        }
    }

    /** Reads one answer to its end. */
    private static int status(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("No whole answer: " + head);
            }
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        assertTrue(length.find(), head.toString());
        in.skipNBytes(Long.parseLong(length.group(1)));
        return Integer.parseInt(head.substring(9, 12));
    }

    /** With small buffers, so that what is not taken is seen. */
    private SocketChannel client() throws IOException {
        var client = SocketChannel.open()
                .setOption(StandardSocketOptions.SO_SNDBUF, 1 << 16)
                .setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
        client.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        client.configureBlocking(false);
        return client;
    }
}
