package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.herald.model.PageKey;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.site.CalendarHeads.Subject;
import org.herald.site.events.Agenda;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.jspecify.annotations.Nullable;

/** The lists of a calendar: what is to come, of a day, a week, a weekend or a range of days, and what is past. */
@Singleton
public final class CalendarPages {

    /** Events on a page of what is to come, and of what is past. */
    private static final int SIZE = 40;

    /** Events of a range of days. */
    private static final int MOST = 300;

    /** The days of a range whose end was not typed. */
    private static final int DAYS = 30;

    private final CalendarHeads heads;
    private final EventIndex index;
    private final ItemQueries items;
    private final InstantSource clock;

    public CalendarPages(CalendarHeads heads, EventIndex index, ItemQueries items, InstantSource clock) {
        this.heads = heads;
        this.index = index;
        this.items = items;
        this.clock = clock;
    }

    /** What is not over. */
    Response upcoming(CalendarScope scope) {
        note(scope);
        Instant now = clock.instant();
        int skip = (scope.query().page() - 1) * SIZE;
        var agenda = index.coming(scope.language(), scope.query().filter(), now, skip, SIZE);
        noteEnds(agenda, now);
        var subject = new Subject(scope, CalendarScope.UPCOMING, "", CalendarScope::upcoming, List.of(), true);
        var rows = rows(scope, agenda);
        boolean isFirst = scope.query().page() == 1;
        var nearest = agenda.isEmpty()
                ? List.of(new Link(
                        scope.say("calendar.view-past"),
                        scope.with(scope.query().choices()).at("/" + CalendarScope.PAST)))
                : List.<Link>of();
        return answer(
                subject,
                index.counts(scope.language(), scope.query().filter(), now),
                "",
                head -> new CalendarPage(
                        heads.frame(subject),
                        head,
                        List.of(),
                        agenda.isEmpty() ? empty(scope, "calendar.none-coming") : "",
                        nearest,
                        byDay(scope, rows, agenda),
                        scope.say("calendar.running-now"),
                        isFirst ? agenda.running().stream().map(rows::running).toList() : List.of(),
                        earlierPage(scope, CalendarScope::upcoming),
                        laterPage(scope, agenda, CalendarScope::upcoming)));
    }

    /** What is over, newest first. */
    Response past(CalendarScope scope) {
        note(scope);
        Instant now = clock.instant();
        int skip = (scope.query().page() - 1) * SIZE;
        var agenda = index.past(scope.language(), scope.query().filter(), now, skip, SIZE);
        noteEnds(index.coming(scope.language(), scope.query().filter(), now, 0, SIZE), now);
        Function<CalendarScope, String> path = each -> each.at("/" + CalendarScope.PAST);
        var subject = new Subject(scope, CalendarScope.PAST, scope.say("calendar.title-past"), path, List.of(), true);
        var rows = rows(scope, agenda);
        return answer(
                subject,
                index.countsOfPast(scope.language(), scope.query().filter(), now),
                "",
                head -> new CalendarPage(
                        heads.frame(subject),
                        head,
                        List.of(),
                        agenda.isEmpty() ? empty(scope, "calendar.none-past") : "",
                        List.of(),
                        byDay(scope, rows, agenda),
                        "",
                        List.of(),
                        earlierPage(scope, path),
                        laterPage(scope, agenda, path)));
    }

    Response today(CalendarScope scope) {
        LocalDate today = heads.today(scope);
        return days(
                new Subject(
                        scope,
                        CalendarScope.TODAY,
                        scope.edition()
                                .words()
                                .say(
                                        "calendar.title-today",
                                        scope.edition().weekday(today).text()),
                        each -> each.at("/" + CalendarScope.TODAY),
                        List.of(),
                        true),
                new Days(today, today, scope.day(today.minusDays(1)), scope.day(today.plusDays(1))),
                "");
    }

