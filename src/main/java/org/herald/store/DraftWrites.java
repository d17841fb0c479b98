package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Actor;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
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
        return dsl.selectFrom(DRAFT).where(DRAFT.ID.eq(id.value())).fetchOptional(DraftQueries::draft);
    }

    /** Adds a draft at its first version. */
    public DraftId add(long account, Draft.About about, Actor by, Instant at, Content content) {
        return dsl.insertInto(DRAFT)
                .set(columns(about, by, at, content))
                .set(DRAFT.ACCOUNT_ID, account)
                .set(DRAFT.VERSION, 1L)
                .returning(DRAFT.ID)
                .fetchSingle(row -> new DraftId(row.get(DRAFT.ID)));
    }

    /** Writes a draft over with its next version. */
    public void update(DraftId draft, long version, Draft.About about, Actor by, Instant at, Content content) {
        dsl.update(DRAFT)
                .set(columns(about, by, at, content))
                .set(DRAFT.VERSION, version)
                .where(DRAFT.ID.eq(draft.value()))
                .execute();
    }

    public void remove(DraftId draft) {
        dsl.deleteFrom(DRAFT).where(DRAFT.ID.eq(draft.value())).execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(Draft.About about, Actor by, Instant at, Content content) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        switch (about) {
            case Draft.OfItem(var item, var base) -> {
                columns.put(DRAFT.ITEM_ID, item.value());
                columns.put(DRAFT.BASE_ID, base.value());
            }
            case Draft.OfNew fresh -> {
                GroupId group = fresh.group();
                columns.put(DRAFT.KIND, fresh.kind().word());
                columns.put(DRAFT.LANGUAGE, fresh.language().tag());
                columns.put(DRAFT.GROUP_ID, group == null ? null : group.value());
                columns.put(DRAFT.SECTION_ID, fresh.section().value());
            }
        }
        columns.put(DRAFT.TYPED_BY, by.name());
        columns.put(DRAFT.TYPED_AT, at.toEpochMilli());
        var picture = content.picture();
        columns.put(DRAFT.HEADLINE, content.headline());
        columns.put(DRAFT.KICKER, content.kicker());
        columns.put(DRAFT.STANDFIRST, content.standfirst());
        columns.put(DRAFT.DATELINE_PLACE, content.attribution().place());
        columns.put(DRAFT.BYLINE, content.attribution().byline());
        columns.put(DRAFT.SOURCE, content.attribution().source());
        columns.put(DRAFT.PICTURE_ID, picture == null ? null : picture.asset().value());
        columns.put(DRAFT.PICTURE_ALT, picture == null ? "" : picture.alt());
        columns.put(DRAFT.PICTURE_CAPTION, picture == null ? "" : picture.caption());
        columns.put(DRAFT.PICTURE_CREDIT, picture == null ? "" : picture.credit());
        columns.put(DRAFT.TAGS, Contents.tags(content));
        columns.put(DRAFT.BODY, content.body().html());
        return columns;
    }
}
