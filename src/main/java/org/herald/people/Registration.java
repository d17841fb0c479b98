package org.herald.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Role;
import org.herald.store.Database;
import org.herald.store.SignInQueries;
import org.herald.store.Transaction;

/** What follows a one-time link: a name and a password are set, and the person is in. */
public final class Registration {

    private final Database database;
    private final InstantSource clock;
    private final OneTimeTokens tokens;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    public Registration(
            Database database, InstantSource clock, OneTimeTokens tokens, SignIn signIn, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /**
     * What somebody who followed a link says of themselves.
     *
     * @param email asked of the first administrator alone
     * @param name not asked for a new password
     * @param uiLanguage the language of their newsroom
     */
    public record Said(String email, String name, String password, Language uiLanguage) {

        @Override
        public String toString() {
            return "Said[" + email + ", " + name + "]";
        }
    }

    /** Uses a link. Nothing is used up or changed when it is refused. */
    public Outcome<SignIn.Result> join(String token, Said said, Client client) {
        var link = tokens.find(token);
        if (link.isEmpty()) {
            return Outcome.refused("refused.link");
        }
        Account invited = link.get().account();
        var weak =
                rules.refusal(said.password(), List.of(said.name(), invited == null ? said.email() : invited.email()));
        String hash = weak.isPresent() ? "" : passwords.hash(said.password());
        return database.write(transaction -> switch (link.get().purpose()) {
            case FIRST -> first(transaction, token, said, weak, hash, client);
            case INVITATION, RESET ->
                invited == null
                        ? Outcome.<SignIn.Result>refused("refused.link")
                        : known(transaction, token, link.get().purpose(), invited, said, weak, hash, client);
        });
    }

    private Outcome<SignIn.Result> first(
            Transaction transaction, String token, Said said, Optional<Reason> weak, String hash, Client client) {
        var email = AccountRules.email(transaction, said.email());
        var name = AccountRules.name(transaction, said.name(), null);
        var reasons = reasons(List.of(email, name), weak);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (!transaction.accounts().unlocked(Role.ADMINISTRATOR).isEmpty() || !tokens.take(transaction, token)) {
            return Outcome.refused("refused.link");
        }
        var id = transaction
                .accounts()
                .add(email.orThrow(), name.orThrow(), Role.ADMINISTRATOR, said.uiLanguage(), clock.instant());
        return Outcome.done(joined(transaction, id, "first administrator", hash, client));
    }

    private Outcome<SignIn.Result> known(
            Transaction transaction,
            String token,
            OneTimeTokens.Purpose purpose,
            Account invited,
            Said said,
            Optional<Reason> weak,
            String hash,
            Client client) {
        boolean isNew = purpose == OneTimeTokens.Purpose.INVITATION;
        Outcome<String> name =
                isNew ? AccountRules.name(transaction, said.name(), invited.id()) : Outcome.done(invited.name());
        var reasons = reasons(List.of(name), weak);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (!tokens.take(transaction, token)) {
            return Outcome.refused("refused.link");
        }
        if (isNew) {
            transaction.accounts().setName(invited.id(), name.orThrow());
            transaction.accounts().setTaste(invited.id(), said.uiLanguage(), true);
            return Outcome.done(joined(transaction, invited.id(), "invitation", hash, client));
        }
        return Outcome.done(setAnew(transaction, invited, hash, client));
    }

    private SignIn.Result joined(Transaction transaction, AccountId id, String how, String hash, Client client) {
        var account = transaction.accounts().find(id).orElseThrow();
        transaction.signIns().setPassword(id, hash);
        AuditLog.note(transaction, clock.instant(), Kind.JOINED, account, client, how);
        return signIn.next(transaction, new SignInQueries.Known(account, hash, false), "link", client);
    }

    /** A new password by a link: whoever was signed in is out, and codes are still asked for. */
    private SignIn.Result setAnew(Transaction transaction, Account account, String hash, Client client) {
        Instant now = clock.instant();
        boolean asksForCode = transaction.signIns().codeSecret(account.id()).isPresent();
        transaction.signIns().setPassword(account.id(), hash);
        transaction.sessions().removeAll(account.id());
        AuditLog.note(transaction, now, Kind.PASSWORD_SET, account, client, "link");
        return signIn.next(transaction, new SignInQueries.Known(account, hash, asksForCode), "link", client);
    }

    private static List<Reason> reasons(List<Outcome<String>> outcomes, Optional<Reason> weak) {
        var reasons = AccountRules.reasons(outcomes);
        weak.ifPresent(reasons::add);
        return reasons;
    }
}
