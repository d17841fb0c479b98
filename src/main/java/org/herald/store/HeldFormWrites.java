package org.herald.store;

import static org.herald.store.schema.Tables.HELD_FORM;

import java.time.Instant;
import org.herald.model.AccountId;
import org.jooq.DSLContext;

/** Writes the forms that were sent after a session had ended. */
public final class HeldFormWrites {

    private final DSLContext dsl;

    HeldFormWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds a form of this account under an id that nobody can guess. */
    public void add(String id, AccountId account, Instant at, String form) {
        dsl.insertInto(HELD_FORM)
                .set(HELD_FORM.ID, id)
                .set(HELD_FORM.ACCOUNT_ID, account.value())
                .set(HELD_FORM.AT, at.toEpochMilli())
                .set(HELD_FORM.FORM, form)
                .execute();
    }

    public void remove(AccountId account, String id) {
        dsl.deleteFrom(HELD_FORM)
                .where(HELD_FORM.ID.eq(id), HELD_FORM.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    /** Removes the forms of every account that are older; of this account, all but this one and the newest others. */
    public void removeOld(Instant before, AccountId account, String id, int kept) {
        dsl.deleteFrom(HELD_FORM).where(HELD_FORM.AT.lt(before.toEpochMilli())).execute();
        var older = dsl.select(HELD_FORM.ID)
                .from(HELD_FORM)
                .where(HELD_FORM.ACCOUNT_ID.eq(account.value()), HELD_FORM.ID.ne(id))
                .orderBy(HELD_FORM.AT.desc(), HELD_FORM.ID)
                .offset(kept)
                .fetch(HELD_FORM.ID);
        dsl.deleteFrom(HELD_FORM).where(HELD_FORM.ID.in(older)).execute();
    }
}
