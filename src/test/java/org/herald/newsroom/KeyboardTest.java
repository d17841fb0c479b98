package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.cli.NewsroomSite;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Role;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.FrontDoor;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everything that is done with items, in a real browser and with nothing but the keyboard. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardTest {

    private static final String SEEN = "I have seen the warning";

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final WritingRoom room;
    private final PortalClock clock;
    private final Accounts accounts;
    private @Nullable Windows windows; // opened once for all tests

    KeyboardTest(Database database, PortalClock clock, CommandBus bus, Accounts accounts) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
        this.accounts = accounts;
    }

    @BeforeAll
    void open() {
        windows = new Windows(server, room.cast());
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
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
    void whoeverIsInvitedComesInGoesOutAndComesInAgain() {
        var rights = new Accounts.Rights(Role.EDITOR, Set.of(), Set.of());
        String token = accounts.invite(ActingPrincipal.COMMAND, "keys@herald.test", "Keys", rights, Cast.ENGLISH)
                .orThrow()
                .token();
        Page page = windows().stranger("/newsroom/welcome/" + token);
        var hands = new Hands(page);

        hands.to("New password").type(FrontDoor.PASSWORD).go("Enter");
        assertThat(page.locator(".said")).hasText("You are signed in.");
        hands.press("Tab").assertAt("Skip to the content");
        hands.press("Enter");
        assertEquals("main", hands.stop().kind());
        hands.press("Tab");
        assertEquals(true, page.evaluate("document.querySelector('main').contains(document.activeElement)"));
        hands.back("Sign out").go("Enter");
        hands.assertAt("E-mail").type("keys@herald.test");
        hands.press("Tab").assertAt("Password").type("not it at all").go("Enter");
        hands.assertAt("Password").type(FrontDoor.PASSWORD).go("Enter");
        assertThat(page.locator("h1")).hasText("Desk");
        hands.assertSawEverything();
    }

    @Test
    void theListIsWalkedFilteredAndWorkedThrough() {
        room.draft("Keyboard one");
        ItemId two = room.draft("Keyboard two");
        room.draft("Keyboard three");
        Page page = windows().page(Member.EDITOR, "/newsroom");
        var hands = new Hands(page);

        hands.press("/").assertAt("Words in the headline").type("Keyboard").go("Enter");
        hands.press("j").assertAt("Keyboard three");
        hands.press("j", "j").assertAt("Keyboard one");
        hands.press("x", "k").assertAt("Keyboard two");
        hands.press("x");
        assertThat(page.locator("[data-selected]")).hasText("Selected: 2");
        hands.press("?").assertAt("Close");
        hands.press("Escape").assertAt("Keyboard two");
        hands.to("Send to review").go("Enter");
        assertThat(page.locator("main li.choice")).hasCount(2);
        hands.follow("Send to review");
        assertThat(page.locator("main h2")).hasText("Done: 2 items");
        assertEquals("in-review", room.value("select state from item where id = ?", two.value()));
        hands.press("g").go("d");
        hands.to("State").type("In review");
        hands.to("Show").go("Enter");
        hands.press("j").assertAt("Keyboard two");
        hands.go("Enter");
        assertThat(page.locator("h1")).hasText("Keyboard two");
        hands.press("g").go("c");
        assertThat(page.locator("h1")).containsText("Calendar");
        hands.follow("Month after");
        hands.assertSawEverything();
    }

    @Test
    void anItemIsReviewedScheduledPublishedCorrectedWithdrawnAndRestored() {
        ItemId item = room.draft("Ferry at dawn");
        Page page = windows().page(Member.EDITOR, "/newsroom/items/" + item);
        var hands = new Hands(page);

        hands.to("New comment").type("Which ferry?").press("Tab").assertAt("Comment");
        hands.go("Enter");
        assertThat(page.locator(".comments")).containsText("Which ferry?");
        hands.follow("Send to review");
        hands.follow("Approve");
        assertSaid(page, "It is approved.");
        hands.to("Schedule").press("Enter");
        hands.to("Date").type("11232026");
        hands.to("Time").type("103000AM");
        hands.to(SEEN).press("Space").to("Schedule").go("Enter");
        assertSaid(page, "It is scheduled.");
        assertThat(page.locator("main")).containsText("It goes out on 23 Nov 2026, 10:30:00.");
        hands.follow("Take off the schedule");
        hands.to("Person").type("Alesia");
        hands.to("Assign").go("Enter");
        assertSaid(page, "The assignment is saved.");
        hands.to(SEEN).press("Space").follow("Publish now");
        assertSaid(page, "It is published.");

        hands.follow("Text");
        hands.to("Standfirst").press("End").type(" It leaves at five.");
        hands.go("Control+s");
        assertSaid(page, "Saved.");
        hands.to("Desk").follow("Desk"); // the first one leads to the list
        hands.follow("Publish the changes…");
        hands.to("As an update").arrow("ArrowDown", "As a correction");
        hands.to("Note for readers").type("We left the hour out.");
        hands.follow("Publish");
        assertSaid(page, "The correction is published.");
        hands.follow("Withdraw…");
        hands.to("Reason for readers").type("There is no ferry.");
        hands.follow("Withdraw it now");
        assertSaid(page, "It is withdrawn.");
        hands.follow("Restore");
        assertSaid(page, "Readers see it again.");
        hands.assertSawEverything();
    }

    @Test
    void revisionsAreComparedAndTakenBackAndPreviewsAreGivenAndRevoked() {
        ItemId item = room.draft("Market day");
        var alesia = room.seat(Member.EDITOR);
        String text = "/newsroom/items/" + item + "/text";
        for (String headline : new String[] {"Market week", "Market year"}) {
            location(alesia.post("/newsroom/revisions", with(fields(alesia.page(text), "text"), "headline", headline)));
        }
        Page page = windows().page(Member.EDITOR, "/newsroom/items/" + item + "/revisions");
        var hands = new Hands(page);

        hands.to("earlier 2").arrow("ArrowDown", "earlier 1");
        hands.follow("Compare the chosen ones");
        assertThat(page.locator("main")).containsText("Market");
        assertThat(page.locator("ins.word").first()).isVisible();
        hands.follow("Back");
        hands.follow("Restore 1");
        assertThat(page.locator(".said")).hasText("The revision is restored, as the newest one.");
        assertThat(page.locator("h1")).hasText("Market day");

        hands.open(server.resolve("/newsroom/items/" + item + "/previews").toString());
        hands.to("For whom").type("The museum");
        hands.follow("Make a link");
        assertThat(page.locator(".secret")).containsText("/preview/");
        hands.follow("Revoke The museum");
        assertSaid(page, "The link is revoked.");
        hands.assertSawEverything();
    }

    @Test
    void aTranslationIsMadeBesideItsOriginal() {
        ItemId item = room.published("Bridge over the river");
        Page page = windows().page(Member.EDITOR, "/newsroom/items/" + item + "/translations");
        var hands = new Hands(page);

        hands.follow("Translate беларуская");
        assertThat(page.locator(".original")).containsText("Bridge over the river");
        hands.to("Headline").type("Мост цераз раку");
        hands.to("Standfirst").type("Яго будавалі два гады.");
        hands.to("Text").type("Мост адкрыты.");
        hands.go("Control+s");
        assertSaid(page, "Saved.");
        hands.follow("Translations");
        assertThat(page.locator("main")).containsText("Matches revision");
        hands.press("j").assertAt("Bridge over the river");
        hands.assertSawEverything();
    }

    @Test
    void textsOfTwoPeopleAreBroughtTogether() {
        ItemId item = room.draft(
                Content.of("Mill", new Body("<p>It opens on Saturday.</p><p>The end.</p>")), Cast.ENGLISH, "news");
        var alesia = room.seat(Member.EDITOR);
        var nasta = room.seat(Member.REPORTER);
        String text = "/newsroom/items/" + item + "/text";
        var his = with(fields(alesia.page(text), "text"), "headline", "Alesia’s mill");
        var hers = with(fields(nasta.page(text), "text"), "headline", "Nasta’s mill");
        location(nasta.post("/newsroom/revisions", with(hers, "body", "<p>It opens on Monday.</p><p>The end.</p>")));
        String merge = location(
                alesia.post("/newsroom/revisions", with(his, "body", "<p>It opens on Sunday.</p><p>The end.</p>")));
        Page page = windows().page(Member.EDITOR, merge);
        var hands = new Hands(page);

        hands.to("Take mine").press("Space").arrow("ArrowDown", "Take theirs");
        hands.to("Take mine").press("Space").arrow("ArrowDown", "Write it by hand");
        hands.to("Your own text for this passage").press("Control+End").type(" Or on Monday.");
        hands.follow("Save");
        assertThat(page).hasURL(Pattern.compile(".*/text[?]flash=.*"));
        assertThat(page.locator("#headline")).hasValue("Nasta’s mill");
        assertThat(page.locator(".ed-body")).containsText("Or on Monday.");
        hands.assertSawEverything();
    }

    private static void assertSaid(Page page, String text) {
        assertThat(page.locator(".said")).hasText(text);
    }

    private Windows windows() {
        return Objects.requireNonNull(windows);
    }
}
