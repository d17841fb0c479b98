package org.herald.config;

import java.util.List;
import java.util.Optional;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.DateType;
import org.herald.model.kind.EmailType;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.FilesType;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.MoneyType;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.OpeningHoursType;
import org.herald.model.kind.PictureType;
import org.herald.model.kind.RichTextType;
import org.herald.model.kind.TelephoneType;
import org.herald.model.kind.TextType;
import org.herald.model.kind.YearType;
import org.herald.model.kind.YesNoType;

/** The types of fields by the words that declare them. */
final class TypeWords {

    static final List<String> WORDS = List.of(
            "text",
            "rich-text",
            "number",
            "money",
            "year",
            "date",
            "choice",
            "choices",
            "yes-no",
            "link",
            "e-mail",
            "telephone",
            "address",
            "coordinates",
            "opening-hours",
            "event-times",
            "picture",
            "gallery",
            "files",
            "items");

    private TypeWords() {}

    /** The type of a field; absent, with a fault, when it lacks what the type needs. */
    static Optional<FieldType> type(String word, Values values, Origin field, Faults faults) {
        return switch (word) {
            case "text" ->
                Optional.of(new TextType(
                        length(values, TextType.USUAL_LONGEST),
                        values.get(KindKeys.LINES).orElse(false)));
            case "rich-text" -> Optional.of(new RichTextType(length(values, RichTextType.USUAL_LONGEST)));
            case "number" -> number(values, faults);
            case "money" ->
                needed(KindKeys.CURRENCIES, "[BYN]", word, values, field, faults)
                        .map(MoneyType::new);
            case "year" -> Optional.of(new YearType());
            case "date" -> Optional.of(new DateType());
            case "choice" -> choices(word, values, field, faults).map(ChoiceType::new);
            case "choices" -> choices(word, values, field, faults).map(ChoicesType::new);
            case "yes-no" -> Optional.of(new YesNoType());
            case "link" -> Optional.of(new LinkType());
            case "e-mail" -> Optional.of(new EmailType());
            case "telephone" -> Optional.of(new TelephoneType());
            case "address" -> Optional.of(new AddressType());
            case "coordinates" -> Optional.of(new CoordinatesType());
            case "opening-hours" -> Optional.of(new OpeningHoursType());
            case "event-times" -> Optional.of(new EventTimesType());
            case "picture" -> Optional.of(new PictureType());
            case "gallery" -> Optional.of(new GalleryType());
            case "files" -> Optional.of(new FilesType());
            case "items" -> Optional.of(new ItemsType(values.get(KindKeys.OF).orElse(List.of())));
            default -> throw new IllegalArgumentException("No type is declared by the word " + word);
        };
    }

    private static int length(Values values, int usual) {
        return values.get(KindKeys.LONGEST).map(Long::intValue).orElse(usual);
    }

    private static Optional<FieldType> number(Values values, Faults faults) {
        var least = values.get(KindKeys.LEAST);
        var most = values.get(KindKeys.MOST);
        boolean isOrdered = least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0;
        if (!isOrdered) {
            values.node(KindKeys.MOST)
                    .ifPresent(node -> faults.add(
                            node.origin(),
                            "\"most\" is \"" + node.shown() + "\", but must not be less than \"least\", which is "
                                    + least.get() + "."));
            return Optional.empty();
        }
        return Optional.of(new NumberType(
                values.get(KindKeys.UNIT).orElse(null),
                least.orElse(null),
                most.orElse(null),
                values.get(KindKeys.DECIMALS).map(Long::intValue).orElse(NumberType.MOST_DECIMALS)));
    }

    private static Optional<List<Choice>> choices(String word, Values values, Origin field, Faults faults) {
        return needed(KindKeys.CHOICES, "[castle, church]", word, values, field, faults);
    }

    private static <T> Optional<T> needed(
            Key<T> key, String example, String word, Values values, Origin field, Faults faults) {
        if (values.node(key).isEmpty()) {
            faults.add(
                    field,
                    "\"" + key.name() + "\" is missing for the type " + word + ". Write for example: " + key.name()
                            + ": " + example);
        }
        return values.get(key);
    }
}
