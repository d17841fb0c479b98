package org.herald.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.herald.model.geo.MapTiles;

/**
 * The headers that bound what a browser may do with any answer of ours: no script, no frame, nothing from other hosts but
 * the pictures of a tile server, where the portal has one. The one style sheet stands in the page and is allowed by its hash (Content Security Policy Level 3, section 2.3.1).
 */
@ApplicationScoped
public class SecurityHeaders {

    private static final String CONTENT = "Content-Security-Policy";
    private static final String REFERRER = "Referrer-Policy";

    /** Those that a route may set otherwise for an answer of its own, see {@link OwnHeaders}. */
    static final List<String> NAMES = List.of(CONTENT, REFERRER);

    private static final int BEFORE_EVERYTHING = 1000;

    /** All but the policy; as bytes already, because every answer has them. */
    private static final Map<CharSequence, CharSequence> OTHERS = Map.of(
            createOptimized("X-Content-Type-Options"),
            createOptimized("nosniff"),
            createOptimized(REFERRER),
            createOptimized("strict-origin-when-cross-origin"),
            createOptimized("Cross-Origin-Opener-Policy"),
            createOptimized("same-origin"),
            createOptimized("Permissions-Policy"),
            createOptimized("camera=(), geolocation=(), microphone=(), interest-cohort=()"));

    private static final CharSequence POLICY = createOptimized(CONTENT);

    private final CharSequence policy;
    private final String hash;
    private final String tiles; // as the policy names their server, with a space before it; empty for none
    private final Policies others;

    /** @param others the policies of parts whose pages are no readers' pages */
    public SecurityHeaders(Style style, Policies others, MapTiles tiles) {
        this.others = others;
        this.hash = hash(style.css());
        this.tiles = tiles.origin().map(origin -> " " + origin).orElse("");
        this.policy = createOptimized(policy("", ""));
    }

    private String policy(String pictures, String scripts) {
        return "default-src 'none'; img-src 'self'" + pictures + "; style-src 'sha256-" + hash + "'; font-src 'self'"
                + scripts + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** A page with a map: pictures of the tile server, too. */
    public Representation ofMap(Representation page) {
        return tiles.isEmpty() ? page : page.with(Map.of(CONTENT, policy(tiles, "")));
    }

    /** A page with a map that readers move: our own script, too, which asks for further pages. */
    public Representation ofMovingMap(Representation page) {
        return page.with(Map.of(CONTENT, policy(tiles, "; script-src 'self'; connect-src 'self'")));
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set(POLICY, policyOf(context.request().uri()));
        OTHERS.forEach(headers::set);
        context.next();
    }

    private CharSequence policyOf(String address) {
        for (var other : others.byBeginning().entrySet()) {
            if (address.startsWith(other.getKey())) {
                return other.getValue();
            }
        }
        return policy;
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
