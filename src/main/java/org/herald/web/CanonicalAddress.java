package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Lets a route see the address under which its page is kept: no page can say anything of what a reader wrote besides. After
 * {@link HostHeader}.
 */
@Provider
@PreMatching
@Priority(Priorities.USER + 1)
@ApplicationScoped
public class CanonicalAddress implements ContainerRequestFilter {

    private final CurrentVertxRequest current;

    public CanonicalAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String address = current.getCurrent().get(PageCacheFilter.ADDRESS);
        if (address != null) {
            var asked = current.getCurrent().request();
            String host =
                    asked.authority() == null ? "localhost" : asked.authority().toString();
            request.setRequestUri(URI.create(asked.scheme() + "://" + host + address));
        }
    }
}
