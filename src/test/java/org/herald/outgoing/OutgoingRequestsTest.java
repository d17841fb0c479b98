package org.herald.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.herald.outgoing.OutgoingRequests.Known;
import org.herald.outgoing.OutgoingRequests.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is loaded of other hosts, and what is refused. */
final class OutgoingRequestsTest {

    private static final Limits LIMITS = new Limits(1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(20));

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket server = unbound(); // on this machine

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> answer(socket));
                } catch (SocketException closed) {
                    return;
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            var head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            asked.add(head.toString());
            String path = head.toString().split(" ", 3)[1];
            socket.getOutputStream()
                    .write(answers.getOrDefault(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(UTF_8));
        } catch (IOException gone) {
            // the client has closed the connection, as it does when it refuses an answer
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nETag: \"one\"\r\nLast-Modified: Mon, 30 Nov 2026 05:00:00 GMT\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }

    private static String redirect(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static OutgoingRequests requests() {
        return OutgoingRequests.allowing(InetAddress::isLoopbackAddress, LIMITS);
    }

    private String load(String address) throws IOException {
        Path file = folder.resolve("loaded");
        requests().load(URI.create(address), file);
        return Files.readString(file);
    }

    private String refused(String address) {
        return refused(requests(), address);
    }

    private String refused(OutgoingRequests requests, String address) {
        return String.valueOf(
                assertThrows(OutgoingFault.class, () -> requests.load(URI.create(address), folder.resolve("refused")))
                        .getMessage());
    }

    @Test
    void answersAreLoadedWhateverTheirForm() throws IOException {
        answers.put("/plain?a=%D0%B6", ok("жоўты"));
        answers.put(
                "/chunked",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nfour\r\n3\r\n and\r\n0\r\n\r\n");
        answers.put("/until-end", "HTTP/1.0 200 OK\r\n\r\nall of it");
        answers.put("/early", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok("late"));

        assertEquals("жоўты", load(at("/plain?a=%D0%B6")));
        assertEquals("four an", load(at("/chunked")).substring(0, 7));
        assertEquals("all of it", load(at("/until-end")));
        assertEquals("late", load(at("/early")));
        assertTrue(asked.getFirst().contains("Host: 127.0.0.1:" + server.getLocalPort()));
    }

    @Test
    void whatIsKnownIsNotLoadedAgain() throws IOException {
        answers.put("/x", "HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\n\r\n");

        var answer = requests()
                .load(
                        URI.create(at("/x")),
                        new Known("\"one\"\r\nX-Evil: 1", "Mon, 30 Nov 2026 05:00:00 GMT"),
                        folder.resolve("x"));

        assertTrue(answer.isUnchanged());
        assertTrue(asked.getFirst().contains("If-None-Match: \"one\"X-Evil: 1\n"), "values stay on their line");
        assertTrue(asked.getFirst().contains("If-Modified-Since: Mon, 30 Nov 2026 05:00:00 GMT"));
    }

    @Test
    void redirectsAreFollowedAndEachIsCheckedAgain() throws IOException {
        answers.put("/1", redirect("/2"));
        answers.put("/2", redirect(at("/3")));
        answers.put("/3", ok("found"));
        answers.put("/circle", redirect("/circle"));
        answers.put("/inside", redirect("http://10.0.0.1/secret"));
        answers.put("/cloud", redirect("http://169.254.169.254/latest/meta-data"));
        answers.put("/file", redirect("file:///etc/passwd"));

        assertEquals("found", load(at("/1")));
        assertEquals("it was redirected more than 5 times.", refused(at("/circle")));
        assertTrue(refused(at("/inside")).startsWith("10.0.0.1 is at 10.0.0.1, which is no public address."));
        assertTrue(refused(at("/cloud")).contains("no public address"));
        assertEquals("the address must begin with https:, http: or webcal:.", refused(at("/file")));
    }

    @Test
    void answersThatAreTooMuchAreRefused() {
        answers.put("/large", ok("x".repeat((1 << 20) + 1)));
        answers.put("/endless", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2 << 20));
        answers.put("/chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\nx");
        answers.put("/head", "HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 17) + "\r\n\r\n");
        answers.put("/short", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive!");
        answers.put("/other", "220 mail.example ESMTP\r\n");
        answers.put("/packed", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");

        for (String path : List.of("/large", "/endless", "/chunk")) {
            assertEquals("the answer is larger than 1 MB.", refused(at(path)), path);
        }
        assertEquals("the head of the answer is longer than 64 KB.", refused(at("/head")));
        assertEquals("127.0.0.1 broke off the answer (it ends too early).", refused(at("/short")));
        assertEquals("the answer is not one of the web.", refused(at("/other")));
        assertEquals("the answer is packed (gzip), which was not asked for.", refused(at("/packed")));
        assertEquals("127.0.0.1 answered with 404.", refused(at("/missing")));
    }

    /** A server that says nothing keeps nobody waiting for longer than the limit. */
    @Test
    void silenceIsRefused() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var requests = OutgoingRequests.allowing(
                    InetAddress::isLoopbackAddress, new Limits(1 << 20, Duration.ofSeconds(5), Duration.ofMillis(300)));

            String told = refused(requests, "http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertTrue(told.contains("took too long"), told);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/",
                "https://127.0.0.1/",
                "http://127.1.2.3/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[ff02::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "webcal://127.0.0.1/x.ics",
            })
    void addressesThatAreNotPublicAreRefused(String address) {
        String told = refused(OutgoingRequests.usual(), address);

        assertTrue(told.contains("no public address"), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/x",
                "gopher://example.org/x",
                "/relative",
                "http:///x",
                "http://user:password@example.org/",
                "http://example.org:25/",
                "http://example.org:99999/",
                "http://nowhere.invalid/",
            })
    void addressesThatAreNotOfTheWebAreRefused(String address) {
        assertFalse(refused(OutgoingRequests.usual(), address).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::808:808", "172.32.0.1"})
    void publicAddressesAreAllowed(String address) {
        assertTrue(PublicAddresses.has(InetAddress.ofLiteral(address)));
    }
}
