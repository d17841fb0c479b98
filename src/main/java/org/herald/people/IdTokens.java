package org.herald.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what an OpenID provider says of somebody (OpenID Connect Core 1.0, section 3.1.3.7): that the provider signed it,
 * for us, for this sign-in, and not long ago.
 */
final class IdTokens {

    private final OpenIdProvider provider;
    private final InstantSource clock;

    IdTokens(OpenIdProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** What the token says; nothing when it cannot be believed. */
    Optional<JWTClaimsSet> verify(String token, String nonce) {
        return verify(token, nonce, provider.keys(false)).or(() -> verify(token, nonce, provider.keys(true)));
    }

    private Optional<JWTClaimsSet> verify(String token, String nonce, JWKSet keys) {
        String client = provider.settings().clientId();
        var expected = new JWTClaimsSet.Builder()
                .issuer(provider.settings().issuer())
                .claim("nonce", nonce)
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(provider.algorithms(), new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new ByOurClock(client, expected, clock));
        try {
            var claims = processor.process(token, null);
            String party = claims.getStringClaim("azp");
            boolean isOurs = party == null ? claims.getAudience().size() == 1 : party.equals(client);
            return isOurs ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException unbelievable) {
            return Optional.empty();
        }
    }

    /** The library’s own checks, by the clock that everybody here is given. */
    private static final class ByOurClock extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final InstantSource clock;

        private ByOurClock(String client, JWTClaimsSet expected, InstantSource clock) {
            super(Set.of(client), expected, Set.of("sub", "iat", "exp"), Set.of());
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
