package org.herald.store;

import static org.herald.store.schema.Tables.PATH;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.store.Statements.Text;
import org.jspecify.annotations.Nullable;

/** Writes addresses; an address is never taken from the thing it once led to while that thing can be reached. */
public final class PathWrites {

    private static final Text ITEM_AT = Text.of(
            select(PATH.ITEM_ID).from(PATH).where(PATH.PATH_.eq(Text.any(PATH.PATH_)), PATH.ITEM_ID.isNotNull()));
    private static final Text TAKEN = Text.of(select(PATH.PATH_).from(PATH).where(PATH.PATH_.eq(Text.any(PATH.PATH_))));
    private static final Text NOT_CURRENT = Text.of(update(PATH)
            .set(PATH.CURRENT, inline(0L))
            .where(PATH.ITEM_ID.eq(Text.any(PATH.ITEM_ID)), PATH.CURRENT.eq(inline(1L))));
    private static final Text CURRENT = Text.of(insertInto(PATH)
            .columns(PATH.PATH_, PATH.ITEM_ID, PATH.LANGUAGE, PATH.CURRENT, PATH.MADE_AT)
            .values(
                    Text.any(PATH.PATH_),
                    Text.any(PATH.ITEM_ID),
                    Text.any(PATH.LANGUAGE),
                    inline(1L),
                    Text.any(PATH.MADE_AT))
            .onConflict(PATH.PATH_)
            .doUpdate()
            .set(PATH.CURRENT, inline(1L)));
    private static final Text EARLIER = Text.of(insertInto(PATH)
            .columns(
                    PATH.PATH_,
                    PATH.ITEM_ID,
                    PATH.SECTION_ID,
                    PATH.ASSET_ID,
                    PATH.TAG,
                    PATH.LANGUAGE,
                    PATH.CURRENT,
                    PATH.MADE_AT)
            .values(
                    Text.any(PATH.PATH_),
                    Text.any(PATH.ITEM_ID),
                    Text.any(PATH.SECTION_ID),
                    Text.any(PATH.ASSET_ID),
                    Text.any(PATH.TAG),
                    Text.any(PATH.LANGUAGE),
                    inline(0L),
                    Text.any(PATH.MADE_AT))
            .onConflictDoNothing());

    private final Statements statements;

    PathWrites(Statements statements) {
        this.statements = statements;
    }

    /** The item that this address leads to or led to. */
    public Optional<ItemId> itemAt(String path) {
        return statements.one(row -> new ItemId(row.getLong(1)), ITEM_AT, path);
    }

    /** True when something stands or stood at this address. */
    public boolean isTaken(String path) {
        return statements.exists(TAKEN, path);
    }

    /** Makes this the current address of an item; its earlier ones stay and lead here. */
    public void setCurrent(ItemId item, Language language, String path, Instant at) {
        statements.run(NOT_CURRENT, item.value());
        statements.run(CURRENT, path, item.value(), language.tag(), at.toEpochMilli());
    }

    /** Adds an earlier or imported address of an item; nothing happens when the address is taken. */
    public boolean addEarlier(ItemId item, Language language, String path, Instant at) {
        return addEarlier(path, item.value(), null, null, null, language, at);
    }

    /** Adds an earlier or imported address of a section; nothing happens when the address is taken. */
    public boolean addEarlier(SectionId section, Language language, String path, Instant at) {
        return addEarlier(path, null, section.value(), null, null, language, at);
    }

    /** Adds an earlier or imported address of a file; nothing happens when the address is taken. */
    public boolean addEarlier(AssetId asset, Language language, String path, Instant at) {
        return addEarlier(path, null, null, asset.value(), null, language, at);
    }

    /** Adds an earlier or imported address of a tag's list; nothing happens when the address is taken. */
    public boolean addEarlier(Slug tag, Language language, String path, Instant at) {
        return addEarlier(path, null, null, null, tag.value(), language, at);
    }

    private boolean addEarlier(
            String path,
            @Nullable Long item,
            @Nullable Long section,
            @Nullable Long asset,
            @Nullable String tag,
            Language language,
            Instant at) {
        return statements.run(EARLIER, path, item, section, asset, tag, language.tag(), at.toEpochMilli()) == 1;
    }
}
