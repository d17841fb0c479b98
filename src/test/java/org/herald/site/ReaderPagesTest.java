package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.herald.cli.SampleSite;
import org.herald.testing.RawHttp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SampleSite.class)
final class ReaderPagesTest {

    static final List<String> FOUND = PageKinds.FOUND;
    static final List<String> NOT_FOUND = PageKinds.NOT_FOUND;
    static final List<String> ALL =
            Stream.concat(FOUND.stream(), NOT_FOUND.stream()).toList();

    @ParameterizedTest
    @FieldSource("FOUND")
    void everyPageHasOneHeadingItsLanguageAndTheLandmarks(String path) {
        Document page = page(path, 200);

        assertEquals(1, page.select("h1").size(), "one h1");
        assertEquals(path.substring(1, 3), page.expectFirst("html").attr("lang"));
        assertEquals("ltr", page.expectFirst("html").attr("dir"));
        assertEquals(1, page.select("main").size());
        assertEquals(1, page.select("body > header").size());
        assertEquals(1, page.select("body > footer").size());
        assertEquals("#content", page.expectFirst("body > a").attr("href"), "the way past the menus comes first");
        assertTrue(page.expectFirst("body > footer").text().length() > 100, "the foot says that this is a sample");
        assertFalse(page.title().isBlank());
        assertEquals(
                0,
                page.select("script:not([type=application/ld+json]), [style], [onclick], form")
                        .not("form[action$=/entries], form[action$=/search], script[src=/map.js]")
                        .size(),
                "no script but that of maps, no style of single elements, and no form but those of directories and the search");
    }

    @ParameterizedTest
    @FieldSource("FOUND")
    void everyPageNamesItsOwnAddress(String path) {
        Document page = page(path, 200);

        assertEquals(
                "http://localhost:8080" + path,
                page.expectFirst("link[rel=canonical]").attr("href"));
    }

