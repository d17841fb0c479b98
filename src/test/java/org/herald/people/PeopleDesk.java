package org.herald.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.herald.model.Account;
import org.herald.model.AccountDeed;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.store.AccountLogQueries;
import org.herald.store.AccountQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestDesk;

/** The room {@code people} over a small portal, with a clock that stands still and passwords that cost little. */
final class PeopleDesk implements AutoCloseable {

    static final String PASSWORD = "three unrelated teapots";
    static final Caller HOME = new Caller("192.0.2.7", "Firefox", "");
    static final Accounts.Rights EDITOR = new Accounts.Rights(Role.EDITOR, Set.of(), Set.of());

    private final TestDesk desk;
    private final Sessions sessions;
    private final Links links;
    private final SignIn signIn;
    private final Joining joining;
    private final Accounts accounts;
    private final OwnAccount own;
    private final SiteKey key;

    PeopleDesk(Path folder) {
        this.desk = TestDesk.withoutPeople(folder);
        var database = desk.database();
        var clock = desk.clock();
        this.key = SiteKey.in(folder.resolve("secret.key"));
        var passwords = new Passwords(new Passwords.Cost(64, 1, 1));
        this.sessions = new Sessions(database, clock);
        this.links = new Links(database, clock);
        this.signIn = new SignIn(database, clock, sessions, key, passwords);
        this.joining = new Joining(database, clock, links, signIn, passwords);
        this.accounts = new Accounts(database, clock, links);
        this.own = new OwnAccount(database, clock, signIn, passwords, key);
    }

    /** The first administrator, signed in. */
    Visit administrator() {
        String token = links.forFirstAdministrator().orElseThrow();
        var said = new Joining.Said("admin@herald.test", "Aksana", PASSWORD, Cast.ENGLISH);
        return visit(joining.join(token, said, HOME).orThrow());
    }

    /** Somebody who followed an invitation and is signed in. */
    Visit joined(String email, String name, Accounts.Rights rights) {
        String token = accounts.invite(Doer.COMMAND, email, name, rights, Cast.ENGLISH)
                .orThrow()
                .token();
        return visit(joining.join(token, said(name, PASSWORD), HOME).orThrow());
    }

    static Joining.Said said(String name, String password) {
        return new Joining.Said("", name, password, Cast.ENGLISH);
    }

    /** Who is in now; a result that lets nobody in fails the test. */
    Visit visit(SignIn.Result result) {
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
        return new AccountQueries(desk.database()).find(id).orElseThrow();
    }

    /** The account log, oldest first, as {@code who kind whose detail}. */
    List<String> log() {
        return deeds().reversed().stream()
                .map(deed -> (deed.principal().displayName() + " " + deed.kind().word() + " " + deed.about() + " "
                                + deed.detail())
                        .strip())
                .toList();
    }

    List<AccountDeed> deeds() {
        return new AccountLogQueries(desk.database()).deeds(AccountLogQueries.Filter.ALL, null, 1000);
    }

    void pass(Duration time) {
        desk.clock().pass(time);
    }

    TestDesk desk() {
        return desk;
    }

    Sessions sessions() {
        return sessions;
    }

    Links links() {
        return links;
    }

    SignIn signIn() {
        return signIn;
    }

    Joining joining() {
        return joining;
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
        desk.close();
    }
}
