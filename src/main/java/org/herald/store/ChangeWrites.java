package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.FOLLOWER;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.herald.model.Actor;
import org.herald.model.ItemId;
import org.herald.model.PageKey;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds to the change ledger. */
public final class ChangeWrites {

    private final DSLContext dsl;

    ChangeWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void add(Instant at, Actor actor, String verb, @Nullable ItemId item, Collection<PageKey> keys) {
        dsl.insertInto(CHANGE)
                .set(CHANGE.AT, at.toEpochMilli())
                .set(CHANGE.ACTOR, actor.name())
                .set(CHANGE.VERB, verb)
                .set(CHANGE.ITEM_ID, item == null ? null : item.value())
                .set(CHANGE.KEYS, keys.stream().map(PageKey::value).distinct().collect(Collectors.joining("\n")))
                .execute();
    }

    /** Notes that this follower has done its work up to this position. */
    void keepPosition(String follower, long position) {
        dsl.insertInto(FOLLOWER)
                .set(FOLLOWER.NAME, follower)
                .set(FOLLOWER.POSITION, position)
                .onConflict(FOLLOWER.NAME)
                .doUpdate()
                .set(FOLLOWER.POSITION, position)
                .execute();
    }
}
