package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.herald.model.ListKey;
import org.herald.model.Slug;
import org.herald.store.OutlineQueries;
import org.herald.web.Page;

/** The stories with a tag: the newest, or an older page. */
@Path("/")
public class TagRoute {

    private final Editions editions;
    private final Layouts layouts;
    private final Archive archive;
    private final OutlineQueries outlines;

    public TagRoute(Editions editions, Layouts layouts, Archive archive, OutlineQueries outlines) {
        this.editions = editions;
        this.layouts = layouts;
        this.archive = archive;
        this.outlines = outlines;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/tag/{tag:[a-z0-9-]+}")
    public Response first(@PathParam("language") String language, @PathParam("tag") String tag) {
        return answer(editions.require(language), tag, 0);
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/tag/{tag:[a-z0-9-]+}" + "/page/" + RoutePatterns.NUMBER)
    public Response numbered(
            @PathParam("language") String language, @PathParam("tag") String tag, @PathParam("number") long number) {
        return answer(editions.require(language), tag, number);
    }

    /** @param number 0 for the first page */
    private Response answer(Edition edition, String tag, long number) {
        Slug slug = Slug.parse(tag).orElseThrow(NotFoundException::new);
        var language = edition.language();
        var months = archive.queries().months(ListKey.tag(slug), language);
        String path = Urls.tag(language, tag);
        var pages = new ListPages(archive.queries(), edition, ListKey.tag(slug), path, months);
        if (months.isEmpty() || number > pages.last()) {
            throw new NotFoundException();
        }
        String title = edition.words()
                .say("tag.title", outlines.tagTitle(slug, language).orElse(tag));
        String label = number == 0 ? "" : edition.number(number);
        String pageTitle =
                label.isEmpty() ? title : title + ", " + edition.words().say("section.page", label);
        var page = new TagPage(
                layouts.frame(
                        edition,
                        new Layouts.Subject(
                                pageTitle,
                                layouts.describe(
                                        edition,
                                        "describe.tag",
                                        pageTitle,
                                        edition.words().say("archive.stories", months.total())),
                                number == 0 ? path : Urls.numbered(path, number),
                                layouts.crumbs(edition, List.of(), pageTitle),
                                Map.of())),
                title,
                label,
                new Cards(edition, layouts.navigation()).of(number == 0 ? pages.first() : pages.numbered(number)),
                pages.pager(number == 0 ? pages.last() + 1 : number));
        return new Page(200, page.render()).toResponse();
    }
}
