package org.herald.site.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.herald.model.PageKey;
import org.herald.store.ChangeQueries;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub is told of every change of a feed, in the end, and of nothing else. */
final class HubNewsTest {

    private static final String TOLD = "POST hub.mode=publish&hub.topic=https://portal.example/en/feed.xml"
            + "&hub.url=https://portal.example/en/feed.xml";

    private final AtomicReference<Instant> now = new AtomicReference<>(TestPortal.NOON);
    private final InstantSource clock = now::get;

    @TempDir
    private Path folder;

    /** A hub on this machine that writes down what it hears. */
    private static final class Hub implements AutoCloseable {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger status = new AtomicInteger(202);
        private final HttpServer server;

        Hub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (status.get() < 500) {
                    heard.add(exchange.getRequestMethod() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
                }
                exchange.sendResponseHeaders(status.get(), -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private HubNews news(TestPortal portal, String hub) {
        return new HubNews(hub, new ChangeQueries(portal.database()), () -> Long.MAX_VALUE, HubNewsTest::feeds, clock);
    }

    /** The portal has one feed. */
    private static List<String> feeds(Collection<PageKey> keys) {
        return keys.stream().anyMatch(key -> key.value().equals("list:all:en"))
                ? List.of("https://portal.example/en/feed.xml")
                : List.of();
    }

    @Test
    void whatIsPublishedIsToldOnceAndWhatWasBeforeIsNot() throws IOException {
        try (var portal = new TestPortal(folder);
                var hub = new Hub()) {
            portal.published("Before");
            var news = news(portal, hub.address());
            news.refresh();
            news.refresh();
            assertEquals(List.of(), hub.heard);
            portal.draft("A draft");
            news.refresh();
            assertEquals(List.of(), hub.heard, "readers do not see it");
            portal.published("First");
            portal.published("Second");
            news.refresh();
            assertEquals(List.of(TOLD), hub.heard, "of both at once");
            news.refresh();
            assertEquals(1, hub.heard.size());
        }
    }

    @Test
    void hubThatIsAwayIsAskedAgainAfterEverLongerPausesAndAfterARestart() throws IOException {
        try (var portal = new TestPortal(folder);
                var hub = new Hub()) {
            news(portal, hub.address()).refresh();
            portal.published("First");
            hub.status.set(503);
            var news = news(portal, hub.address());
            news.refresh();
            hub.status.set(202);
            news.refresh();
            assertEquals(List.of(), hub.heard, "not at once");
            now.set(now.get().plusSeconds(3));
            hub.status.set(503);
            news.refresh();
            now.set(now.get().plusSeconds(3));
            hub.status.set(202);
            news.refresh();
            assertEquals(List.of(), hub.heard, "the second pause is longer");
            now.set(now.get().plusSeconds(2));
            news.refresh();
            assertEquals(List.of(TOLD), hub.heard);

            portal.published("Second");
            hub.status.set(503);
            news.refresh();
            hub.status.set(202);
            news(portal, hub.address()).refresh();
            assertEquals(List.of(TOLD, TOLD), hub.heard, "a server that was started anew goes on where it was");
        }
    }

    @Test
    void hubThatRefusesAFeedIsNotAskedForEver() throws IOException {
        try (var portal = new TestPortal(folder);
                var hub = new Hub()) {
            var news = news(portal, hub.address());
            news.refresh();
            portal.published("First");
            hub.status.set(400);
            news.refresh();
            now.set(now.get().plusSeconds(3600));
            news.refresh();
            assertEquals(1, hub.heard.size());
        }
    }

    @Test
    void withoutAHubNobodyIsTold() throws IOException {
        try (var portal = new TestPortal(folder);
                var hub = new Hub()) {
            var news = news(portal, "");
            assertFalse(news.isNeeded());
            news.refresh();
            portal.published("First");
            news.refresh();
            assertTrue(hub.heard.isEmpty());
        }
    }
}
