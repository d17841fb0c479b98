package org.herald.store;

import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REVISION;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.State;
import org.jspecify.annotations.Nullable;

/** An item as the newsroom opens it, whatever readers see of it. */
public final class OpenItemQueries {

    private final Database database;

    public OpenItemQueries(Database database) {
        this.database = database;
    }

    /**
     * An item with its newest revision.
     *
     * @param change the state of the change that waits: draft, in review or approved; null when none does
     * @param approved the revision that was approved last, nothing when none is
     * @param shown the revision that readers see now, nothing when they see none
     * @param path where readers see it, nothing when they do not
     * @param embargoAt until when it is held back, nothing when it is not
     */
    public record OpenItem(
            Item item,
            Revision head,
            @Nullable State change,
            @Nullable RevisionId approved,
            @Nullable RevisionId shown,
            @Nullable String path,
            @Nullable Instant embargoAt) {

        /** True while nobody outside the newsroom may see it. */
        public boolean isHeldBackAt(Instant now) {
            return embargoAt != null && now.isBefore(embargoAt);
        }

        /** True when the newest revision says something else than what readers see, or saw last. */
        public boolean hasChange() {
            return change != null;
        }

        /** True when the newest revision is approved. */
        public boolean isApproved() {
            return item.state().hasBeenLive()
                    ? change == State.APPROVED
                    : head.id().equals(approved);
        }
    }

    public Optional<OpenItem> find(ItemId id) {
        return database.reading()
                .select(ITEM.asterisk(), LIVE.REVISION_ID, LIVE.PATH)
                .from(ITEM)
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .where(ITEM.ID.eq(id.value()))
                .fetchOptional(row -> {
                    Item item = Rows.item(row);
                    return new OpenItem(
                            item,
                            head(item),
                            state(row.get(ITEM.CHANGE_STATE)),
                            revision(row.get(ITEM.APPROVED_ID)),
                            revision(row.get(LIVE.REVISION_ID)),
                            row.get(LIVE.PATH),
                            Rows.instant(row.get(ITEM.EMBARGO_AT)));
                });
    }

    private Revision head(Item item) {
        return database.reading()
                .select(RevisionQueries.FIELDS)
                .from(REVISION)
                .where(REVISION.ID.eq(item.head().value()))
                .fetchSingle(RevisionQueries::revision);
    }

    private static @Nullable State state(@Nullable String word) {
        return word == null ? null : State.of(word);
    }

    private static @Nullable RevisionId revision(@Nullable Long id) {
        return id == null ? null : new RevisionId(id);
    }
}
