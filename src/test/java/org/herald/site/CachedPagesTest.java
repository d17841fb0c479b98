package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.herald.cli.OwnPortal;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Picture;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Target;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.Arrange;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.KeepAsset;
import org.herald.publish.Move;
import org.herald.publish.MoveSection;
import org.herald.publish.PlaceBlock;
import org.herald.publish.PlaceMenuEntry;
import org.herald.publish.Publish;
import org.herald.publish.RaiseBanner;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.testing.PortalClock;
import org.herald.testing.Unkept;
import org.herald.web.PageCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages that are kept: always what the portal says now, and asked of nobody twice. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class CachedPagesTest {

    private static final Principal EDITOR = Principal.SAMPLE;
    private static final Language ENGLISH = new Language("en");
    private static final int ROUNDS = 40;
    private static final List<String> WATCHED = List.of(
            "/en",
            "/be",
            "/en/news",
            "/en/news/culture",
            "/en/news/culture/page/1",
            "/en/news/science",
            "/en/news/culture/archive",
            "/en/archive",
            "/en/archive/2026",
            "/en/archive/2026/11",
            "/en/archive/2026/11/21",
            "/en/news/culture/2026/11",
            "/en/site-map",
            "/en/about-portal",
            "/en/tag/kept",
            "/en/feed.xml",
            "/en/news/science/feed.atom",
            "/en/tag/kept/feed.json",
            "/en/feeds",
            "/en/tag/crafts",
            PageKinds.ARTICLE);

    /** Nothing of these is in the section of science or of this month. */
    private static final List<String> UNTOUCHED = List.of(
            "/be",
            "/be/feed.xml",
            "/en/news/sport/feed.json",
            "/en/tag/crafts/feed.xml",
            "/en/news/sport",
            "/en/archive/2024",
            "/en/archive/2024/09",
            "/en/archive/2024/09/19",
            "/en/site-map",
            "/en/about-portal",
            "/en/tag/crafts");

    private final CommandBus bus;
    private final PageCache cache;
    private final Database database;
    private final PortalClock clock;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private int changes; // that were not refused

    @Inject
    CachedPagesTest(CommandBus bus, PageCache cache, Database database, PortalClock clock) {
        this.bus = bus;
        this.cache = cache;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void turnBack() {
        clock.set(PortalClock.NOON);
    }

    /** A page that reads something of which it does not name the key differs here from one that is made anew. */
    @Test
    void afterEveryChangeEveryKeptPageIsWhatItWouldBeIfMadeAnew() {
        var random = new SplittableRandom(20261123);
        var items = new ArrayList<ItemId>();
        var watched = new ArrayList<>(WATCHED);
        for (int round = 0; round < ROUNDS; round++) {
            String did = change(random, round, items, watched);
            for (String path : watched) {
                Response kept = get(path);
                Response anew = get(Unkept.address(path));
                assertEquals(anew.statusCode(), kept.statusCode(), path + " after " + did);
                assertEquals(anew.asString(), kept.asString(), path + " after " + did);
            }
        }
        assertTrue(items.size() > 5, "stories: " + items.size());
        assertTrue(changes > 10, "other changes: " + changes);
    }

    private String change(SplittableRandom random, int round, List<ItemId> items, List<String> watched) {
        clock.set(clock.instant().plus(Duration.ofSeconds(7)));
        int what = items.isEmpty() ? 0 : random.nextInt(14);
        ItemId some = items.isEmpty() ? new ItemId(0) : items.get(random.nextInt(items.size()));
        String did = round + ": " + what;
        switch (what) {
            case 0, 1, 2 -> {
                SectionId section = section(random.nextBoolean() ? "news/culture" : "news/science");
                ItemId item = done(new Create(
                        KindName.ARTICLE, ENGLISH, null, section, null, content("Kept story " + round, some), null));
                watched.add(done(new Publish(item, null)));
                items.add(item);
            }
            case 3 -> tried(new Correct(some, content("Corrected story " + round, some), "A date was wrong."));
            case 4 -> tried(new Withdraw(some, "It was not true."));
            case 5 -> tried(new Restore(some));
            case 6 -> tried(new Move(some, section("news/nature")));
            case 7 -> tried(new Rename(some, new Slug("renamed-" + round)));
            case 8 ->
                tried(new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 50 + round, "Entry " + round, "/en/news")));
            case 9 ->
                tried(new PlaceBlock(new Block(
                        Block.Kind.NOTICE,
                        Block.Spot.TOP,
                        ENGLISH,
                        round,
                        "Notice " + round,
                        "",
                        "",
                        null,
                        null,
                        null)));
            case 10 ->
                tried(new Arrange(new OutlineChange.Menu(
                        "footer", ENGLISH, List.of(new OutlineChange.Menu.Entry("Story", Target.of(some))))));
            case 11 -> tried(new RaiseBanner(ENGLISH, "Breaking " + round, Target.of(some), null));
            case 12 ->
                tried(new Arrange(new OutlineChange.SectionOrder(
                        section("news"), List.of(section("news/" + (round % 2 == 0 ? "science" : "nature"))))));
            default ->
                tried(new AddSection("news/culture", Map.of(ENGLISH, new Section.Title("Culture " + round, "Of it."))));
        }
        return did;
    }

    @Test
    void aFileThatComesRemovesThePagesThatShowItAlone() {
        AssetId file = done(new KeepAsset(file(""), "https://old.example/late.jpg"));
        var pages = new ArrayList<>(WATCHED);
        pages.addAll(UNTOUCHED);
        pages.add(published("news/science", pictured("Late by itself", new Picture(file, "A castle", "", ""), "")));
        pages.add(published(
                "news/nature", pictured("Late inside", null, "<figure><img src=\"asset:" + file + "\"></figure>")));
        pages.add(published("news/nature", pictured("Without it", null, "<p>Nothing to see.</p>")));
        var kept = pages.stream().distinct().toList();
        cache.clear(new ChangeQueries(database).newest());
        var before = new ArrayList<String>();
        kept.forEach(path -> before.add(get(path).asString()));
        kept.forEach(path -> assertTrue(cache.has(path), path));
        long removed = cache.figures().removed();

        done(new KeepAsset(
                file("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
                "https://old.example/late.jpg"));

        long removedNow = cache.figures().removed() - removed;
        var changed = new ArrayList<String>();
        for (int i = 0; i < kept.size(); i++) {
            if (!get(kept.get(i)).asString().equals(before.get(i))) {
                changed.add(kept.get(i));
            }
        }
        assertTrue(changed.size() > 3 && changed.size() < kept.size() / 2, changed.toString());
        assertEquals(changed.size(), removedNow, "pages were removed, and changed: " + changed);
    }

    @Test
    void theItemsOfAMovedSectionAreFoundAtOnceAlthoughTheirAddressesWereMissing() {
        done(new AddSection("news/moving", Map.of(ENGLISH, new Section.Title("Moving", ""))));
        String before = published("news/moving", content("Moved along", new ItemId(1)));
        String now = before.replace("/news/moving/", "/news/moved/");
        assertEquals(404, get(now).statusCode());
        done(new MoveSection(section("news/moving"), section("news"), "moved"));
        assertEquals(200, get(now).statusCode());
        assertTrue(get(now).asString().contains("Moved along"));
    }

    private static Asset file(String hash) {
        return new Asset(new AssetId(0), "late.jpg", "image/jpeg", hash, hash.isEmpty() ? 0 : 9, 40, 30);
    }

    private static Content pictured(String headline, @Nullable Picture picture, String body) {
        return Content.of(headline, new Body(body)).withPicture(picture);
    }

    private String published(String section, Content content) {
        ItemId item = done(new Create(KindName.ARTICLE, ENGLISH, null, section(section), null, content, null));
        return done(new Publish(item, null));
    }

    @Test
    void keptPageAsksTheStoreNothing() {
        get("/en/news/nature");
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = database.statements();
            assertEquals(200, get("/en/news/nature").statusCode());
            least = Math.min(least, database.statements() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void changeLeavesPagesThatItDoesNotTouch() {
        String front = get("/en").header("ETag");
        for (String path : UNTOUCHED) {
            assertEquals(200, get(path).statusCode(), path);
        }
        long removed = cache.figures().removed();
        ItemId item = done(new Create(
                KindName.ARTICLE,
                ENGLISH,
                null,
                section("news/science"),
                null,
                Content.of("Aside", new Body("<p>A.</p>")),
                null));
        done(new Publish(item, null));
        assertNotEquals(front, get("/en").header("ETag"));
        assertTrue(cache.figures().removed() > removed);
        for (String path : UNTOUCHED) {
            assertTrue(cache.has(path), path);
        }
    }

    @Test
    void readerWhoHasThePageIsToldSo() {
        String tag = get("/en/archive").header("ETag");
        var again = given().header("If-None-Match", "\"other\", " + tag).get("/en/archive");
        assertEquals(304, again.statusCode());
        assertEquals("", again.asString());
        assertEquals(tag, again.header("ETag"));
        assertEquals("Accept-Encoding", again.header("Vary"));
        assertEquals(
                200,
                given().header("If-None-Match", "\"other\"").get("/en/archive").statusCode());
    }

    @Test
    void headSaysWhatGetWould() {
        var get = given().header("Accept-Encoding", "identity").get("/en/news");
        var head = given().header("Accept-Encoding", "identity").head("/en/news");
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary")) {
            assertEquals(get.header(name), head.header(name), name);
        }
        assertEquals("", head.asString());
    }

    @Test
    void eachCodingHasItsOwnTagAndTheSameWords() throws Exception {
        var identity = asked("identity");
        var gzip = asked("gzip");
        assertEquals("", coding(identity));
        assertEquals("gzip", coding(gzip));
        assertNotEquals(identity.headers().firstValue("ETag"), gzip.headers().firstValue("ETag"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertArrayEquals(identity.body(), unpacked.readAllBytes());
        }
        assertEquals("br", coding(asked("gzip, br")));
        assertEquals("gzip", coding(asked("gzip, br;q=0")));
        assertEquals("", coding(asked("gzip;q=0.0, brotli")));
    }

    private HttpResponse<byte[]> asked(String codings) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.resolve("/en/news"))
                    .header("Accept-Encoding", codings)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static String coding(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Encoding").orElse("");
    }

    @Test
    void todayChangesAtMidnightInThePortalsZone() {
        clock.set(PortalClock.NOON.plus(Duration.ofHours(8)).plusSeconds(59 * 60 + 59));
        String before = get("/en").asString();
        assertEquals(before, get("/en").asString());
        clock.set(clock.instant().plusSeconds(1));
        assertNotEquals(before, get("/en").asString());
    }

    @Test
    void manyReadersOfANewPageAllGetIt() throws Exception {
        String anew = get(Unkept.address("/en/archive/2025")).asString();
        done(new PlaceMenuEntry(new MenuEntry("footer", ENGLISH, 90, "Crowd", "/en/news")));
        try (var readers = Executors.newFixedThreadPool(24)) {
            var answers = readers.invokeAll(Collections.<Callable<Response>>nCopies(96, () -> get("/en/archive/2025")));
            for (var answer : answers) {
                assertEquals(200, answer.get().statusCode());
                assertTrue(answer.get().asString().contains("Crowd"));
            }
        }
        assertFalse(anew.contains("Crowd"));
    }

    private static Content content(String headline, ItemId linked) {
        var body = new Body("<p>Words of <a href=\"item:" + linked + "\">another</a>.</p>");
        var plain = Content.of(headline, body);
        return new Content(headline, "In short.", null, List.of("kept", "crafts"), plain.body(), plain.fields());
    }

    private SectionId section(String path) {
        return bus.together(EDITOR, unit -> unit.sectionAt(path).orElseThrow());
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(EDITOR, verb).orThrow();
    }

    /** A verb that may be refused, because the item is not in a state for it. */
    private void tried(Verb<?> verb) {
        switch (bus.carryOut(EDITOR, verb)) {
            case Outcome.Done<?> _ -> changes++;
            case Outcome.Refused<?> _ -> {}
        }
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
