package org.herald.store;

import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.herald.store.schema.Tables.REFERENCE;
import static org.herald.store.schema.Tables.REVISION;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.SECTION_TITLE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.schema.tables.Publication;
import org.herald.store.schema.tables.Revision;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What readers see of all items, as a search index reads it: whole, or what has changed. */
public final class SearchQueries {

    private static final int AT_ONCE = 500;
    private static final String BEFORE_ID = "item:";
    private static final Revision SHARED = REVISION.as("shared");
    private static final Publication LAST = PUBLICATION.as("last");

    private final Database database;
    private final Kinds kinds;

    public SearchQueries(Database database, Kinds kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /**
     * An item that readers see, with its words.
     *
     * @param sections the section in which it stands and those above it, without the root
     * @param titles of these sections in its language
     * @param content with the fields that a translation shares with its original
     */
    public record Words(
            ItemId id,
            GroupId group,
            KindName kind,
            Language language,
            String path,
            List<SectionId> sections,
            List<String> titles,
            Content content,
            Instant publishedAt,
            LocalDate publishedOn) {}

    /** Brings an index up to date: what is asked here is not what a page that is being rendered depends on. */
    public void beside(Runnable asking) {
        database.beside(asking);
    }

    /** How many items readers see. */
    public int count() {
        return database.reading().fetchCount(LIVE);
    }

    /** All items, a group of translations at a time. */
    public void all(Consumer<List<Words>> group) {
        read(DSL.noCondition(), group);
    }

    /**
     * Those of the groups of translations of these items, a group at a time.
     *
     * @return the members of these groups, also those that readers do not see
     */
    public List<ItemId> of(Collection<ItemId> items, Consumer<List<Words>> group) {
        var ids = items.stream().map(ItemId::value).toList();
        var members = new ArrayList<ItemId>();
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            var some = ids.subList(at, Math.min(at + AT_ONCE, ids.size()));
            var named = ITEM.as("named");
            var groups = select(named.GROUP_ID).from(named).where(named.ID.in(some));
            members.addAll(database.reading()
                    .select(ITEM.ID)
                    .from(ITEM)
                    .where(ITEM.GROUP_ID.in(groups))
                    .fetch(row -> new ItemId(row.value1())));
            read(LIVE.GROUP_ID.in(groups), group);
        }
        return members;
    }

