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
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;

/** The entries of a directory that a reader chose: {@code /en/tourist-sites/entries?f.type=castle}. */
@Path("/")
public class DirectoryRoute {

    static final String ENTRIES = "entries";
    private static final String JSON = RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + "entries.json";
    private static final String GEO_JSON =
            RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + "entries.geojson";
    static final String TEMPLATE = RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + "/" + ENTRIES;

    private final Editions editions;
    private final Layouts layouts;
    private final DirectoryPages pages;
    private final DirectoryDocuments documents;

    public DirectoryRoute(Editions editions, Layouts layouts, DirectoryPages pages, DirectoryDocuments documents) {
        this.editions = editions;
        this.layouts = layouts;
        this.pages = pages;
        this.documents = documents;
    }

    /** What the addresses of all directories may say. */
    @Produces
    @Singleton
    static RouteParameters parameters(Kinds kinds) {
        return EntryQuery.parameters(
                "/" + TEMPLATE, kinds.all().stream().filter(kind -> kind.stands() == Kind.Stands.DIRECTORY));
    }

    /** The same for maps elsewhere. */
    @Produces
    @Singleton
    static RouteParameters parametersOfGeoJson(Kinds kinds) {
        return EntryQuery.parameters(
                "/" + GEO_JSON, kinds.all().stream().filter(kind -> kind.stands() == Kind.Stands.DIRECTORY));
    }

    /** The same for other programs. */
    @Produces
    @Singleton
    static RouteParameters parametersOfJson(Kinds kinds) {
        return EntryQuery.parameters(
                "/" + JSON, kinds.all().stream().filter(kind -> kind.stands() == Kind.Stands.DIRECTORY));
    }

    /** The entries as GeoJSON (RFC 7946), a thousand at a time. */
    @GET
    @Path(GEO_JSON)
    public Response geoJson(
            @PathParam("language") String language, @PathParam("section") String section, @Context UriInfo uri) {
        return document(language, section, uri, DocumentFormat.GEO_JSON);
    }

    /** The entries as JSON, with the counts of the values by which they can be chosen. */
    @GET
    @Path(JSON)
    public Response json(
            @PathParam("language") String language, @PathParam("section") String section, @Context UriInfo uri) {
        return document(language, section, uri, DocumentFormat.JSON);
    }

    private Response document(String language, String section, UriInfo uri, DocumentFormat format) {
        var edition = editions.require(language);
        var found = layouts.navigation().atPath(section).orElseThrow(NotFoundException::new);
        return documents.answer(edition, found, uri.getRequestUri().getRawQuery(), format);
    }

    @GET
    @Path(TEMPLATE)
    public Response get(
            @PathParam("language") String language, @PathParam("section") String section, @Context UriInfo uri) {
        var edition = editions.require(language);
        var found = layouts.navigation().atPath(section).orElseThrow(NotFoundException::new);
        return pages.chosen(edition, found, uri.getRequestUri().getRawQuery());
    }
}
