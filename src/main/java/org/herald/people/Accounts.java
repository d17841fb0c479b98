package org.herald.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.herald.store.Database;
import org.herald.store.Transaction;

/**
 * What is done to other people's accounts: they are invited, given rights, locked. There is always an administrator who
 * may sign in, and nobody changes their own rights.
 */
public final class Accounts {

    private final Database database;
    private final InstantSource clock;
    private final OneTimeTokens tokens;

    public Accounts(Database database, InstantSource clock, OneTimeTokens tokens) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * What somebody may do.
     *
     * @param languages empty for all
     * @param sections empty for all
     */
    public record Rights(Role role, Set<Language> languages, Set<SectionId> sections) {

        public Rights {
            languages = Set.copyOf(languages);
            sections = Set.copyOf(sections);
        }

        private String words() {
            return role.word()
                    + (languages.isEmpty() ? "" : "; languages " + sorted(languages))
                    + (sections.isEmpty() ? "" : "; sections " + sorted(sections));
        }

        private static String sorted(Set<?> all) {
            return all.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
        }
    }

    /** Somebody who was invited, with the secret of the link for them. */
    public record Invited(AccountId account, String token) {

        @Override
        public String toString() {
            return "Invited[" + account + "]";
        }
    }

    /** Makes an account that has no password yet, and a link by which its person sets one. */
    public Outcome<Invited> invite(ActingPrincipal by, String email, String name, Rights rights, Language uiLanguage) {
        return database.write(transaction -> {
            var address = AccountRules.email(transaction, email);
            var called = AccountRules.name(transaction, name, null);
            var reasons = AccountRules.reasons(List.of(address, called));
            if (!reasons.isEmpty()) {
                return new Outcome.Refused<>(reasons);
            }
            Instant now = clock.instant();
            var id = transaction.accounts().add(address.orThrow(), called.orThrow(), rights.role(), uiLanguage, now);
            transaction.accounts().setRights(id, rights.role(), rights.languages(), rights.sections());
            var account = transaction.accounts().find(id).orElseThrow();
            AuditLog.note(transaction, now, Kind.INVITED, account, by, rights.words());
            return Outcome.done(
                    new Invited(id, tokens.make(transaction, OneTimeTokens.Purpose.INVITATION, account, by)));
        });
    }

    /** Changes what somebody may do; it holds from their next request on. */
    public Outcome<Account> setRights(ActingPrincipal by, AccountId id, Rights rights) {
        return change(id, (transaction, account) -> {
            if (id.equals(by.account())) {
                return Outcome.refused("refused.rights-own");
            }
            if (rights.role() != Role.ADMINISTRATOR && AccountRules.isLastAdministrator(transaction, account)) {
                return Outcome.refused("refused.rights-last");
            }
            var before = new Rights(account.role(), account.languages(), account.sections());
            if (before.equals(rights)) {
                return Outcome.done(account);
            }
            transaction.accounts().setRights(id, rights.role(), rights.languages(), rights.sections());
            AuditLog.note(
                    transaction,
                    clock.instant(),
                    Kind.RIGHTS_CHANGED,
                    account,
                    by,
                    before.words() + " -> " + rights.words());
            return Outcome.done(transaction.accounts().find(id).orElseThrow());
        });
    }

    /** Lets somebody in no more: their sessions end, and their links are good no more. */
    public Outcome<Account> lock(ActingPrincipal by, AccountId id) {
        return change(id, (transaction, account) -> {
            if (id.equals(by.account())) {
                return Outcome.refused("refused.lock-own");
            }
            if (AccountRules.isLastAdministrator(transaction, account)) {
                return Outcome.refused("refused.lock-last");
            }
            if (!account.isLocked()) {
                transaction.accounts().setLocked(id, true);
                transaction.sessions().removeAll(id);
                transaction.links().removeOf(id);
                AuditLog.note(transaction, clock.instant(), Kind.LOCKED, account, by, "");
            }
            return Outcome.done(account);
        });
    }

