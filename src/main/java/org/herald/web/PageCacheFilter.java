package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers requests for kept pages on the event loop, before everything else. Of several requests for a page that is not
 * kept one makes it, and the others wait for its answer. When more pages are being made than the server can make, further
 * ones are told to come back, while kept pages go on.
 */
@ApplicationScoped
public class PageCacheFilter {

    static final String MAKING = "herald.making";
    /** The address that the route is to see, when it is another than the reader wrote. */
    static final String ADDRESS = "herald.address";

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int UNSATISFIED = 416;
    private static final int AFTER_SECURITY_HEADERS = 900;
    private static final CharSequence IF_MATCH = HttpHeaders.createOptimized("If-Match");
    private static final CharSequence RANGE = HttpHeaders.createOptimized("Range");
    private static final int MOST_WAITING = 2000;
    /** Of pages with suggestions for missing addresses; more at once would be work for nobody. */
    private static final int MOST_MISSING = 4;
    /**
     * Only our own addresses are kept, each in one spelling, so that no other can fill the memory: those of an edition, and
     * what all readers and robots look for at the root.
     */
    private static final Pattern OURS =
            Pattern.compile("/[a-z]{2,3}+(?:-[a-z0-9]{2,8}+)*+(?:/[a-z0-9-]++)*+(?:(?<=[a-z0-9])[.][a-z0-9]{2,5}+)?+"
                    + "|/[a-z0-9-]++[.](?:txt|xml|json)");

    private final PageCache cache;
    private final PageHeaders headers;
    private final CacheKeys keys;
    private final Map<String, List<Waiting>> waiting = new HashMap<>(); // guarded by itself
    private final Admission admission;
    private int waits; // how many wait in all; guarded by waiting
    private int missing; // pages for missing addresses that are being made; guarded by waiting

    /** A request that waits, with the event loop that it belongs to. */
    private record Waiting(RoutingContext request, Context loop) {}

    /** What becomes of a request for a page that is not kept. */
    private enum Role {
        MAKES,
        WAITS,
        REFUSED
    }

