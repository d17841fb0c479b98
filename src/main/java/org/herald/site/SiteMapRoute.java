package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.site.directory.DirectoryIndex;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;

/** The map of the portal: its sections, pages and years. */
@Path("/")
public class SiteMapRoute {

    private static final int MOST_PAGES = 500;

    /** Of each directory; its list has all. */
    private static final int MOST_ENTRIES = 300;

    private final Editions editions;
    private final Layouts layouts;
    private final Archive archive;
    private final ItemQueries items;
    private final DirectoryIndex directories;

    public SiteMapRoute(
            Editions editions, Layouts layouts, Archive archive, ItemQueries items, DirectoryIndex directories) {
        this.directories = directories;
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
                directories(edition),
                items.pages(language, MOST_PAGES).stream()
                        .map(item -> new Link(item.headline(), item.path()))
                        .toList(),
                archive.months(edition, null).yearsWithStories().reversed().stream()
                        .map(year -> new Link(edition.number(year.getValue()), Urls.year(base, year.getValue())))
                        .toList());
        return new Page(200, page.render()).toResponse();
    }

    private List<SiteMapPage.Directory> directories(Edition edition) {
        var language = edition.language();
        var all = new ArrayList<SiteMapPage.Directory>();
        var byName = directories.byName(language, MOST_ENTRIES);
        layouts.navigation().directories((section, kind) -> {
            CurrentRequest.note(PageKey.directory(kind, language));
            var entries = byName.getOrDefault(kind, List.of()).stream()
                    .map(entry -> new Link(entry.headline(), entry.path()))
                    .toList();
            if (!entries.isEmpty()) {
                all.add(new SiteMapPage.Directory(
                        new Link(Navigation.title(section, language), Urls.section(language, section)), entries));
            }
        });
        return all;
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
