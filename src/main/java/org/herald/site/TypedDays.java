package org.herald.site;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.event.Occurrences;
import org.herald.site.events.EventIndex;

/**
 * A range of days as a reader typed it.
 *
 * @param fault the key of what is wrong with it; empty for nothing
 */
record TypedDays(LocalDate from, LocalDate until, String fault) {

    /** @param days of a range whose end is not given */
    static TypedDays of(String from, String until, LocalDate today, int days) {
        var first = parse(from);
        var last = parse(until);
        boolean isUnread = (first.isEmpty() && !Blank.is(from)) || (last.isEmpty() && !Blank.is(until));
        LocalDate start =
                first.orElseGet(() -> last.filter(day -> day.isBefore(today)).orElse(today));
        LocalDate end = last.orElseGet(() -> known(start.plusDays(days)));
        String fault = isUnread ? "calendar.dates-unread" : "";
        if (end.isBefore(start)) {
            var swapped = of(end.toString(), start.toString(), today, days);
            return new TypedDays(swapped.from(), swapped.until(), "calendar.dates-swapped");
        }
        LocalDate most = start.plusDays(EventIndex.MOST_DAYS);
        return end.isAfter(most)
                ? new TypedDays(start, known(most), "calendar.dates-long")
                : new TypedDays(start, end, fault);
    }

    /** What an input for days can hold of this; empty for anything else. */
    static String day(String typed) {
        return parse(typed).map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> parse(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(CalendarScope::isKnown);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static LocalDate known(LocalDate day) {
        return day.isAfter(Occurrences.HORIZON) ? Occurrences.HORIZON : day;
    }
}
