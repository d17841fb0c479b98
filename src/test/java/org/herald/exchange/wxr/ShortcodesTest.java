package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of square brackets: shortcodes that are known, those that are not, and brackets that are none. */
final class ShortcodesTest {

    private static final int MANY = 1_000_000;

    private final Notes notes = new Notes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        He said [sic] twice.                  | He said [sic] twice.
        See [1], [a b] and [].                | See [1], [a b] and [].
        An [open bracket                      | An [open bracket
        [[gallery]] is a word                 | [gallery] is a word
        [[note]                               | [[note]
        a] b [/c] d                           | a] b [/c] d
        [weather town="A"]                    | <code>[weather town="A"]</code>
        [my_form]                             | <code>[my_form]</code>
        [weather town="]"] x                  | <code>[weather town="]"]</code> x
        [weather town='a [b] c']              | <code>[weather town='a [b] c']</code>
        [see [weather a=1]                    | [see <code>[weather a=1]</code>
        [weather a="b                         | [weather a="b
        [box]Words[/box]                      | <code>[box]</code>Words<code>[/box]</code>
        [box][my_in]x[/my_in][/box]           | <code>[box]</code><code>[my_in]</code>x<code>[/my_in]</code><code>[/box]</code>
        [caption]Only words[/caption]         | Only words
        [caption width="1"]<img src="a.jpg"> A caption[/caption] | <figure><img src="a.jpg"><figcaption>A caption</figcaption></figure>
        [caption caption="Old"]<img src="a.jpg">[/caption]       | <figure><img src="a.jpg"><figcaption>Old</figcaption></figure>
        [wp_caption]<a href="b"><img src="a"></a>C[/wp_caption]  | <figure><a href="b"><img src="a"></a><figcaption>C</figcaption></figure>
        [gallery ids="3,4"]                   | <figure class="gallery"><img class="wp-image-3" src="" alt=""><img class="wp-image-4" src="" alt=""></figure>
        [gallery columns="2"]                 | <figure class="gallery"><img class="wp-image-7" src="" alt=""></figure>
        <a title="[gallery]">x</a>            | <a title="[gallery]">x</a>
        <pre>[gallery]</pre>                  | <pre>[gallery]</pre>
        <CODE>[a_b]</Code > [a_b]             | <CODE>[a_b]</Code > <code>[a_b]</code>
        <!-- [gallery] -->                    | <!-- [gallery] -->
        1 < 2 [a_b] > 3                       | 1 < 2 <code>[a_b]</code> > 3
        <pre>[gallery ids="3"]                | <pre><figure class="gallery"><img class="wp-image-3" src="" alt=""></figure>
        """)
    void bracketsBecome(String written, String expected) {
        assertEquals(unescaped(expected), unescaped(new Shortcodes(List.of(7L), notes).html(written)));
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"").replace("&apos;", "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [embed]https://a.example/film[/embed]   | https://a.example/film | https://a.example/film
        [audio mp3="https://a.example/s/x.mp3"] | https://a.example/s/x.mp3 | x.mp3
        [video src="/f/x.mp4"][/video]          | /f/x.mp4 | x.mp4
        [youtube https://a.example/watch]       | https://a.example/watch | https://a.example/watch
        """)
    void mediaBecomeLinks(String written, String address, String label) {
        var link = Jsoup.parse(new Shortcodes(List.of(), notes).html(written)).expectFirst("p > a");

        assertEquals(address, link.attr("href"));
        assertEquals(label, link.text());
        assertTrue(notes.all().getFirst().endsWith("became a link"), notes.all().toString());
    }

    @Test
    void galleryWithoutPicturesAndUnknownShortcodesAreNoted() {
        new Shortcodes(List.of(), notes).html("[gallery] [x_y] [x_y]");

        assertEquals(
                List.of(
                        "left out: a gallery without pictures, [gallery]",
                        "kept as it is written: the shortcode [x_y], which nothing here knows (2 times)"),
                notes.all());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("brackets", "[".repeat(MANY)),
                Arguments.of("angles", "[" + "<".repeat(MANY)),
                Arguments.of("tags without end", "<a".repeat(MANY / 2) + " [x_y]"),
                Arguments.of("comments without end", "<!--".repeat(MANY / 4) + " [x_y]"),
                Arguments.of("preformatted without end", "<pre ".repeat(MANY / 5) + " [x_y]"),
                Arguments.of("preformatted with end", "<pre>".repeat(MANY / 5) + " [x_y]</pre>"),
                Arguments.of("openings", "[a ".repeat(MANY / 3)),
                Arguments.of("openings of one name", "[a]".repeat(MANY / 3)),
                Arguments.of("openings and closings", "[a]".repeat(MANY / 7) + "w" + "[/a]".repeat(MANY / 7)),
                Arguments.of("a long attribute", "[a_b " + "x".repeat(MANY) + "]"),
                Arguments.of("a long quoted attribute", "[a_b x=\"" + "y".repeat(MANY) + "\"]"),
                Arguments.of("a quotation without end", "[a_b x=\"" + "y ".repeat(MANY / 2)),
                Arguments.of("quotations", "[a_b '\"'".repeat(MANY / 8)),
                Arguments.of("blanks", "[a" + " ".repeat(MANY)),
                Arguments.of("attributes", "[a_b" + " c=d".repeat(MANY / 4) + "]"),
                Arguments.of("escapes", "[[a".repeat(MANY / 3)),
                Arguments.of("nested", nested(10_000)),
                Arguments.of("captions", "[caption]<img src=a ".repeat(MANY / 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileTextEndsSoonAndLosesNoWords(String what, String written) {
        String html = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new Shortcodes(List.of(), notes).html(written), what);

        assertEquals(letters(written), letters(html));
    }

    private static String nested(int deep) {
        var text = new StringBuilder();
        for (int i = 0; i < deep; i++) {
            text.append("[n_").append(i).append(']');
        }
        text.append("words");
        for (int i = deep - 1; i >= 0; i--) {
            text.append("[/n_").append(i).append(']');
        }
        return text.toString();
    }

    /** What was written, without the marks that the conversion adds. */
    private static String letters(String html) {
        return html.replace("<code>", "")
                .replace("</code>", "")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("[[", "[")
                .replace("[caption]", "");
    }
}
