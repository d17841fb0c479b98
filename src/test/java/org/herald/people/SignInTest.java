package org.herald.people;

import static org.herald.people.PeopleDesk.HOME;
import static org.herald.people.PeopleDesk.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.herald.people.SignIn.Admitted;
import org.herald.people.SignIn.NeedsCode;
import org.herald.people.SignIn.TooLate;
import org.herald.people.SignIn.Wait;
import org.herald.people.SignIn.Wrong;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in: by password, by code, and not by guessing; out again; and what the log says of it. */
final class SignInTest {

    private static final String EMAIL = "alesia@herald.test";
    private static final Client STRANGER = new Client("203.0.113.9", "curl", "");

    private final PeopleDesk desk;

    SignInTest(@TempDir Path folder) {
        desk = new PeopleDesk(folder);
    }

    @BeforeEach
    void alesiaIsThere() {
        desk.joined(EMAIL, "Alesia", PeopleDesk.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void rightPasswordBeginsANewSessionEachTime() {
        String first = PeopleDesk.secret(in(EMAIL, PASSWORD, HOME));
        String second = PeopleDesk.secret(in(" Alesia@Herald.Test ", PASSWORD, HOME));

        assertNotEquals(first, second, "nobody can prepare a session for somebody else");
        assertEquals(
                "Alesia", desk.sessions().find(second).orElseThrow().account().name());
    }

    @Test
    void nothingElseIsLetInAndAllIsAnsweredAlike() {
        assertEquals(new Wrong(), in(EMAIL, "three unrelated teapot", HOME));
        assertEquals(new Wrong(), in("nobody@herald.test", PASSWORD, HOME));
        assertEquals(new Wrong(), in("", "", HOME));
        assertEquals(new Wrong(), in("no\0body@herald.test\0", "\0", HOME));
        assertEquals(new Wrong(), in(EMAIL, "x".repeat(100_000), HOME));
    }

    @Test
    void invitedAccountWithoutAPasswordLetsNobodyIn() {
        desk.accounts()
                .invite(ActingPrincipal.COMMAND, "new@herald.test", "New", PeopleDesk.EDITOR, Cast.ENGLISH)
                .orThrow();

        assertEquals(new Wrong(), in("new@herald.test", "", HOME));
    }

    @Test
    void lockedAccountIsAnsweredAsIfThePasswordWereWrong() {
        var session = desk.visit(in(EMAIL, PASSWORD, HOME));
        desk.administrator();
        desk.accounts().lock(ActingPrincipal.COMMAND, session.account().id()).orThrow();

        assertEquals(new Wrong(), in(EMAIL, PASSWORD, HOME));
        assertEquals(
                new Wrong(),
                desk.portal()
                        .database()
                        .write(transaction -> desk.signIn()
                                .admit(transaction, session.account().id(), "passkey", HOME)));
    }

    @Test
    void guesserWaitsLongerAndLongerButNeverMoreThanAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertEquals(new Wrong(), in(EMAIL, "guess " + i, STRANGER));
        }
        assertEquals(Duration.ofSeconds(1), waitOf(in(EMAIL, PASSWORD, STRANGER)), "the right one is not looked at");
        var waited = Duration.ZERO;
        for (int i = 0; i < 15; i++) {
            var wait = waitOf(in(EMAIL, "guess", STRANGER));
            assertTrue(wait.compareTo(waited) >= 0, wait + " after " + waited);
            waited = wait;
            desk.pass(wait);
            assertEquals(new Wrong(), in(EMAIL, "guess", STRANGER));
        }
        assertEquals(Duration.ofMinutes(15), waitOf(in(EMAIL, "guess", STRANGER)));

        desk.pass(Throttle.FORGOTTEN.plusSeconds(1));
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, STRANGER));
    }

    @Test
    void waitingIsNotMadeLongerByTryingMeanwhile() {
        for (int i = 0; i < 6; i++) {
            in(EMAIL, "guess", STRANGER);
        }
        var wait = waitOf(in(EMAIL, "guess", STRANGER));
        for (int i = 0; i < 50; i++) {
            assertEquals(wait, waitOf(in(EMAIL, "guess", STRANGER)));
        }
        desk.pass(wait);
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, STRANGER));
    }

    @Test
    void knownBrowserOfTheOwnerIsNotHinderedByStrangers() {
        String device = PeopleDesk.admitted(in(EMAIL, PASSWORD, HOME)).device();
        for (int address = 1; address < 100; address++) {
            in(EMAIL, "guess", new Client("203.0.113." + address, "curl", ""));
        }

        assertInstanceOf(Wait.class, in(EMAIL, PASSWORD, new Client("192.0.2.8", "Firefox", "")));
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, new Client("192.0.2.8", "Firefox", device)));
    }

    @Test
    void strangersOnManyAddressesDelayANewBrowserByAMinuteAtMost() {
        for (int address = 1; address < 100; address++) {
            in(EMAIL, "guess", new Client("203.0.113." + address, "curl", ""));
            desk.pass(Duration.ofSeconds(1));
        }

        var wait = waitOf(in(EMAIL, PASSWORD, new Client("192.0.2.8", "Firefox", "")));
        assertTrue(wait.compareTo(Duration.ofMinutes(1)) <= 0, wait.toString());
        desk.pass(wait);
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, new Client("192.0.2.8", "Firefox", "")));
    }

    @Test
    void aClockThatWasPutBackKeepsNobodyOut() {
        for (int address = 1; address < 100; address++) {
            in(EMAIL, "guess", new Client("203.0.113." + address, "curl", ""));
        }
        for (int i = 0; i < 5; i++) {
            in(EMAIL, "guess", STRANGER);
        }
        desk.pass(Duration.ofDays(-1));

        var wait = waitOf(in(EMAIL, PASSWORD, STRANGER));
        assertTrue(wait.compareTo(Duration.ofMinutes(1)) <= 0, wait.toString());
        desk.pass(wait);
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, STRANGER));
    }

    @Test
    void secondSignInInOneBrowserEndsTheFirstSession() {
        String first = PeopleDesk.secret(in(EMAIL, PASSWORD, HOME));
        String elsewhere = PeopleDesk.secret(in(EMAIL, PASSWORD, HOME));
        var again = new Client(HOME.address(), HOME.agent(), "", first);

        assertEquals(new Wrong(), in(EMAIL, "guess", again));
        assertTrue(desk.sessions().find(first).isPresent(), "a failure ends nothing");
        String second = PeopleDesk.secret(in(EMAIL, PASSWORD, again));

        assertTrue(desk.sessions().find(first).isEmpty());
        assertTrue(desk.sessions().find(second).isPresent());
        assertTrue(desk.sessions().find(elsewhere).isPresent());
    }

    @Test
    void knownBrowserThatGuessesWaitsToo() {
        String device = PeopleDesk.admitted(in(EMAIL, PASSWORD, HOME)).device();
        var known = new Client("192.0.2.7", "Firefox", device);
        for (int i = 0; i < 5; i++) {
            assertEquals(new Wrong(), in(EMAIL, "guess", known));
        }

        assertInstanceOf(Wait.class, in(EMAIL, PASSWORD, known));
    }

    @Test
    void madeUpBrowserIsAStranger() {
        String device = PeopleDesk.admitted(in(EMAIL, PASSWORD, HOME)).device();
        String forged = "AAAAAAAAAAAAAAAAAAAAAA" + device.substring(22);
        for (int i = 0; i < 5; i++) {
            in(EMAIL, "guess", STRANGER);
        }

        assertInstanceOf(Wait.class, in(EMAIL, PASSWORD, new Client(STRANGER.address(), "curl", forged)));
    }

    @Test
    void oneAddressThatTriesManyAccountsWaits() {
        for (int i = 0; i < 60; i++) {
            assertEquals(new Wrong(), in("person" + i + "@herald.test", "guess", STRANGER));
        }

        assertInstanceOf(Wait.class, in("person60@herald.test", "guess", STRANGER));
        assertInstanceOf(Admitted.class, in(EMAIL, PASSWORD, HOME));
    }

    @Test
    void addressesOfOneCustomerAreOneAddress() {
        for (int i = 0; i < 5; i++) {
            in(EMAIL, "guess", new Client("2001:db8:1:2::" + (i + 1), "curl", ""));
        }

        assertInstanceOf(Wait.class, in(EMAIL, "guess", new Client("2001:db8:1:2:ffff:1:2:3", "curl", "")));
        assertEquals(new Wrong(), in(EMAIL, "guess", new Client("2001:db8:1:3::1", "curl", "")));
    }

    @Test
    void codeIsAskedForAndTakenOnce() {
        byte[] secret = turnCodesOn();
        desk.pass(Duration.ofMinutes(1));

        String challenge = challenge(in(EMAIL, PASSWORD, HOME));
        assertEquals(new Wrong(), code(challenge, "000000"));
        String code = TimeCode.at(secret, TimeCode.stepAt(now()));
        assertInstanceOf(Admitted.class, code(challenge, code));
        assertInstanceOf(TooLate.class, code(challenge, code), "the first step is used up");

        assertEquals(new Wrong(), code(challenge(in(EMAIL, PASSWORD, HOME)), code), "and so is the code");
    }

    /** A code that was taken before is of a later step of time; it must not lock its owner out until that comes again. */
    @Test
    void codesAndSessionsHoldWhenTheClockIsPutBackADay() {
        byte[] secret = turnCodesOn();
        desk.pass(Duration.ofMinutes(1));
        String late = TimeCode.at(secret, TimeCode.stepAt(now()));
        String open = PeopleDesk.secret(code(challenge(in(EMAIL, PASSWORD, HOME)), late));

        desk.pass(Duration.ofDays(-1));

        assertTrue(desk.sessions().find(open).isPresent(), "who was signed in stays so");
        String code = TimeCode.at(secret, TimeCode.stepAt(now()));
        assertInstanceOf(Admitted.class, code(challenge(in(EMAIL, PASSWORD, HOME)), code));
        assertEquals(new Wrong(), code(challenge(in(EMAIL, PASSWORD, HOME)), code), "each code is taken once still");
        desk.pass(Duration.ofMinutes(1));
        String next = TimeCode.at(secret, TimeCode.stepAt(now()));
        assertInstanceOf(Admitted.class, code(challenge(in(EMAIL, PASSWORD, HOME)), next));

        desk.pass(Sessions.IDLE);
        assertTrue(desk.sessions().find(open).isEmpty(), "and is forgotten in the usual time");
    }

    @Test
    void recoveryCodeIsTakenOnce() {
        var codes = codesOn().codes();
        assertEquals(10, codes.size());

        assertInstanceOf(
                Admitted.class,
                code(challenge(in(EMAIL, PASSWORD, HOME)), codes.getFirst().toUpperCase(Locale.ROOT)));
        assertEquals(new Wrong(), code(challenge(in(EMAIL, PASSWORD, HOME)), codes.getFirst()));
        assertInstanceOf(
                Admitted.class,
                code(challenge(in(EMAIL, PASSWORD, HOME)), codes.getLast().replace("-", " ")));
        assertTrue(desk.log().contains("Alesia recovery-code-used " + EMAIL));
    }

    @Test
    void guesserOfCodesWhoKnowsThePasswordWaitsToo() {
        turnCodesOn();

        for (int i = 0; i < 5; i++) {
            assertEquals(new Wrong(), code(challenge(in(EMAIL, PASSWORD, STRANGER)), "00000" + i));
        }
        assertInstanceOf(Wait.class, code(challenge(in(EMAIL, PASSWORD, STRANGER)), "000009"));
    }

    @Test
    void fiveWrongCodesOrTenMinutesEndTheFirstStep() {
        byte[] secret = turnCodesOn();
        String tried = challenge(in(EMAIL, PASSWORD, HOME));
        for (int i = 0; i < 5; i++) {
            assertEquals(new Wrong(), code(tried, "00000" + i));
        }
        assertInstanceOf(TooLate.class, code(tried, "000009"));

        desk.pass(Throttle.FORGOTTEN.plusSeconds(1));
        String late = challenge(in(EMAIL, PASSWORD, HOME));
        desk.pass(SignIn.WAITING);
        assertInstanceOf(TooLate.class, code(late, TimeCode.at(secret, TimeCode.stepAt(now()))));
        assertInstanceOf(TooLate.class, code("made up", "000000"));
    }

    @Test
    void signOutEndsTheSessionHere() {
        String secret = PeopleDesk.secret(in(EMAIL, PASSWORD, HOME));

        desk.signIn().end(secret, HOME);

        assertTrue(desk.sessions().find(secret).isEmpty());
        desk.signIn().end(secret, HOME);
        assertEquals(
                1,
                desk.log().stream().filter(line -> line.contains("signed-out")).count());
    }

    @Test
    void everySignInAndEveryFailureStandsInTheLog() {
        in(EMAIL, "guess", STRANGER);
        in("nobody@herald.test", "guess", STRANGER);
        in("my secret password", "guess", STRANGER);
        PeopleDesk.secret(in(EMAIL, PASSWORD, HOME));

        assertEquals(
                List.of(
                        "nobody sign-in-failed " + EMAIL + " password",
                        "nobody sign-in-failed nobody@herald.test password",
                        "nobody sign-in-failed  password",
                        "Alesia signed-in " + EMAIL + " password"),
                desk.log().reversed().subList(0, 4).reversed());
        var failure = desk.deeds().get(3);
        assertEquals("203.0.113.9", failure.address());
        assertEquals(TestPortal.NOON, failure.at());
        assertFalse(desk.portal().tables().dump().toString().contains("my secret password"));
    }

    @Test
    void neitherPasswordsNorCodesNorLinksStandInTheStore() {
        var codes = codesOn();
        String challenge = challenge(in(EMAIL, PASSWORD, HOME));
        String token = desk.accounts()
                .invite(ActingPrincipal.COMMAND, "new@herald.test", "New", PeopleDesk.EDITOR, Cast.ENGLISH)
                .orThrow()
                .token();

        String store = desk.portal().tables().dump().toString();
        assertFalse(store.contains(PASSWORD));
        assertFalse(store.contains(challenge));
        assertFalse(store.contains(token));
        assertFalse(store.contains(codes.enrolment().secret()));
        codes.codes().forEach(code -> assertFalse(store.contains(code)));
    }

    /** Codes that were turned on. */
    private record On(OwnAccount.Enrolment enrolment, List<String> codes) {

        byte[] secret() {
            return base32(enrolment.secret());
        }
    }

    private byte[] turnCodesOn() {
        return codesOn().secret();
    }

    private On codesOn() {
        var session = desk.visit(in(EMAIL, PASSWORD, HOME));
        var enrolment = desk.own().beginCodes(session.account(), "Portal");
        byte[] secret = base32(enrolment.secret());
        var codes = desk.own()
                .turnCodesOn(session, PASSWORD, enrolment.sealed(), TimeCode.at(secret, TimeCode.stepAt(now())), HOME)
                .orThrow();
        return new On(enrolment, codes);
    }

    private Instant now() {
        return desk.portal().clock().instant();
    }

    private SignIn.Result in(String email, String password, Client client) {
        return desk.signIn().withPassword(email, password, client);
    }

    private SignIn.Result code(String challenge, String code) {
        return desk.signIn().withCode(challenge, code, HOME);
    }

    private static String challenge(SignIn.Result result) {
        return assertInstanceOf(NeedsCode.class, result).challenge();
    }

    private static Duration waitOf(SignIn.Result result) {
        return assertInstanceOf(Wait.class, result).left();
    }

    static byte[] base32(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        long bits = 0;
        int count = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes[at++] = (byte) (bits >>> count);
            }
        }
        return bytes;
    }
}
