package org.herald.store;

import static org.herald.store.schema.Tables.LISTING;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.TAG;
import static org.herald.store.schema.Tables.TALLY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Kind;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.Picture;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes what readers see now: live rows, the lists they stand in, and the tallies of those lists. */
public final class LiveWrites {

    static final String MONTH = "month";
    static final String DAY = "day";

    private final DSLContext dsl;

    LiveWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Where a live item stands now. */
    public record Standing(String path, RevisionId revision, LocalDate day, Collection<ListKey> lists) {}

    /** Where this item stands now; nothing while readers do not see it. */
    public Optional<Standing> standing(ItemId item) {
        return dsl.select(LIVE.PATH, LIVE.REVISION_ID, LIVE.PUBLISHED_DAY)
                .from(LIVE)
                .where(LIVE.ITEM_ID.eq(item.value()))
                .fetchOptional()
                .map(row -> new Standing(
                        row.value1(),
                        new RevisionId(row.value2()),
                        LocalDate.parse(row.value3()),
                        dsl.select(LISTING.LIST)
                                .from(LISTING)
                                .where(LISTING.ITEM_ID.eq(item.value()))
                                .fetch(list -> new ListKey(list.value1()))));
    }

    /** Puts the item before readers with this content; it must not be live. */
    public void add(
            Item item,
            Content content,
            String path,
            LocalDate day,
            @Nullable Instant correctedAt,
            List<ListKey> lists) {
        Picture picture = content.picture();
        Instant publishedAt = item.firstAt();
        if (publishedAt == null) {
            throw new IllegalArgumentException("A live item has an instant of publication");
        }
        dsl.insertInto(LIVE)
                .set(LIVE.ITEM_ID, item.id().value())
                .set(LIVE.KIND, item.kind().word())
                .set(LIVE.LANGUAGE, item.language().tag())
                .set(LIVE.GROUP_ID, item.group().value())
                .set(LIVE.SECTION_ID, item.section().value())
                .set(LIVE.REVISION_ID, item.head().value())
                .set(LIVE.PATH, path)
                .set(LIVE.SLUG, item.slug().value())
                .set(LIVE.HEADLINE, content.headline())
                .set(LIVE.KICKER, content.kicker())
                .set(LIVE.STANDFIRST, content.standfirst())
                .set(LIVE.PICTURE_ID, picture == null ? null : picture.asset().value())
                .set(LIVE.PICTURE_ALT, picture == null ? "" : picture.alt())
                .set(LIVE.PUBLISHED_AT, publishedAt.toEpochMilli())
                .set(LIVE.PUBLISHED_DAY, day.toString())
                .set(LIVE.CORRECTED_AT, Rows.millis(correctedAt))
                .execute();
        if (item.kind() != Kind.ARTICLE || lists.isEmpty()) {
            return;
        }
        dsl.batch(lists.stream()
                        .map(list -> dsl.insertInto(LISTING)
                                .set(LISTING.LIST, list.value())
                                .set(LISTING.LANGUAGE, item.language().tag())
                                .set(LISTING.PUBLISHED_DAY, day.toString())
                                .set(LISTING.PUBLISHED_AT, publishedAt.toEpochMilli())
                                .set(LISTING.ITEM_ID, item.id().value()))
                        .toList())
                .execute();
        tally(lists, item.language(), day, 1);
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
        titles.forEach((slug, title) -> dsl.insertInto(TAG)
                .set(TAG.LANGUAGE, language.tag())
                .set(TAG.SLUG, slug.value())
                .set(TAG.TITLE, title)
                .onConflictDoNothing()
                .execute());
    }

    /** Those of the lists that have exactly one story in this month. */
    public List<ListKey> withOneStoryIn(YearMonth month, Collection<ListKey> lists, Language language) {
        return dsl.select(TALLY.LIST)
                .from(TALLY)
                .where(TALLY.LIST.in(lists.stream().map(ListKey::value).toList()))
                .and(TALLY.LANGUAGE.eq(language.tag()))
                .and(TALLY.UNIT.eq(MONTH))
                .and(TALLY.SPAN.eq(month.toString()))
                .and(TALLY.STORIES.eq(1L))
                .fetch(row -> new ListKey(row.value1()));
    }

    /**
     * Where a live item stands in a list: next to which others, and whether it is one of the newest.
     *
     * @param besides the next newer and the next older one, as far as there are any
     */
    public record Place(List<ItemId> besides, boolean isInHead) {}

    /**
     * Where a live item stands in this list; nothing when it does not stand in it.
     *
     * @param head how many of the newest are the head of the list
     */
    public Optional<Place> place(ItemId item, ListKey list, Language language, int head) {
        var order = DSL.row(LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID);
        return dsl.select(order)
                .from(LISTING)
                .where(LISTING.ITEM_ID.eq(item.value()), LISTING.LIST.eq(list.value()))
                .fetchOptional(Record1::value1)
                .map(own -> {
                    var among = LISTING.LIST.eq(list.value()).and(LISTING.LANGUAGE.eq(language.tag()));
                    var newer = dsl.select(LISTING.ITEM_ID)
                            .from(LISTING)
                            .where(among, order.gt(own))
                            .orderBy(LISTING.PUBLISHED_DAY, LISTING.PUBLISHED_AT, LISTING.ITEM_ID)
                            .limit(head)
                            .fetch(LISTING.ITEM_ID);
                    var older = dsl.select(LISTING.ITEM_ID)
                            .from(LISTING)
                            .where(among, order.lt(own))
                            .orderBy(LISTING.PUBLISHED_DAY.desc(), LISTING.PUBLISHED_AT.desc(), LISTING.ITEM_ID.desc())
                            .limit(1)
                            .fetch(LISTING.ITEM_ID);
                    var besides = Stream.concat(newer.stream().limit(1), older.stream())
                            .map(ItemId::new)
                            .toList();
                    return new Place(besides, newer.size() < head);
                });
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

    private void tally(Collection<ListKey> lists, Language language, LocalDate day, long step) {
        var spans = Map.of(MONTH, YearMonth.from(day).toString(), DAY, day.toString());
        for (ListKey list : lists) {
            spans.forEach((unit, span) -> dsl.insertInto(TALLY)
                    .set(TALLY.LIST, list.value())
                    .set(TALLY.LANGUAGE, language.tag())
                    .set(TALLY.UNIT, unit)
                    .set(TALLY.SPAN, span)
                    .set(TALLY.STORIES, step)
                    .onConflict(TALLY.LIST, TALLY.LANGUAGE, TALLY.UNIT, TALLY.SPAN)
                    .doUpdate()
                    .set(TALLY.STORIES, TALLY.STORIES.plus(step))
                    .execute());
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
