package org.herald.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.herald.people.PeopleDesk.HOME;
import static org.herald.people.PeopleDesk.PASSWORD;
import static org.herald.people.PeopleDesk.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.Passkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys are added by their owners, sign them in, and are believed only as far as WebAuthn says. */
final class PasskeysTest {

    private final PeopleDesk desk;
    private final Passkeys passkeys;
    private final PasskeySignIn signIn;
    private final SignedInSession alesia;

    PasskeysTest(@TempDir Path folder) {
        desk = new PeopleDesk(folder);
        var party = RelyingParty.of(URI.create("http://localhost:8080"), "Town");
        passkeys = at(party, true);
        signIn = new PasskeySignIn(desk.portal().database(), desk.portal().clock(), desk.signIn(), party, desk.key());
        alesia = desk.joined("alesia@herald.test", "Alesia", PeopleDesk.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void ownerSignsInByAPasskeyWithoutEmailPasswordAndCode() {
        var device = added();

        var session = desk.visit(signIn.with(device.sign(asked()), HOME).orThrow());

        assertEquals(alesia.account(), session.account());
        var kept = kept().getFirst();
        assertEquals("Laptop", kept.label());
        assertEquals(desk.portal().clock().instant(), kept.usedAt());
        assertThat(desk.log(), hasItem("Alesia passkey-added alesia@herald.test Laptop"));
        assertThat(desk.log().getLast(), endsWith("signed-in alesia@herald.test passkey"));
    }

    @Test
    void aPasskeyIsAddedOnlyByWhoeverKnowsThePassword() {
        assertEquals(List.of("refused.confirm-wrong"), refusals(passkeys.begin(alesia, "Laptop", "another one", HOME)));
        assertEquals(List.of("refused.label-length"), refusals(passkeys.begin(alesia, "  ", PASSWORD, HOME)));
    }

    @Test
    void aChallengeIsGoodOnceForItsPurposeAndForFiveMinutes() {
        var device = added();
        String answer = device.sign(asked());
        assertEquals(List.of(), refusals(signIn.with(answer, HOME)));
        assertEquals(List.of("refused.passkey-too-late"), refusals(signIn.with(answer, HOME)), "the second time");
        assertEquals(List.of("refused.passkey-too-late"), refusals(signIn.with(device.sign(Secrets.fresh()), HOME)));
        String toAdd = begun().challenge();
        assertEquals(List.of("refused.passkey-too-late"), refusals(signIn.with(device.sign(toAdd), HOME)));

        String late = asked();
        desk.pass(Duration.ofMinutes(5));
        assertEquals(List.of("refused.passkey-too-late"), refusals(signIn.with(device.sign(late), HOME)));
    }

    @Test
    void aChallengeOfSomebodyElseAddsNothing() {
        var vera = desk.joined("vera@herald.test", "Vera", PeopleDesk.EDITOR);
        var creation = passkeys.begin(vera, "Hers", PASSWORD, HOME).orThrow();

        assertEquals(
                List.of("refused.passkey-too-late"),
                refusals(passkeys.add(
                        alesia.account(), "Mine", new Device().make(creation.challenge(), creation.handle()), HOME)));
        assertEquals(List.of(), kept());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:8080",
                "http://localhost.evil.test",
                "http://evil.test",
                "http://127.0.0.1:8080"
            })
    void aPageAtAnotherAddressSignsNobodyIn(String origin) {
        var device = added();

        assertEquals(
                List.of("refused.passkey-address"),
                refusals(signIn.with(device.at(origin).sign(asked()), HOME)));
        assertThat(desk.log().getLast(), endsWith("sign-in-failed alesia@herald.test passkey-address"));
    }

    @Test
    void anotherPortOfThisMachineIsTheSameInDevelopmentAlone() {
        var device = added();
        assertEquals(
                List.of(),
                refusals(signIn.with(device.at("http://localhost:8102").sign(asked()), HOME)));

        var live = RelyingParty.of(URI.create("https://town.example"), "Town");
        assertEquals("town.example", live.id());
        var proofs = new PasskeyProofs(live);
        for (String origin : List.of("https://town.example:8443", "http://town.example", "https://www.town.example")) {
            var made = new Device().forParty("town.example").at(origin).make(Secrets.fresh(), Secrets.fresh());
            assertEquals(
                    List.of("refused.passkey-address"),
                    refusals(proofs.check(proofs.readOffered(made).orElseThrow())));
        }
        var made = new Device().forParty("town.example").at("https://town.example");
        assertEquals(
                List.of(),
                refusals(proofs.check(
                        proofs.readOffered(made.make(Secrets.fresh(), "")).orElseThrow())));
    }

    @Test
    void aPasskeyForAnotherPartyIsNotOurs() {
        var device = added().forParty("evil.test");

        assertEquals(List.of("refused.passkey-address"), refusals(signIn.with(device.sign(asked()), HOME)));
    }

    @Test
    void aDeviceThatDoesNotVerifyItsOwnerIsRefused() {
        var device = added().withoutVerifying();

        assertEquals(List.of("refused.passkey-unverified"), refusals(signIn.with(device.sign(asked()), HOME)));
        var creation = begun();
        assertEquals(
                List.of("refused.passkey-unverified"),
                refusals(passkeys.add(
                        alesia.account(),
                        "Key",
                        new Device().withoutVerifying().make(creation.challenge(), creation.handle()),
                        HOME)));
    }

    @Test
    void aCounterThatGoesBackShowsACopyAndIsLogged() {
        var device = added(new Device().counting(10));
        assertEquals(List.of(), refusals(signIn.with(device.sign(asked()), HOME)));

        device.counting(5);
        assertEquals(List.of("refused.passkey-copied"), refusals(signIn.with(device.sign(asked()), HOME)));
        assertThat(desk.log().getLast(), endsWith("sign-in-failed alesia@herald.test passkey-copied"));
        device.counting(20);
        assertEquals(List.of(), refusals(signIn.with(device.sign(asked()), HOME)));
    }

    @Test
    void anotherKeyUnderTheSameNameIsNotBelieved() {
        var device = added();
        String said = device.sign(asked());
        String stranger = new Device().sign(asked());
        String signature = stranger.replaceAll(".*\"signature\":\"([^\"]+)\".*", "$1");

        assertEquals(
                List.of("refused.passkey-wrong"),
                refusals(signIn.with(
                        said.replaceAll("\"signature\":\"[^\"]+\"", "\"signature\":\"" + signature + "\""), HOME)));
        assertEquals(
                List.of("refused.passkey-wrong"),
                refusals(signIn.with(device.sign(asked(), Secrets.fresh()), HOME)),
                "kept for somebody else");
    }

    @Test
    void aPasskeyThatWasRemovedOrWhoseOwnerIsLockedSignsNobodyIn() {
        var device = added();
        passkeys.remove(alesia.account(), kept().getFirst().id(), HOME).orThrow();
        assertEquals(List.of("refused.passkey-unknown"), refusals(signIn.with(device.sign(asked()), HOME)));

        var other = added();
        desk.accounts().lock(ActingPrincipal.COMMAND, alesia.account().id()).orThrow();
        assertEquals(List.of("refused.passkey-unknown"), refusals(signIn.with(other.sign(asked()), HOME)));
    }

    @Test
    void theLastWayToSignInCannotBeRemoved() {
        var party = RelyingParty.of(URI.create("http://localhost:8080"), "Town");
        added();
        var withoutPasswords = at(party, false);
        long first = kept().getFirst().id();

        assertEquals(List.of("refused.passkey-last"), refusals(withoutPasswords.remove(alesia.account(), first, HOME)));
        added();
        assertEquals(List.of(), refusals(withoutPasswords.remove(alesia.account(), first, HOME)));
        assertEquals(1, kept().size());
    }

    @Test
    void nobodyRemovesThePasskeyOfSomebodyElse() {
        added();
        var vera = desk.joined("vera@herald.test", "Vera", PeopleDesk.EDITOR);

        passkeys.remove(vera.account(), kept().getFirst().id(), HOME).orThrow();
        assertEquals(1, kept().size());
    }

    @Test
    void aDeviceIsAddedOnceAndTwoOfOnePersonKnowTheSameOwner() {
        var device = added();
        var creation = begun();
        assertEquals(1, creation.known().size(), "the browser refuses the same device");
        assertEquals(
                List.of("refused.passkey-known"),
                refusals(passkeys.add(
                        alesia.account(), "Again", device.make(creation.challenge(), creation.handle()), HOME)));
        assertEquals(creation.handle(), begun().handle());

        var vera = desk.joined("vera@herald.test", "Vera", PeopleDesk.EDITOR);
        assertNotEquals(
                creation.handle(),
                passkeys.begin(vera, "Hers", PASSWORD, HOME).orThrow().handle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'webauthn.get','origin':'http://localhost:8080'}",
                "{'type':'webauthn.get','challenge':null,'origin':null}",
                "{'type':'webauthn.create','challenge':'','origin':'http://localhost:8080'}",
                "null"
            })
    void whatABrowserAlwaysSaysMayBeMissingInWhatIsWrittenByHand(String clientData) {
        String told = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(clientData.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        String said = """
                {"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"%s","authenticatorData":"%s",
                "attestationObject":"oA","signature":"AAAA","userHandle":"AAAA"},"clientExtensionResults":{}}""".formatted(told, "A".repeat(50));

        assertEquals(1, refusals(signIn.with(said, HOME)).size());
        assertEquals(
                1, refusals(passkeys.add(alesia.account(), "Key", said, HOME)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"a\",\"rawId\":\"a\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                        + "\"authenticatorData\":\"AAAA\",\"attestationObject\":\"oA\",\"signature\":\"AAAA\","
                        + "\"userHandle\":\"AAAA\"},\"clientExtensionResults\":{}}"
            })
    void whatIsNoAnswerIsRefused(String said) {
        assertEquals(1, refusals(signIn.with(said, HOME)).size());
        assertEquals(
                1, refusals(passkeys.add(alesia.account(), "Key", said, HOME)).size());
    }

    @Test
    void endlessFailuresFromOneAddressMustWait() {
        for (int i = 0; i < 20; i++) {
            assertEquals(1, refusals(signIn.with("{}", HOME)).size());
        }

        assertEquals(SignIn.Wait.class, signIn.with("{}", HOME).orThrow().getClass());
    }

    @Test
    void theStoreHoldsNeitherChallengesNorWhatSignsIn() {
        var device = added();
        String challenge = asked();
        signIn.with(device.sign(challenge), HOME);

        assertFalse(desk.portal().tables().dump().toString().contains(challenge));
        desk.pass(PasskeyChallenges.GOOD);
        signIn.with(device.sign(asked()), HOME);
        assertFalse(desk.portal().tables().dump().toString().contains(Secrets.digest(challenge)), "too old to be used");
    }

    @Test
    void whoeverAsksForChallengesFillsNoStore() {
        var before = desk.portal().tables().dump();

        String one = asked();

        assertNotEquals(one, asked());
        assertEquals(before, desk.portal().tables().dump());
    }

    @Test
    void aChallengeWhoseTimeWasChangedIsNotOurs() {
        var device = added();
        byte[] bytes = Base64.getUrlDecoder().decode(asked());
        bytes[30]++;

        String longer = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertEquals(List.of("refused.passkey-too-late"), refusals(signIn.with(device.sign(longer), HOME)));
    }

    private Passkeys at(RelyingParty party, boolean byPassword) {
        var database = desk.portal().database();
        return new Passkeys(
                database, desk.portal().clock(), desk.signIn(), party, new OfferedWays(database, byPassword, ""));
    }

    private Device added() {
        return added(new Device());
    }

    private Device added(Device device) {
        var creation = begun();
        Outcome<?> outcome =
                passkeys.add(alesia.account(), "Laptop", device.make(creation.challenge(), creation.handle()), HOME);
        assertEquals(List.of(), refusals(outcome));
        return device;
    }

    private Passkeys.Creation begun() {
        return passkeys.begin(alesia, "Laptop", PASSWORD, HOME).orThrow();
    }

    private String asked() {
        return signIn.ask().challenge();
    }

    private List<Passkey> kept() {
        return passkeys.of(alesia.account().id());
    }
}
