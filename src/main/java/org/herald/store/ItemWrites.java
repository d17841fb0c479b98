package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Picture;
import org.herald.model.Principal;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes items, revisions and publications, and reads them inside the same transaction. */
public final class ItemWrites {

    private static final List<TableField<Record, ?>> FIELDS = List.of(
            ITEM.ID,
            ITEM.KIND,
            ITEM.LANGUAGE,
            ITEM.GROUP_ID,
            ITEM.SECTION_ID,
            ITEM.SLUG,
            ITEM.STATE,
            ITEM.HEAD_ID,
            ITEM.FIRST_AT,
            ITEM.DUE_AT,
            ITEM.ORIGIN_DIGEST);
    private static final Text BY_ID = Text.of(select(FIELDS).from(ITEM).where(ITEM.ID.eq(Text.any(ITEM.ID))));
    private static final Text BY_ORIGIN =
            Text.of(select(FIELDS).from(ITEM).where(ITEM.ORIGIN.eq(Text.any(ITEM.ORIGIN))));
    private static final Text ADD = Text.insert(
            ITEM.ID,
            ITEM,
            ITEM.KIND,
            ITEM.LANGUAGE,
            ITEM.GROUP_ID,
            ITEM.SECTION_ID,
            ITEM.SLUG,
            ITEM.STATE,
            ITEM.HEAD_ID,
            ITEM.MADE_AT,
            ITEM.ORIGIN,
            ITEM.ORIGIN_DIGEST);
    private static final Text BEGIN = Text.of(DSL.update(ITEM)
            .set(ITEM.GROUP_ID, Text.any(ITEM.GROUP_ID))
            .set(ITEM.HEAD_ID, Text.any(ITEM.HEAD_ID))
            .where(ITEM.ID.eq(Text.any(ITEM.ID))));
    private static final Text ADD_REVISION = Text.insert(
            REVISION.ID,
            REVISION,
            REVISION.ITEM_ID,
            REVISION.NUMBER,
            REVISION.SAVED_AT,
            REVISION.SAVED_BY,
            REVISION.HEADLINE,
            REVISION.STANDFIRST,
            REVISION.PICTURE_ID,
            REVISION.PICTURE_ALT,
            REVISION.PICTURE_CAPTION,
            REVISION.PICTURE_CREDIT,
            REVISION.TAGS,
            REVISION.BODY,
            REVISION.FIELDS,
            REVISION.DIGEST);
    private static final Text HEADING = Text.of(select(
                    REVISION.HEADLINE,
                    REVISION.FIELDS,
                    REVISION.STANDFIRST,
                    REVISION.PICTURE_ID,
                    REVISION.PICTURE_ALT,
                    REVISION.TAGS)
            .from(REVISION)
            .where(REVISION.ID.eq(Text.any(REVISION.ID))));
    private static final Text EMBARGO = Text.of(
            select(ITEM.EMBARGO_AT).from(ITEM).where(ITEM.ID.eq(Text.any(ITEM.ID)), ITEM.EMBARGO_AT.isNotNull()));
    private static final Text UPDATE = Text.of(DSL.update(ITEM)
            .set(ITEM.STATE, Text.any(ITEM.STATE))
            .set(ITEM.SECTION_ID, Text.any(ITEM.SECTION_ID))
            .set(ITEM.SLUG, Text.any(ITEM.SLUG))
            .set(ITEM.GROUP_ID, Text.any(ITEM.GROUP_ID))
            .set(ITEM.FIRST_AT, Text.any(ITEM.FIRST_AT))
            .set(ITEM.DUE_AT, Text.any(ITEM.DUE_AT))
            .where(ITEM.ID.eq(Text.any(ITEM.ID))));
    private static final Text SET_CHANGE_STATE = Text.of(
            DSL.update(ITEM).set(ITEM.CHANGE_STATE, Text.any(ITEM.CHANGE_STATE)).where(ITEM.ID.eq(Text.any(ITEM.ID))));
    private static final Text BEGIN_PUBLICATION = Text.insert(
            PUBLICATION,
            PUBLICATION.ITEM_ID,
            PUBLICATION.REVISION_ID,
            PUBLICATION.SECTION_ID,
            PUBLICATION.PATH,
            PUBLICATION.FROM_AT,
            PUBLICATION.NOTE,
            PUBLICATION.IS_UPDATE);
    private static final Text NEWEST_UPDATE = Text.of(select(DSL.max(PUBLICATION.FROM_AT))
            .from(PUBLICATION)
            .where(PUBLICATION.ITEM_ID.eq(Text.any(PUBLICATION.ITEM_ID)), PUBLICATION.IS_UPDATE.eq(inline(1L))));

