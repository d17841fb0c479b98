package org.herald.cli;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.herald.publish.Following;
import org.herald.publish.Timetable;
import org.herald.site.CacheInvalidation;
import org.herald.site.CurrentNavigation;
import org.herald.site.Purging;
import org.herald.site.feeds.HubNews;
import org.jboss.logging.Logger;

/**
 * What the server does by the clock, at the beginning of every second: publish what is due, and hear of changes of other
 * processes. The cache in front is told by a clock of its own, so that one that does not answer delays nothing, and so is the hub of the feeds; items
 * follow a section that was moved by another.
 */
@Singleton
final class Scheduler {

    private static final Logger LOG = Logger.getLogger(Scheduler.class);
    private static final long SECOND = 1000;

    /** A stop waits so long for what has begun, and no longer: whoever stops the server may be about to kill it. */
    private static final int LONGEST_SECONDS = 5;

    private final Timetable timetable;
    private final Following following;
    private final HubNews hub;
    private final CurrentNavigation navigation;
    private final CacheInvalidation pages;
    private final Purging purging;
    private final InstantSource now;
    private final ScheduledExecutorService clock = oneThread("herald-tick");
    private final ScheduledExecutorService purges = oneThread("herald-purge");
    private final ScheduledExecutorService moves = oneThread("herald-move");
    private final ScheduledExecutorService news = oneThread("herald-hub");
    private final Complaints scheduleTold = new Complaints("The schedule could not be looked at");
    private final Complaints movesTold = new Complaints("Items could not follow their section");
    private final Complaints newsTold = new Complaints("The changes for the hub could not be read");
    private final Complaints purgesTold = new Complaints("The changes for the cache in front could not be read");

    /** What is done by the clock, without an editor. */
    record Tasks(Timetable timetable, Following following, HubNews hub) {}

    Scheduler(Tasks tasks, CurrentNavigation navigation, CacheInvalidation pages, Purging purging, InstantSource now) {
        this.timetable = tasks.timetable();
        this.following = tasks.following();
        this.hub = tasks.hub();
        this.navigation = navigation;
        this.pages = pages;
        this.purging = purging;
        this.now = now;
    }

    void start(@Observes StartupEvent event) {
        clock.execute(this::tick);
        ScheduledFuture<?> looks = moves.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
        LOG.tracef("Looking for sections that move: %s", looks);
        if (purging.isNeeded()) {
            ScheduledFuture<?> rounds = purges.scheduleWithFixedDelay(this::purge, 0, 1, TimeUnit.SECONDS);
            LOG.debugf("Telling the cache in front: %s", rounds);
        }
        if (hub.isNeeded()) {
            ScheduledFuture<?> rounds = news.scheduleWithFixedDelay(this::tellHub, 0, 1, TimeUnit.SECONDS);
            LOG.debugf("Telling the hub: %s", rounds);
        }
    }

    /** What has begun is ended, and nothing begins any more, before the store closes under it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        clock.shutdown();
        purges.shutdown();
        moves.shutdown();
        news.shutdown();
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        boolean hasEnded = true;
        for (var each : List.of(clock, purges, moves, news)) {
            hasEnded &= each.awaitTermination(last - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        if (!hasEnded) {
            LOG.warn("The schedule is still at work while the server stops");
        }
    }

    /** On a thread of its own, because the schedule waits for nothing. */
    private void follow() {
        movesTold.watch(() -> following.follow(moves::isShutdown));
    }

    /** A tick that fails is told and tried again at the next: the schedule never stops for one bad second. */
    private void tick() {
        long began = now.millis();
        scheduleTold.watch(() -> {
            timetable.publishDue();
            navigation.refresh();
            pages.refresh();
        });
        again(began);
    }

    /**
     * At the first second after this tick began, so that one that came a little early leaves none out. By the wall clock
     * each time, because it may be set while the server runs.
     */
    private void again(long began) {
        long second = (Math.floorDiv(began, SECOND) + 1) * SECOND;
        long pause = Math.clamp(second - now.millis(), 0, SECOND);
        try {
            ScheduledFuture<?> next = clock.schedule(this::tick, pause, TimeUnit.MILLISECONDS);
            LOG.tracef("Next tick %s", next);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The clock stops", stopping);
        }
    }

    private void tellHub() {
        newsTold.watch(hub::refresh);
    }

    private void purge() {
        purgesTold.watch(purging::refresh);
    }

    private static ScheduledExecutorService oneThread(String name) {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }
}
