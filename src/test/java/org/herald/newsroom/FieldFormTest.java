package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.regex.Pattern;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Axe;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
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

    @Test
    void coordinatesArePointedAtOnTheMapWhichShowsWhatIsTyped() {
        try (var windows = new Windows(server, room.cast())) {
            Page page = windows.page(Member.ADMINISTRATOR, begun());
            Locator map = page.locator(".point-map");
            map.scrollIntoViewIfNeeded();
            assertFalse(page.locator(".point-pin").isVisible(), "nothing is typed yet");
            map.click();
            page.locator(".point-pin:not([hidden])").waitFor();
            double latitude = Double.parseDouble(value(page, "field.place.latitude"));
            double longitude = Double.parseDouble(value(page, "field.place.longitude"));
            assertEquals(53.7, latitude, 0.3, "the middle of the country");
            assertEquals(27.9, longitude, 0.5);
            assertEquals(
                    "Latitude " + value(page, "field.place.latitude") + ", longitude "
                            + value(page, "field.place.longitude"),
                    page.locator("[data-voice]").innerText());

            map.press("ArrowUp");
            map.press("ArrowLeft");
            assertTrue(Double.parseDouble(value(page, "field.place.latitude")) > latitude);
            assertTrue(Double.parseDouble(value(page, "field.place.longitude")) < longitude);
            double before = Double.parseDouble(value(page, "field.place.latitude"));
            map.press("+");
            map.press("Shift+ArrowUp");
            double step = Double.parseDouble(value(page, "field.place.latitude")) - before;
            assertTrue(step > 0 && step < 0.02, "a small step, nearer: " + step);
            map.press("Tab");
            assertEquals("Nearer", page.evaluate("document.activeElement.ariaLabel"), "the Tab key leaves the map");

            page.locator("[name='field.place.longitude']").fill("");
            Locator typed = page.locator("[name='field.place.latitude']");
            typed.fill("53°27′N 26°28′E");
            typed.press("Tab");
            assertThat(page.locator("[name='field.place.longitude']")).hasValue(Pattern.compile("26[.]4.*"));
            assertEquals(
                    true,
                    page.evaluate(
                            "() => { const pin = document.querySelector('.point-pin').getBoundingClientRect(),"
                                    + " map = document.querySelector('.point-map').getBoundingClientRect();"
                                    + " return pin.left > map.left && pin.right < map.right && pin.top > map.top && pin.bottom < map.bottom; }"));
            windows.shut();
        }
    }

    /** A new draft of an event; its address. */
    private String begunEvent() {
        return location(room.seat(Member.ADMINISTRATOR)
                .post("/newsroom/new", Map.of("kind", "event", "language", "en", "section", room.section("news"))));
    }

    @Test
    void whenAnEventTakesPlaceIsEnteredByKeysAlone() {
        try (var windows = new Windows(server, room.cast())) {
            Page page = windows.page(Member.ADMINISTRATOR, begunEvent());
            Locator group = page.locator("fieldset[data-understood=when]");
            Locator first = group.locator("[name$=\"1-first\"]");
            assertEquals(1, group.locator("fieldset.row:visible").count(), "one empty row");
            assertEquals(0, group.locator("[name$=\"-rule\"]:visible").count(), "no rule is asked for");
            first.focus();
            page.keyboard().type("2026-07-05");
            for (String typed : List.of("15:00, 17:00", "Weekly")) {
                page.keyboard().press("Tab");
                if (typed.equals("15:00, 17:00") && "last".equals(column(page))) {
                    page.keyboard().press("Tab");
                }
                page.keyboard().type(typed);
            }
            for (int steps = 0; !"except".equals(column(page)) && steps < 30; steps++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type("2026-07-26");
            page.keyboard().press("Tab");
            Locator dates = group.locator(".next-dates > li");
            group.getByText("not on 26 July").waitFor();
            dates.first().waitFor();
            String understood = group.locator("[data-understood-as]").innerText();
            assertTrue(understood.contains("every Sunday at 15:00 and 17:00, not on 26 July"), understood);
            assertEquals(10, dates.count());
            looked(page, "an event with its dates");

            Locator change = dates.nth(2).locator("summary");
            change.focus();
            page.keyboard().press("Enter");
            Locator cancel = dates.nth(2).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"));
            cancel.focus();
            page.keyboard().press("Enter");
            group.getByText("(cancelled)").waitFor();
            assertTrue(value(page, "field.when.1-changed").endsWith(" cancelled"), "the column says it");

            change = dates.nth(3).locator("summary");
            change.focus();
            page.keyboard().press("Enter");
            dates.nth(3)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Move").setExact(true))
                    .press("Enter");
            Locator begins = group.getByLabel("Begins");
            begins.fill("18:30");
            group.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move it"))
                    .press("Enter");
            group.getByText("(moved)").waitFor();
            assertTrue(value(page, "field.when.1-changed").contains(" 18:30"), "the column says it");
            windows.shut();
        }
    }

    private static String column(Page page) {
        return String.valueOf(page.evaluate("(document.activeElement.name ?? '').replace(/^.*-/, '')"));
    }

    @Test
    void rowsOfAnEventAreAddedAndWeekdaysChecked() {
        try (var windows = new Windows(server, room.cast())) {
            Page page = windows.page(Member.ADMINISTRATOR, begunEvent());
            Locator group = page.locator("fieldset[data-understood=when]");
            group.locator("[name$=\"1-first\"]").fill("2026-12-01");
            group.locator("[name$=\"1-repeat\"]").selectOption("weekly");
            group.getByLabel("Tuesday").check();
            group.getByLabel("Thursday").check();
            assertEquals("tu, th", value(page, "field.when.1-weekdays"));
            group.locator("[name$=\"1-repeat\"]").selectOption("monthly-weekday");
            group.getByLabel("Which").selectOption("-1");
            group.getByLabel("Weekday", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption("fr");
            assertEquals("-1fr", value(page, "field.when.1-weekdays"));
            group.getByText("on the last Friday of each month").waitFor();
            for (int row = 2; row <= 3; row++) {
                group.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add dates"))
                        .press("Enter");
                page.keyboard().type("2026-12-2" + row);
                page.keyboard().press("Tab");
            }
            assertEquals("2026-12-23", value(page, "field.when.3-first"));
            group.locator("[data-understood-as]:has-text('23 Dec 2026')").waitFor();
            looked(page, "an event of three rows");
            windows.shut();
        }
    }

    @Test
    void anEventNeedsNoScriptAndKeepsWhatWasTypedWrong() {
        var aksana = room.seat(Member.ADMINISTRATOR);
        String draft = begunEvent();
        var typed = with(with(fields(aksana.page(draft), "text"), "headline", "A concert"), "slug", "a-concert");
        typed = with(with(typed, "field.when.1-first", "5.07.2027"), "field.when.1-times", "at noon");

        var refused = Seat.parsed(aksana.post("/newsroom/revisions", typed));
        assertTrue(refused.text().contains("“at noon” is not a list of different times"), refused.text());
        assertEquals("at noon", refused.select("[name=\"field.when.1-times\"]").val());
        assertEquals(
                "5.07.2027", refused.select("[name=\"field.when.1-first\"]").val());
        assertEquals(
                List.of(),
                refused.select("fieldset[data-understood=when] fieldset.row").eachText().stream()
                        .filter(text -> text.contains("row 3"))
                        .toList(),
                "one empty row is enough");
        assertTrue(refused.select("details.zone datalist option[value=Europe/Minsk]")
                        .size()
                > 0);
    }

    @Test
    void anEventIsBegunAgainForNextYearOnTheSameWeekday() {
        var aksana = room.seat(Member.ADMINISTRATOR);
        var typed = with(with(fields(aksana.page(begunEvent()), "text"), "headline", "A fair"), "slug", "a-fair");
        typed = with(with(typed, "field.when.1-first", "2027-07-05"), "field.when.1-times", "9:00-18:00");
        typed = with(with(typed, "field.when.1-repeat", "daily"), "field.when.1-ends", "2027-07-09");
        typed = with(with(typed, "field.when.1-except", "2027-07-07"), "field.status", "cancelled");
        String item = location(aksana.post("/newsroom/revisions", typed)).replaceFirst(".*/items/([0-9]+).*", "$1");

        assertEquals(
                item,
                aksana.page("/newsroom/items/" + item)
                        .select("form[action=/newsroom/new] [name=again]")
                        .val());
        var again = fields(aksana.page(location(aksana.post("/newsroom/new", Map.of("again", item)))), "text");

        assertEquals("A fair", again.get("headline"));
        assertEquals("2028-07-03", again.get("field.when.1-first"), "a Monday, too");
        assertEquals("2028-07-07", again.get("field.when.1-ends"));
        assertEquals("09:00-18:00", again.get("field.when.1-times"));
        assertEquals("", again.getOrDefault("field.when.1-except", ""), "that was this year");
        assertEquals("", again.getOrDefault("field.status", ""), "so was that");
        aksana.post("/newsroom/new", Map.of("again", room.draft("No event").toString()))
                .then()
                .statusCode(404);
    }

    private static String value(Page page, String name) {
        return String.valueOf(page.locator("[name=\"" + name + "\"]").evaluate("(input) => input.value"));
    }
}
