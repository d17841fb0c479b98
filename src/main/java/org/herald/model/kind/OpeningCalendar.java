package org.herald.model.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Opening hours in a time zone: whether something is open at an instant, and until when.
 *
 * <p>A span past midnight belongs to the day on which it begins: it goes on even when the next day is closed. Spans that
 * touch are one. In the night in which clocks go forward, a time that is left out is the instant of the change; in the night
 * in which they go back, a time that comes twice is the first of both.
 *
 * @param isHoliday true for the public holidays of the portal
 */
public record OpeningCalendar(OpeningHours hours, ZoneId zone, Predicate<LocalDate> isHoliday) {

    /** How far the next opening or closing is looked for: a year has all seasons and all days that come every year. */
    public static final int DAYS_AHEAD = 366;

    /** From an instant, which is part of it, until another, which is not. */
    private record Span(Instant from, Instant until) {

        boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }

        boolean isEmpty() {
            return !from.isBefore(until);
        }
    }

    /** A calendar without public holidays. */
    public static OpeningCalendar of(OpeningHours hours, ZoneId zone) {
        return new OpeningCalendar(hours, zone, _ -> false);
    }

    public OpenState at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            for (Span span : spans(day)) {
                if (span.contains(now)) {
                    return open(span.until(), today);
                }
            }
        }
        return on(today).isEmpty() ? new OpenState.Unknown() : closed(now, today);
    }

    /** True when something opens on this day; what goes on from the day before does not count. */
    public boolean isOpenOn(LocalDate day) {
        return !spans(day).isEmpty();
    }

    private Optional<List<Hours>> on(LocalDate day) {
        return hours.on(day, isHoliday.test(day));
    }

    /** Open until the first instant after {@code until} that no further span covers. */
    private OpenState open(Instant until, LocalDate today) {
        Instant end = until;
        for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today.plusDays(ahead);
            if (instant(day, 0).isAfter(end)) {
                return new OpenState.Open(end);
            }
            for (Span span : spans(day)) {
                if (!span.from().isAfter(end) && span.until().isAfter(end)) {
                    end = span.until();
                }
            }
        }
        return new OpenState.Open(null);
    }

    /** Closed until the first span to come, unless it might be open before on a day of which nothing is known. */
    private OpenState closed(Instant now, LocalDate today) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today.plusDays(ahead);
            if (on(day).isEmpty()) {
                return new OpenState.Closed(null);
            }
            for (Span span : spans(day)) {
                if (span.from().isAfter(now)) {
                    return new OpenState.Closed(span.from());
                }
            }
        }
        return new OpenState.Closed(null);
    }

    private List<Span> spans(LocalDate day) {
        var spans = new ArrayList<Span>();
        for (Hours each : on(day).orElse(List.of())) {
            int until = each.isPastMidnight() ? each.until() + Hours.DAY : each.until();
            var span = new Span(instant(day, each.from()), instant(day, until));
            if (!span.isEmpty()) {
                spans.add(span);
            }
        }
        return spans;
    }

    private Instant instant(LocalDate day, int minutes) {
        LocalDateTime time = day.atStartOfDay().plusMinutes(minutes);
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
