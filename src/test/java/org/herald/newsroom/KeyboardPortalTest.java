package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.herald.cli.NewsroomSite;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The portal and its people, looked after in a real browser with nothing but the keyboard. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardPortalTest {

    private static final String MENU = "/newsroom/portal/menus/main/en";

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final WritingRoom room;
    private @Nullable Windows windows; // opened once for all tests

    KeyboardPortalTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @BeforeAll
    void open() {
        windows = new Windows(server, room.cast());
    }

    @AfterEach
    void shut() {
        windows().shut();
    }

    @AfterAll
    void close() {
        if (windows != null) {
            windows.close();
        }
    }

    @Test
    void sectionsAndMenusAreOrderedLookedAtAndPublished() {
        Page page = windows().page(Member.CHIEF_EDITOR, "/newsroom/portal/sections");
        var hands = new Hands(page);
        var sections = order(page, "tree");

        hands.to("Move *").press("Space", "ArrowDown", "ArrowUp", "ArrowDown", "Space");
        assertNotEquals(sections, order(page, "tree"));
        hands.follow("Put into the plan");
        assertSaid(page, "It is in the plan. Readers see it when the plan is published.");
        hands.open(server.resolve(MENU).toString());
        var menu = order(page, "entries");
        hands.to("Move *").press("Space", "ArrowDown", "Escape");
        assertEquals(menu, order(page, "entries"));
        hands.press("Space", "ArrowDown", "Enter");
        assertNotEquals(menu, order(page, "entries"));
        String first = page.locator("ol.entries > li").first().getAttribute("data-title");
        hands.follow("Put into the plan");
        hands.open(server.resolve("/newsroom/portal").toString());
        assertThat(page.locator("main h3")).hasCount(2);
        hands.to("Language").press("ArrowDown", "ArrowUp");
        hands.follow("Preview");
        assertThat(page.locator("nav.menu a").first()).hasText(first);
        hands.open(server.resolve("/newsroom/portal").toString());
        hands.follow("Publish the plan");
        assertSaid(page, "The plan is published.");
        hands.follow("Sections");
        assertNotEquals(sections, order(page, "tree"));

        hands.to("Move *").press("Space", "ArrowDown", "Space").follow("Put into the plan");
        hands.open(server.resolve(MENU).toString());
        hands.to("Move *").press("Space", "ArrowDown", "Space").follow("Put into the plan");
        hands.open(server.resolve("/newsroom/portal").toString());
        hands.follow("Publish the plan");
        hands.follow("Sections");
        assertEquals(sections, order(page, "tree"));
        hands.assertSawEverything();
    }

    @Test
    void aBlockIsMadeAndLeftOutOfThePlanAgain() {
        Page page = windows().page(Member.CHIEF_EDITOR, "/newsroom/portal/blocks");
        var hands = new Hands(page);

        hands.follow("Add a block: Beside");
        hands.to("Title").type("Winter market");
        hands.to("Text").type("On the square from Saturday.");
        hands.to("Leads to").type("/en/news");
        hands.to("From").type("11222026").press("Tab").type("090000AM");
        hands.follow("Put into the plan");
        hands.open(server.resolve("/newsroom/portal").toString());
        assertThat(page.locator("main")).containsText("Winter market");
        hands.follow("Discard the whole plan");
        assertSaid(page, "The plan is discarded.");
        hands.assertSawEverything();
    }

    @Test
    void breakingNewsGoesUpAndComesDown() {
        Page page = windows().page(Member.CHIEF_EDITOR, "/newsroom/portal/banner");
        var hands = new Hands(page);

        hands.to("Text").type("The bridge is closed.");
        hands.follow("See how it will look");
        assertThat(page.locator("[role=alert]")).containsText("The bridge is closed.");
        hands.follow("Publish it now");
        assertSaid(page, "The breaking news is published.");
        hands.follow("Take down*");
        assertSaid(page, "The breaking news is taken down.");
        hands.assertSawEverything();
    }

    @Test
    void addressesAreLedElsewhere() {
        Page page = windows().page(Member.CHIEF_EDITOR, "/newsroom/portal/redirects");
        var hands = new Hands(page);

        hands.to("From the address").type("/en/keys");
        hands.to("To").type("/en/news");
        hands.follow("See how it will look");
        hands.follow("Add the redirect");
        assertSaid(page, "The redirect is active.");
        hands.assertSawEverything();
    }

    @Test
    void peopleAreInvitedGivenOtherRightsAndLocked() {
        Page page = windows().page(Member.ADMINISTRATOR, "/newsroom");
        var hands = new Hands(page);

        hands.press("g").go("u");
        hands.follow("Invite a person");
        hands.to("E-mail").type("maryna@herald.test");
        hands.to("Name").type("Maryna");
        hands.to("Reporter*").press("Space", "ArrowDown");
        hands.press("ArrowUp");
        hands.follow("Create the link");
        hands.to("Link");
        hands.follow("Done");
        hands.follow("Maryna");
        hands.to("Reporter*").arrow("ArrowDown", "Editor*");
        hands.to("русский").press("Space");
        hands.follow("Save");
        assertSaid(page, "The rights are saved. They hold at once.");
        assertThat(page.locator("#role-editor")).isChecked();
        hands.follow("Create a new invitation");
        hands.follow("Done");
        hands.follow("Maryna");
        hands.follow("Lock");
        assertSaid(page, "The account is locked.");
        hands.follow("Unlock");
        assertSaid(page, "The account is open again.");
        hands.assertSawEverything();
    }

    @Test
    void whoeverLikesKeysLittleTurnsThemOff() {
        Page page = windows().page(Member.REPORTER, "/newsroom/account");
        var hands = new Hands(page);

        hands.to("Single keys are shortcuts*").press("Space");
        hands.follow("Save");
        assertSaid(page, "Your account is saved.");
        hands.press("?");
        assertThat(page.locator("#keys")).isHidden();
        hands.to("Single keys are shortcuts*").press("Space");
        hands.follow("Save");
        hands.assertSawEverything();
    }

    /** The entries of the first level of a list, in order. */
    private static List<String> order(Page page, String list) {
        return page.locator("ol." + list).first().locator("> li[data-title]").all().stream()
                .map(each -> Objects.requireNonNull(each.getAttribute("data-title")))
                .toList();
    }

    private static void assertSaid(Page page, String text) {
        assertThat(page.locator(".said")).hasText(text);
    }

    private Windows windows() {
        return Objects.requireNonNull(windows);
    }
}