    /** The headlines of these items that readers see, by language. */
    public Map<ItemId, Map<Language, String>> headlines(Collection<ItemId> items) {
        var found = new HashMap<ItemId, Map<Language, String>>();
        var ids = items.stream().map(ItemId::value).toList();
        var named = ITEM.as("named");
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            database.reading()
                    .select(named.ID, LIVE.LANGUAGE, LIVE.HEADLINE)
                    .from(named)
                    .join(LIVE)
                    .on(LIVE.GROUP_ID.eq(named.GROUP_ID))
                    .where(named.ID.in(ids.subList(at, Math.min(at + AT_ONCE, ids.size()))))
                    .forEach(row -> found.computeIfAbsent(new ItemId(row.value1()), _ -> new HashMap<>())
                            .put(new Language(row.value2()), row.value3()));
        }
        return found;
    }

    /** The items that name one of these, or a translation of it, while readers see them; at most so many. */
    public List<ItemId> naming(Collection<ItemId> items, int most) {
        var found = new ArrayList<ItemId>();
        var ids = items.stream().map(ItemId::value).toList();
        var named = ITEM.as("named");
        for (int at = 0; at < ids.size() && found.size() < most; at += AT_ONCE) {
            database.reading()
                    .selectDistinct(REFERENCE.SUBJECT)
                    .from(named)
                    .join(ITEM)
                    .on(ITEM.GROUP_ID.eq(named.GROUP_ID))
                    .join(REFERENCE)
                    .on(REFERENCE.OBJECT.eq(DSL.concat(inline(BEFORE_ID), ITEM.ID.cast(String.class))))
                    .where(named.ID.in(ids.subList(at, Math.min(at + AT_ONCE, ids.size()))))
                    .and(REFERENCE.SUBJECT.like(BEFORE_ID + "%"))
                    .limit(inline(most - found.size()))
                    .forEach(row ->
                            found.add(new ItemId(Long.parseLong(row.value1().substring(BEFORE_ID.length())))));
        }
        return found;
    }

    /** The items that readers see in a section and below it, at most so many. */
    public List<ItemId> in(SectionId section, int most) {
        var all = sections();
        var below = all.entrySet().stream()
                .filter(each -> each.getValue().contains(section))
                .map(Map.Entry::getKey)
                .toList();
        return database.reading()
                .select(LIVE.ITEM_ID)
                .from(LIVE)
                .where(LIVE.SECTION_ID.in(below))
                .limit(inline(most))
                .fetch(row -> new ItemId(row.value1()));
    }

    private void read(Condition which, Consumer<List<Words>> group) {
        var above = sections();
        var titles = titles();
        var members = new ArrayList<Words>();
        try (var rows = database.reading()
                .select(LIVE.ITEM_ID, LIVE.GROUP_ID, LIVE.KIND, LIVE.LANGUAGE, LIVE.PATH, LIVE.SECTION_ID)
                .select(LIVE.PUBLISHED_AT, LIVE.PUBLISHED_DAY, SHARED.FIELDS)
                .select(Contents.FIELDS)
                .from(LIVE)
                .join(REVISION)
                .on(REVISION.ID.eq(LIVE.REVISION_ID))
                .leftJoin(PUBLICATION)
                .on(LIVE.GROUP_ID.ne(LIVE.ITEM_ID))
                .and(PUBLICATION.ID.eq(select(max(LAST.ID)).from(LAST).where(LAST.ITEM_ID.eq(LIVE.GROUP_ID))))
                .leftJoin(SHARED)
                .on(SHARED.ID.eq(PUBLICATION.REVISION_ID))
                .where(which)
                .orderBy(LIVE.GROUP_ID, LIVE.ITEM_ID)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                var words = words(row, above, titles);
                if (!members.isEmpty() && !members.getFirst().group().equals(words.group())) {
                    group.accept(List.copyOf(members));
                    members.clear();
                }
                members.add(words);
            }
        }
        if (!members.isEmpty()) {
            group.accept(List.copyOf(members));
        }
    }

    private Words words(Record row, Map<Long, List<SectionId>> above, Map<Titled, String> titles) {
        var language = new Language(row.get(LIVE.LANGUAGE));
        var sections = above.getOrDefault(row.get(LIVE.SECTION_ID), List.of());
        var kind = new KindName(row.get(LIVE.KIND));
        var content = Contents.of(row);
        Optional<Kind> declared = kinds.find(kind);
        Optional<Fields> original = Optional.ofNullable(row.get(SHARED.FIELDS)).map(StoredContent::fields);
        return new Words(
                new ItemId(row.get(LIVE.ITEM_ID)),
                new GroupId(row.get(LIVE.GROUP_ID)),
                kind,
                language,
                row.get(LIVE.PATH),
                sections,
                sections.stream()
                        .flatMap(section -> Optional.ofNullable(titles.get(new Titled(section, language))).stream())
                        .toList(),
                declared.flatMap(known ->
                                original.map(shared -> content.withFields(known.withShared(content.fields(), shared))))
                        .orElse(content),
                Instant.ofEpochMilli(row.get(LIVE.PUBLISHED_AT)),
                LocalDate.parse(row.get(LIVE.PUBLISHED_DAY)));
    }

    private record Titled(SectionId section, Language language) {}

    private Map<Titled, String> titles() {
        var titles = new HashMap<Titled, String>();
        database.reading()
                .select(SECTION_TITLE.SECTION_ID, SECTION_TITLE.LANGUAGE, SECTION_TITLE.TITLE)
                .from(SECTION_TITLE)
                .forEach(row ->
                        titles.put(new Titled(new SectionId(row.value1()), new Language(row.value2())), row.value3()));
        return titles;
    }

    private Map<Long, List<SectionId>> sections() {
        var parents = new HashMap<Long, Long>();
        database.reading()
                .select(SECTION.ID, SECTION.PARENT_ID)
                .from(SECTION)
                .where(SECTION.PARENT_ID.isNotNull())
                .forEach(row -> parents.put(row.value1(), row.value2()));
        var above = new HashMap<Long, List<SectionId>>();
        parents.keySet().forEach(section -> {
            var line = new ArrayList<SectionId>();
            for (Long at = section; parents.containsKey(at); at = parents.get(at)) {
                line.add(new SectionId(at));
            }
            above.put(section, List.copyOf(line));
        });
        return above;
    }
}
