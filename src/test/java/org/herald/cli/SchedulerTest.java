package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.model.Portal;
import org.herald.publish.CommandBus;
import org.herald.publish.Following;
import org.herald.publish.PublishingRules;
import org.herald.publish.Timetable;
import org.herald.site.CacheInvalidation;
import org.herald.site.CurrentNavigation;
import org.herald.site.KnownPaths;
import org.herald.site.Purging;
import org.herald.site.feeds.HubNews;
import org.herald.store.AddressQueries;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PlanQueries;
import org.herald.testing.TestPortal;
import org.herald.web.Cdn;
import org.herald.web.PageCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server does by the clock ends in order when it stops. */
final class SchedulerTest {

    private final CountDownLatch inTick = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicReference<Thread> ticker = new AtomicReference<>();
    private final AtomicBoolean hasStopped = new AtomicBoolean();
    private final AtomicBoolean wasLate = new AtomicBoolean();

    @TempDir
    private Path folder;

    @Test
    void aStopWaitsForTheTickThatHasBegunAndNoneBeginsAfterIt() throws Exception {
        try (var portal = new TestPortal(folder)) {
            InstantSource clock = this::noon;
            var ticking = ticking(portal, clock);
            ticking.start(new StartupEvent());
            assertTrue(inTick.await(10, TimeUnit.SECONDS));

            var stop = new FutureTask<>(() -> {
                ticking.stop(new ShutdownEvent());
                hasStopped.set(true);
                return true;
            });
            Thread.ofPlatform().start(stop);
            go.countDown();
            assertTrue(stop.get(20, TimeUnit.SECONDS));
        }

        assertTrue(ticker.get().join(Duration.ofSeconds(10)), "no tick waits for its second");
        assertFalse(wasLate.get(), "the store was closed already");
    }

    /** Asked by a tick, it waits in the middle of it. */
    private Instant noon() {
        if (Thread.currentThread().getName().equals("herald-tick")) {
            ticker.set(Thread.currentThread());
            inTick.countDown();
            try {
                assertTrue(go.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException fault) {
                throw new IllegalStateException("A tick is not interrupted", fault);
            }
            if (hasStopped.get()) {
                wasLate.set(true);
            }
        }
        return TestPortal.NOON;
    }

    private static Scheduler ticking(TestPortal portal, InstantSource clock) {
        var slow = new CommandBus(
                portal.database(),
                clock,
                TestPortal.MINSK,
                Portal.UNKNOWN,
                PublishingRules.none(KindFiles.ofProduct()));
        var changes = new ChangeQueries(portal.database());
        var navigation = new CurrentNavigation(new OutlineQueries(portal.database()), changes, KindFiles.ofProduct());
        var cache = new PageCache(clock, () -> TestPortal.NOON, List.of());
        return new Scheduler(
                new Scheduler.Tasks(
                        new Timetable(slow),
                        new Following(slow, new PlanQueries(portal.database())),
                        new HubNews("", changes, () -> 0, _ -> List.of(), clock)),
                navigation,
                new CacheInvalidation(
                        changes,
                        cache,
                        new KnownPaths(new AddressQueries(portal.database())),
                        () -> Long.MAX_VALUE,
                        _ -> {}),
                new Purging(Settings.InFront.NONE, Cdn.NONE, changes, () -> Long.MAX_VALUE),
                clock);
    }
}
