package org.herald.newsroom.account;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.herald.model.Account;
import org.herald.model.OutsideIdentity;
import org.herald.model.Passkey;
import org.herald.model.Session;
import org.herald.model.Words;
import org.herald.newsroom.PortalTime;
import org.herald.people.OutsideAccounts;
import org.herald.people.Passkeys;
import org.herald.people.Sessions;
import org.herald.people.SignedInSession;

/** The tables of the account screen: where one is signed in, one's passkeys, and by what providers know one. */
@Singleton
public final class AccountRows {

    private final Sessions sessions;
    private final Passkeys passkeys;
    private final OutsideAccounts identities;
    private final PortalTime time;

    public AccountRows(Sessions sessions, Passkeys passkeys, OutsideAccounts identities, PortalTime time) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.identities = identities;
        this.time = time;
    }

    List<AccountPage.SessionRow> sessions(SignedInSession session, Words words) {
        return sessions.of(session.account().id()).stream()
                .map(each -> row(each, each.id() == session.id(), words))
                .sorted(Comparator.comparing(AccountPage.SessionRow::isPresent).reversed())
                .toList();
    }

    /** A passkey that is added now is first called after this browser. */
    public AccountPage.Keys keys(SignedInSession session, Words words) {
        var account = session.account();
        String browser = sessions.of(account.id()).stream()
                .filter(each -> each.id() == session.id())
                .findFirst()
                .map(each -> Browsers.name(each.agent()))
                .orElse("");
        return keys(account, browser, words);
    }

    /** How an account signs in beside a password, for whoever looks after it. */
    public AccountPage.Keys keys(Account account, Words words) {
        return keys(account, "", words);
    }

    private AccountPage.Keys keys(Account account, String label, Words words) {
        return new AccountPage.Keys(
                passkeys.of(account.id()).stream().map(each -> row(each, words)).toList(),
                identities.of(account).stream().map(each -> row(each, words)).toList(),
                label);
    }

    private AccountPage.SessionRow row(Session session, boolean isPresent, Words words) {
        return new AccountPage.SessionRow(
                session.id(),
                Browsers.name(session.agent()),
                session.address(),
                time.at(session.begunAt(), words),
                time.at(session.seenAt(), words),
                isPresent);
    }

    private AccountPage.PasskeyRow row(Passkey passkey, Words words) {
        var usedAt = passkey.usedAt();
        return new AccountPage.PasskeyRow(
                passkey.id(),
                passkey.label(),
                passkey.isSynced(),
                time.at(passkey.madeAt(), words),
                usedAt == null ? null : time.at(usedAt, words));
    }

    private AccountPage.IdentityRow row(OutsideIdentity identity, Words words) {
        return new AccountPage.IdentityRow(identity.id(), identity.issuer(), time.at(identity.madeAt(), words));
    }
}
