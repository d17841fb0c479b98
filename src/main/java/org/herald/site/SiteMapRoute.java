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
    private final Frames frames;
    private final Archive archive;
    private final ItemQueries items;

    public SiteMapRoute(Editions editions, Frames frames, Archive archive, ItemQueries items) {
        this.editions = editions;
        this.frames = frames;
        this.archive = archive;
        this.items = items;
    }

    @GET
    @Path(Paths.LANGUAGE + "/site-map")
    public Response get(@PathParam("language") String tag) {
        var edition = editions.require(tag);
        var language = edition.language();
        String title = edition.words().say("map.title");
        String base = Places.archiveBase(language, null);
        var page = new SiteMapPage(
                frames.frame(
                        edition,
                        new Frames.Subject(
                                title,
                                frames.describe(edition, "describe.map", title),
                                Places.siteMap(language),
                                frames.crumbs(edition, List.of(), title),
                                frames.everywhere(edition, Places::siteMap))),
                title,
                branches(edition, Section.ROOT),
                items.pages(language, MOST_PAGES).stream()
                        .map(item -> new Link(item.headline(), item.path()))
                        .toList(),
                archive.months(edition, null).yearsWithStories().reversed().stream()
                        .map(year -> new Link(edition.number(year.getValue()), Places.year(base, year.getValue())))
                        .toList());
        return new Page(200, page.render()).toResponse();
    }

    private List<SiteMapPage.Branch> branches(Edition edition, SectionId parent) {
        return frames.outline().below(parent).stream()
                .map(section -> new SiteMapPage.Branch(
                        new Link(
                                Outline.title(section, edition.language()),
                                Places.section(edition.language(), section)),
                        branches(edition, section.id())))
                .toList();
    }
}
