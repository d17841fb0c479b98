package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.herald.cli.OwnPortal;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.publish.CommandBus;
import org.herald.publish.Move;
import org.herald.publish.Publish;
import org.herald.publish.Restore;
import org.herald.publish.Revise;
import org.herald.publish.Schedule;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Timetable;
import org.herald.publish.Update;
import org.herald.publish.Withdraw;
import org.herald.store.OutlineQueries;
import org.herald.testing.PortalClock;
import org.junit.jupiter.api.Test;

/** Pictures are public while something that readers see shows them, in every width and format, and at no other time. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class PublicPicturesTest {

    private final PictureDesk pictures;
    private final Timetable timetable;
    private final PortalClock clock;

    @Inject
    PublicPicturesTest(
            Incoming incoming, CommandBus bus, OutlineQueries outline, Timetable timetable, PortalClock clock) {
        this.pictures = new PictureDesk(incoming, bus, outline);
        this.timetable = timetable;
        this.clock = clock;
    }

    @Test
    void aPictureIsPublicWhileAStoryThatShowsItIs() {
        Asset lead = pictures.photo(702, 402);
        Asset inside = pictures.photo(703, 403);
        var item = pictures.draft("Public while live", lead, inside);
        assertEquals(404, get(lead.path().orElseThrow()).statusCode(), "asked for before it is published");
        assertHidden(lead, inside);

        pictures.done(new Publish(item, null));
        assertPublic(lead, inside);
        String tag = get(lead.path().orElseThrow()).header("ETag");

        pictures.done(new Withdraw(item, "It was not true."));
        assertHidden(lead, inside);
        for (var condition : Map.of("If-None-Match", tag, "Range", "bytes=0-9", "If-Match", "*")
                .entrySet()) {
            var answer = given().header(condition.getKey(), condition.getValue())
                    .get(lead.path().orElseThrow());
            assertEquals(404, answer.statusCode(), condition.toString());
        }
        assertEquals(
                404,
                given().header("If-None-Match", "*")
                        .get(PictureDesk.rendition(lead, 320, "webp"))
                        .statusCode());

        pictures.done(new Restore(item));
        assertPublic(lead, inside);
    }

    @Test
    void aPictureOfTwoStoriesStaysWithTheOther() {
        Asset shared = pictures.photo(704, 404);
        var first = pictures.published("First with it", shared);
        var second = pictures.published("Second with it", null, shared);

        pictures.done(new Withdraw(first, "It was not true."));
        assertPublic(shared);
        pictures.done(new Withdraw(second, "Neither."));
        assertHidden(shared);
    }

    @Test
    void aPictureThatAnUpdateReplacedIsNotPublicAnyMore() {
        Asset old = pictures.photo(705, 405);
        Asset next = pictures.photo(706, 406);
        var item = pictures.published("With one picture", old);
        pictures.done(new Revise(item, pictures.content("With another picture", next), null));
        assertPublic(old);
        assertHidden(next);

        pictures.done(new Update(item));
        assertHidden(old);
        assertPublic(next);
        pictures.done(new Move(item, pictures.section("news")));
        assertPublic(next);
    }

    @Test
    void picturesOfWhatIsPlannedAreNotPublicBeforeItsMoment() {
        Asset held = pictures.photo(707, 407);
        var item = pictures.draft("Scheduled", held);
        var due = PortalClock.NOON.plus(Duration.ofHours(1));
        pictures.done(new SetEmbargo(item, due));
        pictures.done(new Schedule(item, due));
        assertHidden(held);
        try {
            clock.set(due.minusSeconds(1));
            timetable.publishDue();
            assertHidden(held);
            clock.set(due);
            timetable.publishDue();
            assertPublic(held);
        } finally {
            clock.set(PortalClock.NOON);
        }
    }

    @Test
    void aPictureOfABlockIsPublicWhileTheBlockShows() {
        Asset picture = pictures.photo(708, 408);
        var from = PortalClock.NOON.plus(Duration.ofMinutes(10));
        var until = from.plus(Duration.ofMinutes(10));
        pictures.place(picture, from, until);
        try {
            assertHidden(picture);
            clock.set(from);
            assertPublic(picture);
            clock.set(until.minusSeconds(30));
            assertEquals(
                    "public, max-age=30",
                    get(PictureDesk.rendition(picture, 320, "webp")).header("Cache-Control"),
                    "no longer than the block");
            clock.set(until);
            assertHidden(picture);
        } finally {
            clock.set(PortalClock.NOON);
        }
    }

    private static void assertPublic(Asset... pictures) {
        for (Asset each : pictures) {
            forEachAddress(each, address -> {
                assertEquals(200, get(address).statusCode(), address);
                assertEquals("public, max-age=300", get(address).header("Cache-Control"), address);
                assertEquals(200, given().head(address).statusCode(), address);
            });
        }
    }

    private static void assertHidden(Asset... pictures) {
        for (Asset each : pictures) {
            forEachAddress(each, address -> {
                var answer = get(address);
                assertEquals(404, answer.statusCode(), address);
                assertEquals("no-store", answer.header("Cache-Control"), address);
                assertEquals(404, given().head(address).statusCode(), address);
            });
        }
    }

    /** The file and its renditions in each width that it has and each format. */
    private static void forEachAddress(Asset picture, Consumer<String> check) {
        check.accept(picture.path().orElseThrow());
        for (int width : List.of(320, 640, 960)) {
            check.accept(PictureDesk.rendition(picture, width, "webp"));
            check.accept(PictureDesk.rendition(picture, width, "jpg"));
        }
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }
}
