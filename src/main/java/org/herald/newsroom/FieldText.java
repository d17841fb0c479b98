package org.herald.newsroom;

import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.Words;
import org.herald.model.kind.FactLine;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.JsonValue;
import org.jsoup.Jsoup;

/** The value of a field as one text, in the language of the user. */
public final class FieldText {

    private FieldText() {}

    /** The value as readers see it; what is no value of its type as it was typed. */
    public static String of(Field field, JsonValue value, Words words) {
        var unfit = FieldType.unfit(value);
        if (unfit.isPresent()) {
            return unfit.get().values().stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        }
        return field.type().lines(value, words).stream()
                .map(FieldText::line)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String line(FactLine line) {
        return switch (line) {
            case FactLine.Plain(String text) -> text;
            case FactLine.Outward(String text, String _) -> text;
            case FactLine.Own(String named, String text) -> text.isEmpty() ? named : text;
            case FactLine.Shown(var picture) -> picture.alt().isEmpty() ? "asset:" + picture.asset() : picture.alt();
            case FactLine.Markup(String html) -> Jsoup.parseBodyFragment(html).text();
        };
    }

    /** The value as readers see it; empty when it says the same as what was typed. */
    public static String understood(Field field, JsonValue value, Map<String, String> typed, Words words) {
        String text = of(field, value, words);
        return typed.containsValue(text) ? "" : text;
    }
}
