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
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;

/**
 * The lists of a calendar: what is to come and is chosen, what is past, today, this weekend, a week, and the days that a
 * reader typed. Its years, months and days are at the same addresses as those of an archive.
 */
@Path("/")
public class CalendarRoute {

    private static final String SECTION = RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/";
    private static final String LISTS = SECTION + "{list:upcoming|past|today|weekend|dates}";
    private static final String WEEK = SECTION + RoutePatterns.YEAR + "/{week:w[0-9]{2}}";

    private final CalendarScopes scopes;
    private final CalendarPages pages;
    private final PathRoute others;

    public CalendarRoute(CalendarScopes scopes, CalendarPages pages, PathRoute others) {
        this.scopes = scopes;
        this.pages = pages;
        this.others = others;
    }

    /** What the addresses of lists may say. */
    @Produces
    @Singleton
    static RouteParameters parametersOfLists(Kinds kinds) {
        return parameters("/" + LISTS, kinds);
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfWeeks(Kinds kinds) {
        return choices("/" + WEEK, kinds);
    }

    /** What the addresses of given days may say. */
    static RouteParameters choices(String template, Kinds kinds) {
        return CalendarQuery.choices(
                template, kinds.all().stream().filter(kind -> kind.stands() == Kind.Stands.CALENDAR));
    }

    static RouteParameters parameters(String template, Kinds kinds) {
        return CalendarQuery.parameters(
                template, kinds.all().stream().filter(kind -> kind.stands() == Kind.Stands.CALENDAR));
    }

    @GET
    @Path(LISTS)
    public Response list(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("list") String list,
            @Context UriInfo uri) {
        return scopes.at(language, section, uri)
                .map(scope -> list(scope, list))
                .orElseGet(() -> others.answer(language, section + "/" + list, Address.of(uri)));
    }

    private Response list(CalendarScope scope, String list) {
        return switch (list) {
            case CalendarScope.TODAY -> pages.today(scope);
            case CalendarScope.WEEKEND -> pages.weekend(scope);
            case CalendarScope.PAST -> pages.past(scope);
            case CalendarScope.DATES -> pages.dates(scope);
            default ->
                scope.query().values().isEmpty()
                        ? Response.status(Response.Status.MOVED_PERMANENTLY)
                                .location(URI.create(scope.base()))
                                .build()
                        : pages.upcoming(scope);
        };
    }

    @GET
    @Path(WEEK)
    public Response week(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") int year,
            @PathParam("week") String week,
            @Context UriInfo uri) {
        var scope = scopes.at(language, section, uri).orElseThrow(NotFoundException::new);
        return pages.week(scope, monday(year, Integer.parseInt(week.substring(1))));
    }

    /** The first day of a week of ISO 8601; a week that the year does not have is an address that does not exist. */
    private static LocalDate monday(int year, int week) {
        try {
            var inYear = LocalDate.of(year, 7, 1);
            IsoFields.WEEK_OF_WEEK_BASED_YEAR
                    .rangeRefinedBy(inYear)
                    .checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(ChronoField.DAY_OF_WEEK, 1);
        } catch (DateTimeException none) {
            throw new NotFoundException(none);
        }
    }
}
