package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.herald.model.Section;

/** A section's first page, an article, a standing page, or whatever else is or was at an address of an edition. */
@Path("/")
public class PathRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final SectionPages sections;
    private final DirectoryPages directories;
    private final PathResolver resolver;
    private final CalendarPages calendars;
    private final CalendarScopes scopes;

    public PathRoute(
            Editions editions,
            Layouts layouts,
            SectionPages sections,
            DirectoryPages directories,
            PathResolver resolver,
            CalendarPages calendars,
            CalendarScopes scopes) {
        this.editions = editions;
        this.layouts = layouts;
        this.sections = sections;
        this.directories = directories;
        this.resolver = resolver;
        this.calendars = calendars;
        this.scopes = scopes;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/{place:.+}")
    public Response get(
            @PathParam("language") String language, @PathParam("place") String place, @Context UriInfo uri) {
        return answer(language, place, Address.of(uri));
    }

    Response answer(String language, String place, Address address) {
        var edition = editions.find(language);
        var section = layouts.navigation().atPath(place);
        return edition.isPresent() && section.isPresent() && address.path().equals(address.plain())
                ? first(edition.get(), section.get())
                : resolver.answer(address);
    }

    private Response first(Edition edition, Section section) {
        return layouts.navigation()
                .directory(section)
                .map(kind -> scopes.plain(edition, section, kind)
                        .map(calendars::upcoming)
                        .orElseGet(() -> directories.first(edition, section, kind)))
                .orElseGet(() -> sections.first(edition, section));
    }
}
