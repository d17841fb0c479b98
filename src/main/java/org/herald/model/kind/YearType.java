package org.herald.model.kind;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * A year, about a year, or a span of years, also before Christ, stored in the notation of EDTF (ISO 8601-2): {@code 1520},
 * {@code 1520~}, {@code 1907/1910}, {@code -0051}.
 */
public record YearType() implements ParsedType {

    @Override
    public String word() {
        return "year";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "");
        return YearText.typed(typed)
                .map(year -> Parsed.text(year.stored()))
                .orElseGet(() -> Parsed.unfit("year", Texts.quoted(typed)));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        String text = value.asText();
        return Map.of("", YearText.stored(text).map(YearText::shown).orElse(text));
    }

    @Override
    public String text(JsonValue value) {
        return parted(value).getOrDefault("", "");
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
        return YearText.stored(value.asText())
                .map(year -> year.isSpan()
                        ? List.of(filterValue(year.from()), filterValue(year.until()))
                        : List.of(filterValue(year.from())))
                .orElse(List.of());
    }

    private static FilterValue filterValue(YearText.Year year) {
        return FilterValue.of(Integer.toString(year.number()), BigDecimal.valueOf(year.number()));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return YearText.stored(value.asText())
                .<FactLine>map(year -> new FactLine.Plain(
                        year.isSpan()
                                ? spoken(year.from(), words) + "–" + spoken(year.until(), words)
                                : spoken(year.from(), words)))
                .map(List::of)
                .orElse(List.of());
    }

    /** A year as filters compare it, in words. */
    public static String spoken(int number, Words words) {
        return spoken(new YearText.Year(number, false), words);
    }

    private static String spoken(YearText.Year year, Words words) {
        var locale = ULocale.forLanguageTag(words.tag());
        String text = Integer.toString(year.ofEra());
        if (year.isBc()) {
            var day = new GregorianCalendar(TimeZone.GMT_ZONE, locale);
            day.clear();
            day.set(GregorianCalendar.ERA, GregorianCalendar.BC);
            day.set(GregorianCalendar.YEAR, year.ofEra());
            var format = new SimpleDateFormat("y G", locale);
            format.setTimeZone(TimeZone.GMT_ZONE);
            text = format.format(day.getTime());
        }
        return year.isAbout() ? words.say("fact.about", text) : text;
    }

    /** Without the marks of EDTF, which schema.org does not know. */
    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return YearText.stored(value.asText())
                .map(year -> new JsonValue.Text(year.stored().replace("~", "")));
    }

    /** With the first and the last year as numbers beside the notation, which also says what is about. */
    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return YearText.stored(value.asText())
                .map(year -> JsonValue.Members.of(Map.of(
                        "edtf", new JsonValue.Text(year.stored()),
                        "from",
                                new JsonValue.Decimal(
                                        BigDecimal.valueOf(year.from().number())),
                        "until",
                                new JsonValue.Decimal(
                                        BigDecimal.valueOf(year.until().number())))));
    }
}
