package org.herald.publish.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.publish.CleanContent;
import org.herald.testing.TestPortal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of bodies, element by element: what is kept, what is written anew, and what never passes. */
final class BodyRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1_000_000;

    /** What the rules leave as it is. */
    static final List<String> KEPT = List.of(
            "",
            "<p>One.</p><p>Two.</p>",
            "<h2>A</h2><h3>B</h3><h4>C</h4>",
            "<ul><li>a</li><li>b</li></ul>",
            "<ol><li>a</li></ol>",
            "<ol start=\"3\"><li>c</li></ol>",
            "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>",
            "<blockquote><p>Said.</p></blockquote>",
            "<blockquote><p>Said.</p><p>Twice.</p><footer>A weaver</footer></blockquote>",
            "<blockquote><p>We keep <ins>the last band</ins>.</p></blockquote>",
            "<blockquote><ul><li>a</li></ul></blockquote>",
            "<pre>a\n  b</pre>",
            "<hr>",
            "<figure><img src=\"asset:7\" alt=\"A mill\"></figure>",
            "<figure><img src=\"asset:7\" alt=\"\"></figure>",
            "<figure><img src=\"asset:7\" alt=\"A mill\"><figcaption>The mill <cite>N. N.</cite></figcaption></figure>",
            "<figure class=\"gallery\"><figure><img src=\"asset:7\" alt=\"a\"><figcaption>A</figcaption></figure>"
                    + "<figure><img src=\"asset:8\" alt=\"b\"></figure><figcaption>Both</figcaption></figure>",
            "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "<table><caption>Years</caption><thead><tr><th scope=\"col\">Year</th></tr></thead>"
                    + "<tbody><tr><th scope=\"row\">2024</th></tr></tbody><tfoot><tr><td>sum</td></tr></tfoot></table>",
            "<table><tbody><tr><td colspan=\"2\" rowspan=\"3\">1</td></tr></tbody></table>",
            "<p><em>a</em> <strong>b</strong> <ins>c</ins> <s>d</s> <q>e</q> <cite>f</cite> <code>g</code></p>",
            "<p>H<sub>2</sub>O, m<sup>2</sup><br>next</p>",
            "<p><a href=\"https://example.org/a?b=c#d\">x</a></p>",
            "<p><a href=\"http://example.org\">x</a></p>",
            "<p><a href=\"item:12\">x</a></p>",
            "<p><a href=\"asset:12\">x</a></p>",
            "<p><a href=\"tel:112\">x</a></p>",
            "<p><a href=\"/en/news\">x</a></p>",
            "<p><a href=\"#note\">x</a></p>",
            "<p lang=\"be\">Вада</p>",
            "<p dir=\"rtl\">ماء</p>",
            "<p>A <span lang=\"be\">вада</span></p>",
            "<p>A &lt; B &amp; C</p>");

    /** What becomes of other HTML. */
    static Stream<List<String>> written() {
        return Stream.of(
                // text and paragraphs
                List.of("just words", "<p>just words</p>"),
                List.of("  a \n\t b  ", "<p>a b</p>"),
                List.of("one<p>two</p>three", "<p>one</p><p>two</p><p>three</p>"),
                List.of("<div>a</div><div><div>b</div></div>", "<p>a</p><p>b</p>"),
                List.of("<section><h1>A</h1>b</section>", "<h2>A</h2><p>b</p>"),
                List.of("<p></p><p> </p><p>&nbsp;</p><p><br></p>", ""),
                List.of("<p>open", "<p>open</p>"),
                List.of("<h1>a</h1><h5>b</h5><h6>c</h6>", "<h2>a</h2><h3>b</h3><h4>c</h4>"),
                List.of("<h4>a</h4><h4>b</h4><h2>c</h2>", "<h2>a</h2><h3>b</h3><h2>c</h2>"),
                List.of("<h2></h2>", ""),
                List.of("<h2>a<img src=\"asset:3\" alt=\"b\"></h2>", "<h2>a</h2>" + picture(3, "b")),
                List.of("<address>a</address><details><summary>b</summary>c</details>", "<p>a</p><p>b</p><p>c</p>"),
                // words in a line
                List.of("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
                List.of("<p><strike>a</strike><del>b</del></p>", "<p><s>a</s><s>b</s></p>"),
                List.of("<p><kbd>a</kbd><tt>b</tt><var>c</var></p>", "<p><code>a</code><code>b</code><em>c</em></p>"),
                List.of("<p><u>a</u><font color=red>b</font><blink>c</blink></p>", "<p>abc</p>"),
                List.of("<p>a<em></em><strong> </strong>b</p>", "<p>a b</p>"),
                List.of("<p style=\"color:red\" class=x id=y>a</p>", "<p>a</p>"),
                List.of("<p lang=\"be!\" dir=\"up\">a</p>", "<p>a</p>"),
                List.of("<p DIR=\"RTL\">a</p>", "<p dir=\"rtl\">a</p>"),
                List.of("<b><p>a</p></b>", "<p><strong>a</strong></p>"),
                // lists
                List.of("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
                List.of("<ul></ul>", ""),
                List.of("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
                List.of("<ol start=\"-1\" type=\"i\"><li>a</li></ol>", "<ol><li>a</li></ol>"),
                List.of("<ul><script>x</script><li>a</li></ul>", "<ul><li>a</li></ul>"),
                List.of("<dl><dt>Oak</dt><dd>a tree</dd></dl>", "<ul><li><strong>Oak</strong> a tree</li></ul>"),
                List.of("<dl></dl>", ""),
                // quotes
                List.of("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
                List.of("<blockquote></blockquote>", ""),
                List.of("<blockquote><footer>N. N.</footer></blockquote>", "<p>N. N.</p>"),
                List.of(
                        "<blockquote><p>a</p><cite>N. N.</cite></blockquote>",
                        "<blockquote><p>a</p><footer>N. N.</footer></blockquote>"),
                List.of(
                        "<figure><blockquote>a</blockquote><figcaption>N. N.</figcaption></figure>",
                        "<blockquote><p>a</p></blockquote><p>N. N.</p>"),
                List.of(
                        "<blockquote cite=\"https://x.example\"><p>a</p></blockquote>",
                        "<blockquote><p>a</p></blockquote>"),
                // pictures
                List.of("<img src=\"asset:7\" alt=\"a\">", picture(7, "a")),
                List.of("<p>a<img src=\"asset:7\" alt=\"b\">c</p>", "<p>a</p>" + picture(7, "b") + "<p>c</p>"),
                List.of("<figure><img src=\"asset:7\" onerror=\"x()\" width=\"3\"></figure>", picture(7, "")),
                List.of(
                        "<img src=\"https://x.example/a.png\" alt=\"A mill\">",
                        "<p><a href=\"https://x.example/a.png\">A mill</a></p>"),
                List.of("<img src=\"data:image/png;base64,AAAA\" alt=\"a\">", "<p>a</p>"),
                List.of("<img>", ""),
                List.of("<img src=\"asset:x\" alt=\"a\">", "<p>a</p>"),
                List.of("<img src=\"javascript:x\" alt=\"a\">", "<p>a</p>"),
                List.of("<figure><figcaption>a</figcaption></figure>", "<p>a</p>"),
                List.of("<a href=\"asset:7\"><img src=\"asset:7\" alt=\"a\"></a>", picture(7, "a")),
                List.of(
                        "<a href=\"https://x.example\"><img src=\"asset:7\" alt=\"a\"></a>",
                        picture(7, "a") + link("https://x.example", "a")),
                // tables
                List.of("<table><tr><td>1</table>", "<table><tbody><tr><td>1</td></tr></tbody></table>"),
                List.of("<table></table>", ""),
                List.of(
                        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th scope=\"x\">b</th></tr></tbody></table>",
                        "<table><thead><tr><th scope=\"col\">a</th></tr></thead>"
                                + "<tbody><tr><th scope=\"row\">b</th></tr></tbody></table>"),
                List.of(
                        "<table border=1><tr><td colspan=\"0\" rowspan=\"99999\" bgcolor=red>1</td></tr></table>",
                        "<table><tbody><tr><td>1</td></tr></tbody></table>"),
                List.of(
                        "<figure><table><tr><td>1</td></tr></table><figcaption>a</figcaption></figure>",
                        "<table><tbody><tr><td>1</td></tr></tbody></table><p>a</p>"),
                // what plays elsewhere
                List.of(
                        "<iframe src=\"https://x.example/v\" title=\"A film\"></iframe>",
                        "<p><a href=\"https://x.example/v\">A film</a></p>"),
                List.of("<iframe src=\"//x.example/v\"></iframe>", link("https://x.example/v", "https://x.example/v")),
                List.of("<iframe src=\"javascript:x\"></iframe>", ""),
                List.of("<iframe srcdoc=\"<script>x</script>\"></iframe>", ""),
                List.of(
                        "<video><source src=\"https://x.example/a.mp4\"></video>",
                        link("https://x.example/a.mp4", "https://x.example/a.mp4")),
                List.of("<audio></audio>", ""),
                // links
                List.of("<p><a>a</a><a href=\"\">b</a></p>", "<p>ab</p>"),
                List.of("<p>x<a href=\"https://x.example\"></a></p>", "<p>x</p>"),
                List.of("<p><a href=\"//x.example/a\">a</a></p>", link("https://x.example/a", "a")),
                List.of(
                        "<p><a href=\"https://x.example\" target=_blank onclick=\"x()\">a</a></p>",
                        "<p><a " + "href=\"https://x.example\">a</a></p>"),
                List.of("<p><a href=\"/a b\">a</a></p>", "<p><a href=\"/a%20b\">a</a></p>"),
                // what is left out with all it holds
                List.of("a<script>alert(1)</script>b<style>p{}</style>c", "<p>a</p><p>b</p><p>c</p>"),
                List.of("<p>a<script>alert(1)</script>b</p>", "<p>a</p><p>b</p>"),
                List.of("<template>b</template><datalist><option>c</option></datalist>", ""),
                List.of("<!-- a --><p>b<!-- c --></p><?php d ?><![CDATA[e]]>", "<p>b</p><p>e</p>"));
    }

    /** Words, links and pictures that stand where a body has no place for them; they stay, apart from each other. */
    static Stream<List<String>> loose() {
        return Stream.of(
                // in lists
                List.of("<ol>1/ keep,<br>2/ leave.</ol>", "<p>1/ keep,<br>2/ leave.</p>"),
                List.of("<ul style=\"list-style:none\">Indented.</ul>", "<p>Indented.</p>"),
                List.of(
                        "<ul>Head<li>one</li>between<li>two</li>tail</ul>",
                        "<p>Head</p><ul><li>one<br>between</li><li>two<br>tail</li></ul>"),
                List.of(
                        "<ul><a href=\"https://x.example/\">A <b>link</b></a><img src=\"asset:7\" alt=\"a\"></ul>",
                        "<p><a href=\"https://x.example/\">A <strong>link</strong></a></p>" + picture(7, "a")),
                List.of(
                        "<ul><li>one</li><img src=\"asset:7\" alt=\"a\"><em>b</em></ul>",
                        "<ul><li>one" + picture(7, "a") + "<em>b</em></li></ul>"),
                List.of("<ul><div><li>a</li></div><p><li>b</li></p></ul>", "<ul><li>a</li><li>b</li></ul>"),
                List.of("<ol><li>a</li><ul><li>b</li></ul></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
                List.of(
                        "<dl>Lead<dt>Mayor</dt><dd>Anna</dd>last</dl>",
                        "<p>Lead</p><ul><li><strong>Mayor</strong> Anna<br>last</li></ul>"),
                List.of(
                        "<dl><div><dt>Mayor</dt><dd><p>Anna.</p><p>Since 2020.</p><img src=\"asset:7\" alt=\"a\"></dd></div></dl>",
                        "<ul><li><strong>Mayor</strong><p>Anna.</p><p>Since 2020.</p>" + picture(7, "a")
                                + "</li></ul>"),
                // in tables
                List.of(
                        "<table>before<tr><td>a</td></tr></table>",
                        "<p>before</p><table><tbody><tr><td>a</td></tr></tbody></table>"),
                List.of("<table><caption>Only this</caption></table>", "<p>Only this</p>"),
                List.of(
                        "<table><caption><p>Budget</p><p>of the town</p></caption><tr><th><div>Year</div><div>2024</div></th>"
                                + "<td><p>100</p><p>200</p></td></tr></table>",
                        "<table><caption>Budget<br>of the town</caption><tbody><tr><th scope=\"row\">Year<br>2024</th>"
                                + "<td>100<br>200</td></tr></tbody></table>"),
                List.of(
                        "<table><tr><td><ul><li>Alpha</li><li>Beta</li></ul></td><td>left<table><tr><td>a1</td><td>a2</td></tr>"
                                + "<tr><td>b1</td></tr></table></td><td><h3>Head</h3>Text.<img src=\"asset:7\" alt=\"a\"></td></tr></table>",
                        "<table><tbody><tr><td>Alpha<br>Beta</td><td>left<br>a1 a2<br>b1</td><td>Head<br>Text.</td></tr></tbody></table>"
                                + picture(7, "a")),
                // in figures
                List.of(
                        "<figure>Beside <img src=\"asset:7\" alt=\"a\"><p>below</p><figcaption><p>One.</p><p>Two.</p></figcaption></figure>",
                        "<p>Beside</p><figure><img src=\"asset:7\" alt=\"a\"><figcaption>One.<br>Two.</figcaption></figure><p>below</p>"),
                List.of("<figure>words<figcaption>cap</figcaption></figure>", "<p>words</p><p>cap</p>"),
                List.of(
                        "<figure class=\"gallery\">all<figure><img src=\"asset:7\" alt=\"a\"></figure><img src=\"asset:8\" alt=\"b\">"
                                + "<img src=\"https://x.example/c.png\" alt=\"c\"></figure>",
                        "<p>all</p><figure class=\"gallery\">" + picture(7, "a") + picture(8, "b") + "</figure>"
                                + link("https://x.example/c.png", "c")),
                // in other lines
                List.of("<h2><div>First</div><div>Second</div></h2>", "<h2>First<br>Second</h2>"),
                List.of(
                        "<blockquote><p>Said.</p><footer><p>Who</p><p>Where</p></footer></blockquote>",
                        "<blockquote><p>Said.</p><footer>Who<br>Where</footer></blockquote>"),
                List.of(
                        "<pre><div>one</div><div>two <a href=\"/en\">three</a></div></pre>",
                        "<pre>one\ntwo three</pre>" + link("/en", "three")),
                List.of(
                        "<div><a href=\"/r.pdf\">Report</a><a class=\"wp-block-file__button\" href=\"/r.pdf\">Download</a></div>",
                        "<p><a href=\"/r.pdf\">Report</a> <a href=\"/r.pdf\">Download</a></p>"),
                // links and emphasis around blocks
                List.of(
                        "<a href=\"/en/a\"><h2>Head</h2><p>Text</p></a>",
                        "<h2><a href=\"/en/a\">Head</a></h2><p><a href=\"/en/a\">Text</a></p>"),
                List.of(
                        "<a href=\"/en/a\">Read <img src=\"asset:7\" alt=\"a\"></a>",
                        link("/en/a", "Read ") + picture(7, "a")),
                // what is embedded
                List.of(
                        "<object data=\"https://x.example/r.pdf\"><p>No viewer? <a href=\"https://x.example/r.pdf\">Report</a>.</p></object>",
                        "<p>No viewer? <a href=\"https://x.example/r.pdf\">Report</a>.</p>"),
                List.of(
                        "<object><param name=\"movie\" value=\"https://x.example/v\"><embed src=\"https://x.example/v\"></object>",
                        link("https://x.example/v", "https://x.example/v")),
                List.of(
                        "<p>a <object data=\"https://x.example/f\" title=\"A film\">words</object> b</p>",
                        "<p>a</p>" + link("https://x.example/f", "A film") + "<p>words</p><p>b</p>"),
                List.of(
                        "<video src=\"/a.mp4\" poster=\"/a.jpg\"><track src=\"/a.vtt\" label=\"Subtitles\">No <b>film</b>?</video>",
                        link("/a.mp4", "/a.mp4") + link("/a.jpg", "/a.jpg") + link("/a.vtt", "Subtitles")
                                + "<p>No <strong>film</strong>?</p>"),
                List.of(
                        "<iframe src=\"https://x.example/v\">No <i>frames</i></iframe>",
                        link("https://x.example/v", "https://x.example/v") + "<p>No <em>frames</em></p>"),
                List.of("<noscript><p>The timetable.</p></noscript>", "<p>The timetable.</p>"),
                List.of(
                        "<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"/a.jpg\" alt=\"a\"><noscript><img src=\"/a.jpg\" alt=\"a\"></noscript>",
                        link("/a.jpg", "a")),
                List.of(
                        "<table><tr><td><iframe src=\"/v\"></iframe>b</td></tr></table>",
                        "<table><tbody><tr><td><a href=\"/v\">/v</a><br>b</td></tr></tbody></table>"),
                // what asks, draws or computes
                List.of(
                        "<form><label>Name</label><input value=a><button>Send</button><input type=submit value=Go></form>",
                        "<p>Name Send Go</p>"),
                List.of(
                        "<select><option>Minsk<option>Brest</select><textarea>words</textarea>",
                        "<p>Minsk Brest words</p>"),
                List.of("<p>a<svg><title>t</title><text>b</text></svg>c</p>", "<p>a t b c</p>"),
                List.of(
                        "<p><math><msup><mi>m</mi><mn>2</mn></msup><annotation>x</annotation></math></p>",
                        "<p>m<sup>2</sup></p>"),
                List.of("<canvas>b</canvas><dialog>c</dialog>", "<p>b</p><p>c</p>"),
                List.of(
                        "<map><area href=\"/a\" alt=\"North\"><area href=\"/b\"></map>",
                        "<p><a href=\"/a\">North</a> <a href=\"/b\">/b</a></p>"),
                // style that says what elements would
                List.of(
                        "<p><span style=\"font-weight:700\">a</span> <span style=\"mso-bidi-font-weight:normal;font-style:italic\">b</span></p>",
                        "<p><strong>a</strong> <em>b</em></p>"),
                List.of("<p><b style='mso-bidi-font-weight:normal'>a</b></p>", "<p><strong>a</strong></p>"),
                List.of("<b style=\"font-weight:normal\"><p>a</p></b>", "<p>a</p>"),
                List.of(
                        "<p style=\"direction:rtl\">a</p><div dir=rtl><p>b</p>c</div>",
                        "<p dir=\"rtl\">a</p><p dir=\"rtl\">b</p><p dir=\"rtl\">c</p>"),
                List.of("<ul><li dir=rtl>a</li><li dir=rtl>b</li></ul>", "<ul dir=\"rtl\"><li>a</li><li>b</li></ul>"),
                List.of(
                        "<table dir=rtl><tr><td>a</td></tr></table>",
                        "<table><tbody><tr><td><span dir=\"rtl\">a</span></td></tr></tbody></table>"));
    }

    /** Attacks, and what a reader's browser must never be given of them. */
    static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<p onclick=\"alert(1)\" onmouseover=alert(1)>a</p>",
            "<img src=\"asset:1\" onerror=\"alert(1)\" alt='\"><script>alert(1)</script>'>",
            "<img src=x onerror=alert(1)//",
            "<a href=\"javascript:alert(1)\">a</a>",
            "<a href=\" JaVaScRiPt:alert(1)\">a</a>",
            "<a href=\"java\tscript:alert(1)\">a</a>",
            "<a href=\"java&#10;script:alert(1)\">a</a>",
            "<a href=\"&#1;javascript:alert(1)\">a</a>",
            "<a href=\"javascript&colon;alert(1)\">a</a>",
            "<a href=\"\u00a0javascript:alert(1)\">a</a>",
            "<a href=\"vbscript:alert(1)\">a</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
            "<a href=\"https://x.example/&quot; onclick=&quot;alert(1)\">a</a>",
            "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
            "<iframe src=\"https://x.example\" title=\"<script>alert(1)</script>\"></iframe>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><style><img src=https://x.example onerror=alert(1)></style></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<textarea><img src=x onerror=alert(1)></textarea>",
            "<title><img src=x onerror=alert(1)></title>",
            "<plaintext><script>alert(1)</script>",
            "<xmp><script>alert(1)</script></xmp>",
            "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
            "<style>@import 'https://x.example';</style>",
            "<link rel=stylesheet href=https://x.example><meta http-equiv=refresh content=0><base href=https://x.example>",
            "<p style=\"background:url(javascript:alert(1))\">a</p>",
            "<form action=javascript:alert(1)><input type=submit></form>",
            "<table background=\"javascript:alert(1)\"><tr><td onclick=alert(1)>a</td></tr></table>",
            "<p lang='en\" onclick=\"alert(1)'>a</p>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<!--><script>alert(1)</script>-->",
            "<p>{#include layout}{cdi:settings.folder}</p>");

    @ParameterizedTest
    @FieldSource("KEPT")
    void theSubsetIsKeptAsItIs(String html) {
        assertEquals(html, plain(read(html)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void otherHtmlBecomesTheSubset(List<String> example) {
        assertEquals(example.getLast(), plain(read(example.getFirst())));
    }

    @ParameterizedTest
    @MethodSource("loose")
    void whatHasNoPlaceInABodyIsGivenOne(List<String> example) {
        assertEquals(example.getLast(), plain(read(example.getFirst())));
    }

    /** Texts of every element in every other, with words, links and pictures that are counted afterwards. */
    @Test
    void noWordNoLinkAndNoPictureIsLostInAnyNesting() {
        for (int seed = 0; seed < 1500; seed++) {
            String html = new MixedHtml(seed).body();
            String read = read(html);
            assertEquals(List.of(), MixedHtml.missing(html, read), seed + ": " + html + " became " + read);
            assertEquals(read, read(read), seed + ": " + html);
        }
    }

    static Stream<String> everything() {
        return Stream.of(KEPT.stream(), written().map(List::getFirst), loose().map(List::getFirst), ATTACKS.stream())
                .flatMap(examples -> examples);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatIsReadTwiceIsAsWhatIsReadOnce(String html) {
        assertEquals(read(html), read(read(html)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingThatRunsOrLoadsFromElsewherePasses(String html) {
        for (var element : Jsoup.parseBodyFragment(read(html)).body().select("*")) {
            assertFalse(element.is("script, style, iframe, object, embed, svg, math, form, input, link, meta, base"));
            element.attributes().forEach(attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), attribute.toString());
                assertFalse(attribute.getKey().equals("style"), attribute.toString());
            });
            assertTrue(element.attr("src").matches("(asset:[0-9]+)?"), element.attr("src"));
            assertTrue(
                    element.attr("href")
                            .toLowerCase(Locale.ROOT)
                            .matches("((https?|mailto|tel|item|asset):|/(?!/)|#).*|[^:/]*"),
                    element.attr("href"));
        }
    }

    @Test
    void anAddressOfMailIsKept() {
        assertEquals(
                "mailto:desk@example.org",
                Jsoup.parseBodyFragment(read("<a href=\"mailto:desk@example.org\">Write</a>"))
                        .expectFirst("a")
                        .attr("href"));
    }

    @Test
    void namedCharactersBecomeTheCharactersThemselves() {
        assertEquals("Castle — “Mir” © ’", text("<p>Castle &mdash; &ldquo;Mir&rdquo; &copy; &#8217;</p>"));
        assertEquals("&lt;b&gt; & \" '", text("<p>&amp;lt;b&amp;gt; &amp; &quot; &apos;</p>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 0x0b, 0x1f, 0x7f, 0x85, 0x9f, 0xfffe, 0xffff})
    void controlCharactersDoNotPass(int character) {
        String html =
                "<p>a" + Character.toString(character) + "b</p><pre>c" + Character.toString(character) + "d</pre>";

        assertFalse(read(html).contains(Character.toString(character)), read(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\udc1d"})
    void halfOfACharacterDoesNotPass(String half) {
        assertFalse(read("<p>a" + half + "b</p>").contains(half));
    }

    @Test
    void lettersOfEveryScriptAndPictureLettersPass() {
        for (String words : List.of("Ўсё ў парадку", "ماء", "水", "🐝", "é", "\u200eleft", "soft\u00adhyphen")) {
            assertEquals(words, text("<p>" + words + "</p>"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"div", "b", "em", "span", "blockquote", "ul><li", "table><tr><td", "figure", "a href=/x", "q"})
    void aMegabyteOfNestingIsReadInPatience(String element) {
        String html = ("<" + element + ">").repeat(MEGABYTE / (element.length() + 2)) + "deep";

        String read = assertTimeoutPreemptively(PATIENCE, () -> read(html));
        assertTrue(read.length() < 2 * MEGABYTE, () -> "became " + read.length());
        assertTrue(read.contains("deep"), "the words stay");
        assertEquals(read, assertTimeoutPreemptively(PATIENCE, () -> read(read)));
    }

    @Test
    void aMegabyteOfWordsIsReadWhole() {
        String words = "word ".repeat(MEGABYTE / 5).strip();

        assertEquals("<p>" + words + "</p>", assertTimeoutPreemptively(PATIENCE, () -> read("<p>" + words + "</p>")));
    }

    @Test
    void plainTextsAreOneLineWithoutControls() {
        Content clean = CleanContent.of(TestPortal.content("A\u0000\n<b>head</b>\u2028line "))
                .content();

        assertEquals("A <b>head</b> line", clean.headline(), "plain text is not HTML: it is escaped when shown");
    }

    private static String read(String html) {
        return BodyRules.read(html).html();
    }

    /** The same HTML as jsoup writes it; the sanitiser closes empty elements and writes some characters by number. */
    private static String plain(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        return parsed.body().html();
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(read(html)).body().wholeText();
    }

    private static String picture(int asset, String alt) {
        return "<figure><img src=\"asset:" + asset + "\" alt=\"" + alt + "\"></figure>";
    }

    private static String link(String address, String words) {
        return "<p><a href=\"" + address + "\">" + words + "</a></p>";
    }

    @Test
    void aLanguageOfThousandsOfPartsFillsNoStack() {
        String parts = "be" + "-a".repeat(100_000);

        assertTrue(BodyRules.read("<p lang=\"" + parts + "!\">a</p>").html().equals("<p>a</p>"));
        assertTrue(BodyRules.read("<p lang=\"" + parts + "\">a</p>").html().endsWith(">a</p>"));
    }
}
