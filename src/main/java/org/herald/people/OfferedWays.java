package org.herald.people;

import org.herald.model.AccountId;
import org.herald.store.Database;
import org.herald.store.SignInQueries;
import org.herald.store.Transaction;

/** The ways to sign in that a portal offers, and how many of them an account has: the last one cannot be taken away. */
public final class OfferedWays {

    private final SignInQueries queries;
    private final boolean byPassword;
    private final String issuer;

    /**
     * @param byPassword false where passwords are turned off
     * @param issuer the OpenID provider; empty for none
     */
    public OfferedWays(Database database, boolean byPassword, String issuer) {
        this.queries = new SignInQueries(database);
        this.byPassword = byPassword;
        this.issuer = issuer;
    }

    int count(Transaction transaction, AccountId account) {
        boolean hasPassword = byPassword
                && queries.known(account)
                        .filter(known -> known.password() != null)
                        .isPresent();
        return (hasPassword ? 1 : 0)
                + transaction.passkeys().count(account)
                + (transaction.identities().hasAny(account, issuer) ? 1 : 0);
    }
}
