package org.herald.model.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.model.Blank;

/** Brings a value of one type into another, as if what it shows were typed again. */
public final class Conversion {

    private static final Pattern ADDRESS = Pattern.compile("<[^<>]*\\s(?:href|src)=\"([^\"]*)\"");

    private Conversion() {}

    /** The value as one of the type now; absent when it cannot be one, or would lose what it names. */
    public static Optional<JsonValue> of(JsonValue value, FieldType before, FieldType now) {
        if (before.isMarkup() == now.isMarkup() && now.fault(value).isEmpty()) {
            return Optional.of(value);
        }
        return Optional.ofNullable(now.typed(parts(value, before, now)))
                .filter(converted -> now.fault(converted).isEmpty())
                .filter(converted -> now.named(converted).containsAll(before.named(value)))
                .filter(converted -> now.isMarkup() || !before.isMarkup() || hasAddresses(converted, value, before));
    }

    /**
     * True when values keep their numbers, which count or measure something else by the type now, or nothing: 5 ha would
     * become 5 km², or 5.
     */
    public static boolean isOtherUnit(FieldType before, FieldType now) {
        Unit earlier = before instanceof NumberType number ? number.unit() : null;
        Unit later = now instanceof NumberType number ? number.unit() : null;
        return before instanceof NumberType
                && !Objects.equals(earlier, later)
                && !(earlier != null && later != null && isReworded(earlier, later));
    }

    /** True when both have words of their own, and in some language the same ones: the others were added or corrected. */
    private static boolean isReworded(Unit before, Unit now) {
        return before.forms().entrySet().stream()
                .anyMatch(each -> each.getValue().equals(now.forms().get(each.getKey())));
    }

    /** True when every address to which markup led, or of what it showed, still stands in the plain text. */
    private static boolean hasAddresses(JsonValue converted, JsonValue markup, FieldType before) {
        String text = before.text(markup) + "\n" + converted.canonical();
        return ADDRESS.matcher(before.shown(markup).getOrDefault("", ""))
                .results()
                .map(address -> address.group(1).replace("&amp;", "&"))
                .allMatch(text::contains);
    }

    private static Map<String, String> parts(JsonValue value, FieldType before, FieldType now) {
        if (before.parts().equals(now.parts()) && now.parts().size() > 1) {
            return before.shown(value);
        }
        List<String> lines = before.text(value).lines().toList();
        return switch (now) {
            case ChoicesType(var choices) -> {
                var chosen = new HashMap<String, String>();
                lines.forEach(line -> chosen.put(word(line, choices), "on"));
                yield chosen;
            }
            case ChoiceType(var choices) -> Map.of("", word(String.join(" ", lines), choices));
            case TextType text -> Map.of("", String.join(text.hasLines() ? "\n" : ", ", lines));
            case RichTextType _ ->
                Map.of(
                        "",
                        lines.stream()
                                .map(line -> "<p>" + escaped(line) + "</p>")
                                .collect(Collectors.joining()));
            case FieldType other -> Map.of(other.parts().getFirst(), String.join(" ", lines));
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The choice that has this word or, in any language, this label; otherwise the text itself. */
    private static String word(String text, List<Choice> choices) {
        String typed = Blank.strip(text).toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.word().equals(typed)
                        || choice.label().texts().values().stream()
                                .anyMatch(
                                        label -> label.toLowerCase(Locale.ROOT).equals(typed)))
                .map(Choice::word)
                .findFirst()
                .orElse(text);
    }
}
