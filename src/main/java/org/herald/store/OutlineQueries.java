package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;
import static org.herald.store.schema.Tables.TAG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.MenuEntry;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;

/** What every page shows around its content: sections, menus and blocks. */
public final class OutlineQueries {

    private final Database database;

    public OutlineQueries(Database database) {
        this.database = database;
    }

    /** All sections, parents before children, siblings in their order. */
    public List<Section> sections() {
        Map<Long, Map<Language, Section.Title>> titles = new HashMap<>();
        database.reading(PageKey.OUTLINE)
                .selectFrom(SECTION_TITLE)
                .forEach(row -> titles.computeIfAbsent(row.get(SECTION_TITLE.SECTION_ID), id -> new HashMap<>())
                        .put(
                                new Language(row.get(SECTION_TITLE.LANGUAGE)),
                                new Section.Title(row.get(SECTION_TITLE.TITLE), row.get(SECTION_TITLE.DESCRIPTION))));
        return database.reading(PageKey.OUTLINE)
                .selectFrom(SECTION)
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

    /** The entries of all menus in all languages, in their order. */
    public List<MenuEntry> menus() {
        return database.reading(PageKey.OUTLINE)
                .selectFrom(MENU)
                .orderBy(MENU.MENU_, MENU.PLACE, MENU.ID)
                .fetch(row -> new MenuEntry(
                        row.get(MENU.MENU_),
                        new Language(row.get(MENU.LANGUAGE)),
                        row.get(MENU.PLACE),
                        row.get(MENU.LABEL),
                        row.get(MENU.TARGET)));
    }

    /** All blocks in all languages, in their order, those not shown now included. */
    public List<Block> blocks() {
        return database.reading(PageKey.OUTLINE)
                .select(BLOCK.fields())
                .select(Rows.ASSET_FIELDS)
                .from(BLOCK)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(BLOCK.PICTURE_ID))
                .orderBy(BLOCK.PLACE, BLOCK.ID)
                .fetch(row -> new Block(
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

    /** The title of a tag; nothing when no item ever had it. */
    public Optional<String> tagTitle(Slug tag, Language language) {
        return database.reading(PageKey.list(ListKey.tag(tag), language))
                .select(TAG.TITLE)
                .from(TAG)
                .where(TAG.LANGUAGE.eq(language.tag()), TAG.SLUG.eq(tag.value()))
                .fetchOptional(TAG.TITLE);
    }

    /** The titles of the tags of a language, by title, for suggestions. */
    public List<String> tagTitles(Language language, int count) {
        return database.reading()
                .select(TAG.TITLE)
                .from(TAG)
                .where(TAG.LANGUAGE.eq(language.tag()))
                .orderBy(TAG.TITLE)
                .limit(count)
                .fetch(TAG.TITLE);
    }
}
