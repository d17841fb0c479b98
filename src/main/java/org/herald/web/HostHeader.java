package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Requests that name no host, several, or none that can be: one of HTTP/1.1 is refused in words and leaves nothing in the
 * log (RFC 9112, section 3.2); one of HTTP/1.0, as checks of health send, is answered as if it named this machine.
 */
@Provider
@PreMatching
@ApplicationScoped
public class HostHeader implements ContainerRequestFilter {

    private static final int BAD_REQUEST = 400;
    private static final String THIS_MACHINE = "http://localhost";

    private static final String WHY = "The request must name one host, and a real one (RFC 9112, section 3.2).";
    private static final int BEFORE_EVERYTHING = 1091;

    private final CurrentVertxRequest current;

    public HostHeader(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The router refuses the request itself, before all filters. */
    void refuseInWords(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(HostHeader::refused);
    }

    /** Which of several the server would take is not what a proxy in front would take. */
    void refuseSeveral(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
                        TransferEncoding.refuse(context.response(), BAD_REQUEST, WHY);
                    } else {
                        context.next();
                    }
                },
                BEFORE_EVERYTHING);
    }

    private static void refused(RoutingContext context) {
        if (context.statusCode() == BAD_REQUEST && context.request().authority() == null) {
            Pipelining.limit(context.request());
            TransferEncoding.refuse(context.response(), BAD_REQUEST, WHY);
        } else {
            context.next();
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = current.getCurrent().request();
        if (!asked.headers().contains(HttpHeaders.HOST)) {
            boolean isWhole = !asked.uri().startsWith("/"); // absolute-form (RFC 9112, section 3.2.2)
            request.setRequestUri(URI.create(isWhole ? asked.uri() : THIS_MACHINE + asked.uri()));
        }
    }
}