    /** Saturday and Sunday: of this week, or those that are now. */
    Response weekend(CalendarScope scope) {
        LocalDate today = heads.today(scope);
        LocalDate sunday = today.plusDays(
                DayOfWeek.SUNDAY.getValue() - today.getDayOfWeek().getValue());
        LocalDate saturday = sunday.minusDays(1);
        return days(
                new Subject(
                        scope,
                        CalendarScope.WEEKEND,
                        scope.edition().words().say("calendar.title-weekend", span(scope, saturday, sunday)),
                        each -> each.at("/" + CalendarScope.WEEKEND),
                        List.of(),
                        true),
                new Days(saturday, sunday, "", ""),
                "");
    }

    Response day(CalendarScope scope, LocalDate day) {
        require(day);
        var month = YearMonth.from(day);
        return days(
                new Subject(
                        scope,
                        "day",
                        scope.edition().weekday(day).text(),
                        each -> each.day(day),
                        List.of(new Link(
                                scope.edition().month(month),
                                scope.with(scope.query().choices()).month(month))),
                        true),
                new Days(day, day, scope.day(day.minusDays(1)), scope.day(day.plusDays(1))),
                "");
    }

    /** @param monday its first day */
    Response week(CalendarScope scope, LocalDate monday) {
        require(monday);
        LocalDate sunday = monday.plusDays(6);
        return days(
                new Subject(
                        scope,
                        "week",
                        scope.edition().words().say("calendar.title-week", span(scope, monday, sunday)),
                        each -> each.week(monday),
                        List.of(),
                        false),
                new Days(monday, sunday, scope.week(monday.minusDays(1)), scope.week(sunday.plusDays(1))),
                "");
    }

    /** The days that a reader typed; what is wrong with them is said, and the nearest that fits is shown. */
    Response dates(CalendarScope scope) {
        var typed = TypedDays.of(
                scope.query().text(CalendarQuery.FROM),
                scope.query().text(CalendarQuery.UNTIL),
                heads.today(scope),
                DAYS);
        var subject = new Subject(
                scope,
                CalendarScope.DATES,
                span(scope, typed.from(), typed.until()),
                each -> each.at("/" + CalendarScope.DATES),
                List.of(),
                false);
        return days(
                subject,
                new Days(typed.from(), typed.until(), "", ""),
                typed.fault().isEmpty() ? "" : scope.edition().words().say(typed.fault(), EventIndex.MOST_DAYS));
    }

    /** The days of a page, and where those before and after them are. */
    private record Days(LocalDate from, LocalDate until, String before, String after) {}

    private Response days(Subject subject, Days days, String fault) {
        var scope = subject.scope();
        note(scope);
        var filter = scope.query().filter();
        var agenda = index.within(scope.language(), filter, days.from(), days.until(), MOST);
        var rows = rows(scope, agenda);
        var notes = new ArrayList<String>();
        if (days.until().isBefore(heads.today(scope)) && !agenda.isEmpty()) {
            notes.add(scope.say("calendar.is-past"));
        }
        if (agenda.hasMore()) {
            notes.add(scope.edition().words().say("calendar.more", MOST));
        }
        boolean isWorthFinding = subject.isWorthFinding() && !agenda.isEmpty();
        var own =
                new Subject(scope, subject.view(), subject.title(), subject.path(), subject.between(), isWorthFinding);
        return answer(
                own,
                index.counts(scope.language(), filter, days.from(), days.until()),
                fault,
                head -> new CalendarPage(
                        heads.frame(own, new Layouts.Days(days.from(), days.until())),
                        head,
                        notes,
                        agenda.isEmpty() ? empty(scope, "calendar.none") : "",
                        agenda.isEmpty() ? nearest(scope, days.from(), days.until()) : List.of(),
                        byDay(scope, rows, agenda),
                        scope.say(days.from().equals(days.until()) ? "calendar.running-day" : "calendar.running-days"),
                        agenda.running().stream().map(rows::running).toList(),
                        link(
                                days.before(),
                                scope.say("calendar.before"),
                                days.from().minusDays(1)),
                        link(
                                days.after(),
                                scope.say("calendar.after"),
                                days.until().plusDays(1))));
    }

    private static @Nullable Link link(String path, String label, LocalDate first) {
        return path.isEmpty() || !CalendarScope.isKnown(first) ? null : new Link(label, path);
    }

