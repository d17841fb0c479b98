package org.herald.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.herald.model.Language;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Labels;
import org.herald.model.kind.MoneyType;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.RichTextType;
import org.herald.model.kind.TextType;
import org.herald.model.kind.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a declaration, by which it is compared with the one that was last applied. {@link KindFiles#parse} reads
 * it again; as JSON is a part of YAML, it is written with the keys of the files.
 */
public final class DeclarationText {

    private DeclarationText() {}

    public static String of(Kind kind) {
        var members = new TreeMap<String, JsonValue>();
        members.put("kind", text(kind.name().word()));
        members.put("names", names(kind));
        members.put("stands", text(word(kind.stands())));
        put(members, "section", kind.section());
        members.put("order", text(kind.order().by()));
        put(members, "schema-org", kind.schemaOrg());
        if (!kind.groups().isEmpty()) {
            var groups = new TreeMap<String, JsonValue>();
            kind.groups().forEach(group -> groups.put(group.name(), labels(group.label())));
            members.put("groups", new JsonValue.Members(groups));
        }
        var fields = new TreeMap<String, JsonValue>();
        kind.fields().forEach(field -> fields.put(field.name(), field(field)));
        members.put("fields", new JsonValue.Members(fields));
        return new JsonValue.Members(members).canonical();
    }

    private static JsonValue names(Kind kind) {
        var names = new TreeMap<String, JsonValue>();
        kind.one()
                .texts()
                .forEach((language, one) -> names.put(
                        language.tag(),
                        JsonValue.Members.of(Map.of(
                                "one",
                                text(one),
                                "many",
                                text(kind.many().in(language).orElse(one))))));
        return new JsonValue.Members(names);
    }

    private static JsonValue field(Field field) {
        var members = new TreeMap<String, JsonValue>();
        members.put("type", text(field.type().word()));
        put(members, "group", field.group());
        labels(members, "label", field.label());
        labels(members, "help", field.help());
        switch (field.required()) {
            case NO -> {}
            case TO_PUBLISH -> members.put("required", text("publish"));
            case TO_SAVE -> members.put("required", text("save"));
        }
        switch (field.filter()) {
            case NONE -> {}
            case VALUES, RANGE -> members.put("filter", text(word(field.filter())));
        }
        flag(members, "shared", field.isShared());
        flag(members, "sort", field.isSort());
        flag(members, "card", field.isCard());
        put(members, "schema-org", field.schemaOrg());
        type(members, field.type());
        return new JsonValue.Members(members);
    }

    private static void type(Map<String, JsonValue> members, FieldType type) {
        switch (type) {
            case TextType(int longest, boolean hasLines) -> {
                put(members, "longest", Integer.toString(longest));
                put(members, "lines", hasLines ? "many" : null);
            }
            case RichTextType(int longest) -> put(members, "longest", Integer.toString(longest));
            case NumberType number -> {
                unit(members, number.unit());
                decimal(members, "least", number.least());
                decimal(members, "most", number.most());
                put(members, "decimals", Integer.toString(number.decimals()));
            }
            case MoneyType(List<String> currencies) -> members.put("currencies", texts(currencies));
            case ChoiceType(List<Choice> choices) -> choices(members, choices);
            case ChoicesType(List<Choice> choices) -> choices(members, choices);
            case ItemsType(var of) -> {
                if (!of.isEmpty()) {
                    members.put("of", texts(of.stream().map(Object::toString).toList()));
                }
            }
            default -> {}
        }
    }

    /** In their order, because lists are sorted by it: with labels, each is a map of one word. */
    private static void choices(Map<String, JsonValue> members, List<Choice> choices) {
        if (choices.stream().allMatch(choice -> choice.label().texts().isEmpty())) {
            members.put("choices", texts(choices.stream().map(Choice::word).toList()));
            return;
        }
        members.put(
                "choices",
                new JsonValue.Values(choices.stream()
                        .<JsonValue>map(choice -> JsonValue.Members.of(Map.of(choice.word(), labels(choice.label()))))
                        .toList()));
    }

    private static void decimal(Map<String, JsonValue> members, String name, @Nullable BigDecimal number) {
        put(members, name, number == null ? null : number.toPlainString());
    }

    private static void unit(Map<String, JsonValue> members, @Nullable Unit unit) {
        if (unit == null) {
            return;
        }
        if (!unit.identifier().isEmpty()) {
            members.put("unit", text(unit.identifier()));
            return;
        }
        var languages = new TreeMap<String, JsonValue>();
        unit.forms().forEach((language, forms) -> {
            var words = new TreeMap<String, JsonValue>();
            forms.forEach((form, word) -> words.put(form, text(word)));
            languages.put(language.tag(), new JsonValue.Members(words));
        });
        members.put("unit", new JsonValue.Members(languages));
    }

    private static void labels(Map<String, JsonValue> members, String name, Labels labels) {
        if (!labels.texts().isEmpty()) {
            members.put(name, labels(labels));
        }
    }

    private static JsonValue labels(Labels labels) {
        var texts = new TreeMap<String, JsonValue>();
        for (Map.Entry<Language, String> each : labels.texts().entrySet()) {
            texts.put(each.getKey().tag(), text(each.getValue()));
        }
        return new JsonValue.Members(texts);
    }

    private static void flag(Map<String, JsonValue> members, String name, boolean isSet) {
        put(members, name, isSet ? "on" : null);
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, text(text));
        }
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }

    private static JsonValue texts(List<String> texts) {
        return new JsonValue.Values(texts.stream().map(DeclarationText::text).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
