package org.herald.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Every answer says when it was sent (RFC 9110, section 6.6.1). */
@ApplicationScoped
public class DateHeader {

    private static final int BEFORE_EVERYTHING = 1001;
    /** IMF-fixdate (RFC 9110, section 5.6.7). */
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Second NEVER = new Second(Long.MIN_VALUE, createOptimized(""));

    private final InstantSource clock;
    private volatile Second now = NEVER; // replaced whole when the next second has come

    private record Second(long epoch, CharSequence text) {}

    public DateHeader(InstantSource clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.response().putHeader(HttpHeaders.DATE, text());
                    context.next();
                },
                BEFORE_EVERYTHING);
    }

    private CharSequence text() {
        long epoch = Math.floorDiv(clock.millis(), 1000);
        Second second = now;
        if (second.epoch() != epoch) {
            second = new Second(epoch, createOptimized(FORM.format(Instant.ofEpochSecond(epoch))));
            now = second;
        }
        return second.text();
    }
}
