package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses were the old site's own, and in which form they are kept. */
final class OldSiteTest {

    private final OldSite site = new OldSite("https://www.town.example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://town.example/a/b/             | /a/b
        http://WWW.TOWN.example/a             | /a
        //town.example/a                      | /a
        /a/b/                                 | /a/b
        /                                     | /
        https://town.example                  | /
        https://town.example/#top             | /
        https://town.example?p=12             | /?p=12
        https://town.example/?p=12            | /?p=12
        /?page_id=3                           | /?page_id=3
        /?attachment_id=4                     | /?attachment_id=4
        /?cat=5                               | /?cat=5
        /a/?utm_source=x#y                    | /a
        /?p=x                                 | /
        /%d1%80%d1%8d%d0%ba%d0%b0/            | /рэка
        /a+b                                  | /a+b
        /100%                                 | /100%
        /%zz                                  | /%zz
        https://town.example:8080/a           | /a
        """)
    void ownAddressIsKeptAsItIsAskedFor(String url, String path) {
        assertEquals(Optional.of(path), site.path(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/a",
                "https://town.example.evil.example/a",
                "https://sub.town.example/a",
                "//other.example",
                "mailto:a@town.example",
                "#top",
                "a/b",
                "",
                "https://",
                "http://[broken",
                "javascript:alert(1)"
            })
    void otherAddressesAreNotTheSites(String url) {
        assertEquals(Optional.empty(), site.path(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://town.example/w/u/2008/06/mir.jpg         | /w/u/2008/06/mir.jpg
        http://other.example/w/u/2008/06/mir.jpg?w=300   | /w/u/2008/06/mir.jpg
        /w/mir-300x200.jpg                               | /w/mir.jpg
        /w/mir-scaled.jpg                                | /w/mir.jpg
        /w/mir-e1234567890123.jpg                        | /w/mir.jpg
        /w/mir-300x200-x.jpg                             | /w/mir-300x200-x.jpg
        /w/300x200.jpg                                   | /w/300x200.jpg
        /w/%d1%80.jpg                                    | /w/р.jpg
        """)
    void fileIsNamedWhateverItsSize(String url, String key) {
        assertEquals(key, OldSite.fileKey(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /?p=12             | 12
        /?page_id=3        | 3
        /?attachment_id=4  | 4
        /?cat=5            |
        /a?p=12            |
        /?p=12345678901234567890 |
        """)
    void identityIsReadFromTheQuery(String path, @Nullable Long id) {
        assertEquals(Optional.ofNullable(id), site.named(path));
    }

    static Stream<String> hostile() {
        return Stream.of("/", "%", "?", "#", "?\n", "-1x1", "%41", "//", ".", "\u0301")
                .map(part -> "/a" + part.repeat(1_000_000 / part.length()) + "x");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void hostileAddressEndsSoon(String url) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            site.path(url);
            OldSite.fileKey(url);
            OldSite.fileName(url);
            OldSite.host(url);
        });
    }
}
