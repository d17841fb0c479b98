package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A text without markup.
 *
 * @param longest in UTF-16 code units
 * @param hasLines true when it may have several lines
 */
public record TextType(int longest, boolean hasLines) implements FieldType {

    public static final int USUAL_LONGEST = 500;
    public static final String WORD = "text";

    public TextType(int longest) {
        this(longest, false);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable JsonValue typed(Map<String, String> parts) {
        String text = parts.getOrDefault("", "");
        return Blank.is(text) ? null : new JsonValue.Text(text);
    }

    @Override
    public Map<String, String> shown(JsonValue value) {
        return Map.of("", text(value));
    }

    @Override
    public Optional<Reason> fault(JsonValue value) {
        if (!(value instanceof JsonValue.Text(String text))) {
            return Optional.of(Texts.reason("form", Texts.quoted(value.canonical())));
        }
        return text.length() > longest
                ? Optional.of(new Reason("refused.field-long", List.of(text.length(), longest)))
                : Optional.empty();
    }

    @Override
    public String text(JsonValue value) {
        return value.asText();
    }

    @Override
    public boolean isSorted() {
        return true;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        return value instanceof JsonValue.Text(String text) ? List.of(FilterValue.of(text)) : List.of();
    }
}
