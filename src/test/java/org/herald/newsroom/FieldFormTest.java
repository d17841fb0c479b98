package org.herald.newsroom;

import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Axe;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a kind with fields of every type in a browser: for everybody, narrow and enlarged, and by keys alone. */
@QuarkusTest
@TestProfile(SightPortal.class)
final class FieldFormTest {

    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='9' height='9'/></svg>";

    private final WritingRoom room;
    private final PortalClock clock;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    FieldFormTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
    }

    /** A new draft of the administrator's; its address. */
    private String begun() {
        return location(room.seat(Member.ADMINISTRATOR)
                .post("/newsroom/new", Map.of("kind", "sight", "language", "en", "section", room.section("news"))));
    }

    private String picture(String name) {
        return room.seat(Member.ADMINISTRATOR)
                .upload(
                        "/newsroom/pictures",
                        name,
                        DRAWING.replace("9", "" + name.length()).getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("asset");
    }

    private static void looked(Page page, String what) {
        assertEquals(List.of(), Axe.violations(page), what);
        for (int width : List.of(320, 640)) { // a narrow window, and twice the size in one of 1280
            page.setViewportSize(width, 800);
            assertEquals(
                    0,
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                    what + " is wider than " + width);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 800);
        assertEquals(List.of(), Axe.violations(page), what + ", narrow and dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    @Test
    void theFormIsForEverybodyEmptyFilledAndRefused() {
        String near = room.draft("Near the castle").toString();
        String picture = picture("plan.svg");
        var aksana = room.seat(Member.ADMINISTRATOR);
        try (var windows = new Windows(server, room.cast())) {
            String draft = begun();
            looked(windows.page(Member.ADMINISTRATOR, draft), "empty");
            var typed =
                    with(with(fields(aksana.page(draft), "text"), "headline", "A castle"), "field.plan.asset", picture);
            typed = with(with(typed, "field.pictures.1-asset", picture), "field.papers.1-asset", picture);
            typed = with(with(typed, "field.near", near), "field.hours.seasons", "05-01 - 09-30: mo-fr 10:00-20:00");
            typed = with(with(typed, "field.built", "c. 1520"), "field.place.latitude", "53.45, 26.47");
            aksana.send("/newsroom/drafts", typed).then().statusCode(200);
            Page filled = windows.page(Member.ADMINISTRATOR, draft);
            filled.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add pictures"))
                    .waitFor();
            looked(filled, "filled");
            for (String field : List.of("built", "area", "checked", "near", "price.amount", "mail", "hours.mo")) {
                filled.locator("[name=\"field." + field + "\"]").evaluate("(input) => { input.value = 'x?' }");
            }
            filled.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            filled.locator(".reasons").waitFor();
            looked(filled, "refused");
            windows.shut();
        }
    }

    @Test
    void itemsPicturesAndHoursAreChosenByKeysAlone() {
        String first = room.draft("Keys alone: the first").toString();
        String second = room.draft("Keys alone: the second").toString();
        String picture = picture("keys-alone.svg");
        try (var windows = new Windows(server, room.cast())) {
            Page page = windows.page(Member.ADMINISTRATOR, begun());
            Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("near"));
            for (String headline : List.of("keys alone: the f", "keys alone: the s")) {
                search.focus();
                page.keyboard().type(headline);
                page.locator(".ed-found [role=option]").first().waitFor();
                page.keyboard().press("ArrowDown");
                page.keyboard().press("Enter");
                assertEquals("", search.inputValue(), "an item was chosen");
            }
            assertEquals(first + ", " + second, value(page, "field.near"));
            Locator up = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move up: Keys alone: the second"));
            up.focus();
            page.keyboard().press("Enter");
            assertEquals(second + ", " + first, value(page, "field.near"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove: Keys alone: the second"))
                    .focus();
            page.keyboard().press("Enter");
            assertEquals(first, value(page, "field.near"));

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose a picture"))
                    .first()
                    .focus();
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.RADIO).first().waitFor();
            page.keyboard().type("keys-alone");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("keys-alone.svg"))
                    .focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.getByText("keys-alone.svg").first().waitFor();
            assertEquals(picture, value(page, "field.plan.asset"));

            page.locator("[name=\"field.hours.mo\"]").fill("10:00-18:00");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("hours for all days"))
                    .press("Enter");
            assertEquals("10:00-18:00", value(page, "field.hours.su"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a special day"))
                    .press("Enter");
            page.keyboard().type("12-25");
            page.keyboard().press("Tab");
            page.keyboard().type("closed");
            page.keyboard().press("Tab");
            assertEquals("12-25 closed", value(page, "field.hours.special"));
            assertTrue(page.locator("[data-understood-as]").count() > 0);
            windows.shut();
        }
    }

    private static String value(Page page, String name) {
        return String.valueOf(page.locator("[name=\"" + name + "\"]").evaluate("(input) => input.value"));
    }
}
