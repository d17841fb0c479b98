package org.herald.newsroom.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.DateType;
import org.herald.model.kind.EmailType;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.FilesType;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.KindName;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.MoneyType;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.OpeningHoursType;
import org.herald.model.kind.PictureType;
import org.herald.model.kind.RichTextType;
import org.herald.model.kind.RowsType;
import org.herald.model.kind.TelephoneType;
import org.herald.model.kind.TextType;
import org.herald.model.kind.YearType;
import org.herald.model.kind.YesNoType;
import org.herald.newsroom.FieldText;
import org.herald.newsroom.Parts;
import org.herald.newsroom.writing.FieldInput.Control;
import org.herald.newsroom.writing.FieldInput.Option;
import org.herald.newsroom.writing.FieldInput.Part;
import org.herald.newsroom.writing.FieldInput.Row;
import org.jspecify.annotations.Nullable;

/** Makes the inputs of fields: which they are, what stands in them and what is said of them. */
final class FieldInputs {

    /** Empty rows after those that are filled in. */
    private static final int SPARE_ROWS = 2;

    private static final String WORD = "field.";
    private static final String HINT = "hint.";
    private static final String NUMERIC = "decimal";

    private final KindName kind;
    private final Map<String, String> typed;
    private final Words words;
    private final Language language;
    private final FieldInput.@Nullable SharedFrom shared;
    private final NamedByFields named;

    /**
     * @param typed what stands in each input, by its name
     * @param shared the original of a translation; null for an original
     * @param named what the numbers in the inputs stand for
     */
    FieldInputs(
            KindName kind,
            Map<String, String> typed,
            Words words,
            FieldInput.@Nullable SharedFrom shared,
            NamedByFields named) {
        this.kind = kind;
        this.named = named;
        this.typed = typed;
        this.words = words;
        this.language = new Language(words.tag());
        this.shared = shared;
    }

    FieldInput of(Field field) {
        var rows = rows(field);
        return new FieldInput(
                FieldInput.name(field),
                Parts.label(words, field),
                switch (field.required()) {
                    case NO -> "";
                    case TO_PUBLISH -> words.say("field.demand-publish");
                    case TO_SAVE -> words.say("field.demand-save");
                },
                help(field),
                new FieldInput.Shape(
                        kind.word(),
                        field.name(),
                        field.type().word(),
                        rows.size() > 1 || rows.getFirst().parts().size() > 1,
                        isParsed(field.type()),
                        most(field.type())),
                isParsed(field.type()) ? understood(field) : "",
                rows,
                field.isShared() && shared != null ? locked(field, shared) : null);
    }

    private static int most(FieldType type) {
        return switch (type) {
            case RowsType several -> several.most();
            case EventTimesType _ -> EventTimesType.MOST;
            case FieldType _ -> 0;
        };
    }

    private static boolean isParsed(FieldType type) {
        return switch (type) {
            case NumberType _,
                    MoneyType _,
                    YearType _,
                    DateType _,
                    TelephoneType _,
                    CoordinatesType _,
                    EventTimesType _,
                    OpeningHoursType _ -> true;
            case TextType _,
                    RichTextType _,
                    ChoiceType _,
                    ChoicesType _,
                    YesNoType _,
                    LinkType _,
                    EmailType _,
                    AddressType _,
                    PictureType _,
                    RowsType _,
                    ItemsType _ -> false;
        };
    }

    /** What the value is taken for, unless it says the same as what was typed. */
    private String understood(Field field) {
        var parts = parts(field);
        var value = field.type().typed(parts);
        return value == null || field.type().fault(value).isPresent()
                ? ""
                : FieldText.understood(field, value, parts, words);
    }

    private Map<String, String> parts(Field field) {
        var parts = new LinkedHashMap<String, String>();
        field.type().parts().forEach(part -> parts.put(part, value(field, part)));
        return parts;
    }

    private FieldInput.Locked locked(Field field, FieldInput.SharedFrom shared) {
        List<String> lines = shared.fields()
                .get(field.name())
                .map(value -> field.type() instanceof EventTimesType
                        ? List.of(FieldText.of(field, value, words))
                        : field.type().text(value).lines().toList())
                .orElse(List.of());
        return new FieldInput.Locked(lines, shared.url());
    }

