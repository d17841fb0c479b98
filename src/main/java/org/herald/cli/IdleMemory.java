package org.herald.cli;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Gives memory back to the system once a burst of work is over. The heap shrinks only when all of it is collected, and while
 * little happens the collector has no reason to do so: what a busy minute took would stay for days.
 */
@Singleton
final class IdleMemory {

    private static final Logger LOG = Logger.getLogger(IdleMemory.class);
    private static final int EACH_SECONDS = 10;

    /** Collections between two looks of a server that has little to do; each frees some 10 MB. */
    private static final long MOST_WHEN_IDLE = 10;

    /** Less is not worth a pause. */
    private static final long WORTH_BYTES = 64L << 20;

    private final LongSupplier collections;
    private final LongSupplier heap;
    private final Runnable collect;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("herald-memory").daemon().factory());
    // what follows is changed by the looks alone, one after the other
    private long known; // collections at the last look
    private long settled; // bytes of the heap after it was collected last

    @Inject
    IdleMemory() {
        this(
                () -> ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum(),
                Runtime.getRuntime()::totalMemory,
                System::gc);
    }

    /**
     * For a heap.
     *
     * @param collections how often it was collected so far
     * @param heap bytes that it has taken from the system
     * @param collect collects all of it
     */
    IdleMemory(LongSupplier collections, LongSupplier heap, Runnable collect) {
        this.collections = collections;
        this.heap = heap;
        this.collect = collect;
        this.known = collections.getAsLong();
        this.settled = heap.getAsLong();
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> rounds =
                looks.scheduleWithFixedDelay(this::look, EACH_SECONDS, EACH_SECONDS, TimeUnit.SECONDS);
        LOG.tracef("Looking at the memory: %s", rounds);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /** Collects the heap when the server is idle and the heap has grown since. */
    void look() {
        long now = collections.getAsLong();
        boolean isIdle = now - known <= MOST_WHEN_IDLE;
        if (isIdle && heap.getAsLong() - settled >= WORTH_BYTES) {
            collect.run();
            settled = heap.getAsLong();
            now = collections.getAsLong();
        }
        known = now;
    }
}
