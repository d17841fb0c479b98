package org.herald.model.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * Several values of one form, each in a row of inputs; the part {@code 2-alt} is the alternative text of the second. Rows
 * without a value are left out, so that a form may offer empty ones.
 */
public sealed interface RowsType extends ParsedType permits FilesType, GalleryType {

    /** The most rows. */
    int most();

    /** The parts of one row; the first one is what the row cannot be without. */
    List<String> columns();

    /** Reads one row of which at least one part is not blank. */
    Parsed row(Map<String, String> parts);

    /** A row in the language of readers. */
    List<FactLine> rowLines(JsonValue row, Words words);

    Optional<JsonValue> rowSchemaOrg(JsonValue row, UnaryOperator<String> urls);

    Optional<JsonValue> rowJson(JsonValue row, Language language, Function<String, Optional<JsonValue.Members>> named);

    static String part(int row, String column) {
        return row + "-" + column;
    }

    @Override
    default List<String> parts() {
        return IntStream.rangeClosed(1, most())
                .boxed()
                .flatMap(row -> columns().stream().map(column -> part(row, column)))
                .toList();
    }

    @Override
    default Parsed parse(Map<String, String> parts) {
        var rows = new ArrayList<JsonValue>();
        for (int number = 1; number <= most(); number++) {
            var row = new LinkedHashMap<String, String>();
            for (String column : columns()) {
                row.put(column, Texts.part(parts, part(number, column)));
            }
            if (Texts.areBlank(row)) {
                continue;
            }
            switch (row(row)) {
                case Parsed.Value(JsonValue value) -> rows.add(value);
                case Parsed.Unfit unfit -> {
                    return unfit;
                }
            }
        }
        return rows.isEmpty() ? Parsed.unfit("asset-none") : new Parsed.Value(new JsonValue.Values(rows));
    }

    @Override
    default Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        int number = 1;
        for (JsonValue row : value.asList()) {
            for (String column : columns()) {
                parts.put(part(number, column), row.text(column));
            }
            number++;
        }
        return parts;
    }

    @Override
    default String text(JsonValue value) {
        return value.asList().stream()
                .map(row -> columns().stream()
                        .map(row::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    default Set<String> named(JsonValue value) {
        return value.asList().stream()
                .flatMap(row -> PictureType.named(row, columns().getFirst()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    default List<FactLine> lines(JsonValue value, Words words) {
        return value.asList().stream()
                .flatMap(row -> rowLines(row, words).stream())
                .toList();
    }

    @Override
    default Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        List<JsonValue> rows = value.asList().stream()
                .flatMap(row -> rowSchemaOrg(row, urls).stream())
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Values(rows));
    }

    @Override
    default Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return Optional.of(new JsonValue.Values(value.asList().stream()
                .flatMap(row -> rowJson(row, language, named).stream())
                .toList()));
    }
}
