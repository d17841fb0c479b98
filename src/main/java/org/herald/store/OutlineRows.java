package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.SECTION_STATE;
import static org.herald.store.schema.Tables.SECTION_TITLE;

import java.time.Instant;
import java.time.YearMonth;
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
import org.herald.model.kind.KindName;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads sections, menus and blocks, in a transaction and outside of one: as they are, or as they were at an instant. */
final class OutlineRows {

    private OutlineRows() {}

    /** @param at null for what is now */
    static Arrangement all(DSLContext dsl, @Nullable Instant at) {
        return new Arrangement(sections(dsl, at), menus(dsl, at), blocks(dsl, History.BLOCKS.at(at)));
    }

    /**
     * All sections, parents before children, siblings in their order.
     *
     * @param at null for what is now
     */
    static List<Section> sections(DSLContext dsl, @Nullable Instant at) {
        Map<Long, Map<Language, Section.Title>> titles = new HashMap<>();
        dsl.selectFrom(SECTION_TITLE)
                .where(History.TITLES.at(at))
                .orderBy(SECTION_TITLE.SECTION_ID, SECTION_TITLE.LANGUAGE, SECTION_TITLE.ID)
                .forEach(row -> titles.computeIfAbsent(row.get(SECTION_TITLE.SECTION_ID), id -> new HashMap<>())
                        .put(
                                new Language(row.get(SECTION_TITLE.LANGUAGE)),
                                new Section.Title(row.get(SECTION_TITLE.TITLE), row.get(SECTION_TITLE.DESCRIPTION))));
        return dsl.selectFrom(SECTION_STATE)
                .where(History.SECTIONS.at(at))
                .orderBy(SECTION_STATE.PARENT_ID.asc().nullsFirst(), SECTION_STATE.PLACE, SECTION_STATE.SECTION_ID)
                .fetch(row -> {
                    Long parent = row.get(SECTION_STATE.PARENT_ID);
                    return new Section(
                            new SectionId(row.get(SECTION_STATE.SECTION_ID)),
                            parent == null ? null : new SectionId(parent),
                            row.get(SECTION_STATE.PATH),
                            row.get(SECTION_STATE.PLACE),
                            titles.getOrDefault(row.get(SECTION_STATE.SECTION_ID), Map.of()));
                });
    }

    private static List<MenuEntry> menus(DSLContext dsl, @Nullable Instant at) {
        return dsl.selectFrom(MENU)
                .where(History.MENUS.at(at))
                .orderBy(MENU.MENU_, MENU.PLACE, MENU.ID)
                .fetch(row -> new MenuEntry(
                        row.get(MENU.MENU_),
                        new Language(row.get(MENU.LANGUAGE)),
                        row.get(MENU.PLACE),
                        row.get(MENU.LABEL),
                        row.get(MENU.TARGET)));
    }

    static List<PlacedBlock> blocks(DSLContext dsl, Condition which) {
        return dsl.select(BLOCK.fields())
                .select(Rows.ASSET_FIELDS)
                .from(BLOCK)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(BLOCK.PICTURE_ID))
                .where(which)
                .orderBy(BLOCK.PLACE, BLOCK.BLOCK_ID)
                .fetch(OutlineRows::block);
    }

    private static PlacedBlock block(Record row) {
        return new PlacedBlock(
                new BlockId(row.get(BLOCK.BLOCK_ID)),
                new Block(
                        Block.Kind.of(row.get(BLOCK.KIND)),
                        Block.Spot.of(row.get(BLOCK.SPOT)),
                        new Language(row.get(BLOCK.LANGUAGE)),
                        row.get(BLOCK.PLACE),
                        row.get(BLOCK.TITLE),
                        row.get(BLOCK.TEXT),
                        row.get(BLOCK.TARGET),
                        Rows.asset(row),
                        Rows.instant(row.get(BLOCK.SHOWN_FROM)),
                        Rows.instant(row.get(BLOCK.SHOWN_UNTIL)),
                        entries(row),
                        branch(row),
                        months(row)));
    }

    private static Block.@Nullable Entries entries(Record row) {
        String directory = row.get(BLOCK.DIRECTORY);
        String selected = row.get(BLOCK.SELECTED);
        Long most = row.get(BLOCK.MOST);
        return directory == null || selected == null || most == null
                ? null
                : new Block.Entries(
                        new KindName(directory),
                        Block.Order.of(selected),
                        Math.toIntExact(most),
                        Conditions.read(row.get(BLOCK.CONDITIONS)));
    }

    private static @Nullable SectionId branch(Record row) {
        Long branch = row.get(BLOCK.BRANCH_ID);
        return branch == null ? null : new SectionId(branch);
    }

    private static Block.@Nullable Months months(Record row) {
        String from = row.get(BLOCK.MONTH_FROM);
        String until = row.get(BLOCK.MONTH_UNTIL);
        return from == null || until == null ? null : new Block.Months(YearMonth.parse(from), YearMonth.parse(until));
    }
}
