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
import java.util.Set;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.herald.model.Role;
import org.herald.people.SignIn.Admitted;
import org.herald.people.SignIn.NeedsCode;
import org.herald.store.AccountLogQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts begin with a link, change by others' hands, and there is always an administrator. */
final class AccountsTest {

    private static final Accounts.Rights REPORTER = new Accounts.Rights(Role.REPORTER, Set.of(), Set.of());
    private static final Accounts.Rights ADMINISTRATOR = new Accounts.Rights(Role.ADMINISTRATOR, Set.of(), Set.of());

    private final PeopleDesk desk;

    AccountsTest(@TempDir Path folder) {
        desk = new PeopleDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void firstAdministratorComesByALinkThatIsGoodOnce() {
        String token = desk.tokens().forFirstAdministrator().orElseThrow();
        var said = new Registration.Said("Admin@Herald.Test", " Aksana  Novik ", PASSWORD, Cast.BELARUSIAN);

        var session = desk.visit(desk.joining().join(token, said, HOME).orThrow());

        assertEquals("admin@herald.test", session.account().email());
        assertEquals("Aksana Novik", session.account().name());
        assertEquals(Role.ADMINISTRATOR, session.account().role());
        assertEquals(Cast.BELARUSIAN, session.account().uiLanguage());
        assertEquals(List.of("refused.link"), refusals(desk.joining().join(token, said, HOME)));
        assertTrue(desk.tokens().forFirstAdministrator().isEmpty(), "there is one now");
    }

    @Test
    void linkForTheFirstAdministratorIsMadeAnewAtEachStartAndEndsWithTheDay() {
        String first = desk.tokens().forFirstAdministrator().orElseThrow();
        String second = desk.tokens().forFirstAdministrator().orElseThrow();

        assertTrue(desk.tokens().find(first).isEmpty());
        assertTrue(desk.tokens().find(second).isPresent());
        desk.pass(OneTimeTokens.Purpose.FIRST.good());
        assertTrue(desk.tokens().find(second).isEmpty());
    }

    @Test
    void secondFirstAdministratorIsRefused() {
        String token = desk.tokens().forFirstAdministrator().orElseThrow();
        desk.accounts()
                .invite(ActingPrincipal.COMMAND, "other@herald.test", "Other", ADMINISTRATOR, Cast.ENGLISH)
                .orThrow();

        var said = new Registration.Said("admin@herald.test", "Aksana", PASSWORD, Cast.ENGLISH);
        assertEquals(List.of("refused.link"), refusals(desk.joining().join(token, said, HOME)));
    }

    @Test
    void refusedFormUsesNothingUp() {
        String token = invite("alesia@herald.test", "Alesia");

        assertEquals(
                List.of("refused.name-length", "refused.password-short"),
                refusals(desk.joining().join(token, PeopleDesk.said(" ", "short"), HOME)));
        assertInstanceOf(
                Admitted.class,
                desk.joining()
                        .join(token, PeopleDesk.said("Alesia", PASSWORD), HOME)
                        .orThrow());
    }

    @Test
    void invitationIsGoodForAWeekAndOnce() {
        String token = invite("alesia@herald.test", "Alesia");
        String late = invite("jan@herald.test", "Jan");

        desk.pass(OneTimeTokens.Purpose.INVITATION.good().minusSeconds(1));
        assertInstanceOf(
                Admitted.class,
                desk.joining()
                        .join(token, PeopleDesk.said("Alesia", PASSWORD), HOME)
                        .orThrow());
        assertTrue(desk.tokens().find(token).isEmpty());
        desk.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of("refused.link"), refusals(desk.joining().join(late, PeopleDesk.said("Jan", PASSWORD), HOME)));
    }

