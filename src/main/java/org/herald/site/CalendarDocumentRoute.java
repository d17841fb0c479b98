package org.herald.site;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;

/** A calendar for other programs: its lists, months and days as JSON at their addresses with an ending. */
@Path("/")
public class CalendarDocumentRoute {

    private static final String SECTION = RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION;
    private static final String LISTS = SECTION + "/{list:upcoming|past|dates}.json";
    private static final String MONTHS = SECTION + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH + ".json";
    private static final String DAYS =
            SECTION + "/" + RoutePatterns.YEAR + "/" + RoutePatterns.MONTH + "/" + RoutePatterns.DAY + ".json";

    private final CalendarScopes scopes;
    private final CalendarDocuments documents;
    private final PathRoute others;

    public CalendarDocumentRoute(CalendarScopes scopes, CalendarDocuments documents, PathRoute others) {
        this.scopes = scopes;
        this.documents = documents;
        this.others = others;
    }

    /** What the addresses of lists may say. */
    @Produces
    @Singleton
    static RouteParameters parametersOfListDocuments(Kinds kinds) {
        return CalendarRoute.parameters("/" + LISTS, kinds);
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfMonthDocuments(Kinds kinds) {
        return CalendarRoute.parameters("/" + MONTHS, kinds);
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfDayDocuments(Kinds kinds) {
        return CalendarRoute.parameters("/" + DAYS, kinds);
    }

    @GET
    @Path(LISTS)
    public Response list(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("list") String list,
            @Context UriInfo uri) {
        return answer(language, section, uri, "/" + list + ".json", scope -> switch (list) {
            case CalendarScope.PAST -> documents.past(scope);
            case CalendarScope.DATES -> documents.dates(scope);
            default -> documents.upcoming(scope);
        });
    }

    @GET
    @Path(MONTHS)
    public Response month(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @Context UriInfo uri) {
        return answer(
                language,
                section,
                uri,
                "/" + year + "/" + month + ".json",
                scope -> documents.month(scope, Archive.month(year, month)));
    }

    @GET
    @Path(DAYS)
    public Response day(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @PathParam("day") String day,
            @Context UriInfo uri) {
        return answer(
                language,
                section,
                uri,
                "/" + year + "/" + month + "/" + day + ".json",
                scope -> documents.day(scope, Archive.day(year, month, day)));
    }

    /** What no calendar has is left to the other addresses. */
    private Response answer(
            String language, String section, UriInfo uri, String ending, Function<CalendarScope, Response> made) {
        return scopes.at(language, section, uri)
                .map(made)
                .orElseGet(() -> others.answer(language, section + ending, Address.of(uri)));
    }
}
