package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Words;

/** Several files in their order, each an object with {@code asset} and {@code title}, which may be absent. */
public record FilesType() implements RowsType {

    private static final String TITLE = "title";
    private static final List<String> COLUMNS = List.of(PictureType.ASSET, TITLE);
    private static final int MOST = 30;

    @Override
    public String word() {
        return "files";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Parsed row(Map<String, String> parts) {
        return PictureType.asset(parts, PictureType.ASSET, COLUMNS);
    }

    @Override
    public List<FactLine> rowLines(JsonValue row, Words words) {
        return PictureType.named(row, PictureType.ASSET).stream()
                .<FactLine>map(named -> new FactLine.Own(named, row.text(TITLE)))
                .toList();
    }

    @Override
    public Optional<JsonValue> rowSchemaOrg(JsonValue row, UnaryOperator<String> urls) {
        String url =
                PictureType.named(row, PictureType.ASSET).stream().map(urls).collect(Collectors.joining());
        return Optional.of(url).filter(text -> !text.isEmpty()).map(JsonValue.Text::new);
    }

    @Override
    public Optional<JsonValue> rowJson(
            JsonValue row, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return PictureType.json(row, List.of(TITLE), named);
    }
}
