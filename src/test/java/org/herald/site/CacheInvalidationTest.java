package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.herald.store.AddressQueries;
import org.herald.store.ChangeQueries;
import org.herald.testing.TestPortal;
import org.herald.web.PageCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a change that another process committed reaches what pages are rendered from, and the pages. */
final class CacheInvalidationTest {

    @TempDir
    private Path folder;

    /** A page that was removed first would be rendered with the outline of before, and cached until the next change. */
    @Test
    void pagesAreRemovedOnlyForChangesThatTheNavigationHas() {
        try (var portal = new TestPortal(folder)) {
            var changes = new ChangeQueries(portal.database());
            var cache = new PageCache(portal.clock(), () -> TestPortal.NOON, List.of());
            var navigated = new AtomicLong(changes.newest());
            var known = new KnownPaths(new AddressQueries(portal.database()));
            var pages = new CacheInvalidation(changes, cache, known, navigated::get, _ -> {});

            portal.published("Mir castle");
            portal.published("Niasvizh castle");
            long newest = changes.newest();
            assertTrue(newest > navigated.get());
            pages.refresh();
            assertEquals(navigated.get(), pages.position());

            navigated.set(newest - 1);
            pages.refresh();
            assertEquals(newest - 1, pages.position());

            navigated.set(newest);
            pages.refresh();
            assertEquals(newest, pages.position());
        }
    }
}
