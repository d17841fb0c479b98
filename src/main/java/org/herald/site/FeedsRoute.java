package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.site.feeds.FeedOutlines;
import org.herald.site.feeds.FeedOutlines.Outline;
import org.herald.web.Page;
import org.herald.web.Representation;

/** What feeds there are: a page for readers, and a file for their programs. */
@Path("/")
public class FeedsRoute {

    static final String OPML = ".opml";

    private final Settings settings;
    private final Editions editions;
    private final Layouts layouts;

    public FeedsRoute(Settings settings, Editions editions, Layouts layouts) {
        this.settings = settings;
        this.editions = editions;
        this.layouts = layouts;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "/feeds")
    public Response get(@PathParam("language") String tag) {
        var edition = editions.require(tag);
        var language = edition.language();
        String title = edition.words().say("feed.title");
        var page = new FeedsPage(
                layouts.frame(
                        edition,
                        new Layouts.Subject(
                                title,
                                layouts.describe(edition, "describe.feeds", title),
                                Urls.feeds(language),
                                layouts.crumbs(edition, List.of(), title),
                                layouts.everywhere(edition, Urls::feeds))),
                title,
                new FeedsPage.Listed(
                        new Link(settings.nameIn(language), Urls.front(language)),
                        FeedLinks.formats(Urls.front(language))),
                lists(edition, false),
                lists(edition, true),
                editions.all().stream()
                        .filter(other -> !other.language().equals(language))
                        .map(other -> new FeedsPage.Tongue(
                                other.language().tag(),
                                other.words().say("language.name"),
                                Urls.feeds(other.language())))
                        .toList(),
                Urls.feeds(language) + OPML);
        return new Page(200, page.render()).toResponse();
    }

    /** The sections in their order, each after the one that it is below, those with a directory or calendar apart. */
    private List<FeedsPage.Listed> lists(Edition edition, boolean areDirectories) {
        var all = new ArrayList<FeedsPage.Listed>();
        collect(edition, Section.ROOT, areDirectories, all);
        return List.copyOf(all);
    }

    private void collect(Edition edition, SectionId parent, boolean areDirectories, List<FeedsPage.Listed> to) {
        var navigation = layouts.navigation();
        for (Section section : navigation.below(parent)) {
            if (navigation.directory(section).isPresent() == areDirectories) {
                String title = Navigation.title(section, edition.language());
                String path = Urls.section(edition.language(), section);
                to.add(new FeedsPage.Listed(new Link(title, path), FeedLinks.formats(path)));
            }
            collect(edition, section.id(), areDirectories, to);
        }
    }

    /** All of them as OPML, the edition that was asked for first. */
    @GET
    @Path(RoutePatterns.LANGUAGE + "/feeds.opml")
    public Response opml(@PathParam("language") String tag) {
        var edition = editions.require(tag);
        String name = settings.nameIn(edition.language());
        var outlines = Stream.concat(
                        Stream.of(edition),
                        editions.all().stream()
                                .filter(other -> !other.language().equals(edition.language())))
                .map(each -> new Outline(
                        each.words().say("language.name"),
                        "",
                        each.language().tag(),
                        Stream.concat(
                                        Stream.of(outline(
                                                each,
                                                settings.nameIn(each.language()),
                                                Urls.front(each.language()),
                                                List.of())),
                                        outlines(each, Section.ROOT).stream())
                                .toList()))
                .toList();
        return new Page(
                        200,
                        Representation.text(
                                FeedOutlines.TYPE + ";charset=UTF-8", FeedOutlines.write(name, name, outlines)))
                .toResponse();
    }

    private List<Outline> outlines(Edition edition, SectionId parent) {
        return layouts.navigation().below(parent).stream()
                .map(section -> outline(
                        edition,
                        Navigation.title(section, edition.language()),
                        Urls.section(edition.language(), section),
                        outlines(edition, section.id())))
                .toList();
    }

    private Outline outline(Edition edition, String title, String path, List<Outline> below) {
        return new Outline(title, layouts.base() + path, edition.language().tag(), below);
    }
}
