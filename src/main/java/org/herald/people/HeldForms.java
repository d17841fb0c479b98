package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.store.Database;
import org.herald.store.HeldFormQueries;

/**
 * Forms that reached the server after their session had ended. Nothing of them has been done; once their author has signed
 * in again they stand here until they are sent again, for a day at most.
 */
public final class HeldForms {

    /** A form is kept for so long after it was sent. */
    static final Duration KEPT = Duration.ofDays(1);

    /** One account keeps its newest forms only, so that a mistake cannot fill the database. */
    static final int MOST = 20;

    private static final int LONGEST_ID = 100;

    private final Database database;
    private final HeldFormQueries queries;
    private final InstantSource clock;

    public HeldForms(Database database, InstantSource clock) {
        this.database = database;
        this.queries = new HeldFormQueries(database);
        this.clock = clock;
    }

    /** Keeps a form of this account; the id under which only this account finds it. */
    public String keep(AccountId account, String form) {
        Instant now = clock.instant();
        String id = Secrets.fresh();
        database.write(transaction -> {
            transaction.heldForms().add(id, account, now, form);
            transaction.heldForms().removeOld(now.minus(KEPT), account, id, MOST - 1);
            return id;
        });
        return id;
    }

    /** The form with this id; empty when it is another account's, was sent again, or is too old. */
    public Optional<String> find(AccountId account, String id) {
        return id.isEmpty() || id.length() > LONGEST_ID ? Optional.empty() : queries.find(account, id);
    }

    /** Forgets a form that is sent again. */
    public void remove(AccountId account, String id) {
        if (!id.isEmpty() && id.length() <= LONGEST_ID) {
            database.write(transaction -> {
                transaction.heldForms().remove(account, id);
                return id;
            });
        }
    }
}