    @Test
    void resetEndsSessionsAtOnceAndThePasswordWhenTheLinkIsUsed() {
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var id = session.account().id();
        String token =
                desk.accounts().makeLink(ActingPrincipal.COMMAND, id, true).orThrow();

        assertEquals(List.of(), desk.sessions().of(id));
        String secret = PeopleDesk.secret(desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
        desk.joining()
                .join(token, PeopleDesk.said("", "quite another kettle"), HOME)
                .orThrow();

        assertTrue(desk.sessions().find(secret).isEmpty());
        assertEquals(new SignIn.Wrong(), desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
        assertInstanceOf(
                Admitted.class, desk.signIn().withPassword("alesia@herald.test", "quite another kettle", HOME));
        assertEquals("Alesia", desk.account(id).name());
    }

    @Test
    void resetLinkDoesNotReplaceTheCode() {
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var enrolment = desk.own().beginCodes(session.account(), "Portal");
        byte[] secret = SignInTest.base32(enrolment.secret());
        String code = TimeCode.at(secret, TimeCode.stepAt(desk.portal().clock().instant()));
        desk.own()
                .turnCodesOn(session, PASSWORD, enrolment.sealed(), code, HOME)
                .orThrow();

        String token = desk.accounts()
                .makeLink(ActingPrincipal.COMMAND, session.account().id(), true)
                .orThrow();
        assertInstanceOf(
                NeedsCode.class,
                desk.joining()
                        .join(token, PeopleDesk.said("", "quite another kettle"), HOME)
                        .orThrow());

        desk.accounts()
                .turnCodesOff(ActingPrincipal.COMMAND, session.account().id())
                .orThrow();
        assertInstanceOf(
                Admitted.class, desk.signIn().withPassword("alesia@herald.test", "quite another kettle", HOME));
    }

    @Test
    void newerLinkReplacesTheOlder() {
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String older = desk.accounts()
                .makeLink(ActingPrincipal.COMMAND, session.account().id(), true)
                .orThrow();
        String newer = desk.accounts()
                .makeLink(ActingPrincipal.COMMAND, session.account().id(), true)
                .orThrow();

        assertTrue(desk.tokens().find(older).isEmpty());
        desk.accounts().lock(ActingPrincipal.COMMAND, session.account().id()).orThrow();
        assertTrue(desk.tokens().find(newer).isEmpty(), "a locked account has no links");
    }

    @Test
    void noTwoAccountsHaveTheSameAddressOrTheSameNameAndNoneThatOfAMachine() {
        invite("alesia@herald.test", "Alesia");

        assertEquals(List.of("refused.email-taken", "refused.name-taken"), refused("ALESIA@herald.test ", "alesia"));
        assertEquals(List.of("refused.name-taken"), refused("a@herald.test", "Ａlesia"));
        assertEquals(List.of("refused.name-taken"), refused("a@herald.test", "Schedule"));
        assertEquals(List.of("refused.email-wrong"), refused("alesia", "Other"));
        assertEquals(List.of("refused.email-wrong"), refused("a b@herald.test", "Other"));
        assertEquals(List.of("refused.name-length"), refused("a@herald.test", "x".repeat(101)));
        assertEquals(List.of(), refused("алеся@сайт.бел", "Алеся"));
    }

    @Test
    void lastAdministratorIsNeitherLockedNorMadeLess() {
        var admin = desk.administrator();
        var id = admin.account().id();

        assertEquals(
                List.of("refused.rights-last"),
                refusals(desk.accounts().setRights(ActingPrincipal.COMMAND, id, REPORTER)));
        assertEquals(List.of("refused.lock-last"), refusals(desk.accounts().lock(ActingPrincipal.COMMAND, id)));

        var second = desk.joined("second@herald.test", "Second", ADMINISTRATOR);
        var actor = ActingPrincipal.of(second, "192.0.2.1");
        assertEquals(List.of(), refusals(desk.accounts().lock(actor, id)));
        assertEquals(
                List.of("refused.lock-last"),
                refusals(desk.accounts()
                        .lock(ActingPrincipal.COMMAND, second.account().id())),
                "a locked administrator is none");
    }

    @Test
    void nobodyChangesTheirOwnRightsOrLocksThemselves() {
        var admin = desk.administrator();
        desk.joined("second@herald.test", "Second", ADMINISTRATOR);
        var self = ActingPrincipal.of(admin, "192.0.2.1");
        var id = admin.account().id();

        assertEquals(List.of("refused.rights-own"), refusals(desk.accounts().setRights(self, id, REPORTER)));
        assertEquals(List.of("refused.rights-own"), refusals(desk.accounts().setRights(self, id, ADMINISTRATOR)));
        assertEquals(List.of("refused.lock-own"), refusals(desk.accounts().lock(self, id)));
        assertEquals(List.of("refused.codes-own"), refusals(desk.accounts().turnCodesOff(self, id)));
        assertEquals(List.of("refused.passkey-own"), refusals(desk.accounts().removePasskey(self, id, 1)));
        assertEquals(List.of("refused.openid-own"), refusals(desk.accounts().unlink(self, id, 1)));
        assertEquals(List.of("refused.link-own"), refusals(desk.accounts().makeLink(self, id, true)));
    }

    @Test
    void rightsHoldFromTheNextRequestAndAreToldByTheLog() {
        var admin = desk.administrator();
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String secret = PeopleDesk.secret(desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
        var limited = new Accounts.Rights(
                Role.EDITOR, Set.of(Cast.ENGLISH), Set.of(desk.portal().section("news")));

        desk.accounts()
                .setRights(
                        ActingPrincipal.of(admin, "192.0.2.1"),
                        session.account().id(),
                        limited)
                .orThrow();

        var account = desk.sessions().find(secret).orElseThrow().account();
        assertEquals(Role.EDITOR, account.role());
        assertEquals(Set.of(Cast.ENGLISH), account.languages());
        assertEquals(Set.of(desk.portal().section("news")), account.sections());
        assertTrue(desk.log()
                .contains("Aksana rights-changed alesia@herald.test reporter -> editor; languages en;" + " sections "
                        + desk.portal().section("news")));
    }

    @Test
    void lockEndsSessionsAndUnlockLetsInAgain() {
        desk.administrator();
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String secret = PeopleDesk.secret(desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));

        desk.accounts().lock(ActingPrincipal.COMMAND, session.account().id()).orThrow();
        assertTrue(desk.sessions().find(secret).isEmpty());
        desk.accounts().unlock(ActingPrincipal.COMMAND, session.account().id()).orThrow();
        assertTrue(desk.sessions().find(secret).isEmpty(), "the old session stays ended");
        assertInstanceOf(Admitted.class, desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
    }

    @Test
    void accountThatIsNotThereIsSaidToBeNone() {
        assertEquals(
                List.of("refused.account-unknown"),
                refusals(desk.accounts().lock(ActingPrincipal.COMMAND, new AccountId(999))));
    }

    @Test
    void logIsAskedByAccountKindAndTimeAndInParts() {
        var admin = desk.administrator();
        desk.pass(Duration.ofHours(1));
        var session = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var log = new AccountLogQueries(desk.portal().database());
        var id = session.account().id();

        var hers = log.deeds(new AccountLogQueries.Filter(id, null, null, null), null, 100);
        assertEquals(
                List.of("signed-in", "joined", "link-made", "invited"),
                hers.stream().map(entry -> entry.kind().word()).toList());
        assertEquals(
                List.of(hers.get(2), hers.get(3)),
                log.deeds(new AccountLogQueries.Filter(id, null, null, null), hers.get(1), 2));
        var early = new AccountLogQueries.Filter(null, AuditEntry.Kind.SIGNED_IN, null, TestPortal.NOON.plusSeconds(1));
        assertEquals(
                List.of(admin.account().id()),
                log.deeds(early, null, 100).stream().map(AuditEntry::account).toList());
        var late = new AccountLogQueries.Filter(null, null, TestPortal.NOON.plus(Duration.ofHours(1)), null);
        assertFalse(log.deeds(late, null, 100).stream()
                .anyMatch(entry -> admin.account().id().equals(entry.account())));
    }

    private String invite(String email, String name) {
        return desk.accounts()
                .invite(ActingPrincipal.COMMAND, email, name, REPORTER, Cast.ENGLISH)
                .orThrow()
                .token();
    }

    private List<String> refused(String email, String name) {
        return refusals(desk.accounts().invite(ActingPrincipal.COMMAND, email, name, REPORTER, Cast.ENGLISH));
    }
}
