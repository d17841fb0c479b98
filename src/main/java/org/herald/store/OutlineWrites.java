package org.herald.store;

import static org.herald.store.schema.Tables.BANNER;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.herald.model.Arrangement;
import org.herald.model.Asset;
import org.herald.model.Banner;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes menus, blocks and banners. */
public final class OutlineWrites {

    private final DSLContext dsl;
    private final ReferenceWrites references;

    OutlineWrites(DSLContext dsl, ReferenceWrites references) {
        this.dsl = dsl;
        this.references = references;
    }

    public void add(MenuEntry entry) {
        insert(entry);
        references.menu(entry.menu(), entry.language());
    }

    private void insert(MenuEntry entry) {
        dsl.insertInto(MENU)
                .set(MENU.MENU_, entry.menu())
                .set(MENU.LANGUAGE, entry.language().tag())
                .set(MENU.PLACE, entry.place())
                .set(MENU.LABEL, entry.label())
                .set(MENU.TARGET, entry.target())
                .execute();
    }

    /** Sections, menus and blocks as they are in this transaction. */
    public Arrangement arrangement() {
        return OutlineRows.all(dsl);
    }

    /** Puts these entries in the place of a whole menu of one language. */
    public void replace(OutlineChange.Menu menu) {
        dsl.deleteFrom(MENU)
                .where(
                        MENU.MENU_.eq(menu.menu()),
                        MENU.LANGUAGE.eq(menu.language().tag()))
                .execute();
        long place = 0;
        for (var entry : menu.entries()) {
            place++;
            insert(new MenuEntry(menu.menu(), menu.language(), place, entry.label(), entry.target()));
        }
        references.menu(menu.menu(), menu.language());
    }

    /** Adds a block; one of no identity gets the next. */
    public BlockId add(@Nullable BlockId id, Block block) {
        var added = new BlockId(dsl.insertInto(BLOCK)
                .set(BLOCK.ID, id == null ? nextBlock().value() : id.value())
                .set(fields(block))
                .returning(BLOCK.ID)
                .fetchSingle(row -> row.get(BLOCK.ID)));
        references.block(added);
        return added;
    }

    public void update(BlockId id, Block block) {
        dsl.update(BLOCK).set(fields(block)).where(BLOCK.ID.eq(id.value())).execute();
        references.block(id);
    }

    public void setPlace(BlockId id, long place) {
        dsl.update(BLOCK).set(BLOCK.PLACE, place).where(BLOCK.ID.eq(id.value())).execute();
    }

    public void remove(BlockId id) {
        dsl.deleteFrom(BLOCK).where(BLOCK.ID.eq(id.value())).execute();
        references.block(id);
    }

    /** An identity that no block has, nor one that is planned. */
    public BlockId nextBlock() {
        Long used = dsl.select(DSL.max(BLOCK.ID)).from(BLOCK).fetchSingle().value1();
        long planned = PlannedRows.all(dsl).stream()
                .map(Planned::change)
                .mapToLong(change -> change instanceof OutlineChange.BlockPlaced(var id, var _) ? id.value() : 0)
                .max()
                .orElse(0);
        return new BlockId(Math.max(used == null ? 0 : used, planned) + 1);
    }

    /** Ends the banner of a language at this instant; false when none shows then or later. */
    public boolean endBanner(Language language, Instant at) {
        boolean hasEnded = dsl.update(BANNER)
                        .set(BANNER.UNTIL_AT, at.toEpochMilli())
                        .where(BANNER.LANGUAGE.eq(language.tag()))
                        .and(BANNER.UNTIL_AT.isNull().or(BANNER.UNTIL_AT.gt(at.toEpochMilli())))
                        .execute()
                > 0;
        references.banner(language);
        return hasEnded;
    }

    public void add(Banner banner) {
        dsl.insertInto(BANNER)
                .set(BANNER.LANGUAGE, banner.language().tag())
                .set(BANNER.TEXT, banner.text())
                .set(BANNER.TARGET, banner.target())
                .set(BANNER.FROM_AT, banner.fromAt().toEpochMilli())
                .set(BANNER.UNTIL_AT, Rows.millis(banner.untilAt()))
                .set(BANNER.RAISED_BY, banner.by().id().value())
                .execute();
        references.banner(banner.language());
    }

    private static Map<Field<?>, @Nullable Object> fields(Block block) {
        Asset picture = block.picture();
        var fields = new LinkedHashMap<Field<?>, @Nullable Object>();
        fields.put(BLOCK.KIND, block.kind().word());
        fields.put(BLOCK.SPOT, block.spot().word());
        fields.put(BLOCK.LANGUAGE, block.language().tag());
        fields.put(BLOCK.PLACE, block.place());
        fields.put(BLOCK.TITLE, block.title());
        fields.put(BLOCK.TEXT, block.text());
        fields.put(BLOCK.TARGET, block.target());
        fields.put(BLOCK.PICTURE_ID, picture == null ? null : picture.id().value());
        fields.put(BLOCK.FROM_AT, Rows.millis(block.fromAt()));
        fields.put(BLOCK.UNTIL_AT, Rows.millis(block.untilAt()));
        return fields;
    }
}
