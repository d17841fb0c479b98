package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LISTING;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PORTAL_IDENTITY;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Content;
import org.herald.model.Correction;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.SectionId;
import org.herald.model.Withdrawal;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** What feeds say: the newest items with all their words, and what was withdrawn lately. */
public final class FeedQueries {

    /** Withdrawals that are looked through for those of one feed. */
    private static final int MOST_WITHDRAWN = 200;

    private static final List<SelectField<?>> STORY = Stream.of(
                    Rows.LIVE_FIELDS, List.<SelectField<?>>of(LIVE.GROUP_ID), Contents.FIELDS)
            .flatMap(List::stream)
            .toList();

    private final Database database;

    public FeedQueries(Database database) {
        this.database = database;
    }

    /** An item that readers see, with its words. */
    public record Story(LiveItem item, GroupId group, Content content) {}

    /**
     * An item that was withdrawn and that readers have not seen again since.
     *
     * @param section in which readers saw it last
     * @param path at which they saw it last
     * @param publishedAt when it was published first
     */
    public record Withdrawn(
            Withdrawal notice, KindName kind, SectionId section, String path, List<String> tags, Instant publishedAt) {

        public Withdrawn {
            tags = List.copyOf(tags);
        }
    }

    /** By what the portal is called for ever: 32 hexadecimal digits. No page changes with it, because it does not. */
    public String portal() {
        var found = new ArrayList<String>();
        database.beside(() -> found.add(database.reading()
                .select(PORTAL_IDENTITY.VALUE)
                .from(PORTAL_IDENTITY)
                .fetchSingle(PORTAL_IDENTITY.VALUE)));
        return found.getFirst();
    }

    /** The newest stories of a list. */
    public List<Story> newest(ListKey list, Language language, int count) {
        return noted(stories(PageKey.list(list, language))
                .join(LISTING)
                .on(LISTING.ITEM_ID.eq(LIVE.ITEM_ID))
                .where(LISTING.LIST.eq(list.value()), LISTING.LANGUAGE.eq(language.tag()))
                .orderBy(LISTING.PUBLISHED_DAY.desc(), LISTING.PUBLISHED_AT.desc(), LISTING.ITEM_ID.desc())
                .limit(inline(count))
                .fetch(FeedQueries::story));
    }

    /** The newest entries of a directory or calendar. */
    public List<Story> newest(KindName kind, Language language, int count) {
        return noted(stories(PageKey.directory(kind, language))
                .where(LIVE.KIND.eq(kind.toString()), LIVE.LANGUAGE.eq(language.tag()))
                .orderBy(LIVE.PUBLISHED_AT.desc(), LIVE.ITEM_ID.desc())
                .limit(inline(count))
                .fetch(FeedQueries::story));
    }

