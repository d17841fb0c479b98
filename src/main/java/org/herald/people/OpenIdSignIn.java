package org.herald.people;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.store.Database;
import org.jboss.logging.Logger;

/**
 * Signing in at an OpenID provider: by a code that only this browser can bring back (OpenID Connect Core 1.0, section 3.1,
 * with PKCE, RFC 7636). What it must bring back is sealed in a cookie of its own, good for ten minutes.
 */
public final class OpenIdSignIn {

    /** So long somebody may take to sign in there. */
    public static final Duration GOOD = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(OpenIdSignIn.class);
    private static final String PURPOSE = "openid";
    private static final int LONGEST_BACK = 500;

    private final Database database;
    private final InstantSource clock;
    private final SignIn signIn;
    private final SiteKey key;
    private final OutsideAccounts accounts;

    public OpenIdSignIn(Database database, InstantSource clock, SignIn signIn, SiteKey key, OutsideAccounts accounts) {
        this.database = database;
        this.clock = clock;
        this.signIn = signIn;
        this.key = key;
        this.accounts = accounts;
    }

    /**
     * A sign-in that has begun.
     *
     * @param address where the browser goes
     * @param cookie what it brings back
     */
    public record Begun(URI address, String cookie) {

        @Override
        public String toString() {
            return "Begun";
        }
    }

    /**
     * What a browser brought back.
     *
     * @param issuer who says so (RFC 9207); empty when the provider does not say
     * @param cookie what it was given at the beginning
     */
    public record Brought(String code, String state, String error, String issuer, String cookie) {

        @Override
        public String toString() {
            return "Brought";
        }
    }

    /** What became of it, and where the browser wished to go. */
    public record Finished(SignIn.Result result, String back) {}

    private record PendingSignIn(String state, String nonce, String verifier, Instant at, String back) {

        @Override
        public String toString() {
            return "Kept";
        }
    }

    public Outcome<Begun> begin(OpenIdProvider provider, String back) {
        var pending = new PendingSignIn(
                Secrets.fresh(),
                Secrets.fresh(),
                Secrets.fresh(),
                clock.instant(),
                back.length() > LONGEST_BACK ? "" : back);
        try {
            var address = provider.authorization(pending.state(), pending.nonce(), challenge(pending.verifier()));
            return Outcome.done(new Begun(address, sealed(pending)));
        } catch (ProviderFault fault) {
            return down(fault);
        }
    }

    /**
     * Signs in whom the provider describes.
     *
     * @param uiLanguage the language of the newsroom of somebody who is new
     */
    public Outcome<Finished> finish(OpenIdProvider provider, Brought brought, Language uiLanguage, Client client) {
        var kept = open(brought.cookie());
        boolean isOurs = kept.filter(each -> Secrets.same(each.state(), brought.state())
                        && clock.instant().isBefore(each.at().plus(GOOD)))
                .isPresent();
        if (kept.isEmpty() || !isOurs) {
            return Outcome.refused("refused.openid-state");
        }
        boolean isFromAnother = !brought.issuer().isEmpty()
                && !brought.issuer().equals(provider.settings().issuer());
        if (!brought.error().isEmpty() || brought.code().isEmpty() || isFromAnother) {
            return Outcome.refused("refused.openid-denied");
        }
        try {
            return finish(provider, brought.code(), kept.get(), uiLanguage, client);
        } catch (ProviderFault fault) {
            return down(fault);
        }
    }

    private Outcome<Finished> finish(
            OpenIdProvider provider, String code, PendingSignIn pending, Language uiLanguage, Client client) {
        var tokens = provider.exchange(code, pending.verifier());
        var claims = new IdTokens(provider, clock).verify(tokens.id(), pending.nonce());
        var person = claims.flatMap(each -> OutsidePerson.of(
                each, more(provider, tokens, each), provider.settings().rolesClaim()));
        if (person.isEmpty()) {
            return refuse(List.of(new Reason("refused.openid-token", List.of())), "", client);
        }
        Outcome<Finished> outcome = database.write(transaction -> switch (accounts.find(
                transaction, provider.settings(), person.get(), uiLanguage, client)) {
            case Outcome.Refused<Account>(var reasons) -> new Outcome.Refused<Finished>(reasons);
            case Outcome.Done<Account>(var account) ->
                Outcome.done(new Finished(signIn.admit(transaction, account.id(), PURPOSE, client), pending.back()));
        });
        return outcome instanceof Outcome.Refused<Finished>(var reasons)
                ? refuse(reasons, person.get().email(), client)
                : outcome;
    }

    /** Many providers leave e-mail addresses and groups out of the token, and tell them when asked (section 5.4). */
    private static Map<String, Object> more(
            OpenIdProvider provider, OpenIdProvider.Tokens tokens, JWTClaimsSet claims) {
        String roles = provider.settings().rolesClaim();
        boolean isEnough = claims.getClaim("email") != null && (roles.isEmpty() || claims.getClaim(roles) != null);
        return isEnough ? Map.of() : provider.userInfo(tokens);
    }

    private <T> Outcome<T> refuse(List<Reason> reasons, String email, Client client) {
        String why = reasons.getFirst().key().substring("refused.".length());
        signIn.noteFailure(Optional.empty(), email, client, why);
        return new Outcome.Refused<>(reasons);
    }

    private static <T> Outcome<T> down(ProviderFault fault) {
        LOG.warn("Nobody can sign in by OpenID: " + fault.getMessage(), fault.getCause());
        return Outcome.refused("refused.openid-down");
    }

    private String sealed(PendingSignIn pending) {
        String text = String.join(
                "\n",
                pending.state(),
                pending.nonce(),
                pending.verifier(),
                Long.toString(pending.at().toEpochMilli()),
                pending.back());
        return key.seal(PURPOSE, PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<PendingSignIn> open(String cookie) {
        return key.open(PURPOSE, PURPOSE, cookie).map(bytes -> {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 5);
            return new PendingSignIn(
                    parts[0], parts[1], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[3])), parts[4]);
        });
    }

    /** RFC 7636, section 4.2. */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
