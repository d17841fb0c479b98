package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field are. A form has one or more inputs for a field, its <em>parts</em>: coordinates have {@code
 * latitude} and {@code longitude}, a plain text has one that is called {@code ""}.
 *
 * <p>What was typed and is no value of the type is not lost: it becomes an object with the member {@link #TYPED}, which
 * drafts keep, forms show again, and {@link #fault} refuses to save.
 *
 * <p>All methods take any value, also one of another type, as it may be stored since a time when the field was declared
 * otherwise; none of them throws.
 */
public sealed interface FieldType permits TextType, ParsedType {

    /** The member under which parts are kept that are no value. */
    String TYPED = "typed";

    /** The word by which declarations name the type: {@code opening-hours}. */
    String word();

    /** The parts of its form, in their order. */
    List<String> parts();

    /** The value that was typed into the parts; null when all are blank. */
    @Nullable
    JsonValue typed(Map<String, String> parts);

    /** What the parts of a form show for this value, in their order. */
    Map<String, String> shown(JsonValue value);

    /** Why this is no value of the type; absent when it is one. */
    Optional<Reason> fault(JsonValue value);

    /** The value as plain text, for comparison, merging and search; several lines where it has several parts. */
    String text(JsonValue value);

    /** True when the value is HTML, which must be brought into the subset of bodies before it is saved. */
    default boolean isMarkup() {
        return false;
    }

    /** True when readers can narrow a list by values of the type in this way. */
    default boolean isFiltered(Field.Filter how) {
        return how == Field.Filter.NONE;
    }

    /** The values that are declared; none for a type that takes others. */
    default List<Choice> choices() {
        return List.of();
    }

    /** True when a list can be sorted by values of the type. */
    default boolean isSorted() {
        return false;
    }

    /** What filters and sorting ask of the value; the first is what it is sorted by. */
    default List<FilterValue> filterValues(JsonValue value) {
        return List.of();
    }

    /** The items and assets that the value names: {@code asset:7}, {@code item:12}. */
    default Set<String> named(JsonValue value) {
        return Set.of();
    }

    /** The value in a reader's language; no line for one that is not of the type. */
    default List<FactLine> lines(JsonValue value, Words words) {
        return text(value).lines().<FactLine>map(FactLine.Plain::new).toList();
    }

    /**
     * The value of a property of schema.org; absent when it has none.
     *
     * @param urls the address of {@code asset:7} or {@code item:12}; empty for one that readers cannot see
     */
    default Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return Optional.of(text(value)).filter(text -> !text.isEmpty()).map(JsonValue.Text::new);
    }

    /**
     * The value for other programs, with numbers as numbers and with what it names; absent for what readers do not see.
     *
     * @param named members that describe {@code asset:7} or {@code item:12}; absent for one that readers cannot see
     */
    default Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return Optional.of(value);
    }

    /** The parts that were typed and are no value; absent for a value that is one. */
    static Optional<Map<String, String>> unfit(JsonValue value) {
        return value instanceof JsonValue.Members(var members)
                        && members.get(TYPED) instanceof JsonValue.Members(var parts)
                ? Optional.of(Texts.of(parts))
                : Optional.empty();
    }
}
