package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.herald.cli.SampleSite;
import org.herald.store.Database;
import org.herald.testing.NuChecker;
import org.herald.web.PageCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(SampleSite.class)
final class ValidPagesTest {

    private static final int MOST_BYTES = 50_000;
    private static final int MOST_STATEMENTS = 4;

    /**
     * The sample's front page has a row of entries and one of coming events, for which it asks how far the ledger is, and for
     * the cards of each.
     */
    private static final int MOST_OF_FRONTS = 6;

    /** Directories also ask how far the ledger is. */
    private static final int MOST_OF_LISTS = 5;

    /** Entries also ask what they name, what names them, and translations for what is shared. */
    private static final int MOST_OF_ENTRIES = 7;

    private final Database database;
    private final PageCache cache;

    @Inject
    ValidPagesTest(Database database, PageCache cache) {
        this.database = database;
        this.cache = cache;
    }

    static Stream<String> all() {
        return Stream.of(PageKinds.FOUND, PageKinds.LISTS, PageKinds.NOT_FOUND).flatMap(List::stream);
    }

    @Test
    void theCheckerFindsFaults() {
        assertFalse(NuChecker.problems("<!DOCTYPE html><html lang=en><title>x</title><p><li>y</p>")
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPageIsValid(String path) {
        assertEquals(
                List.of(),
                NuChecker.problems(given().urlEncodingEnabled(false).get(path).asString()),
                path);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noPageWeighsMoreThanFiftyKilobytesCompressed(String path) throws IOException {
        byte[] page = given().urlEncodingEnabled(false).get(path).asString().getBytes(StandardCharsets.UTF_8);
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(page);
        }
        assertTrue(compressed.size() < MOST_BYTES, path + " weighs " + compressed.size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noPageAsksTheStoreMoreThanFourTimes(String path) {
        given().urlEncodingEnabled(false).get(path);
        long asked = Long.MAX_VALUE;
        // The server looks at its schedule every second; the least of several counts is the page's own.
        for (int i = 0; i < 4; i++) {
            cache.clear(0); // what is counted is the making of the page
            long before = database.statements();
            given().urlEncodingEnabled(false).get(path);
            asked = Math.min(asked, database.statements() - before);
        }

        String directory = "/../(tourist-sites|world-heritage|health-resorts|war-monuments|souvenirs)";
        int most = path.matches("/..")
                ? MOST_OF_FRONTS
                : path.matches(directory + "(/entries[?].*)?")
                        ? MOST_OF_LISTS
                        : path.matches(directory + "/.*") ? MOST_OF_ENTRIES : MOST_STATEMENTS;
        assertTrue(asked <= most, path + " asked " + asked + " times");
    }
}
