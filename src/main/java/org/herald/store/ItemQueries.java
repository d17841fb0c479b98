package org.herald.store;

import static org.herald.store.Statements.Text.any;
import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LISTING;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;
import static org.herald.store.schema.Tables.TAG;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Correction;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.Withdrawal;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.store.Statements.Question;
import org.herald.store.schema.tables.Publication;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

/** What readers see of one item, and what stands around it. */
public final class ItemQueries {

    /** How many of an item's section mates stand around it; less than {@link PageKey#HEAD}. */
    public static final int MATES = 4;

    private static final Field<String> ROLE = DSL.field(DSL.name("role"), String.class);
    private static final Publication SHOWN = PUBLICATION.as("shown");
    private static final Field<Long> REVISED_AT = DSL.field(select(DSL.min(SHOWN.FROM_AT))
                    .from(SHOWN)
                    .where(SHOWN.ITEM_ID.eq(LIVE.ITEM_ID), SHOWN.REVISION_ID.eq(LIVE.REVISION_ID)))
            .as("revised_at");
    private static final Question AT = at();
    private static final Question AROUND = around();

    private final Database database;

    public ItemQueries(Database database) {
        this.database = database;
    }

    /** What stands at this address; nothing when it was never used here. One statement. */
    public Optional<PathTarget> at(String path) {
        var target = database.ask(AT, List.of(path), PageKey.path(path)).stream()
                .findFirst()
                .flatMap(row -> target(path, row));
        target.ifPresent(this::note);
        return target;
    }

    private static Question at() {
        var fields = Stream.of(
                        Rows.LIVE_FIELDS,
                        List.of(PATH.ITEM_ID, PATH.SECTION_ID, PATH.TAG, PATH.TARGET, PATH.LANGUAGE, LIVE.GROUP_ID),
                        Contents.FIELDS,
                        List.of(PUBLICATION.UNTIL_AT, PUBLICATION.REASON, REVISED_AT))
                .flatMap(List::stream)
                .toList();
        return Question.of(
                select(fields)
                        .from(PATH)
                        .leftJoin(LIVE)
                        .on(LIVE.ITEM_ID.eq(PATH.ITEM_ID))
                        .leftJoin(PUBLICATION)
                        .on(PUBLICATION.ID.eq(select(DSL.max(PUBLICATION.ID))
                                .from(PUBLICATION)
                                .where(PUBLICATION.ITEM_ID.eq(PATH.ITEM_ID))))
                        .leftJoin(REVISION)
                        .on(REVISION.ID.eq(DSL.coalesce(LIVE.REVISION_ID, PUBLICATION.REVISION_ID)))
                        .leftJoin(ASSET)
                        .on(ASSET.ID.eq(DSL.coalesce(LIVE.PICTURE_ID, PATH.ASSET_ID)))
                        .where(PATH.PATH_.eq(any(PATH.PATH_))),
                fields);
    }

    private void note(PathTarget target) {
        switch (target) {
            case PathTarget.Shown shown ->
                database.note(Set.of(PageKey.item(shown.item().id())));
            case PathTarget.Gone(var withdrawal) -> database.note(Set.of(PageKey.item(withdrawal.item())));
            // answered by leading elsewhere, which is not kept
            case PathTarget.Moved _,
                    PathTarget.OfSection _,
                    PathTarget.OfFile _,
                    PathTarget.OfTag _,
                    PathTarget.Redirected _ -> database.noteUnknown();
        }
    }

