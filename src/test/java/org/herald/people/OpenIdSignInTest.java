package org.herald.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.herald.people.PeopleDesk.HOME;
import static org.herald.people.PeopleDesk.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.herald.config.SignInSettings.OpenId;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.store.AccountQueries;
import org.herald.testing.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at an OpenID provider: whom we believe, whom we know, and what happens when the provider is away. */
final class OpenIdSignInTest {

    private static final String BACK = "http://localhost:8080/newsroom/sign-in/openid/return";
    private static final String EMAIL = "alesia@herald.test";

    private final PeopleDesk desk;
    private final FakeProvider fake = new FakeProvider();
    private final OutsideAccounts accounts;
    private final OpenIdSignIn signIn;

    OpenIdSignInTest(@TempDir Path folder) {
        desk = new PeopleDesk(folder);
        var database = desk.portal().database();
        var clock = desk.portal().clock();
        accounts = new OutsideAccounts(database, clock, new OfferedWays(database, false, fake.issuer()));
        signIn = new OpenIdSignIn(database, clock, desk.signIn(), SiteKey.in(folder.resolve("secret.key")), accounts);
        desk.accounts()
                .invite(ActingPrincipal.COMMAND, EMAIL, "Alesia", PeopleDesk.EDITOR, Cast.ENGLISH)
                .orThrow();
    }

    @AfterEach
    void close() {
        fake.close();
        desk.close();
    }

    @Test
    void somebodyWhoWasInvitedIsKnownByTheirVerifiedAddressAndThenForEver() {
        var provider = provider();
        var begun = begin(provider);
        fake.give("code", fake.rs256(claims(begun, "subject-1", EMAIL).build()));

        var finished = finish(provider, begun, "code").orThrow();

        assertEquals("/newsroom/items/1", finished.back());
        assertEquals("Alesia", desk.visit(finished.result()).account().name());
        assertThat(desk.log(), hasItem("Alesia identity-linked " + EMAIL + " " + fake.issuer()));
        assertThat(desk.log().getLast(), endsWith("signed-in " + EMAIL + " openid"));

        var again = begin(provider);
        fake.give(
                "code", fake.es256(claims(again, "subject-1", "new@herald.test").build()));
        assertEquals(
                "Alesia",
                desk.visit(finish(provider, again, "code").orThrow().result())
                        .account()
                        .name(),
                "by another key and another address");
    }

