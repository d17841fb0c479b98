package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instant of a post from the three dates that it may have. */
final class PostDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        UTC                 | LOCAL               | RSS                             | INSTANT
        2024-06-02 09:00:00 | 2024-06-02 23:00:00 | Sun, 02 Jun 2024 23:00:00 +0000 | 2024-06-02T09:00:00Z
        0000-00-00 00:00:00 | 2024-06-02 12:00:00 |                                 | 2024-06-02T09:00:00Z
                            | 2024-06-02 12:00:00 |                                 | 2024-06-02T09:00:00Z
                            | 2024-01-02 12:00:00 |                                 | 2024-01-02T09:00:00Z
                            | 2010-07-02 12:00:00 |                                 | 2010-07-02T09:00:00Z
                            | 2010-01-02 12:00:00 |                                 | 2010-01-02T10:00:00Z
                            | 0000-00-00 00:00:00 | Sun, 02 Jun 2024 09:00:00 +0000 | 2024-06-02T09:00:00Z
        0000-00-00 00:00:00 | 0000-00-00 00:00:00 | Sun, 02 Jun 2024 12:00:00 +0300 | 2024-06-02T09:00:00Z
        0000-00-00 00:00:00 | 0000-00-00 00:00:00 | Mon, 30 Nov -0001 00:00:00 +0000 |
        2024-13-41 09:00:00 | yesterday           | soon                            |
                            |                     |                                 |
        1900-01-01 00:00:00 |                     |                                 | 1900-01-01T00:00:00Z
        2024-06-02T09:00:00 | 2024-06-02T12:00:00 |                                 | 2024-06-02T09:00:00Z
        2024-06-02T09:00:00Z |                    |                                 | 2024-06-02T09:00:00Z
        2024-06-02T09:00:00.000Z |                |                                 | 2024-06-02T09:00:00Z
        2024-06-02T11:00:00+02:00 |               |                                 | 2024-06-02T09:00:00Z
        2024-06-02 05:30:00-0330 |                |                                 | 2024-06-02T09:00:00Z
        2024-06-02 12:00:00 +03 |                 |                                 | 2024-06-02T09:00:00Z
        2024-06-02 09:00:00 UTC |                 |                                 | 2024-06-02T09:00:00Z
                            | 2024-06-02 12:00:00 Europe/Minsk |                    | 2024-06-02T09:00:00Z
                            | 2024-06-02T04:00:00-05:00 |                           | 2024-06-02T09:00:00Z
        2024-06-02 09:00    |                     |                                 | 2024-06-02T09:00:00Z
        2024/06/02 09:00:00 |                     |                                 | 2024-06-02T09:00:00Z
        1717318800          |                     |                                 | 2024-06-02T09:00:00Z
        2024-06-02          | 2024-06-02          |                                 | 2024-06-01T21:00:00Z
        2024-06-02          | 2024-06-02 12:00:00 |                                 | 2024-06-02T09:00:00Z
                            | 2024-06-02          | Sun, 02 Jun 2024 09:00:00 GMT   | 2024-06-02T09:00:00Z
                            | 2024-00-00 00:00:00 | Sun, 02 Jun 2024 09:00:00 GMT   | 2024-06-02T09:00:00Z
                            | 0000-00-00          | 2 Jun 2024 09:00 UT             | 2024-06-02T09:00:00Z
                            |                     | Sun, 2 Jun 2024 04:00:00 EST    | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 Jun 2024 02:00:00 PDT   | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 Jun 2024 12:00:00 MSK   | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 Jun 2024 11:00:00 CEST  | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 Jun 24 09:00:00 Z       | 2024-06-02T09:00:00Z
                            |                     | Sunday, 02-Jun-2024 09:00:00 GMT | 2024-06-02T09:00:00Z
                            |                     | Mon, 02 Jun 2024 09:00:00 +0000 | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 June 2024 09:00:00      | 2024-06-02T09:00:00Z
                            |                     | Sun, 02 Jun 2024 09:00:00 +0000 (UTC) | 2024-06-02T09:00:00Z
                            |                     | 02 Jun 2024                     | 2024-06-01T21:00:00Z
                            |                     | Thu, 01 Jan 0000 00:00:00 +0000 |
        0001-01-01 00:00:00 |                     |                                 |
        """)
    void firstDateThatIsOneCounts(
            @Nullable String utc, @Nullable String local, @Nullable String rss, @Nullable Instant expected) {
        var dated = new WxrPart.Dated(text(local), text(utc), text(rss), "");

        assertEquals(Optional.ofNullable(expected), PostDate.of(dated, TestPortal.MINSK));
    }

    @Test
    void dayInTheAddressOrTheLastChangeStandsForADateThatCannotBeRead() {
        assertEquals("2024-06-01T21:00:00Z", guess("https://small.example/2024/06/02/a-story/", "2024-07-01 10:00:00"));
        assertEquals("2024-07-01T10:00:00Z", guess("https://small.example/a-story/", "2024-07-01 10:00:00"));
        assertEquals("", guess("https://small.example/a-story/", "0000-00-00 00:00:00"));
    }

    private static String guess(String link, String modified) {
        var named = new WxrPart.Named(1, 1, 1, "post", "publish", "a-story", link, "", 0);
        var post = new WxrPart.Post(
                named,
                new WxrPart.Written("A story", "", "", ""),
                new WxrPart.Dated("soon", "", "", modified),
                new WxrPart.Filed(List.of(), Map.of(), Set.of(), "", false, 0));
        return PostDate.guess(post, TestPortal.MINSK)
                .map(found -> found.at().toString())
                .orElse("");
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
