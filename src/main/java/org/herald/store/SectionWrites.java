package org.herald.store;

import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes sections, and reads their places in the tree inside the same transaction. */
public final class SectionWrites {

    private static final Text BY_PATH =
            Text.of(select(SECTION.ID).from(SECTION).where(SECTION.PATH.eq(Text.any(SECTION.PATH))));
    private static final Text PATH =
            Text.of(select(SECTION.PATH).from(SECTION).where(SECTION.ID.eq(Text.any(SECTION.ID))));
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
