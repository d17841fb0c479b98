package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.herald.cli.LargeSite;
import org.herald.store.Database;
import org.herald.web.PageCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A portal with more articles than anybody reads: what a page asks of the store does not grow with it. */
@QuarkusTest
@TestProfile(HundredThousandTest.Large.class)
final class HundredThousandTest {

    private static final int MOST_OF_A_LIST = 4;

    /** It also asks for the cards of its row of entries and of its coming events. */
    private static final int MOST_OF_THE_FRONT = 6;

    private static final int MOST_OF_AN_ARTICLE = 3;
    private static final int SIZE = 20;

    /** The sample portal with thousands of articles more. */
    public static final class Large implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LargeSite.class));
        }
    }

    @Inject
    Database database;

    @Inject
    PageCache cache;

    @Test
    void listsCostTheSameAtTheirBeginningAndAtTheirEnd() {
        for (String path : List.of(
                "/en",
                "/en/news",
                "/en/news/page/1",
                "/en/news/page/2",
                "/en/news/page/75",
                "/en/archive",
                "/en/news/archive",
                "/en/archive/2020",
                "/en/archive/2020/02",
                "/en/news/2020",
                "/en/tag/castle",
                "/en/tag/castle/page/1",
                "/en/site-map")) {
            assertCost(path.equals("/en") ? MOST_OF_THE_FRONT : MOST_OF_A_LIST, path);
        }
    }

    @Test
    void oldestDayIsFoundByLinksAndCostsNoMoreThanANewOne() {
        String year = page("/en/news/archive")
                .select("main a[href~=^/en/news/[0-9]{4}$]")
                .getLast()
                .attr("href");
        String day = page(year).expectFirst("main .calendar td a").attr("href");
        assertTrue(day.startsWith("/en/news/201"), day);
        assertCost(MOST_OF_A_LIST, year);
        assertCost(MOST_OF_A_LIST, day);
        assertCost(MOST_OF_A_LIST, day.replace("/news/", "/archive/"));
        Document oldest = page(day);
        assertFalse(oldest.select("main .card").isEmpty());
        assertTrue(oldest.select("main a[rel=prev]:not(.turn a)").isEmpty(), "nothing is older");
        assertCost(MOST_OF_AN_ARTICLE, oldest.expectFirst("main .card a").attr("href"));
    }

    @Test
    void articleInTheMiddleCostsNoMoreThanAnyOther() {
        assertCost(
                MOST_OF_AN_ARTICLE,
                page("/en/news/page/75").expectFirst("main .card h3 a").attr("href"));
        assertCost(MOST_OF_AN_ARTICLE, PageKinds.CORRECTED);
    }

    @Test
    void everyArticleStandsOnExactlyOnePage() {
        var seen = new HashSet<String>();
        var newest = page("/en/news").select("main .card h3 a").eachAttr("href");
        seen.addAll(newest);
        assertEquals(newest.size(), seen.size());
        assertTrue(newest.size() >= SIZE && newest.size() < 2 * SIZE, "one page and what is newer");
        int pages = 0;
        for (String next = older(page("/en/news")); !next.isEmpty(); next = older(page(next))) {
            var links = page(next).select("main .card h3 a").eachAttr("href");
            assertEquals(SIZE, links.size(), next);
            assertTrue(links.stream().allMatch(seen::add), next);
            pages++;
        }
        assertEquals(SIZE * pages + newest.size(), seen.size());
        assertTrue(seen.size() > LargeSite.ARTICLES, "generated ones and those of the sample");
        assertEquals(404, get("/en/news/page/" + (pages + 1)).statusCode());
        assertNotEquals("", page("/en/news/page/" + pages).title());
    }

    private static String older(Document page) {
        var link = page.selectFirst("main a[rel=next]:not(.calendar a)");
        return link == null ? "" : link.attr("href");
    }

    /** The schedule also asks the store, once a second: the least of several counts is the page's own. */
    private void assertCost(int most, String path) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            cache.clear(0); // what is counted is the making of the page
            long before = database.statements();
            assertEquals(200, get(path).statusCode(), path);
            least = Math.min(least, database.statements() - before);
        }
        assertTrue(least <= most, path + " costs " + least + " statements");
    }

    private static Document page(String path) {
        Response answer = get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    private static Response get(String path) {
        return given().redirects().follow(false).get(path);
    }
}
