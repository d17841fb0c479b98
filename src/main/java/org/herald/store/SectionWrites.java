package org.herald.store;

import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes sections, and reads their places in the tree inside the same transaction. */
public final class SectionWrites {

    private static final Text BY_PATH = Text.of(select(SECTION.ID)
            .from(SECTION)
            .where(SECTION.PATH.eq(Text.any(SECTION.PATH)), SECTION.REMOVED_AT.isNull()));
    private static final Text PATH = Text.of(
            select(SECTION.PATH).from(SECTION).where(SECTION.ID.eq(Text.any(SECTION.ID)), SECTION.REMOVED_AT.isNull()));
    private static final Text ABOVE =
            Text.of(select(SECTION.PARENT_ID).from(SECTION).where(SECTION.ID.eq(Text.any(SECTION.ID))));

    private final DSLContext dsl;
    private final Statements statements;

    SectionWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    public Optional<SectionId> byPath(String path) {
        return statements.one(row -> new SectionId(row.getLong(1)), BY_PATH, path);
    }

    /** The path of a section, without language; nothing when there is no such section. */
    public Optional<String> path(SectionId section) {
        return statements.one(row -> row.getString(1), PATH, section.value());
    }

    /** The section and all above it, the root last. */
    public List<SectionId> upwards(SectionId section) {
        var line = new ArrayList<SectionId>();
        for (long at = section.value(); at != 0; ) {
            line.add(new SectionId(at));
            at = statements.one(row -> row.getLong(1), ABOVE, at).orElseThrow();
        }
        return List.copyOf(line);
    }

    /** Adds a section as the last of its siblings; the root alone has no parent. */
    public SectionId add(@Nullable SectionId parent, String path) {
        long place = parent == null ? 1 : lastPlace(parent);
        return new SectionId(dsl.insertInto(SECTION)
                .set(SECTION.PARENT_ID, parent == null ? null : parent.value())
                .set(SECTION.PATH, path)
                .set(SECTION.PLACE, place)
                .returning(SECTION.ID)
                .fetchSingle(row -> row.get(SECTION.ID)));
    }

    public void setTitle(SectionId section, Language language, Section.Title title) {
        dsl.insertInto(SECTION_TITLE)
                .set(SECTION_TITLE.SECTION_ID, section.value())
                .set(SECTION_TITLE.LANGUAGE, language.tag())
                .set(SECTION_TITLE.TITLE, title.title())
                .set(SECTION_TITLE.DESCRIPTION, title.description())
                .onConflict(SECTION_TITLE.SECTION_ID, SECTION_TITLE.LANGUAGE)
                .doUpdate()
                .set(SECTION_TITLE.TITLE, title.title())
                .set(SECTION_TITLE.DESCRIPTION, title.description())
                .execute();
    }

    /** Takes a section's titles away in every language but these, and sets these. */
    public void setTitles(SectionId section, Map<Language, Section.Title> titles) {
        dsl.deleteFrom(SECTION_TITLE)
                .where(SECTION_TITLE.SECTION_ID.eq(section.value()))
                .and(SECTION_TITLE.LANGUAGE.notIn(
                        titles.keySet().stream().map(Language::tag).toList()))
                .execute();
        titles.forEach((language, title) -> setTitle(section, language, title));
    }

    public void setPlace(SectionId section, long place) {
        dsl.update(SECTION)
                .set(SECTION.PLACE, place)
                .where(SECTION.ID.eq(section.value()))
                .execute();
    }

    /** The languages in which any section has a title. */
    public List<Language> languages() {
        return dsl.selectDistinct(SECTION_TITLE.LANGUAGE)
                .from(SECTION_TITLE)
                .orderBy(SECTION_TITLE.LANGUAGE)
                .fetch(row -> new Language(row.value1()));
    }

    /** The sections at this path and below it, each with its path. */
    public Map<SectionId, String> branch(String path) {
        return dsl.select(SECTION.ID, SECTION.PATH)
                .from(SECTION)
                .where(SECTION.REMOVED_AT.isNull())
                .and(SECTION.PATH.eq(path).or(SECTION.PATH.startsWith(path + "/")))
                .orderBy(SECTION.PATH)
                .fetchMap(row -> new SectionId(row.value1()), Record2::value2);
    }

    public void setPath(SectionId section, String path) {
        dsl.update(SECTION)
                .set(SECTION.PATH, path)
                .where(SECTION.ID.eq(section.value()))
                .execute();
    }

    /** Puts a section under another one, as its last. */
    public void setParent(SectionId section, SectionId parent) {
        dsl.update(SECTION)
                .set(SECTION.PARENT_ID, parent.value())
                .set(SECTION.PLACE, lastPlace(parent))
                .where(SECTION.ID.eq(section.value()))
                .execute();
    }

    /** Marks a section as removed; its path is free for others then. */
    public void remove(SectionId section, String path, Instant at) {
        dsl.update(SECTION)
                .set(SECTION.REMOVED_AT, at.toEpochMilli())
                .set(SECTION.PATH, removedPath(section, path))
                .where(SECTION.ID.eq(section.value()))
                .execute();
    }

    /** The section that was removed from this path last. */
    public Optional<SectionId> removedFrom(String path) {
        return dsl.select(SECTION.ID)
                .from(SECTION)
                .where(SECTION.REMOVED_AT.isNotNull(), SECTION.PATH.startsWith(path + "~"))
                .orderBy(SECTION.REMOVED_AT.desc(), SECTION.ID.desc())
                .limit(1)
                .fetchOptional(row -> new SectionId(row.value1()));
    }

    /** Puts a removed section back at its path, as the last of its siblings. */
    public void restore(SectionId section, SectionId parent, String path) {
        dsl.update(SECTION)
                .setNull(SECTION.REMOVED_AT)
                .set(SECTION.PATH, path)
                .where(SECTION.ID.eq(section.value()))
                .execute();
        setParent(section, parent);
    }

    private static String removedPath(SectionId section, String path) {
        return path + "~" + section;
    }

    private long lastPlace(SectionId parent) {
        Long last = dsl.select(DSL.max(SECTION.PLACE))
                .from(SECTION)
                .where(SECTION.PARENT_ID.eq(parent.value()))
                .fetchSingle()
                .value1();
        return last == null ? 1 : last + 1;
    }
}
