package org.herald.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.config.SignInSettings.OpenId;
import org.herald.model.Account;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.OutsideIdentity;
import org.herald.model.Principal;
import org.herald.store.Database;
import org.herald.store.IdentityQueries;
import org.herald.store.Transaction;

/** Which account is whose at an OpenID provider: linked once by a verified e-mail address, and then known for ever. */
public final class OutsideAccounts {

    private final Database database;
    private final InstantSource clock;
    private final OfferedWays ways;

    public OutsideAccounts(Database database, InstantSource clock, OfferedWays ways) {
        this.database = database;
        this.clock = clock;
        this.ways = ways;
    }

    /** By what providers know somebody. */
    public List<OutsideIdentity> of(Account account) {
        return new IdentityQueries(database).of(account.id());
    }

    /** Forgets by what a provider knows somebody, unless it is the last way by which they can sign in. */
    public Outcome<Account> unlink(Account account, long identity, Client client) {
        return database.write(transaction -> {
            if (ways.count(transaction, account.id()) < 2) {
                return Outcome.refused("refused.openid-last");
            }
            if (transaction.identities().remove(account.id(), identity)) {
                AuditLog.note(transaction, clock.instant(), Kind.IDENTITY_UNLINKED, account, client, "");
            }
            return Outcome.done(account);
        });
    }

    /** The account of somebody whom a provider described, brought up to date. */
    Outcome<Account> find(
            Transaction transaction, OpenId settings, OutsidePerson person, Language uiLanguage, Client client) {
        var known = transaction.identities().find(settings.issuer(), person.subject());
        if (known.isPresent()) {
            return let(
                    transaction,
                    settings,
                    person,
                    transaction.accounts().find(known.get().account()),
                    client);
        }
        if (person.email().isEmpty() || !AccountRules.isEmail(person.email())) {
            return Outcome.refused("refused.openid-no-email");
        }
        if (!person.isEmailVerified()) {
            return Outcome.refused("refused.openid-unverified", person.email());
        }
        var invited = transaction.accounts().byEmail(person.email());
        if (invited.isPresent() && transaction.identities().hasAny(invited.get().id(), settings.issuer())) {
            return Outcome.refused("refused.openid-other", person.email());
        }
        if (invited.isEmpty() && !person.isOf(settings.domain())) {
            return Outcome.refused("refused.openid-unknown", person.email());
        }
        Outcome<Account> account = invited.isPresent()
                ? let(transaction, settings, person, invited, client)
                : join(transaction, settings, person, uiLanguage, client);
        if (account instanceof Outcome.Done<Account>(var linked)) {
            transaction.identities().add(linked.id(), settings.issuer(), person.subject(), clock.instant());
            AuditLog.note(transaction, clock.instant(), Kind.IDENTITY_LINKED, linked, client, settings.issuer());
        }
        return account;
    }

    private Outcome<Account> let(
            Transaction transaction, OpenId settings, OutsidePerson person, Optional<Account> found, Client client) {
        if (found.isEmpty() || found.get().isLocked()) {
            return Outcome.refused("refused.openid-locked");
        }
        var account = found.get();
        if (settings.rolesClaim().isEmpty()) {
            return Outcome.done(account);
        }
        var role = person.role(settings.roles());
        if (role.isEmpty()) {
            return Outcome.refused("refused.openid-role");
        }
        if (role.get() == account.role() || AccountRules.isLastAdministrator(transaction, account)) {
            return Outcome.done(account);
        }
        transaction.accounts().setRights(account.id(), role.get(), account.languages(), account.sections());
        AuditLog.note(
                transaction,
                clock.instant(),
                Kind.RIGHTS_CHANGED,
                account,
                new ActingPrincipal(Principal.IDENTITY_PROVIDER, null, client.address()),
                account.role().word() + " -> " + role.get().word());
        return Outcome.done(transaction.accounts().find(account.id()).orElseThrow());
    }

    /** Somebody of the domain whose people need no invitation. */
    private Outcome<Account> join(
            Transaction transaction, OpenId settings, OutsidePerson person, Language uiLanguage, Client client) {
        var role = person.role(settings.roles());
        if (role.isEmpty()) {
            return Outcome.refused("refused.openid-role");
        }
        String called = Blank.is(person.name()) ? person.email() : person.name();
        String name = switch (AccountRules.name(transaction, called, null)) {
            case Outcome.Done<String>(var free) -> free;
            case Outcome.Refused<String> _ -> person.email();
        };
        var id = transaction.accounts().add(person.email(), name, role.get(), uiLanguage, clock.instant());
        var account = transaction.accounts().find(id).orElseThrow();
        AuditLog.note(
                transaction,
                clock.instant(),
                Kind.JOINED,
                account,
                client,
                "openid; " + role.get().word());
        return Outcome.done(account);
    }
}
