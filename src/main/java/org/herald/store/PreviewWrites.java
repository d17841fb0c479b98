package org.herald.store;

import static org.herald.store.schema.Tables.PREVIEW;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.PreviewId;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.model.Principal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Keeps previews. */
public final class PreviewWrites {

    private static final String NOTHING = Content.of("", Body.EMPTY).canonical();

    private final DSLContext dsl;

    PreviewWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds a preview that ends at an instant; the key itself is not kept. */
    public PreviewId add(PreviewKey key, Previewed shown, Principal by, Instant at, Instant until, String note) {
        return dsl.insertInto(PREVIEW)
                .set(columns(shown))
                .set(PREVIEW.DIGEST, key.digest())
                .set(PREVIEW.MADE_BY, by.id().value())
                .set(PREVIEW.MADE_AT, at.toEpochMilli())
                .set(PREVIEW.UNTIL_AT, until.toEpochMilli())
                .set(PREVIEW.NOTE, note)
                .returning(PREVIEW.ID)
                .fetchSingle(row -> new PreviewId(row.get(PREVIEW.ID)));
    }

    /** The item of a preview of a kept revision, unless the preview was revoked before. */
    public Optional<ItemId> itemOfOpen(PreviewId preview) {
        return dsl.select(PREVIEW.ITEM_ID)
                .from(PREVIEW)
                .where(PREVIEW.ID.eq(preview.value()), PREVIEW.REVOKED_AT.isNull(), PREVIEW.IS_TYPED.eq(0L))
                .fetchOptional(row -> new ItemId(row.value1()));
    }

    public void revoke(PreviewId preview, Instant at) {
        dsl.update(PREVIEW)
                .set(PREVIEW.REVOKED_AT, at.toEpochMilli())
                .where(PREVIEW.ID.eq(preview.value()))
                .execute();
    }

    /** Forgets the typed texts whose previews have ended. */
    public void forgetTyped(Instant endedBefore) {
        dsl.deleteFrom(PREVIEW)
                .where(PREVIEW.IS_TYPED.eq(1L), PREVIEW.UNTIL_AT.lt(endedBefore.toEpochMilli()))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(Previewed shown) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        columns.put(PREVIEW.IS_TYPED, 0L);
        columns.put(PREVIEW.CONTENT, NOTHING);
        switch (shown) {
            case Previewed.Newest(var item) -> columns.put(PREVIEW.ITEM_ID, item.value());
            case Previewed.At(var item, var revision) -> {
                columns.put(PREVIEW.ITEM_ID, item.value());
                columns.put(PREVIEW.REVISION_ID, revision.value());
            }
            case Previewed.Typed(var about, var content) -> {
                columns.put(PREVIEW.IS_TYPED, 1L);
                columns.put(PREVIEW.CONTENT, content.canonical());
                columns.putAll(about(about));
            }
        }
        return columns;
    }

    private static Map<Field<?>, @Nullable Object> about(Draft.About about) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        switch (about) {
            case Draft.OfItem(var item, var _) -> columns.put(PREVIEW.ITEM_ID, item.value());
            case Draft.OfNew fresh -> {
                var group = fresh.group();
                columns.put(PREVIEW.KIND, fresh.kind().word());
                columns.put(PREVIEW.LANGUAGE, fresh.language().tag());
                columns.put(PREVIEW.GROUP_ID, group == null ? null : group.value());
                columns.put(PREVIEW.SECTION_ID, fresh.section().value());
            }
        }
        return columns;
    }
}
