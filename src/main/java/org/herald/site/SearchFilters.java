package org.herald.site;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.geo.Outlines;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.search.SearchDocument;
import org.herald.search.SearchQuery;
import org.herald.search.SearchResult;
import org.herald.search.SearchResult.Count;
import org.herald.site.SearchPages.Asked;

/** By what a search is narrowed: kind, section, year and month, place, and the fields of a kind that is chosen alone. */
@Singleton
public final class SearchFilters {

    private static final int MOST_PLACES = 30;

    private final Kinds kinds;
    private final Layouts layouts;
    private final Outlines outlines;

    public SearchFilters(Kinds kinds, Layouts layouts, Outlines outlines) {
        this.kinds = kinds;
        this.layouts = layouts;
        this.outlines = outlines;
    }

    /** What the address chooses, as the index knows it; what means nothing is passed over. */
    Map<String, List<String>> chosen(SearchAddress address) {
        var chosen = new HashMap<String, List<String>>();
        address.values().forEach((name, values) -> {
            switch (name) {
                case SearchQuery.SECTION ->
                    section(address)
                            .ifPresent(section ->
                                    chosen.put(name, List.of(section.id().toString())));
                case SearchQuery.KIND, SearchQuery.YEAR, SearchQuery.MONTH, SearchQuery.PLACE ->
                    chosen.put(name, values);
                default -> {
                    if (name.startsWith(SearchQuery.FIELD)) {
                        chosen.put(name, values);
                    }
                }
            }
        });
        return chosen;
    }

    /** The filters whose values are counted for this address. */
    List<String> counted(SearchAddress address) {
        var counted =
                new ArrayList<>(List.of(SearchQuery.KIND, SearchQuery.SECTION, SearchQuery.YEAR, SearchQuery.PLACE));
        if (!address.text(SearchQuery.YEAR).isEmpty()) {
            counted.add(SearchQuery.MONTH);
        }
        only(address).ifPresent(kind -> fields(kind).forEach(field -> counted.add(name(kind, field))));
        return counted;
    }

    private Optional<Section> section(SearchAddress address) {
        return Optional.of(address.text(SearchQuery.SECTION))
                .filter(path -> !path.isEmpty())
                .flatMap(layouts.navigation()::atPath);
    }

