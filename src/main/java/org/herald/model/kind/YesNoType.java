package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.herald.model.Words;

/** Yes or no; absent when it is not known. */
public record YesNoType() implements ParsedType {

    public static final String YES = "yes";
    public static final String NO = "no";

    @Override
    public String word() {
        return "yes-no";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "");
        return switch (typed) {
            case YES -> new Parsed.Value(new JsonValue.Flag(true));
            case NO -> new Parsed.Value(new JsonValue.Flag(false));
            default -> Parsed.unfit("choice", Texts.quoted(typed), YES + ", " + NO);
        };
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", text(value));
    }

    @Override
    public String text(JsonValue value) {
        return value instanceof JsonValue.Flag(boolean isSet) ? word(isSet) : value.asText();
    }

    private static String word(boolean isSet) {
        return isSet ? YES : NO;
    }

    @Override
    public boolean isFiltered(Field.Filter how) {
        return how != Field.Filter.RANGE;
    }

    @Override
    public boolean isSorted() {
        return true;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        return value instanceof JsonValue.Flag(boolean isSet)
                ? List.of(new FilterValue(word(isSet), isSet ? "0" : "1"))
                : List.of();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return value instanceof JsonValue.Flag(boolean isSet)
                ? List.of(new FactLine.Plain(words.say("fact." + word(isSet))))
                : List.of();
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return value instanceof JsonValue.Flag ? Optional.of(value) : Optional.empty();
    }
}
