package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.herald.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What pages can do with a script: order lists, choose rows, obey keys, count, suggest, and show an original beside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditorPageTest {

    private static final String BESIDE = """
            <form aria-label="Sections"><input type="hidden" name="order"><ul data-sortable>
            <li data-id="1">News</li>
            <li data-id="2">Region<ul data-sortable="group"><li data-id="21">Towns</li><li data-id="22">Rivers</li></ul></li>
            <li data-id="3">Culture</li></ul></form>
            <form aria-label="Items"><table data-rows><thead><tr><th><input type="checkbox" data-select-all aria-label="All"></th>
            <th>Item</th></tr></thead><tbody>
            <tr><td><input type="checkbox" name="item" value="1" aria-label="First"></td><td><a href="#first">First</a></td></tr>
            <tr><td><input type="checkbox" name="item" value="2" aria-label="Second"></td><td><a href="#second">Second</a></td></tr>
            <tr><td><input type="checkbox" name="item" value="3" aria-label="Third"></td><td><a href="#third">Third</a></td></tr>
            </tbody></table><output data-selected></output></form>
            <a href="#desk" data-go="d">Desk</a>
            <dialog id="keys" aria-label="Keys"><form method="dialog"><button>Close</button></form></dialog>""";

    private @Nullable Browser browser; // opened once for all tests
    private @Nullable EditorPages pages; // opened once for all tests
    private @Nullable EditorWindow window; // new for each test

    @BeforeAll
    void open() {
        browser = Browser.open();
        pages = new EditorPages();
    }

    @AfterAll
    void close() {
        if (pages != null) {
            pages.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void begin() {
        window = new EditorWindow(
                Objects.requireNonNull(browser),
                Objects.requireNonNull(pages).show("<p>One two.</p><p>Three</p>", BESIDE));
    }

    @AfterEach
    void end() {
        window().close();
    }

    @Test
    void aListIsOrderedWithKeysAndEachStepIsSaid() {
        handle("1").focus();
        window().press("Space");
        assertThat(voice()).hasText("News is taken, place 1 of 3.");
        window().press("ArrowDown");
        assertThat(voice()).hasText("News: place 2 of 3.");
        assertEquals("2,21,22,1,3", order());
        window().press("Escape");
        assertThat(voice()).hasText("News is back at place 1.");
        assertEquals("1,2,21,22,3", order());
        window().press("Space", "End", "Enter");
        assertEquals("2,21,22,3,1", order());
        assertThat(handle("1")).isFocused();
        assertThat(handle("1")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void aListIsOrderedByDraggingWithinItsLevel() {
        var from = Objects.requireNonNull(handle("22").boundingBox());
        var to = Objects.requireNonNull(page().locator("li[data-id='21']").boundingBox());
        page().mouse().move(from.x + 5, from.y + 5);
        page().mouse().down();
        page().mouse().move(from.x + 5, to.y + 1, new Mouse.MoveOptions().setSteps(4));
        page().mouse().up();

        assertEquals("1,2,22,21,3", order());
    }

    @Test
    void aListIsOrderedWithoutDraggingByPointer() {
        handle("3").click();
        page().locator("li[data-id='3']").getByLabel("Culture: Move up").click();

        assertEquals("1,3,2,21,22", order());
    }

    @Test
    void rowsAreWalkedAndChosenWithKeys() {
        page().getByText("Desk").focus();
        window().press("j", "j", "x");
        assertThat(page().getByText("Second")).isFocused();
        assertThat(page().getByLabel("Second")).isChecked();
        assertThat(page().locator("[data-selected]")).hasText("Selected: 1");
        window().press("k");
        assertThat(page().getByText("First")).isFocused();
        window().press("Enter");
        assertTrue(page().url().endsWith("#first"));

        page().getByLabel("All").check();
        assertThat(page().locator("[data-selected]")).hasText("Selected: 3");
        page().getByLabel("Third").uncheck();
        assertEquals(true, page().getByLabel("All").evaluate("box => box.indeterminate"));
    }

    @Test
    void lettersAreCommandsOnlyWhileNobodyTypesAndCanBeTurnedOff() {
        window().goTo("p").type("g d?");
        assertTrue(window().html().contains("g d?"));
        page().getByText("Desk").focus();
        window().press("g", "d");
        assertTrue(page().url().endsWith("#desk"));
        window().press("?");
        assertThat(page().locator("#keys")).isVisible();
        window().press("Escape");

        page().evaluate("document.body.dataset.keys = 'off'");
        window().press("?");
        assertThat(page().locator("#keys")).isHidden();
    }

    @Test
    void wordsAreCountedAndALongHeadlineIsMarked() {
        assertThat(page().locator("[data-words-of]")).hasText("Words: 3 · Reading time: 1 min");
        window().goTo("p").type(" four");
        assertThat(page().locator("[data-words-of]")).hasText("Words: 4 · Reading time: 1 min");
        assertThat(page().locator(".ed-length")).hasText("8 of 70 characters");
        page().getByLabel("Headline").fill("ж".repeat(71));
        assertThat(page().locator(".ed-too-long")).containsText("71 of 70");
    }

    @Test
    void anAddressIsSuggestedUntilSomebodyWritesOne() {
        page().getByLabel("Headline").fill("Вада");
        assertThat(page().getByLabel("Address")).hasValue("vada");
        page().getByLabel("Address").fill("water");
        page().getByLabel("Headline").fill("Вада і хлеб");
        page().waitForCondition(() -> Objects.requireNonNull(pages).lastBody().contains("One"));
        assertThat(page().getByLabel("Address")).hasValue("water");
    }

    @Test
    void theOriginalsBlockStandsBesideTheOneWithTheCaret() {
        page().evaluate("""
                () => {
                  const pair = document.createElement('div');
                  pair.dataset.sideBySide = '';
                  pair.innerHTML = '<div data-original><p>Uno dos.</p><p>Tres</p></div>';
                  const area = document.querySelector('textarea[name=body]');
                  area.before(pair);
                  const copy = area.cloneNode();
                  copy.value = '<p>One</p><p>Two</p>';
                  pair.append(copy);
                  document.dispatchEvent(new CustomEvent('htmx:load', {detail: {elt: pair}}));
                }""");
        var pair = page().locator("[data-side-by-side]");
        pair.locator(".ed-body p").last().click();

        assertThat(pair.locator("[data-original] > [aria-current=true]")).hasText("Tres");
    }

    @Test
    void theOriginalsSentenceIsMarkedWhereBothHaveAsMany() {
        page().evaluate("""
                () => {
                  const pair = document.createElement('div');
                  pair.dataset.sideBySide = '';
                  pair.innerHTML = '<div data-original="es"><p>Uno <em>es. Dos</em> son. Tres.</p>'
                      + '<ul><li>Cuatro. Cinco.</li><li>Seis. Siete.</li></ul><p>Ocho.</p></div>';
                  const area = document.querySelector('textarea[name=body]');
                  area.before(pair);
                  const copy = area.cloneNode();
                  copy.value = '<p>One is. Two are. Three.</p><ul><li>Four. Five.</li><li>Six. Seven.</li></ul>'
                      + '<p>Eight. More.</p>';
                  pair.append(copy);
                  document.dispatchEvent(new CustomEvent('htmx:load', {detail: {elt: pair}}));
                }""");
        var body = page().locator("[data-side-by-side] .ed-body");
        body.focus();
        marked("Uno es.");
        body.locator("p").first().click();
        page().keyboard().press("Home");
        marked("Uno es.");
        for (int i = 0; i < 10; i++) {
            page().keyboard().press("ArrowRight");
        }
        marked("Dos son.");
        page().keyboard().press("End");
        marked("Tres.");
        body.locator("li").last().click();
        page().keyboard().press("End");
        marked("Siete.");
        body.locator("p").last().click();
        marked("");
    }

    /** The sentence that the browser marks, once it is this one. */
    private void marked(String sentence) {
        page().waitForFunction(
                        "text => [...(CSS.highlights.get('herald-sentence') ?? [])].map(String).join('|') === text",
                        sentence);
    }

    @Test
    void everybodyCanUseThePage() {
        handle("1").click();
        assertEquals(List.of(), window().inaccessible());
    }

    private Locator handle(String id) {
        return page().locator("li[data-id='" + id + "'] > .ed-sort .ed-move");
    }

    private Locator voice() {
        return page().locator("[data-voice]");
    }

    private String order() {
        return page().locator("input[name=order]").inputValue();
    }

    private Page page() {
        return window().page();
    }

    private EditorWindow window() {
        return Objects.requireNonNull(window);
    }
}
