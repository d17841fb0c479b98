package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.Actor;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Kind;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes items, revisions and publications, and reads them inside the same transaction. */
public final class ItemWrites {

    private final DSLContext dsl;

    ItemWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Item> find(ItemId id) {
        return dsl.selectFrom(ITEM).where(ITEM.ID.eq(id.value())).fetchOptional(ItemWrites::item);
    }

    /** The item that was imported under this name, with the digest of that import. */
    public Optional<Imported> byOrigin(String name) {
        return dsl.selectFrom(ITEM)
                .where(ITEM.ORIGIN.eq(name))
                .fetchOptional(row -> new Imported(item(row), row.get(ITEM.ORIGIN_DIGEST)));
    }

    /** The items that are due at this instant, in order of their time. */
    public List<ItemId> due(Instant now, int count) {
        return dsl.select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.DUE_AT.le(now.toEpochMilli()))
                .orderBy(ITEM.DUE_AT, ITEM.ID)
                .limit(count)
                .fetch(row -> new ItemId(row.value1()));
    }

    /** Adds an item with its first revision; a group of nothing begins a new one. */
    public ItemId add(
            Kind kind, Language language, @Nullable GroupId group, SectionId section, Slug slug, Instant madeAt) {
        long id = dsl.insertInto(ITEM)
                .set(ITEM.KIND, kind.word())
                .set(ITEM.LANGUAGE, language.tag())
                .set(ITEM.GROUP_ID, group == null ? 0 : group.value())
                .set(ITEM.SECTION_ID, section.value())
                .set(ITEM.SLUG, slug.value())
                .set(ITEM.STATE, State.DRAFT.word())
                .set(ITEM.HEAD_ID, 0L)
                .set(ITEM.MADE_AT, madeAt.toEpochMilli())
                .returning(ITEM.ID)
                .fetchSingle(row -> row.get(ITEM.ID));
        if (group == null) {
            dsl.update(ITEM).set(ITEM.GROUP_ID, id).where(ITEM.ID.eq(id)).execute();
        }
        return new ItemId(id);
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
    public RevisionId addRevision(ItemId item, Content content, Actor actor, Instant at) {
        Long newest = dsl.select(DSL.max(REVISION.NUMBER))
                .from(REVISION)
                .where(REVISION.ITEM_ID.eq(item.value()))
                .fetchSingle()
                .value1();
        var picture = content.picture();
        long id = dsl.insertInto(REVISION)
                .set(REVISION.ITEM_ID, item.value())
                .set(REVISION.NUMBER, newest == null ? 1 : newest + 1)
                .set(REVISION.SAVED_AT, at.toEpochMilli())
                .set(REVISION.SAVED_BY, actor.name())
                .set(REVISION.HEADLINE, content.headline())
                .set(REVISION.KICKER, content.kicker())
                .set(REVISION.STANDFIRST, content.standfirst())
                .set(REVISION.DATELINE_PLACE, content.attribution().place())
                .set(REVISION.BYLINE, content.attribution().byline())
                .set(REVISION.SOURCE, content.attribution().source())
                .set(
                        REVISION.PICTURE_ID,
                        picture == null ? null : picture.asset().value())
                .set(REVISION.PICTURE_ALT, picture == null ? "" : picture.alt())
                .set(REVISION.PICTURE_CAPTION, picture == null ? "" : picture.caption())
                .set(REVISION.PICTURE_CREDIT, picture == null ? "" : picture.credit())
                .set(REVISION.TAGS, Contents.tags(content))
                .set(REVISION.BODY, content.body().html())
                .returning(REVISION.ID)
                .fetchSingle(row -> row.get(REVISION.ID));
        dsl.update(ITEM).set(ITEM.HEAD_ID, id).where(ITEM.ID.eq(item.value())).execute();
        return new RevisionId(id);
    }

    public Revision revision(RevisionId id) {
        return findRevision(id).orElseThrow();
    }

    public Optional<Revision> findRevision(RevisionId id) {
        return dsl.selectFrom(REVISION).where(REVISION.ID.eq(id.value())).fetchOptional(RevisionQueries::revision);
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

    /** Keeps what a verb changed of an item: state, instants, section and slug. */
    public void update(Item item) {
        dsl.update(ITEM)
                .set(ITEM.STATE, item.state().word())
                .set(ITEM.SECTION_ID, item.section().value())
                .set(ITEM.SLUG, item.slug().value())
                .set(ITEM.GROUP_ID, item.group().value())
                .set(ITEM.FIRST_AT, Rows.millis(item.firstAt()))
                .set(ITEM.DUE_AT, Rows.millis(item.dueAt()))
                .where(ITEM.ID.eq(item.id().value()))
                .execute();
    }

    /** Puts every item and draft of a section, none of which readers see, under another one. */
    public void leave(SectionId from, SectionId to) {
        dsl.update(ITEM)
                .set(ITEM.SECTION_ID, to.value())
                .where(ITEM.SECTION_ID.eq(from.value()))
                .execute();
        dsl.update(DRAFT)
                .set(DRAFT.SECTION_ID, to.value())
                .where(DRAFT.SECTION_ID.eq(from.value()))
                .execute();
    }

    /** When the newest correction of an item was published. */
    public Optional<Instant> newestCorrection(ItemId item) {
        return dsl.select(PUBLICATION.FROM_AT)
                .from(PUBLICATION)
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.NOTE.isNotNull())
                .orderBy(PUBLICATION.ID.desc())
                .limit(1)
                .fetchOptional(row -> Instant.ofEpochMilli(row.value1()));
    }

    /** Begins a publication: from now on readers see this revision at this address. */
    public void beginPublication(
            ItemId item, RevisionId revision, SectionId section, String path, Instant from, @Nullable String note) {
        dsl.insertInto(PUBLICATION)
                .set(PUBLICATION.ITEM_ID, item.value())
                .set(PUBLICATION.REVISION_ID, revision.value())
                .set(PUBLICATION.SECTION_ID, section.value())
                .set(PUBLICATION.PATH, path)
                .set(PUBLICATION.FROM_AT, from.toEpochMilli())
                .set(PUBLICATION.NOTE, note)
                .execute();
    }

    /** Ends the current publication of an item, if it has one; a reason is given when it is withdrawn. */
    public void endPublication(ItemId item, Instant until, @Nullable String reason) {
        dsl.update(PUBLICATION)
                .set(PUBLICATION.UNTIL_AT, until.toEpochMilli())
                .set(PUBLICATION.REASON, reason)
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.UNTIL_AT.isNull())
                .execute();
    }

    static Item item(Record row) {
        return new Item(
                new ItemId(row.get(ITEM.ID)),
                Kind.of(row.get(ITEM.KIND)),
                new Language(row.get(ITEM.LANGUAGE)),
                new GroupId(row.get(ITEM.GROUP_ID)),
                new SectionId(row.get(ITEM.SECTION_ID)),
                new Slug(row.get(ITEM.SLUG)),
                State.of(row.get(ITEM.STATE)),
                new RevisionId(row.get(ITEM.HEAD_ID)),
                Rows.instant(row.get(ITEM.FIRST_AT)),
                Rows.instant(row.get(ITEM.DUE_AT)));
    }
}
