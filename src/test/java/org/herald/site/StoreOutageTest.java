package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.herald.cli.OwnPortal;
import org.herald.config.Settings;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.PlaceBlock;
import org.herald.testing.Unkept;
import org.junit.jupiter.api.Test;

/** The store fails while readers read, something changes meanwhile, and it comes back. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class StoreOutageTest {

    private static final List<String> PAGES =
            List.of("/en", "/en/news", "/en/archive/2024", "/en/site-map", PageKinds.ARTICLE);
    private static final String NEVER_KEPT = Unkept.address("/en/news/science");
    private static final int READERS = 8;
    private static final Duration AWAY = Duration.ofSeconds(3);
    /** A second, and as long again for a machine that is busy. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final CommandBus bus;
    private final Settings settings;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Inject
    StoreOutageTest(CommandBus bus, Settings settings) {
        this.bus = bus;
        this.settings = settings;
    }

    @Test
    void readersSeeTheLastGoodPageAndThenTheNewOne() throws Exception {
        for (String path : PAGES) {
            assertEquals(200, ask(path).statusCode(), path);
        }
        var wrong = new ConcurrentLinkedQueue<String>();
        var answers = new AtomicLong();
        execute("alter table live rename to live_away");
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            long end = System.nanoTime() + AWAY.toNanos();
            var running = new ArrayList<Future<?>>();
            for (int reader = 0; reader < READERS; reader++) {
                running.add(readers.submit((Callable<Void>) () -> read(end, wrong, answers)));
            }
            Thread.sleep(AWAY.toMillis() / 3);
            place("While the store was away");
            for (var reader : running) {
                reader.get();
            }
            assertTrue(ask(NEVER_KEPT).statusCode() >= 500, "a page that was never kept");
        } finally {
            execute("alter table live_away rename to live");
        }
        assertEquals(List.of(), List.copyOf(wrong));
        assertTrue(answers.get() > 100, "answers: " + answers);
        for (String path : PAGES) {
            assertTrue(says(path, "While the store was away"), path);
        }
        assertEquals(200, ask(NEVER_KEPT).statusCode());
    }

    private Void read(long end, Queue<String> wrong, AtomicLong answers) throws IOException, InterruptedException {
        for (int i = 0; System.nanoTime() < end; i++) {
            String path = PAGES.get(i % PAGES.size());
            int status = ask(path).statusCode();
            if (status != 200) {
                wrong.add(path + " " + status);
            }
            answers.incrementAndGet();
        }
        return null;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            statement.execute(sql);
        }
    }

    private void place(String title) {
        bus.carryOut(
                        Principal.SAMPLE,
                        new PlaceBlock(new Block(
                                Block.Kind.NOTICE,
                                Block.Spot.TOP,
                                new Language("en"),
                                1,
                                title,
                                "",
                                "",
                                null,
                                null,
                                null)))
                .orThrow();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    /** True when the page says so at the next look at the ledger at the latest, which is within a second. */
    private boolean says(String path, String words) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        boolean isThere = ask(path).body().contains(words);
        while (!isThere && System.nanoTime() < end) {
            isThere = ask(path).body().contains(words);
        }
        return isThere;
    }
}
