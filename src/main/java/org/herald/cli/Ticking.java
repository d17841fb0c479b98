package org.herald.cli;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.herald.publish.Timetable;
import org.herald.site.FreshPages;
import org.herald.site.Outlines;
import org.jboss.logging.Logger;

/** What the server does by the clock, every second: publish what is due, and hear of changes of other processes. */
@Singleton
final class Ticking {

    private static final Logger LOG = Logger.getLogger(Ticking.class);

    private final Timetable timetable;
    private final Outlines outlines;
    private final FreshPages pages;
    private final ScheduledExecutorService clock;

    Ticking(Timetable timetable, Outlines outlines, FreshPages pages) {
        this.timetable = timetable;
        this.outlines = outlines;
        this.pages = pages;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("herald-tick").daemon().factory());
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.SECONDS);
        LOG.debugf("Ticking %s", ticks);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdown();
    }

    /** A tick that fails is told and tried again at the next: the schedule never stops for one bad second. */
    private void tick() {
        try {
            timetable.publishDue();
            outlines.refresh();
            pages.refresh();
        } catch (RuntimeException failure) {
            LOG.error("The schedule could not be looked at; it is tried again in a second", failure);
        }
    }
}
