package org.herald.site.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.geo.Area;
import org.herald.model.geo.Borders;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapOutline;
import org.herald.model.geo.MapProjection;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.site.directory.MapClusters.Cluster;
import org.herald.site.directory.MapView.Choice;
import org.herald.site.directory.MapView.Drawing;
import org.herald.site.directory.MapView.Marker;
import org.herald.site.directory.MapView.Shape;

/**
 * Draws the entries of a directory on a map. Those that would hide each other share a marker, which leads to a map of their
 * part; those that no map can show apart lead to the list of them. A drawing for wide windows has room for more markers than
 * one for phones, so there are both.
 *
 * <p>Markers come in the order of the list: each where the first of its entries stands in it.
 */
public final class MapDrawing {

    /** The widths of the drawings. A unit is at least 0.86 pixels where the style shows them. */
    private static final int WIDE = 720;

    private static final int NARROW = 288;

    /** Between the middles of two markers: targets are 28 units wide, which is 24 pixels (WCAG 2.2, 2.5.8). */
    static final int APART = 30;

    /** The radius of a target, and of the circle of several entries. */
    static final int RADIUS = 14;

    /** The radius of the circle of one entry. */
    private static final int SINGLE = 7;

    /** The pin of the entry whose page it is stands on its place; it needs this much above, with some room. */
    static final int OWN_HEIGHT = 36;

    /** The nearest map shows a hundredth of a degree, about one kilometre. */
    static final double LEAST_DEGREES = 0.01;

    /**
     * Entries within less than this, 400 metres, may share a marker on the nearest map, too: twice {@link #APART} and the
     * length of a cell in its narrow drawing, because the one in their middle may keep both sides together.
     */
    private static final double APART_DEGREES = 0.0036;

    /** By which tiles overlap, so that no line is seen between them. */
    private static final double SEAM = 0.3;

    private static final int MOST_SHOWN = 999;

    /** How many times wider and higher than the country what a map shows may be, for entries abroad. */
    private static final double ABROAD = 1.5;

    private final Places entries;
    private final MapFrame frame;
    private final Words words;

    private MapDrawing(Places entries, MapFrame frame) {
        this.entries = entries;
        this.frame = frame;
        this.words = frame.words();
    }

    /**
     * The map of a list.
     *
     * @param entries those with coordinates
     * @param without how many have none
     */
    public static MapView draw(Places entries, int without, MapFrame frame) {
        return new MapDrawing(entries, frame).view(without);
    }

    /**
     * The small map of an entry's page, with its neighbours.
     *
     * @param neighbours all of which are shown, without the entry itself
     */
    public static MapView around(MapEntry own, List<MapEntry> neighbours, MapFrame frame) {
        var shown = new ArrayList<MapEntry>();
        shown.add(own);
        shown.addAll(neighbours);
        return new MapDrawing(Places.of(shown), frame).small();
    }

    private MapView view(int without) {
        Optional<Area> area = frame.box() == null ? frame.outlines().area(frame.area()) : Optional.empty();
        var notes = new ArrayList<String>();
        Optional<Bounds> whole = whole();
        if (without > 0) {
            notes.add(words.say("geo.without", without));
        }
        Bounds part = Optional.ofNullable(frame.box())
                .or(() -> area.map(Area::bounds))
                .or(() -> whole)
                .orElse(null);
        if (part == null) {
            return new MapView(
                    words.say("geo.map"), List.of(), frame.tiles(), notes, "", List.of(), "", List.of(), null);
        }
        Predicate<Point> isInside = area.<Predicate<Point>>map(Borders::of).orElse(part::contains);
        boolean isAll =
                area.isEmpty() && entries.bounds().filter(part::contains).isPresent();
        Places inside = isAll ? entries : entries.within(isInside);
        if (inside.size() < entries.size()) {
            notes.add(words.say("geo.outside", entries.size() - inside.size()));
        }
        Bounds all = whole.or(() -> frame.outlines().bounds()).orElse(part);
        return new MapView(
                words.say("geo.map"),
                List.of(drawing("wide", WIDE, part, inside), drawing("narrow", NARROW, part, inside)),
                frame.tiles(),
                notes,
                words.say("geo.areas"),
                areas(),
                words.say("geo.moves"),
                new MapMoves(frame, part).from(all, LEAST_DEGREES),
                new MapView.Moving(
                        frame.addresses().whole(),
                        all.toString(),
                        frame.addresses().box().apply(part.rounded()),
                        words.say("geo.by-fingers"),
                        words.say("geo.by-wheel")));
    }

    /** What the map shows without a choice; absent when there are no entries. */
    private Optional<Bounds> whole() {
        Optional<Bounds> all = entries.bounds();
        Optional<Bounds> land = frame.outlines().bounds();
        if (all.isEmpty() || land.isEmpty()) {
            return all;
        }
        Bounds country = land.get();
        Bounds both = Bounds.around(Stream.of(country, all.get())
                        .flatMap(bounds -> Stream.of(
                                new Point(bounds.south(), bounds.west()), new Point(bounds.north(), bounds.east())))
                        .toList())
                .orElseThrow();
        boolean isNear = both.width() <= country.width() * ABROAD && both.height() <= country.height() * ABROAD;
        boolean isEmpty = IntStream.range(0, entries.size())
                .mapToObj(at -> entries.entry(at).place())
                .noneMatch(country::contains);
        return isNear ? Optional.of(both) : isEmpty ? all : land;
    }

