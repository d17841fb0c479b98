package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The archive of the whole portal: its years, a year, a month, a day. */
@Path("/")
public class ArchiveRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final ArchivePages pages;

    public ArchiveRoute(Editions editions, Layouts layouts, ArchivePages pages) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/archive")
    public Response years(@PathParam("language") String language) {
        return pages.years(scope(language)).toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/archive" + "/" + RoutePatterns.YEAR)
    public Response year(@PathParam("language") String language, @PathParam("year") int year) {
        return pages.year(scope(language), year)
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/archive" + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH)
    public Response month(
            @PathParam("language") String language, @PathParam("year") String year, @PathParam("month") String month) {
        return pages.month(scope(language), Archive.month(year, month))
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/archive" + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH + "/"
            + RoutePatterns.DAY)
    public Response day(
            @PathParam("language") String language,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @PathParam("day") String day) {
        return pages.day(scope(language), Archive.day(year, month, day))
                .orElseThrow(NotFoundException::new)
                .toResponse();
    }

    private ArchiveScope scope(String language) {
        return new ArchiveScope(editions.require(language), null, layouts);
    }
}
