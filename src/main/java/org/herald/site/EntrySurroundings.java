package org.herald.site;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.OpeningClock;
import org.herald.site.directory.DirectoryIndex;
import org.herald.site.directory.Found;
import org.herald.site.directory.MapAddresses;
import org.herald.site.directory.MapDrawing;
import org.herald.site.directory.MapEntry;
import org.herald.site.directory.MapFrame;
import org.herald.site.directory.MapView;
import org.herald.store.ReferenceQueries;
import org.herald.web.CurrentRequest;

/** What an entry's page says beside the entry itself: whether it is open, what is near, and what was written about it. */
@Singleton
public final class EntrySurroundings {

    private static final int NEARBY = 6;
    private static final int NEIGHBOURS = 12; // on the map
    private static final int NEWS = 5;

    private final DirectoryIndex index;
    private final ReferenceQueries references;
    private final Layouts layouts;
    private final Outlines outlines;
    private final MapTiles tiles;
    private final OpeningClock clock;

    public EntrySurroundings(
            DirectoryIndex index,
            ReferenceQueries references,
            Layouts layouts,
            Outlines outlines,
            MapTiles tiles,
            OpeningClock clock) {
        this.index = index;
        this.references = references;
        this.layouts = layouts;
        this.outlines = outlines;
        this.tiles = tiles;
        this.clock = clock;
    }

    /** What surrounds an entry; the directory is absent while no section shows it. */
    record Around(
            Optional<Link> directory, Optional<MapView> map, List<EntryPage.Nearby> nearby, List<LiveItem> news) {}

    /**
     * @param translations those that readers see
     * @param place where it is; empty when it is nowhere
     */
    Around around(Edition edition, LiveItem entry, List<LiveItem> translations, Optional<Point> place) {
        var language = edition.language();
        CurrentRequest.note(PageKey.directory(entry.kind(), language));
        var near = index.around(entry.kind(), language, entry.id(), NEIGHBOURS);
        var nearby = near.stream()
                .limit(NEARBY)
                .map(each -> new EntryPage.Nearby(
                        each.entry().headline(),
                        each.entry().path(),
                        DirectoryPages.distance(each.distance(), language)))
                .toList();
        var directory = layouts.navigation()
                .ofDirectory(entry.kind())
                .map(section -> new Link(Navigation.title(section, language), Urls.section(language, section)));
        return new Around(
                directory,
                place.map(at -> map(edition, entry, at, near, directory)),
                nearby,
                news(entry, translations));
    }

    /** The articles in the language of an item that name it or a translation of it. */
    List<LiveItem> news(LiveItem item, List<LiveItem> translations) {
        var named = Stream.concat(Stream.of(item), translations.stream())
                .map(LiveItem::id)
                .toList();
        return references.articles(named, item.language(), NEWS);
    }

    /** The section that shows the calendar of a kind. */
    Optional<Section> calendar(KindName kind) {
        return layouts.navigation().ofDirectory(kind);
    }

    /** A map of an entry alone. */
    MapView map(Edition edition, LiveItem entry, Point place) {
        var directory = layouts.navigation()
                .ofDirectory(entry.kind())
                .map(section -> new Link(
                        Navigation.title(section, edition.language()), Urls.section(edition.language(), section)));
        return map(edition, entry, place, List.of(), directory);
    }

    private MapView map(
            Edition edition, LiveItem entry, Point place, List<Found.Neighbour> near, Optional<Link> directory) {
        String list = directory.map(Link::path).orElse("");
        return MapDrawing.around(
                new MapEntry(entry.headline(), entry.path(), place),
                near.stream()
                        .map(each -> new MapEntry(
                                each.entry().headline(),
                                each.entry().path(),
                                each.entry().point()))
                        .toList(),
                new MapFrame(
                        outlines,
                        "",
                        null,
                        edition.words(),
                        new MapAddresses(
                                list,
                                _ -> list,
                                box -> list + "/" + DirectoryRoute.ENTRIES + "?" + EntryQuery.BOX + "=" + box,
                                list),
                        tiles));
    }

    /** By the first field that has opening hours; absent when none says anything of today. */
    Optional<OpenNow> open(Edition edition, Kind kind, Fields fields) {
        return kind.hours(fields).flatMap(hours -> OpenNow.of(clock.calendar(hours), clock.now(), edition.words()));
    }

    /** That today is a public holiday, with its name where it has one; empty when it is none. */
    String holiday(Edition edition) {
        return clock.holidays()
                .names(clock.today())
                .map(names -> names.in(edition.language())
                        .map(name -> edition.words().say("open.holiday-named", name))
                        .orElseGet(() -> edition.words().say("open.holiday")))
                .orElse("");
    }
}
