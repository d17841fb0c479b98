package org.herald.site;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.site.events.EventFilter;
import org.herald.store.ItemQueries;
import org.herald.store.PathTarget;
import org.herald.web.RouteParameters;

/**
 * The calendar for calendar programs (iCalendar): {@code /en/events.ics} with the filters of its pages, one event
 * {@code /en/events/bells.ics}, and one of its dates {@code /en/events/bells.ics?occurrence=1:2026-07-05T15:00}.
 */
@Path("/")
public class CalendarFileRoute {

    /** What stands behind the address of a page. */
    static final String ENDING = ".ics";

    private static final String OCCURRENCE = "occurrence";
    private static final String TEMPLATE = RoutePatterns.LANGUAGE + "/{place:.+}" + ENDING;

    private final Editions editions;
    private final Layouts layouts;
    private final CalendarFiles files;
    private final ItemQueries items;
    private final PathResolver resolver;
    private final RouteParameters parameters;

    public CalendarFileRoute(
            Editions editions, Layouts layouts, CalendarFiles files, ItemQueries items, PathResolver resolver) {
        this.editions = editions;
        this.layouts = layouts;
        this.files = files;
        this.items = items;
        this.resolver = resolver;
        this.parameters = parameters(files.kinds());
    }

    /** What the addresses of all calendars may say. */
    @Produces
    @Singleton
    static RouteParameters parameters(Kinds kinds) {
        var names = new TreeSet<>(List.of(EventFilter.VENUE, EventFilter.TOWN, OCCURRENCE));
        kinds.all().stream()
                .filter(kind -> kind.stands() == Kind.Stands.CALENDAR)
                .flatMap(kind -> kind.fields().stream())
                .filter(field -> field.filter() == Field.Filter.VALUES)
                .map(Field::name)
                .forEach(names::add);
        var parameters = RouteParameters.of("/" + TEMPLATE);
        for (String name : names) {
            parameters = parameters.one(name);
        }
        return parameters;
    }

    @GET
    @Path(TEMPLATE)
    public Response get(
            @PathParam("language") String language, @PathParam("place") String place, @Context UriInfo uri) {
        var edition = editions.require(language);
        var values = parameters.values(uri.getRequestUri().getRawQuery());
        var section = layouts.navigation().atPath(place);
        if (section.isPresent()) {
            Kind kind = layouts.navigation()
                    .directory(section.get())
                    .map(files.kinds()::of)
                    .filter(each -> each.stands() == Kind.Stands.CALENDAR)
                    .orElseThrow(NotFoundException::new);
            var filter = new HashMap<String, String>();
            values.forEach((name, each) -> filter.put(name, each.getFirst()));
            filter.remove(OCCURRENCE);
            return files.calendar(edition, section.get(), kind, EventFilter.of(filter))
                    .toResponse();
        }
        return event(
                edition,
                Address.of(uri),
                Optional.ofNullable(values.get(OCCURRENCE)).map(List::getFirst));
    }

    private Response event(Edition edition, Address address, Optional<String> occurrence) {
        String path = address.path().substring(0, address.path().length() - ENDING.length());
        return switch (items.at(path).orElse(null)) {
            case PathTarget.Shown shown
            when shown.item().path().equals(path) ->
                files.event(edition, shown.item(), occurrence)
                        .orElseThrow(NotFoundException::new)
                        .toResponse();
            case PathTarget.Shown shown -> PathResolver.moved(shown.item().path() + ENDING);
            case PathTarget.Moved(String to) -> PathResolver.moved(to + ENDING);
            case PathTarget.Gone _ -> resolver.answer(new Address(path, ""));
            case null, default -> resolver.answer(address);
        };
    }
}
