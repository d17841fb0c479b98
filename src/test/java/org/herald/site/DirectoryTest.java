package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.herald.cli.SampleSite;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.Restore;
import org.herald.publish.Withdraw;
import org.herald.store.ItemQueries;
import org.herald.store.PathTarget;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directories of the sample portal, as readers and search engines see them. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class DirectoryTest {

    private static final String SIGHTS = "/en/tourist-sites";

    /** The links to the same as data; those to feeds stand beside them. */
    private static final String DOCUMENTS =
            "link[rel=alternate][type=application/json], link[rel=alternate][type=application/geo+json]";

    private static final String CHOSEN = "/en/tourist-sites/entries?";

    private final CommandBus bus;
    private final ItemQueries items;
    private final PortalClock clock;

    @Inject
    DirectoryTest(CommandBus bus, ItemQueries items, PortalClock clock) {
        this.bus = bus;
        this.items = items;
        this.clock = clock;
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void listHasCardsWithTheirFactsAndPages() {
        Document first = page(SIGHTS);
        int all = found(first);
        assertTrue(all >= 40, "entries: " + all);
        assertEquals(24, first.select(".entries .card").size());
        assertTrue(first.expectFirst(".entries dl").text().contains("Type:")
                || first.select(".entries dt").size() > 24);

        var names = new ArrayList<String>();
        for (int number = 1; number <= Math.ceilDiv(all, 24); number++) {
            names.addAll(page(number == 1 ? SIGHTS : CHOSEN + "page=" + number)
                    .select(".entries h3")
                    .eachText());
        }
        assertEquals(all, names.stream().distinct().count(), "each entry once");
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
        assertEquals(404, given().get(CHOSEN + "page=99").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGHTS, "/be/world-heritage", "/ru/war-monuments", "/en/health-resorts", "/en/souvenirs"})
    void countOfEachValueIsWhatItsListHas(String list) {
        Document page = page(list);
        assertFalse(page.select(".facets li").isEmpty());
        for (Element option : page.select(".facets li")) {
            int count = Integer.parseInt(option.expectFirst(".count").text().replaceAll("[^0-9]", ""));
            assertTrue(count > 0, option.text());
            Document chosen = page(option.expectFirst("a").attr("href"));
            assertEquals(count, found(chosen), option.text());
            assertEquals(1, chosen.select(".facets a[aria-current]").size());
        }
    }

    @Test
    void whatIsChosenStandsAboveTheListAndIsRemovedOneByOne() {
        Document page = page(CHOSEN + "f.region=grodno&f.type=castle&q=mir");
        assertEquals(1, found(page));
        assertEquals(
                List.of("Remove: Name: mir ×", "Remove: Type: Castle or fortress ×", "Remove: Region: Grodno Region ×"),
                page.select(".choices li a").eachText().subList(0, 3));
        assertEquals(SIGHTS, page.select(".choices a").getLast().attr("href"));

        Document fewer = page(page.select(".choices a").getFirst().attr("href"));
        assertTrue(found(fewer) > 1);
        assertEquals(3, fewer.select(".choices a").size());
    }

    @Test
    void addressesOfOneListAreOne() {
        assertEquals(
                SIGHTS,
                given().redirects()
                        .follow(false)
                        .get("/en/tourist-sites/entries")
                        .header("Location")
                        .replaceFirst("https?://[^/]+", ""));
        Document one = page(CHOSEN + "f.type=palace");
        assertEquals(
                one.expectFirst("link[rel=canonical]").attr("href"),
                page(CHOSEN + "utm_source=x&f.type=palace&page=1&f.unknown=y")
                        .expectFirst("link[rel=canonical]")
                        .attr("href"));
        assertNull(one.selectFirst("meta[name=robots]"), "one choice is a page that is worth finding");
        assertEquals(
                "noindex",
                page(CHOSEN + "f.type=palace&f.region=brest")
                        .expectFirst("meta[name=robots]")
                        .attr("content"));
        assertEquals(404, given().get("/en/news/entries?q=a").statusCode(), "news are no directory");
    }

    @Test
    void nearestComesFirstAndAnUnknownPlaceIsTold() {
        Document page = page(CHOSEN + "near=nesvizh+palace");
        assertEquals("Nesvizh Palace", page.select(".entries h3").getFirst().text());
        assertTrue(page.expectFirst(".found").text().contains("Distances as the crow flies from Nesvizh Palace"));
        assertTrue(page.select(".entries .meta").get(1).text().endsWith("km"));

        assertEquals(
                "Nesvizh Palace",
                page(CHOSEN + "near=53.2227,+26.6925")
                        .select(".entries h3")
                        .getFirst()
                        .text());

        Document unknown = page(CHOSEN + "near=Atlantis+%3Cb%3E");
        assertTrue(
                unknown.expectFirst(".found").text().contains("“Atlantis <b>”"), "what was typed is said and escaped");
        assertEquals("Atlantis <b>", unknown.expectFirst("#near").attr("value"));
    }

    @Test
    void rangeOfYearsIsTypedAndKept() {
        Document page = page(CHOSEN + "f.built.from=1500&f.built.to=1600");
        assertTrue(found(page) > 3 && found(page) < found(page(SIGHTS)));
        assertEquals("1500", page.expectFirst("input[name=f.built.from]").attr("value"));
        assertEquals(
                found(page(CHOSEN + "f.built.from=1500")),
                found(page(CHOSEN + "f.built.from=1,500")),
                "as English writes numbers");
        assertEquals(0, found(page(CHOSEN + "f.built.to=52+BC")));

        Document unknown = page(CHOSEN + "f.built.from=soon");
        assertEquals(found(page(SIGHTS)), found(unknown), "what is no year is passed over");
        assertTrue(
                unknown.expectFirst(".found").text().contains("Built or founded: “soon” was not understood"),
                unknown.expectFirst(".found").text());
        assertEquals(1, unknown.select(".choices li").size(), "and is not said to be chosen");
        assertEquals("soon", unknown.expectFirst("input[name=f.built.from]").attr("value"));
    }

    /** What was declared once and is no more, or is no choice at all, leads to the list without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f.type=windmill",
                "f.free=perhaps",
                "area=nowhere",
                "map=1,2,3",
                "sort=body",
                "q=!!",
                "sort=headline"
            })
    void choicesWithoutMeaningArePassedOver(String query) {
        assertEquals(found(page(SIGHTS)), found(page(CHOSEN + query)));
        Document castles = page(CHOSEN + "f.type=castle&" + query);
        assertEquals(found(page(CHOSEN + "f.type=castle")), found(castles));
        assertEquals(
                page(CHOSEN + "f.type=castle")
                        .expectFirst("link[rel=canonical]")
                        .attr("href"),
                castles.expectFirst("link[rel=canonical]").attr("href"));
    }

    @Test
    void longChoicesKeepWhatElseIsChosen() {
        String words = "замак".repeat(40);
        Document page = page(CHOSEN + "f.type=castle&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertEquals(
                "/en/tourist-sites/entries?f.type=castle",
                page.select(".choices a").getFirst().attr("href"));
        assertTrue(page.select(".choices a").get(1).attr("href").contains("q="), "a long query stays in links");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%3Cscript%3E",
                "f.type=%22%3E%3Cimg",
                "map=1,2,3",
                "map=NaN,0,0,0",
                "map=99,99,99,99",
                "area=nowhere",
                "sort=body",
                "near=%00",
                "page=0",
                "f.built.from=1e999"
            })
    void hostileQueriesAreHarmless(String query) {
        var response = given().urlEncodingEnabled(false).get(CHOSEN + query);
        assertTrue(response.statusCode() == 200 || response.statusCode() == 404, query + ": " + response.statusCode());
        Document page = Jsoup.parse(response.asString());
        assertEquals(
                0, page.select("script:not([type]), main img[src=x], [onerror]").size());
    }

    @Test
    void mapLeadsToEveryEntryAndItsPartsToTheirOwn() {
        Document page = page(SIGHTS);
        assertEquals(2, page.select(".atlas svg").size());
        for (Element pin : page.select(".atlas svg.map-wide a.pin")) {
            assertFalse(pin.attr("aria-label").isEmpty());
        }
        Document brest = page(page.select(".atlas nav a").stream()
                .filter(link -> link.text().equals("Brest Region"))
                .findFirst()
                .orElseThrow()
                .attr("href"));
        assertTrue(found(brest) > 0 && found(brest) < found(page));
        assertTrue(brest.expectFirst(".choices").text().contains("Brest Region"));
    }

    @Test
    void whatIsOpenTodayIsAFilterAndAHolidayIsNamed() {
        clock.set(Instant.parse("2026-12-25T07:00:00Z"));
        Document chosen = page(CHOSEN + "open=today&f.region=minsk&utm_source=x");
        assertEquals(
                List.of("Remove: Open today ×", "Remove: Region: Minsk ×"),
                chosen.select(".choices li a").eachText().subList(0, 2));
        assertEquals("noindex", chosen.expectFirst("meta[name=robots]").attr("content"));
        assertEquals(
                "today", chosen.expectFirst("input[type=hidden][name=open]").attr("value"));
        Element option = chosen.select(".facets a[aria-current]").getLast();
        assertEquals("Open today", option.text());
        assertTrue(page(option.attr("href")).select(".choices").text().contains("Minsk"), "it is taken back alone");
        int open = found(page(CHOSEN + "open=today"));
        assertTrue(open > 0 && open < found(page(SIGHTS)), "open: " + open);
        assertEquals(
                open,
                read(given().get("/en/tourist-sites/entries.geojson?open=today").asString())
                        .path("features")
                        .size());
        assertEquals(
                301,
                given().redirects().follow(false).get(CHOSEN + "open=never").statusCode());
        assertFalse(page("/en/souvenirs").select(".facets").text().contains("Open today"), "they have no hours");

        assertTrue(page(SIGHTS + "/mir-castle")
                .expectFirst(".meta")
                .text()
                .contains("Open now, until 18:00 Public holiday: Catholic Christmas"));
        assertTrue(
                page("/be/tourist-sites/mir-castle").expectFirst(".meta").text().contains("Раство Хрыстова"));
        clock.set(Instant.parse("2026-12-25T21:00:00Z")); // midnight in Minsk
        assertFalse(page(SIGHTS + "/mir-castle").expectFirst(".meta").text().contains("Public holiday"));
    }

    @Test
    void stepFreeEntrancesAreFound() {
        Document page = page(CHOSEN + "f.step-free=yes");
        assertTrue(found(page) > 0);
        assertEquals(
                "Yes",
                facts(page(page.select(".entries h3 a").getFirst().attr("href")))
                        .get("Step-free way in"));
    }

    private static Map<String, String> facts(Document page) {
        return page.select(".facts tr").stream()
                .collect(Collectors.toMap(
                        row -> row.expectFirst("th").text(),
                        row -> row.expectFirst("td").text()));
    }

    @Test
    void entrySaysWhatItIsWhereAndWhatIsNear() {
        Document page = page(SIGHTS + "/mir-castle");
        assertEquals("Mir Castle", page.expectFirst("h1").text());
        assertTrue(page.expectFirst(".facts").text().contains("Castle or fortress"));
        assertEquals(
                List.of("Where it is", "Visiting", "Related and sources"),
                page.select(".facts h3").eachText());
        assertTrue(page.expectFirst("script[type=application/ld+json]").data().contains("TouristAttraction"));
        assertNotNull(page.selectFirst(".atlas svg.map-small .own"));
        assertEquals("Nesvizh Palace", page.select(".nearby li a").getFirst().text());
        assertEquals(SIGHTS, page.select("main > p a").getLast().attr("href"));
        assertEquals(
                "/be/tourist-sites/mir-castle",
                page.expectFirst(".tongues a[lang=be]").attr("href"));
        assertEquals(
                "Мірскі замак",
                page("/be/tourist-sites/mir-castle").expectFirst("h1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "be", "ru"})
    void newsAboutAnEntryIsInTheLanguageOfItsPage(String language) {
        var foreign = page("/" + language + "/tourist-sites").select(".entries h3 a").eachAttr("href").stream()
                .flatMap(entry -> page(entry).select(".box.more a").eachAttr("href").stream())
                .filter(story -> !story.startsWith("/" + language + "/"))
                .toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void entriesAreGeoJsonForMapsElsewhere() {
        var response = given().get("/en/tourist-sites/entries.geojson");
        assertEquals("application/geo+json", response.contentType().replaceFirst(";.*", ""));
        var json = read(response.asString());
        assertEquals("FeatureCollection", json.path("type").asText());
        assertEquals(found(page(SIGHTS)), json.path("features").size());
        var mir = StreamSupport.stream(json.path("features").spliterator(), false)
                .filter(feature -> feature.at("/properties/name").asText().equals("Mir Castle"))
                .findFirst()
                .orElseThrow();
        assertEquals(26.4728, mir.at("/geometry/coordinates/0").asDouble(), 0.01);
        assertEquals("castle", mir.at("/properties/fields/type/value").asText());
        assertTrue(mir.at("/properties/url").asText().endsWith("/en/tourist-sites/mir-castle"));

        var castles = given().urlEncodingEnabled(false).get("/en/tourist-sites/entries.geojson?f.type=castle");
        assertEquals(
                found(page(CHOSEN + "f.type=castle")),
                read(castles.asString()).path("features").size());
        assertEquals(404, given().get("/en/news/entries.geojson").statusCode());
        assertEquals(
                404,
                given().get("/en/tourist-sites/entries.geojson?page=3000000").statusCode());
    }

    @Test
    void entriesAreJsonWithCountsAndNumbers() {
        var response = given().urlEncodingEnabled(false).get("/en/tourist-sites/entries.json?f.region=grodno&near=mir");
        assertEquals("application/json", response.contentType().replaceFirst(";.*", ""));
        assertEquals("*", response.header("Access-Control-Allow-Origin"));
        assertNotNull(response.header("ETag"));
        var json = read(response.asString());
        Document page = page(CHOSEN + "near=mir&f.region=grodno");
        assertEquals(found(page), json.path("total").asInt());
        assertEquals(found(page(SIGHTS)), json.path("all").asInt());
        assertEquals(json.path("total").asInt(), json.path("entries").size());
        var first = json.at("/entries/0");
        assertEquals("Mir Castle", first.path("name").asText());
        assertTrue(
                first.at("/place/latitude").isNumber() && first.path("distance").isNumber(), first::toString);
        assertTrue(first.at("/picture/url").asText().matches("https?://[^/]+/assets/.+"), first::toString);
        for (var count : json.at("/counts/type")) {
            String path = count.path("json").asText().replaceFirst("https?://[^/]+", "");
            var chosen = read(given().urlEncodingEnabled(false).get(path).asString());
            assertEquals(count.path("count").asInt(), chosen.path("total").asInt(), path);
        }
        var alternates = page.select(DOCUMENTS);
        assertEquals(
                List.of("application/json", "application/geo+json"),
                alternates.eachAttr("type"),
                "as machines find it");
        alternates.forEach(link -> assertEquals(
                200, given().urlEncodingEnabled(false).get(link.attr("href")).statusCode()));
        assertEquals(404, given().get("/en/news/entries.json").statusCode());
        assertEquals(404, given().get("/en/tourist-sites/entries.json?page=2").statusCode());
        assertTrue(
                read(given().get("/en/tourist-sites/entries.json?near=Atlantis").asString())
                        .path("notice")
                        .asText()
                        .contains("Atlantis"));
    }

    @Test
    void entryIsJsonAndGeoJsonAtItsAddressWithAnEnding() {
        Document page = page("/en/tourist-sites/mir-castle");
        assertEquals(
                List.of("/en/tourist-sites/mir-castle.json", "/en/tourist-sites/mir-castle.geojson"),
                page.select(DOCUMENTS).eachAttr("href"));
        var response = given().get("/en/tourist-sites/mir-castle.json");
        assertEquals("application/json", response.contentType().replaceFirst(";.*", ""));
        assertTrue(response.header("Link").endsWith("/en/tourist-sites/mir-castle>; rel=\"canonical\""));
        var json = read(response.asString());
        assertEquals(page.expectFirst("h1").text(), json.path("name").asText());
        assertEquals("castle", json.at("/fields/type/value").asText());
        assertEquals("Castle or fortress", json.at("/fields/type/label").asText());
        assertTrue(json.at("/fields/built/from").isInt(), json::toString);
        assertTrue(json.at("/fields/place/latitude").isNumber(), json::toString);
        assertEquals(2, json.path("translations").size());
        assertTrue(json.path("body").asText().startsWith("<p>"));
        assertFalse(json.path("body").asText().contains("\"/"), "addresses are absolute");
        for (var other : json.path("translations")) {
            assertEquals(
                    200,
                    given().get(other.path("json").asText().replaceFirst("https?://[^/]+", ""))
                            .statusCode());
        }

        var feature = read(given().get("/en/tourist-sites/mir-castle.geojson").asString());
        assertEquals("Feature", feature.path("type").asText());
        assertEquals(26.4728, feature.at("/geometry/coordinates/0").asDouble(), 0.01);
        assertEquals(json, feature.path("properties"));

        for (String missing : List.of(
                "/en/tourist-sites/nowhere.json",
                "/en/tourist-sites/nowhere.geojson",
                "/en/tourist-sites/entries.json?page=99",
                "/en/no/section/entries.geojson")) {
            for (int time = 1; time <= 2; time++) { // the second is answered from the cache
                var problem = given().get(missing);
                assertEquals(404, problem.statusCode(), missing);
                assertEquals("application/problem+json", problem.contentType().replaceFirst(";.*", ""), missing);
                assertEquals("*", problem.header("Access-Control-Allow-Origin"), missing);
                var told = read(problem.asString());
                assertEquals(404, told.path("status").asInt());
                assertEquals(
                        "There is no page at this address", told.path("title").asText());
            }
        }
        assertEquals(
                "Па гэтым адрасе няма старонкі",
                read(given().get("/be/tourist-sites/nowhere.json").asString())
                        .path("title")
                        .asText());
        assertEquals(404, given().get("/en/tourist-sites.json").statusCode(), "a section is no entry");
        assertEquals(404, given().get("/en/about.json").statusCode(), "a page is no entry");
    }

    @Test
    void withdrawnEntryIsGoneAsDocumentAndFromLists() {
        String list = "/en/souvenirs/entries.json";
        var before = read(given().get(list).asString());
        String page = before.at("/entries/0/url").asText().replaceFirst("https?://[^/]+", "");
        var item = items.at(page)
                .map(target -> ((PathTarget.Shown) target).item().id())
                .orElseThrow();
        assertEquals(200, given().get(page + ".json").statusCode());
        bus.carryOut(Principal.SAMPLE, new Withdraw(item, "Not made any more")).orThrow();
        assertEquals(410, given().get(page + ".json").statusCode());
        var problem = given().get(page + ".geojson");
        assertEquals(410, problem.statusCode());
        assertEquals("application/problem+json", problem.contentType().replaceFirst(";.*", ""));
        var told = read(problem.asString());
        assertEquals(410, told.path("status").asInt());
        assertFalse(told.path("detail").asText().isEmpty(), "the reason");
        assertFalse(told.path("withdrawn").asText().isEmpty());
        var after = read(given().get(list).asString());
        assertEquals(before.path("total").asInt() - 1, after.path("total").asInt());
        assertFalse(after.toString().contains(page + "\""));
        bus.carryOut(Principal.SAMPLE, new Restore(item)).orThrow();
        assertEquals(200, given().get(page + ".json").statusCode());
        assertEquals(before.path("total"), read(given().get(list).asString()).path("total"));
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static int found(Document page) {
        return Integer.parseInt(page.expectFirst(".found strong").text().replaceAll("[^0-9]", ""));
    }

    private static Document page(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path);
        return Jsoup.parse(response.asString());
    }
}
