package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.herald.model.Slug;
import org.herald.site.feeds.FeedFormat;
import org.herald.web.Page;

/** The feeds: {@code /en/feed.xml}, {@code /en/news/feed.atom}, {@code /en/tag/castles/feed.json}. */
@Path("/")
public class FeedRoute {

    private static final String FEED = "/feed.{format:xml|atom|json}";

    private final Editions editions;
    private final Layouts layouts;
    private final FeedPages feeds;
    private final PathResolver resolver;

    public FeedRoute(Editions editions, Layouts layouts, FeedPages feeds, PathResolver resolver) {
        this.editions = editions;
        this.layouts = layouts;
        this.feeds = feeds;
        this.resolver = resolver;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + FEED)
    public Response portal(@PathParam("language") String language, @PathParam("format") String format) {
        return feeds.portal(editions.require(language), format(format)).toResponse();
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/" + RoutePatterns.SECTION + FEED)
    public Response section(
            @PathParam("language") String language,
            @PathParam("section") String section,
            @PathParam("format") String format,
            @Context UriInfo uri) {
        var edition = editions.require(language);
        return layouts.navigation()
                .atPath(section)
                .map(found -> feeds.section(edition, found, format(format)).toResponse())
                .orElseGet(() -> resolver.answer(Address.of(uri)));
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/tag/{tag:[a-z0-9-]+}" + FEED)
    public Response tag(
            @PathParam("language") String language, @PathParam("tag") String tag, @PathParam("format") String format) {
        var edition = editions.require(language);
        return Slug.parse(tag)
                .flatMap(slug -> feeds.tag(edition, slug, format(format)))
                .map(Page::toResponse)
                .orElseThrow(NotFoundException::new);
    }

    private static FeedFormat format(String ending) {
        return FeedFormat.of(ending).orElseThrow(NotFoundException::new);
    }
}
