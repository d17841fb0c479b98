package org.herald.site;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.FactLine;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.YearType;
import org.herald.model.kind.YesNoType;

/** The values of a field by which a list is narrowed, as readers call them, in their order. */
final class FieldValues {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,24}(?:[.][0-9]{1,24})?");
    private static final Pattern YEAR = Pattern.compile("-?[0-9]{1,4}");

    /** Behind all numbers. */
    private static final String NO_NUMBER = "2";

    private final Edition edition;
    private final FieldType type;
    private final List<Choice> choices;

    FieldValues(Edition edition, Field field) {
        this.edition = edition;
        this.type = field.type();
        this.choices = switch (type) {
            case ChoiceType(var declared) -> declared;
            case ChoicesType(var declared) -> declared;
            default -> List.of();
        };
    }

    /** A value and its name. */
    record Named(String value, String label) {}

    /** Each of them once: choices as they are declared, numbers by their size, others as the language sorts them. */
    Stream<Named> inOrder(Stream<String> values) {
        var words = choices.stream().map(Choice::word).toList();
        Comparator<String> order = switch (type) {
            case ChoiceType _, ChoicesType _ -> Comparator.comparingInt(words::indexOf);
            case YesNoType _ -> Comparator.reverseOrder();
            case NumberType _, YearType _ -> Comparator.comparing(FieldValues::size);
            default -> {
                var collator = Collator.getInstance(
                        ULocale.forLanguageTag(edition.language().tag()));
                yield collator::compare;
            }
        };
        return values.distinct()
                .filter(value -> choices.isEmpty() || words.contains(value))
                .sorted(order)
                .map(value -> new Named(value, label(value)));
    }

    /** A number in the form in which numbers sort; the query of an address may have something else. */
    private static String size(String value) {
        return NUMBER.matcher(value).matches() ? FilterValue.sort(new BigDecimal(value)) : NO_NUMBER + value;
    }

    private String label(String value) {
        return switch (type) {
            case ChoiceType _, ChoicesType _ ->
                choices.stream()
                        .filter(choice -> choice.word().equals(value))
                        .findFirst()
                        .map(choice -> choice.in(edition.language()))
                        .orElse(value);
            case YesNoType _ ->
                edition.words().say("true".equals(value) || YesNoType.YES.equals(value) ? "fact.yes" : "fact.no");
            case NumberType number ->
                number.lines(new JsonValue.Text(value), edition.words()).stream()
                        .flatMap(line -> line instanceof FactLine.Plain(String text) ? Stream.of(text) : Stream.empty())
                        .findFirst()
                        .orElse(value);
            case YearType _
            when YEAR.matcher(value).matches() -> YearType.spoken(Integer.parseInt(value), edition.words());
            default -> value;
        };
    }
}