    @ParameterizedTest
    @FieldSource("FOUND")
    void everyPageSaysInASentenceWhatItIs(String path) {
        String description =
                page(path, 200).expectFirst("meta[name=description]").attr("content");

        assertTrue(description.length() > 20, description);
        assertFalse(description.matches("(?s).*([{}@]|null).*"), description);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noLinkIsWithoutAName(String path) {
        Document page = Jsoup.parse(get(path).asString());

        for (Element link : page.select("a")) {
            String name = link.text()
                    + link.attr("aria-label")
                    + String.join("", link.select("img").eachAttr("alt"));
            assertFalse(name.isBlank(), path + " has a link without a name: " + link);
            assertFalse(link.attr("href").isBlank(), path + " has a link to nowhere: " + link);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void atMostOneLineOfTheMenuIsCurrent(String path) {
        assertTrue(
                Jsoup.parse(get(path).asString()).select(".menu [aria-current]").size() <= 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/en/news, News, page",
        "/en/news/page/1, News, true",
        "/en/news/press-releases, News, true",
        "/en/news/culture, News, true",
        "/en/news/culture/2024/09/19/nesvizh-radziwill-residence, News, true",
        "/en/tourist-sites, Top tourist sites, page",
        "/ru/tourist-sites/mir-castle, Главные достопримечательности, true",
        "/en, '', ''",
        "/en/about-portal, '', ''"
    })
    void theNearestLineOfTheMenuIsCurrent(String path, String label, String current) {
        var lines = page(path, 200).select(".menu [aria-current]");

        assertEquals(label, lines.text());
        assertEquals(current, lines.attr("aria-current"));
    }

    @Test
    void aStandingPageSaysWhenItWasUpdated() {
        var head = page("/en/about-portal", 200).expectFirst("main .head");

        assertTrue(head.text().contains("Updated"), head.text());
        assertTrue(head.expectFirst("time").attr("datetime").matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PageKinds.ARTICLE, "/en/news/opinions-interviews/2026/10/29/interview-astronomer"})
    void aPictureCanBeSeenInFullSize(String path) {
        var link = page(path, 200).expectFirst(".lead-picture a");
        Response answer = get(link.attr("href"));

        assertTrue(link.text().endsWith("Picture in full size"), link.text());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("image/"));
    }

    @ParameterizedTest
    @FieldSource("NOT_FOUND")
    void anAddressThatLeadsNowhereSaysSoAndOffersAWayOn(String path) {
        Document page = page(path, 404);

        assertEquals(1, page.select("h1").size());
        assertTrue(page.select("main ul a").size() >= 2, "suggestions");
    }

    @Test
    void theSuggestionsOfALostAddressAreDrawnFromIt() {
        Document page = page("/en/news/culture/2019/01/01/neglyubka-towels-old-title", 404);

        assertNotNull(
                page.selectFirst("main a[href=" + PageKinds.ARTICLE + "]"), "the story whose address begins alike");
        assertNotNull(page.selectFirst("main a[href=/en/news/culture]"), "the section");
    }

    @Test
    void theFrontPageLeadsWithTheNewestStoryAndShowsTheSectionsAndTheCalendar() {
        Document page = page("/en", 200);

        assertEquals(
                "“A good binding knows how to be taken apart”",
                page.expectFirst(".lead h2").text());
        assertEquals(
                List.of(
                        "About the country",
                        "Press releases",
                        "Opinions & Interviews",
                        "Culture",
                        "Nature",
                        "Science",
                        "Sport"),
                page.select(".shelf h2").eachText());
        assertEquals("November 2026", page.expectFirst(".calendar caption").text());
    }

    @Test
    void weeksBeginAsTheRegionOfTheLanguageBeginsThem() {
        assertEquals(
                List.of("Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"),
                page("/en/archive", 200).select(".calendar th").eachText());
        assertEquals(
                "панядзелак",
                page("/be/archive", 200).expectFirst(".calendar th").attr("abbr"));
    }

    @Test
    void aDayWithStoriesIsALinkThatSaysHowMany() {
        Element day = page("/en/archive/2021/05", 200).expectFirst(".calendar td a");

        assertTrue(day.attr("href").startsWith("/en/archive/2021/05/"));
        assertTrue(day.attr("aria-label").matches("\\d+ May 2021, \\d+ stor(y|ies)"), day.attr("aria-label"));
    }

    @Test
    void theArticleShowsItsWordsInTheMannerOfAnAgency() {
        Document page = page(PageKinds.ARTICLE, 200);

        assertEquals("Red, white and a line of black", page.expectFirst("h1").text());
        assertEquals(
                "VETKA, 23 October (Herald sample desk) –",
                page.expectFirst(".dateline").text());
        assertEquals("the last band", page.expectFirst("blockquote ins").text());
        assertEquals(
                "— A weaver invented for this sample",
                "— " + page.expectFirst("blockquote footer").text());
        assertEquals(
                List.of("Home", "News", "Culture", "Red, white and a line of black"),
                page.select(".crumbs li").eachText());
        assertTrue(page.expectFirst(".head time").attr("datetime").endsWith("+03:00"), "the portal's zone");
        assertFalse(page.expectFirst(".lead-picture img").attr("alt").isBlank());
        assertFalse(page.expectFirst(".lead-picture cite").text().isBlank());
        assertNotNull(page.selectFirst("a[rel=prev]"));
        assertFalse(page.select("a[rel=tag]").isEmpty());
        assertTrue(
                page.select(".body a[href^=/en/news/culture/]").size() > 0, "a link by identity has become an address");
    }

    @Test
    void aCorrectedArticleTellsWhatWasWrong() {
        Document page = page(PageKinds.CORRECTED, 200);

        assertTrue(page.expectFirst("#corrections").text().contains("An earlier version"));
        assertNotNull(page.selectFirst(".head a[href=#corrections] time"));
    }

    @Test
    void theLanguageSwitchLeadsToTheSameThingInTheOtherLanguage() {
        Document page = page("/en/about-portal", 200);

        assertEquals(
                "/be/about-portal", page.expectFirst(".tongues a[hreflang=be]").attr("href"));
        assertEquals(
                "http://localhost:8080/be/about-portal",
                page.expectFirst("link[rel=alternate][hreflang=be]").attr("href"));
    }

    @Test
    void whereThereIsNoTranslationTheSwitchLeadsToTheOtherFrontPageAndSaysSo() {
        Element link = page(PageKinds.ARTICLE, 200).expectFirst(".tongues a[hreflang=be]");

        assertEquals("/be", link.attr("href"));
        assertEquals("Гэтай старонкі няма па-беларуску; спасылка вядзе на галоўную", link.attr("title"));
        assertTrue(link.text().contains(link.attr("title")), "also to those who hear the page");
        assertEquals(
                "",
                page("/en/about-portal", 200)
                        .expectFirst(".tongues a[hreflang=be]")
                        .attr("title"));
    }

    /** Every year and month of the archive in every language, every day of it in English, and a page of every other kind. */
    @Test
    void everyLinkOfTheLanguageSwitchLeadsToAPage() {
        var paths = new TreeSet<>(PageKinds.FOUND);
        for (String language : List.of("en", "be", "ru")) {
            gather("/" + language + "/archive", paths);
            gather("/" + language + "/news/archive", paths);
        }
        assertTrue(paths.size() > 100, "pages " + paths.size());
        var targets = new TreeSet<String>();
        var nearest = new TreeSet<String>();
        for (String path : paths) {
            for (Element link : page(path, 200).select(".tongues a")) {
                targets.add(link.attr("href"));
                assertEquals(link.hasClass("elsewhere"), !link.attr("title").isEmpty(), path);
                if (link.attr("title").contains("бліжэйшую старонку архіва")) {
                    nearest.add(path.replaceAll("[0-9]+", "N") + " "
                            + link.attr("href").replaceAll("[0-9]+", "N"));
                }
            }
        }
        assertTrue(
                nearest.contains("/en/archive/N/N /be/archive/N"), nearest + ": a month without stories in Belarusian");
        assertTrue(nearest.contains("/en/archive/N/N/N /be/archive/N"), nearest + ": a day without its month");
        assertEquals(
                List.of(),
                targets.stream()
                        .filter(path ->
                                given().redirects().follow(false).get(path).statusCode() != 200)
                        .toList());
    }

    /** The archive pages to which this one leads, and those to which these lead. */
    private static void gather(String path, Set<String> paths) {
        if (!paths.add(path) && !PageKinds.FOUND.contains(path)) {
            return;
        }
        String language = path.substring(0, 3);
        for (String link : page(path, 200).select("main a").eachAttr("href")) {
            if (link.matches(language + "/(?:archive|news)(?:/[0-9]+){1,2}|/en/archive(?:/[0-9]+){3}")
                    && !paths.contains(link)) {
                gather(link, paths);
            }
        }
    }

    @Test
    void theDoorLeadsToTheLanguageThatTheBrowserAsksFor() {
        given().redirects()
                .follow(false)
                .header("Accept-Language", "ru-BY,ru;q=0.9,en;q=0.5")
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/ru"));
        given().redirects()
                .follow(false)
                .header("Accept-Language", "!!")
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/archive/2021/13",
                "/en/archive/2021/02/30",
                "/en/archive/0000",
                "/en/archive/1492",
                "/en/archive/21",
                "/en/archive/2021/5",
                "/en/news/page/0",
                "/en/news/page/999999999",
                "/en/news/page/99999999999999999999",
                "/en/news/page/x",
                "/en/tag/no-such-tag",
                "/en/tag/-",
                "/en/%00",
                "/en/tag/a%00b",
                "/en/news/%00/archive",
                "/assets/%00/x.svg",
                "/en/%ff%fe",
                "/zz/news",
                "/en/news/../../../etc/passwd",
                "/assets/0000000000000000/x.svg",
                "/theme/..%2fportal.yaml",
                "/theme/portal.yaml"
            })
    void wrongDatesPagesAndNamesAreNotThere(String path) {
        assertEquals(404, get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/", "/en/news/", "/en/news/culture/"})
    void aSlashAtTheEndLeadsToTheOneAddress(String path) {
        Response answer = get(path);

        assertEquals(301, answer.statusCode());
        assertTrue(answer.header("Location").endsWith(path.substring(0, path.length() - 1)));
    }

    @Test
    void pagesCanOnlyBeRead() {
        given().post("/en").then().statusCode(405);
        given().delete(PageKinds.ARTICLE).then().statusCode(405);
        given().head("/en/news").then().statusCode(200);
    }

    @Test
    void everyRefusalOfARequestIsAPageInTheReadersLanguage() throws IOException {
        for (var each : List.of("PATCH /ru 405", "DELETE /ru/news 405", "PUT /favicon.svg 405", "POST /nowhere 405")) {
            String[] asked = each.split(" ", -1);
            given().request(asked[0], asked[1])
                    .then()
                    .statusCode(Integer.parseInt(asked[2]))
                    .contentType("text/html")
                    .body(containsString("<style>"), containsString("<h1"));
        }
        var large = RawHttp.ask(URI.create(RestAssured.baseURI + ":" + RestAssured.port), RawHttp.large("/ru/news"));
        assertEquals(413, large.status());
        assertEquals("close", large.headers().get("connection"));
        String page = new String(large.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertTrue(page.contains("Ничего не изменилось") && page.contains("<style>"), page);
    }

    @Test
    void everyAnswerBoundsWhatABrowserMayDo() {
        for (String path : List.of("/en", "/nowhere", PageKinds.ARTICLE)) {
            Response answer = get(path);
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertNotNull(answer.header("Referrer-Policy"));
        }
    }

    @Test
    void aPictureIsKeptForMinutesByBrowsersAndMayDoNothing() {
        String picture =
                page(PageKinds.ARTICLE, 200).expectFirst(".lead-picture img").attr("src");
        Response answer = get(picture);

        assertEquals(200, answer.statusCode());
        assertEquals("image/svg+xml", answer.contentType());
        assertEquals("public, max-age=300", answer.header("Cache-Control"));
        assertTrue(answer.header("Content-Security-Policy").contains("sandbox"));
    }

    private static Document page(String path, int status) {
        Response answer = get(path);
        assertEquals(status, answer.statusCode(), path);
        assertEquals("text/html;charset=UTF-8", answer.contentType());
        return Jsoup.parse(answer.asString());
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
