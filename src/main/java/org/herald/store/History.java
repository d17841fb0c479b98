package org.herald.store;

import static org.herald.store.schema.Tables.BANNER;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.SECTION_STATE;
import static org.herald.store.schema.Tables.SECTION_TITLE;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows hold from one instant until another. They are added and ended, and never written again, so that it can
 * be asked what held at any instant; what holds now has no end.
 */
record History(Table<?> table, Field<Long> from, Field<Long> until) {

    static final History SECTIONS = new History(SECTION_STATE, SECTION_STATE.VALID_FROM, SECTION_STATE.VALID_UNTIL);
    static final History TITLES = new History(SECTION_TITLE, SECTION_TITLE.VALID_FROM, SECTION_TITLE.VALID_UNTIL);
    static final History MENUS = new History(MENU, MENU.VALID_FROM, MENU.VALID_UNTIL);
    static final History BLOCKS = new History(BLOCK, BLOCK.VALID_FROM, BLOCK.VALID_UNTIL);
    static final History BANNERS = new History(BANNER, BANNER.VALID_FROM, BANNER.VALID_UNTIL);

    /** The rows that hold now. */
    Condition now() {
        return until.isNull();
    }

    /**
     * The rows that held at an instant.
     *
     * @param at null for those that hold now
     */
    Condition at(@Nullable Instant at) {
        return at == null
                ? now()
                : from.le(at.toEpochMilli()).and(until.isNull().or(until.gt(at.toEpochMilli())));
    }

    /** Ends those of the rows that hold now; gives how many. No row ends before it began, should the clock go back. */
    int end(DSLContext dsl, Instant at, Condition which) {
        return dsl.update(table)
                .set(until, DSL.greatest(from, DSL.val(at.toEpochMilli())))
                .where(now(), which)
                .execute();
    }
}
