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
import org.herald.model.AccountDeed;
import org.herald.model.AccountId;
import org.herald.model.Role;
import org.herald.people.SignIn.Admitted;
import org.herald.people.SignIn.NeedsCode;
import org.herald.store.AccountLogQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestDesk;
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
        String token = desk.links().forFirstAdministrator().orElseThrow();
        var said = new Joining.Said("Admin@Herald.Test", " Aksana  Novik ", PASSWORD, Cast.BELARUSIAN);

        var visit = desk.visit(desk.joining().join(token, said, HOME).orThrow());

        assertEquals("admin@herald.test", visit.account().email());
        assertEquals("Aksana Novik", visit.account().name());
        assertEquals(Role.ADMINISTRATOR, visit.account().role());
        assertEquals(Cast.BELARUSIAN, visit.account().speaks());
        assertEquals(List.of("refused.link"), refusals(desk.joining().join(token, said, HOME)));
        assertTrue(desk.links().forFirstAdministrator().isEmpty(), "there is one now");
    }

    @Test
    void linkForTheFirstAdministratorIsMadeAnewAtEachStartAndEndsWithTheDay() {
        String first = desk.links().forFirstAdministrator().orElseThrow();
        String second = desk.links().forFirstAdministrator().orElseThrow();

        assertTrue(desk.links().find(first).isEmpty());
        assertTrue(desk.links().find(second).isPresent());
        desk.pass(Links.Purpose.FIRST.good());
        assertTrue(desk.links().find(second).isEmpty());
    }

    @Test
    void secondFirstAdministratorIsRefused() {
        String token = desk.links().forFirstAdministrator().orElseThrow();
        desk.accounts()
                .invite(Doer.COMMAND, "other@herald.test", "Other", ADMINISTRATOR, Cast.ENGLISH)
                .orThrow();

        var said = new Joining.Said("admin@herald.test", "Aksana", PASSWORD, Cast.ENGLISH);
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

        desk.pass(Links.Purpose.INVITATION.good().minusSeconds(1));
        assertInstanceOf(
                Admitted.class,
                desk.joining()
                        .join(token, PeopleDesk.said("Alesia", PASSWORD), HOME)
                        .orThrow());
        assertTrue(desk.links().find(token).isEmpty());
        desk.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of("refused.link"), refusals(desk.joining().join(late, PeopleDesk.said("Jan", PASSWORD), HOME)));
    }

    @Test
    void resetEndsSessionsAtOnceAndThePasswordWhenTheLinkIsUsed() {
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var id = visit.account().id();
        String token = desk.accounts().makeLink(Doer.COMMAND, id, true).orThrow();

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
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var enrolment = desk.own().beginCodes(visit.account(), "Portal");
        byte[] secret = SignInTest.base32(enrolment.secret());
        String code = TimeCode.at(secret, TimeCode.stepAt(desk.desk().clock().instant()));
        desk.own().turnCodesOn(visit, PASSWORD, enrolment.sealed(), code, HOME).orThrow();

        String token = desk.accounts()
                .makeLink(Doer.COMMAND, visit.account().id(), true)
                .orThrow();
        assertInstanceOf(
                NeedsCode.class,
                desk.joining()
                        .join(token, PeopleDesk.said("", "quite another kettle"), HOME)
                        .orThrow());

        desk.accounts().turnCodesOff(Doer.COMMAND, visit.account().id()).orThrow();
        assertInstanceOf(
                Admitted.class, desk.signIn().withPassword("alesia@herald.test", "quite another kettle", HOME));
    }

    @Test
    void newerLinkReplacesTheOlder() {
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String older = desk.accounts()
                .makeLink(Doer.COMMAND, visit.account().id(), true)
                .orThrow();
        String newer = desk.accounts()
                .makeLink(Doer.COMMAND, visit.account().id(), true)
                .orThrow();

        assertTrue(desk.links().find(older).isEmpty());
        desk.accounts().lock(Doer.COMMAND, visit.account().id()).orThrow();
        assertTrue(desk.links().find(newer).isEmpty(), "a locked account has no links");
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

        assertEquals(List.of("refused.rights-last"), refusals(desk.accounts().setRights(Doer.COMMAND, id, REPORTER)));
        assertEquals(List.of("refused.lock-last"), refusals(desk.accounts().lock(Doer.COMMAND, id)));

        var second = desk.joined("second@herald.test", "Second", ADMINISTRATOR);
        var doer = Doer.of(second, "192.0.2.1");
        assertEquals(List.of(), refusals(desk.accounts().lock(doer, id)));
        assertEquals(
                List.of("refused.lock-last"),
                refusals(desk.accounts().lock(Doer.COMMAND, second.account().id())),
                "a locked administrator is none");
    }

    @Test
    void nobodyChangesTheirOwnRightsOrLocksThemselves() {
        var admin = desk.administrator();
        desk.joined("second@herald.test", "Second", ADMINISTRATOR);
        var self = Doer.of(admin, "192.0.2.1");
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
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String secret = PeopleDesk.secret(desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
        var limited = new Accounts.Rights(
                Role.EDITOR, Set.of(Cast.ENGLISH), Set.of(desk.desk().section("news")));

        desk.accounts()
                .setRights(Doer.of(admin, "192.0.2.1"), visit.account().id(), limited)
                .orThrow();

        var account = desk.sessions().find(secret).orElseThrow().account();
        assertEquals(Role.EDITOR, account.role());
        assertEquals(Set.of(Cast.ENGLISH), account.languages());
        assertEquals(Set.of(desk.desk().section("news")), account.sections());
        assertTrue(desk.log()
                .contains("Aksana rights-changed alesia@herald.test reporter -> editor; languages en;" + " sections "
                        + desk.desk().section("news")));
    }

    @Test
    void lockEndsSessionsAndUnlockLetsInAgain() {
        desk.administrator();
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        String secret = PeopleDesk.secret(desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));

        desk.accounts().lock(Doer.COMMAND, visit.account().id()).orThrow();
        assertTrue(desk.sessions().find(secret).isEmpty());
        desk.accounts().unlock(Doer.COMMAND, visit.account().id()).orThrow();
        assertTrue(desk.sessions().find(secret).isEmpty(), "the old session stays ended");
        assertInstanceOf(Admitted.class, desk.signIn().withPassword("alesia@herald.test", PASSWORD, HOME));
    }

    @Test
    void accountThatIsNotThereIsSaidToBeNone() {
        assertEquals(
                List.of("refused.account-unknown"), refusals(desk.accounts().lock(Doer.COMMAND, new AccountId(999))));
    }

    @Test
    void logIsAskedByAccountKindAndTimeAndInParts() {
        var admin = desk.administrator();
        desk.pass(Duration.ofHours(1));
        var visit = desk.joined("alesia@herald.test", "Alesia", REPORTER);
        var log = new AccountLogQueries(desk.desk().database());
        var id = visit.account().id();

        var hers = log.deeds(new AccountLogQueries.Filter(id, null, null, null), null, 100);
        assertEquals(
                List.of("signed-in", "joined", "link-made", "invited"),
                hers.stream().map(deed -> deed.kind().word()).toList());
        assertEquals(
                List.of(hers.get(2), hers.get(3)),
                log.deeds(new AccountLogQueries.Filter(id, null, null, null), hers.get(1), 2));
        var early = new AccountLogQueries.Filter(null, AccountDeed.Kind.SIGNED_IN, null, TestDesk.NOON.plusSeconds(1));
        assertEquals(
                List.of(admin.account().id()),
                log.deeds(early, null, 100).stream().map(AccountDeed::account).toList());
        var late = new AccountLogQueries.Filter(null, null, TestDesk.NOON.plus(Duration.ofHours(1)), null);
        assertFalse(log.deeds(late, null, 100).stream()
                .anyMatch(deed -> admin.account().id().equals(deed.account())));
    }

    private String invite(String email, String name) {
        return desk.accounts()
                .invite(Doer.COMMAND, email, name, REPORTER, Cast.ENGLISH)
                .orThrow()
                .token();
    }

    private List<String> refused(String email, String name) {
        return refusals(desk.accounts().invite(Doer.COMMAND, email, name, REPORTER, Cast.ENGLISH));
    }
}