    private static Optional<PathTarget> target(String path, Record row) {
        Long section = row.get(PATH.SECTION_ID);
        if (section != null) {
            return Optional.of(new PathTarget.OfSection(new SectionId(section), new Language(row.get(PATH.LANGUAGE))));
        }
        String redirected = row.get(PATH.TARGET);
        if (redirected != null) {
            return Optional.of(new PathTarget.Redirected(redirected));
        }
        String tag = row.get(PATH.TAG);
        if (tag != null) {
            return Optional.of(new PathTarget.OfTag(new Slug(tag), new Language(row.get(PATH.LANGUAGE))));
        }
        Asset asset = Rows.asset(row);
        if (row.get(PATH.ITEM_ID) == null) {
            return Optional.ofNullable(asset).filter(Asset::isPresent).map(PathTarget.OfFile::new);
        }
        if (row.get(LIVE.ITEM_ID) != null) {
            var item = Rows.liveItem(row);
            return Optional.of(
                    item.path().equals(path)
                            ? new PathTarget.Shown(
                                    item,
                                    new GroupId(row.get(LIVE.GROUP_ID)),
                                    Contents.of(row),
                                    Instant.ofEpochMilli(row.get(REVISED_AT)))
                            : new PathTarget.Moved(item.path()));
        }
        String reason = row.get(PUBLICATION.REASON);
        Long until = row.get(PUBLICATION.UNTIL_AT);
        if (reason == null || until == null) {
            return Optional.empty();
        }
        return Optional.of(new PathTarget.Gone(new Withdrawal(
                new ItemId(row.get(PATH.ITEM_ID)),
                new Language(row.get(PATH.LANGUAGE)),
                row.get(REVISION.HEADLINE),
                Instant.ofEpochMilli(until),
                reason)));
    }

    /**
     * What stands around an item.
     *
     * @param translations the same thing in other languages
     * @param previous the next older of its section
     * @param next the next newer of its section
     * @param more the newest others of its section, {@link #MATES} at most
     */
    public record Surroundings(
            List<LiveItem> translations, Optional<LiveItem> previous, Optional<LiveItem> next, List<LiveItem> more) {}

    /** The translations, neighbours and section mates of an item, in one statement. */
    public Surroundings around(LiveItem item, GroupId group) {
        var list = ListKey.section(item.section());
        List<Object> listing = List.of(list.value(), item.language().tag());
        List<Object> place = List.of(
                item.publishedOn().toString(),
                item.publishedAt().toEpochMilli(),
                item.id().value());
        var values = Stream.of(
                        List.of(group.value(), item.id().value()),
                        listing,
                        place,
                        listing,
                        place,
                        listing,
                        List.<Object>of(item.id().value()))
                .flatMap(List::stream)
                .toList();
        var translations = new ArrayList<LiveItem>();
        var neighbours = new ArrayList<Optional<LiveItem>>(List.of(Optional.empty(), Optional.empty()));
        var others = new ArrayList<LiveItem>();
        var keys = new PageKey[] {
            PageKey.group(group), PageKey.beside(item.id(), list), PageKey.head(list, item.language())
        };
        for (Record row : database.ask(AROUND, values, keys)) {
            var found = Rows.liveItem(row);
            switch (row.get(ROLE)) {
                case "translation" -> translations.add(found);
                case "previous" -> neighbours.set(0, Optional.of(found));
                case "next" -> neighbours.set(1, Optional.of(found));
                default -> others.add(found);
            }
        }
        database.note(Stream.concat(neighbours.stream().flatMap(Optional::stream), others.stream())
                .map(mate -> PageKey.item(mate.id()))
                .toList());
        return new Surroundings(
                List.copyOf(translations), neighbours.getFirst(), neighbours.getLast(), List.copyOf(others));
    }

    private static Question around() {
        var place = DSL.row(LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID);
        var own = DSL.row(any(LISTING.PUBLISHED_DAY), any(LISTING.PUBLISHED_AT), any(LISTING.ITEM_ID));
        var one = inline(1);
        Select<Record> union = part(
                "translation",
                select(Rows.LIVE_FIELDS)
                        .from(LIVE)
                        .leftJoin(ASSET)
                        .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                        .where(LIVE.GROUP_ID.eq(any(LIVE.GROUP_ID)), LIVE.ITEM_ID.ne(any(LIVE.ITEM_ID))));
        union = union.unionAll(
                part("previous", listed(place.lt(own), SortOrder.DESC).limit(one)));
        union = union.unionAll(part("next", listed(place.gt(own), SortOrder.ASC).limit(one)));
        var others = listed(LISTING.ITEM_ID.ne(any(LISTING.ITEM_ID)), SortOrder.DESC);
        union = union.unionAll(part("more", others.limit(inline(MATES))));
        return Question.of(
                union, Stream.concat(Stream.of(ROLE), Rows.LIVE_FIELDS.stream()).toList());
    }

