package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.herald.cli.NewsroomSite;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Gifs;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.Photos;
import org.herald.testing.PortalClock;
import org.herald.testing.RawHttp;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures are brought into texts and found again; links and slugs are suggested; large texts pass, for those who write. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class PicturesTest {

    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='9' height='9'/></svg>";

    private final WritingRoom room;
    private Seat reporter; // sits down before each test

    PicturesTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @BeforeEach
    void sitDown() {
        reporter = room.seat(Member.REPORTER);
    }

    @Test
    void aPictureIsTakenAndShownToTheNewsroomAlone() throws IOException {
        var taken = reporter.upload("/newsroom/pictures", "Zamak Mir.png", png(64, 48, 1));
        taken.then().statusCode(200).body("width", equalTo(64)).body("height", equalTo(48));
        String path = "/newsroom/pictures/" + taken.jsonPath().getString("asset");

        reporter.get(path)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", containsString("private"));
        given().redirects().follow(false).get(path).then().statusCode(303);
        for (String known : List.of("mir", "zamak", "Замак", "замак mir", "Замак Mir.png")) {
            reporter.get("/newsroom/pictures?q=" + known)
                    .then()
                    .statusCode(200)
                    .body("asset", hasItem(taken.jsonPath().getInt("asset")));
        }
        reporter.get("/newsroom/pictures/99999999").then().statusCode(404);
    }

    @Test
    void listsShowSmallRenditionsAndNotTheWholePicture() throws IOException {
        var taken = reporter.upload("/newsroom/pictures", "Wide.png", png(1_400, 900, 5));
        String path = "/newsroom/pictures/" + taken.jsonPath().getString("asset");
        int whole = reporter.get(path).asByteArray().length;

        var small = reporter.get(path + "?width=320");
        small.then().statusCode(200).contentType("image/webp").header("Cache-Control", containsString("private"));
        assertTrue(small.asByteArray().length < whole);
        reporter.get(path + "?width=321").then().statusCode(200).contentType("image/png");
        given().redirects().follow(false).get(path + "?width=320").then().statusCode(303);
        var drawing = reporter.upload("/newsroom/pictures", "arms.svg", DRAWING.getBytes(StandardCharsets.UTF_8));
        reporter.get("/newsroom/pictures/" + drawing.jsonPath().getString("asset") + "?width=320")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml");
        ItemId item = room.draft("With a list of pictures");
        var typed = fields(reporter.page(text(item)), "text");
        var shown = reporter.page(location(reporter.post("/newsroom/drafts/picture", typed)));
        assertTrue(shown.select(".pictures img").stream()
                .allMatch(img -> img.attr("src").endsWith("?width=320")));
    }

    @Test
    void aDrawingMayDoNothingWhenItIsOpenedByItself() {
        var taken = reporter.upload("/newsroom/pictures", "arms.svg", DRAWING.getBytes(StandardCharsets.UTF_8));
        taken.then().statusCode(200);

        assertEquals(
                List.of("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
                reporter.get("/newsroom/pictures/" + taken.jsonPath().getString("asset"))
                        .headers()
                        .getValues("Content-Security-Policy"));
    }

    /** Of a drawing in which each of 24 markers draws the next three times, a browser draws 3 to the power of 24. */
    @Test
    void drawingThatWouldHangBrowsersIsRefusedWithTheReason() {
        var drawing = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>");
        for (int level = 0; level < 24; level++) {
            drawing.append("<marker id='m" + level + "'><path d='M0 0L1 1L2 2' marker-mid='url(#m" + (level + 1)
                    + ")'/></marker>");
        }
        drawing.append("<path d='M0 0L1 1L2 2' marker-mid='url(#m0)'/></svg>");
        assertTrue(drawing.length() < 2_300, drawing.length() + " characters");

        reporter.upload("/newsroom/pictures", "arms.svg", drawing.toString().getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("message", containsString("arms.svg"));
    }

    @Test
    void colourProfileThatWouldGrowToAGigabyteIsNotKept() throws IOException {
        byte[] bomb = Photos.withChunk(png(64, 48, 7), "iCCP", Photos.packedProfile(1_000));
        assertTrue(Photos.says(bomb, "iCCP"));

        var taken = reporter.upload("/newsroom/pictures", "bomb.png", bomb);

        taken.then().statusCode(200);
        String path = "/newsroom/pictures/" + taken.jsonPath().getString("asset");
        byte[] kept = reporter.get(path).asByteArray();
        assertFalse(Photos.says(kept, "iCCP"));
        assertTrue(kept.length < 100_000, kept.length + " bytes");
        reporter.get(path + "?width=320").then().statusCode(200);
    }

    @Test
    void whatCannotBeShownIsNamedAndAnimationsAreTaken() {
        var files = Map.of("plan.pdf", "%PDF-1.7", "photo.heic", "0000ftypheic00000000");
        files.forEach((name, bytes) -> {
            String format = name.endsWith("pdf") ? "PDF" : "HEIC";
            reporter.upload("/newsroom/pictures", name, bytes.getBytes(StandardCharsets.ISO_8859_1))
                    .then()
                    .statusCode(422)
                    .body("message", containsString("“" + name + "” is a " + format + " file"));
        });
        reporter.upload("/newsroom/pictures", "long.gif", Gifs.repeated(4, 3, 2_001))
                .then()
                .statusCode(422)
                .body("message", containsString("an animation of 2,001 frames at 4 × 3 pixels"));
        reporter.upload("/newsroom/pictures", "stork.gif", Gifs.moving(64, 48))
                .then()
                .statusCode(200)
                .body("name", equalTo("stork.gif"))
                .body("width", equalTo(64));
        reporter.upload("/newsroom/pictures", "map.gif", Gifs.still(64, 48))
                .then()
                .statusCode(200)
                .body("name", equalTo("map.png"));
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheReason() {
        reporter.upload("/newsroom/pictures", "virus.png", "MZ".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("message", containsString("virus.png"));
    }

    @Test
    void theLeadPictureIsBroughtOrChosenWithoutScript() throws IOException {
        ItemId item = room.draft("With a picture");
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "With a picture, typed");
        String chooser = location(reporter.post("/newsroom/drafts/picture", typed));
        Document screen = reporter.page(chooser);
        String version = screen.expectFirst("input[name=version]").attr("value");

        var refused = reporter.upload(
                chooser + "/file",
                "no.heic",
                "0000ftypheic00000000".getBytes(StandardCharsets.UTF_8),
                Map.of("version", version));
        refused.then().statusCode(422);
        AtField.assertAtField(Seat.parsed(refused), "file", "“no.heic” is a HEIC file");
        String back =
                location(reporter.upload(chooser + "/file", "lead.png", png(80, 60, 2), Map.of("version", version)));
        Document text = reporter.page(back);
        String asset = text.expectFirst("input[name=picture]").attr("value");
        assertEquals(
                "With a picture, typed",
                text.expectFirst("textarea[name=headline]").wholeText());
        var described = with(fields(text, "text"), "alt", "A castle");
        Document saved = reporter.page(location(reporter.post("/newsroom/revisions", described)));
        assertEquals("A castle", saved.expectFirst("textarea[name=alt]").wholeText());

        String again = location(reporter.post("/newsroom/drafts/picture", fields(saved, "text")));
        String next = reporter.page(again).expectFirst("input[name=version]").attr("value");
        String without = location(reporter.post(again, Map.of("picture", "", "version", next)));
        assertEquals(
                "", reporter.page(without).expectFirst("input[name=picture]").attr("value"));
        String more = reporter.page(again).expectFirst("input[name=version]").attr("value");
        String chosen = location(reporter.post(again, Map.of("picture", asset, "version", more)));
        assertEquals(
                asset, reporter.page(chosen).expectFirst("input[name=picture]").attr("value"));
    }

    @Test
    void itemsToLinkToAreFoundByWordsOfTheirHeadlineOrByTheirAddress() {
        ItemId item = room.published("Stork census begins");
        reporter.get("/newsroom/links?language=en&q=stork cen")
                .then()
                .statusCode(200)
                .body("[0].href", equalTo("item:" + item))
                .body("[0].title", equalTo("Stork census begins"))
                .body("[0].hint", containsString("Published"));
        String path = room.value("select path from live where item_id = ?", item.value());
        reporter.get("/newsroom/links?language=be&q=https://portal.example" + path)
                .then()
                .body("[0].href", equalTo("item:" + item));
        for (String named : List.of("item:" + item, "/newsroom/items/" + item + "/text")) {
            reporter.get("/newsroom/links?language=be&q=" + named)
                    .then()
                    .body("size()", equalTo(1))
                    .body("[0].href", equalTo("item:" + item));
        }
        reporter.get("/newsroom/links?language=en&q=item:999999").then().body("size()", equalTo(0));
        reporter.get("/newsroom/links?language=en&q=100%25_nothing").then().body("size()", equalTo(0));
    }

    @Test
    void aSlugIsSuggestedInLatinLetters() {
        var answer = reporter.get("/newsroom/slug?text=Белая вежа");
        answer.then().statusCode(200).contentType("text/plain");
        assertEquals("belaa-veza", answer.asString());
        assertEquals(
                "belaya-vezha",
                reporter.get("/newsroom/slug?language=ru&text=Белая вежа").asString());
    }

    @Test
    void aMegabyteOfTextPassesForThoseWhoWriteAndForNobodyElse() throws IOException {
        ItemId item = room.draft("Long");
        String body = "<p>" + "Слова ".repeat(160_000) + "</p>";
        var typed = with(fields(reporter.page(text(item)), "text"), "body", body);

        reporter.send("/newsroom/drafts", typed).then().statusCode(200).body("version", greaterThan(0));
        for (String path : List.of("/newsroom/drafts", "/en")) {
            var refused = RawHttp.ask(URI.create(RestAssured.baseURI + ":" + RestAssured.port), RawHttp.large(path));
            assertEquals(413, refused.status(), path);
        }
        reporter.post("/newsroom/revisions", with(typed, "body", "<p>" + "Слова ".repeat(170_000) + "</p>"))
                .then()
                .statusCode(422)
                .body(containsString("1,000,000 are the most"));
    }

    @Test
    void aPictureOfNineteenMegabytesPasses() throws IOException {
        byte[] picture = png(2600, 2500, 3);
        assertTrue(picture.length > 18_000_000, Integer.toString(picture.length));
        reporter.upload("/newsroom/pictures", "large.png", picture).then().statusCode(200);
    }

    /** A picture of noise, which cannot be made small. */
    private static byte[] png(int width, int height, long seed) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String text(ItemId item) {
        return "/newsroom/items/" + item + "/text";
    }
}
