package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.Slug;
import org.herald.publish.AddRedirect;
import org.herald.publish.KeepAddress;
import org.herald.publish.MoveSection;
import org.herald.publish.Rename;
import org.herald.store.AddressQueries;
import org.herald.store.ChangeQueries;
import org.herald.testing.TestPortal;
import org.herald.web.PageCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No path that is stored is ever said to be none, whenever it was stored and whatever is read meanwhile. */
final class KnownPathsTest {

    private static final Language ENGLISH = new Language("en");

    private TestPortal portal; // made for each test
    private AddressQueries addresses; // of its database
    private KnownPaths known; // of its database
    private CacheInvalidation follower; // of its ledger

    @BeforeEach
    void open(@TempDir Path folder) {
        portal = new TestPortal(folder);
        addresses = new AddressQueries(portal.database());
        known = new KnownPaths(addresses);
        var cache = new PageCache(portal.clock(), () -> TestPortal.NOON, List.of());
        follower = new CacheInvalidation(
                new ChangeQueries(portal.database()), cache, known, () -> Long.MAX_VALUE, _ -> {});
    }

    @AfterEach
    void close() throws InterruptedException {
        awaitAll(); // nothing is read from a database that is closed
        portal.close();
    }

    @Test
    void everyPathIsKnownAfterItsChange() throws InterruptedException {
        awaitAll();
        var item = portal.published("Mir castle");
        portal.done(new Rename(item, new Slug("castle-of-mir")));
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/?p=12"));
        portal.done(new AddRedirect(new Redirect("/Замак/old.php?b=2&a=1", "/en/archive", ENGLISH)));
        follower.refresh();

        assertAllKnown();
        for (String query : List.of("p=12", "utm_source=x&p=1", "%70=12", "&&p", "p&x", "x=%&p=12", "a[]=1", "é=1")) {
            assertTrue(known.mayHaveParameter("/", query), query);
        }
        for (String query :
                List.of("", "&", "=", "=p", "x=p", "utm_source=%70&fbclid=p=12", "P=12", "pp=1", "x=a%26p")) {
            assertFalse(known.mayHaveParameter("/", query), query);
        }
        assertTrue(known.mayHaveParameter("/Замак/old.php", "x=y&b"));
        assertFalse(known.mayHaveParameter("/en", "p=12"));
        for (String beginning : List.of("c", "castle", "castle-of", "castle-o", "mir-castle")) {
            assertTrue(known.mayBegin("en", beginning), beginning);
        }
        for (String other : List.of("castles", "castle-of-mir-and-more", "x", "of")) {
            assertFalse(known.mayBegin("en", other), other);
        }
        assertFalse(known.mayBegin("be", "castle"));
        assertFalse(known.mayBeStored("/en/nothing"));
    }

    @Test
    void addressesOfAMovedSectionAreKnownEarlierAndNew() throws InterruptedException {
        awaitAll();
        portal.published("Mir castle");
        var section = portal.section("news");
        portal.done(new MoveSection(section, portal.section("tourism"), "stories"));
        follower.refresh();
        assertAllKnown();
        assertTrue(known.mayBeStored("/en/news"));
    }

    @Test
    void whatIsStoredWhileAllIsReadIsKnown() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            String path = "/old/" + i * 7919 % 1000;
            if (i % 20 == 0) {
                known.forget();
            }
            portal.done(new AddRedirect(new Redirect(path, "/en/archive", ENGLISH)));
            follower.refresh();
            assertTrue(known.mayBeStored(path), path);
        }
        awaitAll();
        assertAllKnown();
    }

    private void awaitAll() throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !known.isComplete(); ) {
            assertTrue(System.nanoTime() < end, "all is read");
            Thread.sleep(2);
        }
    }

    private void assertAllKnown() {
        var stored = addresses.after("", 1_000);
        assertFalse(stored.isEmpty());
        stored.forEach(path -> assertTrue(known.mayBeStored(path), path));
    }
}
