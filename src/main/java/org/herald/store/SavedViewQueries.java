package org.herald.store;

import static org.herald.store.schema.Tables.SAVED_VIEW;

import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.SavedView;
import org.jooq.Record;

/** The filters that people have given a name. */
public final class SavedViewQueries {

    private final Database database;

    public SavedViewQueries(Database database) {
        this.database = database;
    }

    /** The views of an account, by name. */
    public List<SavedView> of(AccountId account) {
        return database.reading()
                .selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ACCOUNT_ID.eq(account.value()))
                .orderBy(SAVED_VIEW.NAME)
                .fetch(SavedViewQueries::view);
    }

    static SavedView view(Record row) {
        return new SavedView(
                row.get(SAVED_VIEW.ID),
                new AccountId(row.get(SAVED_VIEW.ACCOUNT_ID)),
                row.get(SAVED_VIEW.NAME),
                row.get(SAVED_VIEW.QUERY));
    }
}
