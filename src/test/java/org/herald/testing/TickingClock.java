package org.herald.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TickingClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public TickingClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets this much time pass, and says what time it is then. */
    public Instant pass(Duration time) {
        return now.updateAndGet(instant -> instant.plus(time));
    }

    /** Makes it this instant, which may be an earlier one. */
    public void set(Instant instant) {
        now.set(instant);
    }
}
