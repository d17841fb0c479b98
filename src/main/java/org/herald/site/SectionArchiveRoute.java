package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The archive of one section: its years, a year, a month, a day. */
@Path("/")
public class SectionArchiveRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final ArchivePages pages;

    public SectionArchiveRoute(Editions editions, Layouts layouts, ArchivePages pages) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/archive")
    public Response years(@PathParam("language") String language, @PathParam("section") String section) {
        return pages.years(scope(language, section)).toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + RoutePatterns.YEAR)
    public Response year(
            @PathParam("language") String language, @PathParam("section") String section, @PathParam("year") int year) {
        return pages.year(scope(language, section), year)
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH)
    public Response month(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month) {
        return pages.month(scope(language, section), Archive.month(year, month))
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH
            + "/" + RoutePatterns.DAY)
    public Response day(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @PathParam("day") String day) {
        return pages.day(scope(language, section), Archive.day(year, month, day))
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    private ArchiveScope scope(String language, String section) {
        var edition = editions.require(language);
        return new ArchiveScope(
                edition, layouts.navigation().atPath(section).orElseThrow(NotFoundException::new), layouts);
    }
}
