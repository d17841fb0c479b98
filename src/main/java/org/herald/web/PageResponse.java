package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Makes bytes of the pages that routes answer, and keeps those that {@link PageCacheFilter} waits for. When a page
 * could not be made, the last good one is sent in its place.
 */
@Provider
public class PageResponse implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int FAULT = 500;

    /** Asked at the first request: filters are made before the settings are known. */
    private final Instance<PageCache> cache;

    private final Instance<PageHeaders> headers;
    private final Instance<Style> style;
    private final CurrentVertxRequest current;

    public PageResponse(
            Instance<PageCache> cache,
            Instance<PageHeaders> headers,
            Instance<Style> style,
            CurrentVertxRequest current) {
        this.cache = cache;
        this.headers = headers;
        this.style = style;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        Optional<PageCache.Making> making = Optional.ofNullable(context.get(PageCacheFilter.MAKING));
        var encoding = Encoding.accepted(request.getHeaderString("Accept-Encoding"));
        switch (response.getEntity()) {
            case Page page -> {
                var lastGood = page.status() >= FAULT
                        ? making.flatMap(begun -> cache.get().lastGoodAt(begun.address()))
                        : Optional.<CachedPage>empty();
                lastGood.ifPresent(_ -> response.setStatus(OK));
                send(request, response, encoding, lastGood.orElseGet(() -> cached(making, page, encoding)));
            }
            case MissingPage missing -> send(request, response, encoding, cached(making, missing, encoding));
            case null, default -> {}
        }
    }

    private CachedPage cached(Optional<PageCache.Making> making, Page page, Encoding encoding) {
        return making.flatMap(begun -> cache.get().keep(begun, page))
                .orElseGet(() -> CachedPage.once(page, encoding, style.get()));
    }

    private CachedPage cached(Optional<PageCache.Making> making, MissingPage missing, Encoding encoding) {
        CachedPage shared = cache.get()
                .at(missing.key())
                .orElseGet(() -> cached(
                        making.map(begun -> begun.of(missing.key())),
                        missing.page().get(),
                        encoding));
        making.filter(_ -> shared.isRemovable()).ifPresent(begun -> cache.get().keepMissing(begun, shared));
        return shared;
    }

    private void send(
            ContainerRequestContext request, ContainerResponseContext response, Encoding encoding, CachedPage page) {
        var form = page.in(encoding);
        var fields = response.getHeaders();
        headers.get().of(page, form, (name, value) -> fields.putSingle(name.toString(), value.toString()));
        // a policy of its own stands in place of the one for all answers, in whatever order filters run
        SecurityHeaders.NAMES.stream()
                .filter(fields::containsKey)
                .forEach(current.getCurrent().response().headers()::remove);
        var verdict = response.getStatus() == OK
                ? EntityTags.verdict(
                        request.getHeaderString("If-Match"), request.getHeaderString("If-None-Match"), form.tag())
                : EntityTags.Verdict.SEND;
        if (verdict != EntityTags.Verdict.SEND) {
            response.setStatus(verdict.status());
            response.setEntity(null);
            return;
        }
        if (!form.encoding().token().isEmpty()) {
            fields.putSingle("Content-Encoding", form.encoding().token());
        }
        fields.putSingle("Content-Length", form.bytes().length());
        response.setEntity(form.bytes().getBytes());
    }
}
