package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.parsed;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.herald.cli.NewsroomSite;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Picture;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardPlan;
import org.herald.publish.Look;
import org.herald.publish.OpenPlanPreview;
import org.herald.publish.PlanChange;
import org.herald.publish.Publish;
import org.herald.publish.Release;
import org.herald.publish.Schedule;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Verb;
import org.herald.store.AssetQueries;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.Photos;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.TestPortal;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not published yet is shown on the readers' page to those who write it, and to those who were given a link. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class PreviewTest {

    private static final String NOWHERE = "/preview/" + "A".repeat(43);

    private final WritingRoom room;
    private Seat reporter; // sits down before each test
    private final PortalClock clock;
    private final CommandBus bus;

    PreviewTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
        this.bus = bus;
    }

    @BeforeEach
    void sitDown() {
        reporter = room.seat(Member.REPORTER);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void whatIsTypedIsShownOnTheReadersPageForHalfAnHour() {
        ItemId linked = room.published("Linked from a preview");
        ItemId item = room.draft("Own preview");
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "As it is typed");
        typed = with(
                typed,
                "body",
                "<p onclick=alert(1)>See <a href=\"item:" + linked + "\">this</a>.</p><script>alert(2)</script>");

        String path = location(reporter.post("/newsroom/previews", typed));
        Response preview = open(path);

        assertThat(path, startsWith("/preview/"));
        preview.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Content-Security-Policy", not(containsString("script-src")))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertEquals(List.of("no-referrer"), preview.headers().getValues("Referrer-Policy"));
        var page = parsed(preview);
        assertEquals("As it is typed", page.expectFirst("h1").text());
        assertThat(page.expectFirst(".notices").text(), containsString("Preview, not published."));
        assertThat(page.expectFirst(".meta").text(), containsString("Not published yet"));
        assertThat(page.expectFirst(".meta").text(), not(containsString("Published")));
        assertThat(page.select(".body a").eachAttr("href").getFirst(), startsWith("/en/news/"));
        assertThat(preview.asString(), not(containsString("alert(")));
        assertEquals(
                "As it is typed",
                reporter.page(text(item)).expectFirst("textarea[name=headline]").wholeText());

        clock.set(PortalClock.NOON.plus(Duration.ofMinutes(31)));
        open(path).then().statusCode(410).body(not(containsString("As it is typed")));
    }

    @Test
    void aNewTextIsShownBeforeItWasEverSaved() {
        String draft = location(reporter.post(
                "/newsroom/new", Map.of("kind", "page", "language", "be", "section", room.section("news"))));
        var typed = with(fields(reporter.page(draft), "text"), "headline", "Яшчэ не захавана");

        open(location(reporter.post("/newsroom/previews", typed)))
                .then()
                .statusCode(200)
                .body(containsString("Яшчэ не захавана"))
                .body(containsString("Яшчэ не апублікавана"))
                .body(containsString("Папярэдні прагляд"));
    }

    @Test
    void aLinkForSomebodyOutsideIsMadeListedAndRevoked() {
        ItemId item = room.draft("For the museum");
        String links = "/newsroom/items/" + item + "/previews";
        var made = reporter.post(links, Map.of("note", "The museum", "lasting", "day", "shows", "newest"));
        made.then().statusCode(201);
        String path = parsed(made).expectFirst(".secret").attr("href").replaceFirst("^https?://[^/]+", "");
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "For the museum, again");
        reporter.post("/newsroom/revisions", typed).then().statusCode(303);

        open(path).then().statusCode(200).body(containsString("For the museum, again"), containsString("revision 2"));

        var list = reporter.page(links);
        assertThat(list.select("tbody").text(), containsString("The museum"));
        assertThat(list.text(), not(containsString(path)));
        String revoking = list.expectFirst("form[action$=revoking]").attr("action");
        reporter.post(revoking, Map.of()).then().statusCode(303);
        reporter.post(revoking, Map.of()).then().statusCode(422);
        open(path).then().statusCode(410).body(not(containsString("museum")));
        assertThat(room.rows("select verb from change where item_id = ?", item.value()), hasItem("revoke-preview"));
        assertEquals("0", room.value("select count(*) from preview where digest = ?", path.substring(9)));
    }

    @Test
    void aLinkToOneRevisionStaysAtIt() {
        ItemId item = room.draft("First words");
        var made = reporter.post(
                "/newsroom/items/" + item + "/previews", Map.of("note", "", "lasting", "hour", "shows", "now"));
        String path = parsed(made).expectFirst(".secret").attr("href").replaceFirst("^https?://[^/]+", "");
        var typed = with(fields(reporter.page(text(item)), "text"), "headline", "Later words");
        reporter.post("/newsroom/revisions", typed).then().statusCode(303);

        open(path).then().statusCode(200).body(containsString("First words"), not(containsString("Later words")));

        clock.set(PortalClock.NOON.plus(Duration.ofHours(1)));
        open(path).then().statusCode(410).body(containsString("This preview is over"));
    }

    @Test
    void picturesOfAPreviewAreShownToThoseWhoHaveItsLinkAlone() {
        var picture = asset("Seen by the museum");
        var other = asset("Of another text");
        ItemId item = room.draft(withPicture("With a picture", picture), Cast.ENGLISH, "news");
        room.draft(withPicture("Another text", other), Cast.ENGLISH, "news");
        String links = "/newsroom/items/" + item + "/previews";
        var made = reporter.post(links, Map.of("note", "", "lasting", "hour", "shows", "newest"));
        String path = parsed(made).expectFirst(".secret").attr("href").replaceFirst("^https?://[^/]+", "");
        String address = picture.path().orElseThrow();
        String small = Rendition.path(picture, 320, RenditionFormat.WEBP);

        var page = parsed(open(path));
        assertEquals(path + address, page.expectFirst(".lead-picture img").attr("src"));
        assertThat(page.expectFirst(".lead-picture source").attr("srcset"), startsWith(path + small));
        for (String each : List.of(address, small)) {
            open(path + each).then().statusCode(200).header("Cache-Control", "no-store");
            open(each).then().statusCode(404);
            open(NOWHERE + each).then().statusCode(404);
        }
        open(path + other.path().orElseThrow()).then().statusCode(404);
        open(path + "/assets/0123456789abcdef/x.png").then().statusCode(404);
        reporter.get("/newsroom/pictures/" + picture.id()).then().statusCode(200);

        clock.set(PortalClock.NOON.plus(Duration.ofHours(1)));
        open(path + address).then().statusCode(404);
        open(path + small).then().statusCode(404);
        room.done(new Publish(item, null));
        open(address).then().statusCode(200);
        open(path + address).then().statusCode(404);
    }

    @Test
    void picturesOfThePlanAreShownToThoseWhoHaveTheLinkOfItsPreviewAlone() {
        var picture = asset("Planned");
        var block = new Block(
                Block.Kind.PROMOTION, Block.Spot.BESIDE, Cast.ENGLISH, 90, "Planned", "", "", picture, null, null);
        vera(new PlanChange(new OutlineChange.BlockPlaced(new BlockId(9000), block), null));
        String base = vera(new OpenPlanPreview()).ofPortal();
        String address = picture.path().orElseThrow();
        String small = Rendition.path(picture, 320, RenditionFormat.JPEG);

        assertThat(open(base + "/en").asString(), containsString(base + "/assets/" + address.split("/", -1)[2]));
        for (String each : List.of(address, small)) {
            open(base + each).then().statusCode(200).header("Cache-Control", "no-store");
            open(each).then().statusCode(404);
        }
        vera(new DiscardPlan());
        open(base + address).then().statusCode(404);
    }

    @Test
    void filesBelowALinkThatOpensNothingAreNotThere() {
        for (String address : List.of(
                "/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/assets/0123456789abcdef/x.png",
                "/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/assets/0123456789abcdef/320/x.webp",
                "/preview/portal/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/assets/0123456789abcdef/x.png",
                "/preview/portal/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/assets/0123456789abcdef/320/x.webp")) {
            open(address).then().statusCode(404);
        }
    }

    private Asset asset(String name) {
        int width = 400 + Math.floorMod(name.hashCode(), 200);
        long id = reporter.upload("/newsroom/pictures", name + ".png", Photos.png(width, 300))
                .jsonPath()
                .getLong("asset");
        return new AssetQueries(room.database()).find(new AssetId(id)).orElseThrow();
    }

    private static Content withPicture(String headline, Asset picture) {
        return TestPortal.content(headline).withPicture(new Picture(picture.id(), "A picture", "", ""));
    }

    @Test
    void anUnknownLinkTellsNothing() {
        open(NOWHERE).then().statusCode(404).body(containsString("This preview is over"));
        open("/preview/short").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void aLinkIsMadeOnlyByThoseWhoMayWriteTheItem() {
        ItemId item = room.draft("Not theirs", "about");
        room.seat(Member.LIMITED_EDITOR)
                .post("/newsroom/items/" + item + "/previews", Map.of("lasting", "day"))
                .then()
                .statusCode(403);
        reporter.post("/newsroom/items/" + item + "/previews", Map.of("lasting", "year", "note", "Kept"))
                .then()
                .statusCode(422)
                .body(containsString("value=\"Kept\""));
        String links = "/newsroom/items/" + item + "/previews";
        var refused = Map.of("lasting", "year", "note", "N".repeat(501), "shows", "now");
        Document again = Seat.parsed(reporter.post(links, refused));
        AtField.assertAtField(again, "lasting", "at most 30 days");
        assertEquals("now", again.expectFirst("#shows option[selected]").val());
        Document tooLong = Seat.parsed(reporter.post(links, Map.of("lasting", "day", "note", "N".repeat(501))));
        AtField.assertAtField(tooLong, "note", "The note is too long");
        assertEquals("N".repeat(501), tooLong.expectFirst("#note").val());
    }

    @Test
    void anEmbargoHoldsPublicationBackAndIsToldEverywhere() {
        ItemId item = room.draft("Held back");
        var typed = with(fields(reporter.page(text(item)), "text"), "embargo", "2026-11-22T09:00");
        reporter.post("/newsroom/revisions", typed).then().statusCode(303);

        assertThat(reporter.page(text(item)).expectFirst("main").text(), containsString("not to be published before"));
        assertEquals("refused.embargo", refusal(new Publish(item, null)));
        var end = PortalClock.NOON.plus(Duration.ofHours(18));
        assertEquals("refused.embargo", refusal(new Schedule(item, end.minusSeconds(1))));
        assertEquals("", refusal(new Schedule(item, end)));
        assertEquals("refused.embargo-scheduled", refusal(new SetEmbargo(item, end.plusSeconds(1))));
        var made = reporter.post("/newsroom/items/" + item + "/previews", Map.of("lasting", "week", "note", ""));
        String path = parsed(made).expectFirst(".secret").attr("href").replaceFirst("^https?://[^/]+", "");
        var told = parsed(open(path));
        assertThat(told.text(), containsString("Embargo: nothing of it may be published before"));
        assertThat(told.expectFirst(".meta").text(), containsString("Planned for 22 November 2026"));

        var again = fields(reporter.page(text(item)), "text");
        reporter.post("/newsroom/revisions", with(with(again, "embargo-before", "2026-11-22T09:00"), "embargo", ""))
                .then()
                .statusCode(422)
                .body(containsString("may be changed only by those who may publish"));
        var editor = room.seat(Member.EDITOR);
        var lifted = with(fields(editor.page(text(item)), "text"), "embargo", "");
        editor.post("/newsroom/revisions", lifted).then().statusCode(303);
        open(path).then().statusCode(200).body(not(containsString("Embargo")));
        assertEquals("", refusal(new Publish(item, null)));
        assertEquals("refused.embargo-live", refusal(new SetEmbargo(item, end)));
    }

    @Test
    void anEmbargoThatIsNoTimeIsToldSo() {
        ItemId item = room.draft("Mistyped");
        var typed = fields(reporter.page(text(item)), "text");
        Map.of("soon", "is not a time", "2026-11-20T09:00", "has passed")
                .forEach((embargo, reason) -> reporter.post("/newsroom/revisions", with(typed, "embargo", embargo))
                        .then()
                        .statusCode(422)
                        .body(containsString(reason), containsString("value=\"" + embargo + "\"")));
    }

    /** A verb by Vera that must be done. */
    private <T> T vera(Verb<T> verb) {
        return bus.carryOut(Cast.VERA, verb).orThrow();
    }

    private String refusal(Verb<?> verb) {
        var meant = verb instanceof Release<?> release ? release.seen(new Look(null, true)) : verb;
        return switch (bus.carryOut(Cast.VERA, meant)) {
            case Outcome.Done<?> _ -> "";
            case Outcome.Refused<?>(var reasons) -> reasons.getFirst().key();
        };
    }

    private static Response open(String path) {
        return given().redirects().follow(false).get(path);
    }

    private static String text(ItemId item) {
        return "/newsroom/items/" + item + "/text";
    }
}
