package org.herald.people;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.herald.config.SignInSettings.OpenId;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider over HTTP: what it says of itself (OpenID Connect Discovery 1.0), its keys, and what it gives for a
 * code. Asked when somebody signs in and not before; what it says of itself is kept for an hour.
 */
public final class OpenIdProvider {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long MOST_BYTES = 1_000_000;

    /** Signatures by keys that the provider alone has; never none, and never by the secret that we have too. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OpenId settings;
    private final URI back;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Keys> keys = new AtomicReference<>();

    /** @param back where the provider sends browsers back to us */
    public OpenIdProvider(OpenId settings, URI back, InstantSource clock) {
        this.settings = settings;
        this.back = back;
        this.clock = clock;
    }

    private record Known(Map<String, Object> values, Instant at) {}

    private record Keys(JWKSet set, Instant at) {}

    /** What the provider gave for a code. */
    record Tokens(String id, String access) {

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    OpenId settings() {
        return settings;
    }

    /** Where a browser goes to sign in (OpenID Connect Core 1.0, section 3.1.2.1; PKCE, RFC 7636, section 4.3). */
    URI authorization(String state, String nonce, String challenge) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid email profile");
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        String endpoint = endpoint("authorization_endpoint").toString();
        return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + form(query));
    }

    /** What the provider gives for a code (section 3.1.3). */
    Tokens exchange(String code, String verifier) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", back.toString());
        fields.put("code_verifier", verifier);
        var request = HttpRequest.newBuilder(endpoint("token_endpoint"));
        boolean hasSecret = !settings.clientSecret().isEmpty();
        if (hasSecret && takesBasic()) {
            request.header("Authorization", "Basic " + basic());
        } else {
            fields.put("client_id", settings.clientId());
            if (hasSecret) {
                fields.put("client_secret", settings.clientSecret());
            }
        }
        var values = ask(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
        return new Tokens(text(values, "id_token"), text(values, "access_token"));
    }

    /** What the provider says of somebody beside their token (section 5.3); nothing when it has no such endpoint. */
    Map<String, Object> userInfo(Tokens tokens) {
        return text(known(), "userinfo_endpoint").isEmpty() || tokens.access().isEmpty()
                ? Map.of()
                : ask(HttpRequest.newBuilder(endpoint("userinfo_endpoint"))
                        .header("Authorization", "Bearer " + tokens.access()));
    }

    /** With what the provider may sign. */
    Set<JWSAlgorithm> algorithms() {
        var taken = known().get("id_token_signing_alg_values_supported") instanceof List<?> named
                ? ALGORITHMS.stream()
                        .filter(algorithm -> named.contains(algorithm.getName()))
                        .collect(Collectors.toSet())
                : ALGORITHMS;
        if (taken.isEmpty()) {
            throw new ProviderFault(settings.issuer() + " signs by no key that it alone has");
        }
        return taken;
    }

    /** @param isFresh true to ask again, because a key was not among those that are kept */
    JWKSet keys(boolean isFresh) {
        var kept = keys.get();
        if (kept != null && !isFresh && isYoung(kept.at())) {
            return kept.set();
        }
        try {
            var set = JWKSet.parse(ask(HttpRequest.newBuilder(endpoint("jwks_uri"))));
            keys.set(new Keys(set, clock.instant()));
            return set;
        } catch (ParseException fault) {
            throw new ProviderFault("The keys of " + settings.issuer() + " cannot be read", fault);
        }
    }

    private Map<String, Object> known() {
        var kept = known.get();
        if (kept != null && isYoung(kept.at())) {
            return kept.values();
        }
        String base = settings.issuer().replaceAll("/$", "");
        var values = ask(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration")));
        if (!settings.issuer().equals(values.get("issuer"))) {
            throw new ProviderFault(
                    "The provider calls itself " + values.get("issuer") + ", and the settings " + settings.issuer());
        }
        known.set(new Known(values, clock.instant()));
        return values;
    }

    private boolean isYoung(Instant at) {
        return clock.instant().isBefore(at.plus(KEPT));
    }

    /** An endpoint is as safe as the issuer: over https, or on this machine like the issuer itself. */
    private URI endpoint(String name) {
        try {
            var url = URI.create(text(known(), name));
            var issuer = URI.create(settings.issuer());
            boolean isSafe = "https".equals(url.getScheme())
                    || ("http".equals(issuer.getScheme()) && issuer.getHost().equals(url.getHost()));
            if (isSafe && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException fault) {
            throw new ProviderFault("The provider has no " + name, fault);
        }
        throw new ProviderFault("The provider has no " + name + " over https");
    }

    /** RFC 6749, section 2.3.1; what a provider does not say is basic (Discovery, section 3). */
    private boolean takesBasic() {
        return !(known().get("token_endpoint_auth_methods_supported") instanceof List<?> named)
                || named.contains("client_secret_basic");
    }

    private String basic() {
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> ask(HttpRequest.Builder request) {
        var asked =
                request.header("Accept", "application/json").timeout(ANSWERING).build();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECTING).build()) {
            var answer = client.send(
                    asked, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
            if (answer.statusCode() != 200) {
                throw new ProviderFault(asked.uri().getHost() + " answered " + answer.statusCode());
            }
            return JSONObjectUtils.parse(answer.body());
        } catch (IOException fault) {
            throw new ProviderFault(asked.uri().getHost() + " does not answer", fault);
        } catch (ParseException fault) {
            throw new ProviderFault(asked.uri().getHost() + " answered no JSON", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProviderFault("Stopped while asking " + asked.uri().getHost(), stopping);
        }
    }

    private static String text(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
