package org.herald.store;

import static org.herald.store.schema.Tables.FIELD_VALUE;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What readers see of the kinds that stand in the calendar, as an index in memory reads it: whole, or what has changed. */
public final class EventQueries {

    private static final int AT_ONCE = 1000;

    private final Database database;

    public EventQueries(Database database) {
        this.database = database;
    }

    /**
     * An event that readers see.
     *
     * @param card the fields that lists show
     */
    public record Row(
            ItemId id,
            KindName kind,
            Language language,
            String path,
            String headline,
            String standfirst,
            Instant publishedAt,
            Fields card) {}

    /** Brings an index up to date, as {@link DirectoryQueries#beside} does. */
    public void beside(Runnable asking) {
        database.beside(asking);
    }

    public void all(Consumer<Row> events) {
        events(DSL.noCondition(), events);
    }

    /** Those of the groups of translations of these items. */
    public void of(Collection<ItemId> items, Consumer<Row> events) {
        var ids = items.stream().map(ItemId::value).toList();
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            var some = ids.subList(at, Math.min(at + AT_ONCE, ids.size()));
            events(LIVE.GROUP_ID.in(select(ITEM.GROUP_ID).from(ITEM).where(ITEM.ID.in(some))), events);
        }
    }

    private void events(Condition which, Consumer<Row> events) {
        try (var rows = database.reading()
                .select(
                        LIVE.ITEM_ID,
                        LIVE.KIND,
                        LIVE.LANGUAGE,
                        LIVE.PATH,
                        LIVE.HEADLINE,
                        LIVE.STANDFIRST,
                        LIVE.PUBLISHED_AT,
                        LIVE.CARD)
                .from(LIVE)
                .where(LIVE.STANDS.eq(inline(Kind.Stands.CALENDAR.word())))
                .and(which)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> events.accept(new Row(
                    new ItemId(row.value1()),
                    new KindName(row.value2()),
                    new Language(row.value3()),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    Instant.ofEpochMilli(row.value7()),
                    StoredContent.fields(row.value8()))));
        }
    }

    /** The values of these items, which readers see. */
    public void values(Collection<ItemId> items, ValueOf values) {
        var ids = items.stream().map(ItemId::value).toList();
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            some(ids.subList(at, Math.min(at + AT_ONCE, ids.size())), values);
        }
    }

    /** Takes a value of a field. */
    @FunctionalInterface
    public interface ValueOf {
        void take(ItemId item, String field, String value);
    }

    private void some(List<Long> items, ValueOf values) {
        try (var rows = database.reading()
                .select(FIELD_VALUE.ITEM_ID, FIELD_VALUE.FIELD, FIELD_VALUE.VALUE)
                .from(FIELD_VALUE)
                .join(LIVE)
                .on(LIVE.ITEM_ID.eq(FIELD_VALUE.ITEM_ID))
                .where(FIELD_VALUE.ITEM_ID.in(items))
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> values.take(new ItemId(row.value1()), row.value2(), row.value3()));
        }
    }
}
