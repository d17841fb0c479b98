package org.herald.store;

import static org.herald.store.schema.Tables.LISTING;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.TAG;
import static org.herald.store.schema.Tables.TALLY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;
import org.herald.model.Picture;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.store.Statements.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes what readers see now: live rows, the lists they stand in, and the tallies of those lists. */
public final class LiveWrites {

    static final String MONTH = "month";
    static final String DAY = "day";

    private static final Text OF_GROUP =
            Text.of(select(LIVE.ITEM_ID).from(LIVE).where(LIVE.GROUP_ID.eq(Text.any(LIVE.GROUP_ID))));
    private static final Text STANDING =
            Text.of(select(LIVE.PATH, LIVE.REVISION_ID, LIVE.PUBLISHED_DAY, LIVE.PUBLISHED_AT)
                    .from(LIVE)
                    .where(LIVE.ITEM_ID.eq(Text.any(LIVE.ITEM_ID))));
    private static final Text LISTS =
            Text.of(select(LISTING.LIST).from(LISTING).where(LISTING.ITEM_ID.eq(Text.any(LISTING.ITEM_ID))));
    private static final Text ADD = Text.insert(
            LIVE,
            LIVE.ITEM_ID,
            LIVE.KIND,
            LIVE.STANDS,
            LIVE.LANGUAGE,
            LIVE.GROUP_ID,
            LIVE.SECTION_ID,
            LIVE.REVISION_ID,
            LIVE.PATH,
            LIVE.SLUG,
            LIVE.HEADLINE,
            LIVE.CARD,
            LIVE.STANDFIRST,
            LIVE.PICTURE_ID,
            LIVE.PICTURE_ALT,
            LIVE.PUBLISHED_AT,
            LIVE.PUBLISHED_DAY,
            LIVE.CORRECTED_AT,
            LIVE.UPDATED_AT);
    private static final Text ADD_TO_LIST = Text.insert(
            LISTING, LISTING.LIST, LISTING.LANGUAGE, LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID);
    private static final Text NAME_TAG = Text.of(insertInto(TAG)
            .columns(TAG.LANGUAGE, TAG.SLUG, TAG.TITLE)
            .values(Text.any(TAG.LANGUAGE), Text.any(TAG.SLUG), Text.any(TAG.TITLE))
            .onConflictDoNothing());
    private static final Text HAS_TAG = Text.of(
            select(TAG.SLUG).from(TAG).where(TAG.LANGUAGE.eq(Text.any(TAG.LANGUAGE)), TAG.SLUG.eq(Text.any(TAG.SLUG))));
    private static final Text COUNT = Text.of(insertInto(TALLY)
            .columns(TALLY.LIST, TALLY.LANGUAGE, TALLY.UNIT, TALLY.SPAN, TALLY.STORIES)
            .values(
                    Text.any(TALLY.LIST),
                    Text.any(TALLY.LANGUAGE),
                    Text.any(TALLY.UNIT),
                    Text.any(TALLY.SPAN),
                    Text.any(TALLY.STORIES))
            .onConflict(TALLY.LIST, TALLY.LANGUAGE, TALLY.UNIT, TALLY.SPAN)
            .doUpdate()
            .set(TALLY.STORIES, TALLY.STORIES.plus(Text.any(TALLY.STORIES))));
    private static final Text ONE_STORY = Text.of(select(TALLY.LIST)
            .from(TALLY)
            .where(TALLY.LIST.eq(Text.any(TALLY.LIST)), TALLY.LANGUAGE.eq(Text.any(TALLY.LANGUAGE)))
            .and(TALLY.UNIT.eq(inline(MONTH)))
            .and(TALLY.SPAN.eq(Text.any(TALLY.SPAN)))
            .and(TALLY.STORIES.eq(inline(1L))));

    private static final Row3<String, Long, Long> ORDER =
            row(LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID);
    private static final Row3<String, Long, Long> OWN =
            row(Text.any(LISTING.PUBLISHED_DAY), Text.any(LISTING.PUBLISHED_AT), Text.any(LISTING.ITEM_ID));
    private static final Condition AMONG =
            LISTING.LIST.eq(Text.any(LISTING.LIST)).and(LISTING.LANGUAGE.eq(Text.any(LISTING.LANGUAGE)));
    private static final Text NEWER = Text.of(select(LISTING.ITEM_ID)
            .from(LISTING)
            .where(AMONG, ORDER.gt(OWN))
            .orderBy(LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID)
            // written into the text: SQLite plans anew for each value of a limit that is handed in
            .limit(inline((long) PageKey.HEAD)));
    private static final Text OLDER = Text.of(select(LISTING.ITEM_ID)
            .from(LISTING)
            .where(AMONG, ORDER.lt(OWN))
            .orderBy(LISTING.PUBLISHED_DAY.desc(), LISTING.PUBLISHED_AT.desc(), LISTING.ITEM_ID.desc())
            .limit(inline(1L)));

    private final DSLContext dsl;
    private final Statements statements;

    LiveWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    /** Where a live item stands now. */
    public record Standing(String path, RevisionId revision, LocalDate day, Instant at, Collection<ListKey> lists) {}

    /** Where this item stands now; nothing while readers do not see it. */
    public Optional<Standing> standing(ItemId item) {
        return statements.one(
                row -> new Standing(
                        row.getString(1),
                        new RevisionId(row.getLong(2)),
                        LocalDate.parse(row.getString(3)),
                        Instant.ofEpochMilli(row.getLong(4)),
                        statements.all(list -> new ListKey(list.getString(1)), LISTS, item.value())),
                STANDING,
                item.value());
    }

    /** When what readers see was last changed; null for never. */
    public record Changed(
            @Nullable Instant updatedAt, @Nullable Instant correctedAt) {}

