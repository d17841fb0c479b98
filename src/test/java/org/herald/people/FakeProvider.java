package org.herald.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small OpenID provider on this machine, with keys of its own. It gives a token for a code that was put there, once, to
 * whoever knows the client's secret.
 */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "herald";
    public static final String SECRET = "s:cret/of the test";

    private final HttpServer server;
    private final RSAKey rsa;
    private final ECKey curve;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private volatile String userInfo = ""; // what it says beside the token; empty for no such endpoint
    private volatile boolean isDown; // answers 500 to everything
    private volatile String algorithms = "\"RS256\",\"ES256\",\"HS256\",\"none\""; // with which it says it signs

    public FakeProvider() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        answer("/.well-known/openid-configuration", _ -> configuration());
        answer("/keys", _ -> new JWKSet(List.of(rsa, curve)).toString(true));
        answer("/token", this::token);
        answer("/userinfo", _ -> userInfo);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was last asked for in exchange for a code. */
    Map<String, String> asked() {
        return asked;
    }

    void say(String besideTheToken) {
        userInfo = besideTheToken;
    }

    /** Says that it signs with the secret that we have too. */
    void signsBySecret() {
        algorithms = "\"HS256\"";
    }

    public void goDown(boolean isIt) {
        isDown = isIt;
    }

    /** What a token says of somebody. */
    public JWTClaimsSet.Builder claims(Instant now, String nonce, String subject, String email) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", email)
                .claim("email_verified", true);
    }

    /** Puts a token there for a code. */
    public void give(String code, String token) {
        tokens.put(code, token);
    }

    public String rs256(JWTClaimsSet claims) {
        return signed(
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims),
                jwt -> {
                    jwt.sign(new RSASSASigner(rsa));
                    return jwt;
                });
    }

    String es256(JWTClaimsSet claims) {
        return signed(
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(), claims),
                jwt -> {
                    jwt.sign(new ECDSASigner(curve));
                    return jwt;
                });
    }

    /** Signed by a key that the provider does not have. */
    String forged(JWTClaimsSet claims) {
        return signed(
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims),
                jwt -> {
                    jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
                    return jwt;
                });
    }

    /** Signed by the provider's public key as if it were a secret (RFC 8725, section 2.1). */
    String confused(JWTClaimsSet claims) {
        return signed(
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims),
                jwt -> {
                    jwt.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
                    return jwt;
                });
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    @FunctionalInterface
    private interface Signing {
        SignedJWT sign(SignedJWT jwt) throws JOSEException;
    }

    private static String signed(SignedJWT jwt, Signing signing) {
        try {
            return signing.sign(jwt).serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String configuration() {
        String at = issuer();
        return """
                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/keys",
                %s"id_token_signing_alg_values_supported":[%s]}""".formatted(
                at, at, at, at, userInfo.isEmpty() ? "" : "\"userinfo_endpoint\":\"" + at + "/userinfo\",", algorithms);
    }

    private String token(String body) {
        asked.clear();
        asked.putAll(fields(body));
        String token = tokens.remove(asked.getOrDefault("code", ""));
        return token == null
                ? ""
                : "{\"id_token\":\"" + token + "\",\"access_token\":\"access\",\"token_type\":\"Bearer\"}";
    }

    private void answer(String path, UnaryOperator<String> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                note(exchange);
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String text = isDown ? "" : answer.apply(body);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(text.isEmpty() ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private synchronized void note(HttpExchange exchange) {
        headers.put(
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
    }

    /** The word by which a request to this path was authorised; empty for none. */
    synchronized String authorization(String path) {
        return headers.getOrDefault(path, "");
    }

    /** The fields of a form or of a query. */
    public static Map<String, String> fields(String form) {
        return Stream.of(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
