package org.herald.store;

import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes sections, and reads their places in the tree inside the same transaction. */
public final class SectionWrites {

    private final DSLContext dsl;

    SectionWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<SectionId> byPath(String path) {
        return dsl.select(SECTION.ID)
                .from(SECTION)
                .where(SECTION.PATH.eq(path))
                .fetchOptional(row -> new SectionId(row.value1()));
    }

    /** The path of a section, without language; nothing when there is no such section. */
    public Optional<String> path(SectionId section) {
        return dsl.select(SECTION.PATH)
                .from(SECTION)
                .where(SECTION.ID.eq(section.value()))
                .fetchOptional(SECTION.PATH);
    }

    /** The section and all above it, the root last. */
    public List<SectionId> upwards(SectionId section) {
        var line = new ArrayList<SectionId>();
        Long at = section.value();
        while (at != null) {
            line.add(new SectionId(at));
            at = dsl.select(SECTION.PARENT_ID)
                    .from(SECTION)
                    .where(SECTION.ID.eq(at))
                    .fetchSingle(SECTION.PARENT_ID);
        }
        return List.copyOf(line);
    }

    /** Adds a section as the last of its siblings; the root alone has no parent. */
    public SectionId add(@Nullable SectionId parent, String path) {
        long place = dsl.fetchCount(
                        SECTION, parent == null ? SECTION.PARENT_ID.isNull() : SECTION.PARENT_ID.eq(parent.value()))
                + 1L;
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
}
