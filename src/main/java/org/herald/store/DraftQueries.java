package org.herald.store;

import static org.herald.store.schema.Tables.DRAFT;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.ItemSettings;
import org.herald.model.Language;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.jooq.Record;
import org.jooq.SelectField;

/** What editors are typing. */
public final class DraftQueries {

    /** What {@link #draft} reads. */
    static final List<SelectField<?>> FIELDS = PrincipalRows.fields(DRAFT, DRAFT.ACCOUNT_ID);

    private final Database database;

    public DraftQueries(Database database) {
        this.database = database;
    }

    public Optional<Draft> find(DraftId id) {
        return database.reading()
                .select(FIELDS)
                .from(DRAFT)
                .where(DRAFT.ID.eq(id.value()))
                .fetchOptional(DraftQueries::draft);
    }

    /** Who types in an item: every draft of it, in the order in which they were begun. */
    public List<Draft> of(ItemId item) {
        return database.reading()
                .select(FIELDS)
                .from(DRAFT)
                .where(DRAFT.ITEM_ID.eq(item.value()))
                .orderBy(DRAFT.ID)
                .fetch(DraftQueries::draft);
    }

    /** The drafts of an account, of items and of new ones, those begun last before the others. */
    public List<Draft> by(long account, int count) {
        return database.reading()
                .select(FIELDS)
                .from(DRAFT)
                .where(DRAFT.ACCOUNT_ID.eq(account))
                .orderBy(DRAFT.ID.desc())
                .limit(inline(count))
                .fetch(DraftQueries::draft);
    }

    static Draft draft(Record row) {
        return new Draft(
                new DraftId(row.get(DRAFT.ID)),
                about(row),
                row.get(DRAFT.ACCOUNT_ID),
                PrincipalRows.principal(row, DRAFT.ACCOUNT_ID),
                Instant.ofEpochMilli(row.get(DRAFT.TYPED_AT)),
                row.get(DRAFT.VERSION),
                StoredContent.content(row.get(DRAFT.CONTENT)),
                settings(row));
    }

    private static Draft.About about(Record row) {
        Long item = row.get(DRAFT.ITEM_ID);
        if (item != null) {
            return new Draft.OfItem(new ItemId(item), new RevisionId(row.get(DRAFT.BASE_ID)));
        }
        Long group = row.get(DRAFT.GROUP_ID);
        Long original = row.get(DRAFT.BASE_ID);
        return new Draft.OfNew(
                new KindName(row.get(DRAFT.KIND)),
                new Language(row.get(DRAFT.LANGUAGE)),
                group == null ? null : new GroupId(group),
                new SectionId(row.get(DRAFT.SECTION_ID)),
                original == null ? null : new RevisionId(original));
    }

    private static ItemSettings settings(Record row) {
        Long section = row.get(DRAFT.WISHED_SECTION);
        return new ItemSettings(
                section == null ? null : new SectionId(section),
                row.get(DRAFT.WISHED_SLUG),
                row.get(DRAFT.WISHED_EMBARGO));
    }
}
