package org.herald.store;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.Deed;
import org.herald.model.ItemId;
import org.herald.model.VerbName;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Withdraw;
import org.herald.store.AuditQueries.Filter;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who did what when, as the ledger remembers it. */
final class AuditQueriesTest {
    private final TestPortal portal;
    private final AuditQueries audit;
    private final ItemId castle;
    private final ItemId museum;

    AuditQueriesTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        audit = new AuditQueries(portal.database());
        portal.clock().pass(Duration.ofHours(1));
        castle = portal.draft("Castle");
        museum = portal.draft("Museum");
        portal.clock().pass(Duration.ofHours(1));
        portal.done(Cast.JAN, new Revise(castle, content("Mir castle"), null));
        portal.done(Cast.JAN, new Publish(castle, null));
        portal.clock().pass(Duration.ofHours(1));
        portal.done(Cast.VERA, new Withdraw(castle, "It was not true."));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    private List<String> deeds(Filter filter) {
        return audit.deeds(filter, null, 100).stream()
                .map(deed -> deed.principal().displayName() + " " + deed.verb().word() + " " + deed.headline())
                .toList();
    }

    @Test
    void newestDeedsOfAnItemComeFirst() {
        assertEquals(
                List.of(
                        "Vera withdraw Mir castle",
                        "Jan publish Mir castle",
                        "Jan revise Mir castle",
                        "Alesia create Mir castle"),
                deeds(new Filter(null, null, castle, null, null)));
    }

    @Test
    void deedsAreFoundByActorVerbAndTime() {
        assertEquals(2, deeds(new Filter(Cast.JAN.id(), null, null, null, null)).size());
        assertEquals(
                List.of("Alesia create Museum", "Alesia create Mir castle"),
                deeds(new Filter(null, VerbName.CREATE, null, null, null)));
        assertEquals(
                List.of("Jan publish Mir castle"),
                deeds(new Filter(Cast.JAN.id(), VerbName.PUBLISH, castle, null, null)));
        var second = TestPortal.NOON.plus(Duration.ofHours(2));
        assertEquals(
                List.of("Jan publish Mir castle", "Jan revise Mir castle"),
                deeds(new Filter(null, null, null, second, second.plusMillis(1))));
        assertEquals(List.of(), deeds(new Filter(null, null, museum, second, null)));
    }

    @Test
    void partsFollowEachOtherWithoutGapOrRepetition() {
        var all = audit.deeds(Filter.ALL, null, 100);
        var walked = new ArrayList<Deed>();
        List<Deed> part = audit.deeds(Filter.ALL, null, 2);
        while (!part.isEmpty()) {
            walked.addAll(part);
            part = audit.deeds(Filter.ALL, part.getLast(), 2);
        }
        assertEquals(11, all.size());
        assertEquals(all, walked);
        assertNull(all.getLast().item());
    }
}