    /** What is shown of the surroundings: the neighbours, or the region of an entry that has none. */
    private Bounds surroundings() {
        Bounds part = entries.bounds().orElseThrow();
        if (entries.size() > 1) {
            return part;
        }
        Point own = entries.entry(0).place();
        return frame.outlines()
                .around(own)
                .map(Area::bounds)
                .or(() -> frame.outlines().bounds().filter(land -> land.contains(own)))
                .orElse(part);
    }

    private MapView small() {
        Bounds part = surroundings();
        var fit = fit(part, NARROW);
        double above = fit.y(entries.latitude(0));
        var projection = fit.withRoomAbove((int) Math.ceil(Math.max(0, OWN_HEIGHT - above)));
        var clusters = MapClusters.of(entries, projection, APART);
        var markers = new ArrayList<Marker>();
        markers.add(own(clusters.getFirst()));
        clusters.stream().skip(1).map(this::marker).forEach(markers::add);
        var drawing = drawing(
                "small", projection, words.say("geo.around", entries.entry(0).name()), markers);
        return new MapView(
                words.say("geo.map"), List.of(drawing), frame.tiles(), List.of(), "", List.of(), "", List.of(), null);
    }

    private MapProjection fit(Bounds part, int width) {
        return MapProjection.fit(part, width, LEAST_DEGREES, !frame.tiles().isNone());
    }

    private Drawing drawing(String size, int width, Bounds part, Places inside) {
        var projection = fit(part, width);
        return drawing(
                size,
                projection,
                words.say("geo.label", inside.size()),
                MapClusters.of(inside, projection, APART).stream()
                        .map(this::marker)
                        .toList());
    }

    private Drawing drawing(String size, MapProjection projection, String label, List<Marker> markers) {
        var outline = new MapOutline(projection);
        Outlines outlines = frame.outlines();
        return new Drawing(
                size,
                projection.width(),
                projection.height(),
                label,
                projection.frame(),
                frame.tiles().below(projection).stream().map(this::tile).toList(),
                outlines.country().stream().map(outline::path).collect(Collectors.joining()),
                outlines.areas().stream()
                        .map(area -> new Shape(outline.path(area), address(area, size), name(area), isChosen(area)))
                        .filter(shape -> !shape.path().isEmpty())
                        .toList(),
                frame.tiles().isNone()
                        ? new MapNames(outline, markers, projection).of(outlines.areas(), this::name)
                        : List.of(), // tiles have names of their own
                markers);
    }

    private MapView.Tile tile(MapTiles.Tile tile) {
        return new MapView.Tile(
                frame.tiles().address(tile),
                MapOutline.tenths(tile.x()),
                MapOutline.tenths(tile.y()),
                MapOutline.tenths(tile.side() + SEAM));
    }

    private String address(Area area, String size) {
        return isChosen(area) || size.equals("small")
                ? ""
                : frame.addresses().area().apply(area.word());
    }

    private boolean isChosen(Area area) {
        return frame.box() == null && area.word().equals(frame.area());
    }

    private String name(Area area) {
        return area.names().in(new Language(words.tag())).orElse(area.word());
    }

    private Marker marker(Cluster cluster) {
        MapEntry first = cluster.first().getFirst();
        int count = cluster.count();
        String x = MapOutline.tenths(cluster.x());
        String y = MapOutline.tenths(cluster.y());
        return count == 1
                ? new Marker(x, y, first.address(), first.name(), "", SINGLE, false)
                : new Marker(x, y, address(cluster), label(cluster), shown(count), RADIUS, false);
    }

    /** The place whose page it is, with those that are too near for markers of their own. */
    private Marker own(Cluster cluster) {
        String name = entries.entry(0).name();
        int others = cluster.count() - 1;
        return new Marker(
                MapOutline.tenths(cluster.x()),
                MapOutline.tenths(cluster.y()),
                "",
                others == 0 ? words.say("geo.own", name) : words.say("geo.own-and-more", name, others),
                "",
                SINGLE,
                true);
    }

    /** Where several entries lead: nearer to them, or to the list of them when no map shows them apart. */
    private String address(Cluster cluster) {
        Bounds bounds = cluster.bounds();
        double squeeze = Math.cos(Math.toRadians(bounds.south()));
        boolean isApart = Math.max(bounds.height(), bounds.width() * squeeze) >= APART_DEGREES;
        String nearer = frame.addresses().box().apply(bounds.rounded());
        return isApart ? nearer : nearer + frame.addresses().list();
    }

    private String label(Cluster cluster) {
        int count = cluster.count();
        String names = cluster.first().stream().map(MapEntry::name).collect(Collectors.joining(", "));
        return count <= MapClusters.NAMES
                ? words.say("geo.several", count, names)
                : words.say("geo.several-and-more", count, names, count - MapClusters.NAMES);
    }

    private String shown(int count) {
        return count > MOST_SHOWN ? words.say("geo.count", MOST_SHOWN) + "+" : words.say("geo.count", count);
    }

    private List<Choice> areas() {
        if (frame.outlines().areas().isEmpty()) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        boolean isWhole =
                frame.box() == null && frame.outlines().area(frame.area()).isEmpty();
        choices.add(new Choice(words.say("geo.whole"), frame.addresses().whole(), "", isWhole));
        for (Area area : frame.outlines().areas()) {
            choices.add(new Choice(name(area), frame.addresses().area().apply(area.word()), "", isChosen(area)));
        }
        return choices;
    }
}
