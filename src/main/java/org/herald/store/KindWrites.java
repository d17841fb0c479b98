package org.herald.store;

import static org.herald.store.schema.Tables.KIND_DECLARED;
import static org.herald.store.schema.Tables.KIND_REWRITE;

import java.time.Instant;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.RevisionId;
import org.herald.model.kind.KindName;
import org.jooq.DSLContext;

/** Writes which declarations of kinds were applied, and what that wrote. */
public final class KindWrites {

    static final long NOW = 0;
    static final long BEFORE = 1;

    private final DSLContext dsl;

    KindWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** These and no others are applied from now on; those that were are kept as the ones before. */
    public void declare(Map<KindName, String> declarations, Instant now) {
        dsl.deleteFrom(KIND_REWRITE).execute();
        dsl.deleteFrom(KIND_DECLARED).where(KIND_DECLARED.IS_BEFORE.eq(BEFORE)).execute();
        dsl.update(KIND_DECLARED).set(KIND_DECLARED.IS_BEFORE, BEFORE).execute();
        declarations.forEach((kind, text) -> dsl.insertInto(KIND_DECLARED)
                .columns(KIND_DECLARED.KIND, KIND_DECLARED.IS_BEFORE, KIND_DECLARED.DECLARED, KIND_DECLARED.APPLIED_AT)
                .values(kind.word(), NOW, text, now.toEpochMilli())
                .execute());
    }

    /** An item got a new revision by that. */
    public void rewritten(ItemId item, RevisionId before, RevisionId after) {
        dsl.insertInto(KIND_REWRITE)
                .columns(KIND_REWRITE.ITEM_ID, KIND_REWRITE.BEFORE_ID, KIND_REWRITE.AFTER_ID)
                .values(item.value(), before.value(), after.value())
                .execute();
    }
}