    @Test
    void theCodeIsExchangedWithTheSecretAndTheProofThatItIsThisBrowser() throws NoSuchAlgorithmException {
        var provider = provider();
        var begun = begin(provider);
        fake.give("code", fake.rs256(claims(begun, "subject-1", EMAIL).build()));
        finish(provider, begun, "code").orThrow();

        var asked = query(begun.address());
        assertEquals("code", asked.get("response_type"));
        assertEquals(FakeProvider.CLIENT, asked.get("client_id"));
        assertEquals(BACK, asked.get("redirect_uri"));
        assertEquals("S256", asked.get("code_challenge_method"));
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(fake.asked().getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash), asked.get("code_challenge"));
        assertEquals("authorization_code", fake.asked().get("grant_type"));
        assertEquals(BACK, fake.asked().get("redirect_uri"));
        String basic = new String(
                Base64.getDecoder().decode(fake.authorization("/token").substring("Basic ".length())),
                StandardCharsets.UTF_8);
        assertEquals("herald:s%3Acret%2Fof+the+test", basic);
        assertFalse(begun.cookie().contains(String.valueOf(asked.get("state"))), "sealed");
    }

    @Test
    void aTokenThatCannotBeBelievedSignsNobodyIn() {
        var now = desk.portal().clock().instant();
        refused(claims -> fake.rs256(claims.claim("nonce", "another").build()));
        refused(claims -> fake.rs256(claims.claim("nonce", null).build()));
        refused(claims -> fake.rs256(claims.audience("another").build()));
        refused(claims -> fake.rs256(
                claims.audience(List.of(FakeProvider.CLIENT, "another")).build()));
        refused(claims -> fake.rs256(claims.claim("azp", "another").build()));
        refused(claims -> fake.rs256(claims.issuer("https://evil.test").build()));
        refused(claims -> fake.rs256(
                claims.expirationTime(Date.from(now.minusSeconds(61))).build()));
        refused(claims -> fake.rs256(claims.expirationTime(null).build()));
        refused(claims -> fake.rs256(claims.subject(null).build()));
        refused(claims -> FakeProvider.unsigned(claims.build()));
        refused(claims -> fake.forged(claims.build()));
        refused(claims -> fake.confused(claims.build()));
        refused(_ -> "no.token.at-all");
        assertEquals(List.of(), desk.sessions().of(known()));
        assertThat(desk.log().getLast(), endsWith("openid-token"));
    }

    @Test
    void onlyTheBrowserThatBeganComesBackAndInTime() {
        var provider = provider();
        var begun = begin(provider);
        var other = begin(provider);
        fake.give("code", fake.rs256(claims(begun, "subject-1", EMAIL).build()));
        String state = state(begun);

        assertEquals(List.of("refused.openid-state"), refusals(bring(provider, "code", state, other.cookie())));
        assertEquals(List.of("refused.openid-state"), refusals(bring(provider, "code", state, "")));
        assertEquals(List.of("refused.openid-state"), refusals(bring(provider, "code", state, "made.up")));
        assertEquals(List.of("refused.openid-state"), refusals(bring(provider, "code", "", begun.cookie())));
        desk.pass(OpenIdSignIn.GOOD);
        assertEquals(List.of("refused.openid-state"), refusals(bring(provider, "code", state, begun.cookie())));
    }

    @Test
    void whoeverWasNotInvitedOrIsNotConfirmedIsToldSo() {
        assertEquals(
                List.of("refused.openid-unknown"),
                answer(provider(), claims -> claims.claim("email", "stranger@herald.test")));
        assertThat(desk.log().getLast(), endsWith("sign-in-failed stranger@herald.test openid-unknown"));
        assertEquals(
                List.of("refused.openid-unverified"),
                answer(provider(), claims -> claims.claim("email_verified", false)));
        assertEquals(
                List.of("refused.openid-unverified"),
                answer(provider(), claims -> claims.claim("email_verified", null)));
        assertEquals(List.of("refused.openid-no-email"), answer(provider(), claims -> claims.claim("email", null)));
    }

    @Test
    void anAddressThatPassedToSomebodyElseDoesNotPassTheAccountOn() {
        assertEquals(List.of(), answer(provider(), claims -> claims.subject("first")));

        assertEquals(List.of("refused.openid-other"), answer(provider(), claims -> claims.subject("second")));
    }

    @Test
    void whoIsLockedStaysOut() {
        assertEquals(List.of(), answer(provider(), claims -> claims));
        desk.accounts().lock(ActingPrincipal.COMMAND, known()).orThrow();

        assertEquals(List.of("refused.openid-locked"), answer(provider(), claims -> claims));
    }

    @Test
    void anAddressThatIsNotInTheTokenIsAskedFor() {
        fake.say("{\"sub\":\"subject-1\",\"email\":\"" + EMAIL + "\",\"email_verified\":true}");
        assertEquals(
                List.of(),
                answer(provider(), claims -> claims.claim("email", null).claim("email_verified", null)));
        assertEquals("Bearer access", fake.authorization("/userinfo"));

        fake.say("{\"sub\":\"another\",\"email\":\"admin@herald.test\",\"email_verified\":true}");
        assertEquals(
                List.of("refused.openid-no-email"),
                answer(
                        provider(),
                        claims ->
                                claims.subject("subject-2").claim("email", null).claim("email_verified", null)),
                "of somebody else");
    }

    @Test
    void thatAnAddressIsConfirmedHoldsForNoOther() {
        fake.say("{\"sub\":\"subject-1\",\"email\":\"mine@evil.test\",\"email_verified\":true,\"groups\":\"desk\"}");

        assertEquals(
                List.of("refused.openid-unverified"),
                answer(provider(Map.of("desk", Role.EDITOR), ""), claims -> claims.claim("email_verified", null)));
    }

    @Test
    void aProviderThatSignsByTheSharedSecretAloneIsNotBelieved() {
        fake.signsBySecret();

        assertEquals(List.of("refused.openid-down"), answer(provider(), claims -> claims));
    }

    @Test
    void theProviderSaysWhatPeopleAreWhereTheSettingsSaySo() {
        var provider = provider(Map.of("desk", Role.EDITOR, "chiefs", Role.CHIEF_EDITOR), "");

        assertEquals(List.of("refused.openid-role"), answer(provider, claims -> claims));
        assertEquals(List.of(), answer(provider, claims -> claims.claim("groups", List.of("desk", "chiefs", "x"))));
        assertEquals(Role.CHIEF_EDITOR, desk.account(known()).role());
        assertThat(desk.log(), hasItem("openid rights-changed " + EMAIL + " editor -> chief-editor"));
        assertEquals(List.of(), answer(provider, claims -> claims.claim("groups", "desk")));
        assertEquals(Role.EDITOR, desk.account(known()).role());
    }

    @Test
    void theLastAdministratorStaysOne() {
        desk.accounts()
                .invite(
                        ActingPrincipal.COMMAND,
                        "admin@herald.test",
                        "Aksana",
                        new Accounts.Rights(
                                Role.ADMINISTRATOR, PeopleDesk.EDITOR.languages(), PeopleDesk.EDITOR.sections()),
                        Cast.ENGLISH)
                .orThrow();
        var provider = provider(Map.of("desk", Role.EDITOR), "");

        assertEquals(
                List.of(),
                answer(
                        provider,
                        claims -> claims.claim("email", "admin@herald.test").claim("groups", "desk")));
        assertTrue(desk.log().stream().noneMatch(line -> line.contains("rights-changed")));
    }

    @Test
    void peopleOfADomainNeedNoInvitationButARole() {
        var provider = provider(Map.of("desk", Role.REPORTER), "town.example");

        assertEquals(
                List.of("refused.openid-role"), answer(provider, claims -> claims.claim("email", "jan@town.example")));
        assertEquals(
                List.of("refused.openid-unknown"),
                answer(
                        provider,
                        claims -> claims.claim("email", "jan@evil-town.example").claim("groups", "desk")));
        assertEquals(
                List.of(),
                answer(
                        provider,
                        claims -> claims.subject("jan")
                                .claim("email", "jan@town.example")
                                .claim("name", "Jan")
                                .claim("groups", "desk")));
        assertThat(desk.log(), hasItem("Jan joined jan@town.example openid; reporter"));
    }

    @Test
    void aProviderThatIsAwayIsSaidToBe() {
        var provider = provider();
        var begun = begin(provider);
        fake.goDown(true);

        assertEquals(List.of("refused.openid-down"), refusals(finish(provider, begun, "code")));
        assertEquals(List.of("refused.openid-down"), refusals(signIn.begin(provider(), "/newsroom")));
        fake.close();
        assertEquals(List.of("refused.openid-down"), refusals(signIn.begin(provider(), "/newsroom")));
    }

    @Test
    void somebodyWhoBreaksOffOrComesFromAnotherProviderIsNotIn() {
        var provider = provider();
        var begun = begin(provider);
        String state = state(begun);

        var denied = new OpenIdSignIn.Brought("", state, "access_denied", "", begun.cookie());
        assertEquals(List.of("refused.openid-denied"), refusals(signIn.finish(provider, denied, Cast.ENGLISH, HOME)));
        var mixed = new OpenIdSignIn.Brought("code", state, "", "https://evil.test", begun.cookie());
        assertEquals(List.of("refused.openid-denied"), refusals(signIn.finish(provider, mixed, Cast.ENGLISH, HOME)));
    }

    @Test
    void theLastWayToSignInStays() {
        answer(provider(), claims -> claims);
        var account = desk.account(known());
        long identity = accounts.of(account).getFirst().id();

        assertEquals(List.of("refused.openid-last"), refusals(accounts.unlink(account, identity, HOME)));
    }

    @Test
    void noSecretIsInWhatIsLogged() {
        assertFalse(provider().settings().toString().contains(FakeProvider.SECRET));
        assertFalse(begin(provider()).toString().contains("."));
        assertEquals(Duration.ofMinutes(10), OpenIdSignIn.GOOD);
    }

    private void refused(Function<JWTClaimsSet.Builder, String> token) {
        var provider = provider();
        var begun = begin(provider);
        fake.give("code", token.apply(claims(begun, "subject-1", EMAIL)));
        assertEquals(List.of("refused.openid-token"), refusals(finish(provider, begun, "code")));
    }

    private List<String> answer(OpenIdProvider provider, Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> how) {
        var begun = begin(provider);
        fake.give(
                "code", fake.rs256(how.apply(claims(begun, "subject-1", EMAIL)).build()));
        return refusals(finish(provider, begun, "code"));
    }

    private JWTClaimsSet.Builder claims(OpenIdSignIn.Begun begun, String subject, String email) {
        String nonce = String.valueOf(query(begun.address()).get("nonce"));
        return fake.claims(desk.portal().clock().instant(), nonce, subject, email);
    }

    private OpenIdSignIn.Begun begin(OpenIdProvider provider) {
        return signIn.begin(provider, "/newsroom/items/1").orThrow();
    }

    private Outcome<OpenIdSignIn.Finished> finish(OpenIdProvider provider, OpenIdSignIn.Begun begun, String code) {
        return bring(provider, code, state(begun), begun.cookie());
    }

    private Outcome<OpenIdSignIn.Finished> bring(OpenIdProvider provider, String code, String state, String cookie) {
        var brought = new OpenIdSignIn.Brought(code, state, "", "", cookie);
        return signIn.finish(provider, brought, Cast.ENGLISH, HOME);
    }

    private OpenIdProvider provider() {
        return provider(Map.of(), "");
    }

    private OpenIdProvider provider(Map<String, Role> roles, String domain) {
        var settings = new OpenId(
                fake.issuer(),
                FakeProvider.CLIENT,
                FakeProvider.SECRET,
                Map.of(),
                roles.isEmpty() ? "" : "groups",
                roles,
                domain);
        return new OpenIdProvider(settings, URI.create(BACK), desk.portal().clock());
    }

    private AccountId known() {
        return new AccountQueries(desk.portal().database())
                .byEmail(EMAIL)
                .orElseThrow()
                .id();
    }

    private static String state(OpenIdSignIn.Begun begun) {
        return String.valueOf(query(begun.address()).get("state"));
    }

    private static Map<String, String> query(URI address) {
        return FakeProvider.fields(address.getRawQuery());
    }
}
