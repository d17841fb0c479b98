package org.herald.store;

import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REVISION;

import java.util.Optional;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
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
     * @param approved the revision that was approved last, nothing when none is
     * @param shown the revision that readers see now, nothing when they see none
     * @param path where readers see it, nothing when they do not
     */
    public record OpenItem(
            Item item,
            Revision head,
            @Nullable RevisionId approved,
            @Nullable RevisionId shown,
            @Nullable String path) {

        /** True when readers see something else than the newest revision. */
        public boolean isAhead() {
            return shown != null && !shown.equals(head.id());
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
                    Item item = ItemWrites.item(row);
                    return new OpenItem(
                            item,
                            head(item),
                            revision(row.get(ITEM.APPROVED_ID)),
                            revision(row.get(LIVE.REVISION_ID)),
                            row.get(LIVE.PATH));
                });
    }

    private Revision head(Item item) {
        return database.reading()
                .selectFrom(REVISION)
                .where(REVISION.ID.eq(item.head().value()))
                .fetchSingle(RevisionQueries::revision);
    }

    private static @Nullable RevisionId revision(@Nullable Long id) {
        return id == null ? null : new RevisionId(id);
    }
}
