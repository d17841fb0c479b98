package org.herald.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How public holidays are written: a list of days, or a map of days with their names. */
final class HolidayKeys {

    private static final String EXPECTED =
            "a list of days such as [01-01, 2026-04-21], or their names by day such as 01-01: New Year";
    private static final String DAY = "a day of every year such as 01-01, or a date such as 2026-04-21";

    private static final ValueType<PerLanguage<String>> NAME =
            ValueType.perLanguage("name", ValueType.of("name", "a name", Optional::of));
    private static final ValueType<List<Written>> DAYS =
            ValueType.list("days", DAY, text -> parse(text).map(day -> new Written(day, null, null)));

    private HolidayKeys() {}

    /** A day as it may be written. */
    sealed interface Day {

        record Yearly(MonthDay day) implements Day {}

        record Once(LocalDate day) implements Day {}
    }

    /**
     * A holiday as a file has it.
     *
     * @param name null when it has none
     * @param node where the name stands; null when it has none
     */
    record Written(
            Day day,
            @Nullable PerLanguage<String> name,
            @Nullable ConfigNode node) {}

    static ValueType<List<Written>> type() {
        return new ValueType<>(
                "list of days, or names by day",
                EXPECTED,
                (node, asked) -> node instanceof ConfigNode.Fields(Origin _, var fields)
                        ? named(fields, asked)
                        : DAYS.read(node, asked));
    }

    private static Optional<List<Written>> named(List<ConfigNode.Field> fields, ValueType.Asked asked) {
        var holidays = new ArrayList<Written>();
        for (ConfigNode.Field field : fields) {
            var day = parse(field.name());
            if (day.isEmpty()) {
                asked.faults()
                        .add(
                                field.origin(),
                                "\"" + asked.key() + "\" names the day \"" + field.name() + "\", but must name " + DAY
                                        + ".");
            }
            day.flatMap(each -> NAME.read(field.value(), asked.below(field.name()))
                            .map(name -> new Written(each, name, field.value())))
                    .ifPresent(holidays::add);
        }
        return holidays.size() == fields.size() ? Optional.of(holidays) : Optional.empty();
    }

    private static Optional<Day> parse(String text) {
        try {
            if (text.matches("[0-9]{2}-[0-9]{2}")) {
                return Optional.of(new Day.Yearly(MonthDay.parse("--" + text)));
            }
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(new Day.Once(LocalDate.parse(text)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
