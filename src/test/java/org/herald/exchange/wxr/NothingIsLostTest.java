package org.herald.exchange.wxr;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.cli.ImportedSite;
import org.herald.config.Settings;
import org.herald.testing.OldTown;
import org.herald.testing.OldTownTexts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/**
 * Every word, picture, link and date of an old site is on the readers' page or in the report. Both sides are read here
 * plainly, by another way than the import reads them: the export's HTML as any browser sees it, and the page over HTTP.
 */
@QuarkusTest
@WithTestResource(ImportedSite.class)
final class NothingIsLostTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern KNOWN_SHORTCODE =
            Pattern.compile("\\[/?(?:caption|gallery|video|audio|embed)\\b[^\\]]*\\]");

    private final Settings settings;

    @Inject
    NothingIsLostTest(Settings settings) {
        this.settings = settings;
    }

    @Test
    void everyWordIsOnThePageOrInTheReport() throws IOException {
        var lost = new TreeMap<String, List<String>>();
        for (var text : OldTownTexts.all()) {
            var source = source(text);
            var left = new HashMap<String, Integer>();
            words(page(text)).forEach(word -> left.merge(word, 1, Integer::sum));
            var missing = words(source).stream()
                    .filter(word -> left.merge(word, -1, Integer::sum) < 0)
                    .toList();
            untold(text, missing, lost);
        }
        assertEquals(new TreeMap<String, List<String>>(), lost);
    }

    @Test
    void everyPictureIsOnThePageOrInTheReport() throws IOException {
        var lost = new TreeMap<String, List<String>>();
        for (var text : OldTownTexts.all()) {
            var source = source(text);
            source.select("noscript").remove();
            var page = page(text);
            String shown = page.select(".body img").outerHtml();
            String linked = page.select(".body a[href]").outerHtml();
            var missing = new ArrayList<String>();
            for (Element picture : source.select("img, amp-img")) {
                boolean isThere = page.select(".body img").eachAttr("alt").contains(picture.attr("alt"))
                        || linked.contains(picture.attr("src"));
                if (!isThere || (picture.outerHtml().contains("turned") && !shown.contains("turned"))) {
                    missing.add(
                            picture.attr("src").replaceFirst("(?s)^data:.*", "picture that is written into the text"));
                }
            }
            untold(text, missing, lost);
        }
        assertEquals(new TreeMap<String, List<String>>(), lost);
    }

    @Test
    void everyLinkIsOnThePageOrInTheReport() throws IOException {
        var lost = new TreeMap<String, List<String>>();
        for (var text : OldTownTexts.all()) {
            var hrefs = page(text).select(".body a[href]").eachAttr("href");
            String shown = page(text).select(".body img").outerHtml();
            var missing = addresses(source(text))
                    .filter(address -> meanings(address).stream()
                            .noneMatch(meant -> hrefs.contains(meant)
                                    || (meant.startsWith("/assets/") && shown.contains(meant.split("/", 4)[2]))))
                    .toList();
            untold(text, missing, lost);
        }
        assertEquals(new TreeMap<String, List<String>>(), lost);
    }

    @Test
    void everyDateIsOnThePage() throws IOException {
        for (var text : OldTownTexts.all()) {
            String written =
                    String.format(Locale.ROOT, "2020-03-04T%02d:%02d:00Z", text.id() / 60 % 24, text.id() % 60);
            String shown = page(text).select("article .meta time").attr("datetime");
            assertEquals(Instant.parse(written), OffsetDateTime.parse(shown).toInstant(), text.id() + ": " + shown);
        }
    }

    /** Nothing is told that is not so: what the report says was left out is not on the page. */
    @Test
    void whatTheReportSaysWasLeftOutIsNotOnThePage() throws IOException {
        var wrong = new ArrayList<String>();
        for (var text : OldTownTexts.all()) {
            String shown = String.join(" ", words(page(text)));
            for (String note : notes(text.id())) {
                var told = Pattern.compile("left out: the words “(.*)”").matcher(note);
                if (told.find() && told.group(1).contains(" ") && shown.contains(told.group(1))) {
                    wrong.add(text.id() + ": " + note);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Everything that leads elsewhere, with or without a click. */
    private static Stream<String> addresses(Document source) {
        return Stream.of(
                        source.select("a[href]").eachAttr("href"),
                        source.select("area[href]").eachAttr("href"),
                        source.select("iframe[src], embed[src], video[src], audio[src]")
                                .eachAttr("src"),
                        source.select("video source:first-of-type").eachAttr("src"),
                        source.select("object[data]").eachAttr("data"))
                .flatMap(List::stream)
                .map(String::strip);
    }

    /** What an address of the old site may be on a page: itself, what a browser makes of it, or where it leads here. */
    private static List<String> meanings(String address) {
        if (address.startsWith("//")) {
            return List.of("https:" + address);
        }
        if (address.startsWith("www.")) {
            return List.of("http://" + address);
        }
        String path = address.replaceFirst("^" + Pattern.quote(OldTown.SITE), "");
        if (!path.startsWith("/")) {
            return List.of(address);
        }
        String location = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .header("Location");
        return location == null
                ? List.of(address)
                : List.of(path.replaceFirst("/$", ""), location.replaceFirst("^https?://[^/]*", ""));
    }

    private void untold(OldTown.Post text, List<String> missing, Map<String, List<String>> lost) throws IOException {
        String told = String.join("\n", notes(text.id()));
        var untold = missing.stream().filter(part -> !told.contains(part)).toList();
        if (!untold.isEmpty()) {
            lost.put(text.id() + " " + text.html().strip(), untold);
        }
    }

    private List<String> notes(long id) throws IOException {
        var notes = new ArrayList<String>();
        try (var reports = Files.newDirectoryStream(settings.folder().resolve("imports"), "*.json")) {
            for (var report : reports) {
                for (JsonNode line :
                        new ObjectMapper().readTree(report.toFile()).path("items")) {
                    if (line.path("id").asLong() == id) {
                        line.path("notes").forEach(note -> notes.add(note.asText()));
                    }
                }
            }
        }
        return notes;
    }

    private static Document source(OldTown.Post text) {
        return Jsoup.parse(KNOWN_SHORTCODE.matcher(text.html()).replaceAll(" "));
    }

    private static Document page(OldTown.Post text) {
        var response = given().get(text.address());
        assertEquals(200, response.statusCode(), text.address());
        return Jsoup.parse(response.asString());
    }

    /** The words that a browser shows, each part of a text by itself. */
    private static List<String> words(Document document) {
        var main = document.selectFirst("article");
        var words = new ArrayList<String>();
        (main == null ? document.body() : main)
                .nodeStream(TextNode.class)
                .forEach(text -> WORD.matcher(text.getWholeText())
                        .results()
                        .forEach(word -> words.add(Normalizer.normalize(word.group(), Normalizer.Form.NFC))));
        return words;
    }
}
