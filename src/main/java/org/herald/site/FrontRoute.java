package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.Section;
import org.herald.web.Page;

/** The front page of one language: the lead story, the latest, and the newest of each section. */
@Path("/")
public class FrontRoute {

    private static final int LATEST = 6;
    private static final int NAMED = 3; // in the description
    private static final int SHELF = 3;
    private static final int MOST_SHELVES = 9;

    private final Editions editions;
    private final Layouts layouts;
    private final Archive archive;
    private final PathResolver resolver;

    public FrontRoute(Editions editions, Layouts layouts, Archive archive, PathResolver resolver) {
        this.editions = editions;
        this.layouts = layouts;
        this.archive = archive;
        this.resolver = resolver;
    }

    @GET
    @Path(RoutePatterns.LANGUAGE + "{slash:/?}")
    public Response get(@PathParam("language") String language, @Context UriInfo uri) {
        var edition = editions.require(language);
        var address = Address.of(uri);
        var named = resolver.named(address);
        if (named.isPresent()) {
            return named.get();
        }
        if (address.path().endsWith("/")) {
            return PathResolver.moved(Urls.front(edition.language()));
        }
        var navigation = layouts.navigation();
        var cards = new Cards(edition, navigation);
        var sections = shelves(navigation);
        var found = newest(edition, sections);
        var newest = found.getOrDefault(ListKey.ALL, List.of());
        var seen = new HashSet<ItemId>();
        newest.forEach(item -> seen.add(item.id()));
        var shelves = new ArrayList<FrontPage.Shelf>();
        for (Section section : sections) {
            var own = found.getOrDefault(ListKey.section(section.id()), List.of()).stream()
                    .filter(item -> !seen.contains(item.id()))
                    .limit(SHELF)
                    .toList();
            if (!own.isEmpty()) {
                shelves.add(new FrontPage.Shelf(
                        new Link(
                                Navigation.title(section, edition.language()),
                                Urls.section(edition.language(), section)),
                        cards.of(own)));
            }
        }
        var months = archive.months(edition, null);
        var page = new FrontPage(
                layouts.frame(
                        edition,
                        new Layouts.Subject(
                                "",
                                description(edition, navigation, newest),
                                Urls.front(edition.language()),
                                List.of(),
                                layouts.everywhere(edition, Urls::front))),
                edition.weekday(archive.today(edition)),
                newest.isEmpty() ? null : cards.of(newest.getFirst()),
                cards.of(newest.stream().skip(1).toList()),
                shelves,
                archive.calendar(edition, null, months));
        return new Page(200, page.render()).toResponse();
    }

    /** What the portal says of its front page, or else what leads it today. */
    private String description(Edition edition, Navigation navigation, List<LiveItem> newest) {
        String own = navigation
                .byId(Section.ROOT)
                .map(root -> Navigation.description(root, edition.language()))
                .orElse("");
        String now = newest.stream().limit(NAMED).map(LiveItem::headline).collect(Collectors.joining("; "));
        return Blank.is(own) ? layouts.describe(edition, "describe.front", now) : own;
    }

    private Map<ListKey, List<LiveItem>> newest(Edition edition, List<Section> sections) {
        var counts = new LinkedHashMap<ListKey, Integer>();
        counts.put(ListKey.ALL, LATEST + 1);
        sections.forEach(section -> counts.put(ListKey.section(section.id()), SHELF + LATEST + 1));
        return archive.queries().newest(counts, edition.language());
    }

    /** The sections that have a shelf: those below the top ones, or a top one itself when it has none below. */
    private static List<Section> shelves(Navigation navigation) {
        return navigation.below(Section.ROOT).stream()
                .flatMap(top -> {
                    var below = navigation.below(top.id());
                    return below.isEmpty() ? List.of(top).stream() : below.stream();
                })
                .limit(MOST_SHELVES)
                .toList();
    }
}
