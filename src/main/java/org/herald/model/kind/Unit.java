package org.herald.model.kind;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.herald.model.Language;

/**
 * What a number counts or measures.
 *
 * @param identifier CLDR's name of the unit, {@code hectare}; empty when it has words of its own
 * @param forms its own words in each language by CLDR's plural forms: {@code one}, {@code few}, {@code other}
 */
public record Unit(String identifier, Map<Language, Map<String, String>> forms) {

    /** The symbols that declarations may use in place of CLDR's names. */
    public static final Map<String, String> SYMBOLS = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("mm", "millimeter"),
            Map.entry("cm", "centimeter"),
            Map.entry("m", "meter"),
            Map.entry("km", "kilometer"),
            Map.entry("m2", "square-meter"),
            Map.entry("km2", "square-kilometer"),
            Map.entry("ha", "hectare"),
            Map.entry("m3", "cubic-meter"),
            Map.entry("l", "liter"),
            Map.entry("g", "gram"),
            Map.entry("kg", "kilogram"),
            Map.entry("t", "tonne"),
            Map.entry("s", "second"),
            Map.entry("min", "minute"),
            Map.entry("h", "hour"),
            Map.entry("d", "day"),
            Map.entry("%", "percent"),
            Map.entry("°C", "celsius"))));

    private static final String OTHER = "other";

    public Unit {
        var copy = new LinkedHashMap<Language, Map<String, String>>();
        forms.forEach((language, words) -> copy.put(language, Collections.unmodifiableMap(new TreeMap<>(words))));
        forms = Collections.unmodifiableMap(copy);
    }

    /** The unit with this symbol or this name of CLDR's; absent when there is none. */
    public static Optional<Unit> of(String word) {
        String identifier = SYMBOLS.getOrDefault(word, word);
        try {
            MeasureUnit.forIdentifier(identifier);
            return identifier.isEmpty() ? Optional.empty() : Optional.of(new Unit(identifier, Map.of()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The number with the unit, as the language writes both. */
    String shown(BigDecimal number, Language language) {
        var locale = ULocale.forLanguageTag(language.tag());
        if (!identifier.isEmpty()) {
            return NumberFormatter.withLocale(locale)
                    .unit(MeasureUnit.forIdentifier(identifier))
                    .unitWidth(NumberFormatter.UnitWidth.SHORT)
                    .precision(Precision.unlimited())
                    .format(number)
                    .toString();
        }
        String text = NumberType.shown(number, language);
        return word(number, language, locale)
                .map(word -> text + "\u00a0" + word)
                .orElse(text);
    }

    private Optional<String> word(BigDecimal number, Language language, ULocale locale) {
        var words = Optional.ofNullable(forms.get(language))
                .or(() -> forms.values().stream().findFirst())
                .orElse(Map.of());
        String form = PluralRules.forLocale(locale).select(number.doubleValue());
        return Optional.ofNullable(words.get(form)).or(() -> Optional.ofNullable(words.get(OTHER)));
    }
}
