package org.herald.store;

import static org.herald.store.schema.Tables.LIVE;
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
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Target;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
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
            .set(PATH.CURRENT, inline(1L))
            .set(PATH.MADE_BY, inline(null, PATH.MADE_BY)));
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

    private final DSLContext dsl;
    private final Statements statements;

    PathWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
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

    /** Makes a former address of a section lead to a section; what is no section's address stays as it is. */
    public void leadToSection(SectionId section, Language language, String path, Instant at) {
        dsl.insertInto(PATH)
                .set(PATH.PATH_, path)
                .set(PATH.SECTION_ID, section.value())
                .set(PATH.LANGUAGE, language.tag())
                .set(PATH.CURRENT, 0L)
                .set(PATH.MADE_AT, at.toEpochMilli())
                .onConflict(PATH.PATH_)
                .doUpdate()
                .set(PATH.SECTION_ID, section.value())
                .set(PATH.MADE_BY, inline(null, PATH.MADE_BY))
                .where(PATH.SECTION_ID.isNotNull())
                .execute();
    }

    /** Makes every former address of one section lead to another. */
    public void leadOn(SectionId from, SectionId to) {
        dsl.update(PATH)
                .set(PATH.SECTION_ID, to.value())
                .where(PATH.SECTION_ID.eq(from.value()))
                .execute();
    }

    /** The section that this address leads to. */
    public Optional<SectionId> sectionAt(String path) {
        return dsl.select(PATH.SECTION_ID)
                .from(PATH)
                .where(PATH.PATH_.eq(path), PATH.SECTION_ID.isNotNull())
                .fetchOptional(row -> new SectionId(row.value1()));
    }

    /** The item that readers see at this address, not only by being led from it. */
    public Optional<ItemId> shownAt(String path) {
        return dsl.select(LIVE.ITEM_ID)
                .from(PATH)
                .join(LIVE)
                .on(LIVE.ITEM_ID.eq(PATH.ITEM_ID))
                .where(PATH.PATH_.eq(path), LIVE.PATH.eq(path))
                .fetchOptional(row -> new ItemId(row.value1()));
    }

    /** Adds a redirect that an editor made; nothing happens when the address is taken. */
    public boolean add(Redirect redirect, Principal by, Instant at) {
        var target = Target.parse(redirect.target()).orElseThrow();
        return dsl.insertInto(PATH)
                        .set(PATH.PATH_, redirect.path())
                        .set(PATH.ITEM_ID, target instanceof Target.ToItem(var item) ? item.value() : null)
                        .set(PATH.SECTION_ID, target instanceof Target.ToSection(var section) ? section.value() : null)
                        .set(PATH.TARGET, target instanceof Target.ToAddress(var address) ? address : null)
                        .set(PATH.LANGUAGE, redirect.language().tag())
                        .set(PATH.CURRENT, 0L)
                        .set(PATH.MADE_AT, at.toEpochMilli())
                        .set(PATH.MADE_BY, by.id().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Removes a redirect that an editor made; false when there is none at this address. */
    public boolean removeRedirect(String path) {
        return dsl.deleteFrom(PATH)
                        .where(PATH.PATH_.eq(path), PATH.MADE_BY.isNotNull())
                        .execute()
                == 1;
    }
}
