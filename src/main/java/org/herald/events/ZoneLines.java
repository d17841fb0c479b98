package org.herald.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.event.Moment;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;

/**
 * A time zone as a VTIMEZONE (RFC 5545, section 3.6.5): each change of its clocks in the years that matter as an observance,
 * and the rule by which they change from now on, where there is one, as one that recurs.
 */
final class ZoneLines {

    /** So many changes by a rule are compared with those of the zone before the rule is written. */
    private static final int TRIED = 40;

    private static final int DAYS_OF_WEEK = 7;

    /** Before it no zone had an offset by law. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1000, 1, 1, 0, 0);

    private final ContentLines lines;
    private final ZoneId zone;
    private final ZoneRules rules;

    private ZoneLines(ContentLines lines, ZoneId zone) {
        this.lines = lines;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Writes the zone so that all local times from one instant to another have an offset. */
    static void write(ContentLines lines, ZoneId zone, Instant from, Instant until) {
        new ZoneLines(lines, zone).write(from, until);
    }

    private void write(Instant from, Instant until) {
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", zone.getId());
        ZoneOffsetTransition before = rules.previousTransition(from.plusNanos(1));
        if (before == null) {
            ZoneOffset offset = rules.getOffset(from);
            observance(new Observance(LONG_AGO, offset, offset, false), "");
        } else {
            observance(observance(before), "");
        }
        var last = rules.getTransitions();
        Instant listed = last.isEmpty() ? Instant.MIN : last.getLast().getInstant();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null
                && !next.getInstant().isAfter(until)
                && !next.getInstant().isAfter(listed)) {
            observance(observance(next), "");
            next = rules.nextTransition(next.getInstant());
        }
        if (next != null && !next.getInstant().isAfter(until)) {
            recurring(next, until);
        }
        lines.add("END", "VTIMEZONE");
    }

    /** The changes by the rules for years to come, from this one on. */
    private void recurring(ZoneOffsetTransition first, Instant until) {
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            int year = first.getDateTimeBefore().getYear();
            ZoneOffsetTransition start = rule.createTransition(year);
            if (start.getInstant().isBefore(first.getInstant())) {
                start = rule.createTransition(year + 1);
            }
            Optional<Rule> recurrence = recurrence(rule, start);
            if (recurrence.isPresent()) {
                observance(observance(start), recurrence.get().text());
                continue;
            }
            for (int each = start.getDateTimeBefore().getYear(); each <= Year.MAX_VALUE; each++) {
                ZoneOffsetTransition one = rule.createTransition(each);
                if (one.getInstant().isAfter(until)) {
                    break;
                }
                observance(observance(one), "");
            }
        }
    }

    /** One span of time with one offset. */
    private record Observance(LocalDateTime start, ZoneOffset before, ZoneOffset after, boolean isSummer) {}

    private Observance observance(ZoneOffsetTransition change) {
        return new Observance(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                rules.isDaylightSavings(change.getInstant()));
    }

    private void observance(Observance observance, String rule) {
        String word = observance.isSummer() ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN", word);
        lines.add("DTSTART", ContentLines.moment(Moment.of(observance.start())));
        lines.add("TZOFFSETFROM", offset(observance.before()));
        lines.add("TZOFFSETTO", offset(observance.after()));
        if (!rule.isEmpty()) {
            lines.add("RRULE", rule);
        }
        lines.add("END", word);
    }

    /** {@code +0300}; with seconds where there are any, as before the zones. */
    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String text = String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", seconds % 60);
    }

    /** The rule as RRULE on local clocks; absent where it cannot be said or does not make the same days. */
    private static Optional<Rule> recurrence(ZoneOffsetTransitionRule rule, ZoneOffsetTransition start) {
        return text(rule, start).flatMap(Rule::parse).filter(recurrence -> isSame(recurrence, rule, start));
    }

    private static Optional<String> text(ZoneOffsetTransitionRule rule, ZoneOffsetTransition start) {
        LocalDate day = start.getDateTimeBefore().toLocalDate();
        Month month = day.getMonth();
        String yearly = "FREQ=YEARLY;BYMONTH=" + month.getValue();
        DayOfWeek weekday = rule.getDayOfWeek();
        if (weekday == null) {
            return Optional.of(yearly + ";BYMONTHDAY=" + day.getDayOfMonth());
        }
        String word = day.getDayOfWeek().name().substring(0, 2);
        boolean isMoved = day.getDayOfWeek() != weekday; // UTC or midnight may be on another local day
        int of = rule.getDayOfMonthIndicator();
        boolean isLast =
                of == -1 || (month.minLength() == month.maxLength() && of + DAYS_OF_WEEK - 1 == month.maxLength());
        if (isLast && !isMoved) {
            return Optional.of(yearly + ";BYDAY=-1" + word);
        }
        int earliest = (of < 0 ? month.minLength() + of - DAYS_OF_WEEK + 2 : of)
                + (isMoved ? (day.getDayOfWeek().plus(1) == weekday ? -1 : 1) : 0);
        if (!isMoved && of > 0 && of % DAYS_OF_WEEK == 1) {
            return Optional.of(yearly + ";BYDAY=" + (1 + of / DAYS_OF_WEEK) + word);
        }
        if (earliest < 1 || earliest + DAYS_OF_WEEK - 1 > month.minLength()) {
            return Optional.empty();
        }
        return Optional.of(yearly + ";BYDAY=" + word + ";BYMONTHDAY="
                + IntStream.range(earliest, earliest + DAYS_OF_WEEK)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")));
    }

    private static boolean isSame(Rule recurrence, ZoneOffsetTransitionRule rule, ZoneOffsetTransition start) {
        var own = new ArrayList<Moment>();
        var moments = Recurrence.of(recurrence, Moment.of(start.getDateTimeBefore()), ZoneOffset.UTC);
        while (moments.hasNext() && own.size() < TRIED) {
            own.add(moments.next());
        }
        int year = start.getDateTimeBefore().getYear();
        List<Moment> changes = IntStream.range(year, year + TRIED)
                .mapToObj(each -> Moment.of(rule.createTransition(each).getDateTimeBefore()))
                .toList();
        return own.equals(changes);
    }
}
