package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PREVIEW;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.Picture;
import org.herald.model.Preview;
import org.herald.model.PreviewId;
import org.herald.model.PreviewKey;
import org.herald.model.PreviewLine;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What previews show, and which there are. */
public final class PreviewQueries {

    private static final ItemId NEW = new ItemId(0);
    private static final GroupId ALONE = new GroupId(0);

    private final Database database;

    public PreviewQueries(Database database) {
        this.database = database;
    }

    /**
     * What this key opens, also when the preview has ended; nothing when there never was one.
     *
     * @param now the instant that a page names which is not published yet
     * @param zone the portal's
     */
    public Optional<Preview> find(PreviewKey key, Instant now, ZoneId zone) {
        return database.reading()
                .select(
                        PREVIEW.asterisk(),
                        ITEM.asterisk(),
                        REVISION.asterisk(),
                        LIVE.PUBLISHED_AT,
                        LIVE.CORRECTED_AT,
                        LIVE.UPDATED_AT)
                .from(PREVIEW)
                .leftJoin(ITEM)
                .on(ITEM.ID.eq(PREVIEW.ITEM_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .leftJoin(REVISION)
                .on(REVISION.ID.eq(DSL.coalesce(PREVIEW.REVISION_ID, ITEM.HEAD_ID)))
                .where(PREVIEW.DIGEST.eq(key.digest()))
                .fetchOptional() // whole, because its picture is asked for then
                .map(row -> preview(row, now, zone));
    }

    /** The preview links of an item, newest first. */
    public List<PreviewLine> of(ItemId item, int count) {
        return database.reading()
                .select(PREVIEW.asterisk(), REVISION.NUMBER, PrincipalRows.name(PREVIEW.MADE_BY))
                .from(PREVIEW)
                .leftJoin(REVISION)
                .on(REVISION.ID.eq(PREVIEW.REVISION_ID))
                .where(PREVIEW.ITEM_ID.eq(item.value()), PREVIEW.IS_TYPED.eq(0L))
                .orderBy(PREVIEW.ID.desc())
                .limit(inline(count))
                .fetch(row -> {
                    Long number = row.get(REVISION.NUMBER);
                    return new PreviewLine(
                            new PreviewId(row.get(PREVIEW.ID)),
                            PrincipalRows.principal(row, PREVIEW.MADE_BY),
                            Instant.ofEpochMilli(row.get(PREVIEW.MADE_AT)),
                            Instant.ofEpochMilli(row.get(PREVIEW.UNTIL_AT)),
                            Rows.instant(row.get(PREVIEW.REVOKED_AT)),
                            row.get(PREVIEW.NOTE),
                            number == null ? 0 : number);
                });
    }

    private Preview preview(Record row, Instant now, ZoneId zone) {
        boolean isTyped = row.get(PREVIEW.IS_TYPED) == 1;
        Content content = isTyped ? StoredContent.content(row.get(PREVIEW.CONTENT)) : Contents.of(row);
        Long group = row.get(ITEM.ID) == null ? row.get(PREVIEW.GROUP_ID) : row.get(ITEM.GROUP_ID);
        Long number = row.get(REVISION.NUMBER);
        return new Preview(
                Instant.ofEpochMilli(row.get(PREVIEW.UNTIL_AT)),
                Rows.instant(row.get(PREVIEW.REVOKED_AT)),
                item(row, content, now, zone),
                group == null ? ALONE : new GroupId(group),
                content,
                isTyped || number == null ? 0 : number,
                row.get(LIVE.PUBLISHED_AT) != null,
                Rows.instant(row.get(ITEM.DUE_AT)),
                Rows.instant(row.get(ITEM.EMBARGO_AT)));
    }

    private LiveItem item(Record row, Content content, Instant now, ZoneId zone) {
        boolean isNew = row.get(ITEM.ID) == null;
        Instant published = Stream.of(LIVE.PUBLISHED_AT, ITEM.FIRST_AT, ITEM.DUE_AT)
                .map(column -> Optional.ofNullable(Rows.instant(row.get(column))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(now);
        return new LiveItem(
                isNew ? NEW : new ItemId(row.get(ITEM.ID)),
                new KindName(row.get(isNew ? PREVIEW.KIND : ITEM.KIND)),
                new Language(row.get(isNew ? PREVIEW.LANGUAGE : ITEM.LANGUAGE)),
                new SectionId(row.get(isNew ? PREVIEW.SECTION_ID : ITEM.SECTION_ID)),
                "",
                content.headline(),
                content.fields(),
                content.standfirst(),
                thumbnail(content.picture()),
                published,
                LocalDate.ofInstant(published, zone),
                Rows.instant(row.get(LIVE.CORRECTED_AT)),
                Rows.instant(row.get(LIVE.UPDATED_AT)));
    }

    private LiveItem.@Nullable Thumbnail thumbnail(@Nullable Picture picture) {
        if (picture == null) {
            return null;
        }
        Asset asset = database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ID.eq(picture.asset().value()))
                .fetchOne(Rows::asset);
        return asset == null ? null : new LiveItem.Thumbnail(asset, picture.alt());
    }
}
