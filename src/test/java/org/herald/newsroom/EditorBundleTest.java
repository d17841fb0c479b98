package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.herald.publish.body.BodyRules;
import org.herald.testing.Browser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The editor of bodies in a browser: what it writes, how it is worked with keys alone, and who can use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditorBundleTest {

    /** Each element and attribute of docs/body.md, in the order in which one text could have them. */
    private static final String EVERYTHING =
            "<p>One <em>a</em> <strong>b</strong> <ins>c</ins> <s>d</s> <q>e <q>f</q></q> <cite>g</cite> <code>h</code> end</p>"
                    + "<h2>A</h2><h3 lang=\"be\" dir=\"auto\">B</h3><h4>C</h4>"
                    + "<p>H<sub>2</sub>O, m<sup>2</sup><br>next, no\u00a0break</p>"
                    + "<p>See <a href=\"https://example.org/a?b=c&amp;d=e#f\">a page</a>, another <a href=\"http://example.org\">of the same</a>,"
                    + " the <a href=\"item:12\">item <em>itself</em></a>, its <a href=\"asset:12\">file</a>, and call <a href=\"tel:112\">this number</a>"
                    + " before the <a href=\"/en/news\">news</a> have a <a href=\"#note\">note</a> on it.</p>"
                    + "<p lang=\"be\">Вада</p><p dir=\"rtl\">ماء</p>"
                    + "<p>A <span lang=\"be\">вада</span> <span dir=\"rtl\">ماء</span> <em lang=\"fr\" dir=\"ltr\">eau</em></p>"
                    + "<ul lang=\"en\"><li>a<ul><li>b<ol><li>c</li></ol></li></ul>after</li><li></li></ul>"
                    + "<ol start=\"3\" dir=\"ltr\"><li><p>a</p><p>b</p></li><li>c<blockquote><p>d</p></blockquote></li></ol>"
                    + "<blockquote lang=\"en\"><p>Said <ins>by her</ins>.</p><ul><li>a</li></ul><footer>A <em>weaver</em></footer></blockquote>"
                    + "<blockquote><p>Nobody said.</p></blockquote><pre>a\n  b &lt;c&gt;</pre><hr>"
                    + "<figure><img src=\"asset:7\" alt=\"A &quot;mill&quot;\"><figcaption>The <em>mill</em> <cite>N. N.</cite></figcaption></figure>"
                    + "<figure><img src=\"asset:8\" alt=\"\"></figure>"
                    + "<figure class=\"gallery\"><figure><img src=\"asset:7\" alt=\"a\"><figcaption>A</figcaption></figure>"
                    + "<figure><img src=\"asset:8\" alt=\"b\"></figure><figcaption>Both</figcaption></figure>"
                    + "<table><caption>Years</caption><thead><tr><th scope=\"col\">Year</th><td>n</td></tr></thead>"
                    + "<tbody><tr><th scope=\"row\">2024</th><td rowspan=\"2\">1</td></tr><tr><td>2025</td></tr></tbody>"
                    + "<tfoot><tr><td colspan=\"2\">sum</td></tr></tfoot></table><p>End</p>";

    private @Nullable Browser browser; // opened once for all tests
    private @Nullable EditorPages pages; // opened once for all tests

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

    @Test
    void whatTheSubsetCanSaySurvivesTheEditorAndTheServerLeavesItAsItIs() {
        in(EVERYTHING, window -> {
            window.goTo("> p").type("!");

            String expected = EVERYTHING.replaceFirst(" end</p>", " end!</p>");
            assertEquals(expected, window.html());
            assertEquals(
                    plain(window.html()), plain(BodyRules.read(window.html()).html()));
        });
    }

    @Test
    void whatIsTypedComesOutAsTheServerKeepsIt() {
        in("", window -> {
            window.goTo("p").type("## Title");
            window.press("Enter").type("- one");
            window.press("Enter").type("two");
            window.press("Tab").type("!");
            window.press("Enter", "Enter", "Enter").type("> said");
            window.press("Enter", "Enter").type("Ada");
            window.press("Enter").type("strong");
            window.press("Shift+Home", "Control+b", "End", "Control+b").type(" and plain");
            window.press("Enter").type("```");
            window.type("a").press("Enter");
            window.type("  b").press("Enter", "Enter");
            window.type("---").type("end");

            assertEquals(
                    "<h2>Title</h2><ul><li>one<ul><li>two!</li></ul></li></ul>"
                            + "<blockquote><p>said</p><footer>Ada</footer></blockquote><p><strong>strong</strong> and plain</p>"
                            + "<pre>a\n  b</pre><hr><p>end</p>",
                    window.html());
            assertEquals(
                    plain(window.html()), plain(BodyRules.read(window.html()).html()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|She said \"it's 'so'\" -- and...|She said “it’s ‘so’” – and…",
                "be|Кажа: \"сям'я \"Мір\"\" -- так|Кажа: «сям’я „Мір“»\u00a0– так",
                "ru|Газета \"Звязда\" - газета|Газета «Звязда»\u00a0– газета"
            })
    void marksBecomeThoseOfTheLanguage(String language, String typed, String becomes) {
        pages().in(language);
        in("", window -> {
            window.goTo("p").type(typed);

            assertEquals("<p>" + becomes + "</p>", window.html());
        });
        pages().in("en");
    }

    @Test
    void undoTurnsBackWhatBecameOfAMarkAndNothingElse() {
        in("<p>a</p>", window -> {
            window.goTo("p").type(" \"").press("Control+z");
            assertEquals("<p>a \"</p>", window.html());

            window.press("Control+Shift+Space").type("b");
            assertEquals("<p>a \"\u00a0b</p>", window.html());
            assertThat(window.text().locator(".ed-nbsp")).hasCount(1);
        });
    }

    @Test
    void theToolbarIsOneStopOfTheTabKeyAndWalkedWithArrows() {
        in("<p>a</p>", window -> {
            window.goTo("p").press("Alt+F10");
            assertThat(window.page().getByRole(AriaRole.COMBOBOX)).isFocused();
            window.press("ArrowRight");
            assertThat(window.button("Strong")).isFocused();
            assertThat(window.page().getByRole(AriaRole.TOOLTIP)).hasText("Strong (Ctrl+B)");
            window.press("Space");
            assertThat(window.button("Strong")).hasAttribute("aria-pressed", "true");
            window.press("Escape").type("b");
            assertEquals("<p>a<strong>b</strong></p>", window.html());

            window.press("Alt+F10", "End");
            assertThat(window.button("Dividing line")).isFocused();
            window.press("Shift+Tab");
            assertThat(window.page().getByLabel("Address")).isFocused();
        });
    }

    @Test
    void aTableIsMadeAndChangedWithKeysAlone() {
        in("<p>a</p>", window -> {
            window.goTo("p").press("Alt+F10");
            window.press("End", "ArrowLeft", "Enter", "Escape");
            window.type("Year").press("Tab");
            window.type("n").press("Tab", "Tab");
            window.type("2024");
            window.press("Alt+F10", "End");
            assertThat(window.button("Remove the table")).isFocused();
            window.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter", "Escape");

            assertEquals(
                    "<p>a</p><table><thead><tr><th scope=\"col\">Year</th><th scope=\"col\">n</th><th scope=\"col\"></th></tr>"
                            + "</thead><tbody><tr><th scope=\"row\">2024</th><td></td><td></td></tr>"
                            + "<tr><th scope=\"row\"></th><td></td><td></td></tr></tbody></table>",
                    window.html());
        });
    }

    @Test
    void anItemIsSearchedAndLinkedWithKeysAlone() {
        in("<p>See this</p>", window -> {
            window.goTo("p").press("Control+Shift+ArrowLeft", "Control+k");
            var field = window.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX);
            assertThat(field).isFocused();
            window.type("mill");
            assertThat(window.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION))
                    .hasCount(2);
            assertEquals(List.of(), window.inaccessible());
            window.press("ArrowDown", "ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", "%s-1".formatted(listOf(window)));
            window.press("Enter", "Enter");

            assertEquals("<p>See <a href=\"item:13\">this</a></p>", window.html());
            assertThat(window.text()).isFocused();
            assertThat(window.page().locator(".ed-foot")).containsText("Leads to: The mill closes");

            window.press("Control+k").button("Remove link").click();
            assertEquals("<p>See this</p>", window.html());
        });
    }

    private static String listOf(EditorWindow window) {
        return Objects.requireNonNull(window.page().getByRole(AriaRole.LISTBOX).getAttribute("id"));
    }

    @Test
    void onlyAddressesThatTheRulesAllowBecomeLinks() {
        for (String address : List.of("javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd")) {
            in("<p>a</p>", window -> {
                window.goTo("p").press("Shift+Home", "Control+k");
                window.type(address).press("Enter");
                assertThat(window.page().getByRole(AriaRole.DIALOG)).isVisible();
                window.page().getByRole(AriaRole.DIALOG).getByText("Cancel").click();
                assertEquals("<p>a</p>", window.html());
            });
        }
        in("<p>a</p>", window -> {
            window.goTo("p").press("Shift+Home", "Control+k");
            window.type("desk@example.org").press("Enter");
            assertEquals("<p><a href=\"mailto:desk@example.org\">a</a></p>", window.html());
        });
    }

    @Test
    void picturesAreSentAndDescribedAndARefusalIsSaidWhereThePictureStands() {
        var picture = new FilePayload("a.png", "image/png", "not really".getBytes(StandardCharsets.UTF_8));
        in("<p>a</p>", window -> {
            window.goTo("p");
            pages().refusePictures(true);
            window.page().locator("input[type=file]").setInputFiles(picture);
            assertThat(window.text().locator(".ed-fault")).hasText("a.png: The picture is too large.");
            assertEquals("<p>a</p>", window.html());

            pages().refusePictures(false);
            window.button("Try again").click();
            assertThat(window.text().locator("img")).hasAttribute("src", "/newsroom/pictures/41");
            assertThat(window.text().getByText("Say what the picture shows")).isVisible();
            window.page().getByLabel("Alternative text").fill("A mill");
            assertThat(window.text().getByText("Say what the picture shows")).isHidden();
            window.text().locator(".ed-caption .ed-line").click();
            window.type("The mill").press("Enter");
            window.type("N. N.").press("Enter");
            window.type("b");

            assertEquals(
                    "<p>a</p><figure><img src=\"asset:41\" alt=\"A mill\"><figcaption>The mill <cite>N. N.</cite></figcaption>"
                            + "</figure><p>b</p>",
                    window.html());
        });
    }

    @Test
    void aPictureIsDroppedWhereItShallStand() {
        in("<p>a</p><p>b</p>", window -> {
            window.dropPicture("p");
            assertThat(window.text().locator("img")).isVisible();

            assertEquals("<p>a</p><figure><img src=\"asset:41\" alt=\"\"></figure><p>b</p>", window.html());
        });
    }

    @Test
    void theLabelsAreInTheLanguageOfTheInterface() {
        pages().in("be");
        in("<p>а</p>", window -> {
            assertThat(window.button("Моцнае вылучэнне")).isVisible();
            assertFalse(window.page().content().contains(">editor."));
        });
        pages().in("en");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanUseTheEditor(ColorScheme scheme) {
        pages().show(EVERYTHING);
        try (var window = new EditorWindow(browser(), pages(), 1280, scheme)) {
            window.goTo("td");
            assertEquals(List.of(), window.inaccessible());
        }
    }

    @Test
    void theEditorFitsOnAPhone() {
        pages().show(EVERYTHING);
        try (var window = new EditorWindow(browser(), pages(), 390, ColorScheme.DARK)) {
            window.goTo("li");

            assertEquals(
                    0,
                    window.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            var size = Objects.requireNonNull(window.button("Strong").boundingBox());
            assertTrue(size.width >= 40 && size.height >= 40, "a finger finds it");
        }
    }

    @Test
    void withoutScriptTheTextAreaIsAFieldLikeOthers() {
        pages().show("<p>a</p>");
        try (var window = browser().withoutScript()) {
            Page page = window.newPage();
            page.navigate(pages().address());

            assertThat(page.locator("textarea[name=body]")).hasValue("<p>a</p>");
            assertThat(page.locator("textarea[name=body]")).isVisible();
        }
    }

    private void in(String html, Consumer<EditorWindow> test) {
        pages().show(html);
        try (var window = new EditorWindow(browser(), pages())) {
            test.accept(window);
        }
    }

    private static String plain(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        return parsed.body().html();
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private EditorPages pages() {
        return Objects.requireNonNull(pages);
    }
}
