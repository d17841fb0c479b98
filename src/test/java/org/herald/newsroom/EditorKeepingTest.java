package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.herald.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is typed is never lost: not by a server that is gone, a session that ended, a window that was closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditorKeepingTest {

    private @Nullable Browser browser; // opened once for all tests
    private @Nullable EditorPages pages; // new for each test
    private @Nullable EditorWindow window; // new for each test

    @BeforeAll
    void open() {
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void begin() {
        pages = new EditorPages().show("<p>Old</p>");
        window = new EditorWindow(Objects.requireNonNull(browser), pages);
    }

    @AfterEach
    void end() {
        window().close();
        pages().close();
    }

    @Test
    void whatIsTypedIsKeptWithinSecondsWithTheTokenAndTheDraft() {
        type(" and new");
        assertThat(status()).hasText("Saved as a draft at 14:03:07");

        var draft = pages().drafts().getLast();
        assertEquals("<p>Old and new</p>", draft.get("body"));
        assertEquals("The mill", draft.get("headline"));
        assertEquals("5", draft.get("draft"));
        assertEquals("0", draft.get("version"));
        assertEquals("3", draft.get("base"));
        assertEquals("TOKEN", pages().tokens().getLast());
        assertThat(page().locator("[data-others]")).hasText("Ada is writing here, too, since 14:01.");
        assertNothingIsLeftHere();

        page().getByLabel("Headline").fill("The mill opens");
        waitForDraft("headline", "The mill opens");
        assertEquals("1", pages().drafts().getLast().get("version"));
    }

    @Test
    void aServerThatIsSwitchedOffGetsTheTextWhenItIsBack() {
        pages().stop();
        type(" and new");
        assertThat(notice("away")).containsText("kept in this browser");
        assertThat(status()).hasText("Saved in this browser only");

        type(" and newer");
        pages().startAgain();
        waitForDraft("body", "<p>Old and new and newer</p>");
        assertThat(notice("away")).hasCount(0);
        assertThat(status()).hasText("Saved as a draft at 14:03:07");
        assertNothingIsLeftHere();
    }

    @Test
    void textThatWasNotSentIsPutBackWhenTheTabIsOpenedAgain() {
        pages().is(EditorPages.Mood.BREAKS);
        type(" and new");
        page().getByLabel("Headline").fill("New headline");
        assertThat(notice("away")).isVisible();

        window().reopen();
        assertThat(notice("put-back")).containsText("Text that was not sent was put back");
        assertEquals("<p>Old and new</p>", window().html());
        assertThat(window().text()).containsText("Old and new");
        assertThat(page().getByLabel("Headline")).hasValue("New headline");

        window().reopenAfter(() -> pages().is(EditorPages.Mood.KEEPS));
        waitForDraft("body", "<p>Old and new</p>");
        assertThat(status()).hasText("Saved as a draft at 14:03:07");
        assertNothingIsLeftHere();
    }

    @Test
    void whoPrefersTheTextOfTheServerGetsItAndMayChangeTheirMind() {
        pages().is(EditorPages.Mood.BREAKS);
        type(" and new");
        assertThat(notice("away")).isVisible();
        window().reopen();

        window().button("Use the text of the server").click();
        assertThat(window().text()).hasText("Old");
        assertEquals("<p>Old</p>", window().html());
        notice("put-back").locator("button").nth(1).click();
        assertEquals("<p>Old and new</p>", window().html());
        type(" and more");
        window().button("Use the text of the server").click();
        assertThat(window().text()).hasText("Old");
        notice("put-back").locator("button").nth(2).click();
        assertEquals("<p>Old and new and more</p>", window().html());

        window().button("Done").click();
        assertThat(notice("put-back")).hasCount(0);
    }

    @Test
    void whoIsSignedOutIsAskedToSignInAndTheTextIsSentWithTheNewToken() {
        pages().is(EditorPages.Mood.SIGNED_OUT);
        type(" and new");
        assertThat(notice("signed-out")).containsText("You are signed out");
        assertThat(notice("signed-out").locator("a")).hasAttribute("target", "_blank");

        pages().newSession("FRESH");
        pages().is(EditorPages.Mood.KEEPS);
        page().evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(status()).hasText("Saved as a draft at 14:03:07");
        assertEquals("FRESH", pages().tokens().getLast());
        assertEquals("FRESH", pages().drafts().getLast().get("csrf"));
        assertThat(notice("signed-out")).hasCount(0);
    }

    @Test
    void aRefusalIsShownAndTheTextStays() {
        pages().is(EditorPages.Mood.REFUSES);
        type(" and new");

        assertThat(notice("refused")).hasText("The headline is too long.");
        assertEquals("<p>Old and new</p>", window().html());
        assertTrue(isLeftHere());
    }

    @Test
    void aCopyIsAnnounced() {
        pages().is(EditorPages.Mood.MAKES_COPIES);
        type(" and new");

        assertThat(notice("copy")).containsText("kept as a copy");
    }

    @Test
    void savingSendsTheNewestTextFirst() {
        type(" and new");
        page().getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        page().waitForURL("**/save");

        assertEquals("<p>Old and new</p>", pages().lastBody());
        var saved = pages().saved().getFirst();
        assertEquals("<p>Old and new</p>", saved.get("body"));
        assertEquals("1", saved.get("version"));
        assertEquals("save", saved.get("what"));
        assertEquals(1, pages().saved().size());
    }

    @Test
    void savingWithoutAChangeSavesAndWhoPressesTwiceSavesOnce() {
        page().getByText("Save", new Page.GetByTextOptions().setExact(true)).dblclick();
        page().waitForURL("**/save");

        assertEquals("<p>Old</p>", pages().saved().getFirst().get("body"));
        assertEquals(1, pages().saved().size());
    }

    @Test
    void savingByKeyIntoAServerThatIsGoneLosesNothing() {
        type(" and new");
        pages().stop();
        window().press("Control+s");

        assertThat(notice("away")).isVisible();
        assertEquals("<p>Old and new</p>", window().html());
        pages().startAgain();
        assertThat(status()).hasText("Saved as a draft at 14:03:07");
    }

    @Test
    void whatWasTypedJustBeforeTheTabWasClosedIsNotLost() {
        type(" and new");
        window().reopen();

        // it was sent while the tab was closing, or it is put back
        waitForDraft("body", "<p>Old and new</p>");
        assertNotEquals("", pages().lastBody());
    }

    @Test
    void twoWindowsDoNotTakeEachOthersText() {
        pages().is(EditorPages.Mood.BREAKS);
        type(" and new");
        assertThat(notice("away")).isVisible();

        Page other = page().context().newPage();
        other.navigate(pages().address());
        other.locator(".ed-body").waitFor();
        other.locator(".ed-body p").first().click();
        other.keyboard().type("x");
        assertThat(other.locator(".ed-notice-away")).isVisible();
        assertThat(other.locator(".ed-notice-put-back")).hasCount(0);
        assertEquals(2, page().evaluate("Object.keys(localStorage).length"));
    }

    private void type(String words) {
        window().goTo("p").type(words);
    }

    private Locator status() {
        return page().locator("[data-autosave-status]");
    }

    private Locator notice(String name) {
        return page().locator(".ed-notice-" + name);
    }

    /** Lets the browser work until the server has this. */
    private void waitForDraft(String field, String value) {
        page().waitForCondition(() -> !pages().drafts().isEmpty()
                && value.equals(pages().drafts().getLast().get(field)));
    }

    private boolean isLeftHere() {
        return !Objects.equals(0, page().evaluate("Object.keys(localStorage).length"));
    }

    private void assertNothingIsLeftHere() {
        assertFalse(isLeftHere(), "the browser keeps only what the server does not have");
    }

    private Page page() {
        return window().page();
    }

    private EditorWindow window() {
        return Objects.requireNonNull(window);
    }

    private EditorPages pages() {
        return Objects.requireNonNull(pages);
    }
}
