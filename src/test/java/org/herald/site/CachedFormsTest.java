package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.herald.cli.OwnPortal;
import org.herald.model.Block;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.publish.AddRedirect;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.KeepAddress;
import org.herald.publish.PlaceBlock;
import org.herald.publish.Publish;
import org.herald.publish.RemoveRedirect;
import org.herald.publish.Restore;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.Database;
import org.herald.testing.RawHttp;
import org.herald.web.PageCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under what pages are kept: of a query what a route declares, and of missing addresses what is said of them. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class CachedFormsTest {

    private static final Language ENGLISH = new Language("en");
    private static final String FORMS = "/en/sample-forms.json";
    private static final String WRITTEN = "written-by-a-reader";

    private final CommandBus bus;
    private final PageCache cache;
    private final Database database;
    private final KnownPaths known;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Inject
    CachedFormsTest(CommandBus bus, PageCache cache, Database database, KnownPaths known) {
        this.bus = bus;
        this.cache = cache;
        this.database = database;
        this.known = known;
    }

    /** The stored paths are read beside the start. */
    @BeforeEach
    void awaitPaths() throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !known.isComplete(); ) {
            assertTrue(System.nanoTime() < end, "the paths are read");
            Thread.sleep(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?utm_source=x",
                "?fbclid=IwAR0&gclid=abc&utm_medium=social",
                "?%75tm_source=x",
                "?page=2",
                "?p=999999",
                "?lang=be",
                "?a=1&a=2&a=3",
                "?%F0%9F%8F%B0=%FF",
                "?q=a;b?c/d"
            })
    void whatMeansNothingIsAnsweredFromTheKeptPage(String query) {
        for (String path : List.of("/en/news", "/en", PageKinds.ARTICLE)) {
            String tag = get(path).header("ETag");
            var before = Work.of(this);

            var answer = get(path + query);

            assertEquals(200, answer.statusCode(), path + query);
            assertEquals(tag, answer.header("ETag"), path + query);
            before.assertNothingWasDone(path + query);
        }
        var head = given().urlEncodingEnabled(false).head("/en/news" + query);
        assertEquals(get("/en/news").header("ETag"), head.header("ETag"));
        var again = given().urlEncodingEnabled(false)
                .header("If-None-Match", head.header("ETag"))
                .get("/en/news" + query);
        assertEquals(304, again.statusCode());
    }

    /** What no client of ours sends, but anybody may. */
    @ParameterizedTest
    @ValueSource(strings = {"?", "?&&=&", "?=", "?utm_source=[["})
    void neitherDoesWhatIsNoQuery(String query) throws IOException {
        String tag = get("/en/news").header("ETag");
        var answer = RawHttp.ask(
                server, "GET /en/news" + query + " HTTP/1.1\r\nHost: portal.test\r\nConnection: close\r\n\r\n");
        assertEquals(200, answer.status());
        assertEquals(identity(tag), identity(answer.header("etag")), "the same page");
    }

    /** An entity tag without its coding. */
    private static String identity(String tag) {
        return tag.replaceFirst("-[a-z]+\"$", "\"");
    }

    @Test
    void aVeryLongQueryMeansAsLittle() {
        String tag = get("/en/news").header("ETag");
        var before = Work.of(this);
        assertEquals(tag, get("/en/news?x=" + "y".repeat(7000)).header("ETag"));
        before.assertNothingWasDone("a long query");
    }

    static List<String> kinds() {
        return PageKinds.FOUND;
    }

    /** The first reader may come with campaign words: what is kept then is for all. */
    @ParameterizedTest
    @MethodSource("kinds")
    void noPageSaysWhatAReaderWroteBesides(String path) {
        cache.clear(0);
        var answer = get(path + "?utm_source=" + WRITTEN + "&page=" + WRITTEN);

        assertEquals(200, answer.statusCode());
        assertFalse(answer.asString().contains(WRITTEN), path);
        assertTrue(cache.has(path), path);
        assertEquals(answer.header("ETag"), get(path).header("ETag"));
    }

    @Test
    void formsOfAQueryAreKeptInOneOrderAndSpelling() {
        cache.clear(0); // another test may have filled the room of this route
        int asked = SampleFormsRoute.asked();
        var first = get(FORMS + "?type=b&utm_source=" + WRITTEN + "&page=2&type=a&type=b");
        assertEquals("{page=[2], type=[a, b]} of " + FORMS + "?page=2&type=a&type=b", first.asString());
        for (String same : List.of(
                "?page=2&type=a&type=b",
                "?type=a&type=b&page=2",
                "?type=b&type=a&page=2&page=3",
                "?%74ype=%61&type=b&pag%65=2",
                "?fbclid=1&page=2&gclid=2&type=b&type=a&type=")) {
            assertEquals(first.header("ETag"), get(FORMS + same).header("ETag"), same);
        }
        assertEquals(asked + 1, SampleFormsRoute.asked());

        var plain = get(FORMS);
        for (String same : List.of("?page=1", "?page=", "?x=y", "?page=1&page=2")) {
            assertEquals(plain.header("ETag"), get(FORMS + same).header("ETag"), same);
        }
        assertEquals(asked + 2, SampleFormsRoute.asked());
        assertNotEquals(first.header("ETag"), plain.header("ETag"));
    }

    @Test
    void anotherMediaTypeIsKeptWithItsOwnRules() throws IOException {
        cache.clear(0); // another test may have filled the room of this route
        get(FORMS + "?type=json");
        int asked = SampleFormsRoute.asked();
        var kept = get(FORMS + "?type=json");
        assertEquals(asked, SampleFormsRoute.asked());
        assertTrue(kept.contentType().startsWith("application/json"), kept.contentType());
        assertEquals("public, max-age=60", kept.header("Cache-Control"));
        assertEquals("en", kept.header("X-Sample"));
        assertEquals("Accept-Encoding", kept.header("Vary"));
        var part = RawHttp.ask(
                server,
                "GET " + FORMS
                        + "?type=json HTTP/1.1\r\nHost: portal.test\r\nRange: bytes=0-5\r\nConnection: close\r\n\r\n");
        assertEquals(206, part.status());
        assertEquals("{type=", part.body());
        assertEquals(
                304,
                given().header("If-None-Match", kept.header("ETag"))
                        .get(FORMS + "?type=json")
                        .statusCode());
        // what it is made from changes
        done(new PlaceBlock(new Block(
                Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 77, "Of another type", "", "", null, null, null)));
        get(FORMS + "?type=json");
        assertEquals(asked + 1, SampleFormsRoute.asked());
    }

    @Test
    void formsOfOneRouteDriveOutNoPageAndAreBounded() {
        get("/en/news");
        long size = cache.size();
        for (int page = 2; page < 400; page++) {
            assertEquals(200, get(FORMS + "?page=" + page).statusCode());
        }
        assertTrue(cache.size() <= size + SampleFormsRoute.MOST_FORMS, "kept: " + size + ", then " + cache.size());
        assertTrue(cache.has("/en/news"));
    }

    @Test
    void whatIsStoredWithAQueryGoesBeforeTheKeptPage() {
        var story = published("Stored with a query");
        assertEquals(200, get("/en?p=4711").statusCode());
        assertEquals(200, get("/en?p=4711").statusCode());

        bus.carryOut(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(story.item()), ENGLISH, "/?p=4711"))
                .orThrow();
        done(new AddRedirect(new Redirect("/old.php?id=5", "/en/archive", ENGLISH)));

        for (String named : List.of("/en?p=4711", "/en?utm_source=x&p=4711", "/?p=4711", "/index.php?p=4711&x=y")) {
            assertMoved(story.path(), named);
        }
        assertMoved("/en/archive", "/old.php?id=5&fbclid=x");
        assertMoved("/en/archive", "/old.php?%69d=5");
        assertEquals(404, get("/old.php?id=6").statusCode());
        assertEquals(404, get("/old.php").statusCode());
        String tag = get("/en").header("ETag");
        var before = Work.of(this);
        assertEquals(tag, get("/en?p=4712&utm_source=x").header("ETag"));
        before.assertNothingWasDone("another query at the same path");

        done(new RemoveRedirect("/old.php?id=5"));
        assertEquals(404, get("/old.php?id=5").statusCode());
    }

    @Test
    void addressesAtWhichNothingIsShareOneAnswer() {
        String same = get("/en/news/qq-nothing-0").asString();
        assertTrue(same.contains("/en/site-map"), "a way on");
        get("/qq-nothing");
        get("/be/news/qq-nothing");
        var before = Work.of(this);
        for (int i = 1; i < 100; i++) {
            assertEquals(same, get("/en/news/qq-nothing-" + i).asString());
            assertEquals(404, get("/qq-nothing-" + i + "/wp-login.php?x=" + i).statusCode());
            assertEquals(404, get("/be/news/qq-" + i + "?utm_source=x").statusCode());
            var head = given().head("/en/news/qq-head-" + i);
            assertEquals(404, head.statusCode());
            assertEquals("no-store", head.header("Cache-Control"));
        }
        // the filter of known beginnings takes one of some hundred for one that is there, which then has a page of its
        // own
        before.assertLittleWasDone("missing addresses", 100, 2);
        assertEquals(
                404,
                given().header("If-None-Match", "*")
                        .get("/en/news/qq-nothing-0")
                        .statusCode());
    }

    @Test
    void suggestionsAreThoseForTheFirstWords() {
        var story = published("Zephyr over the lake");
        String path = story.path();
        for (String missing : List.of(
                "/en/news/zephyr-over-the-sea", "/en/news/zephyr-none", "/en/news/zephyr", "/en/news/zeph.html")) {
            assertEquals(404, get(missing).statusCode());
            assertTrue(get(missing).asString().contains(path), missing);
        }
        assertFalse(get("/en/news/zebra").asString().contains(path));
        done(new Withdraw(story.item(), "It was calm."));
        assertFalse(get("/en/news/zephyr-none").asString().contains(path));
    }

    @Test
    void whatAppearsAtAMissingAddressIsThereAtOnce() {
        String day = published("Beside what appears").path().replaceFirst("[^/]+$", "");
        for (int round = 0; round < 5; round++) {
            String path = day + "it-appears-" + round;
            assertEquals(404, get(path).statusCode());
            assertEquals(404, get(path + "?utm_source=x").statusCode());
            var story = published("It appears " + round);
            ItemId item = story.item();
            assertEquals(path, story.path());
            assertEquals(200, get(path).statusCode());
            assertEquals(200, get(path + "?utm_source=x").statusCode());
            done(new Withdraw(item, "It was not so."));
            assertEquals(410, get(path).statusCode());
            assertEquals(410, get(path + "?utm_source=x").statusCode());
            assertEquals(410, given().head(path + "?fbclid=x").statusCode());
            done(new Restore(item));
            assertEquals(200, get(path + "?utm_source=x").statusCode());
        }
        assertEquals(404, get("/en/appearing/").statusCode());
        assertEquals(404, get("/en/appearing").statusCode());
        done(new AddSection("appearing", Map.of(ENGLISH, new Section.Title("Appearing", ""))));
        assertEquals(200, get("/en/appearing").statusCode());
        assertMoved("/en/appearing", "/en/appearing/");
        assertEquals(404, get("/qq/old.html").statusCode());
        done(new AddRedirect(new Redirect("/qq/old.html", "/en/archive", ENGLISH)));
        assertMoved("/en/archive", "/qq/old.html");
        assertMoved("/en/archive", "/qq/old.html/");
        assertMoved("/en/archive", "/qq/old.html?utm_source=x");
        assertMoved("/en/archive", "/qq/old.html/feed");
    }

    /** What was made and asked of the store until a moment. */
    private record Work(CachedFormsTest test, long made, long statements) {

        static Work of(CachedFormsTest test) {
            return new Work(test, test.cache.figures().made(), test.database.statements());
        }

        /** The clock asks for changes once a second, which is no work for readers. */
        void assertNothingWasDone(String what) {
            assertNothingWasDone(what, 30);
        }

        /** @param most statements, fewer than there were requests */
        void assertNothingWasDone(String what, long most) {
            assertLittleWasDone(what, most, 0);
        }

        /** @param pages that may be made */
        void assertLittleWasDone(String what, long most, long pages) {
            long more = test.cache.figures().made() - made;
            assertTrue(more <= pages, "made for " + what + ": " + more);
            long asked = test.database.statements() - statements;
            assertTrue(asked < most, "statements for " + what + ": " + asked);
        }
    }

    private static void assertMoved(String path, String address) {
        var answer = get(address);
        assertEquals(301, answer.statusCode(), address);
        assertTrue(answer.header("Location").endsWith(path), address + " leads to " + answer.header("Location"));
    }

    private record Story(ItemId item, String path) {}

    private Story published(String headline) {
        SectionId section = bus.together(
                Principal.SAMPLE, unit -> unit.sectionAt("news/science").orElseThrow());
        ItemId item = done(new Create(
                KindName.ARTICLE, ENGLISH, null, section, null, Content.of(headline, new Body("<p>Words.</p>")), null));
        return new Story(item, done(new Publish(item, null)));
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(Principal.SAMPLE, verb).orThrow();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
