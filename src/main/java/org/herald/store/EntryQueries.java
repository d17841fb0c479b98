package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REVISION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.PrincipalId;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.store.schema.tables.Revision;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The items of one kind with their translations, as files bring and take them. */
public final class EntryQueries {

    private static final Revision SHOWN = REVISION.as("shown");
    private static final List<SelectField<?>> FIELDS = List.of(
            ITEM.ID,
            ITEM.KIND,
            ITEM.LANGUAGE,
            ITEM.GROUP_ID,
            ITEM.SECTION_ID,
            ITEM.SLUG,
            ITEM.STATE,
            ITEM.HEAD_ID,
            ITEM.FIRST_AT,
            ITEM.DUE_AT,
            ITEM.ORIGIN,
            ITEM.ORIGIN_DIGEST);

    private final Database database;

    public EntryQueries(Database database) {
        this.database = database;
    }

    /**
     * An item as it is now.
     *
     * @param origin the name that an importer knows it by, or empty
     * @param originDigest of what was imported last, or empty
     * @param head digest of the newest revision
     * @param shown digest of the revision that readers see, or empty
     * @param headBy who saved the newest revision
     */
    public record Standing(
            Item item, String origin, String originDigest, String head, String shown, PrincipalId headBy) {}

    /**
     * The items of these groups with all their translations.
     *
     * @param origins names that importers know items by
     * @param slugs of originals of this kind
     */
    public List<Standing> standing(KindName kind, Collection<String> origins, Collection<String> slugs) {
        var reading = database.reading();
        var groups = new HashSet<Long>();
        groups.addAll(reading.select(ITEM.GROUP_ID)
                .from(ITEM)
                .where(ITEM.ORIGIN.in(origins))
                .fetch(ITEM.GROUP_ID));
        groups.addAll(reading.select(ITEM.GROUP_ID)
                .from(ITEM)
                .where(ITEM.SLUG.in(slugs), ITEM.KIND.eq(kind.word()), ITEM.GROUP_ID.eq(ITEM.ID))
                .fetch(ITEM.GROUP_ID));
        return standing(groups);
    }

    /** The items of the groups that begin with these originals. */
    public List<Standing> ofOriginals(Collection<ItemId> originals) {
        return standing(originals.stream().map(ItemId::value).collect(Collectors.toSet()));
    }

    private List<Standing> standing(Set<Long> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var fields = new ArrayList<SelectField<?>>(FIELDS);
        fields.add(REVISION.DIGEST);
        fields.add(REVISION.SAVED_BY);
        fields.add(SHOWN.DIGEST);
        return database.reading()
                .select(fields)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .leftJoin(SHOWN)
                .on(SHOWN.ID.eq(LIVE.REVISION_ID))
                .where(ITEM.GROUP_ID.in(groups))
                .orderBy(ITEM.ID)
                .fetch(row -> new Standing(
                        Rows.item(row),
                        text(row.get(ITEM.ORIGIN)),
                        text(row.get(ITEM.ORIGIN_DIGEST)),
                        text(row.get(REVISION.DIGEST)),
                        text(row.get(SHOWN.DIGEST)),
                        new PrincipalId(row.get(REVISION.SAVED_BY))));
    }

    /** The originals of a kind in the order in which they were created, some at a time. */
    public List<ItemId> originals(KindName kind, ItemId after, int most) {
        return database.reading()
                .select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.KIND.eq(kind.word()), ITEM.GROUP_ID.eq(ITEM.ID), ITEM.ID.gt(after.value()))
                .orderBy(ITEM.ID)
                .limit(most)
                .fetch(row -> new ItemId(row.value1()));
    }

    /** An item with what readers see of it, or its newest text while they see none. */
    public record Told(Item item, String origin, Content content) {}

    /** The items of these groups, originals first. */
    public Map<GroupId, List<Told>> told(Collection<ItemId> originals) {
        var fields = new ArrayList<SelectField<?>>(FIELDS);
        fields.addAll(Contents.FIELDS);
        var told = new HashMap<GroupId, List<Told>>();
        database.reading()
                .select(fields)
                .from(ITEM)
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(ITEM.ID))
                .join(REVISION)
                .on(REVISION.ID.eq(DSL.coalesce(LIVE.REVISION_ID, ITEM.HEAD_ID)))
                .where(ITEM.GROUP_ID.in(originals.stream().map(ItemId::value).toList()))
                .orderBy(ITEM.ID)
                .forEach(row -> {
                    var item = Rows.item(row);
                    told.computeIfAbsent(item.group(), _ -> new ArrayList<>())
                            .add(new Told(item, text(row.get(ITEM.ORIGIN)), Contents.of(row)));
                });
        return told;
    }

    /** The originals of these items. */
    public Map<ItemId, ItemId> originals(Collection<ItemId> items) {
        var originals = new HashMap<ItemId, ItemId>();
        database.reading()
                .select(ITEM.ID, ITEM.GROUP_ID)
                .from(ITEM)
                .where(ITEM.ID.in(items.stream().map(ItemId::value).toList()))
                .forEach(row -> originals.put(new ItemId(row.value1()), new ItemId(row.value2())));
        return originals;
    }

    /**
     * An item that readers see.
     *
     * @param original of its translations
     */
    public record Headed(KindName kind, ItemId original, String headline, Content content) {}

    /** The items that readers see under these headlines, in any language. */
    public List<Headed> headed(Collection<String> headlines) {
        var fields = new ArrayList<SelectField<?>>(Contents.FIELDS);
        fields.add(LIVE.KIND);
        fields.add(LIVE.GROUP_ID);
        fields.add(LIVE.HEADLINE);
        return database.reading()
                .select(fields)
                .from(LIVE)
                .join(REVISION)
                .on(REVISION.ID.eq(LIVE.REVISION_ID))
                .where(LIVE.HEADLINE.in(headlines))
                .orderBy(LIVE.ITEM_ID)
                .fetch(row -> new Headed(
                        new KindName(row.get(LIVE.KIND)),
                        new ItemId(row.get(LIVE.GROUP_ID)),
                        row.get(LIVE.HEADLINE),
                        Contents.of(row)));
    }

    /** The sections in which items of a kind are. */
    public List<SectionId> sections(KindName kind) {
        return database.reading()
                .selectDistinct(ITEM.SECTION_ID)
                .from(ITEM)
                .where(ITEM.KIND.eq(kind.word()))
                .orderBy(ITEM.SECTION_ID)
                .fetch(row -> new SectionId(row.value1()));
    }

    /** The files with these names, the oldest first. */
    public List<Asset> filesNamed(Collection<String> names) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.NAME.in(names), ASSET.HASH.isNotNull())
                .orderBy(ASSET.ID)
                .fetch(Rows::asset);
    }

    /** The oldest file whose hash begins so. */
    public Optional<Asset> fileHashed(String beginning) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.HASH.startsWith(beginning))
                .orderBy(ASSET.ID)
                .limit(DSL.inline(1))
                .fetchOptional(Rows::asset);
    }

    public Map<AssetId, Asset> files(Collection<AssetId> ids) {
        var files = new HashMap<AssetId, Asset>();
        database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ID.in(ids.stream().map(AssetId::value).toList()))
                .forEach(row -> Optional.ofNullable(Rows.asset(row)).ifPresent(asset -> files.put(asset.id(), asset)));
        return files;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
