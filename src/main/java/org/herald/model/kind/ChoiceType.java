package org.herald.model.kind;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Words;

/** One of some values, stored as its word. */
public record ChoiceType(List<Choice> choices) implements ParsedType {

    public ChoiceType {
        choices = List.copyOf(choices);
    }

    @Override
    public String word() {
        return "choice";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "");
        return find(choices, typed).isPresent()
                ? Parsed.text(typed)
                : Parsed.unfit("choice", Texts.quoted(typed), words(choices));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.asText());
    }

    @Override
    public String text(JsonValue value) {
        return value.asText();
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
        return find(choices, value.asText())
                .map(choice -> List.of(filterValue(choices, choice)))
                .orElse(List.of());
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return find(choices, value.asText())
                .<FactLine>map(choice -> new FactLine.Plain(choice.in(new Language(words.tag()))))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return find(choices, value.asText()).map(choice -> new JsonValue.Text(choice.word()));
    }

    static Optional<Choice> find(List<Choice> choices, String word) {
        return choices.stream().filter(each -> each.word().equals(word)).findFirst();
    }

    static String words(List<Choice> choices) {
        return choices.stream().map(Choice::word).collect(Collectors.joining(", "));
    }

    /** Sorted as declared. */
    static FilterValue filterValue(List<Choice> choices, Choice choice) {
        return FilterValue.of(choice.word(), BigDecimal.valueOf(choices.indexOf(choice)));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return find(choices, value.asText()).map(choice -> json(choice, language));
    }

    /** The word, which never changes, and what readers of a language see. */
    static JsonValue json(Choice choice, Language language) {
        return JsonValue.Members.of(
                Map.of("value", new JsonValue.Text(choice.word()), "label", new JsonValue.Text(choice.in(language))));
    }
}
