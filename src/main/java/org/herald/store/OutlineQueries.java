package org.herald.store;

import static org.herald.store.schema.Tables.BANNER;
import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_STATE;
import static org.herald.store.schema.Tables.TAG;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Arrangement;
import org.herald.model.Banner;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.VerbName;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What every page shows around its content: sections, menus, blocks and banners, as they are and as they were. */
public final class OutlineQueries {

    private final Database database;

    public OutlineQueries(Database database) {
        this.database = database;
    }

    /** All sections, parents before children, siblings in their order. */
    public List<Section> sections() {
        return OutlineRows.sections(database.reading(PageKey.OUTLINE), null);
    }

    /** The sections at these paths, or that stood there last; paths at which none was are left out. */
    public Map<String, SectionId> followed(Collection<String> paths) {
        var sections = new HashMap<String, SectionId>();
        if (!paths.isEmpty()) {
            var reading = database.reading(PageKey.OUTLINE);
            reading.select(SECTION_STATE.PATH, SECTION.ID)
                    .from(SECTION_STATE)
                    .join(SECTION)
                    .on(SECTION.ID.eq(SECTION_STATE.SECTION_ID))
                    .where(SECTION_STATE.PATH.in(paths), SECTION.REMOVED_AT.isNull())
                    .orderBy(SECTION_STATE.VALID_FROM, SECTION_STATE.ID)
                    .forEach(row -> sections.put(row.value1(), new SectionId(row.value2())));
            // who stands there now goes before who stood there
            reading.select(SECTION.PATH, SECTION.ID)
                    .from(SECTION)
                    .where(SECTION.PATH.in(paths), SECTION.REMOVED_AT.isNull())
                    .forEach(row -> sections.put(row.value1(), new SectionId(row.value2())));
        }
        return sections;
    }

    /** Sections, menus and blocks as they are, blocks that do not show now included. */
    public Arrangement arrangement() {
        return OutlineRows.all(database.reading(PageKey.OUTLINE), null);
    }

    /** Sections, menus and blocks as they were at an instant, blocks that did not show then included. */
    public Arrangement arrangement(Instant at) {
        return OutlineRows.all(database.reading(), at);
    }

    /** True when there are menus, or were some before editors emptied them. */
    public boolean hasHadMenus() {
        var reading = database.reading();
        return reading.fetchExists(MENU)
                || reading.fetchExists(
                        CHANGE,
                        CHANGE.VERB.in(VerbName.PLACE_MENU_ENTRY.word(), VerbName.SET_MENU.word()),
                        CHANGE.PART_OF.isNull());
    }

    /** The banner of each language that was not taken down, also one that is not shown any more. */
    public List<Banner> banners() {
        return banners(database.reading(PageKey.OUTLINE), null);
    }

    /** The banner of each language as it was at an instant. */
    public List<Banner> banners(Instant at) {
        return banners(database.reading(), at);
    }

    private static List<Banner> banners(DSLContext dsl, @Nullable Instant at) {
        return dsl.select(PrincipalRows.fields(BANNER, BANNER.RAISED_BY))
                .from(BANNER)
                .where(History.BANNERS.at(at))
                .orderBy(BANNER.LANGUAGE, BANNER.ID)
                .fetch(row -> new Banner(
                        new Language(row.get(BANNER.LANGUAGE)),
                        row.get(BANNER.TEXT),
                        row.get(BANNER.TARGET),
                        Instant.ofEpochMilli(row.get(BANNER.SHOWN_FROM)),
                        Rows.instant(row.get(BANNER.SHOWN_UNTIL)),
                        PrincipalRows.principal(row, BANNER.RAISED_BY)));
    }

    /** The addresses of those items that readers see. */
    public Map<ItemId, String> places(Collection<ItemId> items) {
        database.note(items.stream().map(PageKey::where).toList());
        return items.isEmpty()
                ? Map.of()
                : database.reading(PageKey.OUTLINE)
                        .select(LIVE.ITEM_ID, LIVE.PATH)
                        .from(LIVE)
                        .where(LIVE.ITEM_ID.in(items.stream().map(ItemId::value).toList()))
                        .fetchMap(row -> new ItemId(row.value1()), Record2::value2);
    }

    /** The addresses of those items that readers saw at an instant. */
    public Map<ItemId, String> places(Collection<ItemId> items, Instant at) {
        var places = new HashMap<ItemId, String>();
        if (!items.isEmpty()) {
            database.reading()
                    .select(PUBLICATION.ITEM_ID, PUBLICATION.PATH)
                    .from(PUBLICATION)
                    .where(PUBLICATION.ITEM_ID.in(
                            items.stream().map(ItemId::value).toList()))
                    .and(PUBLICATION.FROM_AT.le(at.toEpochMilli()))
                    .and(PUBLICATION.UNTIL_AT.isNull().or(PUBLICATION.UNTIL_AT.gt(at.toEpochMilli())))
                    .orderBy(PUBLICATION.ID)
                    .forEach(row -> places.put(new ItemId(row.value1()), row.value2()));
        }
        return places;
    }

    /** The section that had one of these addresses, the longest of them first. */
    public Optional<Once> sectionOnceAt(Collection<String> paths) {
        return database.reading(paths.stream().map(PageKey::path).toArray(PageKey[]::new))
                .select(PATH.PATH_, PATH.SECTION_ID, PATH.LANGUAGE)
                .from(PATH)
                .where(PATH.PATH_.in(paths), PATH.SECTION_ID.isNotNull())
                .orderBy(DSL.length(PATH.PATH_).desc())
                .limit(inline(1))
                .fetchOptional(row -> new Once(row.value1(), new SectionId(row.value2()), new Language(row.value3())));
    }

    /** An address that a section had. */
    public record Once(String path, SectionId section, Language language) {}

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
                .limit(inline(count))
                .fetch(TAG.TITLE);
    }
}
