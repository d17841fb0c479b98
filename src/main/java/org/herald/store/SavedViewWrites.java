package org.herald.store;

import static org.herald.store.schema.Tables.SAVED_VIEW;

import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.SavedView;
import org.jooq.DSLContext;

/** Writes the filters that people have given a name. */
public final class SavedViewWrites {

    private final DSLContext dsl;

    SavedViewWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<SavedView> find(AccountId account, long id) {
        return dsl.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id), SAVED_VIEW.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(SavedViewQueries::view);
    }

    public Optional<SavedView> byName(AccountId account, String name) {
        return dsl.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ACCOUNT_ID.eq(account.value()), SAVED_VIEW.NAME.eq(name))
                .fetchOptional(SavedViewQueries::view);
    }

    public int count(AccountId account) {
        return dsl.fetchCount(SAVED_VIEW, SAVED_VIEW.ACCOUNT_ID.eq(account.value()));
    }

    public long add(AccountId account, String name, String query) {
        return dsl.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ACCOUNT_ID, account.value())
                .set(SAVED_VIEW.NAME, name)
                .set(SAVED_VIEW.QUERY, query)
                .returning(SAVED_VIEW.ID)
                .fetchSingle(row -> row.get(SAVED_VIEW.ID));
    }

    public void update(SavedView view) {
        dsl.update(SAVED_VIEW)
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.QUERY, view.query())
                .where(SAVED_VIEW.ID.eq(view.id()))
                .execute();
    }

    public void remove(long id) {
        dsl.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
    }
}
