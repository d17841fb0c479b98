package org.herald.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the server under test: it stands at noon UTC on 21 November 2026 until a test moves it. */
@Mock
@Singleton
public class PortalClock implements InstantSource {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private volatile Instant now = NOON; // moved by tests

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }
}
