package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.SignInQueries;
import org.herald.store.SignInQueries.Known;
import org.herald.store.Transaction;

/** How people sign in and out. Every way ends in the same {@link Admitted}: a new session, and a line in the log. */
public final class SignIn {

    /** A password that was right is waited for so long. */
    static final Duration WAITING = Duration.ofMinutes(10);

    private static final int MOST_TRIES = 5;

    /** People have typed passwords into the wrong field; such a thing does not belong into a log. */
    private static final String NO_ADDRESS = "";

    private final Database database;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Passwords passwords;
    private final Codes codes;
    private final Devices devices;
    private final SignInQueries queries;

    public SignIn(Database database, InstantSource clock, Sessions sessions, SiteKey key, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.sessions = sessions;
        this.throttle = new Throttle(database, clock);
        this.passwords = passwords;
        this.codes = new Codes(key);
        this.devices = new Devices(key);
        this.queries = new SignInQueries(database);
    }

    /** What became of a sign-in. */
    public sealed interface Result {}

    /**
     * A session has begun.
     *
     * @param secret of its cookie
     * @param device the cookie by which this browser is known from now on
     */
    public record Admitted(String secret, String device) implements Result {

        @Override
        public String toString() {
            return "Admitted";
        }
    }

    /**
     * The password was right, and a code is asked for.
     *
     * @param challenge comes back with the code
     */
    public record NeedsCode(String challenge) implements Result {

        @Override
        public String toString() {
            return "NeedsCode";
        }
    }

    /** Something was wrong; it is not said what, so that nobody learns who has an account. */
    public record Wrong() implements Result {}

    /** There were too many failures; nothing was looked at. */
    public record Wait(Duration left) implements Result {}

    /** The first step was too long ago, or codes were tried too often: begin anew. */
    public record TooLate() implements Result {}

    /** Signs in by e-mail address and password; with codes that is the first step. */
    public Result withPassword(String email, String password, Client client) {
        String normal = AccountRules.normal(email);
        var known = queries.known(normal);
        var subjects = known.flatMap(
                        each -> devices.mark(client.device(), each.account().id()))
                .map(Throttle::ofKnown)
                .orElseGet(() -> Throttle.ofStranger(normal, client.address()));
        var wait = throttle.begin(subjects);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        boolean isTooLong = password.length() > PasswordRules.LONGEST;
        boolean isRight = passwords.match(known.isPresent() ? known.get().password() : null, isTooLong ? "" : password);
        if (known.isEmpty() || !isRight || known.get().account().isLocked()) {
            noteFailure(known.map(Known::account), normal, client, "password");
            return new Wrong();
        }
        return database.write(transaction -> {
            throttle.succeed(transaction, subjects);
            renew(transaction, known.get(), password);
            return next(transaction, known.get(), "password", client);
        });
    }

    /** The second step: a code of the app, or a recovery code. */
    public Result withCode(String challenge, String code, Client client) {
        Instant now = clock.instant();
        String digest = Secrets.digest(challenge);
        var account = queries.waiting(digest)
                .filter(waiting -> now.isBefore(waiting.untilAt()) && waiting.tries() < MOST_TRIES)
                .flatMap(waiting -> new AccountQueries(database).find(waiting.account()))
                .filter(each -> !each.isLocked());
        if (account.isEmpty()) {
            return new TooLate();
        }
        var id = account.get().id();
        var subjects =
                Throttle.ofCode(id.toString(), devices.mark(client.device(), id).orElse(""));
        var wait = throttle.begin(subjects);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        Optional<Result> admitted = database.write(transaction -> {
            transaction.signIns().countTry(digest);
            var match = codes.take(transaction, id, code, now);
            if (match == Codes.Match.NONE) {
                return Optional.empty();
            }
            throttle.succeed(transaction, subjects);
            if (match == Codes.Match.RECOVERY) {
                AuditLog.note(transaction, now, Kind.RECOVERY_CODE_USED, account.get(), client, "");
            }
            return Optional.of(admit(transaction, id, "password and code", client));
        });
        return admitted.orElseGet(() -> {
            noteFailure(account, account.get().email(), client, "code");
            return new Wrong();
        });
    }

    /** Ends the session of this secret. */
    public void end(String secret, Client client) {
        var session = sessions.find(secret);
        sessions.end(secret);
        session.ifPresent(each -> database.write(transaction -> {
            AuditLog.note(transaction, clock.instant(), Kind.SIGNED_OUT, each.account(), client, "");
            return each;
        }));
    }

    /** What comes after a password, or after what may stand for one: a code, or the session. */
    Result next(Transaction transaction, Known known, String by, Client client) {
        var id = known.account().id();
        if (!known.asksForCode()) {
            return admit(transaction, id, by, client);
        }
        Instant now = clock.instant();
        String challenge = Secrets.fresh();
        transaction.signIns().removeWaiting(id, now);
        transaction.signIns().addWaiting(Secrets.digest(challenge), id, now.plus(WAITING));
        return new NeedsCode(challenge);
    }

    /**
     * Begins a session for somebody who proved who they are, and ends the one that their browser had: its cookie is
     * replaced, so nobody could end it there any more.
     *
     * @param by what they proved it, for the log: {@code passkey}
     */
    Result admit(Transaction transaction, AccountId id, String by, Client client) {
        Instant now = clock.instant();
        Optional<Account> account = transaction.accounts().find(id).filter(each -> !each.isLocked());
        if (account.isEmpty()) {
            return new Wrong();
        }
        transaction.signIns().removeWaiting(id, now);
        sessions.end(transaction, client.session())
                .flatMap(transaction.accounts()::find)
                .ifPresent(before -> AuditLog.note(transaction, now, Kind.SIGNED_OUT, before, client, ""));
        AuditLog.note(transaction, now, Kind.SIGNED_IN, account.get(), client, by);
        return new Admitted(
                sessions.begin(transaction, id, client.address(), client.agent()), devices.marked(client.device(), id));
    }

    /** A password that was hashed at yesterday's cost is hashed at today's. */
    private void renew(Transaction transaction, Known known, String password) {
        String kept = known.password();
        if (kept != null && passwords.isOutdated(kept)) {
            transaction.signIns().setPassword(known.account().id(), passwords.hash(password));
        }
    }

    void noteFailure(Optional<Account> account, String email, Client client, String detail) {
        database.write(transaction -> {
            transaction
                    .accountLog()
                    .add(
                            clock.instant(),
                            Kind.SIGN_IN_FAILED,
                            account.map(Account::id).orElse(null),
                            AccountRules.isEmail(email) ? email : NO_ADDRESS,
                            Principal.ANONYMOUS,
                            client.address(),
                            detail);
            return account;
        });
    }

    /** Whether somebody who is signed in knows the password, with the same wait after failures as at a sign-in. */
    Outcome<Known> confirm(AccountId account, String password, Client client) {
        var known = queries.known(account).orElseThrow();
        var subjects = Throttle.ofKnown("confirm:" + account);
        var wait = throttle.begin(subjects);
        if (wait.isPresent()) {
            return Outcome.refused("refused.confirm-wait", seconds(wait.get()));
        }
        if (!passwords.match(known.password(), password)) {
            noteFailure(Optional.of(known.account()), known.account().email(), client, "confirmation");
            return Outcome.refused("refused.confirm-wrong");
        }
        return database.write(transaction -> {
            throttle.succeed(transaction, subjects);
            return Outcome.done(known);
        });
    }

    /** A wait in whole seconds, so that who waits them does not come too early. */
    public static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
