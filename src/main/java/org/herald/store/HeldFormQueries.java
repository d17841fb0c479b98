package org.herald.store;

import static org.herald.store.schema.Tables.HELD_FORM;

import java.util.Optional;
import org.herald.model.AccountId;

/** The forms that were sent after a session had ended. */
public final class HeldFormQueries {

    private final Database database;

    public HeldFormQueries(Database database) {
        this.database = database;
    }

    /** The form with this id, if it is one of this account. */
    public Optional<String> find(AccountId account, String id) {
        return database.reading()
                .select(HELD_FORM.FORM)
                .from(HELD_FORM)
                .where(HELD_FORM.ID.eq(id), HELD_FORM.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(HELD_FORM.FORM);
    }
}
