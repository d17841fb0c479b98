package org.herald.newsroom.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.DateType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.YearType;
import org.herald.model.kind.YesNoType;
import org.herald.newsroom.Sections;
import org.herald.newsroom.TypedNumber;
import org.herald.store.KindTableQueries;

/**
 * Which rows and columns of a kind's table are asked for, as the address has it; what is empty means any.
 *
 * @param columns names of fields
 * @param sort {@code headline}, {@code changed}, {@code state} or the name of a field
 * @param page the first is 1
 * @param isEdited true when cells are inputs
 */
record KindTableView(Rows rows, List<String> columns, String sort, boolean isDescending, int page, boolean isEdited) {

    static final String HEADLINE = "headline";
    static final String CHANGED = "changed";
    static final String STATE = "state";

    private static final String VALUE = "is.";
    private static final int FIRST_COLUMNS = 5;
    private static final int LONGEST = 200;
    private static final int MOST_PAGES = 1_000_000;

    /**
     * Which rows.
     *
     * @param values what fields must be, by their names
     */
    record Rows(String state, String section, String language, String words, Map<String, String> values) {}

    static KindTableView of(Kind kind, MultivaluedMap<String, String> query) {
        var values = new LinkedHashMap<String, String>();
        kind.fields().stream().filter(KindTableView::isFiltered).forEach(field -> {
            String value = text(query, VALUE + field.name());
            if (field.type().typed(part(field.type(), value)) != null
                    && value(field, value).isPresent()) {
                values.put(field.name(), value);
            }
        });
        String state = text(query, STATE);
        String section = text(query, "section");
        String language = text(query, "language");
        String sort = text(query, "sort");
        boolean isSort = Set.of(HEADLINE, CHANGED, STATE).contains(sort)
                || kind.field(sort).filter(field -> field.type().isSorted()).isPresent();
        return new KindTableView(
                new Rows(
                        Stream.of(State.values()).anyMatch(each -> each.word().equals(state)) ? state : "",
                        TypedNumber.read(section).isPresent() ? section : "",
                        Language.isTag(language) ? language : "",
                        text(query, "q"),
                        values),
                columns(kind, query.getOrDefault("column", List.of())),
                isSort ? sort : HEADLINE,
                text(query, "order").equals("down"),
                TypedNumber.read(text(query, "page"))
                        .filter(page -> page > 0 && page <= MOST_PAGES)
                        .map(Long::intValue)
                        .orElse(1),
                !text(query, "edit").isEmpty());
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        String text = Optional.ofNullable(query.getFirst(name)).orElse("").strip();
        return text.length() > LONGEST ? "" : text;
    }

    private static List<String> columns(Kind kind, List<String> asked) {
        var known = new LinkedHashSet<String>();
        kind.fields().stream().map(Field::name).filter(asked::contains).forEach(known::add);
        if (!known.isEmpty()) {
            return List.copyOf(known);
        }
        return Stream.concat(
                        kind.fields().stream().filter(field -> field.isCard() || isFiltered(field)),
                        kind.fields().stream().filter(field -> isEditable(field.type())))
                .map(Field::name)
                .distinct()
                .limit(FIRST_COLUMNS)
                .toList();
    }

    /** True for what rows can be narrowed by: a choice, several, yes or no. */
    static boolean isFiltered(Field field) {
        return field.type() instanceof ChoiceType
                || field.type() instanceof ChoicesType
                || field.type() instanceof YesNoType;
    }

    /** True for what is changed in the table itself: a value that one input holds. */
    static boolean isEditable(FieldType type) {
        return type instanceof ChoiceType
                || type instanceof YesNoType
                || type instanceof YearType
                || type instanceof NumberType
                || type instanceof DateType;
    }

    private static Map<String, String> part(FieldType type, String value) {
        return type instanceof ChoicesType ? (value.isEmpty() ? Map.of() : Map.of(value, "on")) : Map.of("", value);
    }

    /** The value that a field must have; empty for a word that it does not know. */
    private static Optional<JsonValue> value(Field field, String word) {
        return Optional.ofNullable(field.type().typed(part(field.type(), word)))
                .filter(value -> field.type().fault(value).isEmpty());
    }

    KindTableQueries.Filter asked(Kind kind, Sections sections) {
        var wanted = new LinkedHashMap<String, JsonValue>();
        rows.values()
                .forEach((name, word) -> kind.field(name)
                        .flatMap(field -> value(field, word))
                        .ifPresent(value -> wanted.put(name, value)));
        return new KindTableQueries.Filter(
                kind,
                rows.state().isEmpty() ? Set.of() : Set.of(State.of(rows.state())),
                rows.section().isEmpty()
                        ? Set.of()
                        : sections.withAllBelow(new SectionId(Long.parseLong(rows.section()))),
                rows.language().isEmpty() ? null : new Language(rows.language()),
                rows.words(),
                wanted);
    }

    KindTableView sorted(String by) {
        return new KindTableView(rows, columns, by, sort.equals(by) && !isDescending, 1, isEdited);
    }

    KindTableView at(int number) {
        return new KindTableView(rows, columns, sort, isDescending, number, isEdited);
    }

    KindTableView edited(boolean isOn) {
        return new KindTableView(rows, columns, sort, isDescending, page, isOn);
    }

    /** The address of the table without its beginning and question mark. */
    String query() {
        var pairs = new ArrayList<String>();
        add(pairs, "q", rows.words());
        add(pairs, STATE, rows.state());
        add(pairs, "section", rows.section());
        add(pairs, "language", rows.language());
        rows.values().forEach((name, value) -> add(pairs, VALUE + name, value));
        columns.forEach(column -> add(pairs, "column", column));
        add(pairs, "sort", sort.equals(HEADLINE) ? "" : sort);
        add(pairs, "order", isDescending ? "down" : "");
        add(pairs, "page", page == 1 ? "" : Integer.toString(page));
        add(pairs, "edit", isEdited ? "yes" : "");
        return pairs.stream().collect(Collectors.joining("&"));
    }

    private static void add(List<String> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
