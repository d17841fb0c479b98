package org.herald.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.store.AccountLogQueries;
import org.herald.store.AccountQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;

/** The room {@code people} over a small portal, with a clock that stands still and passwords that cost little. */
final class PeopleDesk implements AutoCloseable {

    static final String PASSWORD = "three unrelated teapots";
    static final Client HOME = new Client("192.0.2.7", "Firefox", "");
    static final Accounts.Rights EDITOR = new Accounts.Rights(Role.EDITOR, Set.of(), Set.of());

    private final TestPortal portal;
    private final Sessions sessions;
    private final OneTimeTokens tokens;
    private final SignIn signIn;
    private final Registration registration;
    private final Accounts accounts;
    private final OwnAccount own;
    private final SiteKey key;

    PeopleDesk(Path folder) {
        this.portal = TestPortal.withoutPeople(folder);
        var database = portal.database();
        var clock = portal.clock();
        this.key = SiteKey.in(folder.resolve("secret.key"));
        var passwords = new Passwords(new Passwords.Cost(64, 1, 1));
        this.sessions = new Sessions(database, clock);
        this.tokens = new OneTimeTokens(database, clock);
        this.signIn = new SignIn(database, clock, sessions, key, passwords);
        this.registration = new Registration(database, clock, tokens, signIn, passwords);
        this.accounts = new Accounts(database, clock, tokens);
        this.own = new OwnAccount(database, clock, signIn, passwords, key);
    }

    /** The first administrator, signed in. */
    SignedInSession administrator() {
        String token = tokens.forFirstAdministrator().orElseThrow();
        var said = new Registration.Said("admin@herald.test", "Aksana", PASSWORD, Cast.ENGLISH);
        return visit(registration.join(token, said, HOME).orThrow());
    }

    /** Somebody who followed an invitation and is signed in. */
    SignedInSession joined(String email, String name, Accounts.Rights rights) {
        String token = accounts.invite(ActingPrincipal.COMMAND, email, name, rights, Cast.ENGLISH)
                .orThrow()
                .token();
        return visit(registration.join(token, said(name, PASSWORD), HOME).orThrow());
    }

    static Registration.Said said(String name, String password) {
        return new Registration.Said("", name, password, Cast.ENGLISH);
    }

    /** Who is in now; a result that lets nobody in fails the test. */
    SignedInSession visit(SignIn.Result result) {
        return sessions.find(secret(result)).orElseThrow();
    }

    static String secret(SignIn.Result result) {
        return admitted(result).secret();
    }

    static SignIn.Admitted admitted(SignIn.Result result) {
        if (result instanceof SignIn.Admitted admitted) {
            return admitted;
        }
        throw new AssertionError("Not admitted but " + result);
    }

    static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) ->
                reasons.stream().map(Outcome.Reason::key).toList();
        };
    }

    Account account(AccountId id) {
        return new AccountQueries(portal.database()).find(id).orElseThrow();
    }

    /** The account log, oldest first, as {@code who kind whose detail}. */
    List<String> log() {
        return deeds().reversed().stream()
                .map(entry -> (entry.principal().displayName() + " "
                                + entry.kind().word() + " " + entry.about() + " " + entry.detail())
                        .strip())
                .toList();
    }

    List<AuditEntry> deeds() {
        return new AccountLogQueries(portal.database()).deeds(AccountLogQueries.Filter.ALL, null, 1000);
    }

    void pass(Duration time) {
        portal.clock().pass(time);
    }

    TestPortal portal() {
        return portal;
    }

    Sessions sessions() {
        return sessions;
    }

    OneTimeTokens tokens() {
        return tokens;
    }

    SignIn signIn() {
        return signIn;
    }

    Registration joining() {
        return registration;
    }

    Accounts accounts() {
        return accounts;
    }

    OwnAccount own() {
        return own;
    }

    SiteKey key() {
        return key;
    }

    @Override
    public void close() {
        portal.close();
    }
}
