package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.herald.publish.body.BodyRules;
import org.herald.testing.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
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

    /** Elements and attributes of the editors that could run something. */
    private static final String LIVING = """
            () => [...document.querySelectorAll('.ed-body *')].filter(each =>
                /^(script|style|iframe|object|embed|form|math|link|meta|base|template|video|audio|source)$/i.test(each.localName)
                || [...each.attributes].some(({name, value}) => /^on|^style$|^srcdoc$|^formaction$/i.test(name)
                    || (/^(href|src|action|xlink:href)$/i.test(name)
                        && !/^(https?:|mailto:|tel:|item:|asset:|[/#]|[^:]*$)/i.test(value))))
              .map(each => each.outerHTML)""";

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
        attack(List.of(), Attacks.ALL, """
                (body, attack) => {
                  const clipboard = new DataTransfer();
                  clipboard.setData('text/html', attack);
                  body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
                }""");
    }

    @Test
    void nothingThatIsDroppedRuns() {
        attack(List.of(), Attacks.ALL, """
                (body, attack) => {
                  const carried = new DataTransfer();
                  carried.setData('text/html', attack);
                  body.scrollIntoView();
                  const {left, top} = body.querySelector('p').getBoundingClientRect();
                  body.querySelector('p').dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true,
                    cancelable: true, clientX: left + 2, clientY: top + 2}));
                }""");
    }

    /** An attacker may name the editor as the source. */
    @Test
    void nothingRunsThatPretendsToComeFromTheEditor() {
        var forged = new ArrayList<>(Attacks.ALL);
        forged.add("<figure data-asset='7\" onerror=\"alert(1)' data-alt='\"><img src=x onerror=alert(1)>'></figure>");
        forged.add("<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr></table>");
        for (String slice : List.of(
                "0 0 []", "1 1 [&quot;blockquote&quot;,{&quot;lang&quot;:&quot;x onclick=&quot;}]", "9 9 -9 x")) {
            attack(List.of(), forged, """
                    (body, attack) => {
                      const clipboard = new DataTransfer();
                      clipboard.setData('text/html', '<div data-pm-slice="SLICE">' + attack + '</div>');
                      body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
                    }""".replace("SLICE", slice));
        }
    }

    @Test
    void nothingRunsInABodyThatIsOpened() {
        attack(Attacks.ALL, Attacks.ALL, """
                body => {
                  const clipboard = new DataTransfer();
                  clipboard.setData('text/plain', '!');
                  body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
                }""");
    }

    @Test
    void thereAreAttacksEnough() {
        assertTrue(Attacks.ALL.size() >= 40, () -> "only " + Attacks.ALL.size());
    }

    /**
     * Opens an editor for each attack, does something in it, and looks at what is left: nothing that could run, neither in
     * the editor nor in what it would send, and nothing that the server's rules would have to take out.
     */
    private void attack(List<String> bodies, List<String> attacks, String deed) {
        var areas = new StringBuilder();
        for (int at = 0; at < attacks.size(); at++) {
            String body = bodies.isEmpty() ? "" : bodies.get(at);
            areas.append("<textarea data-editor data-attack data-content-language=\"en\" aria-label=\"Text\""
                            + " data-pictures=\"/newsroom/pictures\" data-links=\"/newsroom/links\">")
                    .append(Entities.escape(body))
                    .append("</textarea>");
        }
        pages().show("", areas.toString());
        try (var window = new EditorWindow(Objects.requireNonNull(browser), pages())) {
            var page = window.page();
            page.evaluate(
                    "attacks => document.querySelectorAll('[data-attack] + .ed .ed-body').forEach((body, at) => ("
                            + deed + ")(body, attacks[at]))",
                    attacks);
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertEquals(List.of(), page.evaluate(LIVING));
            assertEquals(List.of(), page.evaluate("() => window.shots"));
            var written = page.locator("[data-attack]").evaluateAll("areas => areas.map(area => area.value)");
            assertEquals(attacks.size(), ((List<?>) written).size());
            for (Object html : (List<?>) written) {
                isOfTheSubset(String.valueOf(html));
            }
        }
    }

    private static void isOfTheSubset(String html) {
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
        assertEquals(plain(html), plain(BodyRules.read(html).html()));
    }

    private void in(String html, Consumer<EditorWindow> test) {
        pages().show(html);
        try (var window = new EditorWindow(Objects.requireNonNull(browser), pages())) {
            test.accept(window);
        }
    }

    /** The same HTML as jsoup writes it; the server's sanitiser writes brackets in addresses by number, and
     * puts a space after one with a backtick. */
    private static String plain(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        return parsed.body().html().replace("%28", "(").replace("%29", ")").replace(" \">", "\">");
    }

    private EditorPages pages() {
        return Objects.requireNonNull(pages);
    }
}
