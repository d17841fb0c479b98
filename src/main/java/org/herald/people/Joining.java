package org.herald.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountDeed.Kind;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Role;
import org.herald.store.Database;
import org.herald.store.SignInQueries;
import org.herald.store.Transaction;

/** What follows a one-time link: a name and a password are set, and the person is in. */
public final class Joining {

    private final Database database;
    private final InstantSource clock;
    private final Links links;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    public Joining(Database database, InstantSource clock, Links links, SignIn signIn, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.links = links;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /**
     * What somebody who followed a link says of themselves.
     *
     * @param email asked of the first administrator alone
     * @param name not asked for a new password
     * @param speaks the language of their newsroom
     */
    public record Said(String email, String name, String password, Language speaks) {

        @Override
        public String toString() {
            return "Said[" + email + ", " + name + "]";
        }
    }

    /** Uses a link. Nothing is used up or changed when it is refused. */
    public Outcome<SignIn.Result> join(String token, Said said, Caller caller) {
        var link = links.find(token);
        if (link.isEmpty()) {
            return Outcome.refused("refused.link");
        }
        Account invited = link.get().account();
        var weak =
                rules.refusal(said.password(), List.of(said.name(), invited == null ? said.email() : invited.email()));
        String hash = weak.isPresent() ? "" : passwords.hash(said.password());
        return database.write(transaction -> switch (link.get().purpose()) {
            case FIRST -> first(transaction, token, said, weak, hash, caller);
            case INVITATION, RESET ->
                invited == null
                        ? Outcome.<SignIn.Result>refused("refused.link")
                        : known(transaction, token, link.get().purpose(), invited, said, weak, hash, caller);
        });
    }

    private Outcome<SignIn.Result> first(
            Transaction transaction, String token, Said said, Optional<Reason> weak, String hash, Caller caller) {
        var email = AccountRules.email(transaction, said.email());
        var name = AccountRules.name(transaction, said.name(), null);
        var reasons = reasons(List.of(email, name), weak);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (!transaction.accounts().unlocked(Role.ADMINISTRATOR).isEmpty() || !links.take(transaction, token)) {
            return Outcome.refused("refused.link");
        }
        var id = transaction
                .accounts()
                .add(email.orThrow(), name.orThrow(), Role.ADMINISTRATOR, said.speaks(), clock.instant());
        return Outcome.done(joined(transaction, id, "first administrator", hash, caller));
    }

    private Outcome<SignIn.Result> known(
            Transaction transaction,
            String token,
            Links.Purpose purpose,
            Account invited,
            Said said,
            Optional<Reason> weak,
            String hash,
            Caller caller) {
        boolean isNew = purpose == Links.Purpose.INVITATION;
        Outcome<String> name =
                isNew ? AccountRules.name(transaction, said.name(), invited.id()) : Outcome.done(invited.name());
        var reasons = reasons(List.of(name), weak);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (!links.take(transaction, token)) {
            return Outcome.refused("refused.link");
        }
        if (isNew) {
            transaction.accounts().setName(invited.id(), name.orThrow());
            transaction.accounts().setTaste(invited.id(), said.speaks(), true);
            return Outcome.done(joined(transaction, invited.id(), "invitation", hash, caller));
        }
        return Outcome.done(setAnew(transaction, invited, hash, caller));
    }

    private SignIn.Result joined(Transaction transaction, AccountId id, String how, String hash, Caller caller) {
        var account = transaction.accounts().find(id).orElseThrow();
        transaction.signIns().setPassword(id, hash);
        Chronicle.note(transaction, clock.instant(), Kind.JOINED, account, caller, how);
        return signIn.next(transaction, new SignInQueries.Known(account, hash, false), "link", caller);
    }

    /** A new password by a link: whoever was signed in is out, and codes are still asked for. */
    private SignIn.Result setAnew(Transaction transaction, Account account, String hash, Caller caller) {
        Instant now = clock.instant();
        boolean asksForCode = transaction.signIns().codeSecret(account.id()).isPresent();
        transaction.signIns().setPassword(account.id(), hash);
        transaction.sessions().removeAll(account.id());
        Chronicle.note(transaction, now, Kind.PASSWORD_SET, account, caller, "link");
        return signIn.next(transaction, new SignInQueries.Known(account, hash, asksForCode), "link", caller);
    }

    private static List<Reason> reasons(List<Outcome<String>> outcomes, Optional<Reason> weak) {
        var reasons = AccountRules.reasons(outcomes);
        weak.ifPresent(reasons::add);
        return reasons;
    }
}