    private SelectJoinStep<Record> stories(PageKey... keys) {
        return database.reading(keys)
                .select(STORY)
                .from(LIVE)
                .join(REVISION)
                .on(REVISION.ID.eq(LIVE.REVISION_ID))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID));
    }

    private static Story story(Record row) {
        return new Story(Rows.liveItem(row), new GroupId(row.get(LIVE.GROUP_ID)), Contents.of(row));
    }

    private List<Story> noted(List<Story> stories) {
        database.note(
                stories.stream().map(story -> PageKey.item(story.item().id())).toList());
        return stories;
    }

    /**
     * What was withdrawn since an instant, the last first.
     *
     * @param key of the list or directory in which they stood: a withdrawal announces it
     * @param stood true for those that stood there
     */
    public List<Withdrawn> withdrawn(
            PageKey key, Language language, Instant since, Predicate<Withdrawn> stood, int most) {
        var newest = PUBLICATION.as("newest");
        var found = database
                .reading(key)
                .select(
                        ITEM.ID,
                        ITEM.KIND,
                        ITEM.FIRST_AT,
                        PUBLICATION.SECTION_ID,
                        PUBLICATION.PATH,
                        PUBLICATION.UNTIL_AT,
                        PUBLICATION.REASON,
                        REVISION.HEADLINE,
                        REVISION.TAGS)
                .from(PUBLICATION)
                .join(ITEM)
                .on(ITEM.ID.eq(PUBLICATION.ITEM_ID))
                .join(REVISION)
                .on(REVISION.ID.eq(PUBLICATION.REVISION_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(PUBLICATION.ITEM_ID))
                .where(
                        PUBLICATION.REASON.isNotNull(),
                        PUBLICATION.UNTIL_AT.ge(since.toEpochMilli()),
                        ITEM.LANGUAGE.eq(language.tag()),
                        ITEM.FIRST_AT.isNotNull(),
                        LIVE.ITEM_ID.isNull(),
                        PUBLICATION.ID.eq(DSL.select(DSL.max(newest.ID))
                                .from(newest)
                                .where(newest.ITEM_ID.eq(PUBLICATION.ITEM_ID))))
                .orderBy(PUBLICATION.UNTIL_AT.desc(), PUBLICATION.ID.desc())
                .limit(inline(MOST_WITHDRAWN))
                .fetch(row -> new Withdrawn(
                        new Withdrawal(
                                new ItemId(row.get(ITEM.ID)),
                                language,
                                row.get(REVISION.HEADLINE),
                                Instant.ofEpochMilli(row.get(PUBLICATION.UNTIL_AT)),
                                row.get(PUBLICATION.REASON)),
                        new KindName(row.get(ITEM.KIND)),
                        new SectionId(row.get(PUBLICATION.SECTION_ID)),
                        row.get(PUBLICATION.PATH),
                        Contents.tags(row.get(REVISION.TAGS)),
                        Instant.ofEpochMilli(row.get(ITEM.FIRST_AT))))
                .stream()
                .filter(stood)
                .limit(most)
                .toList();
        database.note(
                found.stream().map(each -> PageKey.item(each.notice().item())).toList());
        return found;
    }

    /** The correction notes of these items, each in its newest wording, oldest first; those without any are absent. */
    public Map<ItemId, List<Correction>> corrections(Collection<ItemId> items) {
        var found = new HashMap<ItemId, List<Correction>>();
        if (!items.isEmpty()) {
            database.reading(items.stream().map(PageKey::item).toArray(PageKey[]::new))
                    .select(PUBLICATION.ITEM_ID, PUBLICATION.FROM_AT, CorrectionQueries.NOTE)
                    .from(PUBLICATION)
                    .where(
                            PUBLICATION.ITEM_ID.in(
                                    items.stream().map(ItemId::value).toList()),
                            PUBLICATION.NOTE.isNotNull())
                    .orderBy(PUBLICATION.ITEM_ID, PUBLICATION.FROM_AT)
                    .forEach(row -> found.computeIfAbsent(new ItemId(row.value1()), _ -> new ArrayList<>())
                            .add(new Correction(Instant.ofEpochMilli(row.value2()), row.value3())));
        }
        return found;
    }

    /** Since when readers see those of these items again that were withdrawn once. */
    public Map<ItemId, Instant> restored(Collection<ItemId> items) {
        var found = new HashMap<ItemId, Instant>();
        if (!items.isEmpty()) {
            var earlier = PUBLICATION.as("earlier");
            database.reading(items.stream().map(PageKey::item).toArray(PageKey[]::new))
                    .select(PUBLICATION.ITEM_ID, PUBLICATION.FROM_AT)
                    .from(PUBLICATION)
                    .where(
                            PUBLICATION.ITEM_ID.in(
                                    items.stream().map(ItemId::value).toList()),
                            PUBLICATION.UNTIL_AT.isNull(),
                            DSL.exists(DSL.selectOne()
                                    .from(earlier)
                                    .where(earlier.ITEM_ID.eq(PUBLICATION.ITEM_ID), earlier.REASON.isNotNull())))
                    .forEach(row -> found.put(new ItemId(row.value1()), Instant.ofEpochMilli(row.value2())));
        }
        return found;
    }

    /** These files, as far as they are known. */
    public Map<AssetId, Asset> files(Collection<AssetId> ids) {
        var found = new HashMap<AssetId, Asset>();
        if (!ids.isEmpty()) {
            var keys = ids.stream().map(PageKey::asset).toArray(PageKey[]::new);
            for (Record row : database.reading(keys)
                    .select(Rows.ASSET_FIELDS)
                    .from(ASSET)
                    .where(ASSET.ID.in(ids.stream().map(AssetId::value).toList()))) {
                Asset asset = Rows.asset(row);
                if (asset != null) {
                    found.put(asset.id(), asset);
                }
            }
        }
        return found;
    }

    /** The fields of the originals of these groups of translations that their readers see, or saw last. */
    public Map<GroupId, Fields> ofOriginals(Collection<GroupId> groups) {
        var found = new HashMap<GroupId, Fields>();
        Set<Long> items = new HashSet<>(groups.stream().map(GroupId::value).toList());
        if (!items.isEmpty()) {
            var newest = PUBLICATION.as("newest");
            database.reading(groups.stream().map(PageKey::group).toArray(PageKey[]::new))
                    .select(PUBLICATION.ITEM_ID, REVISION.FIELDS)
                    .from(PUBLICATION)
                    .join(REVISION)
                    .on(REVISION.ID.eq(PUBLICATION.REVISION_ID))
                    .where(
                            PUBLICATION.ITEM_ID.in(items),
                            PUBLICATION.ID.eq(DSL.select(DSL.max(newest.ID))
                                    .from(newest)
                                    .where(newest.ITEM_ID.eq(PUBLICATION.ITEM_ID))))
                    .forEach(row -> found.put(new GroupId(row.value1()), StoredContent.fields(row.value2())));
        }
        return found;
    }
}
