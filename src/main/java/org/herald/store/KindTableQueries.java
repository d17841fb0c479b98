package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Revision;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The items of a kind as a table: their newest revisions with all fields, and where their translations stand. */
public final class KindTableQueries {

    private static final org.herald.store.schema.tables.Item ORIGINAL = ITEM.as("original");
    private static final org.herald.store.schema.tables.Revision OF_ORIGINAL = REVISION.as("of_original");
    private static final org.jooq.Field<String> FIELDS_OF_ORIGINAL = OF_ORIGINAL.FIELDS.as("fields_of_original");

    private final Database database;

    public KindTableQueries(Database database) {
        this.database = database;
    }

    /**
     * Which items; null and empty mean any.
     *
     * @param language null for originals in any language
     * @param words of the headline
     * @param values by field what a choice, one of several, or a yes or no must be; of a translation a shared field is that of
     *     its original
     */
    public record Filter(
            Kind kind,
            Set<State> states,
            Set<SectionId> sections,
            @Nullable Language language,
            String words,
            Map<String, JsonValue> values) {

        public Filter {
            states = Set.copyOf(states);
            sections = Set.copyOf(sections);
            values = Map.copyOf(values);
        }

        private List<Condition> conditions() {
            var conditions =
                    new ArrayList<Condition>(List.of(DESK.KIND.eq(kind.name().word())));
            conditions.add(language == null ? ITEM.GROUP_ID.eq(ITEM.ID) : DESK.LANGUAGE.eq(language.tag()));
            if (!states.isEmpty()) {
                conditions.add(
                        DESK.STATE.in(states.stream().map(State::word).sorted().toList()));
            }
            if (!sections.isEmpty()) {
                conditions.add(DESK.SECTION_ID.in(
                        sections.stream().map(SectionId::value).sorted().toList()));
            }
            Arrays.stream(words.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> conditions.add(DESK.HEADLINE_KEY.contains(DeskWrites.key(word))));
            var shared = kind.shared().stream().map(Field::name).collect(Collectors.toSet());
            values.forEach((field, value) ->
                    conditions.add(has(shared.contains(field) ? OF_ORIGINAL.FIELDS : REVISION.FIELDS, field, value)));
            return conditions;
        }

        /** Canonical JSON has one form of every value, so that text finds it; a quotation mark within a text is escaped. */
        private static Condition has(org.jooq.Field<String> fields, String field, JsonValue value) {
            String name = "\"" + field + "\":";
            String text = value.canonical();
            if (!(value instanceof JsonValue.Values)) {
                return fields.contains(name + text);
            }
            var list = DSL.substring(fields, DSL.position(fields, name + "["));
            return fields.contains(name + "[")
                    .and(DSL.substring(list, inline(1), DSL.position(list, "]"))
                            .contains(text.substring(1, text.length() - 1)));
        }
    }

    /**
     * A row.
     *
     * @param ofOriginal the fields of the newest revision of the original, those of the item itself when it is one
     * @param change the state of the change that waits; null when none does
     */
    public record Line(
            Item item,
            Revision head,
            Fields ofOriginal,
            @Nullable State change) {}

    /** An item of a group of translations. */
    public record Translated(ItemId item, GroupId group, Language language, State state, boolean isStale) {}

    /** By what the rows are ordered. */
    public enum Order {
        HEADLINE,
        CHANGED,
        STATE
    }

    public List<Line> list(Filter filter, Order order, boolean isDescending, int offset, int count) {
        return database.reading()
                .select(ITEM.fields())
                .select(RevisionQueries.FIELDS)
                .select(FIELDS_OF_ORIGINAL)
                .from(rows())
                .where(filter.conditions())
                .orderBy(order(order, isDescending), ITEM.ID)
                .limit(inline(count))
                .offset(inline(offset))
                .fetch(row -> {
                    String change = row.get(ITEM.CHANGE_STATE);
                    return new Line(
                            Rows.item(row),
                            RevisionQueries.revision(row),
                            StoredContent.fields(row.get(FIELDS_OF_ORIGINAL)),
                            change == null ? null : State.of(change));
                });
    }

    private static TableOnConditionStep<Record> rows() {
        return ITEM.join(DESK)
                .on(DESK.ITEM_ID.eq(ITEM.ID))
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .join(ORIGINAL)
                .on(ORIGINAL.ID.eq(ITEM.GROUP_ID))
                .join(OF_ORIGINAL)
                .on(OF_ORIGINAL.ID.eq(ORIGINAL.HEAD_ID));
    }

    private static OrderField<?> order(Order order, boolean isDescending) {
        var by = switch (order) {
            case HEADLINE -> DESK.HEADLINE_KEY;
            case CHANGED -> DESK.CHANGED_AT;
            case STATE -> DESK.STATE;
        };
        return isDescending ? by.desc() : by.asc();
    }

    public int count(Filter filter) {
        return database.reading().fetchCount(DSL.select(ITEM.ID).from(rows()).where(filter.conditions()));
    }

    /** How many items of a kind there are, in all languages. */
    public int countAll(KindName kind) {
        return database.reading().fetchCount(DESK, DESK.KIND.eq(kind.word()));
    }

    /** All items of these groups. */
    public List<Translated> translations(Collection<GroupId> groups) {
        return groups.isEmpty()
                ? List.of()
                : database.reading()
                        .select(ITEM.ID, ITEM.GROUP_ID, ITEM.LANGUAGE, ITEM.STATE, DESK.IS_STALE)
                        .from(ITEM)
                        .join(DESK)
                        .on(DESK.ITEM_ID.eq(ITEM.ID))
                        .where(ITEM.GROUP_ID.in(
                                groups.stream().map(GroupId::value).distinct().toList()))
                        .fetch(row -> new Translated(
                                new ItemId(row.value1()),
                                new GroupId(row.value2()),
                                new Language(row.value3()),
                                State.of(row.value4()),
                                row.value5() == 1));
    }
}