    /** What the declaration says, what the type takes, and that it is the same in all languages. */
    private String help(Field field) {
        String type = switch (field.type()) {
            case NumberType number
            when number.unit() != null && !number.unit().identifier().isEmpty() ->
                words.say("hint.number-unit", number.unit().identifier());
            case FieldType other -> words.has(HINT + other.word()) ? words.say(HINT + other.word()) : "";
        };
        return Stream.of(
                        field.help().in(language).orElse(""),
                        type,
                        field.isShared() && shared == null ? words.say("field.shared") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<Row> rows(Field field) {
        return switch (field.type()) {
            case RowsType rows -> rows(field, rows);
            case EventTimesType _ -> new EventTimesInputs(field, this, words, named).rows();
            case ChoicesType(var choices) -> List.of(new Row("", checks(field, choices)));
            case FieldType other -> List.of(new Row("", parts(field, other)));
        };
    }

    private List<Row> rows(Field field, RowsType type) {
        int used = 0;
        for (int row = 1; row <= type.most(); row++) {
            for (String column : type.columns()) {
                used = Blank.is(value(field, RowsType.part(row, column))) ? used : row;
            }
        }
        var rows = new ArrayList<Row>();
        for (int row = 1; row <= Math.min(type.most(), used + SPARE_ROWS); row++) {
            int number = row;
            rows.add(new Row(
                    words.say("field.row", Parts.label(words, field), number),
                    type.columns().stream()
                            .map(column -> part(field, RowsType.part(number, column), column))
                            .toList()));
        }
        return rows;
    }

    private List<Part> parts(Field field, FieldType type) {
        if (type.parts().size() > 1) {
            return type.parts().stream().map(part -> part(field, part, part)).toList();
        }
        String name = FieldInput.name(field);
        String value = value(field, "");
        return List.of(
                switch (type) {
                    case TextType(int _, boolean hasLines) ->
                        Part.of(name, "", hasLines ? Control.LINES : Control.WORDS, value);
                    case RichTextType _ -> Part.of(name, "", Control.MARKUP, value);
                    case ChoiceType(var choices) ->
                        Part.of(name, Control.SELECT, value, options(labels(choices), "field.not-chosen", value));
                    case YesNoType _ ->
                        Part.of(name, Control.SELECT, value, options(yesOrNo(), "field.not-known", value));
                    case NumberType _ -> Part.line(name, "", NUMERIC, value);
                    case EmailType _ -> Part.line(name, "", "email", value);
                    case TelephoneType _ -> Part.line(name, "", "tel", value);
                    case YearType _, DateType _ -> Part.line(name, "", "", value);
                    case ItemsType items -> Part.line(name, "", "", value).with(named.items(items, value));
                    case MoneyType _,
                            LinkType _,
                            AddressType _,
                            CoordinatesType _,
                            OpeningHoursType _,
                            EventTimesType _,
                            PictureType _,
                            ChoicesType _,
                            RowsType _ ->
                        throw new IllegalArgumentException("A field of several inputs: " + type.word());
                });
    }

    /** One of several inputs. */
    private Part part(Field field, String part, String column) {
        String name = FieldInput.name(field, part);
        String value = value(field, part);
        return switch (field.type()) {
            case MoneyType(var currencies)
            when part.equals("currency") ->
                new Part(name, label(column), Control.SELECT, "", value, "", currencies(currencies, value), null);
            case MoneyType _ -> Part.line(name, label(column), NUMERIC, value);
            case LinkType _ when part.equals("url") -> Part.line(name, label(column), "url", value);
            case LinkType _ -> Part.of(name, label("link-text"), Control.WORDS, value);
            case OpeningHoursType _ -> hours(name, part, value);
            case PictureType _, RowsType _
            when !column.equals("asset") -> Part.of(name, label(column), Control.WORDS, value);
            case PictureType _, GalleryType _ ->
                Part.line(name, label("picture"), "numeric", value).with(named.picture(value));
            case FilesType _ -> Part.line(name, label(column), "numeric", value).with(named.file(value));
            case AddressType _
            when !part.equals("country") && !part.equals("postal-code") ->
                Part.of(name, label(column), Control.WORDS, value);
            case FieldType _ -> Part.line(name, label(column), "", value);
        };
    }

    private Part hours(String name, String part, String value) {
        return switch (part) {
            case OpeningHoursType.SPECIAL, OpeningHoursType.SEASONS ->
                Part.of(name, label(part), Control.NOTES, value).withHint(words.say("hint.opening-hours-" + part));
            case OpeningHoursType.HOLIDAYS -> Part.line(name, label(part), "", value);
            default -> Part.line(name, label("day-" + part), "", value);
        };
    }

    private List<Part> checks(Field field, List<Choice> choices) {
        var labels = labels(choices);
        String prefix = FieldInput.name(field, "") + ".";
        typed.forEach((name, value) -> {
            if (name.startsWith(prefix) && !Blank.is(value)) {
                labels.computeIfAbsent(name.substring(prefix.length()), this::gone);
            }
        });
        return labels.entrySet().stream()
                .map(each ->
                        Part.of(prefix + each.getKey(), each.getValue(), Control.CHECK, value(field, each.getKey())))
                .toList();
    }

    private Map<String, String> labels(List<Choice> choices) {
        var labels = new LinkedHashMap<String, String>();
        choices.forEach(choice -> labels.put(choice.word(), choice.in(language)));
        return labels;
    }

    private Map<String, String> yesOrNo() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(YesNoType.YES, words.say("field.yes"));
        labels.put(YesNoType.NO, words.say("field.no"));
        return labels;
    }

    private List<Option> options(Map<String, String> labels, String none, String value) {
        var all = new LinkedHashMap<String, String>();
        all.put("", words.say(none));
        all.putAll(labels);
        all.computeIfAbsent(value, this::gone);
        return all.entrySet().stream()
                .map(each ->
                        new Option(each.getKey(), each.getValue(), each.getKey().equals(value)))
                .toList();
    }

    /** A value that the declaration does not offer any more stays until another is chosen. */
    private String gone(String word) {
        return word + " " + words.say("field.gone");
    }

    private List<Option> currencies(List<String> codes, String value) {
        return Stream.concat(codes.stream(), Stream.of(value).filter(each -> !each.isEmpty()))
                .distinct()
                .map(code -> new Option(code, code, code.equals(value)))
                .toList();
    }

    private String label(String part) {
        return words.say(WORD + part);
    }

    String value(Field field, String part) {
        return typed.getOrDefault(FieldInput.name(field, part), "");
    }
}
