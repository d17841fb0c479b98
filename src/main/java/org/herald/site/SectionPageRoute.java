package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** An older page of a section, counted from its oldest story. */
@Path("/")
public class SectionPageRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final SectionPages pages;

    public SectionPageRoute(Editions editions, Layouts layouts, SectionPages pages) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/page/" + RoutePatterns.NUMBER)
    public Response get(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("number") long number) {
        var edition = editions.require(language);
        return pages.numbered(
                edition, layouts.navigation().atPath(section).orElseThrow(NotFoundException::new), number);
    }
}
