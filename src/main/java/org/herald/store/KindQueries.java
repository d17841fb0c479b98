package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.FIELD_RENAMED;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.KIND_DECLARED;
import static org.herald.store.schema.Tables.KIND_REWRITE;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.DraftId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.RevisionId;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.store.schema.tables.Live;
import org.herald.store.schema.tables.Revision;
import org.jooq.impl.DSL;

/** The kinds that were applied last, and the items and values there are of each. */
public final class KindQueries {

    private static final Live LENT = LIVE.as("lent");
    private static final Revision SHOWN = REVISION.as("shown");

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

    /** Of each kind the fields that were removed, so that it is known what the values are that items keep of them. */
    public Map<KindName, String> removed() {
        return declared(KindWrites.REMOVED);
    }

    /** The fields that got another name when declarations were applied last: of each kind the later names by the earlier. */
    public Map<KindName, Map<String, String>> renamedLast() {
        var renamed = new LinkedHashMap<KindName, Map<String, String>>();
        database.reading()
                .select(FIELD_RENAMED.KIND, FIELD_RENAMED.EARLIER, FIELD_RENAMED.LATER)
                .from(FIELD_RENAMED)
                .where(FIELD_RENAMED.APPLIED_AT.in(DSL.select(KIND_DECLARED.APPLIED_AT)
                        .from(KIND_DECLARED)
                        .where(KIND_DECLARED.IS_BEFORE.eq(KindWrites.NOW))))
                .forEach(row -> renamed.computeIfAbsent(new KindName(row.value1()), _ -> new LinkedHashMap<>())
                        .put(row.value2(), row.value3()));
        return renamed;
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
     * @param after the revision that it got
     * @param isHead true when no other revision was saved since
     */
    public record Rewritten(ItemId item, Fields before, RevisionId after, boolean isHead) {}

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
                        new RevisionId(row.value3()),
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
     * @param isLending true when readers see a translation of it, which has its shared fields
     * @param shown the fields of the revision that readers see, or saw last; those of this one when they never saw any
     */
    public record Head(
            ItemId item,
            RevisionId revision,
            Language language,
            boolean isTranslation,
            boolean isLive,
            boolean isShown,
            boolean isLending,
            Fields fields,
            Fields shown) {}

    /** The heads of a kind's items in the order of their identities, some at a time. */
    public List<Head> heads(KindName kind, ItemId after, int most) {
        var newest =
                DSL.field(DSL.select(DSL.max(PUBLICATION.ID)).from(PUBLICATION).where(PUBLICATION.ITEM_ID.eq(ITEM.ID)));
        var isLending = DSL.field(
                DSL.exists(DSL.selectOne().from(LENT).where(LENT.GROUP_ID.eq(ITEM.ID), LENT.ITEM_ID.ne(ITEM.ID))));
        return database.reading()
                .select(
                        ITEM.ID,
                        ITEM.HEAD_ID,
                        ITEM.LANGUAGE,
                        ITEM.GROUP_ID,
                        LIVE.REVISION_ID,
                        isLending,
                        REVISION.FIELDS,
                        SHOWN.FIELDS)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .leftJoin(PUBLICATION)
                .on(PUBLICATION.ID.eq(newest))
                .leftJoin(SHOWN)
                .on(SHOWN.ID.eq(PUBLICATION.REVISION_ID))
                .where(ITEM.KIND.eq(kind.word()), ITEM.ID.gt(after.value()))
                .orderBy(ITEM.ID)
                .limit(most)
                .fetch(row -> new Head(
                        new ItemId(row.value1()),
                        new RevisionId(row.value2()),
                        new Language(row.value3()),
                        !row.value1().equals(row.value4()),
                        row.value5() != null,
                        row.value2().equals(row.value5()),
                        row.value6(),
                        StoredContent.fields(row.value7()),
                        StoredContent.fields(row.value8() == null ? row.value7() : row.value8())));
    }

    /**
     * What someone is typing.
     *
     * @param item absent for a new one
     */
    public record OpenDraft(DraftId id, Optional<ItemId> item, boolean isTranslation, Fields fields) {}

    /** The open drafts of a kind. */
    public List<OpenDraft> drafts(KindName kind) {
        var drafts = new ArrayList<OpenDraft>();
        try (var rows = database.reading()
                .select(DRAFT.ID, DRAFT.ITEM_ID, DRAFT.GROUP_ID, ITEM.GROUP_ID, DRAFT.CONTENT)
                .from(DRAFT)
                .leftJoin(ITEM)
                .on(ITEM.ID.eq(DRAFT.ITEM_ID))
                .where(DRAFT.KIND.eq(kind.word()).or(ITEM.KIND.eq(kind.word())))
                .orderBy(DRAFT.ID)
                .fetchSize(100)
                .fetchLazy()) {
            rows.forEach(row -> drafts.add(new OpenDraft(
                    new DraftId(row.value1()),
                    Optional.ofNullable(row.value2()).map(ItemId::new),
                    row.value2() == null ? row.value3() != null : !row.value2().equals(row.value4()),
                    StoredContent.content(row.value5()).fields())));
        }
        return drafts;
    }
}
