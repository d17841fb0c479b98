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
    private final Frames frames;
    private final Archive archive;
    private final Elsewhere elsewhere;

    public FrontRoute(Editions editions, Frames frames, Archive archive, Elsewhere elsewhere) {
        this.editions = editions;
        this.frames = frames;
        this.archive = archive;
        this.elsewhere = elsewhere;
    }

    @GET
    @Path(Paths.LANGUAGE + "{slash:/?}")
    public Response get(@PathParam("language") String language, @Context UriInfo uri) {
        var edition = editions.require(language);
        var address = Address.of(uri);
        var named = elsewhere.named(address);
        if (named.isPresent()) {
            return named.get();
        }
        if (address.path().endsWith("/")) {
            return Elsewhere.moved(Places.front(edition.language()));
        }
        var outline = frames.outline();
        var cards = new Cards(edition, outline);
        var sections = shelves(outline);
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
                                Outline.title(section, edition.language()),
                                Places.section(edition.language(), section)),
                        cards.of(own)));
            }
        }
        var months = archive.months(edition, null);
        var page = new FrontPage(
                frames.frame(
                        edition,
                        new Frames.Subject(
                                "",
                                description(edition, outline, newest),
                                Places.front(edition.language()),
                                List.of(),
                                frames.everywhere(edition, Places::front))),
                edition.weekday(archive.today(edition)),
                newest.isEmpty() ? null : cards.of(newest.getFirst()),
                cards.of(newest.stream().skip(1).toList()),
                shelves,
                archive.calendar(edition, null, months));
        return new Page(200, page.render()).toResponse();
    }

    /** What the portal says of its front page, or else what leads it today. */
    private String description(Edition edition, Outline outline, List<LiveItem> newest) {
        String own = outline.byId(Section.ROOT)
                .map(root -> Outline.description(root, edition.language()))
                .orElse("");
        String now = newest.stream().limit(NAMED).map(LiveItem::headline).collect(Collectors.joining("; "));
        return Blank.is(own) ? frames.describe(edition, "describe.front", now) : own;
    }

    private Map<ListKey, List<LiveItem>> newest(Edition edition, List<Section> sections) {
        var counts = new LinkedHashMap<ListKey, Integer>();
        counts.put(ListKey.ALL, LATEST + 1);
        sections.forEach(section -> counts.put(ListKey.section(section.id()), SHELF + LATEST + 1));
        return archive.queries().newest(counts, edition.language());
    }

    /** The sections that have a shelf: those below the top ones, or a top one itself when it has none below. */
    private static List<Section> shelves(Outline outline) {
        return outline.below(Section.ROOT).stream()
                .flatMap(top -> {
                    var below = outline.below(top.id());
                    return below.isEmpty() ? List.of(top).stream() : below.stream();
                })
                .limit(MOST_SHELVES)
                .toList();
    }
}
