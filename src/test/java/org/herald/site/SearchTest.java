package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.herald.cli.SampleSite;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.Restore;
import org.herald.publish.Withdraw;
import org.herald.store.ItemQueries;
import org.herald.store.PathTarget;
import org.herald.testing.NuChecker;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the sample portal, as readers see it. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class SearchTest {

    private static final String MIR = "/en/tourist-sites/mir-castle";

    private final CommandBus bus;
    private final ItemQueries items;

    @Inject
    SearchTest(CommandBus bus, ItemQueries items) {
        this.bus = bus;
        this.items = items;
    }

    /** The index is made when somebody first asks. */
    @BeforeEach
    void awaitIndex() throws InterruptedException {
        for (int i = 0; i < 600 && given().get("/en/search?q=index").statusCode() == 503; i++) {
            Thread.sleep(50);
        }
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    private static Document page(String address) {
        Response answer = get(address);
        assertEquals(200, answer.statusCode(), address);
        return Jsoup.parse(answer.asString());
    }

    private static Document found(String language, String words) {
        return page("/" + language + "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static List<String> hits(Document page) {
        return page.select(".hits h3 a").eachAttr("href");
    }

    @Test
    void resultsSayWhyTheyAreThereAndWhatTheyAre() {
        Document page = found("en", "Mir Castle");
        assertEquals(MIR, hits(page).getFirst());
        assertEquals(
                "Mir Castle",
                page.expectFirst(".hits h3").select("mark").eachText().stream()
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""));
        String meta = page.expectFirst(".hits .meta").text();
        assertTrue(meta.startsWith("Tourist site"), meta);
        assertTrue(page.select(".hits .passage mark").size() > 0);
        assertEquals("noindex", page.expectFirst("meta[name=robots]").attr("content"));
        assertEquals("Mir Castle", page.expectFirst("#q").val());
        assertNull(page.selectFirst(".everywhere"), "this page has a box of its own");
        assertNotNull(page("/en").selectFirst(".everywhere input[name=q]"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, castles, /en/tourist-sites/mir-castle",
        "en, Nyasvizh, /en/tourist-sites/nesvizh-palace",
        "en, Нясвіж, /en/tourist-sites/nesvizh-palace",
        "be, у Мірскім замку, /be/tourist-sites/mir-castle",
        "ru, мирский зам0к, /ru/tourist-sites/mir-castle",
        "ru, Несвижскй, /ru/tourist-sites/nesvizh-palace"
    })
    void formsSpellingsAndSlipsLeadThere(String language, String words, String path) {
        assertTrue(
                hits(found(language, words)).contains(path),
                () -> hits(found(language, words)).toString());
    }

    @Test
    void aMisspeltWordIsReplacedAndCanBeInsistedOn() {
        Document page = found("en", "wooden chruch");
        assertTrue(
                page.text().contains("Nothing has “wooden chruch”"),
                page.select(".told").text());
        assertFalse(hits(page).isEmpty());
        Document literal = page(page.expectFirst(".told a").attr("href"));
        assertFalse(literal.text().contains("Nothing has “wooden chruch”"));
        assertNotEquals(hits(page), hits(literal));
    }

    @Test
    void filtersCountNarrowAndAreTakenBack() {
        Document all = found("en", "castle");
        var option = all.select(".facets details").stream()
                .filter(each -> each.expectFirst("summary").text().startsWith("What"))
                .flatMap(each -> each.select("li").stream())
                .filter(each -> each.text().startsWith("Top tourist sites"))
                .findFirst()
                .orElseThrow();
        int count = Integer.parseInt(option.expectFirst(".count").text().replaceAll("[^0-9]", ""));
        Document narrowed = page(option.expectFirst("a").attr("href"));
        assertEquals(count, total(narrowed));
        assertTrue(total(all) > count);
        assertTrue(
                hits(narrowed).stream().allMatch(path -> path.startsWith("/en/tourist-sites/")),
                hits(narrowed)::toString);
        assertTrue(
                narrowed.select(".facets summary").eachText().stream().anyMatch(text -> text.startsWith("Type")),
                "a kind alone offers its own fields");
        assertEquals(hits(all), hits(page(narrowed.expectFirst(".choices a").attr("href"))));
    }

    private static int total(Document page) {
        return Integer.parseInt(page.expectFirst(".found").text().replaceAll("[^0-9]", ""));
    }

    @Test
    void pagesFollowEachOtherWithoutRepeatingAnything() {
        Document first = found("en", "the");
        Document second = page(first.expectFirst(".pager a[rel=next]").attr("href"));
        assertEquals(20, hits(first).size());
        assertTrue(hits(second).stream().noneMatch(hits(first)::contains));
        assertEquals(404, get("/en/search?q=the&page=5000").statusCode());
        assertEquals(404, get("/en/search?q=castle&page=40").statusCode());
        assertEquals(200, get("/en/search?q=castle&page=0").statusCode(), "what is no page is the first");
    }

    @Test
    void anEmptyResultHelps() {
        Document none = found("en", "qqqqqq zzzzzzz");
        assertEquals("Nothing was found", none.expectFirst(".found").text());
        assertFalse(none.select("main .pills a").isEmpty());
        Document other = found("en", "саломка");
        assertTrue(
                other.text().contains("Беларуская") || !hits(other).isEmpty(),
                other.select("main").text());
        Document narrowed = page("/en/search?q=castle&year=1812");
        assertTrue(narrowed.select("main ul a").eachText().stream().anyMatch(text -> text.startsWith("castle (")));
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceAndBackAtOnce() {
        assertTrue(hits(found("en", "Mir Castle")).contains(MIR));
        var item = items.at(MIR)
                .map(PathTarget.Shown.class::cast)
                .map(shown -> shown.item().id())
                .orElseThrow();
        bus.carryOut(Principal.OPERATOR, new Withdraw(item, "A test.")).orThrow();
        try {
            Document page = found("en", "Mir Castle");
            assertFalse(hits(page).contains(MIR));
            assertFalse(get("/en/search/suggest?q=mir").asString().contains(MIR));
        } finally {
            bus.carryOut(Principal.OPERATOR, new Restore(item)).orThrow();
        }
        assertTrue(hits(found("en", "Mir Castle")).contains(MIR));
    }

    @Test
    void suggestionsAreAsBrowsersReadThem() throws Exception {
        Response answer = get("/en/search/suggest?q=mir%20cas");
        assertTrue(answer.contentType().startsWith("application/x-suggestions+json"), answer.contentType());
        var suggestions = new ObjectMapper().readTree(answer.asString());
        assertEquals("mir cas", suggestions.get(0).asText());
        assertTrue(suggestions.get(1).toString().contains("Mir Castle"), suggestions.toString());
        assertTrue(suggestions.get(3).get(0).asText().startsWith("http"));
        assertEquals("[\"\",[],[],[]]", get("/en/search/suggest").asString());
    }

    @Test
    void everyPageTellsBrowsersHowToSearch() {
        var link = page("/be/site-map").expectFirst("link[rel=search]");
        assertEquals("/be/search/description.xml", link.attr("href"));
        Response answer = get(link.attr("href"));
        assertTrue(answer.contentType().startsWith("application/opensearchdescription+xml"), answer.contentType());
        var description = Jsoup.parse(answer.asString(), Parser.xmlParser());
        assertEquals("be", description.expectFirst("Language").text());
        assertTrue(description.expectFirst("ShortName").text().codePoints().count() <= 16);
        for (var url : description.select("Url")) {
            String address =
                    url.attr("template").replaceFirst("https?://[^/]+", "").replace("{searchTerms}", "mir");
            assertEquals(200, get(address).statusCode(), address);
        }
    }

    static Stream<String> hostile() {
        return Stream.of(
                "*",
                "**a",
                "*?*?*?",
                "a* OR b*",
                "/.*.*.*a/",
                "\"",
                "\"\"",
                "\"unclosed",
                "-",
                "--",
                "-castle",
                "- castle",
                "(((((",
                "a AND (b OR",
                "title:x",
                "\\",
                "~",
                "a~2",
                "^",
                "{!lucene}",
                "\u0000",
                "%ED%A0%80",
                "%FF%FE",
                "%",
                "<script>alert(1)</script>",
                "'\"><img src=x onerror=alert(1)>",
                "\u202Eabc",
                "\uFEFF",
                "😀😀😀",
                "中文 中 文字",
                "a".repeat(3000),
                "word ".repeat(1200),
                "\"a b\" ".repeat(400),
                "ё".repeat(900),
                "1".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anythingThatIsTypedIsAnswered(String words) {
        String encoded =
                words.startsWith("%") && words.length() > 1 ? words : URLEncoder.encode(words, StandardCharsets.UTF_8);
        Response answer = get("/en/search?q=" + encoded);
        assertTrue(List.of(200, 400, 414).contains(answer.statusCode()), () -> answer.statusCode() + " for " + words);
        assertFalse(answer.asString().contains("<script>alert"), words);
        assertFalse(answer.asString().contains("<img src=x"), words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/search",
                "/en/search?q=castle",
                "/ru/search?q=%D0%B7%D0%B0%D0%BC%D0%BE%D0%BA&kind=sight&sort=newest",
                "/be/search?q=qqqqqq",
                "/en/search?q=-castle",
                "/en/search?q=news&section=news&year=2024&month=2024-08",
                "/en/search?q=castle&section=nowhere&kind=none&year=abc&place=x&f.sight.type=none"
            })
    void pagesAreValid(String address) {
        assertEquals(List.of(), NuChecker.problems(get(address).asString()), address);
    }
}
