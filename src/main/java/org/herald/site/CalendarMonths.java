package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.site.CalendarHeads.Subject;
import org.herald.site.events.Agenda;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;
import org.herald.web.Page;
import org.jspecify.annotations.Nullable;

/** The months and years of a calendar. Each has a page, also when nothing is on then. */
@Singleton
public final class CalendarMonths {

    /** Events of a day in the grid; its page has all. */
    private static final int MOST_OF_DAY = 5;

    private static final int MOST_RUNNING = 60;

    /** So many months from now on an empty month is still worth finding. */
    private static final int NEAR = 12;

    private final CalendarHeads heads;
    private final EventIndex index;
    private final ItemQueries items;

    public CalendarMonths(CalendarHeads heads, EventIndex index, ItemQueries items) {
        this.heads = heads;
        this.index = index;
        this.items = items;
    }

    Response month(CalendarScope scope, YearMonth month) {
        if (!CalendarScope.isKnown(month)) {
            throw new NotFoundException();
        }
        CalendarPages.note(scope);
        LocalDate from = month.atDay(1);
        LocalDate until = month.atEndOfMonth();
        var filter = scope.query().filter();
        var running = index.running(scope.language(), filter, from, until, MOST_RUNNING);
        var agendas = index.days(scope.language(), filter, from, until, MOST_OF_DAY);
        boolean isEmpty = agendas.isEmpty() && running.isEmpty();
        LocalDate today = heads.today(scope);
        var subject = new Subject(
                scope,
                "month",
                scope.edition().month(month),
                each -> each.month(month),
                List.of(yearLink(scope, Year.from(month))),
                !isEmpty || Math.abs(ChronoUnit.MONTHS.between(YearMonth.from(today), month)) <= NEAR);
        var rows = rows(
                scope,
                Stream.concat(running.stream(), agendas.values().stream().flatMap(agenda -> agenda.dated().stream())));
        List<DayOfWeek> week = scope.edition().week();
        var page = new CalendarMonthPage(
                heads.frame(subject, new Layouts.Days(from, until)),
                heads.head(subject, index.counts(scope.language(), filter, from, until), ""),
                until.isBefore(today) && !isEmpty ? List.of(scope.say("calendar.is-past")) : List.of(),
                isEmpty ? CalendarPages.empty(scope, "calendar.none-month") : "",
                isEmpty ? nearest(scope, from, until) : List.of(),
                week.stream().map(scope.edition()::weekday).toList(),
                Math.floorMod(from.getDayOfWeek().getValue() - week.getFirst().getValue(), 7),
                from.datesUntil(until.plusDays(1))
                        .map(day -> day(scope, rows, day, agendas.get(day), today))
                        .toList(),
                scope.say("calendar.running-month"),
                running.stream().map(rows::running).toList(),
                monthLink(scope, month.minusMonths(1)),
                monthLink(scope, month.plusMonths(1)));
        return new Page(200, page.render()).toResponse();
    }

    private static CalendarMonthPage.Day day(
            CalendarScope scope, EventRows rows, LocalDate day, @Nullable Agenda agenda, LocalDate today) {
        var edition = scope.edition();
        List<Listed> dated = agenda == null ? List.of() : agenda.dated();
        return new CalendarMonthPage.Day(
                edition.number(day.getDayOfMonth()),
                edition.weekday(day).text(),
                day.toString(),
                scope.with(scope.query().choices()).day(day),
                day.equals(today),
                dated.stream().map(rows::underDay).toList(),
                agenda != null && agenda.hasMore()
                        ? edition.words()
                                .say("calendar.whole-day", edition.on(day).text())
                        : "");
    }

    /** The nearest months that have something. */
    private List<Link> nearest(CalendarScope scope, LocalDate from, LocalDate until) {
        var filter = scope.query().filter();
        return Stream.of(
                        index.previousDay(scope.language(), filter, from),
                        index.nextDay(scope.language(), filter, until))
                .flatMap(Optional::stream)
                .map(YearMonth::from)
                .flatMap(month -> Stream.ofNullable(monthLink(scope, month)))
                .toList();
    }

    Response year(CalendarScope scope, int number) {
        LocalDate from = LocalDate.of(number, 1, 1);
        if (!CalendarScope.isKnown(from)) {
            throw new NotFoundException();
        }
        CalendarPages.note(scope);
        LocalDate until = LocalDate.of(number, 12, 31);
        var filter = scope.query().filter();
        var edition = scope.edition();
        var days = new TreeMap<LocalDate, Long>();
        index.perDay(scope.language(), filter, from, until).forEach((day, count) -> days.put(day, Long.valueOf(count)));
        var running = index.running(scope.language(), filter, from, until, MOST_RUNNING);
        var rows = rows(scope, running.stream());
        var calendars = new Calendars(edition, heads.today(scope), "calendar.day-label");
        boolean isEmpty = days.isEmpty() && running.isEmpty();
        var subject = new Subject(
                scope, "year", edition.number(number), each -> each.year(Year.of(number)), List.of(), !isEmpty);
        var page = new CalendarYearPage(
                heads.frame(subject),
                heads.head(subject, index.counts(scope.language(), filter, from, until), ""),
                notes(scope, until, isEmpty),
                Stream.iterate(YearMonth.of(number, 1), month -> month.plusMonths(1))
                        .limit(12)
                        .map(month -> drawn(scope, calendars, month, days))
                        .toList(),
                scope.say("calendar.running-year"),
                running.stream().map(rows::running).toList(),
                yearLink(scope, number - 1),
                yearLink(scope, number + 1));
        return new Page(200, page.render()).toResponse();
    }

    private List<String> notes(CalendarScope scope, LocalDate until, boolean isEmpty) {
        var notes = new ArrayList<String>();
        if (isEmpty) {
            notes.add(CalendarPages.empty(scope, "calendar.none-year"));
        } else if (until.isBefore(heads.today(scope))) {
            notes.add(scope.say("calendar.is-past"));
        }
        return notes;
    }

    /** A month whose heading is a link, also when it is empty. */
    private static Calendar drawn(
            CalendarScope scope, Calendars calendars, YearMonth month, SortedMap<LocalDate, Long> days) {
        var drawn = calendars.of(
                month,
                scope.base(),
                days.subMap(month.atDay(1), month.plusMonths(1).atDay(1)),
                Calendars.Neighbours.NONE);
        var plain = scope.with(scope.query().choices());
        var weeks = drawn.weeks().stream()
                .map(week -> week.stream()
                        .map(day -> day.isLink()
                                ? new Calendar.Day(
                                        day.number(), plain.query().at(day.path()), day.label(), day.isToday())
                                : day)
                        .toList())
                .toList();
        return new Calendar(scope.edition().monthName(month), plain.month(month), null, null, drawn.weekdays(), weeks);
    }

    private EventRows rows(CalendarScope scope, Stream<Listed> listed) {
        return EventRows.of(scope.edition(), scope.kind(), items, listed);
    }

    private static @Nullable Link monthLink(CalendarScope scope, YearMonth month) {
        return CalendarScope.isKnown(month)
                ? new Link(
                        scope.edition().month(month),
                        scope.with(scope.query().choices()).month(month))
                : null;
    }

    private static @Nullable Link yearLink(CalendarScope scope, int year) {
        return CalendarScope.isKnown(LocalDate.of(year, 1, 1)) ? yearLink(scope, Year.of(year)) : null;
    }

    private static Link yearLink(CalendarScope scope, Year year) {
        return new Link(
                scope.edition().number(year.getValue()),
                scope.with(scope.query().choices()).year(year));
    }
}
