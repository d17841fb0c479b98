package org.herald.site.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds in each format, whatever their items are called. */
final class FeedWritersTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BASE = "https://portal.example/en";
    private static final FeedIdentity IDENTITY = new FeedIdentity("0123456789abcdef0123456789abcdef");

    /** What is asked for, and what arrives. */
    private static final Map<String, String> HEADLINES = Map.of(
            "Storks ]]> & <b>larks</b> \"here\"", "Storks ]]> & <b>larks</b> \"here\"",
            "Line\u0001 and \u0008bell\uFFFE", "Line and bell",
            "Half of a pair \uD83C", "Half of a pair",
            "Castle 🏰 at &amp; Mir", "Castle 🏰 at &amp; Mir",
            "أشجار النخيل (Date palms)", "أشجار النخيل (Date palms)",
            "Ў\u0085нёманскім краі", "Ўнёманскім краі");

    private static Feed feed(String headline, boolean isWithdrawn) {
        var entry = new FeedEntry(
                IDENTITY.of(new ItemId(7)),
                BASE + "/news/storks",
                new FeedEntry.Words(headline, "In short: " + headline, "<p>Words &amp; more</p>"),
                new FeedEntry.Times(PUBLISHED, PUBLISHED.plusMillis(90_500), isWithdrawn),
                List.of(headline),
                List.of(new FeedEntry.Category("news", headline)),
                new FeedEntry.Picture(
                        new FeedEntry.Picture.File("https://portal.example/assets/1/a.jpg", "image/jpeg", 77),
                        "https://portal.example/assets/1/960/a.jpg",
                        headline,
                        headline,
                        headline));
        return new Feed(
                IDENTITY.ofFeed("list:all:en"),
                new Feed.Text(headline, "", new Language("en")),
                new Feed.Addresses(BASE, BASE, "https://hub.example/?a=1&b=2"),
                new Feed.Publisher(headline, BASE, "https://portal.example/favicon.svg"),
                PUBLISHED.plusSeconds(90),
                List.of(entry));
    }

    @ParameterizedTest
    @EnumSource
    void hostileWordsArriveAsTheyAre(FeedFormat format) {
        HEADLINES.forEach((given, expected) -> {
            String text = format.write(feed(given, false));
            assertEquals(List.of(), FeedRules.problems(format, text, format.at(BASE)), given);
            var read = FeedRules.entries(format, text).getFirst();
            assertEquals(expected.strip(), read.title().strip());
            assertEquals("<p>Words &amp; more</p>", read.html());
            assertEquals("2026-11-21T12:01:30Z", read.updated());
        });
    }

    @Test
    void datesAreWrittenAsEachFormatWantsThem() {
        String rss = FeedFormat.RSS.write(feed("Storks", false));
        assertTrue(rss.contains("<pubDate>Sat, 21 Nov 2026 12:00:00 GMT</pubDate>"), rss);
        assertTrue(rss.contains("<atom:link rel=\"hub\" href=\"https://hub.example/?a=1&amp;b=2\"/>"), rss);
        assertTrue(
                FeedFormat.ATOM.write(feed("Storks", false)).contains("<published>2026-11-21T12:00:00Z</published>"));
        assertTrue(FeedFormat.JSON.write(feed("Storks", false)).contains("\"type\":\"WebSub\""));
    }

    @Test
    void withdrawnEntryIsSaidToProgramsToo() {
        String text = FeedFormat.ATOM.write(feed("Withdrawn: Storks", true));
        assertEquals(List.of(), FeedRules.problems(FeedFormat.ATOM, text, FeedFormat.ATOM.at(BASE)));
        assertTrue(text.contains(
                "<at:deleted-entry ref=\"" + IDENTITY.of(new ItemId(7)) + "\" when=\"2026-11-21T12:01:30Z\">"));
        assertFalse(FeedFormat.ATOM.write(feed("Storks", false)).contains("<at:deleted-entry"));
    }

    /** What readers have once seen under an identity is that for ever, so these are written down here. */
    @Test
    void identitiesAreMadeOfThePortalAndTheItemAlone() {
        assertEquals(
                "urn:uuid:67e5cac7-4b77-3e26-b9eb-5c34b82a1b0f".length(),
                IDENTITY.of(new ItemId(7)).length());
        assertEquals(
                IDENTITY.of(new ItemId(7)), new FeedIdentity("0123456789abcdef0123456789abcdef").of(new ItemId(7)));
        assertNotEquals(IDENTITY.of(new ItemId(7)), IDENTITY.of(new ItemId(8)));
        assertNotEquals(
                IDENTITY.of(new ItemId(7)), new FeedIdentity("1123456789abcdef0123456789abcdef").of(new ItemId(7)));
    }

    @Test
    void htmlOfAPageBecomesThatOfAFeed() {
        String page = "https://portal.example/en/news/storks";
        assertEquals(
                "<p>See <a href=\"https://portal.example/en/news/larks\">larks</a> and"
                        + " <a href=\"https://portal.example/en/news/storks#note\">the note</a>.</p>",
                FeedHtml.of(
                        "<p>See <a href=\"/en/news/larks\">larks</a> and <a href=\"#note\">the note</a>.</p>",
                        page,
                        "en",
                        "ltr"));
        assertEquals(
                "<figure><img src=\"https://portal.example/assets/1/960/a.jpg\" alt=\"A &amp; b\" width=\"4\""
                        + " height=\"3\" /></figure>",
                FeedHtml.of(
                                "<figure><a class=\"full\" href=\"/assets/1/a.jpg\"><picture><source"
                                        + " type=\"image/webp\" srcset=\"/x 1w\"><img src=\"/assets/1/960/a.jpg\""
                                        + " srcset=\"/y 2w\" alt=\"A &amp; b\" width=\"4\" height=\"3\" class=\"tall\""
                                        + " loading=\"lazy\"></picture><span class=\"hidden\"> Full"
                                        + " size</span></a></figure>",
                                page,
                                "en",
                                "ltr")
                        .replaceAll("\\s*/>", " />"));
        assertEquals(
                "<p>Safe</p>",
                FeedHtml.of("<p onclick=\"x()\">Safe</p><script>x()</script><style>p{}</style>", page, "en", "ltr"));
        assertEquals("<div lang=\"ar\" dir=\"rtl\"><p>نخيل</p></div>", FeedHtml.of("<p>نخيل</p>", page, "ar", "rtl"));
        assertEquals("<p>x</p>", FeedHtml.of("<p><a href=\"javascript:x()\">x</a></p>", page, "en", "ltr"));
    }

    /** Of a path, a query, and what it was: the page of the list, and the nearest format. */
    @ParameterizedTest
    @CsvSource({
        "/feed,'',/,RSS",
        "/feed/atom,'',/,ATOM",
        "/rss.xml,'',/,RSS",
        "/atom.xml,'',/,ATOM",
        "/wp-rss2.php,'',/,RSS",
        "/be/feed,'',/be,RSS",
        "/category/culture/feed,'',/category/culture,RSS",
        "/tag/castles/feed/rss2,'',/tag/castles,RSS",
        "/,feed=rss2,/,RSS",
        "/,feed=atom&cat=3,/,ATOM",
        "/,feed=rss2&category_name=culture,/category/culture,RSS",
        "/index.php,feed=rss2&utm_source=x,/,RSS",
        "/category/culture,feed=atom,/category/culture,ATOM",
    })
    void earlierFeedsAreKnownByTheirAddresses(String path, String query, String list, FeedFormat format) {
        var feed = EarlierFeed.of(path, query).orElseThrow();
        assertEquals(format, feed.format());
        assertFalse(feed.isOfComments());
        if (!query.contains("cat=")) {
            assertEquals(List.of(list), feed.lists());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/comments/feed,''",
        "/be/comments/feed/atom,''",
        "/,feed=comments-rss2",
        "/2020/05/05/storks/comments/feed,''"
    })
    void feedsOfCommentsAreKnown(String path, String query) {
        assertTrue(EarlierFeed.of(path, query).orElseThrow().isOfComments(), path);
    }

    @ParameterizedTest
    @CsvSource({"/,''", "/feeds,''", "/en/feeds,''", "/en/news/feed.xml,''", "/,feed=no", "/feedback,''"})
    void nothingElseIsAFeed(String path, String query) {
        assertTrue(EarlierFeed.of(path, query).isEmpty(), path);
    }
}
