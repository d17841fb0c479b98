package org.herald.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.store.Months;

/** Draws months of the archive. */
final class Calendars {

    private final Edition edition;
    private final LocalDate today;
    private final String label;

    /** The months with stories that are nearest to one. */
    record Neighbours(Optional<YearMonth> before, Optional<YearMonth> after) {

        static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());

        static Neighbours of(YearMonth month, Months months) {
            return new Neighbours(months.before(month), months.after(month));
        }
    }

    Calendars(Edition edition, LocalDate today) {
        this(edition, today, "archive.day-label");
    }

    /** @param label the key of what the link of a day says: the day, and how many it has */
    Calendars(Edition edition, LocalDate today, String label) {
        this.edition = edition;
        this.today = today;
        this.label = label;
    }

    /**
     * One month.
     *
     * @param base what stands before the year in the addresses of days
     * @param days the days with stories, with how many
     * @param nearest the nearest months with stories, for the way there
     */
    Calendar of(YearMonth month, String base, Map<LocalDate, Long> days, Neighbours nearest) {
        List<DayOfWeek> week = edition.week();
        return new Calendar(
                edition.month(month),
                days.isEmpty() ? "" : Urls.month(base, month),
                nearest.before().map(other -> link(base, other)).orElse(null),
                nearest.after().map(other -> link(base, other)).orElse(null),
                week.stream().map(edition::weekday).toList(),
                weeks(month, week.getFirst(), base, days));
    }

    /** The month to show where the page has none of its own: this one, or the newest that has stories. */
    YearMonth monthToShow(Months months) {
        YearMonth now = YearMonth.from(today);
        return months.has(now) ? now : months.newest().orElse(now);
    }

    private Link link(String base, YearMonth month) {
        return new Link(edition.month(month), Urls.month(base, month));
    }

    private List<List<Calendar.Day>> weeks(
            YearMonth month, DayOfWeek first, String base, Map<LocalDate, Long> stories) {
        var cells = new ArrayList<Calendar.Day>();
        int blank = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), 7);
        for (int i = 0; i < blank; i++) {
            cells.add(Calendar.Day.OUTSIDE);
        }
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            cells.add(day(month.atDay(number), base, stories));
        }
        while (cells.size() % 7 != 0) {
            cells.add(Calendar.Day.OUTSIDE);
        }
        var weeks = new ArrayList<List<Calendar.Day>>();
        for (int i = 0; i < cells.size(); i += 7) {
            weeks.add(List.copyOf(cells.subList(i, i + 7)));
        }
        return weeks;
    }

    private Calendar.Day day(LocalDate day, String base, Map<LocalDate, Long> stories) {
        Long count = stories.get(day);
        return new Calendar.Day(
                edition.number(day.getDayOfMonth()),
                count == null ? "" : Urls.day(base, day),
                count == null ? "" : edition.words().say(label, edition.on(day).text(), count),
                day.equals(today));
    }
}
