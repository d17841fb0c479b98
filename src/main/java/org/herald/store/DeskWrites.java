package org.herald.store;

import static org.herald.store.schema.Tables.COMMENT;
import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.REVISION;

import java.time.Instant;
import java.util.Locale;
import org.herald.model.AccountId;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.store.schema.tables.Item;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the newsroom's list. */
public final class DeskWrites {

    private static final Field<Integer> OPEN = DSL.field(
            "{0}",
            Integer.class,
            DSL.select(DSL.count())
                    .from(COMMENT)
                    .where(COMMENT.ITEM_ID.eq(ITEM.ID), COMMENT.RESOLVED_AT.isNull())
                    .asField());

    private static final Item OTHER = ITEM.as("other");
    private static final Field<Boolean> HAS_TRANSLATIONS = DSL.field(
            DSL.exists(DSL.selectOne().from(OTHER).where(OTHER.GROUP_ID.eq(ITEM.GROUP_ID), OTHER.ID.ne(ITEM.ID))));

    private final DSLContext dsl;

    DeskWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Brings the row of an item, and what is said of its translations, up to date after something was done about it. */
    public void refresh(ItemId item, Instant at) {
        dsl.select(
                        ITEM.STATE,
                        ITEM.KIND,
                        ITEM.LANGUAGE,
                        ITEM.SECTION_ID,
                        ITEM.GROUP_ID,
                        ITEM.DUE_AT,
                        REVISION.HEADLINE,
                        REVISION.SAVED_AT,
                        REVISION.SAVED_BY,
                        OPEN,
                        HAS_TRANSLATIONS)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .where(ITEM.ID.eq(item.value()))
                .fetchOptional()
                .ifPresent(row -> put(item, at, row));
    }

    private void put(ItemId item, Instant at, Record row) {
        String headline = row.get(REVISION.HEADLINE);
        var fresh = dsl.newRecord(DESK);
        fresh.set(DESK.ITEM_ID, item.value());
        fresh.set(DESK.CHANGED_AT, at.toEpochMilli());
        fresh.set(DESK.STATE, row.get(ITEM.STATE));
        fresh.set(DESK.KIND, row.get(ITEM.KIND));
        fresh.set(DESK.LANGUAGE, row.get(ITEM.LANGUAGE));
        fresh.set(DESK.SECTION_ID, row.get(ITEM.SECTION_ID));
        fresh.set(DESK.GROUP_ID, row.get(ITEM.GROUP_ID));
        fresh.set(DESK.HEADLINE, headline);
        fresh.set(DESK.HEADLINE_KEY, key(headline));
        fresh.set(DESK.SAVED_AT, row.get(REVISION.SAVED_AT));
        fresh.set(DESK.SAVED_BY, row.get(REVISION.SAVED_BY));
        fresh.set(DESK.RELEASE_AT, row.get(ITEM.DUE_AT));
        fresh.set(DESK.OPEN_COMMENTS, row.get(OPEN).longValue());
        dsl.insertInto(DESK)
                .set(fresh)
                .onConflict(DESK.ITEM_ID)
                .doUpdate()
                .set(fresh)
                .execute();
        if (row.get(HAS_TRANSLATIONS)) {
            Staleness.refresh(dsl, new GroupId(row.get(ITEM.GROUP_ID)));
        }
    }

    /** Keeps who is to do something about an item, and until when. */
    public void assign(ItemId item, @Nullable AccountId account, @Nullable Instant dueAt) {
        dsl.update(DESK)
                .set(DESK.ASSIGNEE_ID, account == null ? null : account.value())
                .set(DESK.DUE_AT, Rows.millis(dueAt))
                .where(DESK.ITEM_ID.eq(item.value()))
                .execute();
    }

    /** The words of a headline as they are searched. */
    static String key(String headline) {
        return headline.toLowerCase(Locale.ROOT);
    }
}
