package org.herald.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.herald.model.Outcome;
import org.herald.store.PasskeyQueries.Credential;
import org.herald.store.PasskeyQueries.StoredPasskey;
import org.jspecify.annotations.Nullable;

/**
 * Checks what devices say of passkeys (WebAuthn Level 3, sections 7.1 and 7.2): that the challenge was signed for us, by
 * this key, after the device made sure that its owner is there. Who made the device is asked of nobody.
 */
final class PasskeyProofs {

    /** EdDSA, ES256 and RS256, as COSE numbers them; the device takes the first it has. */
    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private static final List<PublicKeyCredentialParameters> ALLOWED = ALGORITHMS.stream()
            .map(each -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(each)))
            .toList();

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RelyingParty party;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    PasskeyProofs(RelyingParty party) {
        this.party = party;
    }

    /** A key that a device made for us. */
    record Made(Credential credential, boolean isSynced) {}

    /** What a device says of a key that it made, not checked yet, with the challenge that was signed. */
    record Offered(RegistrationData data, String challenge) {}

    /** What a device says of a key that it made; nothing when it cannot be read. */
    Optional<Offered> readOffered(String json) {
        if (!isAnswer(json, "clientDataJSON", "attestationObject")) {
            return Optional.empty();
        }
        try {
            var data = checks.parseRegistrationResponseJSON(json);
            return data.getAttestationObject() == null
                    ? Optional.empty()
                    : Optional.of(new Offered(data, challenge(data.getCollectedClientData())));
        } catch (WebAuthnException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What a device says to sign somebody in, not checked yet.
     *
     * @param credential the passkey, as the device names it
     * @param handle for whom the device keeps it
     * @param challenge that was signed
     */
    record Signed(AuthenticationData data, String credential, String handle, String challenge) {}

    /** What a device says to sign somebody in; nothing when it cannot be read. */
    @SuppressWarnings("NullAway") // takes the library's arrays that may be null for arrays of nulls
    Optional<Signed> readSigned(String json) {
        if (!isAnswer(json, "clientDataJSON", "authenticatorData", "signature", "userHandle")) {
            return Optional.empty();
        }
        try {
            var data = checks.parseAuthenticationResponseJSON(json);
            String credential = text(data.getCredentialId());
            String handle = text(data.getUserHandle());
            return credential.isEmpty() || handle.isEmpty() || data.getAuthenticatorData() == null
                    ? Optional.empty()
                    : Optional.of(new Signed(data, credential, handle, challenge(data.getCollectedClientData())));
        } catch (WebAuthnException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The library takes for granted what a browser always says; whoever writes to us by hand may leave it out. */
    private static boolean isAnswer(String json, String... said) {
        try {
            var root = MAPPER.readTree(json);
            return root != null
                    && root.path("rawId").isTextual()
                    && Stream.of(said)
                            .allMatch(field -> root.path("response").path(field).isTextual());
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    /** The challenge that was signed, as text. */
    private static String challenge(@Nullable CollectedClientData data) {
        return data == null ? "" : text(data.getChallenge().getValue());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : TEXT.encodeToString(bytes);
    }

    /** The key, when it was made for us and this challenge by a device that verified its owner. */
    Outcome<Made> check(Offered offered) {
        var data = offered.data();
        try {
            checks.verify(data, new RegistrationParameters(server(offered.challenge()), ALLOWED, true, true));
        } catch (WebAuthnException fault) {
            return refused(fault);
        }
        var object = data.getAttestationObject();
        var key = object == null ? null : object.getAuthenticatorData().getAttestedCredentialData();
        if (object == null || key == null) {
            return Outcome.refused("refused.passkey-wrong");
        }
        var credential = new Credential(
                text(key.getCredentialId()),
                text(converter.getCborConverter().writeValueAsBytes(key.getCOSEKey())),
                object.getAuthenticatorData().getSignCount(),
                key.getAaguid().toString(),
                words(data.getTransports()));
        return Outcome.done(new Made(credential, object.getAuthenticatorData().isFlagBE()));
    }

    /** How many signatures the device has counted, when this passkey signed the challenge for us. */
    Outcome<Long> check(Signed signed, StoredPasskey stored) {
        var data = signed.data();
        try {
            checks.verify(
                    data, new AuthenticationParameters(server(signed.challenge()), record(stored), null, true, true));
        } catch (WebAuthnException fault) {
            return refused(fault);
        }
        var said = data.getAuthenticatorData();
        return said == null ? Outcome.refused("refused.passkey-wrong") : Outcome.done(said.getSignCount());
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .originPredicate(party::isOurs)
                .rpId(party.id())
                .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
                .build();
    }

    private CredentialRecord record(StoredPasskey stored) {
        var credential = stored.credential();
        var decoder = Base64.getUrlDecoder();
        var key = Objects.requireNonNull(
                converter.getCborConverter().readValue(decoder.decode(credential.publicKey()), COSEKey.class));
        var attested =
                new AttestedCredentialData(new AAGUID(credential.aaguid()), decoder.decode(credential.id()), key);
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                stored.passkey().isSynced(),
                null,
                credential.signatures(),
                attested,
                null,
                null,
                null,
                Set.of());
    }

    private <T> Outcome<T> refused(WebAuthnException fault) {
        return switch (fault) {
            case MaliciousCounterValueException _ -> Outcome.refused("refused.passkey-copied");
            case UserNotVerifiedException _ -> Outcome.refused("refused.passkey-unverified");
            case BadOriginException _ -> Outcome.refused("refused.passkey-address", party.origin());
            case BadRpIdException _ -> Outcome.refused("refused.passkey-address", party.origin());
            default -> Outcome.refused("refused.passkey-wrong");
        };
    }

    private static String words(@Nullable Set<AuthenticatorTransport> transports) {
        var words = new TreeSet<String>();
        if (transports != null) {
            transports.forEach(each -> words.add(each.getValue()));
        }
        return String.join(" ", words);
    }
}
