package org.herald.model.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values have a form of their own. It reads the parts of a form, and shows a value in them; the rest follows:
 * a value is of the type when what is shown for it is read as the same value again.
 */
public sealed interface ParsedType extends FieldType
        permits AddressType,
                ChoicesType,
                ChoiceType,
                CoordinatesType,
                DateType,
                EmailType,
                EventTimesType,
                ItemsType,
                LinkType,
                MoneyType,
                NumberType,
                OpeningHoursType,
                PictureType,
                RichTextType,
                RowsType,
                TelephoneType,
                YearType,
                YesNoType {

    /** Reads parts of which at least one is not blank, and none is longer than {@link #longestPart}. */
    Parsed parse(Map<String, String> parts);

    /** The most UTF-16 code units of one part; what is longer is no value, and is not looked into. */
    default int longestPart() {
        return Texts.LONGEST_PART;
    }

    private Parsed bounded(Map<String, String> parts) {
        int longest = parts.values().stream().mapToInt(String::length).max().orElse(0);
        return longest > longestPart() ? Parsed.unfit("long", longest, longestPart()) : parse(parts);
    }

    /** What the parts show for a value of the type; for other values whatever can be made of them. */
    Map<String, String> parted(JsonValue value);

    /** True when nothing was typed that is a value by itself; a chosen currency, for example, is none. */
    default boolean isBlank(Map<String, String> parts) {
        return Texts.areBlank(parts);
    }

    @Override
    default @Nullable JsonValue typed(Map<String, String> parts) {
        if (isBlank(parts)) {
            return null;
        }
        return switch (bounded(parts)) {
            case Parsed.Value(JsonValue value) -> value;
            case Parsed.Unfit _ -> JsonValue.Members.of(Map.of(TYPED, Texts.members(parts)));
        };
    }

    @Override
    default Map<String, String> shown(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        parts().forEach(part -> parts.put(part, ""));
        parts.putAll(FieldType.unfit(value).orElseGet(() -> parted(value)));
        return parts;
    }

    @Override
    default Optional<Reason> fault(JsonValue value) {
        var parts = shown(value);
        if (isBlank(parts)) {
            return Optional.of(Texts.reason("form", Texts.quoted(value.canonical())));
        }
        return switch (bounded(parts)) {
            case Parsed.Unfit(Reason reason) -> Optional.of(reason);
            case Parsed.Value(JsonValue read) ->
                read.equals(value)
                        ? Optional.empty()
                        : Optional.of(Texts.reason("form", Texts.quoted(value.canonical())));
        };
    }
}
