package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PLAN_PREVIEW;
import static org.herald.store.schema.Tables.REVISION;
import static org.herald.store.schema.Tables.SECTION;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Planned;
import org.herald.model.SectionId;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/** What is planned of the outline, and who may look at it. */
public final class PlanQueries {

    private final Database database;

    public PlanQueries(Database database) {
        this.database = database;
    }

    /** The whole plan, oldest change first. */
    public List<Planned> all() {
        return PlannedRows.all(database.reading());
    }

    /** True when the secret with this digest lets somebody look at the plan now. */
    public boolean isPreview(String digest, Instant now) {
        return database.reading()
                .fetchExists(
                        PLAN_PREVIEW, PLAN_PREVIEW.DIGEST.eq(digest), PLAN_PREVIEW.UNTIL_AT.gt(now.toEpochMilli()));
    }

    /** How many items readers see in each section, those of sections below not counted. */
    public Map<SectionId, Integer> liveItems() {
        return database.reading()
                .select(LIVE.SECTION_ID, count())
                .from(LIVE)
                .groupBy(LIVE.SECTION_ID)
                .fetchMap(row -> new SectionId(row.value1()), Record2::value2);
    }

    /** True while items of a section that was moved have not all followed to its new address. */
    public boolean isMoving() {
        return database.reading().fetchExists(SECTION, SECTION.MOVING_AFTER.isNotNull());
    }

    /** How many items of a section that was moved have not followed to its new address yet. */
    public int late(SectionId section) {
        return database.reading()
                .select(count())
                .from(LIVE)
                .join(SECTION)
                .on(SECTION.ID.eq(LIVE.SECTION_ID))
                .where(SECTION.ID.eq(section.value()), LIVE.ITEM_ID.gt(SECTION.MOVING_AFTER))
                .fetchSingle()
                .value1();
    }

    /**
     * An item as something that can be led to.
     *
     * @param path where readers see it; nothing when they do not
     */
    public record Named(String headline, @Nullable String path) {}

    /** What these items are called. */
    public Map<ItemId, Named> named(Collection<ItemId> items) {
        return items.isEmpty()
                ? Map.of()
                : database.reading()
                        .select(ITEM.ID, REVISION.HEADLINE, LIVE.PATH)
                        .from(ITEM)
                        .join(REVISION)
                        .on(REVISION.ID.eq(ITEM.HEAD_ID))
                        .leftJoin(LIVE)
                        .on(LIVE.ITEM_ID.eq(ITEM.ID))
                        .where(ITEM.ID.in(items.stream().map(ItemId::value).toList()))
                        .fetchMap(row -> new ItemId(row.value1()), row -> new Named(row.value2(), row.value3()));
    }

    /** The file of a picture. */
    public Optional<Asset> asset(AssetId id) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ID.eq(id.value()))
                .fetchOptional(Rows::asset);
    }
}
