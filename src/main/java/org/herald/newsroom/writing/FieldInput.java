package org.herald.newsroom.writing;

import java.util.List;
import org.herald.model.Language;
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
 * @param shape what scripts must know to make more of it
 * @param understood what its value is taken for, where that is not plain from what stands in the inputs; may be empty
 * @param rows one, but for galleries and files
 * @param locked its value where it is changed elsewhere; null when it is changed here
 */
public record FieldInput(
        String name,
        String label,
        String demand,
        String help,
        Shape shape,
        String understood,
        List<Row> rows,
        @Nullable Locked locked) {

    static final String PREFIX = "field.";

    /**
     * What a field is to scripts.
     *
     * @param isGroup true when its inputs have labels of their own
     * @param isParsed true when what is typed may be understood in several ways
     * @param most how many rows it may have; 0 when it has none
     */
    public record Shape(String kind, String field, String type, boolean isGroup, boolean isParsed, int most) {

        public boolean isHours() {
            return type.equals("opening-hours");
        }

        public boolean isPoint() {
            return type.equals("coordinates");
        }

        public boolean isTimes() {
            return type.equals("event-times");
        }
    }

    /** True when it needs the whole width: a text with its tools, or a list of items. */
    public boolean isWide() {
        return rows.stream()
                .flatMap(row -> row.parts().stream())
                .anyMatch(part -> part.isMarkup() || part.picker() != null);
    }

    /** True when its inputs have labels of their own. */
    public boolean isGroup() {
        return shape.isGroup();
    }

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
     * @param picker how what the value names is found; null for a value that names neither items nor files
     */
    public record Part(
            String name,
            String label,
            Control control,
            String mode,
            String value,
            String hint,
            List<Option> options,
            @Nullable Picker picker) {

        static Part of(String name, String label, Control control, String value) {
            return new Part(name, label, control, "", value, "", List.of(), null);
        }

        static Part of(String name, Control control, String value, List<Option> options) {
            return new Part(name, "", control, "", value, "", options, null);
        }

        static Part line(String name, String label, String mode, String value) {
            return new Part(name, label, Control.LINE, mode, value, "", List.of(), null);
        }

        Part with(Picker how) {
            return new Part(name, label, control, mode, value, hint, options, how);
        }

        Part withHint(String text) {
            return new Part(name, label, control, mode, value, text, options, picker);
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

        public boolean isZone() {
            return control == Control.ZONE;
        }

        public String hintId() {
            return hint.isEmpty() ? "" : name + "-hint";
        }
    }

    /**
     * How items or files are found and chosen in place of typing their numbers.
     *
     * @param word {@code picture}, {@code file} or {@code items}
     * @param source the address at which they are searched
     * @param isOne true when it names one at most
     * @param named what the value names now
     */
    public record Picker(String word, String source, boolean isOne, List<Named> named) {

        /** What is said where nothing can be chosen, and numbers are typed. */
        public String hintKey() {
            return "field.by-number-" + word;
        }
    }

    /**
     * An item or a file that a value names.
     *
     * @param id its number
     * @param name its headline or file name; empty when it does not exist
     * @param hint what else tells it from others
     * @param thumbnail the address of a small picture of it; empty when there is none
     */
    public record Named(String id, String name, String hint, String thumbnail, boolean isItem) {}

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
        CHECK,
        /** One line with names to choose from, which most users never need. */
        ZONE
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
     * Fields that stand together.
     *
     * @param label empty for those without a heading, which come first
     */
    public record Group(String label, List<FieldInput> fields) {}

    /**
     * The fields of a kind.
     *
     * @param kicker stands above the headline; null when the kind has none
     * @param groups in the order of the declaration
     */
    public record All(@Nullable FieldInput kicker, List<Group> groups) {

        /** True when they need more room than there is beside the text. */
        public boolean isWide() {
            return groups.stream().anyMatch(group -> !group.label().isEmpty())
                    || groups.stream().flatMap(group -> group.fields().stream()).anyMatch(FieldInput::isGroup);
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

    /** The fields of a kind, with the inputs that are made for them. */
    static All all(Kind kind, Language language, FieldInputs inputs) {
        var kicker = kind.field(Newspaper.KICKER).map(inputs::of).orElse(null);
        return new All(
                kicker,
                kind.parts().stream()
                        .map(part -> new Group(
                                part.group()
                                        .map(group -> group.label().in(language).orElse(group.name()))
                                        .orElse(""),
                                part.fields().stream()
                                        .filter(field -> !field.name().equals(Newspaper.KICKER))
                                        .map(inputs::of)
                                        .toList()))
                        .filter(group -> !group.fields().isEmpty())
                        .toList());
    }
}
