package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.ItemSettings;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Keeps what editors are typing, and reads it inside the same transaction. */
public final class DraftWrites {

    private final DSLContext dsl;

    DraftWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Draft> find(DraftId id) {
        return dsl.select(DraftQueries.FIELDS)
                .from(DRAFT)
                .where(DRAFT.ID.eq(id.value()))
                .fetchOptional(DraftQueries::draft);
    }

    /** Adds a draft at its first version. */
    public DraftId add(long account, Draft.About about, Instant at, Content content, ItemSettings settings) {
        return dsl.insertInto(DRAFT)
                .set(columns(about, at, content, settings))
                .set(DRAFT.ACCOUNT_ID, account)
                .set(DRAFT.VERSION, 1L)
                .returning(DRAFT.ID)
                .fetchSingle(row -> new DraftId(row.get(DRAFT.ID)));
    }

    /** Writes a draft over with its next version. */
    public void update(
            DraftId draft, long version, Draft.About about, Instant at, Content content, ItemSettings settings) {
        dsl.update(DRAFT)
                .set(columns(about, at, content, settings))
                .set(DRAFT.VERSION, version)
                .where(DRAFT.ID.eq(draft.value()))
                .execute();
    }

    public void remove(DraftId draft) {
        dsl.deleteFrom(DRAFT).where(DRAFT.ID.eq(draft.value())).execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(
            Draft.About about, Instant at, Content content, ItemSettings settings) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        switch (about) {
            case Draft.OfItem(var item, var base) -> {
                columns.put(DRAFT.ITEM_ID, item.value());
                columns.put(DRAFT.BASE_ID, base.value());
            }
            case Draft.OfNew fresh -> {
                GroupId group = fresh.group();
                RevisionId original = fresh.original();
                columns.put(DRAFT.KIND, fresh.kind().word());
                columns.put(DRAFT.LANGUAGE, fresh.language().tag());
                columns.put(DRAFT.GROUP_ID, group == null ? null : group.value());
                columns.put(DRAFT.SECTION_ID, fresh.section().value());
                columns.put(DRAFT.BASE_ID, original == null ? null : original.value());
            }
        }
        SectionId section = settings.section();
        columns.put(DRAFT.TYPED_AT, at.toEpochMilli());
        columns.put(DRAFT.WISHED_SECTION, section == null ? null : section.value());
        columns.put(DRAFT.WISHED_SLUG, settings.slug());
        columns.put(DRAFT.WISHED_EMBARGO, settings.embargo());
        columns.put(DRAFT.CONTENT, content.canonical());
        return columns;
    }
}
