package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.KindName;
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
            LIVE.CARD,
            LIVE.STANDFIRST,
            LIVE.PICTURE_ALT,
            LIVE.PUBLISHED_AT,
            LIVE.PUBLISHED_DAY,
            LIVE.CORRECTED_AT,
            LIVE.UPDATED_AT,
            ASSET.ID,
            ASSET.NAME,
            ASSET.MEDIA_TYPE,
            ASSET.HASH,
            ASSET.BYTES,
            ASSET.WIDTH,
            ASSET.HEIGHT);

    private static final int ASSET_PLACE = LIVE_FIELDS.size() - ASSET_FIELDS.size();

    private Rows() {}

    /** An item of a row with all its columns. */
    static Item item(Record row) {
        return new Item(
                new ItemId(row.get(ITEM.ID)),
                new KindName(row.get(ITEM.KIND)),
                new Language(row.get(ITEM.LANGUAGE)),
                new GroupId(row.get(ITEM.GROUP_ID)),
                new SectionId(row.get(ITEM.SECTION_ID)),
                new Slug(row.get(ITEM.SLUG)),
                State.of(row.get(ITEM.STATE)),
                new RevisionId(row.get(ITEM.HEAD_ID)),
                instant(row.get(ITEM.FIRST_AT)),
                instant(row.get(ITEM.DUE_AT)));
    }

    /** Reads by place, because to look a column up by its name takes longer than all else that is done with it. */
    static LiveItem liveItem(Record row) {
        int first = row.indexOf(LIVE.ITEM_ID);
        Asset asset = asset(row, first + ASSET_PLACE);
        return new LiveItem(
                new ItemId(number(row, first)),
                new KindName(text(row, first + 1)),
                new Language(text(row, first + 2)),
                new SectionId(number(row, first + 3)),
                text(row, first + 4),
                text(row, first + 5),
                StoredContent.fields(text(row, first + 6)),
                text(row, first + 7),
                asset == null ? null : new LiveItem.Thumbnail(asset, text(row, first + 8)),
                Instant.ofEpochMilli(number(row, first + 9)),
                LocalDate.parse(text(row, first + 10)),
                instant((Long) row.get(first + 11)),
                instant((Long) row.get(first + 12)));
    }

    /** The asset of a row, or nothing where the left join found none. */
    static @Nullable Asset asset(Record row) {
        return asset(row, row.indexOf(ASSET.ID));
    }

    /** @param first the place of the first of {@link #ASSET_FIELDS} */
    private static @Nullable Asset asset(Record row, int first) {
        if (row.get(first) == null) {
            return null;
        }
        var hash = row.get(first + 3);
        return new Asset(
                new AssetId(number(row, first)),
                text(row, first + 1),
                text(row, first + 2),
                hash == null ? "" : hash.toString(),
                number(row, first + 4),
                Math.toIntExact(number(row, first + 5)),
                Math.toIntExact(number(row, first + 6)));
    }

    private static String text(Record row, int place) {
        return (String) Objects.requireNonNull(row.get(place));
    }

    private static long number(Record row, int place) {
        return (Long) Objects.requireNonNull(row.get(place));
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