    private final DSLContext dsl;
    private final Statements statements;

    ItemWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    public Optional<Item> find(ItemId id) {
        return statements.one(ItemWrites::item, BY_ID, id.value());
    }

    /** The item that was imported under this name, with the digest of that import. */
    public Optional<Imported> byOrigin(String name) {
        return statements.one(row -> new Imported(item(row), row.getString(FIELDS.size())), BY_ORIGIN, name);
    }

    /** The items that are due at this instant, in order of their time. */
    public List<ItemId> due(Instant now, int count) {
        return dsl.select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.DUE_AT.le(now.toEpochMilli()))
                .orderBy(ITEM.DUE_AT, ITEM.ID)
                .limit(inline(count))
                .fetch(row -> new ItemId(row.value1()));
    }

    /**
     * Adds an item as a draft with its first revision; a group of nothing begins a new one.
     *
     * @param origin where it was imported from; nothing for what is written here
     */
    public ItemId add(
            KindName kind,
            Language language,
            @Nullable GroupId group,
            SectionId section,
            Slug slug,
            @Nullable Origin origin,
            Saving saving) {
        long id = statements.add(
                ADD,
                kind.word(),
                language.tag(),
                group == null ? 0L : group.value(),
                section.value(),
                slug.value(),
                State.DRAFT.word(),
                0L,
                saving.at().toEpochMilli(),
                origin == null ? null : origin.name(),
                origin == null ? null : origin.digest());
        long head = addRevision(id, 1, saving);
        statements.run(BEGIN, group == null ? id : group.value(), head, id);
        return new ItemId(id);
    }

    /** What is saved as a revision, by whom and when. */
    public record Saving(Content content, Principal principal, Instant at) {}

    /** True when the portal has items at all. */
    public boolean areAny() {
        return dsl.fetchExists(ITEM);
    }

    /** True when the group has an item in this language. */
    public boolean has(GroupId group, Language language) {
        return dsl.fetchExists(ITEM, ITEM.GROUP_ID.eq(group.value()), ITEM.LANGUAGE.eq(language.tag()));
    }

    /** Remembers where an item was imported from. */
    public void setOrigin(ItemId item, Origin origin) {
        dsl.update(ITEM)
                .set(ITEM.ORIGIN, origin.name())
                .set(ITEM.ORIGIN_DIGEST, origin.digest())
                .where(ITEM.ID.eq(item.value()))
                .execute();
    }

    /** Adds the next revision and makes it the item's head. */
    public RevisionId addRevision(ItemId item, Content content, Principal principal, Instant at) {
        Long newest = dsl.select(DSL.max(REVISION.NUMBER))
                .from(REVISION)
                .where(REVISION.ITEM_ID.eq(item.value()))
                .fetchSingle()
                .value1();
        long id = addRevision(item.value(), newest == null ? 1 : newest + 1, new Saving(content, principal, at));
        dsl.update(ITEM).set(ITEM.HEAD_ID, id).where(ITEM.ID.eq(item.value())).execute();
        return new RevisionId(id);
    }

    private long addRevision(long item, long number, Saving saving) {
        var content = saving.content();
        var picture = content.picture();
        return statements.add(
                ADD_REVISION,
                item,
                number,
                saving.at().toEpochMilli(),
                saving.principal().id().value(),
                content.headline(),
                content.standfirst(),
                picture == null ? null : picture.asset().value(),
                picture == null ? "" : picture.alt(),
                picture == null ? "" : picture.caption(),
                picture == null ? "" : picture.credit(),
                Contents.tags(content),
                content.body().html(),
                content.fields().canonical(),
                content.digest());
    }

    public Revision revision(RevisionId id) {
        return findRevision(id).orElseThrow();
    }

    /** True when one of the revisions of an item has this digest. */
    public boolean hasRevision(ItemId item, String digest) {
        return dsl.fetchExists(REVISION, REVISION.ITEM_ID.eq(item.value()), REVISION.DIGEST.eq(digest));
    }

    /** An earlier revision with the names that its fields have today. */
    public Optional<Revision> earlierRevision(RevisionId id) {
        return findRevision(id).map(revision -> FieldNames.today(dsl, revision));
    }

    public Optional<Revision> findRevision(RevisionId id) {
        return dsl.select(RevisionQueries.FIELDS)
                .from(REVISION)
                .where(REVISION.ID.eq(id.value()))
                .fetchOptional(RevisionQueries::revision);
    }

    /** The revision that was approved last, which may not be the newest. */
    public Optional<RevisionId> approved(ItemId item) {
        return dsl.select(ITEM.APPROVED_ID)
                .from(ITEM)
                .where(ITEM.ID.eq(item.value()), ITEM.APPROVED_ID.isNotNull())
                .fetchOptional(row -> new RevisionId(row.value1()));
    }

    /** Keeps which revision is approved. */
    public void approve(ItemId item, RevisionId revision) {
        dsl.update(ITEM)
                .set(ITEM.APPROVED_ID, revision.value())
                .where(ITEM.ID.eq(item.value()))
                .execute();
    }

    /** Forgets that anything was approved. */
    public void disapprove(ItemId item) {
        dsl.update(ITEM)
                .setNull(ITEM.APPROVED_ID)
                .where(ITEM.ID.eq(item.value()))
                .execute();
    }

    /** Until when an item is held back; nothing when it is not. */
    public Optional<Instant> embargo(ItemId item) {
        return statements.one(row -> Instant.ofEpochMilli(row.getLong(1)), EMBARGO, item.value());
    }

    public void setEmbargo(ItemId item, @Nullable Instant until) {
        dsl.update(ITEM)
                .set(ITEM.EMBARGO_AT, Rows.millis(until))
                .where(ITEM.ID.eq(item.value()))
                .execute();
    }

    /** The newest revision of the item with which a group of translations began. */
    public Optional<RevisionId> original(GroupId group) {
        return dsl.select(ITEM.HEAD_ID)
                .from(ITEM)
                .where(ITEM.ID.eq(group.value()))
                .fetchOptional(row -> new RevisionId(row.value1()));
    }

    /** Remembers which revision of the original a translation says. */
    public void setTranslatedFrom(ItemId item, RevisionId original) {
        dsl.update(ITEM)
                .set(ITEM.TRANSLATED_FROM, original.value())
                .where(ITEM.ID.eq(item.value()))
                .execute();
    }

    /** The revisions of the original that the translations of a group say. */
    public List<RevisionId> translated(GroupId group) {
        return dsl.selectDistinct(ITEM.TRANSLATED_FROM)
                .from(ITEM)
                .where(ITEM.GROUP_ID.eq(group.value()), ITEM.TRANSLATED_FROM.isNotNull())
                .fetch(row -> new RevisionId(row.value1()));
    }

    /** Makes the imported translations that say one revision of their original say another. */
    public void follow(GroupId group, RevisionId before, RevisionId after) {
        dsl.update(ITEM)
                .set(ITEM.TRANSLATED_FROM, after.value())
                .where(ITEM.GROUP_ID.eq(group.value()), ITEM.TRANSLATED_FROM.eq(before.value()))
                .and(ITEM.ORIGIN.isNotNull())
                .execute();
    }

    /** Makes all translations that say what one revision of their original says, say another, which has the same words. */
    public void followAll(GroupId group, RevisionId before, RevisionId after) {
        var said = DSL.select(REVISION.DIGEST).from(REVISION).where(REVISION.ID.eq(before.value()));
        dsl.update(ITEM)
                .set(ITEM.TRANSLATED_FROM, after.value())
                .where(ITEM.GROUP_ID.eq(group.value()), ITEM.ID.ne(group.value()))
                .and(ITEM.TRANSLATED_FROM.in(DSL.select(REVISION.ID)
                        .from(REVISION)
                        .where(REVISION.ITEM_ID.eq(group.value()), REVISION.DIGEST.eq(said))))
                .execute();
    }

    /** Keeps what a verb changed of an item: state, instants, section and slug. */
    public void update(Item item) {
        statements.run(
                UPDATE,
                item.state().word(),
                item.section().value(),
                item.slug().value(),
                item.group().value(),
                Rows.millis(item.firstAt()),
                Rows.millis(item.dueAt()),
                item.id().value());
    }

    /** The words of a revision for lists: its body is empty. */
    public Content heading(RevisionId id) {
        return statements.one(ItemWrites::heading, HEADING, id.value()).orElseThrow();
    }

    /** Puts every item and draft of a section, none of which readers see, under another one; gives the items. */
    public List<ItemId> leave(SectionId from, SectionId to) {
        var items = dsl.select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.SECTION_ID.eq(from.value()))
                .orderBy(ITEM.ID)
                .fetch(row -> new ItemId(row.value1()));
        dsl.update(ITEM)
                .set(ITEM.SECTION_ID, to.value())
                .where(ITEM.SECTION_ID.eq(from.value()))
                .execute();
        dsl.update(DRAFT)
                .set(DRAFT.SECTION_ID, to.value())
                .where(DRAFT.SECTION_ID.eq(from.value()))
                .execute();
        return items;
    }

    /** When the newest correction of an item was published. */
    public Optional<Instant> newestCorrection(ItemId item) {
        return dsl.select(PUBLICATION.FROM_AT)
                .from(PUBLICATION)
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.NOTE.isNotNull())
                .orderBy(PUBLICATION.ID.desc())
                .limit(inline(1))
                .fetchOptional(row -> Instant.ofEpochMilli(row.value1()));
    }

    /** When an item was last brought up to date without a correction. */
    public Optional<Instant> newestUpdate(ItemId item) {
        return statements
                .one(row -> Optional.ofNullable(instant(row, 1)), NEWEST_UPDATE, item.value())
                .flatMap(newest -> newest);
    }

    /**
     * Why a publication begins.
     *
     * @param note what readers are told, when it is a correction
     * @param isUpdate true when it brings a live item up to date without one
     */
    public record Occasion(Instant at, @Nullable String note, boolean isUpdate) {}

    /** Begins a publication: from now on readers see this revision at this address. */
    public void beginPublication(ItemId item, RevisionId revision, SectionId section, String path, Occasion occasion) {
        statements.run(
                BEGIN_PUBLICATION,
                item.value(),
                revision.value(),
                section.value(),
                path,
                occasion.at().toEpochMilli(),
                occasion.note(),
                occasion.isUpdate() ? 1 : 0);
    }

    /** The fields of the revision that readers see, or saw last; none when they never saw any. */
    public Fields shownFields(ItemId item) {
        return lastShown(item)
                .map(revision -> dsl.select(REVISION.FIELDS)
                        .from(REVISION)
                        .where(REVISION.ID.eq(revision.value()))
                        .fetchSingle(row -> StoredContent.fields(row.value1())))
                .orElse(Fields.NONE);
    }

    /** The revision that readers see, or saw last; empty when they never saw any. */
    public Optional<RevisionId> lastShown(ItemId item) {
        return dsl.select(PUBLICATION.REVISION_ID)
                .from(PUBLICATION)
                .where(PUBLICATION.ITEM_ID.eq(item.value()))
                .orderBy(PUBLICATION.ID.desc())
                .limit(inline(1))
                .fetchOptional(row -> new RevisionId(row.value1()));
    }

    /** The state of the change that waits behind what readers see, or saw; empty when none waits. */
    public Optional<State> changeState(ItemId item) {
        return dsl.select(ITEM.CHANGE_STATE)
                .from(ITEM)
                .where(ITEM.ID.eq(item.value()), ITEM.CHANGE_STATE.isNotNull())
                .fetchOptional(row -> State.of(row.value1()));
    }

    /** Keeps the state of the change that waits; null when none does. */
    public void setChangeState(ItemId item, @Nullable State state) {
        statements.run(SET_CHANGE_STATE, state == null ? null : state.word(), item.value());
    }

    /** Ends the current publication of an item, if it has one; a reason is given when it is withdrawn. */
    public void endPublication(ItemId item, Instant until, @Nullable String reason) {
        dsl.update(PUBLICATION)
                .set(PUBLICATION.UNTIL_AT, until.toEpochMilli())
                .set(PUBLICATION.REASON, reason)
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.UNTIL_AT.isNull())
                .execute();
    }

    /** The item of a row with {@link #FIELDS}. */
    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new ItemId(row.getLong(1)),
                new KindName(row.getString(2)),
                new Language(row.getString(3)),
                new GroupId(row.getLong(4)),
                new SectionId(row.getLong(5)),
                new Slug(row.getString(6)),
                State.of(row.getString(7)),
                new RevisionId(row.getLong(8)),
                instant(row, 9),
                instant(row, 10));
    }

    private static Content heading(ResultSet row) throws SQLException {
        long picture = row.getLong(4);
        return new Content(
                row.getString(1),
                row.getString(3),
                picture == 0 ? null : new Picture(new AssetId(picture), row.getString(5), "", ""),
                Contents.tags(row.getString(6)),
                Body.EMPTY,
                StoredContent.fields(row.getString(2)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
