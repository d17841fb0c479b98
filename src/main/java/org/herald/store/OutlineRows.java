package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Arrangement;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.PlacedBlock;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads sections, menus and blocks, in a transaction and outside of one. */
final class OutlineRows {

    private OutlineRows() {}

    static Arrangement all(DSLContext dsl) {
        return new Arrangement(sections(dsl), menus(dsl), blocks(dsl));
    }

    /** All sections, parents before children, siblings in their order. */
    static List<Section> sections(DSLContext dsl) {
        Map<Long, Map<Language, Section.Title>> titles = new HashMap<>();
        dsl.selectFrom(SECTION_TITLE)
                .forEach(row -> titles.computeIfAbsent(row.get(SECTION_TITLE.SECTION_ID), id -> new HashMap<>())
                        .put(
                                new Language(row.get(SECTION_TITLE.LANGUAGE)),
                                new Section.Title(row.get(SECTION_TITLE.TITLE), row.get(SECTION_TITLE.DESCRIPTION))));
        return dsl.selectFrom(SECTION)
                .where(SECTION.REMOVED_AT.isNull())
                .orderBy(SECTION.PARENT_ID.asc().nullsFirst(), SECTION.PLACE, SECTION.ID)
                .fetch(row -> {
                    Long parent = row.get(SECTION.PARENT_ID);
                    return new Section(
                            new SectionId(row.get(SECTION.ID)),
                            parent == null ? null : new SectionId(parent),
                            row.get(SECTION.PATH),
                            row.get(SECTION.PLACE),
                            titles.getOrDefault(row.get(SECTION.ID), Map.of()));
                });
    }

    static List<MenuEntry> menus(DSLContext dsl) {
        return dsl.selectFrom(MENU)
                .orderBy(MENU.MENU_, MENU.PLACE, MENU.ID)
                .fetch(row -> new MenuEntry(
                        row.get(MENU.MENU_),
                        new Language(row.get(MENU.LANGUAGE)),
                        row.get(MENU.PLACE),
                        row.get(MENU.LABEL),
                        row.get(MENU.TARGET)));
    }

    static List<PlacedBlock> blocks(DSLContext dsl) {
        return dsl.select(BLOCK.fields())
                .select(Rows.ASSET_FIELDS)
                .from(BLOCK)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(BLOCK.PICTURE_ID))
                .orderBy(BLOCK.PLACE, BLOCK.ID)
                .fetch(OutlineRows::block);
    }

    private static PlacedBlock block(Record row) {
        return new PlacedBlock(
                new BlockId(row.get(BLOCK.ID)),
                new Block(
                        Block.Kind.of(row.get(BLOCK.KIND)),
                        Block.Spot.of(row.get(BLOCK.SPOT)),
                        new Language(row.get(BLOCK.LANGUAGE)),
                        row.get(BLOCK.PLACE),
                        row.get(BLOCK.TITLE),
                        row.get(BLOCK.TEXT),
                        row.get(BLOCK.TARGET),
                        Rows.asset(row),
                        Rows.instant(row.get(BLOCK.FROM_AT)),
                        Rows.instant(row.get(BLOCK.UNTIL_AT))));
    }
}
