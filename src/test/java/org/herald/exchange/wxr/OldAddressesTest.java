package org.herald.exchange.wxr;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.herald.cli.ImportedSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers find who ask at the addresses of an old site. */
@QuarkusTest
@WithTestResource(ImportedSite.class)
final class OldAddressesTest {

    private static final String BRIDGE = "/en/town-news/2020/03/04/bridge";
    private static final String LONG = "/en/town-news/2020/03/04/long";
    private static final String RENAMED = "/en/2020/03/04/new-name";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /                             | /en
        /?fbclid=x                    | /en
        /?utm_source=letter&utm_id=3  | /en
        /?gclid=1&x=y                 | /en
        /index.php                    | /en
        /index.php?utm_source=letter  | /en
        /?lang=be                     | /be
        /?lang=be&fbclid=x            | /be
        /?lang=xx                     | /en
        """)
    void queryThatNamesNothingLeadsToTheFrontPage(String address, String front) {
        var response = ask(address);
        assertEquals(302, response.statusCode());
        assertEquals(front, path(response));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /?p=1012                           | BRIDGE
        /?p=1012&fbclid=x                  | BRIDGE
        /?utm_source=x&p=1012              | BRIDGE
        /?a=1&b=2&p=1012&gclid=3           | BRIDGE
        /index.php?p=1012                  | BRIDGE
        /index.php?utm_source=x&p=1012     | BRIDGE
        /be/?p=1012&utm_source=x           | BRIDGE
        /be?p=1012                         | BRIDGE
        /bridge/                           | BRIDGE
        /bridge/?utm_source=x              | BRIDGE
        /index.php/bridge/                 | BRIDGE
        /BRIDGE/                           | BRIDGE
        /long/                             | LONG
        /long/2/                           | LONG
        /long/page/2/                      | LONG
        /long/feed/                        | LONG
        /long/feed/atom/                   | LONG
        /long/amp/                         | LONG
        /long/?amp=1                       | LONG
        /long/embed/                       | LONG
        /long/trackback/                   | LONG
        /long/comment-page-2/              | LONG
        /long/2/amp/                       | LONG
        /long/?replytocom=5                | LONG
        /2020/03/04/new-name/              | RENAMED
        /2020/03/04/first-name/            | RENAMED
        /2020/03/04/first-name/feed/       | RENAMED
        /2020/03/04/%D0%BC%D0%BE%D1%81%D1%82/ | RENAMED
        /2020/02/29/new-name/              | RENAMED
        /2020/02/29/first-name/            | RENAMED
        /2008/06/before.html               | RENAMED
        """)
    void addressOfAPostLeadsToIt(String address, String name) {
        var response = ask(address);
        assertEquals(301, response.statusCode(), address);
        assertEquals(
                switch (name) {
                    case "BRIDGE" -> BRIDGE;
                    case "LONG" -> LONG;
                    default -> RENAMED;
                },
                path(response));
        assertEquals(200, ask(path(response)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/?p=999999",
        "/?p=999999&utm_source=x",
        "/nowhere/2/",
        "/nowhere-300x200.jpg",
        "/2/",
        "/nowhere/feed/",
        "/category/nowhere/feed/",
        "/?cat=999999"
    })
    void whatNamesNothingIsNotFound(String address) {
        assertEquals(404, ask(address).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plain.jpg                     | plain.jpg
        plain.jpg?resize=300,200      | plain.jpg
        plain-300x200.jpg             | plain.jpg
        plain-1024x683.jpg            | plain.jpg
        plain-150x150@2x.jpg          | plain.jpg
        plain-e1234567890123.jpg      | plain.jpg
        plain-e1234567890-80x80.jpg   | plain.jpg
        plain-rotated.jpg             | plain.jpg
        plain.thumbnail.jpg           | plain.jpg
        plain.jpg.webp                | plain.jpg
        plain-300x200-jpg.webp        | plain.jpg
        big-scaled.jpg                | big-scaled.jpg
        big.jpg                       | big-scaled.jpg
        big-2048x1024.jpg             | big-scaled.jpg
        unlisted.jpg                  | unlisted.jpg
        unlisted-80x80.jpg            | unlisted.jpg
        %D0%A1%D0%BF%D1%80%D0%B0%D0%B2%D0%B0%D0%B7%D0%B4%D0%B0%D1%87%D0%B0.pdf          | spravazdacha.pdf
        %D0%A1%D0%BF%D1%80%D0%B0%D0%B2%D0%B0%D0%B7%D0%B4%D0%B0%D1%87%D0%B0-pdf-80x80.jpg | spravazdacha.pdf
        %D0%A1%D1%82%D0%B0%D1%82%D1%83%D1%82.pdf                                        | statut.pdf
        %D0%81%D0%BB%D0%BA%D0%B0.jpg            | yelka.jpg
        %D0%95%CC%88%D0%BB%D0%BA%D0%B0.jpg      | yelka.jpg
        %D0%95%CC%88%D0%BB%D0%BA%D0%B0-300x200.jpg | yelka.jpg
        """)
    void everySizeOfAFileLeadsToIt(String name, String file) {
        var response = ask("/wp-content/uploads/2020/03/" + name);
        assertEquals(301, response.statusCode(), name);
        assertEquals(file, path(response).replaceFirst(".*/", ""));
        assertEquals(200, ask(path(response)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /category/town-news/        | /en/town-news
        /en/category/town-news/     | /en/town-news
        /category/naviny/           | /be/town-news
        /be/category/naviny/        | /be/town-news
        /be/category/naviny/page/2/ | /be/town-news
        /?cat=504                   | /be/town-news
        /?utm_source=x&cat=504      | /be/town-news
        /category/kultura/          | /be/kultura
        /be/category/kultura/       | /be/kultura
        /?cat=506                   | /be/kultura
        /tag/most/                  | /be/tag/most
        """)
    void categoryLeadsToTheListInItsLanguage(String address, String list) {
        var response = ask(address);
        assertEquals(301, response.statusCode(), address);
        assertEquals(list, path(response));
        var page = Jsoup.parse(ask(list).asString());
        assertTrue(page.select("main a[href*=/2020/03/04/]").size() > 0, "the list is not empty: " + list);
    }

    /** A reader that goes on asking at the old address finds the same list, in the format that it took. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /feed/                            | /en/feed.xml
        /feed/atom/                       | /en/feed.atom
        /?feed=rss2                       | /en/feed.xml
        /?feed=atom&utm_source=x          | /en/feed.atom
        /rss.xml                          | /en/feed.xml
        /wp-rss2.php                      | /en/feed.xml
        /be/feed/                         | /be/feed.xml
        /be/?feed=rss2                    | /be/feed.xml
        /author/alesia/feed/              | /en/feed.xml
        /2020/03/feed/                    | /en/feed.xml
        /category/naviny/feed/            | /be/town-news/feed.xml
        /be/category/naviny/feed/atom/    | /be/town-news/feed.atom
        /category/town-news/?feed=rss2    | /en/town-news/feed.xml
        /?feed=rss2&cat=504               | /be/town-news/feed.xml
        /?cat=506&feed=atom               | /be/kultura/feed.atom
        /?feed=rss2&category_name=kultura | /be/kultura/feed.xml
        /tag/most/feed/                   | /be/tag/most/feed.xml
        /?feed=rss2&tag=most              | /be/tag/most/feed.xml
        /en/town-news/feed/               | /en/town-news/feed.xml
        """)
    void feedLeadsToTheFeedOfTheSameList(String address, String feed) {
        var response = ask(address);
        assertEquals(301, response.statusCode(), address);
        assertEquals(feed, path(response));
        assertEquals(200, ask(feed).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/comments/feed/", "/?feed=comments-rss2", "/be/comments/feed/"})
    void feedOfCommentsIsGone(String address) {
        var response = ask(address);
        assertEquals(410, response.statusCode(), address);
        assertTrue(
                Jsoup.parse(response.asString()).select("main a[href$=/feeds]").hasText());
    }

    @Test
    void categoriesThatAreTranslationsAreOneSectionWithATitleInEachLanguage() {
        assertEquals("Town news", page("/en/town-news").select("h1").text());
        assertEquals("Навіны", page("/be/town-news").select("h1").text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /en/hello/     | en | /en/town-news/2020/03/04/hello
        /be/hello/     | be | /be/town-news/2020/03/04/hello
        /by-adrasie/   | be | /be/kultura/2020/03/04/w-be
        /w-en/         | en | /en/town-news/2020/03/04/w-en
        /be/by-address/| be | /be/kultura/2020/03/04/by-address
        /de/nur/       | en | /en/town-news/2020/03/04/nur
        """)
    void postStandsInItsLanguage(String address, String language, String path) {
        assertEquals(path, path(ask(address)));
        assertEquals(language, page(path).select("html").attr("lang"));
    }

    @Test
    void translationsByPolylangAndWpmlLeadToEachOther() {
        assertEquals("/be/town-news/2020/03/04/hello", translation("/en/town-news/2020/03/04/hello", "be"));
        assertEquals("/be/kultura/2020/03/04/w-be", translation("/en/town-news/2020/03/04/w-en", "be"));
    }

    @Test
    void textInALanguageThatThePortalLacksSaysSo() {
        assertEquals(
                "de", page("/en/town-news/2020/03/04/nur").select(".body p").attr("lang"));
    }

    @Test
    void linksInTextsLeadToThePostWhateverStandsInTheirQuery() {
        var links = page("/en/town-news/2020/03/04/link").select(".body a").eachAttr("href");
        assertEquals(List.of(BRIDGE, BRIDGE, BRIDGE, BRIDGE, RENAMED, LONG), links);
    }

    private static String translation(String path, String language) {
        return page(path).select("link[rel=alternate][hreflang=" + language + "]").stream()
                .map((Element link) -> link.attr("href").replaceFirst("^https?://[^/]*", ""))
                .findFirst()
                .orElse("");
    }

    private static Document page(String path) {
        var response = ask(path);
        assertEquals(200, response.statusCode(), path);
        return Jsoup.parse(response.asString());
    }

    private static Response ask(String address) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(address);
    }

    private static String path(Response response) {
        return response.header("Location").replaceFirst("^https?://[^/]*", "");
    }
}
