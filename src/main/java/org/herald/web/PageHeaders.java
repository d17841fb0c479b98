package org.herald.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * The headers of pages. Browsers do with them what their representation says, most of them
 * ask each time whether their copy holds; a {@link Cdn} in front may keep a page until it is
 * purged by one of the page's keys, or changes by time.
 */
public final class PageHeaders {

    private static final int OK = 200;
    private static final CharSequence NOT_KEPT = createOptimized("no-store");
    private static final CharSequence ACCEPT_ENCODING = createOptimized("Accept-Encoding");
    private static final CharSequence BYTES = createOptimized("bytes");
    private static final Duration LONGEST = Duration.ofDays(1);
    /** How long a cache in front may go on with an old page while the server does not answer. */
    private static final Duration STALE_IF_ERROR = Duration.ofDays(1);

    private final Cdn cdn;
    private final InstantSource clock;

    public PageHeaders(Cdn cdn, InstantSource clock) {
        this.cdn = cdn;
        this.clock = clock;
    }

    /**
     * Names every header that depends on the page alone.
     *
     * @param header told each header's name and value
     */
    void of(CachedPage page, CachedPage.Form form, BiConsumer<CharSequence, CharSequence> header) {
        if (page.heads().isCompressible()) {
            header.accept(HttpHeaders.VARY, ACCEPT_ENCODING);
        }
        page.heads().others().forEach(header);
        if (page.status() != OK) {
            header.accept(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
            return;
        }
        header.accept(HttpHeaders.ETAG, form.tagHeader());
        header.accept(HttpHeaders.CACHE_CONTROL, page.heads().cacheControl());
        header.accept(HttpHeaders.ACCEPT_RANGES, BYTES);
        if (cdn != Cdn.NONE && page.isRemovable()) {
            inFront(page, header);
        }
    }

    private void inFront(CachedPage page, BiConsumer<CharSequence, CharSequence> header) {
        long seconds = Math.clamp((page.untilMillis() - clock.millis()) / 1000, 0, LONGEST.toSeconds());
        String rule = "max-age=" + seconds + ", stale-if-error=" + STALE_IF_ERROR.toSeconds();
        header.accept("Surrogate-Control", rule);
        header.accept("CDN-Cache-Control", rule);
        header.accept(cdn.header(), cdn.list(page.keys()));
    }
}
