package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests whose end others may see elsewhere are refused, and their connection is closed: what follows them could be
 * taken for a request of somebody else (RFC 9112, sections 6.1, 6.3 and 11.2). Only {@code chunked} is read here.
 */
@ApplicationScoped
public class TransferEncoding {

    private static final int BEFORE_EVERYTHING = 1090;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;
    private static final String CHUNKED = "chunked";
    private static final Set<String> REGISTERED = Set.of("gzip", "x-gzip", "deflate", "compress", "x-compress");

    void register(@Observes Filters filters) {
        filters.register(TransferEncoding::check, BEFORE_EVERYTHING);
    }

    private static void check(RoutingContext context) {
        var request = context.request();
        if (!request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            context.next();
            return;
        }
        var codings = codings(request.headers().getAll(HttpHeaders.TRANSFER_ENCODING));
        if (codings.equals(List.of(CHUNKED)) && request.version() == HttpVersion.HTTP_1_1) {
            context.next();
        } else if (request.version() == HttpVersion.HTTP_1_1 && isOnlyUnknownHere(codings)) {
            refuse(context.response(), NOT_IMPLEMENTED, "Of transfer codings only \"chunked\" is read here.");
        } else {
            refuse(context.response(), BAD_REQUEST, "Where the request ends must be clear (RFC 9112, section 6.3).");
        }
    }

    private static List<String> codings(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** True for compressed bytes of which it is clear where they end. */
    private static boolean isOnlyUnknownHere(List<String> codings) {
        return codings.size() > 1
                && codings.getLast().equals(CHUNKED)
                && REGISTERED.containsAll(codings.subList(0, codings.size() - 1));
    }

    /** Told in plain text, and the connection is closed: what else it carries is not read. */
    static void refuse(HttpServerResponse response, int status, String why) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .end(status + " - " + why + "\n");
    }
}
