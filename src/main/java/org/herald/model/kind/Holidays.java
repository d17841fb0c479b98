package org.herald.model.kind;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The public holidays of a portal, on which opening hours may be others.
 *
 * @param yearly those of every year, with their names
 * @param once those whose day changes from year to year, with their names; a date goes before a day of every year
 */
public record Holidays(Map<MonthDay, Labels> yearly, Map<LocalDate, Labels> once) implements Predicate<LocalDate> {

    public static final Holidays NONE = new Holidays(Map.of(), Map.of());

    public Holidays {
        yearly = Map.copyOf(yearly);
        once = Map.copyOf(once);
    }

    @Override
    public boolean test(LocalDate day) {
        return names(day).isPresent();
    }

    /** What the holiday of this day is called, perhaps in no language; absent when it is none. */
    public Optional<Labels> names(LocalDate day) {
        return Optional.ofNullable(once.get(day)).or(() -> Optional.ofNullable(yearly.get(MonthDay.from(day))));
    }
}
