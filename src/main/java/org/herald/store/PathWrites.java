package org.herald.store;

import static org.herald.store.schema.Tables.PATH;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Writes addresses; an address is never taken from the thing it once led to while that thing can be reached. */
public final class PathWrites {

    private final DSLContext dsl;

    PathWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The item that this address leads to or led to. */
    public Optional<ItemId> itemAt(String path) {
        return dsl.select(PATH.ITEM_ID)
                .from(PATH)
                .where(PATH.PATH_.eq(path), PATH.ITEM_ID.isNotNull())
                .fetchOptional(row -> new ItemId(row.value1()));
    }

    /** True when something stands or stood at this address. */
    public boolean isTaken(String path) {
        return dsl.fetchExists(PATH, PATH.PATH_.eq(path));
    }

    /** Makes this the current address of an item; its earlier ones stay and lead here. */
    public void setCurrent(ItemId item, Language language, String path, Instant at) {
        dsl.update(PATH)
                .set(PATH.CURRENT, 0L)
                .where(PATH.ITEM_ID.eq(item.value()), PATH.CURRENT.eq(1L))
                .execute();
        dsl.insertInto(PATH)
                .set(PATH.PATH_, path)
                .set(PATH.ITEM_ID, item.value())
                .set(PATH.LANGUAGE, language.tag())
                .set(PATH.CURRENT, 1L)
                .set(PATH.MADE_AT, at.toEpochMilli())
                .onConflict(PATH.PATH_)
                .doUpdate()
                .set(PATH.CURRENT, 1L)
                .execute();
    }

    /** Adds an earlier or imported address of an item; nothing happens when the address is taken. */
    public boolean addEarlier(ItemId item, Language language, String path, Instant at) {
        return addEarlier(PATH.ITEM_ID, item.value(), language, path, at);
    }

    /** Adds an earlier or imported address of a section; nothing happens when the address is taken. */
    public boolean addEarlier(SectionId section, Language language, String path, Instant at) {
        return addEarlier(PATH.SECTION_ID, section.value(), language, path, at);
    }

    /** Adds an earlier or imported address of a file; nothing happens when the address is taken. */
    public boolean addEarlier(AssetId asset, Language language, String path, Instant at) {
        return addEarlier(PATH.ASSET_ID, asset.value(), language, path, at);
    }

    /** Adds an earlier or imported address of a tag's list; nothing happens when the address is taken. */
    public boolean addEarlier(Slug tag, Language language, String path, Instant at) {
        return addEarlier(PATH.TAG, tag.value(), language, path, at);
    }

    private <T> boolean addEarlier(Field<T> owner, T id, Language language, String path, Instant at) {
        return dsl.insertInto(PATH)
                        .set(PATH.PATH_, path)
                        .set(owner, id)
                        .set(PATH.LANGUAGE, language.tag())
                        .set(PATH.CURRENT, 0L)
                        .set(PATH.MADE_AT, at.toEpochMilli())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
