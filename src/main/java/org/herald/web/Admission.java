package org.herald.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests are answered at once that need a thread and the database. Readers, editors, and strangers at the
 * newsroom's door are counted each for themselves, so that no crowd of the one keeps the others out.
 */
@ApplicationScoped
public class Admission {

    static final int MOST_READERS = 200;
    static final int MOST_STRANGERS = 40;
    static final int MOST_EDITORS = 60;

    private static final String NEWSROOM = "/newsroom";
    private static final int MOST_KNOWN = 10_000;
    private static final Duration KNOWN = Duration.ofMinutes(30);

    private final Room readers = new Room(MOST_READERS);
    private final Room strangers = new Room(MOST_STRANGERS);
    private final Room editors = new Room(MOST_EDITORS);
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(KNOWN)
            .build();

    private final BodyLimits.Larger signedIn;

    /** So many may be in it at once. */
    private record Room(int most, AtomicInteger inside) {

        Room(int most) {
            this(most, new AtomicInteger());
        }

        boolean enter() {
            if (inside.incrementAndGet() > most) {
                inside.decrementAndGet();
                return false;
            }
            return true;
        }
    }

    public Admission(BodyLimits.Larger signedIn) {
        this.signedIn = signedIn;
    }

    /** Counts this request until it is answered; false, and not counted, when there are too many of its kind. */
    boolean admit(RoutingContext context) {
        var room = room(context);
        if (!room.enter()) {
            return false;
        }
        context.addEndHandler(_ -> room.inside().decrementAndGet());
        return true;
    }

    /** Notes that this secret of a session was good a moment ago. */
    public void note(String secret) {
        known.put(secret, true);
    }

    /** True when the newsroom answers this request. */
    static boolean isOfNewsroom(RoutingContext context) {
        String path = context.normalizedPath();
        return path.equals(NEWSROOM) || path.startsWith(NEWSROOM + "/");
    }

    private Room room(RoutingContext context) {
        if (!isOfNewsroom(context)) {
            return readers;
        }
        Cookie cookie = context.request().getCookie(signedIn.session().cookie());
        return cookie != null && known.getIfPresent(cookie.getValue()) != null ? editors : strangers;
    }

    /** Notes for the queries of this request whom they are for. */
    static void mark(RoutingContext context) {
        Context request = Vertx.currentContext();
        if (request != null && context.normalizedPath().startsWith(NEWSROOM)) {
            CurrentRequest.markNewsroom(request);
        }
    }
}
