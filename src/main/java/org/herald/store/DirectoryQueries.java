package org.herald.store;

import static org.herald.store.schema.Tables.FIELD_VALUE;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.kind.Fields;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What readers see of the kinds that stand in directories, as an index in memory reads it: whole, or what has changed. */
public final class DirectoryQueries {

    private static final int AT_ONCE = 1000;

    private final Database database;

    public DirectoryQueries(Database database) {
        this.database = database;
    }

    /**
     * An entry that readers see.
     *
     * @param group of it and its translations
     */
    public record Entry(
            ItemId id,
            GroupId group,
            KindName kind,
            Language language,
            String path,
            String headline,
            Instant publishedAt) {}

    /** A value of a field of such an entry. */
    public record Value(ItemId entry, String field, FilterValue value) {}

    /**
     * Brings an index up to date. A page that is made from it depends on what is taken from the index, which its maker notes,
     * and not on the questions that are asked here.
     */
    public void beside(Runnable asking) {
        database.beside(asking);
    }

    /** All entries, and then their values. */
    public void all(Consumer<Entry> entries, Consumer<Value> values) {
        entries(DSL.noCondition(), entries);
        values(DSL.noCondition(), values);
    }

    /** Those of the groups of translations of these items, and then their values. */
    public void of(Collection<ItemId> items, Consumer<Entry> entries, Consumer<Value> values) {
        inGroups(items, which -> {
            entries(which, entries);
            values(which, values);
        });
    }

    private static void inGroups(Collection<ItemId> items, Consumer<Condition> asking) {
        var ids = items.stream().map(ItemId::value).toList();
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            var some = ids.subList(at, Math.min(at + AT_ONCE, ids.size()));
            asking.accept(LIVE.GROUP_ID.in(select(ITEM.GROUP_ID).from(ITEM).where(ITEM.ID.in(some))));
        }
    }

    /** The fields that readers see of the entries of a kind, a translation's with those it shares. */
    public void fields(Kind kind, BiConsumer<ItemId, Fields> fields) {
        fields(kind, DSL.noCondition(), fields);
    }

    /** The same of the groups of translations of these items. */
    public void fields(Kind kind, Collection<ItemId> items, BiConsumer<ItemId, Fields> fields) {
        inGroups(items, which -> fields(kind, which, fields));
    }

    private void fields(Kind kind, Condition which, BiConsumer<ItemId, Fields> fields) {
        var shared = REVISION.as("shared");
        var last = PUBLICATION.as("last");
        try (var rows = database.reading()
                .select(LIVE.ITEM_ID, REVISION.FIELDS, shared.FIELDS)
                .from(LIVE)
                .join(REVISION)
                .on(REVISION.ID.eq(LIVE.REVISION_ID))
                .leftJoin(PUBLICATION)
                .on(LIVE.GROUP_ID.ne(LIVE.ITEM_ID))
                .and(PUBLICATION.ID.eq(select(max(last.ID)).from(last).where(last.ITEM_ID.eq(LIVE.GROUP_ID))))
                .leftJoin(shared)
                .on(shared.ID.eq(PUBLICATION.REVISION_ID))
                .where(LIVE.KIND.eq(kind.name().word()))
                .and(which)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> {
                Fields own = StoredContent.fields(row.value2());
                String original = row.value3();
                fields.accept(
                        new ItemId(row.value1()),
                        original == null ? own : kind.withShared(own, StoredContent.fields(original)));
            });
        }
    }

    private void entries(Condition which, Consumer<Entry> entries) {
        try (var rows = database.reading()
                .select(
                        LIVE.ITEM_ID,
                        LIVE.GROUP_ID,
                        LIVE.KIND,
                        LIVE.LANGUAGE,
                        LIVE.PATH,
                        LIVE.HEADLINE,
                        LIVE.PUBLISHED_AT)
                .from(LIVE)
                .where(LIVE.STANDS.eq(inline(Kind.Stands.DIRECTORY.word())))
                .and(which)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> entries.accept(new Entry(
                    new ItemId(row.value1()),
                    new GroupId(row.value2()),
                    new KindName(row.value3()),
                    new Language(row.value4()),
                    row.value5(),
                    row.value6(),
                    Instant.ofEpochMilli(row.value7()))));
        }
    }

    private void values(Condition which, Consumer<Value> values) {
        try (var rows = database.reading()
                .select(FIELD_VALUE.ITEM_ID, FIELD_VALUE.FIELD, FIELD_VALUE.VALUE, FIELD_VALUE.SORT)
                .from(FIELD_VALUE)
                .join(LIVE)
                .on(LIVE.ITEM_ID.eq(FIELD_VALUE.ITEM_ID))
                .where(LIVE.STANDS.eq(inline(Kind.Stands.DIRECTORY.word())))
                .and(which)
                .orderBy(FIELD_VALUE.ITEM_ID, FIELD_VALUE.FIELD, FIELD_VALUE.SORT)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> values.accept(
                    new Value(new ItemId(row.value1()), row.value2(), new FilterValue(row.value3(), row.value4()))));
        }
    }
}