    public PageCacheFilter(PageCache cache, PageHeaders headers, CacheKeys keys, Admission admission) {
        this.cache = cache;
        this.headers = headers;
        this.keys = keys;
        this.admission = admission;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, AFTER_SECURITY_HEADERS);
    }

    /** True for an address of ours in its one spelling, as far as can be told without asking. */
    static boolean isOurs(String address) {
        return OURS.matcher(address).matches();
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            Admission.mark(context);
            context.next();
            return;
        }
        String uri = request.uri();
        keys.canonical(uri).ifPresentOrElse(address -> answer(context, uri, address), () -> unkept(context));
    }

    private void answer(RoutingContext context, String uri, String address) {
        var page = cache.at(address);
        if (page.isPresent()) {
            send(context, page.get());
            return;
        }
        boolean isGet = context.request().method().equals(HttpMethod.GET);
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        var nothing = keys.missingAt(path);
        if (nothing.isPresent()) {
            answerMissing(context, nothing.get(), isGet);
        } else if (isGet && isOurs(path)) {
            if (uri.length() != address.length() || !uri.equals(address)) {
                context.put(ADDRESS, address);
            }
            make(context, address);
        } else {
            unkept(context);
        }
    }

    /** Nothing is there, which is said in words that many addresses share. */
    private void answerMissing(RoutingContext context, CacheKeys.Missing nothing, boolean isGet) {
        var page =
                cache.at(nothing.key()).or(() -> isBusyWithMissing() ? cache.at(nothing.plainKey()) : Optional.empty());
        if (page.isPresent()) {
            send(context, page.get());
        } else if (isGet) {
            make(context, nothing.key());
        } else {
            unkept(context);
        }
    }

    private boolean isBusyWithMissing() {
        synchronized (waiting) {
            return missing >= MOST_MISSING;
        }
    }

    /** Answered by a route; what it is made from is noted for what it shares with others. */
    private void unkept(RoutingContext context) {
        if (!Admission.isOfNewsroom(context)) {
            begin(context, "");
        }
        limited(context);
    }

    /** Sends a kept page or the part of it that was asked for, or says that the reader has it already. */
    private void send(RoutingContext context, CachedPage page) {
        page.noteAsked();
        var request = context.request();
        var form = cache.in(Encoding.accepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING)), page);
        HttpServerResponse response = context.response().setStatusCode(page.status());
        var fields = response.headers();
        headers.of(page, form, fields::set);
        var verdict = page.status() == OK
                ? EntityTags.verdict(
                        request.getHeader(IF_MATCH), request.getHeader(HttpHeaders.IF_NONE_MATCH), form.tag())
                : EntityTags.Verdict.SEND;
        if (verdict != EntityTags.Verdict.SEND) {
            response.setStatusCode(verdict.status()).end();
            return;
        }
        fields.set(HttpHeaders.CONTENT_TYPE, page.heads().type());
        if (!form.encoding().token().isEmpty()) {
            fields.set(HttpHeaders.CONTENT_ENCODING, form.encoding().tokenHeader());
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            fields.set(HttpHeaders.CONTENT_LENGTH, form.length());
            response.end();
            return;
        }
        String range = page.status() == OK ? request.getHeader(RANGE) : null;
        if (range == null) {
            fields.set(HttpHeaders.CONTENT_LENGTH, form.length());
            response.end(form.bytes());
            return;
        }
        send(response, form, ByteRange.asked(range, request.getHeader("If-Range"), form.tag(), length(form)));
    }

    private static void send(HttpServerResponse response, CachedPage.Form form, ByteRange.Asked asked) {
        switch (asked) {
            case ByteRange.Asked.All() -> response.end(form.bytes());
            case ByteRange.Asked.Part(var range) ->
                response.setStatusCode(PARTIAL)
                        .putHeader("Content-Range", range.contentRange(length(form)))
                        .end(form.bytes().slice((int) range.first(), (int) range.last() + 1));
            case ByteRange.Asked.Nothing() ->
                response.setStatusCode(UNSATISFIED)
                        .putHeader("Content-Range", ByteRange.unsatisfied(length(form)))
                        .end();
        }
    }

    private static long length(CachedPage.Form form) {
        return form.bytes().length();
    }

    private void make(RoutingContext context, String address) {
        switch (role(context, address)) {
            case MAKES -> {
                begin(context, address);
                context.addEndHandler(_ -> release(address));
                limited(context);
            }
            case WAITS -> {}
            case REFUSED -> busy(context);
        }
    }

    private Role role(RoutingContext context, String address) {
        synchronized (waiting) {
            var others = waiting.get(address);
            if (others == null) {
                waiting.put(address, new ArrayList<>());
                missing += MissingPage.isKey(address) ? 1 : 0;
                return Role.MAKES;
            }
            if (waits >= MOST_WAITING) {
                return Role.REFUSED;
            }
            waits++;
            others.add(new Waiting(context, Objects.requireNonNull(Vertx.currentContext())));
            return Role.WAITS;
        }
    }

    /** The page is made, or could not be kept: those who waited get it, or make it each for themselves. */
    private void release(String address) {
        List<Waiting> all;
        synchronized (waiting) {
            all = Optional.ofNullable(waiting.remove(address)).orElse(List.of());
            waits -= all.size();
            missing -= MissingPage.isKey(address) ? 1 : 0;
        }
        all.forEach(one -> one.loop().runOnContext(_ -> resume(one.request(), address)));
    }

    private void resume(RoutingContext context, String address) {
        if (!context.response().closed() && !context.response().ended()) {
            cache.at(address).ifPresentOrElse(page -> send(context, page), () -> {
                begin(context, address);
                limited(context);
            });
        }
    }

    private void begin(RoutingContext context, String address) {
        var dependencies = CurrentRequest.beginPage(Objects.requireNonNull(Vertx.currentContext()));
        int mark = address.indexOf('?');
        var route = mark < 0 ? Optional.<RouteParameters>empty() : keys.routeOf(address.substring(0, mark));
        context.put(MAKING, cache.begin(address, route, dependencies));
    }

    private void limited(RoutingContext context) {
        if (!admission.admit(context)) {
            busy(context);
            return;
        }
        Admission.mark(context);
        context.next();
    }

    /** Told in plain text, because making a page is what there is no room for (RFC 9110, section 15.6.4). */
    private static void busy(RoutingContext context) {
        context.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "2")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "text/plain;charset=UTF-8")
                .end("503 - Very many readers are here at once. Please try again in a moment.\n");
    }
}
