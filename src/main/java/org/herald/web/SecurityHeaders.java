package org.herald.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.BiConsumer;

/**
 * The headers that bound what a browser may do with any answer of ours: no script, no frame, nothing from other hosts.
 * The one style sheet stands in the page and is allowed by its hash (Content Security Policy Level 3, section 2.3.1).
 */
@ApplicationScoped
public class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 1000;

    private final String policy;

    public SecurityHeaders(Style style) {
        this.policy = "default-src 'none'; img-src 'self'; style-src 'sha256-" + hash(style.css())
                + "'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING);
    }

    /** A page of readers gets them at once; other rooms may answer with a policy of their own, which then holds alone. */
    private void add(RoutingContext context) {
        var headers = context.response().headers();
        if (PageDoor.isOurs(context.request().uri())) {
            all(headers::set);
        } else {
            context.addHeadersEndHandler(_ -> all((name, value) -> {
                if (!headers.contains(name)) {
                    headers.set(name, value);
                }
            }));
        }
        context.next();
    }

    private void all(BiConsumer<String, String> set) {
        set.accept("Content-Security-Policy", policy);
        set.accept("X-Content-Type-Options", "nosniff");
        set.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        set.accept("Cross-Origin-Opener-Policy", "same-origin");
        set.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
    }

    private static String hash(String css) {
        try {
            byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
