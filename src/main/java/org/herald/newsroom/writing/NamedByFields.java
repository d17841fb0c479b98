package org.herald.newsroom.writing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.EventTimesText;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.PictureType;
import org.herald.model.kind.RowsType;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.writing.FieldInput.Named;
import org.herald.newsroom.writing.FieldInput.Picker;
import org.herald.store.HeadlineQueries;

/** What the numbers that stand in the inputs of fields are called, asked of the store at once for a whole form. */
final class NamedByFields {

    private static final String ITEM = "item:";
    private static final String ASSET = "asset:";
    private static final String LINKS = "/newsroom/links?language=";
    private static final String PICTURES = "/newsroom/pictures";

    private final Map<String, Named> named = new HashMap<>();
    private final Language language;
    private final Words words;

    /**
     * @param typed what stands in each input, by its name
     * @param language of the text, in which items are searched
     */
    NamedByFields(Kind kind, Map<String, String> typed, Language language, Words words) {
        this.language = language;
        this.words = words;
        for (Field field : kind.fields()) {
            typed.forEach((name, value) -> {
                if (name.equals(FieldInput.name(field, "")) || name.startsWith(FieldInput.name(field, "") + ".")) {
                    references(field.type(), name, value)
                            .forEach(reference -> named.put(reference, unknown(reference)));
                }
            });
        }
    }

    private static Set<String> references(FieldType type, String name, String value) {
        return switch (type) {
            case PictureType _, RowsType _ when name.endsWith(".asset") || name.endsWith("-asset") -> asset(value);
            case ItemsType items -> items(value, items);
            case EventTimesType _ when name.endsWith("-" + EventTimesText.VENUE) -> venueOf(value);
            case FieldType _ -> Set.of();
        };
    }

    private static Set<String> asset(String value) {
        return read(new PictureType(), "asset", value);
    }

    private static Set<String> items(String value, ItemsType type) {
        return read(type, "", value);
    }

    private static Set<String> read(FieldType type, String part, String value) {
        var meant = type.typed(Map.of(part, value));
        return meant == null ? Set.of() : type.named(meant);
    }

    private static Named unknown(String reference) {
        return new Named(number(reference), "", "", "", reference.startsWith(ITEM));
    }

    private static String number(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    /** Asks the store for the names. */
    NamedByFields asked(WritingQueries queries, PortalChoices choices) {
        numbers(ASSET)
                .map(AssetId::new)
                .collect(Collectors.collectingAndThen(Collectors.toList(), queries.assets()::of))
                .forEach(asset -> named.put(ASSET + asset.id(), of(asset)));
        List<ItemId> items = numbers(ITEM).map(ItemId::new).toList();
        queries.headlines().of(items).forEach(line -> named.put(ITEM + line.item(), of(line, choices)));
        return this;
    }

    private Stream<Long> numbers(String beginning) {
        return named.keySet().stream()
                .filter(reference -> reference.startsWith(beginning))
                .map(reference -> Long.valueOf(number(reference)));
    }

    private static Named of(Asset asset) {
        String size = asset.width() > 0 ? asset.width() + " × " + asset.height() : "";
        boolean isShown = asset.isPicture() && asset.isPresent();
        return new Named(
                asset.id().toString(),
                asset.name(),
                size,
                isShown ? PICTURES + "/" + asset.id() + "?width=320" : "",
                false);
    }

    private Named of(HeadlineQueries.Line line, PortalChoices choices) {
        return new Named(line.item().toString(), line.headline(), hint(line, choices, words), "", true);
    }

    /** What tells an item from others of the same headline. */
    static String hint(HeadlineQueries.Line line, PortalChoices choices, Words words) {
        return Stream.of(
                        line.language().tag(),
                        choices.section(line.section(), line.language()),
                        words.say("state." + line.state().word()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    Picker picture(String value) {
        return new Picker("picture", PICTURES, true, known(asset(value)));
    }

    Picker file(String value) {
        return new Picker("file", PICTURES + "?type=any", true, known(asset(value)));
    }

    Picker items(ItemsType type, String value) {
        String kinds = type.of().stream()
                .map(kind -> "&kind=" + URLEncoder.encode(kind.word(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return new Picker("items", LINKS + language.tag() + kinds, false, known(items(value, type)));
    }

    /** Where a date of an event is: one item. */
    Picker venue(String value) {
        return new Picker("items", LINKS + language.tag(), true, known(venueOf(value)));
    }

    private static Set<String> venueOf(String value) {
        return items(value, new ItemsType(List.of()));
    }

    private List<Named> known(Set<String> references) {
        return references.stream().map(named::get).filter(Objects::nonNull).toList();
    }
}
