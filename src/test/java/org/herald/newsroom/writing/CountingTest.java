package org.herald.newsroom.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Words are counted of what is typed, whatever that is. */
final class CountingTest {

    @Test
    void wordsAreThoseBetweenTagsAndThoseWithHyphensAndApostrophesAreOne() {
        assertEquals(
                5, Counting.of("<p>The well-known<br>reader’s page&nbsp;1</p>").words());
        assertEquals(0, Counting.of("<p></p>").words());
    }

    @Test
    void noTextTakesLongOrFillsTheStack() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertEquals(0, Counting.of("<".repeat(1_000_000)).words());
            assertEquals(1, Counting.of("a-".repeat(500_000)).words());
            assertEquals(1, Counting.of("a".repeat(1_000_000)).words());
        });
    }
}
