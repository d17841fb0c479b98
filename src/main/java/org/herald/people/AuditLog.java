package org.herald.people;

import java.time.Instant;
import org.herald.model.Account;
import org.herald.model.AuditEntry.Kind;
import org.herald.store.Transaction;

/** Writes into the account log what was done, in the transaction that does it. */
final class AuditLog {

    private AuditLog() {}

    static void note(
            Transaction transaction, Instant at, Kind kind, Account account, ActingPrincipal by, String detail) {
        transaction.accountLog().add(at, kind, account.id(), account.email(), by.principal(), by.address(), detail);
    }

    /** The same by the person themselves. */
    static void note(Transaction transaction, Instant at, Kind kind, Account account, Client client, String detail) {
        note(
                transaction,
                at,
                kind,
                account,
                new ActingPrincipal(account.principal(), account.id(), client.address()),
                detail);
    }
}
