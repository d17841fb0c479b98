package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.herald.cli.OwnPortal;
import org.herald.config.Settings;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.publish.CommandBus;
import org.herald.store.OutlineQueries;
import org.herald.testing.Gifs;
import org.herald.testing.NuChecker;
import org.herald.testing.Photos;
import org.herald.testing.PortalClock;
import org.herald.testing.Sources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as readers get them: on pages in widths and formats to choose from, and at the addresses of these. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class PicturesTest {

    private static final Pattern CANDIDATE = Pattern.compile("(\\S+) ([0-9]+)w(?:, )?");
    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'><path d='M0 0'/></svg>";

    private final PictureDesk pictures;
    private final Settings settings;
    private final PortalClock clock;

    @Inject
    PicturesTest(Incoming incoming, CommandBus bus, OutlineQueries outline, Settings settings, PortalClock clock) {
        this.pictures = new PictureDesk(incoming, bus, outline);
        this.settings = settings;
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource({"320, webp, image/webp", "640, webp, image/webp", "960, jpg, image/jpeg", "1280, jpg, image/jpeg"})
    void renditionIsGivenInItsFormatAndWidth(int width, String format, String type) {
        var answer = get(rendition(shown(photo(1100, 800)), width, format));

        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.contentType());
        assertEquals("public, max-age=300", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Security-Policy").contains("sandbox"));
        assertEquals(Math.min(width, 1100), width(answer, format));
    }

    @Test
    void renditionIsNotSentAgainToWhoHasIt() {
        String address = rendition(shown(photo(500, 400)), 320, "webp");
        var first = get(address);
        String tag = first.header("ETag");
        var again = given().header("If-None-Match", tag).get(address);
        var other = get(rendition(photo(500, 400), 320, "jpg"));
        var part = given().header("Range", "bytes=0-11").get(address);

        assertEquals(304, again.statusCode());
        assertEquals(tag, again.header("ETag"));
        assertFalse(tag.equals(other.header("ETag")));
        assertEquals(206, part.statusCode());
        assertEquals(12, part.asByteArray().length);
        assertEquals(200, given().head(address).statusCode());
        assertArrayEquals(first.asByteArray(), get(address).asByteArray());
    }

    @Test
    void otherWidthsAndFormatsAreNotThereAndLeaveNothingOnTheDisk() {
        Asset asset = shown(photo(601, 401));
        String beginning = asset.path().orElseThrow().replaceFirst("/[^/]*$", "");
        for (String rest : List.of(
                "/321/photo.webp",
                "/100/photo.jpg",
                "/9999/photo.jpg",
                "/960/photo.jpg", // wider than the picture
                "/1920/photo.webp",
                "/320/photo.png",
                "/320/photo.svg",
                "/320/photo.avif",
                "/320/photo",
                "/0320/photo.jpg",
                "/-320/photo.jpg",
                "/99999999999/photo.jpg",
                "/320/..%2f..%2fphoto.jpg")) {
            assertEquals(404, get(beginning + rest).statusCode(), rest);
        }
        assertEquals(404, get("/assets/0123456789abcdef/320/photo.webp").statusCode());
        assertEquals(404, get("/assets/0123456789ABCDEF/320/photo.webp").statusCode());

        String hash = asset.hash().substring(0, 16);
        assertTrue(Sources.files(settings.renditions(), "").stream()
                .noneMatch(file -> file.toString().contains(hash)));
    }

    @Test
    void drawingsHaveNoRenditions() {
        Asset drawing = shown(take("d.svg", DRAWING.getBytes(StandardCharsets.UTF_8)));

        assertEquals(404, get(rendition(drawing, 320, "webp")).statusCode());
        assertEquals(200, get(drawing.path().orElseThrow()).statusCode());
    }

    @Test
    void pictureForPrintIsShownInColoursOfScreens() throws IOException {
        Asset print = shown(take("print.jpg", Photos.printJpeg(700, 500, 0, 255, 0, 0)));
        var answer = get(rendition(print, 320, "jpg"));

        assertEquals(200, answer.statusCode());
        assertEquals("image/jpeg", answer.contentType());
        var seen = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        assertEquals(3, seen.getRaster().getNumBands());
        assertEquals(320, seen.getWidth());
    }

    @Test
    void manyReadersOfManyPicturesAllGetOne() {
        var pictures = IntStream.range(0, 12)
                .mapToObj(i -> rendition(shown(photo(1300 + i, 900)), 1280, i % 2 == 0 ? "webp" : "jpg"))
                .toList();
        var statuses = pictures.parallelStream()
                .flatMap(each -> IntStream.range(0, 6).parallel().mapToObj(_ -> get(each)))
                .map(answer -> answer.statusCode() + " " + answer.contentType().startsWith("image/"))
                .distinct()
                .toList();

        assertEquals(List.of("200 true"), statuses);
    }

    @Test
    void photosOfAStoryCanBeChosenFromAndOneComesFirst() {
        Asset lead = photo(2400, 1600);
        Asset second = photo(1000, 700);
        var page = page(story("Lake and castle", lead, second, photo(200, 100)));
        var pictures = page.select("article.story picture");

        assertEquals(3, pictures.size());
        var first = pictures.getFirst();
        var source = first.expectFirst("source");
        var image = first.expectFirst("img");
        assertEquals(List.of(320, 640, 960, 1280, 1920), widths(source));
        assertEquals(List.of(320, 640, 960, 1280, 1920), widths(image));
        assertEquals("image/webp", source.attr("type"));
        assertEquals("2400x1600", image.attr("width") + "x" + image.attr("height"));
        assertEquals("high", image.attr("fetchpriority"));
        assertEquals("", image.attr("loading"));
        assertEquals("Alt of \"Lake and castle\" & <more>", image.attr("alt"));
        assertEquals(source.attr("sizes"), image.attr("sizes"));

        assertEquals(List.of(320, 640, 960, 1000), widths(pictures.get(1).expectFirst("source")));
        assertEquals(List.of(200), widths(pictures.get(2).expectFirst("source")));
        for (Element each : pictures.subList(1, 3)) {
            assertEquals("lazy", each.expectFirst("img").attr("loading"));
            assertEquals("async", each.expectFirst("img").attr("decoding"));
            assertEquals("", each.expectFirst("img").attr("fetchpriority"));
        }
    }

    @Test
    void everyCandidateIsThereAndAsWideAsItSays() {
        var page = page(story("All that is offered", photo(1500, 900), photo(333, 222)));
        var candidates = new ArrayList<String>();
        for (Element each : page.select("article.story [srcset]")) {
            var found = CANDIDATE.matcher(each.attr("srcset"));
            while (found.find()) {
                String format = found.group(1).replaceFirst(".*[.]", "");
                var answer = get(found.group(1));
                assertEquals(200, answer.statusCode(), found.group(1));
                assertEquals(Integer.parseInt(found.group(2)), width(answer, format), found.group(1));
                candidates.add(found.group(1));
            }
        }
        assertEquals(2 * 5 + 2 * 2, candidates.size());
        for (Element image : page.select("article.story img")) {
            assertEquals(200, get(image.attr("src")).statusCode());
        }
    }

    @Test
    void firstPictureOfABodyComesFirstWhereNoneStandsAbove() {
        var page = page(story("Nothing above", null, photo(900, 600), photo(901, 600)));
        var images = page.select("article.story img");

        assertEquals("high", images.getFirst().attr("fetchpriority"));
        assertEquals("lazy", images.get(1).attr("loading"));
    }

    @Test
    void pngKeepsItselfForBrowsersWithoutWebpAndWebpAndDrawingsStandAlone() {
        Asset png = take("chart.png", Photos.png(Photos.corners(800, 600, BufferedImage.TYPE_INT_ARGB)));
        Asset webp = take("photo.webp", Photos.webp(800, 600));
        Asset drawing = take("d.svg", DRAWING.getBytes(StandardCharsets.UTF_8));
        var images = page(story("Three formats", null, png, webp, drawing)).select("article.story img");

        assertEquals(png.path().orElseThrow(), images.getFirst().attr("src"));
        assertFalse(images.getFirst().hasAttr("srcset"));
        assertEquals("picture", images.getFirst().parents().getFirst().normalName());
        assertEquals(webp.path().orElseThrow(), images.get(1).attr("src"));
        assertEquals(List.of(320, 640, 800), widths(images.get(1)));
        assertEquals("a", images.get(1).parents().getFirst().normalName(), "the way to the whole picture");
        assertEquals(drawing.path().orElseThrow(), images.get(2).attr("src"));
        assertFalse(images.get(2).hasAttr("srcset"));
        assertEquals("30", images.get(2).attr("width"));
    }

    @Test
    void animationMovesInItsStoryUnlessTheReaderWantsLessMotionAndStandsStillInLists() {
        clock.set(PortalClock.NOON.plus(Duration.ofDays(101))); // newer than what other tests left
        Asset stork = take("stork.gif", Gifs.moving(900, 600));
        String story = story("A stork that moves", stork, take("map.gif", Gifs.still(500, 400)), stork);
        clock.set(PortalClock.NOON);

        var shown = page(story).select("article.story picture");
        assertEquals(3, shown.size());
        for (Element moving : List.of(shown.getFirst(), shown.getLast())) {
            var still = moving.expectFirst("source");
            assertEquals("(prefers-reduced-motion: reduce)", still.attr("media"));
            assertEquals(stork.path().orElseThrow(), moving.expectFirst("img").attr("src"));
            assertEquals(List.of(320, 640, 900), widths(still));
            assertEquals(
                    "image/webp",
                    get(CANDIDATE
                                    .matcher(still.attr("srcset"))
                                    .results()
                                    .findFirst()
                                    .orElseThrow()
                                    .group(1))
                            .contentType());
        }
        assertFalse(shown.get(1).expectFirst("source").hasAttr("media"), "a still GIF is a picture like others");
        assertTrue(shown.get(1).expectFirst("img").attr("src").endsWith("/map.png"));
        assertEquals("image/gif", get(stork.path().orElseThrow()).contentType());
        assertFalse(page("/en").expectFirst("article.lead source").hasAttr("media"));
        for (Element card : page("/en/news").select("article.card source[srcset*=stork]")) {
            assertFalse(card.hasAttr("media"));
        }
        assertEquals(List.of(), NuChecker.problems(get(story).asString()));
    }

    @Test
    void listsAndTheFrontPageOfferTheirPicturesSmall() {
        clock.set(PortalClock.NOON.plus(Duration.ofDays(100))); // newer than what other tests left
        String story = story("Shown everywhere", photo(2500, 1500));
        clock.set(PortalClock.NOON);
        String headline = "Shown everywhere";
        pictures.place(photo(1600, 1000));

        var lead = page("/en").expectFirst("article.lead");
        assertTrue(lead.text().contains(headline));
        assertEquals("high", lead.expectFirst("img").attr("fetchpriority"));
        assertEquals(List.of(320, 640, 960, 1280, 1920), widths(lead.expectFirst("source")));
        for (String list : List.of("/en/news/culture", "/en/news")) {
            var card = page(list).select("article.card").stream()
                    .filter(each -> each.text().contains(headline))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(320, 640, 960), widths(card.expectFirst("source")));
            assertEquals("lazy", card.expectFirst("img").attr("loading"));
        }
        assertEquals(List.of(320, 640, 960), widths(page(story).expectFirst(".promotion source[srcset]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en", "/en/news", "/en/news/culture", "/en/archive"})
    void pagesWithPhotosAreValid(String path) {
        String story = story(
                "Valid & \"quoted\"",
                photo(1400, 900),
                photo(50, 40),
                take("chart.png", Photos.png(300, 200)),
                take("photo.webp", Photos.webp(1000, 600)));
        pictures.place(photo(1601, 1000));

        assertEquals(
                List.of(), NuChecker.problems(get(path.isEmpty() ? story : path).asString()));
    }

    @Test
    void picturesOnAPageWeighLittle() {
        Asset[] pictures =
                IntStream.range(0, 30).mapToObj(i -> photo(2000, 10 + i)).toArray(Asset[]::new);
        String address = story("Thirty pictures", null, pictures);
        int plain = get(address).asString().length();
        int sent = given().header("Accept-Encoding", "br").get(address).asByteArray().length;

        assertTrue(plain < 90_000, "plain " + plain);
        assertTrue(sent < 16_000, "sent " + sent);
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    private static Document page(String address) {
        return Jsoup.parse(get(address).asString());
    }

    private static List<Integer> widths(Element element) {
        return CANDIDATE
                .matcher(element.attr("srcset"))
                .results()
                .map(found -> Integer.parseInt(found.group(2)))
                .toList();
    }

    /** How wide the picture of an answer is; for WebP its head says so (RFC 9649). */
    private static int width(Response answer, String format) {
        byte[] bytes = answer.asByteArray();
        return format.equals("webp")
                ? ((bytes[26] & 0xFF) | ((bytes[27] & 0x3F) << 8))
                : Photos.read(bytes).getWidth();
    }

    private static String rendition(Asset asset, int width, String format) {
        return PictureDesk.rendition(asset, width, format);
    }

    private Asset photo(int width, int height) {
        return take("photo.jpg", Photos.jpeg(width, height));
    }

    private Asset take(String name, byte[] bytes) {
        return pictures.take(name, bytes);
    }

    private Asset shown(Asset asset) {
        return pictures.shown(asset);
    }

    /** Publishes a story in the culture section and says its address. */
    private String story(String headline, @Nullable Asset lead, Asset... inside) {
        pictures.published(headline, lead, inside);
        return page("/en/news/culture").select("article.card h3 a").stream()
                .filter(link -> link.text().equals(headline))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }
}
