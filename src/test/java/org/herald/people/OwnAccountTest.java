package org.herald.people;

import static org.herald.people.PeopleDesk.HOME;
import static org.herald.people.PeopleDesk.PASSWORD;
import static org.herald.people.PeopleDesk.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.herald.testing.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to their own account, and what a thief of their session cannot. */
final class OwnAccountTest {

    private static final String EMAIL = "alesia@herald.test";
    private static final String OTHER = "quite another kettle";

    private final PeopleDesk desk;
    private final SignedInSession alesia;

    OwnAccountTest(@TempDir Path folder) {
        desk = new PeopleDesk(folder);
        alesia = desk.joined(EMAIL, "Alesia", PeopleDesk.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void newPasswordNeedsTheOldOneAndEndsAllOtherSessions() {
        String elsewhere = PeopleDesk.secret(desk.signIn().withPassword(EMAIL, PASSWORD, HOME));

        assertEquals(
                List.of("refused.confirm-wrong"), refusals(desk.own().changePassword(alesia, "not it", OTHER, HOME)));
        assertTrue(desk.sessions().find(elsewhere).isPresent());
        assertEquals(List.of(), refusals(desk.own().changePassword(alesia, PASSWORD, OTHER, HOME)));

        assertTrue(desk.sessions().find(elsewhere).isEmpty());
        assertEquals(1, desk.sessions().of(alesia.account().id()).size());
        assertInstanceOf(SignIn.Admitted.class, desk.signIn().withPassword(EMAIL, OTHER, HOME));
        assertEquals(new SignIn.Wrong(), desk.signIn().withPassword(EMAIL, PASSWORD, HOME));
    }

    @Test
    void aNewPasswordEndsASignInThatWaitsForItsCode() {
        var enrolment = desk.own().beginCodes(alesia.account(), "Portal");
        desk.own()
                .turnCodesOn(alesia, PASSWORD, enrolment.sealed(), code(enrolment), HOME)
                .orThrow();
        var waiting = assertInstanceOf(SignIn.NeedsCode.class, desk.signIn().withPassword(EMAIL, PASSWORD, HOME));

        desk.own().changePassword(alesia, PASSWORD, OTHER, HOME).orThrow();

        desk.pass(Duration.ofMinutes(1));
        assertEquals(new SignIn.TooLate(), desk.signIn().withCode(waiting.challenge(), code(enrolment), HOME));
    }

    @Test
    void weakPasswordIsRefusedWithTheReason() {
        assertEquals(
                List.of("refused.password-short"),
                refusals(desk.own().changePassword(alesia, PASSWORD, "short", HOME)));
        assertEquals(
                List.of("refused.password-own"),
                refusals(desk.own().changePassword(alesia, PASSWORD, "I am Alesia of Minsk", HOME)));
    }

    @Test
    void thiefOfASessionWhoGuessesThePasswordWaits() {
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of("refused.confirm-wrong"), refusals(desk.own().turnCodesOff(alesia, "guess", HOME)));
        }
        assertEquals(
                List.of("refused.confirm-wait"), refusals(desk.own().changePassword(alesia, PASSWORD, OTHER, HOME)));
        desk.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), refusals(desk.own().changePassword(alesia, PASSWORD, OTHER, HOME)));
    }

    @Test
    void codesAreTurnedOnWithTheFirstCodeAndOffWithThePassword() {
        var enrolment = desk.own().beginCodes(alesia.account(), "Portal");
        assertEquals(
                enrolment,
                desk.own().againCodes(alesia.account(), enrolment.sealed(), "Portal"),
                "a wrong code does not make another key");
        assertEquals(
                List.of("refused.code-wrong"),
                refusals(desk.own().turnCodesOn(alesia, PASSWORD, enrolment.sealed(), "000000", HOME)));
        assertEquals(
                List.of("refused.confirm-wrong"),
                refusals(desk.own().turnCodesOn(alesia, "not it", enrolment.sealed(), code(enrolment), HOME)));
        assertEquals(
                List.of("refused.code-wrong"),
                refusals(desk.own().turnCodesOn(alesia, PASSWORD, "made up", code(enrolment), HOME)));
        assertInstanceOf(SignIn.Admitted.class, desk.signIn().withPassword(EMAIL, PASSWORD, HOME));

        desk.own()
                .turnCodesOn(alesia, PASSWORD, enrolment.sealed(), code(enrolment), HOME)
                .orThrow();
        assertInstanceOf(SignIn.NeedsCode.class, desk.signIn().withPassword(EMAIL, PASSWORD, HOME));
        assertEquals(List.of("refused.confirm-wrong"), refusals(desk.own().turnCodesOff(alesia, "x", HOME)));
        desk.own().turnCodesOff(alesia, PASSWORD, HOME).orThrow();
        assertInstanceOf(SignIn.Admitted.class, desk.signIn().withPassword(EMAIL, PASSWORD, HOME));
        assertTrue(desk.log().contains("Alesia codes-on " + EMAIL));
        assertTrue(desk.log().contains("Alesia codes-off " + EMAIL + " own"));
    }

    @Test
    void secretOfSomebodyElseTurnsNothingOn() {
        var jan = desk.joined("jan@herald.test", "Jan", PeopleDesk.EDITOR);
        var his = desk.own().beginCodes(jan.account(), "Portal");

        assertEquals(
                List.of("refused.code-wrong"),
                refusals(desk.own().turnCodesOn(alesia, PASSWORD, his.sealed(), code(his), HOME)));
    }

    @Test
    void newRecoveryCodesReplaceTheOld() {
        var enrolment = desk.own().beginCodes(alesia.account(), "Portal");
        var old = desk.own()
                .turnCodesOn(alesia, PASSWORD, enrolment.sealed(), code(enrolment), HOME)
                .orThrow();
        var fresh = desk.own().renewRecoveryCodes(alesia, PASSWORD, HOME).orThrow();

        assertTrue(old.stream().noneMatch(fresh::contains));
        var first = assertInstanceOf(SignIn.NeedsCode.class, desk.signIn().withPassword(EMAIL, PASSWORD, HOME));
        assertEquals(new SignIn.Wrong(), desk.signIn().withCode(first.challenge(), old.getFirst(), HOME));
        assertInstanceOf(SignIn.Admitted.class, desk.signIn().withCode(first.challenge(), fresh.getFirst(), HOME));
    }

    @Test
    void nameChangesAndTheLogKeepsBoth() {
        desk.joined("jan@herald.test", "Jan", PeopleDesk.EDITOR);

        assertEquals(List.of("refused.name-taken"), refusals(desk.own().rename(alesia, "JAN", HOME)));
        assertEquals(List.of(), refusals(desk.own().rename(alesia, "Alesia Novik", HOME)));
        assertEquals("Alesia Novik", desk.account(alesia.account().id()).name());
        assertTrue(desk.log().contains("Alesia Novik name-changed " + EMAIL + " Alesia -> Alesia Novik"));
    }

    @Test
    void languageAndShortcutsAreKept() {
        String secret = PeopleDesk.secret(desk.signIn().withPassword(EMAIL, PASSWORD, HOME));

        desk.own().setTaste(alesia.account().id(), Cast.BELARUSIAN, false);

        var session = desk.sessions().find(secret).orElseThrow();
        assertEquals(Cast.BELARUSIAN, session.account().uiLanguage());
        assertFalse(session.hasShortcuts());
    }

    @Test
    void otherSessionsAreEndedAndThePresentOneIsNot() {
        String other = PeopleDesk.secret(desk.signIn().withPassword(EMAIL, PASSWORD, HOME));
        long id = desk.sessions().find(other).orElseThrow().id();

        assertFalse(desk.own().revoke(alesia, alesia.id(), HOME));
        assertTrue(desk.own().revoke(alesia, id, HOME));
        assertFalse(desk.own().revoke(alesia, id, HOME));
        assertTrue(desk.sessions().find(other).isEmpty());
        assertEquals(0, desk.own().revokeOthers(alesia, HOME));
    }

    private String code(OwnAccount.Enrolment enrolment) {
        byte[] secret = SignInTest.base32(enrolment.secret());
        return TimeCode.at(secret, TimeCode.stepAt(desk.portal().clock().instant()));
    }
}
