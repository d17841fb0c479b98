package org.herald.site;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.herald.model.LiveItem;
import org.herald.web.Page;

/** The pages of an archive, of the whole portal or of a section: years, a year, a month, a day. */
@Singleton
public final class ArchivePages {

    /** A month with more stories than this shows its days with their counts, not every headline. */
    private static final int MOST_OF_MONTH = 80;

    private static final int MOST_OF_DAY = 500;

    private final Layouts layouts;
    private final Archive archive;

    public ArchivePages(Layouts layouts, Archive archive) {
        this.layouts = layouts;
        this.archive = archive;
    }

    Page years(ArchiveScope scope) {
        var edition = scope.edition();
        var months = archive.months(edition, scope.section());
        var lines = new ArrayList<ArchivePage.YearLine>();
        months.years()
                .reversed()
                .forEach((year, count) -> lines.add(new ArchivePage.YearLine(
                        link(scope, year),
                        stories(edition, count),
                        months.in(year).keySet().stream()
                                .map(month -> new Link(edition.monthName(month), Urls.month(scope.base(), month)))
                                .toList())));
        var page = new ArchivePage(
                scope.frame(scope.title(), "", scope.overview(), List.of(), OtherArchives.overview(scope)),
                scope.title(),
                lines,
                archive.calendar(edition, scope.section(), months));
        return new Page(200, page.render());
    }

    /** The page of a year; nothing when it has no stories. */
    Optional<Page> year(ArchiveScope scope, int number) {
        var edition = scope.edition();
        var months = archive.months(edition, scope.section());
        var year = Year.of(number);
        if (!months.has(year)) {
            return Optional.empty();
        }
        var own = months.in(year);
        var days = archive.queries().days(year, Urls.list(scope.section()), edition.language());
        var calendars = archive.calendars(edition);
        var drawn = own.keySet().stream()
                .map(month -> calendars.of(
                        month,
                        scope.base(),
                        days.subMap(month.atDay(1), month.plusMonths(1).atDay(1)),
                        Calendars.Neighbours.NONE))
                .toList();
        String title = edition.number(number);
        String stories = stories(
                edition, own.values().stream().mapToLong(Long::longValue).sum());
        var page = new ArchiveYearPage(
                scope.frame(
                        title,
                        stories,
                        Urls.year(scope.base(), number),
                        List.of(),
                        OtherArchives.of(scope, archive.queries(), year)),
                title,
                stories,
                months.before(year).map(other -> link(scope, other)).orElse(null),
                months.after(year).map(other -> link(scope, other)).orElse(null),
                drawn);
        return Optional.of(new Page(200, page.render()));
    }

    /** The page of a month; nothing when it has no stories. */
    Optional<Page> month(ArchiveScope scope, YearMonth month) {
        var edition = scope.edition();
        var months = archive.months(edition, scope.section());
        if (!months.has(month)) {
            return Optional.empty();
        }
        long count = months.in(month);
        var list = Urls.list(scope.section());
        var days = archive.queries().days(month, list, edition.language());
        List<LiveItem> items = count > MOST_OF_MONTH
                ? List.of()
                : archive.queries().in(month, list, edition.language(), MOST_OF_MONTH);
        String title = edition.month(month);
        var page = new ArchiveMonthPage(
                scope.frame(
                        title,
                        stories(edition, count),
                        Urls.month(scope.base(), month),
                        List.of(link(scope, Year.of(month.getYear()))),
                        OtherArchives.of(scope, archive.queries(), month)),
                title,
                stories(edition, count),
                archive.calendars(edition).of(month, scope.base(), days, Calendars.Neighbours.of(month, months)),
                groups(scope, days, items));
        return Optional.of(new Page(200, page.render()));
    }

    /** The page of a day; nothing when it has no stories. */
    Optional<Page> day(ArchiveScope scope, LocalDate day) {
        var edition = scope.edition();
        var list = Urls.list(scope.section());
        var items = archive.queries().on(day, list, edition.language(), MOST_OF_DAY);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var month = YearMonth.from(day);
        var months = archive.months(edition, scope.section());
        var days = archive.queries().days(month, list, edition.language());
        var earlier = days.headMap(day);
        var later = days.tailMap(day.plusDays(1));
        String title = edition.on(day).text();
        var page = new ArchiveDayPage(
                scope.frame(
                        title,
                        stories(edition, items.size()),
                        Urls.day(scope.base(), day),
                        List.of(
                                link(scope, Year.of(day.getYear())),
                                new Link(edition.monthName(month), Urls.month(scope.base(), month))),
                        OtherArchives.of(scope, archive.queries(), day)),
                title,
                new Cards(edition, layouts.navigation()).of(items),
                earlier.isEmpty()
                        ? months.before(month)
                                .map(other -> monthLink(scope, other))
                                .orElse(null)
                        : dayLink(scope, earlier.lastKey()),
                later.isEmpty()
                        ? months.after(month)
                                .map(other -> monthLink(scope, other))
                                .orElse(null)
                        : dayLink(scope, later.firstKey()),
                archive.calendars(edition).of(month, scope.base(), days, Calendars.Neighbours.of(month, months)));
        return Optional.of(new Page(200, page.render()));
    }

    private List<ArchiveMonthPage.DayGroup> groups(
            ArchiveScope scope, SortedMap<LocalDate, Long> days, List<LiveItem> items) {
        var cards = new Cards(scope.edition(), layouts.navigation());
        var groups = new ArrayList<ArchiveMonthPage.DayGroup>();
        days.reversed()
                .forEach((day, count) -> groups.add(new ArchiveMonthPage.DayGroup(
                        dayLink(scope, day),
                        stories(scope.edition(), count),
                        cards.of(items.stream()
                                .filter(item -> item.publishedOn().equals(day))
                                .toList()))));
        return groups;
    }

    private static Link link(ArchiveScope scope, Year year) {
        return new Link(scope.edition().number(year.getValue()), Urls.year(scope.base(), year.getValue()));
    }

    private static Link monthLink(ArchiveScope scope, YearMonth month) {
        return new Link(scope.edition().month(month), Urls.month(scope.base(), month));
    }

    private static Link dayLink(ArchiveScope scope, LocalDate day) {
        return new Link(scope.edition().on(day).text(), Urls.day(scope.base(), day));
    }

    private static String stories(Edition edition, long count) {
        return edition.words().say("archive.stories", count);
    }
}