    /**
     * The fields of the original of a group that its readers see, or saw last: those of it that are shared belong to every
     * translation; none when readers never saw any.
     */
    public Fields ofOriginal(GroupId group) {
        return database.reading(PageKey.group(group))
                .select(REVISION.FIELDS)
                .from(PUBLICATION)
                .join(REVISION)
                .on(REVISION.ID.eq(PUBLICATION.REVISION_ID))
                .where(PUBLICATION.ITEM_ID.eq(group.value()))
                .orderBy(PUBLICATION.ID.desc())
                .limit(inline(1))
                .fetchOptional(row -> StoredContent.fields(row.value1()))
                .orElse(Fields.NONE);
    }

    /** Live items by their translations' group, for pages that stand in no list. */
    public List<LiveItem> translations(GroupId group, ItemId without) {
        return database.reading(PageKey.group(group))
                .select(Rows.LIVE_FIELDS)
                .from(LIVE)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LIVE.GROUP_ID.eq(group.value()), LIVE.ITEM_ID.ne(without.value()))
                .fetch(Rows::liveItem);
    }

    /**
     * What an item's page shows besides its words.
     *
     * @param corrections its correction notes, oldest first
     * @param links the current addresses of those linked items that readers see
     * @param assets the files its body shows
     */
    public record Attached(List<Correction> corrections, Map<ItemId, String> links, Map<AssetId, Asset> assets) {

        public static final Attached NONE = new Attached(List.of(), Map.of(), Map.of());
    }

    /** The correction notes of an item, and what its body refers to, in one statement. */
    public Attached attached(ItemId item, Collection<ItemId> links, Collection<AssetId> assets) {
        var nothing = DSL.castNull(String.class);
        var zero = inline(0L);
        var rows = DSL.select(
                        inline("correction").as(ROLE),
                        PUBLICATION.FROM_AT,
                        CorrectionQueries.NOTE,
                        nothing,
                        nothing,
                        zero,
                        zero,
                        zero)
                .from(PUBLICATION)
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.NOTE.isNotNull())
                .unionAll(DSL.select(
                                inline("link").as(ROLE), LIVE.ITEM_ID, LIVE.PATH, nothing, nothing, zero, zero, zero)
                        .from(LIVE)
                        .where(LIVE.ITEM_ID.in(links.stream().map(ItemId::value).toList())))
                .unionAll(DSL.select(
                                inline("asset").as(ROLE),
                                ASSET.ID,
                                ASSET.NAME,
                                ASSET.MEDIA_TYPE,
                                ASSET.HASH,
                                ASSET.BYTES,
                                ASSET.WIDTH,
                                ASSET.HEIGHT)
                        .from(ASSET)
                        .where(ASSET.ID.in(assets.stream().map(AssetId::value).toList())));
        var corrections = new ArrayList<Correction>();
        var paths = new HashMap<ItemId, String>();
        var files = new HashMap<AssetId, Asset>();
        // also those that readers do not see yet: the page links to them when they come
        database.note(links.stream().map(PageKey::item).toList());
        database.note(assets.stream().map(PageKey::asset).toList());
        for (var row : database.reading(PageKey.item(item)).fetch(rows)) {
            long number = row.value2();
            switch (row.value1()) {
                case "correction" -> corrections.add(new Correction(Instant.ofEpochMilli(number), row.value3()));
                case "link" -> paths.put(new ItemId(number), row.value3());
                default -> {
                    var id = new AssetId(number);
                    String hash = row.value5();
                    files.put(
                            id,
                            new Asset(
                                    id,
                                    row.value3(),
                                    row.value4(),
                                    hash == null ? "" : hash,
                                    row.value6(),
                                    Math.toIntExact(row.value7()),
                                    Math.toIntExact(row.value8())));
                }
            }
        }
        corrections.sort(Comparator.comparing(Correction::at));
        return new Attached(List.copyOf(corrections), Map.copyOf(paths), Map.copyOf(files));
    }

    /** Those of these items that readers see; a page that is made from them changes with them. */
    public List<LiveItem> live(Collection<ItemId> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        database.note(items.stream().map(PageKey::item).toList());
        return database.reading(items.stream().map(PageKey::item).toArray(PageKey[]::new))
                .select(Rows.LIVE_FIELDS)
                .from(LIVE)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LIVE.ITEM_ID.in(items.stream().map(ItemId::value).toList()))
                .fetch(Rows::liveItem);
    }

    /**
     * These items as readers of a language see them: the translation where there is one, else the item itself; those that
     * nobody sees are absent. One statement.
     */
    public Map<ItemId, LiveItem> inLanguage(Collection<ItemId> items, Language language) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<ItemId, LiveItem>();
        database.note(items.stream().map(PageKey::item).toList());
        var named = ITEM.as("named");
        database.reading(items.stream().map(PageKey::item).toArray(PageKey[]::new))
                .select(named.ID, named.GROUP_ID)
                .select(Rows.LIVE_FIELDS)
                .from(named)
                .join(LIVE)
                .on(LIVE.GROUP_ID.eq(named.GROUP_ID))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(
                        named.ID.in(items.stream().map(ItemId::value).toList()),
                        LIVE.LANGUAGE.eq(language.tag()).or(LIVE.ITEM_ID.eq(named.ID)))
                .forEach(row -> {
                    database.note(Set.of(PageKey.group(new GroupId(row.get(named.GROUP_ID)))));
                    LiveItem item = Rows.liveItem(row);
                    found.merge(
                            new ItemId(row.get(named.ID)),
                            item,
                            (one, other) -> other.language().equals(language) ? other : one);
                });
        return found;
    }

    /**
     * The slug of each tag of an item; a tag without a letter or digit has none. Nothing is asked but for tags whose list
     * may have its slug from when slugs were made letter by letter.
     */
    public Map<String, Slug> tags(ItemId item, Language language, Collection<String> titles) {
        var slugs = new HashMap<String, Slug>();
        var others = new HashMap<String, Slug>();
        titles.forEach(title -> Slugs.suggest(title, language).ifPresent(slug -> {
            slugs.put(title, slug);
            Slugs.byLetter(title).filter(other -> !other.equals(slug)).ifPresent(other -> others.put(title, other));
        }));
        if (!others.isEmpty()) {
            var there = database.reading(PageKey.item(item))
                    .select(TAG.SLUG)
                    .from(TAG)
                    .where(TAG.LANGUAGE.eq(language.tag()))
                    .and(TAG.SLUG.in(others.values().stream().map(Slug::value).toList()))
                    .fetchSet(TAG.SLUG);
            others.forEach((title, slug) -> {
                if (there.contains(slug.value())) {
                    slugs.put(title, slug);
                }
            });
        }
        return slugs;
    }

    /** Live items whose slug begins with this text, for the suggestions of a page that is not there. */
    public List<LiveItem> withSlugLike(Slug beginning, Language language, int count) {
        return database.reading(PageKey.list(ListKey.ALL, language), PageKey.pages(language), PageKey.slugs(language))
                .select(Rows.LIVE_FIELDS)
                .from(LIVE)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LIVE.SLUG.ge(beginning.value()), LIVE.SLUG.lt(beginning + "~"))
                .and(LIVE.LANGUAGE.eq(language.tag()))
                .orderBy(LIVE.SLUG)
                .limit(inline(count))
                .fetch(Rows::liveItem);
    }

    /** The pages (undated items) of a language, for the site map. */
    public List<LiveItem> pages(Language language, int count) {
        return database.reading(PageKey.pages(language))
                .select(Rows.LIVE_FIELDS)
                .from(LIVE)
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LIVE.STANDS.eq(inline(Kind.Stands.STANDING.word())), LIVE.LANGUAGE.eq(language.tag()))
                .orderBy(LIVE.HEADLINE)
                .limit(inline(count))
                .fetch(Rows::liveItem);
    }

    private static Select<Record> part(String role, Select<Record> rows) {
        return select(inline(role).as(ROLE)).select(DSL.asterisk()).from(rows.asTable("part"));
    }

    /** Rows of a list in a language, beginning at a place. */
    private static SelectLimitStep<Record> listed(Condition place, SortOrder order) {
        return select(Rows.LIVE_FIELDS)
                .from(LISTING)
                .join(LIVE)
                .on(LIVE.ITEM_ID.eq(LISTING.ITEM_ID))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LISTING.LIST.eq(any(LISTING.LIST)), LISTING.LANGUAGE.eq(any(LISTING.LANGUAGE)))
                .and(place)
                .orderBy(
                        LISTING.PUBLISHED_DAY.sort(order),
                        LISTING.PUBLISHED_AT.sort(order),
                        LISTING.ITEM_ID.sort(order));
    }
}
