package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.cli.SampleSite;
import org.herald.config.Settings;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.PlaceBlock;
import org.herald.store.ChangeQueries;
import org.herald.testing.SiteFolder;
import org.herald.testing.Unkept;
import org.herald.web.Cdn;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A cache in front of the server: what pages tell it, and what it is told when they change. */
@QuarkusTest
@TestProfile(InFrontTest.BehindVarnish.class)
final class InFrontTest {

    private static final Language ENGLISH = new Language("en");

    /** A portal whose settings name a cache in front. */
    public static final class BehindVarnish implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Behind.class));
        }
    }

    /** The sample portal with a cache in front that nobody has to tell anything: the test does so itself. */
    public static final class Behind extends SiteFolder {

        @Override
        protected void fill(Path empty) {
            SampleSite.make(empty);
            try {
                Files.writeString(
                        empty.resolve("portal.yaml"), "\nin-front:\n  kind: varnish\n", StandardOpenOption.APPEND);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private final CommandBus bus;
    private final ChangeQueries changes;

    @Inject
    InFrontTest(CommandBus bus, ChangeQueries changes) {
        this.bus = bus;
        this.changes = changes;
    }

    @Test
    void keptPagesSayWhatTheyAreMadeFromAndHowLongTheyHold() {
        for (int time = 0; time < 2; time++) {
            var answer = given().get("/en/news/culture");
            var keys = List.of(answer.header("xkey").split(" ", -1));
            assertTrue(keys.contains("outline"), keys.toString());
            assertTrue(keys.stream().anyMatch(key -> key.startsWith("list:section:")), keys.toString());
            // from noon UTC to midnight in Minsk
            assertEquals("max-age=32400, stale-if-error=86400", answer.header("Surrogate-Control"));
            assertEquals(answer.header("Surrogate-Control"), answer.header("CDN-Cache-Control"));
            assertEquals("public, no-cache", answer.header("Cache-Control"), "browsers still ask");
        }
    }

    @Test
    void picturesSayWhatShowsThemAndAreKeptInFrontUntilThatChanges() {
        String picture = Jsoup.parse(given().get(PageKinds.ARTICLE).asString())
                .expectFirst(".lead-picture img")
                .attr("src");
        var answer = given().get(picture);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.header("xkey").matches("item:[0-9]+"), answer.header("xkey"));
        assertEquals("max-age=86400", answer.header("Surrogate-Control"));
        assertEquals(answer.header("Surrogate-Control"), answer.header("CDN-Cache-Control"));
        assertEquals("public, max-age=300", answer.header("Cache-Control"), "browsers ask again soon");
    }

    @Test
    void whatNobodyCouldRemoveIsNotToBeKept() {
        for (String path : List.of(Unkept.address("/en/news/culture"), "/en/nowhere", "/")) {
            var answer =
                    given().urlEncodingEnabled(false).redirects().follow(false).get(path);
            assertEquals(null, answer.header("Surrogate-Control"), path);
            assertEquals(null, answer.header("xkey"), path);
        }
    }

    @Test
    void everyChangeIsToldByItsKeysTwiceAndAgainUntilItIsHeard() throws IOException {
        try (var cache = new Stub()) {
            var purging = purging(Cdn.VARNISH, cache, "");
            purging.refresh();
            assertEquals(List.of(), cache.heard, "what was before is not told");
            change("First");
            cache.status.set(503);
            purging.refresh();
            assertEquals(List.of(), cache.heard);
            cache.status.set(200);
            purging.refresh();
            purging.refresh();
            purging.refresh();
            assertEquals(List.of("PURGE /p blocks:en", "PURGE /p blocks:en"), cache.heard);
            change("Second");
            var afterRestart = purging(Cdn.VARNISH, cache, "");
            afterRestart.refresh();
            assertEquals(3, cache.heard.size());
        }
    }

    @Test
    void eachCacheIsToldInItsOwnWay() throws IOException {
        try (var cache = new Stub()) {
            purging(Cdn.VARNISH, cache, "").refresh();
            change("Third");
            purging(Cdn.FASTLY, cache, "secret").refresh();
            change("Fourth");
            purging(Cdn.CLOUDFLARE, cache, "secret").refresh();
            assertEquals(
                    List.of("POST /p blocks:en key secret", "POST /p {\"tags\":[\"blocks:en\"]} Bearer secret"),
                    cache.heard);
        }
    }

    @Test
    void withoutAnAddressNobodyIsTold() {
        assertFalse(new Purging(
                        new Settings.InFront("varnish", null, "", List.of()),
                        Cdn.VARNISH,
                        changes,
                        () -> Long.MAX_VALUE)
                .isNeeded());
        assertFalse(new Purging(Settings.InFront.NONE, Cdn.NONE, changes, () -> Long.MAX_VALUE).isNeeded());
    }

    private Purging purging(Cdn cdn, Stub cache, String token) {
        return new Purging(
                new Settings.InFront(cdn.word(), cache.address(), token, List.of()),
                cdn,
                changes,
                () -> Long.MAX_VALUE);
    }

    private void change(String title) {
        bus.carryOut(
                        Principal.SAMPLE,
                        new PlaceBlock(new Block(
                                Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 9, title, "", "", null, null, null)))
                .orThrow();
    }

    /** A cache that writes down what it is told while it answers well. */
    private static final class Stub implements AutoCloseable {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger status = new AtomicInteger(200);
        private final HttpServer server;

        Stub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var headers = exchange.getRequestHeaders();
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (status.get() == 200) {
                    heard.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body
                                    + first(headers, "xkey-purge", "")
                                    + first(headers, "Surrogate-Key", "")
                                    + first(headers, "Fastly-Key", " key ")
                                    + first(headers, "Authorization", " "))
                            .strip());
                }
                exchange.sendResponseHeaders(status.get(), -1);
                exchange.close();
            });
            server.start();
        }

        private static String first(Map<String, List<String>> headers, String name, String before) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> before + header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        URI address() {
            return URI.create("http://localhost:" + server.getAddress().getPort() + "/p");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
