package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SampleSite.class)
final class HostileRequestsTest {

    private static final int TEN_MEGABYTES = 10_000_000;
    private static final int MILLIS = 20_000;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Test
    void anAddressOfTenMegabytesIsTooLong() throws IOException {
        assertStatus(414, "GET /", "a", TEN_MEGABYTES, " HTTP/1.1\r\nHost: test\r\n\r\n");
    }

    @Test
    void aHeaderOfTenMegabytesIsTooLarge() throws IOException {
        assertStatus(431, "GET /en HTTP/1.1\r\nHost: test\r\nX-Long: ", "a", TEN_MEGABYTES, "\r\n\r\n");
    }

    @Test
    void bytesThatAreNoUtf8AreNotThere() throws IOException {
        assertStatus(404, "GET /en/\u00ff\u00fe HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
        assertStatus(404, "GET /en/%c3%28 HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
    }

    @Test
    void aBrokenEscapeIsABadRequest() throws IOException {
        assertStatus(400, "GET /en/%zz HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
    }

    @ParameterizedTest
    @CsvSource({"/en, /a", "/en, -ab", "/en/a, -a", "/en/news, /2024", "/en/tag/a, -a", "/en/news/a, /archive", "/, /"})
    void anAddressOfThousandsOfPartsIsNotThere(String beginning, String part) throws IOException {
        String address = beginning + part.repeat(8000 / part.length()) + "!";

        assertStatus(404, "GET " + address + " HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
    }

    @Test
    void aMethodThatDoesNotExistIsNotAllowed() throws IOException {
        assertStatus(405, "BREW /en HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
    }

    @Test
    void aWayUpwardsLeadsNowhere() throws IOException {
        assertStatus(404, "GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
    }

    @Test
    void onlyRequestsOfTheFirstVersionNeedNoHost() throws IOException {
        assertStatus(400, "GET /en HTTP/1.1\r\n\r\n", "", 0, "");
        assertStatus(400, "GET /en/nothing HTTP/1.1\r\n\r\n", "", 0, "");
        assertStatus(400, "GET /en HTTP/1.1\r\nHost: a b:c:d\r\n\r\n", "", 0, "");
        assertStatus(200, "GET http://test/en?health HTTP/1.1\r\nHost: test\r\n\r\n", "", 0, "");
        assertStatus(200, "GET http://test/en?health HTTP/1.0\r\n\r\n", "", 0, "");
        assertStatus(200, "GET /en?health HTTP/1.0\r\n\r\n", "", 0, "");
        assertStatus(404, "GET /en/nothing HTTP/1.0\r\n\r\n", "", 0, "");
    }

    @Test
    void twoHostsAreBadAndEndTheConnection() throws IOException {
        assertRefusedAndClosed(400, "GET /en HTTP/1.1\r\nHost: test\r\nHost: evil.example\r\n\r\n");
        assertRefusedAndClosed(400, "GET /en HTTP/1.1\r\nHost: test\r\nHost: test\r\n\r\n");
        assertRefusedAndClosed(400, "GET /en HTTP/1.1\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"/, /en", "/en/news/, /en/news", "/en/news/culture/, /en/news/culture"})
    void redirectsNameNoHost(String address, String to) throws IOException {
        for (String host : List.of("test", "evil.example", "evil.example:8080")) {
            var answer = RawHttp.ask(
                    server,
                    "GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Forwarded: host=evil.example\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");
            assertEquals(to, answer.header("Location"), address);
        }
    }

    /** RFC 9112, section 6.3. */
    @ParameterizedTest
    @CsvSource({
        "400, 'chunked, xchunked'",
        "400, xchunked",
        "400, 'chunked, chunked'",
        "400, 'chunked, gzip'",
        "400, identity",
        "400, 'chunked;q=1'",
        "400, 'chunked,'",
        "501, 'gzip, chunked'",
        "501, 'Deflate, Chunked'",
    })
    void aRequestWhoseEndIsUnclearIsRefusedAndEndsTheConnection(int status, String codings) throws IOException {
        for (String method : List.of("GET", "POST")) {
            assertRefusedAndClosed(
                    status,
                    method + " /en HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: " + codings + "\r\n\r\n0\r\n\r\n");
        }
        assertRefusedAndClosed(400, "GET /en HTTP/1.0\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertRefusedAndClosed(
                400,
                "POST /en HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
    }

    @Test
    void afterARefusalForLengthTheConnectionEnds() throws IOException {
        assertRefusedAndClosed(
                411, "POST /en HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        assertRefusedAndClosed(413, "POST /en HTTP/1.1\r\nHost: test\r\nContent-Length: 2000000\r\n\r\nabc");
        assertRefusedAndClosed(413, "PUT /newsroom/x HTTP/1.1\r\nHost: test\r\nContent-Length: 50000000\r\n\r\nabc");
    }

    /** One answer comes, and then the end, whatever is asked after it. */
    private void assertRefusedAndClosed(int status, String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(MILLIS);
            String all = request + "GET /en HTTP/1.1\r\nHost: test\r\n\r\n".repeat(20);
            socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(
                    answers.startsWith("HTTP/1.1 " + status) || answers.startsWith("HTTP/1.0 " + status),
                    request + answers);
            assertEquals(1, answers.split("(?m)^HTTP/1", -1).length - 1, request + answers);
        }
    }

    private void assertStatus(int status, String before, String filler, int times, String after) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(MILLIS);
            var writer = Thread.ofVirtual().start(() -> send(socket, before, filler, times, after));
            byte[] head = socket.getInputStream().readNBytes(12);
            String line = new String(head, StandardCharsets.ISO_8859_1);
            assertTrue(line.endsWith(Integer.toString(status)), line);
            writer.interrupt();
        }
    }

    /** The server may hang up before it has heard everything: that is what it should do. */
    private static void send(Socket socket, String before, String filler, int times, String after) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(before.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = filler.repeat(Math.min(times, 10_000)).getBytes(StandardCharsets.ISO_8859_1);
            for (int sent = 0; sent < times; sent += piece.length) {
                out.write(piece);
            }
            out.write(after.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (SocketException hungUp) {
            Thread.currentThread().interrupt();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
