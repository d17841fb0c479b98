package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What was added may be there; nearly nothing else may. */
final class PathFilterTest {

    private static final int PATHS = 100_000;

    @Test
    void whatWasAddedMayBeThereAndOfOthersNearlyNone() {
        var filter = new PathFilter(PATHS);
        for (int i = 0; i < PATHS; i++) {
            filter.add('a', path(i));
        }
        int wrong = 0;
        for (int i = 0; i < PATHS; i++) {
            assertTrue(filter.mayHave('a', path(i)));
            wrong += filter.mayHave('a', path(PATHS + i)) ? 1 : 0;
            wrong += filter.mayHave('b', path(i)) ? 1 : 0;
        }
        assertTrue(wrong < PATHS / 500, "wrongly said to be there: " + wrong);
        assertFalse(filter.isFull());
    }

    @Test
    void itSaysWhenItIsFull() {
        var filter = new PathFilter(0);
        for (int i = 0; i < 100_000; i++) {
            filter.add('a', path(i));
            filter.add('a', path(i));
        }
        assertFalse(filter.isFull(), "what is added again takes no room");
        for (int i = 100_000; i < 102_000; i++) {
            filter.add('a', path(i));
        }
        assertTrue(filter.isFull());
    }

    private static String path(int number) {
        return "/en/news/culture/2026/11/21/story-" + number;
    }
}
