package org.herald.model.kind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * Other items, stored as a list of their numbers. A form names them by number, as {@code item:12} or by the address of
 * their page in the newsroom.
 *
 * @param of the kinds of which they may be; empty for any
 */
public record ItemsType(List<KindName> of) implements ParsedType {

    private static final int MOST = 100;
    private static final Pattern NUMBER =
            Pattern.compile("(?:#|№ ?|item:|\\S*/newsroom/items/)?0*([1-9][0-9]{0,17})(?:[/?#]\\S*)?");

    public ItemsType {
        of = List.copyOf(of);
    }

    @Override
    public String word() {
        return "items";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        var numbers = new LinkedHashSet<String>();
        for (String typed : Texts.part(parts, "").split("[\\s,;]+", -1)) {
            var number = NUMBER.matcher(typed);
            if (number.matches()) {
                numbers.add(number.group(1));
            } else if (!typed.isEmpty()) {
                return Parsed.unfit("items", Texts.quoted(typed));
            }
        }
        if (numbers.isEmpty()) {
            return Parsed.unfit("items", Texts.quoted(Texts.part(parts, "")));
        }
        return numbers.size() > MOST
                ? Parsed.unfit("many", Integer.toString(numbers.size()), Integer.toString(MOST))
                : new Parsed.Value(new JsonValue.Values(
                        numbers.stream().<JsonValue>map(JsonValue.Text::new).toList()));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.asList().stream().map(JsonValue::asText).collect(Collectors.joining(", ")));
    }

    @Override
    public String text(JsonValue value) {
        return value.asList().stream().map(JsonValue::asText).collect(Collectors.joining("\n"));
    }

    @Override
    public Set<String> named(JsonValue value) {
        return value.asList().stream()
                .map(JsonValue::asText)
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .map(number -> "item:" + number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return named(value).stream()
                .<FactLine>map(named -> new FactLine.Own(named, ""))
                .toList();
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        List<JsonValue> seen = named(value).stream()
                .map(urls)
                .filter(url -> !url.isEmpty())
                .<JsonValue>map(JsonValue.Text::new)
                .toList();
        return seen.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Values(seen));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return Optional.of(new JsonValue.Values(named(value).stream()
                .flatMap(item -> named.apply(item).stream())
                .<JsonValue>map(item -> item)
                .toList()));
    }
}
