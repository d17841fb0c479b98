package org.herald.store;

import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_STATE;
import static org.herald.store.schema.Tables.SECTION_TITLE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.Statements.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes sections, and reads their places in the tree inside the same transaction. Where a section stands now is said by its
 * row; its history has what it was called and where it stood from when until when.
 */
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
    public SectionId add(@Nullable SectionId parent, String path, Instant at) {
        SectionId id = next();
        add(id, parent, path, at);
        return id;
    }

    /** Adds a section with an identity that was kept for it. */
    public void add(SectionId id, @Nullable SectionId parent, String path, Instant at) {
        dsl.insertInto(SECTION)
                .set(SECTION.ID, id.value())
                .set(SECTION.PARENT_ID, parent == null ? null : parent.value())
                .set(SECTION.PATH, path)
                .set(SECTION.PLACE, parent == null ? 1L : lastPlace(parent))
                .execute();
        remember(id, at);
    }

    /** Adds to the history where a section stands from now on, when it stood elsewhere until now. */
    private void remember(SectionId section, Instant at) {
        var now = dsl.select(SECTION.PARENT_ID, SECTION.PATH, SECTION.PLACE)
                .from(SECTION)
                .where(SECTION.ID.eq(section.value()), SECTION.REMOVED_AT.isNull())
                .fetchOptional();
        var before = dsl.select(SECTION_STATE.PARENT_ID, SECTION_STATE.PATH, SECTION_STATE.PLACE)
                .from(SECTION_STATE)
                .where(SECTION_STATE.SECTION_ID.eq(section.value()), History.SECTIONS.now())
                .fetchOptional();
        if (now.map(Record::intoList).equals(before.map(Record::intoList))) {
            return;
        }
        History.SECTIONS.end(dsl, at, SECTION_STATE.SECTION_ID.eq(section.value()));
        now.ifPresent(row -> dsl.insertInto(SECTION_STATE)
                .set(SECTION_STATE.SECTION_ID, section.value())
                .set(SECTION_STATE.PARENT_ID, row.value1())
                .set(SECTION_STATE.PATH, row.value2())
                .set(SECTION_STATE.PLACE, row.value3())
                .set(SECTION_STATE.VALID_FROM, at.toEpochMilli())
                .execute());
    }

    /** An identity that no section has or had, nor one that is planned. */
    public SectionId next() {
        Long used = dsl.select(DSL.max(SECTION.ID)).from(SECTION).fetchSingle().value1();
        long planned = PlannedRows.all(dsl).stream()
                .mapToLong(each -> each.change() instanceof OutlineChange.SectionAdded added
                        ? added.id().value()
                        : 0)
                .max()
                .orElse(0);
        return new SectionId(Math.max(used == null ? 0 : used, planned) + 1);
    }

    /** True for a section that was removed and may come back. */
    public boolean isRemoved(SectionId section) {
        return dsl.fetchExists(SECTION, SECTION.ID.eq(section.value()), SECTION.REMOVED_AT.isNotNull());
    }

    public boolean isTitled(SectionId section, Language language) {
        return dsl.fetchExists(SECTION_TITLE, title(section, language).and(History.TITLES.now()));
    }

    private static Condition title(SectionId section, Language language) {
        return SECTION_TITLE.SECTION_ID.eq(section.value()).and(SECTION_TITLE.LANGUAGE.eq(language.tag()));
    }

    public void setTitle(SectionId section, Language language, Section.Title title, Instant at) {
        boolean isSo = dsl.fetchExists(
                SECTION_TITLE,
                title(section, language)
                        .and(History.TITLES.now())
                        .and(SECTION_TITLE.TITLE.eq(title.title()))
                        .and(SECTION_TITLE.DESCRIPTION.eq(title.description())));
        if (isSo) {
            return;
        }
        History.TITLES.end(dsl, at, title(section, language));
        dsl.insertInto(SECTION_TITLE)
                .set(SECTION_TITLE.SECTION_ID, section.value())
                .set(SECTION_TITLE.LANGUAGE, language.tag())
                .set(SECTION_TITLE.TITLE, title.title())
                .set(SECTION_TITLE.DESCRIPTION, title.description())
                .set(SECTION_TITLE.VALID_FROM, at.toEpochMilli())
                .execute();
    }

    /** Takes a section's titles away in every language but these, and sets these. */
    public void setTitles(SectionId section, Map<Language, Section.Title> titles, Instant at) {
        History.TITLES.end(
                dsl,
                at,
                SECTION_TITLE
                        .SECTION_ID
                        .eq(section.value())
                        .and(SECTION_TITLE.LANGUAGE.notIn(
                                titles.keySet().stream().map(Language::tag).toList())));
        titles.forEach((language, title) -> setTitle(section, language, title, at));
    }

    public void setPlace(SectionId section, long place, Instant at) {
        dsl.update(SECTION)
                .set(SECTION.PLACE, place)
                .where(SECTION.ID.eq(section.value()))
                .execute();
        remember(section, at);
    }

    /** The languages in which any section has a title. */
    public List<Language> languages() {
        return dsl.selectDistinct(SECTION_TITLE.LANGUAGE)
                .from(SECTION_TITLE)
                .where(History.TITLES.now())
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

    public void setPath(SectionId section, String path, Instant at) {
        dsl.update(SECTION)
                .set(SECTION.PATH, path)
                .where(SECTION.ID.eq(section.value()))
                .execute();
        remember(section, at);
    }

    /** Puts a section under another one, as its last. */
    public void setParent(SectionId section, SectionId parent, Instant at) {
        dsl.update(SECTION)
                .set(SECTION.PARENT_ID, parent.value())
                .set(SECTION.PLACE, lastPlace(parent))
                .where(SECTION.ID.eq(section.value()))
                .execute();
        remember(section, at);
    }

    /** Notes that the items of a section have yet to follow to its new address. */
    public void beginMove(SectionId section) {
        setMovingAfter(section, new ItemId(0));
    }

    /** Notes how far the items of a section have followed. */
    public void setMovingAfter(SectionId section, ItemId item) {
        dsl.update(SECTION)
                .set(SECTION.MOVING_AFTER, item.value())
                .where(SECTION.ID.eq(section.value()))
                .execute();
    }

    /** Notes that all items have followed. */
    public void endMoves() {
        dsl.update(SECTION)
                .setNull(SECTION.MOVING_AFTER)
                .where(SECTION.MOVING_AFTER.isNotNull())
                .execute();
    }

    /** An item that stands at an earlier address of its section. */
    public record Late(SectionId section, ItemId item) {}

    /** Some items that have not followed their sections yet, in the order in which they do. */
    public List<Late> late(int count) {
        var late = new ArrayList<Late>();
        for (var row : dsl.select(SECTION.ID, SECTION.MOVING_AFTER)
                .from(SECTION)
                .where(SECTION.MOVING_AFTER.isNotNull())
                .orderBy(SECTION.ID)
                .fetch()) {
            dsl.select(LIVE.ITEM_ID)
                    .from(LIVE)
                    .where(LIVE.SECTION_ID.eq(row.value1()), LIVE.ITEM_ID.gt(row.value2()))
                    .orderBy(LIVE.ITEM_ID)
                    .limit(inline(count - late.size()))
                    .forEach(item -> late.add(new Late(new SectionId(row.value1()), new ItemId(item.value1()))));
        }
        return late;
    }

    /** Marks a section as removed; its path is free for others then. */
    public void remove(SectionId section, String path, Instant at) {
        dsl.update(SECTION)
                .set(SECTION.REMOVED_AT, at.toEpochMilli())
                .set(SECTION.PATH, removedPath(section, path))
                .where(SECTION.ID.eq(section.value()))
                .execute();
        remember(section, at);
    }

    /** The section that was removed from this path last. */
    public Optional<SectionId> removedFrom(String path) {
        return dsl.select(SECTION.ID)
                .from(SECTION)
                .where(SECTION.REMOVED_AT.isNotNull(), SECTION.PATH.startsWith(path + "~"))
                .orderBy(SECTION.REMOVED_AT.desc(), SECTION.ID.desc())
                .limit(inline(1))
                .fetchOptional(row -> new SectionId(row.value1()));
    }

    /**
     * The section at this path; when it was moved or renamed since, the section that stood there last, wherever it stands
     * now.
     */
    public Optional<SectionId> followed(String path) {
        return byPath(path)
                .or(() -> dsl.select(SECTION.ID)
                        .from(SECTION_STATE)
                        .join(SECTION)
                        .on(SECTION.ID.eq(SECTION_STATE.SECTION_ID))
                        .where(SECTION_STATE.PATH.eq(path), SECTION.REMOVED_AT.isNull())
                        .orderBy(SECTION_STATE.VALID_FROM.desc(), SECTION_STATE.ID.desc())
                        .limit(inline(1))
                        .fetchOptional(row -> new SectionId(row.value1())));
    }

    /** Puts a removed section back at its path, as the last of its siblings. */
    public void restore(SectionId section, SectionId parent, String path, Instant at) {
        dsl.update(SECTION)
                .setNull(SECTION.REMOVED_AT)
                .set(SECTION.PATH, path)
                .where(SECTION.ID.eq(section.value()))
                .execute();
        setParent(section, parent, at);
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