    /** The nearest days before and after these that have events. */
    private List<Link> nearest(CalendarScope scope, LocalDate from, LocalDate until) {
        var plain = scope.with(scope.query().choices());
        var filter = scope.query().filter();
        return Stream.of(
                        index.previousDay(scope.language(), filter, from),
                        index.nextDay(scope.language(), filter, until))
                .flatMap(Optional::stream)
                .filter(CalendarScope::isKnown)
                .map(day -> new Link(scope.edition().weekday(day).text(), plain.day(day)))
                .toList();
    }

    private Response answer(
            Subject subject,
            Map<String, Map<String, Integer>> counts,
            String fault,
            Function<CalendarHead, CalendarPage> page) {
        return new Page(200, page.apply(heads.head(subject, counts, fault)).render()).toResponse();
    }

    private EventRows rows(CalendarScope scope, Agenda agenda) {
        return EventRows.of(
                scope.edition(),
                scope.kind(),
                items,
                Stream.concat(agenda.dated().stream(), agenda.running().stream()));
    }

    /** In the order of the agenda; what is on for several days stands under the first of them. */
    private static List<CalendarPage.DayGroup> byDay(CalendarScope scope, EventRows rows, Agenda agenda) {
        var plain = scope.with(scope.query().choices());
        var groups = new LinkedHashMap<LocalDate, List<EventRow>>();
        for (Listed listed : agenda.dated()) {
            Occurrence occurrence = listed.occurrence();
            groups.computeIfAbsent(occurrence.firstDay(), _ -> new ArrayList<>())
                    .add(occurrence.isSeveralDays() ? rows.running(listed) : rows.underDay(listed));
        }
        return groups.entrySet().stream()
                .map(each -> new CalendarPage.DayGroup(
                        new Link(scope.edition().weekday(each.getKey()).text(), plain.day(each.getKey())),
                        each.getKey().toString(),
                        each.getValue()))
                .toList();
    }

    private static @Nullable Link earlierPage(CalendarScope scope, Function<CalendarScope, String> path) {
        return pageLink(scope, path, scope.query().page() - 1, "directory.previous");
    }

    private static @Nullable Link laterPage(CalendarScope scope, Agenda agenda, Function<CalendarScope, String> path) {
        if (agenda.isEmpty() && scope.query().page() > 1) {
            throw new NotFoundException();
        }
        return agenda.hasMore() && !agenda.dated().isEmpty()
                ? pageLink(scope, path, scope.query().page() + 1, "directory.next")
                : null;
    }

    private static @Nullable Link pageLink(
            CalendarScope scope, Function<CalendarScope, String> path, int page, String key) {
        return page < 1
                ? null
                : new Link(
                        scope.say(key),
                        path.apply(scope.with(
                                scope.query().with(CalendarQuery.PAGE, page == 1 ? "" : Integer.toString(page)))));
    }

    static String empty(CalendarScope scope, String key) {
        return scope.say(scope.query().chosen().isEmpty() ? key : "calendar.none-chosen");
    }

    private static String span(CalendarScope scope, LocalDate from, LocalDate until) {
        var edition = scope.edition();
        return from.equals(until)
                ? edition.on(from).text()
                : edition.words()
                        .say(
                                "event.days",
                                edition.on(from).text(),
                                edition.on(until).text());
    }

    private static void require(LocalDate day) {
        if (!CalendarScope.isKnown(day)) {
            throw new NotFoundException();
        }
    }

    static void note(CalendarScope scope) {
        CurrentRequest.note(PageKey.directory(scope.kind().name(), scope.language()));
    }

    /** The page is made anew when the first of these is over. */
    static void noteEnds(Agenda agenda, Instant now) {
        Stream.concat(agenda.dated().stream(), agenda.running().stream())
                .map(listed -> listed.occurrence().until())
                .filter(end -> end.isAfter(now))
                .min(Comparator.naturalOrder())
                .filter(end -> end.isBefore(
                        Occurrences.HORIZON.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .ifPresent(CurrentRequest::noteUntil);
    }
}
