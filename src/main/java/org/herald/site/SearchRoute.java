package org.herald.site;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;

/** What a reader finds by words: {@code /en/search?q=castle&kind=sight}. */
@Path("/")
public class SearchRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final SearchPages pages;

    public SearchRoute(Editions editions, Layouts layouts, SearchPages pages) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
    }

    @Produces
    @Singleton
    static RouteParameters parameters(Kinds kinds) {
        return SearchAddress.parameters(kinds.all());
    }

    /** Names that go on as was typed, as browsers show them below an input (OpenSearch Suggestions 1.0). */
    @GET
    @Path(RoutePatterns.LANGUAGE + "/search/suggest")
    public Response suggest(@PathParam("language") String language, @Context UriInfo uri) {
        return pages.suggestions(editions.require(language), uri.getRequestUri().getRawQuery());
    }

    /** How browsers offer the search (OpenSearch Description 1.1). */
    @GET
    @Path(RoutePatterns.LANGUAGE + "/search/" + SearchDescription.WORD)
    public Response description(@PathParam("language") String language) {
        return SearchDescription.of(editions.require(language), layouts).toResponse();
    }

    @Produces
    @Singleton
    static RouteParameters parametersOfSuggestions() {
        return RouteParameters.of("/" + RoutePatterns.LANGUAGE + "/search/suggest")
                .one(SearchAddress.WORDS)
                .freshOnly();
    }

    @GET
    @Path(SearchAddress.TEMPLATE)
    public Response get(@PathParam("language") String language, @Context UriInfo uri) {
        return pages.answer(editions.require(language), uri.getRequestUri().getRawQuery());
    }
}
