package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Kind;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** How rows become the model's records: the one place that knows both. */
final class Rows {

    static final List<SelectField<?>> ASSET_FIELDS =
            List.of(ASSET.ID, ASSET.NAME, ASSET.MEDIA_TYPE, ASSET.HASH, ASSET.BYTES, ASSET.WIDTH, ASSET.HEIGHT);

    /** The columns of a live item, with its picture's: the query must left join {@code asset}. */
    static final List<SelectField<?>> LIVE_FIELDS = List.of(
            LIVE.ITEM_ID,
            LIVE.KIND,
            LIVE.LANGUAGE,
            LIVE.SECTION_ID,
            LIVE.PATH,
            LIVE.HEADLINE,
            LIVE.KICKER,
            LIVE.STANDFIRST,
            LIVE.PICTURE_ALT,
            LIVE.PUBLISHED_AT,
            LIVE.PUBLISHED_DAY,
            LIVE.CORRECTED_AT,
            ASSET.ID,
            ASSET.NAME,
            ASSET.MEDIA_TYPE,
            ASSET.HASH,
            ASSET.BYTES,
            ASSET.WIDTH,
            ASSET.HEIGHT);

    private Rows() {}

    /** An item of a row with all its columns. */
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
                instant(row.get(ITEM.FIRST_AT)),
                instant(row.get(ITEM.DUE_AT)));
    }

    static LiveItem liveItem(Record row) {
        Asset asset = asset(row);
        return new LiveItem(
                new ItemId(row.get(LIVE.ITEM_ID)),
                Kind.of(row.get(LIVE.KIND)),
                new Language(row.get(LIVE.LANGUAGE)),
                new SectionId(row.get(LIVE.SECTION_ID)),
                row.get(LIVE.PATH),
                row.get(LIVE.HEADLINE),
                row.get(LIVE.KICKER),
                row.get(LIVE.STANDFIRST),
                asset == null ? null : new LiveItem.Thumbnail(asset, row.get(LIVE.PICTURE_ALT)),
                Instant.ofEpochMilli(row.get(LIVE.PUBLISHED_AT)),
                LocalDate.parse(row.get(LIVE.PUBLISHED_DAY)),
                instant(row.get(LIVE.CORRECTED_AT)));
    }

    /** The asset of a row, or nothing where the left join found none. */
    static @Nullable Asset asset(Record row) {
        Long id = row.get(ASSET.ID);
        if (id == null) {
            return null;
        }
        String hash = row.get(ASSET.HASH);
        return new Asset(
                new AssetId(id),
                row.get(ASSET.NAME),
                row.get(ASSET.MEDIA_TYPE),
                hash == null ? "" : hash,
                row.get(ASSET.BYTES),
                Math.toIntExact(row.get(ASSET.WIDTH)),
                Math.toIntExact(row.get(ASSET.HEIGHT)));
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
