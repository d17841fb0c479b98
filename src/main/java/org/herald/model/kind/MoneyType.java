package org.herald.model.kind;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * An amount of money, zero for what is free: an object with {@code amount} in decimal notation and {@code currency}.
 *
 * @param currencies the codes of ISO 4217 that may be chosen, the usual one first
 */
public record MoneyType(List<String> currencies) implements ParsedType {

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    private static final Set<String> FREE = Set.of("free", "бесплатно", "бясплатна");

    public MoneyType {
        currencies = List.copyOf(currencies);
    }

    /** True for a code of ISO 4217 that is in use. */
    public static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}") && Currency.isAvailable(code, null, null);
    }

    @Override
    public String word() {
        return "money";
    }

    @Override
    public List<String> parts() {
        return List.of(AMOUNT, CURRENCY);
    }

    @Override
    public boolean isBlank(Map<String, String> parts) {
        return Texts.part(parts, AMOUNT).isEmpty();
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, AMOUNT);
        String chosen = Texts.part(parts, CURRENCY).toUpperCase(Locale.ROOT);
        String currency = chosen.isEmpty() && !currencies.isEmpty() ? currencies.getFirst() : chosen;
        if (!currencies.contains(currency)) {
            return Parsed.unfit("currency", Texts.quoted(currency), String.join(", ", currencies));
        }
        if (FREE.contains(typed.toLowerCase(Locale.ROOT))) {
            return value(BigDecimal.ZERO, currency);
        }
        return switch (DecimalText.read(typed)) {
            case DecimalText.Invalid() -> Parsed.unfit("money", Texts.quoted(typed));
            case DecimalText.Unclear(String one, String other) ->
                Parsed.unfit("number-unclear", Texts.quoted(typed), one, other);
            case DecimalText.Decimal(BigDecimal amount) -> checked(amount, currency, typed);
        };
    }

    private static Parsed checked(BigDecimal amount, String currency, String typed) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.signum() < 0) {
            return Parsed.unfit("number-least", Texts.quoted(typed), "0");
        }
        return Math.max(0, amount.stripTrailingZeros().scale()) > decimals
                ? Parsed.unfit("number-decimals", Texts.quoted(typed), Integer.toString(decimals))
                : value(amount, currency);
    }

    private static Parsed value(BigDecimal amount, String currency) {
        return new Parsed.Value(Texts.members(Map.of(AMOUNT, DecimalText.canonical(amount), CURRENCY, currency)));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(AMOUNT, DecimalText.shown(value.text(AMOUNT)));
        parts.put(CURRENCY, value.text(CURRENCY));
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        return (value.text(AMOUNT) + " " + value.text(CURRENCY)).strip();
    }

    /** Amounts of several currencies cannot be compared. */
    @Override
    public boolean isFiltered(Field.Filter how) {
        return how != Field.Filter.VALUES && (how == Field.Filter.NONE || isSorted());
    }

    @Override
    public boolean isSorted() {
        return currencies.size() == 1;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        BigDecimal amount = DecimalText.stored(value.text(AMOUNT));
        return amount == null ? List.of() : List.of(FilterValue.of(DecimalText.canonical(amount), amount));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        BigDecimal amount = DecimalText.stored(value.text(AMOUNT));
        String currency = value.text(CURRENCY);
        if (amount == null || !isCurrency(currency)) {
            return List.of();
        }
        if (amount.signum() == 0) {
            return List.of(new FactLine.Plain(words.say("fact.free")));
        }
        var unit = Currency.getInstance(currency);
        boolean isWhole = amount.stripTrailingZeros().scale() <= 0;
        return List.of(new FactLine.Plain(NumberFormatter.withLocale(ULocale.forLanguageTag(words.tag()))
                .unit(unit)
                .precision(isWhole ? Precision.integer() : Precision.fixedFraction(unit.getDefaultFractionDigits()))
                .format(amount)
                .toString()));
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        if (DecimalText.stored(value.text(AMOUNT)) == null) {
            return Optional.empty();
        }
        var amount = new TreeMap<String, JsonValue>();
        amount.put("@type", new JsonValue.Text("MonetaryAmount"));
        amount.put("value", new JsonValue.Text(value.text(AMOUNT)));
        amount.put(CURRENCY, new JsonValue.Text(value.text(CURRENCY)));
        return Optional.of(new JsonValue.Members(amount));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        BigDecimal amount = DecimalText.stored(value.text(AMOUNT));
        return amount == null
                ? Optional.empty()
                : Optional.of(JsonValue.Members.of(Map.of(
                        AMOUNT, new JsonValue.Decimal(amount), CURRENCY, new JsonValue.Text(value.text(CURRENCY)))));
    }
}
