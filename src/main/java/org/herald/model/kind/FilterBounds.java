package org.herald.model.kind;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.herald.model.Language;

/**
 * What a reader typed as a limit of a range, in the form in which values sort. A month, a year or a span of years has two
 * ends: a range begins at the first and ends at the last.
 *
 * @param least where a range begins that begins with it
 * @param most where a range ends that ends with it
 */
public record FilterBounds(String least, String most) {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})[.]([0-9]{4})");

    /**
     * The limit that was typed for a field of this type; absent for a text that is none.
     *
     * @param language by which it is decided whether {@code 1,500} is one and a half or fifteen hundred
     */
    public static Optional<FilterBounds> typed(FieldType type, String typed, Language language) {
        String text = Blank.strip(typed);
        return switch (type) {
            case DateType date -> dates(date, text);
            case YearType _ -> years(text).or(() -> numbers(text, language));
            case FieldType _ -> numbers(text, language);
        };
    }

    private static Optional<FilterBounds> years(String text) {
        return YearText.typed(text)
                .map(span -> of(year(span.from().number()), year(span.until().number())));
    }

    private static BigDecimal year(int number) {
        return BigDecimal.valueOf(number);
    }

    private static Optional<FilterBounds> numbers(String text, Language language) {
        return switch (DecimalText.read(text)) {
            case DecimalText.Decimal(BigDecimal number) -> Optional.of(of(number, number));
            case DecimalText.Unclear(String grouped, String fractional) -> {
                char grouping = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(language.tag()))
                        .getGroupingSeparator();
                var number = new BigDecimal(text.indexOf(grouping) >= 0 ? grouped : fractional);
                yield Optional.of(of(number, number));
            }
            case DecimalText.Invalid() -> Optional.empty();
        };
    }

    private static FilterBounds of(BigDecimal least, BigDecimal most) {
        return new FilterBounds(FilterValue.sort(least), FilterValue.sort(most));
    }

    private static Optional<FilterBounds> dates(DateType type, String text) {
        var day = Optional.ofNullable(type.typed(Map.of("", text)))
                .filter(value -> type.fault(value).isEmpty())
                .map(JsonValue::asText);
        if (day.isPresent()) {
            return day.map(each -> new FilterBounds(each, each));
        }
        Matcher month = MONTH.matcher(text);
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (YEAR.matcher(text).matches()) {
            return months(text, "1", "12");
        }
        if (month.matches()) {
            return months(month.group(1), month.group(2), month.group(2));
        }
        return monthFirst.matches()
                ? months(monthFirst.group(2), monthFirst.group(1), monthFirst.group(1))
                : Optional.empty();
    }

    private static Optional<FilterBounds> months(String year, String first, String last) {
        try {
            LocalDate begin = YearMonth.of(Integer.parseInt(year), Integer.parseInt(first))
                    .atDay(1);
            LocalDate end =
                    YearMonth.of(Integer.parseInt(year), Integer.parseInt(last)).atEndOfMonth();
            return Optional.of(new FilterBounds(begin.toString(), end.toString()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