    /** Puts the item before readers with this content; it must not be live. */
    public void add(
            Item item, Kind kind, Content content, String path, LocalDate day, Changed changed, List<ListKey> lists) {
        Picture picture = content.picture();
        Instant publishedAt = item.firstAt();
        if (publishedAt == null) {
            throw new IllegalArgumentException("A live item has an instant of publication");
        }
        statements.run(
                ADD,
                item.id().value(),
                item.kind().word(),
                kind.stands().word(),
                item.language().tag(),
                item.group().value(),
                item.section().value(),
                item.head().value(),
                path,
                item.slug().value(),
                content.headline(),
                card(kind, content.fields()).canonical(),
                content.standfirst(),
                picture == null ? null : picture.asset().value(),
                picture == null ? "" : picture.alt(),
                publishedAt.toEpochMilli(),
                day.toString(),
                Rows.millis(changed.correctedAt()),
                Rows.millis(changed.updatedAt()));
        if (!lists.isEmpty()) {
            lists.forEach(list -> statements.run(
                    ADD_TO_LIST,
                    list.value(),
                    item.language().tag(),
                    day.toString(),
                    publishedAt.toEpochMilli(),
                    item.id().value()));
            tally(lists, item.language(), day, 1);
        }
    }

    /** What lists show of the fields. */
    private static Fields card(Kind kind, Fields fields) {
        var card = new TreeMap<>(fields.values());
        card.keySet()
                .retainAll(kind.fields().stream()
                        .filter(Field::isCard)
                        .map(Field::name)
                        .toList());
        return new Fields(card);
    }

    /** Shows other fields of a live item in lists. */
    public void setCard(ItemId item, Kind kind, Fields fields) {
        dsl.update(LIVE)
                .set(LIVE.CARD, card(kind, fields).canonical())
                .where(LIVE.ITEM_ID.eq(item.value()))
                .execute();
    }

    /** The live items of a group of translations. */
    public List<ItemId> ofGroup(GroupId group) {
        return statements.all(row -> new ItemId(row.getLong(1)), OF_GROUP, group.value()).stream()
                .sorted(Comparator.comparingLong(ItemId::value))
                .toList();
    }

    /** Takes the item from readers and from every list. */
    public void remove(ItemId item, Language language, Standing standing) {
        dsl.deleteFrom(LISTING).where(LISTING.ITEM_ID.eq(item.value())).execute();
        dsl.deleteFrom(LIVE).where(LIVE.ITEM_ID.eq(item.value())).execute();
        if (!standing.lists().isEmpty()) {
            tally(standing.lists(), language, standing.day(), -1);
        }
    }

    /** Keeps the titles of tags, so that a tag's page can name it; the first title of a slug stays. */
    public void nameTags(Language language, Map<Slug, String> titles) {
        titles.forEach((slug, title) -> statements.run(NAME_TAG, language.tag(), slug.value(), title));
    }

    /** True when a tag has this slug in a language. */
    public boolean hasTag(Language language, Slug slug) {
        return statements.exists(HAS_TAG, language.tag(), slug.value());
    }

    /** Those of the lists that have exactly one story in this month. */
    public List<ListKey> withOneStoryIn(YearMonth month, Collection<ListKey> lists, Language language) {
        return lists.stream()
                .filter(list -> statements.exists(ONE_STORY, list.value(), language.tag(), month.toString()))
                .toList();
    }

    /**
     * Where a live item stands in a list: next to which others, and whether it is one of the newest.
     *
     * @param besides the next newer and the next older one, as far as there are any
     */
    public record Position(List<ItemId> besides, boolean isInHead) {}

    /** Where a live item stands in this list, in which it must stand. */
    public Position place(ItemId item, Standing standing, ListKey list, Language language) {
        String day = standing.day().toString();
        long at = standing.at().toEpochMilli();
        var newer = statements.all(
                row -> new ItemId(row.getLong(1)), NEWER, list.value(), language.tag(), day, at, item.value());
        var older = statements.one(
                row -> new ItemId(row.getLong(1)), OLDER, list.value(), language.tag(), day, at, item.value());
        return new Position(
                Stream.concat(newer.stream().limit(1), older.stream()).toList(), newer.size() < PageKey.HEAD);
    }

    /** The live items of these sections, oldest first. */
    public List<ItemId> in(Collection<SectionId> sections) {
        return dsl.select(LIVE.ITEM_ID)
                .from(LIVE)
                .where(LIVE.SECTION_ID.in(
                        sections.stream().map(SectionId::value).toList()))
                .orderBy(LIVE.ITEM_ID)
                .fetch(row -> new ItemId(row.value1()));
    }

    /** How many items readers see in these sections. */
    public int count(Collection<SectionId> sections) {
        return dsl.fetchCount(
                LIVE, LIVE.SECTION_ID.in(sections.stream().map(SectionId::value).toList()));
    }

    private void tally(Collection<ListKey> lists, Language language, LocalDate day, long step) {
        var spans = Map.of(MONTH, YearMonth.from(day).toString(), DAY, day.toString());
        for (ListKey list : lists) {
            spans.forEach((unit, span) -> statements.run(COUNT, list.value(), language.tag(), unit, span, step, step));
        }
        if (step < 0) {
            dsl.deleteFrom(TALLY)
                    .where(TALLY.LIST.in(lists.stream().map(ListKey::value).toList()))
                    .and(TALLY.LANGUAGE.eq(language.tag()))
                    .and(DSL.or(
                            TALLY.UNIT.eq(DAY).and(TALLY.SPAN.eq(spans.get(DAY))),
                            TALLY.UNIT.eq(MONTH).and(TALLY.SPAN.eq(spans.get(MONTH)))))
                    .and(TALLY.STORIES.le(0L))
                    .execute();
        }
    }
}
