package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The block editor's comments, which go, and its HTML, which stays. */
final class BlocksTest {

    private static final int MANY = 1_000_000;

    private final Notes notes = new Notes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->                   | <p>A</p>
        <!-- wp:paragraph {"align":"center"} --><p>A</p><!-- /wp:paragraph --> | <p>A</p>
        <!-- wp:a/b --><p>A</p><!-- /wp:a/b -->                               | <p>A</p>
        <!-- wp:group --><div><!-- wp:list --><ul></ul><!-- /wp:list --></div><!-- /wp:group --> | <div><ul></ul></div>
        Classic<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->            | <p>Classic</p><p>A</p>
        <!-- /wp:paragraph -->A                                               | <p>A</p>
        <!-- wp:spacer {"height":"20px"} /-->                                 |
        <!-- wp:social-link {"url":"https://a.example","service":"x"} /-->    | <p><a href="https://a.example">x</a></p>
        <!-- wp:navigation-link {"label":"A","url":"/b"} /-->                 | <p><a href="/b">A</a></p>
        <!-- wp:block {"ref":5} /-->                                          | <p>Shared</p>
        <!-- wp:core/block {"ref":5} /-->                                     | <p>Shared</p>
        <!-- wp:block {"ref":6} /-->                                          |
        <!-- wp:block {broken /-->                                            |
        <!-- wp:paragraph <p>never closed</p>                                 | <!-- wp:paragraph <p>never closed</p>
        <!-- wp:paragraph --><p>open</p>                                      | <p>open</p>
        <!--more-->                                                           |
        """)
    void contentBecomes(String written, @Nullable String expected) {
        String html =
                new Blocks(Map.of(5L, "<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->"), notes).html(written);

        if (written.contains("never closed")) {
            assertEquals("", Jsoup.parse(html).text(), "a comment without end hides what follows, as in a browser");
        } else {
            assertEquals(expected == null ? "" : expected, html);
        }
    }

    @Test
    void blockWithoutTextIsNoted() {
        new Blocks(Map.of(), notes).html("<!-- wp:latest-posts /--><!-- wp:spacer /--><!-- wp:block {\"ref\":1} /-->");

        assertEquals(
                List.of(
                        "left out: the block \"latest-posts\", which has no text of its own",
                        "left out: the block \"block\", which has no text of its own"),
                notes.all());
    }

    @Test
    void blockThatHoldsItselfEnds() {
        String html = new Blocks(Map.of(1L, "<p>Again</p><!-- wp:block {\"ref\":1} /-->"), notes)
                .html("<!-- wp:block {\"ref\":1} /-->");

        assertTrue(Jsoup.parse(html).select("p").size() < 10, html);
        assertFalse(html.contains("wp:"), html);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("comments without end", "words <!-- wp:a ".repeat(MANY / 16)),
                Arguments.of("blanks", "words <!-- wp:a" + " ".repeat(MANY)),
                Arguments.of("blanks before", "words <!--" + " ".repeat(MANY) + "wp"),
                Arguments.of("a long name", "words <!-- wp:" + "a".repeat(MANY)),
                Arguments.of("openings", "words" + "<!-- wp:a -->".repeat(MANY / 13)),
                Arguments.of("closings", "words" + "<!-- /wp:a -->".repeat(MANY / 14)),
                Arguments.of("deep attributes", "words <!-- wp:a " + "{\"a\":".repeat(MANY / 5) + " /-->"),
                Arguments.of("angles", "words" + "<".repeat(MANY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileContentEndsSoonAndLosesNoWords(String what, String written) {
        String html = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new Blocks(Map.of(), notes).html(written), what);

        assertEquals(
                Jsoup.parse(written).text().replaceAll("\\s+", ""),
                Jsoup.parse(html).text().replaceAll("\\s+", ""));
    }
}
