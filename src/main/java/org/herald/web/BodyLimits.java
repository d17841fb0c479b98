package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * How much a request may carry: a megabyte, and more only below one path and for those who are known there: by a session,
 * or by a browser whose session has ended, so that what was typed in it is not lost. How much that is at most is the
 * server's own limit.
 */
@ApplicationScoped
public class BodyLimits {

    private static final long MOST = 1_048_576;
    private static final int TOO_LARGE = 413;
    private static final int LENGTH_REQUIRED = 411;
    private static final int UNAVAILABLE = 503;

    /** How many requests without a session may carry more at once: what they bring waits on the disk until it is read. */
    private static final int MOST_WITHOUT_SESSION = 4;

    /** After the security headers, before everything that reads. */
    private static final int PRIORITY = 950;

    private final Larger larger;
    private final AtomicInteger withoutSession = new AtomicInteger();

    /**
     * Where more is taken.
     *
     * @param below the beginning of the paths
     * @param session by which a user is known who is signed in
     * @param browser by which a browser is known in which a user was signed in
     */
    public record Larger(String below, Proof session, Proof browser) {}

    /**
     * What a cookie proves.
     *
     * @param isGood true for a value that proves it; asked on a thread that may wait
     */
    public record Proof(String cookie, Predicate<String> isGood) {

        private boolean isGivenBy(HttpServerRequest request) {
            return Optional.ofNullable(request.getCookie(cookie))
                    .map(Cookie::getValue)
                    .filter(isGood)
                    .isPresent();
        }
    }

    private enum Known {
        BY_SESSION,
        BY_BROWSER,
        NOT
    }

    public BodyLimits(Larger larger) {
        this.larger = larger;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        boolean saysHowLong = request.getHeader("Transfer-Encoding") == null;
        if (saysHowLong && length(request) <= MOST) {
            context.next();
        } else if (context.normalizedPath().startsWith(larger.below())) {
            ask(context);
        } else if (saysHowLong) {
            tooLarge(context);
        } else {
            // what does not say how long it is cannot be refused before it is read (RFC 9110, section 15.5.12)
            refuse(context, LENGTH_REQUIRED);
        }
    }

    private void ask(RoutingContext context) {
        context.request().pause();
        context.vertx()
                .executeBlocking(() -> known(context.request()), false)
                .onComplete(
                        known -> {
                            context.request().resume();
                            switch (known) {
                                case BY_SESSION -> context.next();
                                case BY_BROWSER -> takeWithoutSession(context);
                                case NOT -> tooLarge(context);
                            }
                        },
                        context::fail);
    }

    private Known known(HttpServerRequest request) {
        if (larger.session().isGivenBy(request)) {
            return Known.BY_SESSION;
        }
        return larger.browser().isGivenBy(request) ? Known.BY_BROWSER : Known.NOT;
    }

    private void takeWithoutSession(RoutingContext context) {
        if (withoutSession.incrementAndGet() > MOST_WITHOUT_SESSION) {
            withoutSession.decrementAndGet();
            context.response().putHeader("Retry-After", "10");
            refuse(context, UNAVAILABLE);
        } else {
            context.addEndHandler(_ -> withoutSession.decrementAndGet());
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String stated = request.getHeader("Content-Length");
        // one that is no number never comes so far
        return stated == null || !stated.matches("[0-9]{1,18}") ? 0 : Long.parseLong(stated);
    }

    private static void tooLarge(RoutingContext context) {
        refuse(context, TOO_LARGE);
    }

    /** An error page, after which the connection is closed: what else the request carries is not read. */
    private static void refuse(RoutingContext context, int status) {
        context.request().pause();
        context.response().putHeader("Connection", "close");
        context.put(RefusedBody.STATUS, status);
        context.next();
    }
}
