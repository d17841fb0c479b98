package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.ItemQueries;
import org.herald.web.Page;

/** The map of the portal: its sections, pages and years. */
@Path("/")
public class SiteMapRoute {

    private static final int MOST_PAGES = 500;

    private final Editions editions;
    private final Layouts layouts;
    private final Archive archive;
    private final ItemQueries items;

    public SiteMapRoute(Editions editions, Layouts layouts, Archive archive, ItemQueries items) {
        this.editions = editions;
        this.layouts = layouts;
        this.archive = archive;
        this.items = items;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/site-map")
    public Response get(@PathParam("language") String tag) {
        var edition = editions.require(tag);
        var language = edition.language();
        String title = edition.words().say("map.title");
        String base = Urls.archiveBase(language, null);
        var page = new SiteMapPage(
                layouts.frame(
                        edition,
                        new Layouts.Subject(
                                title,
                                layouts.describe(edition, "describe.map", title),
                                Urls.siteMap(language),
                                layouts.crumbs(edition, List.of(), title),
                                layouts.everywhere(edition, Urls::siteMap))),
                title,
                branches(edition, Section.ROOT),
                items.pages(language, MOST_PAGES).stream()
                        .map(item -> new Link(item.headline(), item.path()))
                        .toList(),
                archive.months(edition, null).yearsWithStories().reversed().stream()
                        .map(year -> new Link(edition.number(year.getValue()), Urls.year(base, year.getValue())))
                        .toList());
        return new Page(200, page.render()).toResponse();
    }

    private List<SiteMapPage.Branch> branches(Edition edition, SectionId parent) {
        return layouts.navigation().below(parent).stream()
                .map(section -> new SiteMapPage.Branch(
                        new Link(
                                Navigation.title(section, edition.language()),
                                Urls.section(edition.language(), section)),
                        branches(edition, section.id())))
                .toList();
    }
}
