package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The classic editor's text as paragraphs and breaks. */
final class ParagraphsTest {

    private static final int MANY = 1_000_000;

    /** A line's end is written here as a paragraph sign. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        One                         | <p>One</p>
        One¶two                     | <p>One<br>two</p>
        One¶¶two                    | <p>One</p><p>two</p>
        One¶ ¶¶¶two                 | <p>One</p><p>two</p>
        One<br>¶two                 | <p>One<br>two</p>
        One<br />two                | <p>One<br>two</p>
        ¶¶One¶¶                     | <p>One</p>
        <p>One¶two</p>three         | <p>One<br>two</p><p>three</p>
        A <b>b¶c</b> d              | <p>A <b>b<br>c</b> d</p>
        A <b>b</b>¶¶<i>c</i>        | <p>A <b>b</b></p><p><i>c</i></p>
        A<h2>H</h2>B                | <p>A</p><h2>H</h2><p>B</p>
        <ul>¶<li>a</li>¶</ul>¶b     | <ul>¶<li>a</li>¶</ul><p>b</p>
        <pre>a¶¶b</pre>             | <pre>a¶¶b</pre>
        <blockquote>a¶¶b</blockquote> | <blockquote><p>a</p><p>b</p></blockquote>
        <div>a<div>b</div></div>    | <div><p>a</p><div><p>b</p></div></div>
        A<!--more-->¶¶B             | <p>A</p><p>B</p>
        A <code>b¶c</code>          | <p>A <code>b¶c</code></p>
        <b>never closed¶¶x          | <p><b>never closed<br>x</b></p>
        """)
    void textBecomes(String written, String expected) {
        assertEquals(expected.replace('¶', '\n'), Paragraphs.of(written.replace('¶', '\n')));
        assertEquals(
                expected.replace('¶', '\n'),
                Paragraphs.of(written.replace("¶", "\r\n")),
                "with the line ends of Windows");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("angles", "<".repeat(MANY) + " end"),
                Arguments.of("line ends", "a" + "\n".repeat(MANY) + "b"),
                Arguments.of("blank lines", "a" + "\n ".repeat(MANY / 2) + "b"),
                Arguments.of("blanks", "a\n" + " ".repeat(MANY) + "b"),
                Arguments.of("lines", "a\n".repeat(MANY / 10)),
                Arguments.of("breaks", "a" + "<br>".repeat(MANY / 20) + "b"),
                Arguments.of("nested boxes", "<div>".repeat(10_000) + "deep\n\nwords"),
                Arguments.of("nested emphasis", "<b>".repeat(10_000) + "deep\n\nwords"),
                Arguments.of("nested quotations", "<blockquote>a\n\n".repeat(10_000)),
                Arguments.of("nested spans", "<span>a\n".repeat(10_000)),
                Arguments.of("tags without end", "a <b".repeat(MANY / 4) + ">"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileTextEndsSoonAndLosesNoWords(String what, String written) {
        String html = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Paragraphs.of(written), what);

        assertEquals(words(written), words(html));
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().replaceAll("\\s+", "");
    }
}