    public Outcome<Account> unlock(ActingPrincipal by, AccountId id) {
        return change(id, (transaction, account) -> {
            if (account.isLocked()) {
                transaction.accounts().setLocked(id, false);
                AuditLog.note(transaction, clock.instant(), Kind.UNLOCKED, account, by, "");
            }
            return Outcome.done(account);
        });
    }

    /**
     * Makes a link by which somebody sets a new password, and ends their sessions. The old password goes on until then.
     *
     * @param hasJoined false for somebody whose invitation went astray: it is made anew
     */
    public Outcome<String> makeLink(ActingPrincipal by, AccountId id, boolean hasJoined) {
        return change(id, (transaction, account) -> {
            if (id.equals(by.account())) {
                // it would open the account to a thief of the session, who does not know the password
                return Outcome.refused("refused.link-own");
            }
            if (account.isLocked()) {
                return Outcome.refused("refused.account-locked");
            }
            transaction.sessions().removeAll(id);
            var purpose = hasJoined ? OneTimeTokens.Purpose.RESET : OneTimeTokens.Purpose.INVITATION;
            return Outcome.done(tokens.make(transaction, purpose, account, by));
        });
    }

    /** Asks somebody for no codes any more, because they lost both their app and their recovery codes. */
    public Outcome<Account> turnCodesOff(ActingPrincipal by, AccountId id) {
        return takeAway(by, id, "refused.codes-own", (transaction, account) -> {
            boolean hasCodes = transaction.signIns().codeSecret(id).isPresent();
            if (hasCodes) {
                Codes.turnOff(transaction, id);
                AuditLog.note(transaction, clock.instant(), Kind.CODES_OFF, account, by, "");
            }
            return hasCodes;
        });
    }

    /** Removes somebody's passkey, because they lost the device that keeps it; it may be their last way to sign in. */
    public Outcome<Account> removePasskey(ActingPrincipal by, AccountId id, long passkey) {
        return takeAway(by, id, "refused.passkey-own", (transaction, account) -> {
            Optional<String> label = transaction.passkeys().label(id, passkey);
            label.ifPresent(called -> {
                transaction.passkeys().remove(passkey);
                AuditLog.note(transaction, clock.instant(), Kind.PASSKEY_REMOVED, account, by, called);
            });
            return label.isPresent();
        });
    }

    /** Forgets by what a provider knows somebody; it may be their last way to sign in, until they are linked anew. */
    public Outcome<Account> unlink(ActingPrincipal by, AccountId id, long identity) {
        return takeAway(by, id, "refused.openid-own", (transaction, account) -> {
            boolean isUnlinked = transaction.identities().remove(id, identity);
            if (isUnlinked) {
                AuditLog.note(transaction, clock.instant(), Kind.IDENTITY_UNLINKED, account, by, "");
            }
            return isUnlinked;
        });
    }

    /**
     * Takes a way to sign in away, and ends the sessions: whoever found the phone is out.
     *
     * @param own why nobody does it to themselves here
     * @param how false when there was nothing to take
     */
    private Outcome<Account> takeAway(
            ActingPrincipal by, AccountId id, String own, BiPredicate<Transaction, Account> how) {
        return change(id, (transaction, account) -> {
            if (id.equals(by.account())) {
                return Outcome.refused(own);
            }
            if (how.test(transaction, account)) {
                transaction.sessions().removeAll(id);
                transaction.signIns().removeWaiting(id, clock.instant());
            }
            return Outcome.done(account);
        });
    }

    private <T> Outcome<T> change(AccountId id, BiFunction<Transaction, Account, Outcome<T>> how) {
        return database.write(transaction -> transaction
                .accounts()
                .find(id)
                .map(account -> how.apply(transaction, account))
                .orElseGet(() -> Outcome.refused("refused.account-unknown")));
    }
}
