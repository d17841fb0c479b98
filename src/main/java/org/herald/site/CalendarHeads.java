package org.herald.site;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.site.events.EventFilter;
import org.herald.store.ItemQueries;
import org.jspecify.annotations.Nullable;

/** Makes what stands at the head of the pages of a calendar, and around them. */
@Singleton
public final class CalendarHeads {

    /** The views that are had as JSON. */
    private static final Set<String> AS_JSON =
            Set.of(CalendarScope.UPCOMING, CalendarScope.PAST, CalendarScope.DATES, "month", "day");

    /** Of venues; of more, those with most events are offered. */
    private static final int MOST_OPTIONS = 60;

    private final Layouts layouts;
    private final Kinds kinds;
    private final ItemQueries items;
    private final InstantSource clock;

    public CalendarHeads(Layouts layouts, Kinds kinds, ItemQueries items, InstantSource clock) {
        this.layouts = layouts;
        this.kinds = kinds;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A page of a calendar.
     *
     * @param view the word of its view, such as {@link CalendarScope#TODAY}; {@code year} and {@code month} for these
     * @param title of the page; empty for that of the section
     * @param path makes its address under a query
     * @param between the steps of the way from the section to it
     * @param isWorthFinding false when search engines need not keep it
     */
    record Subject(
            CalendarScope scope,
            String view,
            String title,
            Function<CalendarScope, String> path,
            List<Link> between,
            boolean isWorthFinding) {

        String heading() {
            return title.isEmpty() ? Navigation.title(scope.section(), scope.language()) : title;
        }
    }

    LocalDate today(CalendarScope scope) {
        return scope.edition().today(clock.instant());
    }

    Layout frame(Subject subject) {
        return frame(subject, null);
    }

    /** @param days that the page shows; null for a list without an end */
    Layout frame(Subject subject, Layouts.@Nullable Days days) {
        var scope = subject.scope();
        var edition = scope.edition();
        String section = Navigation.title(scope.section(), scope.language());
        String description = Navigation.description(scope.section(), scope.language());
        var crumbs =
                new ArrayList<>(layouts.crumbs(edition, layouts.navigation().down(scope.section()), subject.title()));
        if (!subject.title().isEmpty()) {
            crumbs.addAll(crumbs.size() - 1, subject.between());
        }
        var layout = layouts.frame(
                edition,
                new Layouts.Subject(
                                subject.title().isEmpty() ? section : subject.title() + ", " + section,
                                subject.title().isEmpty() && !Blank.is(description)
                                        ? description
                                        : layouts.describe(
                                                edition,
                                                "describe.calendar",
                                                subject.title().isEmpty() ? section : section + ", " + subject.title()),
                                subject.path().apply(scope),
                                crumbs,
                                layouts.everywhere(
                                        edition,
                                        other -> subject.path()
                                                .apply(scope)
                                                .replaceFirst("^/[^/?]+", Urls.front(other))))
                        .on(days));
        boolean isDeep = scope.query().chosen().size() > 1 || scope.query().page() > 1;
        var documented = layout.withDocuments(documents(subject));
        return isDeep || !subject.isWorthFinding() ? documented.withoutIndex() : documented;
    }

    /** The calendar in programs, with what is chosen; as JSON the page itself, where it has that. */
    private static List<Layout.Document> documents(Subject subject) {
        var scope = subject.scope();
        var documents = new ArrayList<Layout.Document>();
        documents.add(new Layout.Document(
                "iCalendar", "text/calendar", scope.query().choices().at(scope.base() + CalendarFileRoute.ENDING)));
        if (AS_JSON.contains(subject.view())) {
            String path = subject.view().equals(CalendarScope.UPCOMING)
                    ? scope.at("/" + CalendarScope.UPCOMING)
                    : subject.path().apply(scope);
            documents.add(new Layout.Document("JSON", "application/json", CalendarDocuments.document(path)));
        }
        return documents;
    }

    /** @param counts how many events of the page each value has, by field */
    CalendarHead head(Subject subject, Map<String, Map<String, Integer>> counts, String fault) {
        var scope = subject.scope();
        var values = values(scope, counts);
        var query = scope.query();
        return new CalendarHead(
                subject.heading(),
                subject.title().isEmpty() ? Navigation.description(scope.section(), scope.language()) : "",
                views(subject),
                facets(subject, values, counts),
                chosen(subject, values),
                subject.path().apply(scope.with(without(query))),
                new CalendarHead.Dates(
                        scope.base() + "/" + CalendarScope.DATES,
                        query.chosen().entrySet().stream()
                                .map(each -> new CalendarHead.Hidden(each.getKey(), each.getValue()))
                                .toList(),
                        TypedDays.day(query.text(CalendarQuery.FROM)),
                        TypedDays.day(query.text(CalendarQuery.UNTIL)),
                        fault));
    }

    /** The same range of days without choices. */
    private static CalendarQuery without(CalendarQuery query) {
        var plain = query.with(CalendarQuery.PAGE, "");
        for (String name : query.chosen().keySet()) {
            plain = plain.with(name, "");
        }
        return plain;
    }

    private List<CalendarHead.View> views(Subject subject) {
        var scope = subject.scope().with(subject.scope().query().choices());
        LocalDate today = today(scope);
        var paths = new LinkedHashMap<String, String>();
        paths.put(CalendarScope.UPCOMING, scope.upcoming());
        paths.put(CalendarScope.TODAY, scope.at("/" + CalendarScope.TODAY));
        paths.put(CalendarScope.WEEKEND, scope.at("/" + CalendarScope.WEEKEND));
        paths.put("week", scope.week(today));
        paths.put("month", scope.month(YearMonth.from(today)));
        paths.put("year", scope.year(Year.from(today)));
        paths.put(CalendarScope.PAST, scope.at("/" + CalendarScope.PAST));
        String own = subject.path().apply(scope);
        return paths.entrySet().stream()
                .map(each -> new CalendarHead.View(
                        scope.say("calendar.view-" + each.getKey()),
                        each.getValue(),
                        each.getValue().equals(own)))
                .toList();
    }

    private List<DirectoryPage.Facet> facets(
            Subject subject, Map<String, List<FieldValues.Named>> values, Map<String, Map<String, Integer>> counts) {
        var scope = subject.scope();
        var facets = new ArrayList<DirectoryPage.Facet>();
        values.forEach((name, named) -> {
            String chosen = scope.query().text(name);
            var ofField = counts.getOrDefault(name, Map.of());
            var options = named.stream()
                    .map(value -> new DirectoryPage.Option(
                            value.label(),
                            scope.edition().words().say("directory.count", ofField.getOrDefault(value.value(), 0)),
                            subject.path()
                                    .apply(scope.with(scope.query()
                                            .with(name, value.value().equals(chosen) ? "" : value.value()))),
                            value.value().equals(chosen)))
                    .toList();
            if (!options.isEmpty()) {
                facets.add(new DirectoryPage.Facet(label(scope, name), chosen.isEmpty() ? 0 : 1, options));
            }
        });
        return facets;
    }

    private List<Link> chosen(Subject subject, Map<String, List<FieldValues.Named>> values) {
        var scope = subject.scope();
        return scope.query().chosen().entrySet().stream()
                .map(each -> new Link(
                        scope.edition()
                                .words()
                                .say(
                                        "directory.chosen",
                                        label(scope, each.getKey()),
                                        values.getOrDefault(each.getKey(), List.of()).stream()
                                                .filter(value -> value.value().equals(each.getValue()))
                                                .findFirst()
                                                .map(FieldValues.Named::label)
                                                .orElse(each.getValue())),
                        subject.path().apply(scope.with(scope.query().with(each.getKey(), "")))))
                .toList();
    }

    private String label(CalendarScope scope, String name) {
        return field(scope.kind(), name)
                .flatMap(field -> field.label().in(scope.language()))
                .orElseGet(() -> switch (name) {
                    case EventFilter.TOWN -> scope.say("calendar.town");
                    case EventFilter.VENUE -> scope.say("calendar.venue");
                    default -> name;
                });
    }

    /** That of events or, for their towns, of the first kind of venues that has it. */
    private Optional<Field> field(Kind kind, String name) {
        return kind.field(name)
                .or(() -> kinds.all().stream()
                        .filter(other -> other.stands() == Kind.Stands.DIRECTORY)
                        .flatMap(other -> other.field(name).stream())
                        .findFirst());
    }

    /** By field, what is offered: values with events, and those that are chosen. */
    private Map<String, List<FieldValues.Named>> values(CalendarScope scope, Map<String, Map<String, Integer>> counts) {
        var values = new LinkedHashMap<String, List<FieldValues.Named>>();
        for (String name : CalendarQuery.filters(scope.kind())) {
            var ofField = counts.getOrDefault(name, Map.of());
            Set<String> offered = ofField.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MOST_OPTIONS)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(HashSet::new));
            Optional.of(scope.query().text(name))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(offered::add);
            values.put(
                    name,
                    name.equals(EventFilter.VENUE)
                            ? venues(scope, offered)
                            : field(scope.kind(), name)
                                    .map(field -> new FieldValues(scope.edition(), field)
                                            .inOrder(offered.stream())
                                            .toList())
                                    .orElse(List.of()));
        }
        return values;
    }

    private List<FieldValues.Named> venues(CalendarScope scope, Set<String> offered) {
        var ids = offered.stream()
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .map(number -> new ItemId(Long.parseLong(number)))
                .toList();
        Map<ItemId, LiveItem> found = items.inLanguage(ids, scope.language());
        return found.entrySet().stream()
                .map(each -> new FieldValues.Named(
                        each.getKey().toString(), each.getValue().headline()))
                .sorted(Comparator.comparing(FieldValues.Named::label).thenComparing(FieldValues.Named::value))
                .toList();
    }
}
