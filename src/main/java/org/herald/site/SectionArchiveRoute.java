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
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;

/** The archive of one section: its years, a year, a month, a day; those of its calendar where it shows one. */
@Path("/")
public class SectionArchiveRoute {

    private static final String YEAR = RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + RoutePatterns.YEAR;
    private static final String MONTH = YEAR + "/" + RoutePatterns.MONTH;
    private static final String DAY = MONTH + "/" + RoutePatterns.DAY;

    private final Editions editions;
    private final Layouts layouts;
    private final ArchivePages pages;
    private final CalendarScopes calendars;
    private final CalendarMonths months;
    private final CalendarPages days;

    public SectionArchiveRoute(
            Editions editions,
            Layouts layouts,
            ArchivePages pages,
            CalendarScopes calendars,
            CalendarMonths months,
            CalendarPages days) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
        this.calendars = calendars;
        this.months = months;
        this.days = days;
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfYears(Kinds kinds) {
        return CalendarRoute.choices("/" + YEAR, kinds);
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfMonths(Kinds kinds) {
        return CalendarRoute.choices("/" + MONTH, kinds);
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfDays(Kinds kinds) {
        return CalendarRoute.choices("/" + DAY, kinds);
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/archive")
    public Response years(
            @PathParam("language") String language, @PathParam("section") String section, @Context UriInfo uri) {
        return calendars
                .at(language, section, uri)
                .map(calendar -> PathResolver.moved(calendar.base() + "/" + CalendarScope.PAST))
                .orElseGet(() -> pages.years(scope(language, section)).toResponse());
    }

    @GET
    @Path(YEAR)
    public Response year(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") int year,
            @Context UriInfo uri) {
        return calendars
                .at(language, section, uri)
                .map(calendar -> months.year(calendar, year))
                .orElseGet(() -> pages.year(scope(language, section), year)
                        .orElseThrow(NotFoundException::new)
                        .toResponse());
    }

    @GET
    @Path(MONTH)
    public Response month(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @Context UriInfo uri) {
        return calendars
                .at(language, section, uri)
                .map(calendar -> months.month(calendar, Archive.month(year, month)))
                .orElseGet(() -> pages.month(scope(language, section), Archive.month(year, month))
                        .orElseThrow(NotFoundException::new)
                        .toResponse());
    }

    @GET
    @Path(DAY)
    public Response day(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @PathParam("day") String day,
            @Context UriInfo uri) {
        return calendars
                .at(language, section, uri)
                .map(calendar -> days.day(calendar, Archive.day(year, month, day)))
                .orElseGet(() -> pages.day(scope(language, section), Archive.day(year, month, day))
                        .orElseThrow(NotFoundException::new)
                        .toResponse());
    }

    private ArchiveScope scope(String language, String section) {
        var edition = editions.require(language);
        return new ArchiveScope(
                edition, layouts.navigation().atPath(section).orElseThrow(NotFoundException::new), layouts);
    }
}
