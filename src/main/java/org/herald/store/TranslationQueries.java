package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.REVISION;

import java.util.List;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.RevisionId;
import org.herald.model.State;
import org.herald.model.Translation;
import org.herald.store.schema.tables.Item;
import org.herald.store.schema.tables.Revision;
import org.jooq.Record;

/** The items of a group of translations, and what each was made from. */
public final class TranslationQueries {

    private static final Revision BASE = REVISION.as("base");
    private static final Item SOURCE = ITEM.as("source");

    private final Database database;

    public TranslationQueries(Database database) {
        this.database = database;
    }

    /** All of them, whatever readers see; the original, with which the group began, first. */
    public List<Translation> of(GroupId group) {
        return database.reading()
                .select(ITEM.ID, ITEM.LANGUAGE, ITEM.STATE, ITEM.HEAD_ID, REVISION.HEADLINE)
                .select(BASE.ID, BASE.NUMBER, SOURCE.ID, SOURCE.HEAD_ID, DESK.IS_STALE)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .join(DESK)
                .on(DESK.ITEM_ID.eq(ITEM.ID))
                .leftJoin(BASE)
                .on(BASE.ID.eq(ITEM.TRANSLATED_FROM))
                .leftJoin(SOURCE)
                .on(SOURCE.ID.eq(BASE.ITEM_ID))
                .where(ITEM.GROUP_ID.eq(group.value()))
                .orderBy(ITEM.ID)
                .fetch(TranslationQueries::translation);
    }

    /** The others of the group of an item, whatever readers see. */
    public List<Translation> besides(org.herald.model.Item item) {
        return of(item.group()).stream()
                .filter(other -> !other.item().equals(item.id()))
                .toList();
    }

    private static Translation translation(Record row) {
        Long from = row.get(BASE.ID);
        return new Translation(
                new ItemId(row.get(ITEM.ID)),
                new Language(row.get(ITEM.LANGUAGE)),
                State.of(row.get(ITEM.STATE)),
                row.get(REVISION.HEADLINE),
                new RevisionId(row.get(ITEM.HEAD_ID)),
                from == null
                        ? null
                        : new Translation.Source(
                                new ItemId(row.get(SOURCE.ID)),
                                new RevisionId(from),
                                row.get(BASE.NUMBER),
                                new RevisionId(row.get(SOURCE.HEAD_ID))),
                row.get(DESK.IS_STALE) == 1);
    }
}
