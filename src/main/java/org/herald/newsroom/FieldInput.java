package org.herald.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Newspaper;
import org.jspecify.annotations.Nullable;

/**
 * A field of a kind as the form of the text screen shows it.
 *
 * @param name of its first input
 * @param help may be empty
 */
public record FieldInput(String name, String label, String help, List<Part> parts) {

    static final String PREFIX = "field.";

    /** One input. */
    public record Part(String name, String value) {}

    /**
     * The fields of a kind.
     *
     * @param kicker stands above the headline; null when the kind has none
     * @param others in the order of the declaration
     */
    public record All(@Nullable FieldInput kicker, List<FieldInput> others) {}

    /** The name of the first input of a field. */
    static String name(Field field) {
        return name(field, field.type().parts().getFirst());
    }

    /** The name of an input of a field. */
    static String name(Field field, String part) {
        return PREFIX + field.name() + (part.isEmpty() ? "" : "." + part);
    }

    /** @param typed what stands in each input, by its name */
    static All all(Kind kind, Map<String, String> typed, Words words) {
        FieldInput kicker = null;
        var others = new ArrayList<FieldInput>();
        for (Field field : kind.fields()) {
            var input = of(field, typed, words);
            if (field.name().equals(Newspaper.KICKER)) {
                kicker = input;
            } else {
                others.add(input);
            }
        }
        return new All(kicker, others);
    }

    private static FieldInput of(Field field, Map<String, String> typed, Words words) {
        var language = new Language(words.tag());
        return new FieldInput(
                name(field),
                Parts.label(words, field),
                field.help().in(language).orElse(""),
                field.type().parts().stream()
                        .map(part -> new Part(name(field, part), typed.getOrDefault(name(field, part), "")))
                        .toList());
    }
}
