package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REVISION;

import org.herald.model.GroupId;
import org.herald.store.schema.tables.Item;
import org.herald.store.schema.tables.Revision;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Which translations are stale: what they were translated from reads differently by now, as it was saved last or as readers
 * see it.
 */
final class Staleness {

    /** As the index of stale translations has it. */
    static final Condition IS_STALE = DESK.IS_STALE.eq(DSL.inline(1L));

    private static final Item TRANSLATION = ITEM.as("translation");
    private static final Item SOURCE = ITEM.as("source");
    private static final Revision BASE = REVISION.as("base");
    private static final Revision NEWER = REVISION.as("newer");

    private static final Condition DIFFERS = NEWER.DIGEST.ne(BASE.DIGEST);

    private static final Field<Long> HAS_CHANGED = DSL.when(
                    DSL.exists(DSL.selectOne()
                            .from(TRANSLATION)
                            .join(BASE)
                            .on(BASE.ID.eq(TRANSLATION.TRANSLATED_FROM))
                            .join(SOURCE)
                            .on(SOURCE.ID.eq(BASE.ITEM_ID))
                            .leftJoin(LIVE)
                            .on(LIVE.ITEM_ID.eq(SOURCE.ID))
                            .join(NEWER)
                            .on(NEWER.ID.in(SOURCE.HEAD_ID, LIVE.REVISION_ID))
                            .where(TRANSLATION.ID.eq(DESK.ITEM_ID), NEWER.NUMBER.gt(BASE.NUMBER), DIFFERS)),
                    DSL.inline(1L))
            .otherwise(DSL.inline(0L));

    private Staleness() {}

    /** Brings what the list says about the translations of a group up to date. */
    static void refresh(DSLContext dsl, GroupId group) {
        dsl.update(DESK)
                .set(DESK.IS_STALE, HAS_CHANGED)
                .where(DESK.ITEM_ID.in(DSL.select(ITEM.ID)
                        .from(ITEM)
                        .where(ITEM.GROUP_ID.eq(group.value()), ITEM.TRANSLATED_FROM.isNotNull())))
                .execute();
    }
}
