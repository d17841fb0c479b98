package org.herald.people;

import java.time.Instant;
import org.herald.model.Account;
import org.herald.model.AccountDeed.Kind;
import org.herald.store.Transaction;

/** Writes into the account log what was done, in the transaction that does it. */
final class Chronicle {

    private Chronicle() {}

    static void note(Transaction transaction, Instant at, Kind kind, Account account, Doer by, String detail) {
        transaction.accountLog().add(at, kind, account.id(), account.email(), by.principal(), by.address(), detail);
    }

    /** The same by the person themselves. */
    static void note(Transaction transaction, Instant at, Kind kind, Account account, Caller caller, String detail) {
        note(transaction, at, kind, account, new Doer(account.principal(), account.id(), caller.address()), detail);
    }
}
