package org.herald.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.site.events.EventFilter;
import org.herald.web.RouteParameters;

/**
 * The query of a calendar's page: one value for each field by which events are chosen, the days of a range, and the page of
 * a list. What the kind does not know is passed over, so that an old link still leads to a calendar.
 */
record CalendarQuery(Kind kind, SortedMap<String, String> values) {

    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String PAGE = "page";

    private static final List<String> OWN = List.of(FROM, UNTIL, PAGE);
    private static final int LONGEST = 100;

    /** The names of what events are chosen by, in the order of the declaration. */
    static Set<String> filters(Kind kind) {
        return Stream.concat(
                        kind.fields().stream()
                                .filter(field -> field.filter() == Field.Filter.VALUES)
                                .map(Field::name)
                                .filter(name -> !OWN.contains(name)),
                        Stream.of(EventFilter.TOWN, EventFilter.VENUE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The parameters of all calendars, in one order. */
    static RouteParameters parameters(String template, Stream<Kind> kinds) {
        return choices(template, kinds).one(FROM).one(UNTIL).one(PAGE, "1");
    }

    /** Those of addresses that name their days. */
    static RouteParameters choices(String template, Stream<Kind> kinds) {
        var parameters = RouteParameters.of(template);
        var names = kinds.flatMap(kind -> filters(kind).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : names) {
            parameters = parameters.one(name);
        }
        return parameters;
    }

    static CalendarQuery of(Kind kind, Map<String, List<String>> given) {
        var known = filters(kind);
        var values = new TreeMap<String, String>();
        given.forEach((name, all) -> {
            String value = all.getFirst();
            if ((known.contains(name) || OWN.contains(name)) && value.length() <= LONGEST) {
                values.put(name, value);
            }
        });
        return new CalendarQuery(kind, values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** What it chooses. */
    EventFilter filter() {
        return EventFilter.of(chosen());
    }

    /** The choices, without the days and the page. */
    SortedMap<String, String> chosen() {
        var chosen = new TreeMap<>(values);
        OWN.forEach(chosen::remove);
        return chosen;
    }

    /** The choices alone, as other pages of the calendar keep them. */
    CalendarQuery choices() {
        return new CalendarQuery(kind, chosen());
    }

    /** The same with one parameter as it says; empty for none; back to the first page. */
    CalendarQuery with(String name, String value) {
        var other = new TreeMap<>(values);
        other.remove(PAGE);
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return new CalendarQuery(kind, other);
    }

    /** Numbered from 1. */
    int page() {
        String page = text(PAGE);
        return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }

    /** The address with this query. */
    String at(String path) {
        String query = Stream.concat(filters(kind).stream(), OWN.stream())
                .flatMap(name -> Optional.ofNullable(values.get(name)).map(value -> encoded(name, value)).stream())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
