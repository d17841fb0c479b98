package org.herald.newsroom;

import java.util.List;
import java.util.Map;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Newspaper;
import org.jspecify.annotations.Nullable;

/**
 * A field of a kind as the form of the text screen shows it.
 *
 * @param name of its first input
 * @param demand when it must be filled in; may be empty
 * @param help what may be typed; may be empty
 * @param isGroup true when its inputs have labels of their own
 * @param rows one, but for galleries and files
 * @param locked its value where it is changed elsewhere; null when it is changed here
 */
public record FieldInput(
        String name,
        String label,
        String demand,
        String help,
        boolean isGroup,
        List<Row> rows,
        @Nullable Locked locked) {

    static final String PREFIX = "field.";

    /**
     * Inputs that belong together.
     *
     * @param label empty where the field has one row
     */
    public record Row(String label, List<Part> parts) {}

    /**
     * One input.
     *
     * @param label empty where the field's label is its label
     * @param mode which keyboard a telephone shows; may be empty
     * @param hint may be empty
     * @param options of a list from which one is chosen
     */
    public record Part(
            String name, String label, Control control, String mode, String value, String hint, List<Option> options) {

        static Part line(String name, String label, String mode, String value) {
            return new Part(name, label, Control.LINE, mode, value, "", List.of());
        }

        /** True when the value is written in the language of the text. */
        public boolean isWords() {
            return control == Control.WORDS || control == Control.LINES || control == Control.MARKUP;
        }

        public boolean isLines() {
            return control == Control.LINES || control == Control.NOTES;
        }

        public boolean isMarkup() {
            return control == Control.MARKUP;
        }

        public boolean isSelect() {
            return control == Control.SELECT;
        }

        public boolean isCheck() {
            return control == Control.CHECK;
        }

        public String hintId() {
            return hint.isEmpty() ? "" : name + "-hint";
        }
    }

    /** What an input is. */
    public enum Control {
        /** One line of a value that is the same in all languages. */
        LINE,
        /** One line of words. */
        WORDS,
        /** Several lines of words. */
        LINES,
        /** Several lines of a value that is the same in all languages. */
        NOTES,
        MARKUP,
        SELECT,
        CHECK
    }

    public record Option(String value, String label, boolean isChosen) {}

    /**
     * A value that is changed at the original.
     *
     * @param lines none when it is absent
     */
    public record Locked(List<String> lines, String url) {}

    /** The original of a translation, from which it takes its shared fields. */
    record SharedFrom(Fields fields, String url) {}

    /**
     * The fields of a kind.
     *
     * @param kicker stands above the headline; null when the kind has none
     * @param others in the order of the declaration
     */
    public record All(@Nullable FieldInput kicker, List<FieldInput> others) {

        /** True when they need more room than there is beside the text. */
        public boolean isWide() {
            return others.stream().anyMatch(FieldInput::isGroup);
        }
    }

    public String hintId() {
        return help.isEmpty() ? "" : name + "-hint";
    }

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
        return all(kind, typed, words, null);
    }

    /**
     * @param typed what stands in each input, by its name
     * @param shared the original of a translation; null for an original
     */
    static All all(Kind kind, Map<String, String> typed, Words words, @Nullable SharedFrom shared) {
        var inputs = new FieldInputs(typed, words, shared);
        var kicker = kind.field(Newspaper.KICKER).map(inputs::of).orElse(null);
        return new All(
                kicker,
                kind.fields().stream()
                        .filter(field -> !field.name().equals(Newspaper.KICKER))
                        .map(inputs::of)
                        .toList());
    }
}
