package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes bytes of the pages that routes answer, and keeps those that {@link PageDoor} waits for. When a page could not be
 * made, the last good one is sent in its place.
 */
@Provider
public class PageSending implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int FAULT = 500;

    /** Asked at the first request: filters are made before the settings are known. */
    private final Instance<PageCache> cache;

    private final CurrentVertxRequest current;

    public PageSending(Instance<PageCache> cache, CurrentVertxRequest current) {
        this.cache = cache;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Page page)) {
            return;
        }
        RoutingContext context = current.getCurrent();
        Optional<PageCache.Making> making = Optional.ofNullable(context.get(PageDoor.MAKING));
        Optional<KeptPage> lastGood = page.status() >= FAULT
                ? making.flatMap(begun -> cache.get().lastGoodAt(begun.address()))
                : Optional.empty();
        lastGood.ifPresent(_ -> response.setStatus(OK));
        KeptPage kept = lastGood.orElseGet(() -> making.filter(_ -> page.status() == OK)
                .map(begun -> cache.get().keep(begun, page))
                .orElseGet(() -> new KeptPage(page, Instant.MAX.getEpochSecond())));
        send(request, response, kept.in(Encoding.accepted(request.getHeaderString("Accept-Encoding"))));
    }

    private static void send(ContainerRequestContext request, ContainerResponseContext response, KeptPage.Form form) {
        var headers = response.getHeaders();
        headers.putSingle("Vary", "Accept-Encoding");
        if (!form.encoding().token().isEmpty()) {
            headers.putSingle("Content-Encoding", form.encoding().token());
        }
        if (response.getStatus() == OK) {
            headers.putSingle("ETag", form.tag());
            headers.putSingle("Cache-Control", "public, no-cache");
            if (EntityTags.match(request.getHeaderString("If-None-Match"), form.tag())) {
                response.setStatus(304);
                headers.remove("Content-Encoding");
                response.setEntity(null);
                return;
            }
        }
        response.setEntity(form.bytes().getBytes());
    }
}
