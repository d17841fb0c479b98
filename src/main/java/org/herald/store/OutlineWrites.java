package org.herald.store;

import static org.herald.store.schema.Tables.BANNER;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Arrangement;
import org.herald.model.Asset;
import org.herald.model.Banner;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.PlacedBlock;
import org.herald.model.Planned;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes menus, blocks and banners: what is changed ends, and what it is from then on is added. */
public final class OutlineWrites {

    private final DSLContext dsl;
    private final ReferenceWrites references;

    OutlineWrites(DSLContext dsl, ReferenceWrites references) {
        this.dsl = dsl;
        this.references = references;
    }

    public void add(MenuEntry entry, Instant at) {
        insert(entry, at);
        references.menu(entry.menu(), entry.language());
    }

    private void insert(MenuEntry entry, Instant at) {
        dsl.insertInto(MENU)
                .set(MENU.MENU_, entry.menu())
                .set(MENU.LANGUAGE, entry.language().tag())
                .set(MENU.PLACE, entry.place())
                .set(MENU.LABEL, entry.label())
                .set(MENU.TARGET, entry.target())
                .set(MENU.VALID_FROM, at.toEpochMilli())
                .execute();
    }

    /** Sections, menus and blocks as they are in this transaction. */
    public Arrangement arrangement() {
        return OutlineRows.all(dsl, null);
    }

    /** Puts these entries in the place of a whole menu of one language. */
    public void replace(OutlineChange.Menu menu, Instant at) {
        History.MENUS.end(
                dsl,
                at,
                MENU.MENU_.eq(menu.menu()).and(MENU.LANGUAGE.eq(menu.language().tag())));
        long place = 0;
        for (var entry : menu.entries()) {
            place++;
            insert(new MenuEntry(menu.menu(), menu.language(), place, entry.label(), entry.target()), at);
        }
        references.menu(menu.menu(), menu.language());
    }

    /** Adds a block; one of no identity gets the next. */
    public BlockId add(@Nullable BlockId id, Block block, Instant at) {
        var added = id == null ? nextBlock() : id;
        insert(added, block, at);
        references.block(added);
        return added;
    }

    private void insert(BlockId id, Block block, Instant at) {
        dsl.insertInto(BLOCK)
                .set(BLOCK.BLOCK_ID, id.value())
                .set(BLOCK.VALID_FROM, at.toEpochMilli())
                .set(fields(block))
                .execute();
    }

    /** Makes a block another one from now on; one that is so already stays as it is. */
    public void update(BlockId id, Block block, Instant at) {
        if (blocks(id).stream().anyMatch(block::equals)) {
            return;
        }
        if (History.BLOCKS.end(dsl, at, BLOCK.BLOCK_ID.eq(id.value())) > 0) {
            insert(id, block, at);
        }
        references.block(id);
    }

    public void setPlace(BlockId id, long place, Instant at) {
        blocks(id).forEach(block -> update(id, block.at(place), at));
    }

    public void remove(BlockId id, Instant at) {
        History.BLOCKS.end(dsl, at, BLOCK.BLOCK_ID.eq(id.value()));
        references.block(id);
    }

    /** The block as it is now; empty when there is none. */
    private List<Block> blocks(BlockId id) {
        return OutlineRows.blocks(dsl, History.BLOCKS.now().and(BLOCK.BLOCK_ID.eq(id.value()))).stream()
                .map(PlacedBlock::block)
                .toList();
    }

    /** An identity that no block has or had, nor one that is planned. */
    public BlockId nextBlock() {
        Long used =
                dsl.select(DSL.max(BLOCK.BLOCK_ID)).from(BLOCK).fetchSingle().value1();
        long planned = PlannedRows.all(dsl).stream()
                .map(Planned::change)
                .mapToLong(change -> change instanceof OutlineChange.BlockPlaced(var id, var _) ? id.value() : 0)
                .max()
                .orElse(0);
        return new BlockId(Math.max(used == null ? 0 : used, planned) + 1);
    }

    /** Ends the banner of a language at this instant; false when none shows then or later. */
    public boolean endBanner(Language language, Instant at) {
        int ended = History.BANNERS.end(
                dsl,
                at,
                BANNER.LANGUAGE
                        .eq(language.tag())
                        .and(BANNER.SHOWN_UNTIL.isNull().or(BANNER.SHOWN_UNTIL.gt(at.toEpochMilli()))));
        references.banner(language);
        return ended > 0;
    }

    /** Puts a banner in the place of the one of its language, from its first instant on. */
    public void add(Banner banner) {
        var language = banner.language();
        History.BANNERS.end(dsl, banner.fromAt(), BANNER.LANGUAGE.eq(language.tag()));
        dsl.insertInto(BANNER)
                .set(BANNER.LANGUAGE, language.tag())
                .set(BANNER.TEXT, banner.text())
                .set(BANNER.TARGET, banner.target())
                .set(BANNER.SHOWN_FROM, banner.fromAt().toEpochMilli())
                .set(BANNER.SHOWN_UNTIL, Rows.millis(banner.untilAt()))
                .set(BANNER.VALID_FROM, banner.fromAt().toEpochMilli())
                .set(BANNER.RAISED_BY, banner.by().id().value())
                .execute();
        references.banner(language);
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
        fields.put(BLOCK.SHOWN_FROM, Rows.millis(block.fromAt()));
        fields.put(BLOCK.SHOWN_UNTIL, Rows.millis(block.untilAt()));
        var entries = block.entries();
        fields.put(BLOCK.DIRECTORY, entries == null ? null : entries.directory().toString());
        fields.put(BLOCK.SELECTED, entries == null ? null : entries.order().word());
        fields.put(BLOCK.MOST, entries == null ? null : (Long) (long) entries.most());
        var branch = block.branch();
        fields.put(BLOCK.BRANCH_ID, branch == null ? null : (Long) branch.value());
        fields.put(
                BLOCK.CONDITIONS,
                entries == null || entries.filter().isEmpty() ? null : Conditions.text(entries.filter()));
        var months = block.months();
        fields.put(BLOCK.MONTH_FROM, months == null ? null : months.from().toString());
        fields.put(BLOCK.MONTH_UNTIL, months == null ? null : months.until().toString());
        return fields;
    }
}
