package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Answers a request whose body is too large, or of unknown length, with an error page; the body is not read. */
@Provider
@PreMatching
@ApplicationScoped
public class RefusedBody implements ContainerRequestFilter {

    /** Under which {@link BodyLimits} leaves the status of its refusal. */
    static final String STATUS = "herald.refused-body";

    private final CurrentVertxRequest current;

    public RefusedBody(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Integer status = current.getCurrent().get(STATUS);
        if (status != null) {
            throw new WebApplicationException(status);
        }
    }
}
