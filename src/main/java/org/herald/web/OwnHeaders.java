package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Gives a route the last word on its answer: a security header that it sets stands in place of the one for all answers,
 * which would otherwise be sent beside it.
 */
@Provider
public class OwnHeaders implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    public OwnHeaders(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var own = response.getHeaders();
        for (String name : SecurityHeaders.NAMES) {
            if (own.containsKey(name)) {
                current.getCurrent().response().headers().remove(name);
            }
        }
    }
}
