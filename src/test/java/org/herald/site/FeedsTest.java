package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.herald.cli.OwnPortal;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.Move;
import org.herald.publish.MoveSection;
import org.herald.publish.Publish;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.site.feeds.FeedFormat;
import org.herald.site.feeds.FeedRules;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as programs ask for them, through everything that may happen to an item. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class FeedsTest {

    /** As the settings of the sample portal have it. */
    private static final String BASE = "http://localhost:8080";

    private static final Language ENGLISH = new Language("en");
    private static final Principal EDITOR = Principal.SAMPLE;

    /** A list of each kind. */
    private static final List<String> LISTS = List.of(
            "/en",
            "/be",
            "/ru",
            "/en/news",
            "/be/news/culture",
            "/en/tag/castles",
            "/en/tourist-sites",
            "/ru/war-monuments",
            "/be/souvenirs",
            "/en/events");

    private final CommandBus bus;
    private final PortalClock clock;

    @Inject
    FeedsTest(CommandBus bus, PortalClock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    @AfterEach
    void turnBack() {
        clock.set(PortalClock.NOON);
    }

    @ParameterizedTest
    @EnumSource
    void everyFeedIsAsItsSpecificationSays(FeedFormat format) {
        for (String list : LISTS) {
            var response = get(format.at(list));
            assertEquals(200, response.statusCode(), list);
            assertEquals(format.type() + ";charset=UTF-8", response.contentType());
            String text = response.asString();
            assertEquals(List.of(), FeedRules.problems(format, text, format.at(BASE + list)), list);
            var entries = FeedRules.entries(format, text);
            // twenty items, and as many notices of what other tests withdrew
            assertTrue(!entries.isEmpty() && entries.size() <= 40, entries.size() + " in " + list);
            entries.forEach(entry -> {
                assertTrue(entry.url().startsWith(BASE + list.substring(0, 3) + "/"), entry.url());
                assertFalse(
                        Jsoup.parse(entry.html()).select("body > *").isEmpty(), "whole, words or pictures: " + entry);
            });
        }
    }

    @Test
    void entriesAreWholeWithTheirPictures() {
        String text = get("/en/tourist-sites/feed.xml").asString();
        var castle = entries("/en/tourist-sites", FeedFormat.RSS).stream()
                .filter(entry -> Jsoup.parse(entry.html()).selectFirst("img") != null)
                .findFirst()
                .orElseThrow();
        String page = get(castle.url().substring(BASE.length())).asString();
        String words = Jsoup.parse(page).expectFirst(".body p").text();
        assertTrue(Jsoup.parse(castle.html()).text().contains(words), castle.html());
        for (Element picture : Jsoup.parse(castle.html()).select("img")) {
            assertEquals(200, get(picture.attr("src").substring(BASE.length())).statusCode());
        }
        String enclosure = Jsoup.parse(text, "", Parser.xmlParser())
                .expectFirst("enclosure")
                .attr("url");
        assertEquals(200, get(enclosure.substring(BASE.length())).statusCode());
        String corrected = PageKinds.CORRECTED;
        assertEquals(200, get(corrected).statusCode());
    }

    @Test
    void anItemKeepsItsIdentityWhateverBecomesOfItsAddress() {
        section("news/feeding", "Feeding");
        ItemId item = published("news/feeding", "The storks are back");
        String id = only("/en/news/feeding", FeedFormat.RSS).id();
        for (FeedFormat format : FeedFormat.values()) {
            assertEquals(id, only("/en/news/feeding", format).id());
        }
        String feed = feedId("/en/news/feeding");

        clock.set(PortalClock.NOON.plusSeconds(60));
        done(new Rename(item, "storks-of-the-year"));
        assertEquals(id, only("/en/news/feeding", FeedFormat.ATOM).id());
        done(new MoveSection(sectionAt("news/feeding"), Section.ROOT, "feeders"));
        assertEquals(301, get("/en/news/feeding/feed.xml").statusCode());
        assertTrue(get("/en/news/feeding/feed.xml").header("Location").endsWith("/en/feeders/feed.xml"));
        var moved = only("/en/feeders", FeedFormat.JSON);
        assertEquals(id, moved.id());
        assertEquals(feed, feedId("/en/feeders"));
        assertTrue(moved.url().contains("/en/feeders/2026/11/21/storks-of-the-year"), moved.url());
        section("news/feeding-two", "Feeding, too");
        done(new Move(item, sectionAt("news/feeding-two")));
        assertEquals(id, only("/en/news/feeding-two", FeedFormat.RSS).id());
        assertEquals(
                1,
                entries("/en", FeedFormat.RSS).stream()
                        .filter(entry -> entry.id().equals(id))
                        .count());
        done(new Withdraw(item, "A test."));
    }

    @Test
    void correctionsAndWithdrawalsAreUpdates() {
        section("news/corrections", "Corrections");
        ItemId item = published("news/corrections", "Bridge opens on Monday");
        String list = "/en/news/corrections";
        var first = only(list, FeedFormat.ATOM);
        assertFalse(get("/en/news/corrections/feed.xml").asString().contains("dcterms:modified>"));

        clock.set(PortalClock.NOON.plus(Duration.ofHours(1)));
        done(new Correct(item, content("Bridge opens on Tuesday"), "It opens on <Tuesday> & not before."));
        for (FeedFormat format : FeedFormat.values()) {
            var corrected = only(list, format);
            assertEquals(first.id(), corrected.id());
            assertEquals("2026-11-21T13:00:00Z", corrected.updated());
            assertTrue(
                    Jsoup.parse(corrected.html()).text().contains("It opens on <Tuesday> & not before."),
                    corrected.html());
        }

        clock.set(PortalClock.NOON.plus(Duration.ofHours(2)));
        done(new Withdraw(item, "It does not open.\nThe builders said so."));
        for (FeedFormat format : FeedFormat.values()) {
            String text = get(format.at(list)).asString();
            assertEquals(List.of(), FeedRules.problems(format, text, format.at(BASE + list)));
            for (String other : List.of(list, "/en/news", "/en/tag/bridges")) {
                var notice = entries(other, format).stream()
                        .filter(entry -> entry.id().equals(first.id()))
                        .findFirst()
                        .orElseThrow();
                assertEquals("Withdrawn: Bridge opens on Tuesday", notice.title());
                assertEquals("2026-11-21T14:00:00Z", notice.updated());
                assertTrue(notice.html().contains("The builders said so."), notice.html());
                assertFalse(notice.html().contains("in other words"), "nothing of its text is left");
                assertEquals(410, get(notice.url().substring(BASE.length())).statusCode());
            }
        }
        assertTrue(get("/en/news/corrections/feed.atom")
                .asString()
                .contains("<at:deleted-entry ref=\"" + first.id() + "\" when=\"2026-11-21T14:00:00Z\">"));

        clock.set(PortalClock.NOON.plus(Duration.ofDays(32)));
        assertEquals(List.of(), entries(list, FeedFormat.RSS), "for a month");
        assertEquals(404, get("/en/tag/bridges/feed.xml").statusCode());
        done(new Restore(item));
        assertEquals(first.id(), only(list, FeedFormat.RSS).id());
        assertEquals("2026-12-23T12:00:00Z", only(list, FeedFormat.ATOM).updated(), "later than the notice");
        done(new Withdraw(item, "A test."));
    }

    @Test
    void readersThatHaveAFeedAreToldSo() {
        var response = get("/en/feed.xml");
        String tag = response.header("ETag");
        var again = given().header("If-None-Match", tag).get("/en/feed.xml");
        assertEquals(304, again.statusCode());
        assertEquals("", again.asString());
        assertEquals("public, no-cache", response.header("Cache-Control"));
        assertEquals("*", response.header("Access-Control-Allow-Origin"));
        assertEquals("<" + BASE + "/en/feed.xml>; rel=\"self\"", response.header("Link"));
        assertEquals(
                "gzip",
                given().header("Accept-Encoding", "gzip").get("/en/feed.json").header("Content-Encoding"));
        String sport = get("/en/news/sport/feed.xml").header("ETag");
        section("news/tagging", "Tagging");
        ItemId item = published("news/tagging", "Something new");
        assertNotEquals(tag, get("/en/feed.xml").header("ETag"));
        assertEquals(sport, get("/en/news/sport/feed.xml").header("ETag"));
        done(new Withdraw(item, "A test."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en",
                "/be/news/culture",
                PageKinds.ARTICLE,
                "/en/tag/castles",
                "/en/tourist-sites",
                "/en/tourist-sites/mir-castle",
                "/en/events",
                "/en/archive",
                "/en/nothing-here"
            })
    void everyPageLeadsToItsFeeds(String path) {
        var links = Jsoup.parse(get(path).asString()).select("link[rel=alternate][title]");
        assertTrue(links.size() >= 3, links.outerHtml());
        for (Element link : links) {
            var feed = get(link.attr("href"));
            assertEquals(200, feed.statusCode(), link.attr("href"));
            assertTrue(feed.contentType().startsWith(link.attr("type")), link.outerHtml());
        }
        assertEquals(
                path.substring(0, 3) + "/feed.xml",
                links.select("[type=application/rss+xml]").getLast().attr("href"));
        String own = links.getFirst().attr("href").replaceFirst("/feed.xml$", "");
        assertTrue(path.startsWith(own), own);
    }

    @Test
    void everyFeedIsListedForReadersAndForPrograms() {
        for (String language : List.of("en", "be", "ru")) {
            Document page = Jsoup.parse(get("/" + language + "/feeds").asString());
            assertEquals(
                    "/" + language + "/feeds",
                    Jsoup.parse(get("/" + language).asString())
                            .expectFirst(".foot a[href$=/feeds]")
                            .attr("href"));
            var addresses = page.select("main td a").eachAttr("href");
            assertTrue(addresses.contains("/" + language + "/tourist-sites/feed.atom"), addresses.toString());
            assertTrue(addresses.contains("/" + language + "/events/feed.json"), addresses.toString());
            addresses.forEach(each -> assertEquals(200, get(each).statusCode(), each));
        }
        var opml = get("/ru/feeds.opml");
        assertEquals("text/x-opml;charset=UTF-8", opml.contentType());
        var outlines = Jsoup.parse(opml.asString(), "", Parser.xmlParser()).select("outline[xmlUrl]");
        assertTrue(
                outlines.getFirst().attr("xmlUrl").equals(BASE + "/ru/feed.xml"),
                outlines.getFirst().outerHtml());
        for (String list :
                LISTS.stream().filter(each -> !each.contains("/tag/")).toList()) {
            assertTrue(outlines.stream().anyMatch(each -> each.attr("xmlUrl").equals(BASE + list + "/feed.xml")), list);
        }
        outlines.forEach(each -> {
            assertEquals("rss", each.attr("type"));
            assertEquals(200, get(each.attr("htmlUrl").substring(BASE.length())).statusCode());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/nowhere/feed.xml",
                "/en/tag/nothing-has-this/feed.xml",
                "/en/feed.rdf",
                "/xx/feed.xml",
                "/en/feed.xml/feed.xml"
            })
    void whatIsNoFeedIsNotFound(String path) {
        assertEquals(404, get(path).statusCode(), path);
    }

    private FeedRules.Read only(String list, FeedFormat format) {
        var entries = entries(list, format);
        assertEquals(1, entries.size(), entries.toString());
        return entries.getFirst();
    }

    private static List<FeedRules.Read> entries(String list, FeedFormat format) {
        return FeedRules.entries(format, get(format.at(list)).asString());
    }

    private static String feedId(String list) {
        return Jsoup.parse(get(FeedFormat.ATOM.at(list)).asString(), "", Parser.xmlParser())
                .expectFirst("feed > id")
                .text();
    }

    private void section(String path, String title) {
        done(new AddSection(path, Map.of(ENGLISH, new Section.Title(title, ""))));
    }

    private SectionId sectionAt(String path) {
        return bus.together(EDITOR, unit -> unit.sectionAt(path).orElseThrow());
    }

    private ItemId published(String section, String headline) {
        ItemId item =
                done(new Create(KindName.ARTICLE, ENGLISH, null, sectionAt(section), null, content(headline), null));
        done(new Publish(item, null));
        return item;
    }

    private static Content content(String headline) {
        return new Content(
                headline,
                "In short.",
                null,
                List.of("Bridges"),
                new Body("<p>" + headline + ", in other words.</p>"),
                Fields.NONE);
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(EDITOR, verb).orThrow();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
