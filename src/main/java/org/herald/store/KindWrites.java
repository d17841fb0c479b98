package org.herald.store;

import static org.herald.store.schema.Tables.FIELD_RENAMED;
import static org.herald.store.schema.Tables.KIND_DECLARED;
import static org.herald.store.schema.Tables.KIND_REWRITE;
import static org.herald.store.schema.Tables.REVISION;

import java.time.Instant;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.RevisionId;
import org.herald.model.kind.KindName;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Writes which declarations of kinds were applied, and what that wrote. */
public final class KindWrites {

    static final long NOW = 0;
    static final long BEFORE = 1;
    static final long REMOVED = 2;

    private final DSLContext dsl;

    KindWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * These and no others are applied from now on; those that were are kept as the ones before.
     *
     * @param removed of each kind the fields that were removed, in the form of a declaration
     */
    public void declare(Map<KindName, String> declarations, Map<KindName, String> removed, Instant now) {
        dsl.deleteFrom(KIND_REWRITE).execute();
        dsl.deleteFrom(KIND_DECLARED).where(KIND_DECLARED.IS_BEFORE.ne(NOW)).execute();
        dsl.update(KIND_DECLARED).set(KIND_DECLARED.IS_BEFORE, BEFORE).execute();
        keep(declarations, NOW, now);
        keep(removed, REMOVED, now);
    }

    private void keep(Map<KindName, String> declarations, long isBefore, Instant now) {
        declarations.forEach((kind, text) -> dsl.insertInto(KIND_DECLARED)
                .columns(KIND_DECLARED.KIND, KIND_DECLARED.IS_BEFORE, KIND_DECLARED.DECLARED, KIND_DECLARED.APPLIED_AT)
                .values(kind.word(), isBefore, text, now.toEpochMilli())
                .execute());
    }

    /** A field has another name from now on; what was saved before says the earlier one. */
    public void renamed(KindName kind, String earlier, String later, Instant now) {
        dsl.insertInto(FIELD_RENAMED)
                .columns(
                        FIELD_RENAMED.KIND,
                        FIELD_RENAMED.EARLIER,
                        FIELD_RENAMED.LATER,
                        FIELD_RENAMED.REVISION_ID,
                        FIELD_RENAMED.APPLIED_AT)
                .select(DSL.select(
                                DSL.inline(kind.word()),
                                DSL.inline(earlier),
                                DSL.inline(later),
                                DSL.coalesce(DSL.max(REVISION.ID), DSL.inline(0L)),
                                DSL.inline(now.toEpochMilli()))
                        .from(REVISION))
                .execute();
    }

    /** An item got a new revision by that. */
    public void rewritten(ItemId item, RevisionId before, RevisionId after) {
        dsl.insertInto(KIND_REWRITE)
                .columns(KIND_REWRITE.ITEM_ID, KIND_REWRITE.BEFORE_ID, KIND_REWRITE.AFTER_ID)
                .values(item.value(), before.value(), after.value())
                .execute();
    }
}
