package org.herald.newsroom;

import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.OutlineChange.Menu;
import org.herald.model.OutlineChange.Menu.Entry;
import org.herald.publish.AddComment;
import org.herald.publish.Assign;
import org.herald.publish.CommandBus;
import org.herald.publish.PlanChange;
import org.herald.publish.Schedule;
import org.herald.store.Database;
import org.herald.testing.Axe;
import org.herald.testing.Cast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the newsroom as a browser shows it: accessible, by keys alone, narrow and in the dark. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewsroomScreensTest {

    private final CommandBus bus;
    private final WritingRoom room;
    private final PortalClock clock;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private @Nullable Windows windows; // opened once for all tests
    private long item; // made once for all tests
    private String draft = ""; // made once for all tests

    NewsroomScreensTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    static Stream<String> screens() {
        return NewsroomScreens.ALL.stream();
    }

    @BeforeAll
    void open() {
        windows = new Windows(server, room.cast());
    }

    /** Once the server answers to tests. */
    @BeforeEach
    void prepare() {
        if (!draft.isEmpty()) {
            return;
        }
        clock.set(PortalClock.NOON);
        var cast = room.cast();
        var items = new DeskItems(bus, room.database());
        var nasta = cast.account(Member.REPORTER).principal();
        item = items.published(nasta, "A story with everything that a screen can show about it, and a long headline");
        var id = new ItemId(item);
        draft = meeting(id);
        bus.carryOut(nasta, new AddComment(id, "Who says so?")).orThrow();
        bus.carryOut(Cast.VERA, new Assign(id, cast.account(Member.EDITOR).id(), PortalClock.NOON.minusSeconds(60)))
                .orThrow();
        long planned = items.draft(nasta, "Planned for tomorrow");
        bus.carryOut(Cast.VERA, new Schedule(new ItemId(planned), PortalClock.NOON.plusSeconds(86_400)))
                .orThrow();
        var menu = List.of(new Entry("News", "/en/news"), new Entry("Culture", "/en/news/culture"));
        bus.carryOut(Cast.VERA, new PlanChange(new Menu("main", Cast.ENGLISH, menu), null))
                .orThrow();
        var aksana = room.seat(Member.ADMINISTRATOR);
        aksana.post("/newsroom/portal/banner", Map.of("language", "en", "text", "The bridge is closed.", "sure", "yes"))
                .then()
                .statusCode(303);
        aksana.post("/newsroom/items/" + item + "/previews", Map.of("note", "Museum", "lasting", "day"))
                .then()
                .statusCode(201);
    }

    /** A draft of the administrator's in the way of which somebody else's text stands; its address. */
    private String meeting(ItemId id) {
        var aksana = room.seat(Member.ADMINISTRATOR);
        var nasta = room.seat(Member.REPORTER);
        String text = "/newsroom/items/" + id + "/text";
        var hers = with(fields(aksana.page(text), "text"), "headline", "A story with everything");
        var other = with(fields(nasta.page(text), "text"), "headline", "A story with more than everything");
        location(nasta.post(
                "/newsroom/revisions",
                with(
                        other,
                        "body",
                        "<p>See <a href=\"/en/nowhere\">here</a>.</p><figure><img src=\"asset:1\"></figure>")));
        return location(aksana.post("/newsroom/revisions", with(hers, "body", "<p>Another text.</p>")))
                .replaceFirst("/merge$", "");
    }

    @AfterAll
    void close() {
        if (windows != null) {
            windows.close();
        }
    }

    @Test
    void everyScreenIsLookedAt() {
        assertEquals(List.of(), NewsroomScreens.missing());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenIsForEverybodyInLightDarkAndNarrow(String path) {
        var window = Objects.requireNonNull(windows);
        Page page = window.page(Member.ADMINISTRATOR);
        var refused = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        String address = DeskItems.at(path.replaceFirst("/newsroom/drafts/0", draft), item);
        page.navigate(server.resolve(address).toString());
        assertEquals(1, page.locator("main h1").count(), path + " has one heading of the first level");
        picture(page, path, "wide");
        assertEquals(List.of(), Axe.violations(page), path);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, path, "dark");
        page.setViewportSize(320, 844); // WCAG 2.2, 1.4.10
        picture(page, path, "narrow");
        assertEquals(
                0,
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                path + " is wider than a telephone");
        assertEquals(List.of(), Axe.violations(page), path + " on a telephone in the dark");
        page.setViewportSize(1280, 900);
        assertEquals(List.of(), TabWalk.unreached(page), path + " by the Tab key");
        assertEquals(List.of(), refused, path + ": the policy allows all that the screen needs");
        window.shut();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noFormLosesAWordWhenTheSessionEnded(String path) {
        assumeFalse(path.contains("nowhere"), "a page without a form");
        String address = DeskItems.at(path.replaceFirst("/newsroom/drafts/0", draft), item);
        String before = changes();

        assertEquals(List.of(), new EndedSession(room.cast()).formsThatLoseWords(address));
        assertEquals(before, changes(), "nothing was done");
    }

    @Test
    void formOfAnEarlierSessionIsShownAgainAndNothingIsDone() {
        String path = "/newsroom/items/" + item;
        String before = changes();

        var again = new EndedSession(room.cast())
                .sentWithStaleToken(
                        path,
                        "/newsroom/items/" + item + "/comments",
                        List.of(new HeldForm.Field("text", "Who says so, and where?")));

        assertTrue(again.select("main #held").text().contains("has not been done"), again.text());
        assertTrue(again.select("main form textarea").eachText().contains("Who says so, and where?"), again.text());
        assertEquals(before, changes());
    }

    private String changes() {
        return room.value("select (select count(*) from change) || ' ' || (select count(*) from comment)"
                + " || ' ' || (select count(*) from revision) || ' ' || (select count(*) from draft)"
                + " || ' ' || (select count(*) from account_log)");
    }

    /** With {@code -Dherald.pictures=FOLDER} each look is kept, for a person to look at. */
    private static void picture(Page page, String path, String look) {
        String folder = System.getProperty("herald.pictures");
        if (folder != null) {
            String name = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "") + "." + look + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder).resolve(name))
                    .setFullPage(true));
        }
    }
}
