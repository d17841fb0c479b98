package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Words;

/** Several pictures in their order, each as {@link PictureType} has one. */
public record GalleryType() implements RowsType {

    private static final PictureType PICTURE = new PictureType();
    private static final int MOST = 30;

    @Override
    public String word() {
        return "gallery";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<String> columns() {
        return PictureType.PARTS;
    }

    @Override
    public Parsed row(Map<String, String> parts) {
        return PICTURE.parse(parts);
    }

    @Override
    public List<FactLine> rowLines(JsonValue row, Words words) {
        return PICTURE.lines(row, words);
    }

    @Override
    public Optional<JsonValue> rowSchemaOrg(JsonValue row, UnaryOperator<String> urls) {
        return PICTURE.schemaOrg(row, urls);
    }

    @Override
    public Optional<JsonValue> rowJson(
            JsonValue row, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return PICTURE.json(row, language, named);
    }
}