    /** The kind that is chosen alone. */
    private Optional<Kind> only(SearchAddress address) {
        var all = address.all(SearchQuery.KIND);
        return all.size() == 1
                ? kinds.all().stream()
                        .filter(kind -> kind.name().word().equals(all.getFirst()))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Field> fields(Kind kind) {
        return kind.fields().stream().filter(field -> field.filter() == Field.Filter.VALUES);
    }

    private static String name(Kind kind, Field field) {
        return SearchQuery.field(kind.name().word(), field.name());
    }

    /** A value as readers know it. */
    private record Named(String value, String label, int items) {}

    /** What can be chosen, with how many items each choice leads to; no choice leads to none. */
    List<DirectoryPage.Facet> facets(Asked asked, SearchResult found, Function<SearchAddress, String> path) {
        var facets = new ArrayList<DirectoryPage.Facet>();
        for (String filter : counted(asked.address())) {
            var named = named(asked, filter, found.counts().getOrDefault(filter, List.of()));
            var chosen = asked.address().all(filter);
            if (named.size() > 1 || !chosen.isEmpty()) {
                var options = named.stream()
                        .map(each -> new DirectoryPage.Option(
                                each.label(),
                                asked.edition().words().say("directory.count", each.items()),
                                path.apply(toggled(asked.address(), filter, each.value())),
                                chosen.contains(each.value())))
                        .toList();
                if (!options.isEmpty()) {
                    facets.add(new DirectoryPage.Facet(label(asked, filter), chosen.size(), options));
                }
            }
        }
        return facets;
    }

    /** A section, a year and a month are chosen alone; with a year goes its month, and with a kind its fields. */
    private static SearchAddress toggled(SearchAddress address, String filter, String value) {
        return switch (filter) {
            case SearchQuery.SECTION, SearchQuery.MONTH ->
                address.with(filter, address.text(filter).equals(value) ? List.of() : List.of(value));
            case SearchQuery.YEAR ->
                address.with(filter, address.text(filter).equals(value) ? List.of() : List.of(value))
                        .without(SearchQuery.MONTH);
            case SearchQuery.KIND -> withoutFields(address.toggled(filter, value));
            default -> address.toggled(filter, value);
        };
    }

    private static SearchAddress withoutFields(SearchAddress address) {
        var all = new HashMap<>(address.values());
        all.keySet().removeIf(name -> name.startsWith(SearchQuery.FIELD));
        return new SearchAddress(all);
    }

    /** What is chosen, each with the search without it. */
    List<Link> chosenLinks(Asked asked, Function<SearchAddress, String> path) {
        var chosen = new ArrayList<Link>();
        for (String filter : counted(asked.address())) {
            for (String value : asked.address().all(filter)) {
                named(asked, filter, List.of(new Count(indexed(asked, filter, value), 0))).stream()
                        .findFirst()
                        .ifPresent(each -> chosen.add(new Link(
                                asked.say("directory.chosen", label(asked, filter), each.label()),
                                path.apply(toggled(asked.address(), filter, value)))));
            }
        }
        return chosen;
    }

    /** A value of an address as the index has it. */
    private String indexed(Asked asked, String filter, String value) {
        return filter.equals(SearchQuery.SECTION)
                ? section(asked.address()).map(found -> found.id().toString()).orElse("")
                : value;
    }

    private String label(Asked asked, String filter) {
        return switch (filter) {
            case SearchQuery.KIND -> asked.say("search.kind");
            case SearchQuery.SECTION -> asked.say("search.section");
            case SearchQuery.YEAR -> asked.say("search.year");
            case SearchQuery.MONTH -> asked.say("search.month");
            case SearchQuery.PLACE -> asked.say("search.place");
            default ->
                only(asked.address())
                        .flatMap(kind -> fields(kind)
                                .filter(field -> name(kind, field).equals(filter))
                                .findFirst())
                        .flatMap(field -> field.label().in(asked.language()))
                        .orElse(filter);
        };
    }

    /** The values in the order in which readers look for them. */
    private List<Named> named(Asked asked, String filter, List<Count> counts) {
        return switch (filter) {
            case SearchQuery.KIND ->
                counts.stream()
                        .flatMap(each -> kinds
                                .find(new KindName(each.value()))
                                .map(kind -> new Named(
                                        each.value(),
                                        kind.many().in(asked.language()).orElse(each.value()),
                                        each.items()))
                                .stream())
                        .toList();
            case SearchQuery.SECTION -> sections(asked, counts);
            case SearchQuery.YEAR ->
                newestFirst(counts)
                        .map(each -> new Named(each.value(), years(asked, each.value()), each.items()))
                        .toList();
            case SearchQuery.MONTH ->
                newestFirst(counts)
                        .filter(each -> each.value().startsWith(asked.address().text(SearchQuery.YEAR)))
                        .map(each -> new Named(each.value(), month(asked, each.value()), each.items()))
                        .toList();
            case SearchQuery.PLACE ->
                counts.stream()
                        .limit(MOST_PLACES)
                        .map(each -> new Named(each.value(), place(asked, each.value()), each.items()))
                        .toList();
            default -> ofField(asked, filter, counts);
        };
    }

    private static Stream<Count> newestFirst(List<Count> counts) {
        return counts.stream().sorted(Comparator.comparing(Count::value).reversed());
    }

    private static String years(Asked asked, String year) {
        return year.matches("[0-9]{1,4}") ? asked.edition().number(Long.parseLong(year)) : year;
    }

    private static String month(Asked asked, String month) {
        try {
            return asked.edition().month(YearMonth.parse(month));
        } catch (DateTimeParseException none) {
            return month;
        }
    }

    private String place(Asked asked, String place) {
        return place.startsWith(SearchDocument.AREA)
                ? outlines.area(place.substring(SearchDocument.AREA.length()))
                        .flatMap(area -> area.names().in(asked.language()))
                        .orElse(place)
                : place;
    }

    /** Those right below the chosen one, and that itself; without any, those right below the portal. */
    private List<Named> sections(Asked asked, List<Count> counts) {
        SectionId above = section(asked.address()).map(Section::id).orElse(Section.ROOT);
        return counts.stream()
                .filter(each -> each.value().matches("[0-9]{1,18}"))
                .flatMap(each -> layouts.navigation().byId(new SectionId(Long.parseLong(each.value()))).stream()
                        .filter(section -> section.id().equals(above) || above.equals(section.parent()))
                        .map(section ->
                                new Named(section.path(), Navigation.title(section, asked.language()), each.items())))
                .toList();
    }

    private List<Named> ofField(Asked asked, String filter, List<Count> counts) {
        Map<String, Integer> items = counts.stream().collect(Collectors.toMap(Count::value, Count::items));
        return only(asked.address()).stream()
                .flatMap(kind -> fields(kind).filter(field -> name(kind, field).equals(filter)))
                .flatMap(field -> new FieldValues(asked.edition(), field).inOrder(items.keySet().stream()))
                .map(value -> new Named(value.value(), value.label(), items.getOrDefault(value.value(), 0)))
                .toList();
    }
}
