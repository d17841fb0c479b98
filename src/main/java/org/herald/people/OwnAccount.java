package org.herald.people;

import java.time.InstantSource;
import java.util.List;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.store.Database;

/** What people do to their own account. What would open it to a thief of their session asks for the password. */
public final class OwnAccount {

    private final Database database;
    private final InstantSource clock;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Codes codes;
    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    public OwnAccount(Database database, InstantSource clock, SignIn signIn, Passwords passwords, SiteKey key) {
        this.database = database;
        this.clock = clock;
        this.signIn = signIn;
        this.passwords = passwords;
        this.codes = new Codes(key);
    }

    /**
     * Codes that are about to be asked for.
     *
     * @param sealed comes back with the first code
     * @param secret for an app into which it is typed
     * @param address for an app that reads a picture
     */
    public record Enrolment(String sealed, String secret, String address) {

        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    public Outcome<Account> rename(SignedInSession session, String name, Client client) {
        var account = session.account();
        return database.write(transaction -> switch (AccountRules.name(transaction, name, account.id())) {
            case Outcome.Refused<String>(var reasons) -> new Outcome.Refused<Account>(reasons);
            case Outcome.Done<String>(var fresh) -> {
                if (!fresh.equals(account.name())) {
                    transaction.accounts().setName(account.id(), fresh);
                    AuditLog.note(
                            transaction,
                            clock.instant(),
                            Kind.NAME_CHANGED,
                            account,
                            client,
                            account.name() + " -> " + fresh);
                }
                yield Outcome.done(account);
            }
        });
    }

    /** Sets the language of one's newsroom, and whether single keys are shortcuts. */
    public void setTaste(AccountId account, Language uiLanguage, boolean hasShortcuts) {
        database.write(transaction -> {
            transaction.accounts().setTaste(account, uiLanguage, hasShortcuts);
            return account;
        });
    }

    /** Sets a new password; all other sessions end. */
    public Outcome<Account> changePassword(SignedInSession session, String now, String fresh, Client client) {
        var account = session.account();
        var weak = rules.refusal(fresh, List.of(account.name(), account.email()));
        if (weak.isPresent()) {
            return new Outcome.Refused<>(List.of(weak.get()));
        }
        return switch (signIn.confirm(account.id(), now, client)) {
            case Outcome.Refused<?>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<?> _ -> {
                String hash = passwords.hash(fresh);
                yield database.write(transaction -> {
                    transaction.signIns().setPassword(account.id(), hash);
                    transaction.sessions().removeOthers(account.id(), session.id());
                    transaction.signIns().removeWaiting(account.id(), clock.instant());
                    transaction.links().removeOf(account.id());
                    AuditLog.note(transaction, clock.instant(), Kind.PASSWORD_SET, account, client, "own");
                    return Outcome.done(account);
                });
            }
        };
    }

    /** The secret of codes that are about to be asked for. */
    public Enrolment beginCodes(Account account, String portal) {
        return enrolment(account, codes.fresh(account.id()), portal);
    }

    /** The same anew, after a code that was wrong; another one when what came back is none. */
    public Enrolment againCodes(Account account, String sealed, String portal) {
        return enrolment(
                account, codes.open(account.id(), sealed).isPresent() ? sealed : codes.fresh(account.id()), portal);
    }

    /** Asks for codes from now on, once the first one was right; the recovery codes, which nobody can be told again. */
    public Outcome<List<String>> turnCodesOn(
            SignedInSession session, String password, String sealed, String code, Client client) {
        var account = session.account();
        var secret = codes.open(account.id(), sealed);
        return switch (signIn.confirm(account.id(), password, client)) {
            case Outcome.Refused<?>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<?> _ ->
                database.write(transaction -> {
                    if (secret.isEmpty()
                            || !Codes.take(transaction, account.id(), secret.get(), code, clock.instant())) {
                        return Outcome.<List<String>>refused("refused.code-wrong");
                    }
                    codes.turnOn(transaction, account.id(), sealed);
                    AuditLog.note(transaction, clock.instant(), Kind.CODES_ON, account, client, "");
                    return Outcome.done(codes.newRecoveryCodes(transaction, account.id()));
                });
        };
    }

    public Outcome<Account> turnCodesOff(SignedInSession session, String password, Client client) {
        var account = session.account();
        return switch (signIn.confirm(account.id(), password, client)) {
            case Outcome.Refused<?>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<?> _ ->
                database.write(transaction -> {
                    Codes.turnOff(transaction, account.id());
                    AuditLog.note(transaction, clock.instant(), Kind.CODES_OFF, account, client, "own");
                    return Outcome.done(account);
                });
        };
    }

    /** New recovery codes instead of the old. */
    public Outcome<List<String>> renewRecoveryCodes(SignedInSession session, String password, Client client) {
        var account = session.account();
        return switch (signIn.confirm(account.id(), password, client)) {
            case Outcome.Refused<?>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<?> _ ->
                database.write(transaction -> {
                    if (transaction.signIns().codeSecret(account.id()).isEmpty()) {
                        return Outcome.<List<String>>refused("refused.code-wrong");
                    }
                    AuditLog.note(transaction, clock.instant(), Kind.RECOVERY_CODES_MADE, account, client, "");
                    return Outcome.done(codes.newRecoveryCodes(transaction, account.id()));
                });
        };
    }

    /** Ends one of one's other sessions. */
    public boolean revoke(SignedInSession session, long other, Client client) {
        return database.write(transaction -> {
            boolean isRevoked = other != session.id()
                    && transaction.sessions().remove(session.account().id(), other);
            if (isRevoked) {
                AuditLog.note(transaction, clock.instant(), Kind.SESSION_REVOKED, session.account(), client, "1");
            }
            return isRevoked;
        });
    }

    /** Ends all of one's other sessions; how many there were. */
    public int revokeOthers(SignedInSession session, Client client) {
        return database.write(transaction -> {
            int ended = transaction.sessions().removeOthers(session.account().id(), session.id());
            if (ended > 0) {
                AuditLog.note(
                        transaction,
                        clock.instant(),
                        Kind.SESSION_REVOKED,
                        session.account(),
                        client,
                        Integer.toString(ended));
            }
            return ended;
        });
    }

    private Enrolment enrolment(Account account, String sealed, String portal) {
        byte[] secret = codes.open(account.id(), sealed).orElseThrow();
        return new Enrolment(sealed, TimeCode.base32(secret), TimeCode.address(secret, portal, account.email()));
    }
}
