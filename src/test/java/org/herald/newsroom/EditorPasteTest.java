package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.herald.publish.BodyRules;
import org.herald.testing.Browser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is pasted into the editor, dropped on it or opened in it: clean where it is honest, dead where it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditorPasteTest {

    private static final String WORD = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
            <style><!-- p.MsoNormal {margin:0in;} --></style><!--[if gte mso 9]><xml></xml><![endif]--></head>
            <body lang=EN-US><!--StartFragment--><h1><span lang=EN-US>Why<o:p></o:p></span></h1>
            <p class=MsoNormal style='mso-margin-top-alt:auto'><b>Strong</b> and <i>slanted</i>.<o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·
            <span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>First</p>
            <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>Deeper</p>
            <table class=MsoTableGrid><tr><td width=100><p class=MsoNormal>A</p></td></tr></table>
            <img src="file:///C:/mill.png"><!--EndFragment--></body></html>""";

    private static final String DOCS = """
            <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span
            style="font-weight:400;">Title</span></h2><p dir="ltr"><span style="font-weight:400;">Plain </span><span
            style="font-weight:700;">strong</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr"
            role="presentation"><span>One</span></p></li></ul></b>""";

    private @Nullable Browser browser; // opened once for all tests
    private @Nullable EditorPages pages; // opened once for all tests

    @BeforeAll
    void open() {
        browser = Browser.open();
        pages = new EditorPages().withoutPolicy();
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
    void aTextFromWordKeepsItsSenseAndSaysWhichPicturesItLost() {
        in("", window -> {
            window.goTo("p").paste(WORD, "");

            assertEquals(
                    "<h2>Why</h2><p><strong>Strong</strong> and <em>slanted</em>.</p><ul><li>First<ul><li>Deeper</li></ul></li>"
                            + "</ul><table><tbody><tr><td>A</td></tr></tbody></table>",
                    window.html());
            assertThat(window.page().locator(".ed-note")).containsText("left out: 1");
        });
    }

    @Test
    void aTextFromGoogleDocsFlowsIntoTheParagraph() {
        in("<p>a</p>", window -> {
            window.goTo("p").paste("<p>b <span style='font-weight:700'>c</span></p><p>d</p>", "");
            window.type("!");
            assertEquals("<p>ab <strong>c</strong></p><p>d!</p>", window.html());

            window.press("Control+a", "Delete").paste(DOCS, "");
            assertEquals("<h2>Title</h2><p>Plain <strong>strong</strong></p><ul><li>One</li></ul>", window.html());
        });
    }

    @Test
    void plainTextBecomesParagraphsAndAnAddressOverWordsTheirLink() {
        in("", window -> {
            window.goTo("p").paste("", "a <b>\nb\n\nc");
            assertEquals("<p>a &lt;b&gt;<br>b</p><p>c</p>", window.html());

            window.press("Shift+Home").paste("", "https://example.org/");
            assertEquals("<p>a &lt;b&gt;<br>b</p><p><a href=\"https://example.org/\">c</a></p>", window.html());
        });
    }

    @Test
    void intoACellACaptionOrPreformattedTextOnlyWordsArePasted() {
        in(
                "<pre>x</pre><figure><img src=\"asset:7\" alt=\"a\"></figure><table><tbody><tr><td>1</td></tr></tbody></table>",
                window -> {
                    window.goTo("td").paste("<h2>a</h2><p>b</p>", "");
                    window.goTo(".ed-caption .ed-line").paste("<ul><li>c</li></ul>", "");
                    window.goTo("pre").paste("<p><b>d</b></p><p>e</p>", "");

                    assertEquals(
                            "<pre>xd\ne</pre><figure><img src=\"asset:7\" alt=\"a\"><figcaption>c</figcaption></figure>"
                                    + "<table><tbody><tr><td>1a<br>b</td></tr></tbody></table>",
                            window.html());
                });
    }

    @Test
    void aPictureThatComesAlongIsSentToTheServer() {
        in("<p>a</p>", window -> {
            window.goTo("p").paste("<p>b</p><img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"A mill\">", "");
            assertThat(window.text().locator("img")).isVisible();

            assertEquals("<p>ab</p><figure><img src=\"asset:41\" alt=\"A mill\"></figure>", window.html());
        });
    }

    @Test
    void whatIsCopiedHereIsPastedHereAsItWas() {
        String figure = "<figure><img src=\"asset:7\" alt=\"a\"><figcaption>b <cite>c</cite></figcaption></figure>";
        String quote = "<blockquote><p>d <ins>e</ins></p><footer>f</footer></blockquote>";
        in("<p>x</p>" + figure + quote + "<p>y</p>", window -> {
            window.goTo("> p").press("Control+a", "Control+c", "Control+End", "Enter", "Control+v");

            assertEquals(("<p>x</p>" + figure + quote + "<p>y</p>").repeat(2), window.html());
        });
    }

    @Test
    void nothingThatIsPastedRuns() {
        in("<p>a</p>", window -> {
            for (String attack : Attacks.ALL) {
                window.goTo("p").paste(attack, "");
                harmless(window, attack);
                window.press("Control+a", "Delete");
            }
            assertEquals(List.of(), shots(window));
        });
    }

    @Test
    void nothingThatIsDroppedRuns() {
        in("<p>a</p>", window -> {
            for (String attack : Attacks.ALL) {
                window.drop("> p", attack);
                harmless(window, attack);
                window.goTo("> p").press("Control+a", "Delete");
            }
            assertEquals(List.of(), shots(window));
        });
    }

    /** An attacker may name the editor as the source. */
    @Test
    void nothingRunsThatPretendsToComeFromTheEditor() {
        in("<p>a</p>", window -> {
            for (String attack : Attacks.ALL) {
                window.goTo("p").paste("<div data-pm-slice=\"0 0 []\">" + attack + "</div>", "");
                harmless(window, attack);
                window.press("Control+a", "Delete");
            }
            window.paste(
                    "<div data-pm-slice=\"1 1 [&quot;blockquote&quot;,{&quot;lang&quot;:&quot;x onclick&quot;}]\">"
                            + "<figure data-asset=\"7&quot; onerror=&quot;alert(1)\" data-alt=\"&quot;><img src=x onerror=alert(1)>\"></figure>"
                            + "<table><tr><td colspan=99999999>a</td></tr></table></div>",
                    "");
            harmless(window, "a forged slice");
            assertEquals(List.of(), shots(window));
        });
    }

    @Test
    void nothingRunsInABodyThatIsOpened() {
        for (String attack : Attacks.ALL) {
            in(attack, window -> {
                dead(window, attack);
                window.goTo("> p").type("!");
                harmless(window, attack);
                assertEquals(List.of(), shots(window), attack);
            });
        }
    }

    @Test
    void thereAreAttacksEnough() {
        assertTrue(Attacks.ALL.size() >= 40, () -> "only " + Attacks.ALL.size());
    }

    /** What ran. */
    private static Object shots(EditorWindow window) {
        return Objects.requireNonNull(window.page().evaluate("() => window.shots"));
    }

    /** Nothing of the attack is left that could run: in the editor, and in what it would send. */
    private static void harmless(EditorWindow window, String attack) {
        dead(window, attack);
        String html = window.html();
        for (var element : Jsoup.parseBodyFragment(html).body().select("*")) {
            assertFalse(
                    element.is("script, style, iframe, object, embed, svg, math, form, input, link, meta, base"), html);
            element.attributes()
                    .forEach(attribute -> assertFalse(attribute.getKey().matches("on.*|style"), html));
            assertTrue(element.attr("src").matches("(asset:[0-9]+)?"), html);
            assertTrue(
                    element.attr("href")
                            .toLowerCase(Locale.ROOT)
                            .matches("((https?|mailto|tel|item|asset):|[^:]*([/#?]|$)).*"),
                    html);
        }
        assertEquals(plain(html), plain(BodyRules.read(html).html()), attack);
    }

    private static void dead(EditorWindow window, String attack) {
        Object left = window.text().evaluate("""
                body => [...body.querySelectorAll('*')].filter(each =>
                    /^(script|style|iframe|object|embed|form|math|link|meta|base|template|video|audio|source)$/i.test(each.localName)
                    || [...each.attributes].some(({name, value}) => /^on|^style$|^srcdoc$|^formaction$/i.test(name)
                        || (/^(href|src|action|xlink:href)$/i.test(name)
                            && !/^(https?:|mailto:|tel:|item:|asset:|[/#]|[^:]*$)/i.test(value))))
                  .map(each => each.outerHTML)""");
        assertEquals(List.of(), left, attack);
    }

    private void in(String html, Consumer<EditorWindow> test) {
        pages().show(html);
        try (var window = new EditorWindow(Objects.requireNonNull(browser), pages())) {
            test.accept(window);
        }
    }

    /** The same HTML as jsoup writes it; the server's sanitiser writes brackets in addresses by number. */
    private static String plain(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        return parsed.body().html().replace("%28", "(").replace("%29", ")");
    }

    private EditorPages pages() {
        return Objects.requireNonNull(pages);
    }
}
