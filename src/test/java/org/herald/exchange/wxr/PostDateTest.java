package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.herald.testing.TestDesk;
import org.jspecify.annotations.Nullable;
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
            """)
    void firstDateThatIsOneCounts(
            @Nullable String utc, @Nullable String local, @Nullable String rss, @Nullable Instant expected) {
        var dated = new WxrPart.Dated(text(local), text(utc), text(rss));

        assertEquals(Optional.ofNullable(expected), PostDate.of(dated, TestDesk.MINSK));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
