package org.herald.model.kind;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number, stored as a text in decimal notation.
 *
 * @param unit null when it has none
 * @param least null when it may be as small as it likes
 * @param most null when it may be as large as it likes
 * @param decimals the most digits after the point
 */
public record NumberType(
        @Nullable Unit unit,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        int decimals) implements ParsedType {

    public static final int MOST_DECIMALS = 6;

    @Override
    public String word() {
        return "number";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "");
        return switch (DecimalText.read(typed)) {
            case DecimalText.Invalid() -> Parsed.unfit("number", Texts.quoted(typed));
            case DecimalText.Unclear(String one, String other) ->
                Parsed.unfit("number-unclear", Texts.quoted(typed), one, other);
            case DecimalText.Decimal(BigDecimal number) -> inRange(number, typed);
        };
    }

    private Parsed inRange(BigDecimal number, String typed) {
        if (Math.max(0, number.stripTrailingZeros().scale()) > decimals) {
            return Parsed.unfit("number-decimals", Texts.quoted(typed), Integer.toString(decimals));
        }
        if (least != null && number.compareTo(least) < 0) {
            return Parsed.unfit("number-least", Texts.quoted(typed), DecimalText.canonical(least));
        }
        if (most != null && number.compareTo(most) > 0) {
            return Parsed.unfit("number-most", Texts.quoted(typed), DecimalText.canonical(most));
        }
        return Parsed.text(DecimalText.canonical(number));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", DecimalText.shown(value.asText()));
    }

    @Override
    public String text(JsonValue value) {
        return value.asText();
    }

    @Override
    public boolean isFiltered(Field.Filter how) {
        return true;
    }

    @Override
    public boolean isSorted() {
        return true;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        BigDecimal number = DecimalText.stored(value.asText());
        return number == null ? List.of() : List.of(FilterValue.of(DecimalText.canonical(number), number));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        BigDecimal number = DecimalText.stored(value.asText());
        if (number == null) {
            return List.of();
        }
        var language = new Language(words.tag());
        return List.of(new FactLine.Plain(unit == null ? shown(number, language) : unit.shown(number, language)));
    }

    /** The number as the language writes it. */
    static String shown(BigDecimal number, Language language) {
        return NumberFormatter.withLocale(ULocale.forLanguageTag(language.tag()))
                .precision(Precision.unlimited())
                .format(number)
                .toString();
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        if (DecimalText.stored(value.asText()) == null) {
            return Optional.empty();
        }
        if (unit == null || unit.identifier().isEmpty()) {
            return Optional.of(value);
        }
        var quantity = new TreeMap<String, JsonValue>();
        quantity.put("@type", new JsonValue.Text("QuantitativeValue"));
        quantity.put("value", value);
        quantity.put("unitText", new JsonValue.Text(unit.identifier()));
        return Optional.of(new JsonValue.Members(quantity));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        BigDecimal number = DecimalText.stored(value.asText());
        if (number == null) {
            return Optional.empty();
        }
        var decimal = new JsonValue.Decimal(number);
        if (unit == null) {
            return Optional.of(decimal);
        }
        String word = unit.identifier().isEmpty() ? unit.shown(number, language) : unit.identifier();
        return Optional.of(JsonValue.Members.of(
                Map.of("value", decimal, unit.identifier().isEmpty() ? "text" : "unit", new JsonValue.Text(word))));
    }
}
