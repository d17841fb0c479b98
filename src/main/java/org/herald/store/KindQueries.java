package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.KIND_DECLARED;
import static org.herald.store.schema.Tables.KIND_REWRITE;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REVISION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.jooq.impl.DSL;

/** The kinds that were applied last, and the items and values there are of each. */
public final class KindQueries {

    private final Database database;

    public KindQueries(Database database) {
        this.database = database;
    }

    /** The canonical texts of the declarations that were applied last. */
    public Map<KindName, String> declared() {
        return declared(KindWrites.NOW);
    }

    /** Those that were applied before them. */
    public Map<KindName, String> declaredBefore() {
        return declared(KindWrites.BEFORE);
    }

    private Map<KindName, String> declared(long isBefore) {
        var declared = new LinkedHashMap<KindName, String>();
        database.reading()
                .select(KIND_DECLARED.KIND, KIND_DECLARED.DECLARED)
                .from(KIND_DECLARED)
                .where(KIND_DECLARED.IS_BEFORE.eq(isBefore))
                .orderBy(KIND_DECLARED.KIND)
                .forEach(row -> declared.put(new KindName(row.value1()), row.value2()));
        return declared;
    }

    /**
     * An item that got a new revision when declarations were applied last.
     *
     * @param before its fields in the revision before
     * @param isHead true when no other revision was saved since
     */
    public record Rewritten(ItemId item, Fields before, boolean isHead) {}

    public List<Rewritten> rewritten() {
        return database.reading()
                .select(KIND_REWRITE.ITEM_ID, REVISION.FIELDS, KIND_REWRITE.AFTER_ID, ITEM.HEAD_ID)
                .from(KIND_REWRITE)
                .join(REVISION)
                .on(REVISION.ID.eq(KIND_REWRITE.BEFORE_ID))
                .join(ITEM)
                .on(ITEM.ID.eq(KIND_REWRITE.ITEM_ID))
                .orderBy(KIND_REWRITE.ITEM_ID)
                .fetch(row -> new Rewritten(
                        new ItemId(row.value1()),
                        StoredContent.fields(row.value2()),
                        row.value3().equals(row.value4())));
    }

    /** How many items there are of a kind in a state. */
    public record Count(KindName kind, State state, long items) {}

    /** By kind and state, without those of which there is no item. */
    public List<Count> counts() {
        return database.reading()
                .select(ITEM.KIND, ITEM.STATE, DSL.count())
                .from(ITEM)
                .groupBy(ITEM.KIND, ITEM.STATE)
                .orderBy(ITEM.KIND, ITEM.STATE)
                .fetch(row -> new Count(new KindName(row.value1()), State.of(row.value2()), row.value3()));
    }

    /**
     * The newest revision of an item.
     *
     * @param isLive true when readers see the item
     * @param isShown true when they see this revision
     */
    public record Head(
            ItemId item, Language language, boolean isTranslation, boolean isLive, boolean isShown, Fields fields) {}

    /** The heads of a kind's items in the order of their identities, some at a time. */
    public List<Head> heads(KindName kind, ItemId after, int most) {
        return database.reading()
                .select(ITEM.ID, ITEM.LANGUAGE, ITEM.GROUP_ID, ITEM.HEAD_ID, LIVE.REVISION_ID, REVISION.FIELDS)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .where(ITEM.KIND.eq(kind.word()), ITEM.ID.gt(after.value()))
                .orderBy(ITEM.ID)
                .limit(most)
                .fetch(row -> new Head(
                        new ItemId(row.value1()),
                        new Language(row.value2()),
                        !row.value1().equals(row.value3()),
                        row.value5() != null,
                        row.value4().equals(row.value5()),
                        StoredContent.fields(row.value6())));
    }

    /** The fields that open drafts of a kind have. */
    public List<Fields> drafts(KindName kind) {
        var drafts = new ArrayList<Fields>();
        try (var rows = database.reading()
                .select(DRAFT.CONTENT)
                .from(DRAFT)
                .leftJoin(ITEM)
                .on(ITEM.ID.eq(DRAFT.ITEM_ID))
                .where(DRAFT.KIND.eq(kind.word()).or(ITEM.KIND.eq(kind.word())))
                .fetchSize(100)
                .fetchLazy()) {
            rows.forEach(row -> drafts.add(StoredContent.content(row.value1()).fields()));
        }
        return drafts;
    }
}
