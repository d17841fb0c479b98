package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.herald.model.PageDependencies;
import org.herald.model.PageKey;
import org.junit.jupiter.api.Test;

/** A page is cached until something that it says changes by time alone. */
final class PageUntilTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final PageCache cache = new PageCache(now::get, () -> MIDNIGHT, List.of());

    @Test
    void aPageIsKeptUntilTheFirstInstantThatItNotes() {
        var dependencies = dependencies();
        dependencies.noteUntil(NOON.plusSeconds(7200));
        dependencies.noteUntil(NOON.plusSeconds(3600));
        dependencies.noteUntil(NOON.plusSeconds(90_000));

        assertEquals(Optional.of(NOON.plusSeconds(3600)), until(dependencies));
    }

    @Test
    void anInstantAfterTheNextTurnMakesNoPageKeptLonger() {
        var dependencies = dependencies();
        dependencies.noteUntil(MIDNIGHT.plusSeconds(60));

        assertEquals(Optional.of(MIDNIGHT), until(dependencies));
    }

    @Test
    void aPageThatNotesNoneIsKeptUntilTheNextTurn() {
        assertEquals(Optional.of(MIDNIGHT), until(dependencies()));
    }

    @Test
    void atThatInstantThePageIsNoLongerAnswered() {
        var dependencies = dependencies();
        dependencies.noteUntil(NOON.plusSeconds(3600));
        until(dependencies);

        now.set(NOON.plusSeconds(3599));
        assertEquals(true, cache.at("/en/castle").isPresent());
        now.set(NOON.plusSeconds(3600));
        assertEquals(false, cache.at("/en/castle").isPresent());
    }

    @Test
    void anEarlierPageStandsInOnlyWhereItsRouteLetsIt() {
        var fresh = RouteParameters.of("/{language}/search").one("q").freshOnly();
        var other = RouteParameters.of("/{language}/entries").one("q");
        var forms = new PageCache(now::get, () -> MIDNIGHT, List.of(fresh, other));
        keep(forms, "/en/search?q=a", fresh);
        keep(forms, "/en/entries?q=a", other);
        forms.apply(1, List.of(new PageKey("item:1")));

        assertEquals(Optional.empty(), forms.at("/en/search?q=a"));
        assertEquals(Optional.empty(), forms.lastGoodAt("/en/search?q=a"));
        assertEquals(true, forms.lastGoodAt("/en/entries?q=a").isPresent());
    }

    private static void keep(PageCache cache, String address, RouteParameters route) {
        var kept = cache.keep(cache.begin(address, Optional.of(route), dependencies()), new Page(200, "<p>Words"));
        assertEquals(true, kept.isPresent());
    }

    private static PageDependencies dependencies() {
        var dependencies = new PageDependencies();
        dependencies.note(List.of(new PageKey("item:1")));
        return dependencies;
    }

    private Optional<Instant> until(PageDependencies dependencies) {
        var making = cache.begin("/en/castle", Optional.empty(), dependencies);
        return cache.keep(making, new Page(200, "Open now")).map(page -> Instant.ofEpochMilli(page.untilMillis()));
    }
}
