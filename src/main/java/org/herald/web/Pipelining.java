package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives each connection a {@link RequestGate} at its first request, before anything is answered. */
@ApplicationScoped
public class Pipelining {

    private static final int FIRST = 1100;

    void register(@Observes Filters filters) {
        filters.register(Pipelining::limit, FIRST);
    }

    private static void limit(RoutingContext context) {
        limit(context.request());
        context.next();
    }

    static void limit(HttpServerRequest request) {
        if (request.connection() instanceof Http1xServerConnection connection) {
            RequestGate.of(connection);
        }
    }
}
