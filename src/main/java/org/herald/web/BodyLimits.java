package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How much a request may carry: a megabyte, and more only below one path and for those who are known there. How much that
 * is at most is the server's own limit.
 */
@ApplicationScoped
public class BodyLimits {

    private static final long MOST = 1_048_576;
    private static final int TOO_LARGE = 413;
    private static final int LENGTH_REQUIRED = 411;
    /** After the security headers, before everything that reads. */
    private static final int PRIORITY = 950;

    private final Larger larger;

    /**
     * Where more is taken.
     *
     * @param below the beginning of the paths
     * @param cookie whose value says who asks
     * @param isKnown true for the value of somebody who may; asked on a thread that may wait
     */
    public record Larger(String below, String cookie, Predicate<String> isKnown) {}

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
        var value = Optional.ofNullable(context.request().getCookie(larger.cookie()))
                .map(Cookie::getValue);
        if (value.isEmpty()) {
            tooLarge(context);
            return;
        }
        context.request().pause();
        context.vertx()
                .executeBlocking(() -> larger.isKnown().test(value.get()), false)
                .onComplete(
                        isKnown -> {
                            context.request().resume();
                            if (isKnown) {
                                context.next();
                            } else {
                                tooLarge(context);
                            }
                        },
                        context::fail);
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
