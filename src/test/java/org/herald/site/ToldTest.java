package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the test of freshness takes for stale. */
final class ToldTest {

    private static final long STORY = 7;
    private static final String LIST = "/en/news";
    private static final String WITH_STORY = "<h3>Story i7v1x</h3>";
    private static final Duration LONGER_THAN_ALLOWED = Duration.ofMillis(130);

    private final Told told = new Told();

    private boolean isStale() {
        return told.check(LIST, System.nanoTime(), 200, WITH_STORY).isPresent();
    }

    @Test
    void aWithdrawnStoryIsStaleUnlessItIsJustBeingRestored() throws InterruptedException {
        told.expect(STORY, "culture");
        told.path(STORY, "/en/news/culture/2026/11/21/story");
        told.shown(STORY, 1);
        told.withdrawn(STORY);
        Thread.sleep(LONGER_THAN_ALLOWED);
        assertTrue(isStale());

        told.begin(STORY);
        Thread.sleep(LONGER_THAN_ALLOWED);
        assertEquals(false, isStale(), "it is committed, perhaps, and told in a moment");
        told.end(STORY);
        assertTrue(isStale(), "it was refused");

        told.begin(STORY);
        told.shownAgain(STORY);
        told.end(STORY);
        assertEquals(false, isStale());
    }
}
