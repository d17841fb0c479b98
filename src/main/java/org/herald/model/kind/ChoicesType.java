package org.herald.model.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;

/**
 * Some of some values, stored as a list of their words; each has an input of its own. They are written in the order of the
 * declaration; a list in another order, as it was stored before that order was changed, is as good.
 */
public record ChoicesType(List<Choice> choices) implements ParsedType {

    private static final String CHOSEN = "on";

    public ChoicesType {
        choices = List.copyOf(choices);
    }

    @Override
    public String word() {
        return "choices";
    }

    @Override
    public List<String> parts() {
        return choices.stream().map(Choice::word).toList();
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        var unknown = parts.keySet().stream()
                .filter(word -> !Texts.part(parts, word).isEmpty())
                .filter(word -> ChoiceType.find(choices, word).isEmpty())
                .findFirst();
        return unknown.map(word -> Parsed.unfit("choice", Texts.quoted(word), ChoiceType.words(choices)))
                .orElseGet(() -> new Parsed.Value(new JsonValue.Values(choices.stream()
                        .filter(choice -> !Texts.part(parts, choice.word()).isEmpty())
                        .<JsonValue>map(choice -> new JsonValue.Text(choice.word()))
                        .toList())));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        value.asList().forEach(each -> parts.put(each.asText(), CHOSEN));
        return parts;
    }

    @Override
    public Optional<Reason> fault(JsonValue value) {
        var inOrder = new JsonValue.Values(choices.stream()
                .<JsonValue>map(choice -> new JsonValue.Text(choice.word()))
                .filter(value.asList()::contains)
                .toList());
        return ParsedType.super.fault(
                !value.asList().isEmpty()
                                && inOrder.values().size() == value.asList().size()
                        ? inOrder
                        : value);
    }

    @Override
    public String text(JsonValue value) {
        return value.asList().stream().map(JsonValue::asText).collect(Collectors.joining("\n"));
    }

    @Override
    public boolean isFiltered(Field.Filter how) {
        return how != Field.Filter.RANGE;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        return chosen(value).stream()
                .map(choice -> ChoiceType.filterValue(choices, choice))
                .toList();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        var language = new Language(words.tag());
        return chosen(value).stream()
                .<FactLine>map(choice -> new FactLine.Plain(choice.in(language)))
                .toList();
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return chosen(value).isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private List<Choice> chosen(JsonValue value) {
        return choices.stream()
                .filter(choice -> value.asList().contains(new JsonValue.Text(choice.word())))
                .toList();
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return Optional.of(new JsonValue.Values(chosen(value).stream()
                .map(choice -> ChoiceType.json(choice, language))
                .toList()));
    }
}
