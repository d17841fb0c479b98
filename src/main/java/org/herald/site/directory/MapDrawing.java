package org.herald.site.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.geo.Area;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.Distance;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.site.directory.MapClusters.Cluster;
import org.herald.site.directory.MapClusters.Spot;
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
     * Entries within less than this, 280 metres, may share a marker on the nearest map, too: twice {@link #APART} in its
     * narrow drawing, because the one in their middle may keep both sides together.
     */
    private static final double APART_DEGREES = 0.0025;

    private static final int NAMES = 3;
    private static final int MOST_SHOWN = 999;
    private static final int NEIGHBOURS = 12;

    /** How many times wider and higher than the country what a map shows may be, for entries abroad. */
    private static final double ABROAD = 1.5;

    private final List<MapEntry> entries;
    private final MapFrame frame;
    private final Words words;

    private MapDrawing(List<MapEntry> entries, MapFrame frame) {
        this.entries = entries;
        this.frame = frame;
        this.words = frame.words();
    }

    /**
     * The map of a list.
     *
     * @param entries those with coordinates, in the order of the list
     * @param without how many have none
     */
    public static MapView draw(List<MapEntry> entries, int without, MapFrame frame) {
        return new MapDrawing(List.copyOf(entries), frame).view(without);
    }

    /**
     * The small map of an entry's page, with its nearest neighbours.
     *
     * @param others of which the nearest are shown; the entry itself may be among them
     */
    public static MapView around(MapEntry own, List<MapEntry> others, MapFrame frame) {
        var shown = new ArrayList<MapEntry>();
        shown.add(own);
        nearest(own, others).forEach(shown::add);
        return new MapDrawing(List.copyOf(shown), frame).small();
    }

    /** The nearest neighbours of an entry, the nearest first, without itself. */
    public static List<MapEntry> nearest(MapEntry own, List<MapEntry> others) {
        record Neighbour(MapEntry entry, Distance distance) {}
        return others.stream()
                .filter(other -> !other.address().equals(own.address()))
                .map(other -> new Neighbour(other, Distance.between(own.place(), other.place())))
                .sorted(Comparator.comparing(Neighbour::distance))
                .limit(NEIGHBOURS)
                .map(Neighbour::entry)
                .toList();
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
            return new MapView(words.say("geo.map"), List.of(), notes, "", List.of(), "", List.of());
        }
        Predicate<Point> isInside =
                area.<Predicate<Point>>map(chosen -> chosen::contains).orElse(part::contains);
        var inside = new ArrayList<Integer>();
        for (int number = 0; number < entries.size(); number++) {
            if (isInside.test(entries.get(number).place())) {
                inside.add(number);
            }
        }
        if (inside.size() < entries.size()) {
            notes.add(words.say("geo.outside", entries.size() - inside.size()));
        }
        return new MapView(
                words.say("geo.map"),
                List.of(drawing("wide", WIDE, part, inside), drawing("narrow", NARROW, part, inside)),
                notes,
                words.say("geo.areas"),
                areas(),
                words.say("geo.moves"),
                new MapMoves(frame, part)
                        .from(whole.or(() -> frame.outlines().bounds()).orElse(part), LEAST_DEGREES));
    }

    /** What the map shows without a choice; absent when there are no entries. */
    private Optional<Bounds> whole() {
        Optional<Bounds> all =
                Bounds.around(entries.stream().map(MapEntry::place).toList());
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
        boolean isEmpty = entries.stream().map(MapEntry::place).noneMatch(country::contains);
        return isNear ? Optional.of(both) : isEmpty ? all : land;
    }

    private MapView small() {
        Bounds part =
                Bounds.around(entries.stream().map(MapEntry::place).toList()).orElseThrow();
        var fit = MapProjection.fit(part, NARROW, LEAST_DEGREES);
        double above = fit.y(entries.getFirst().place().latitude());
        var projection = fit.withRoomAbove((int) Math.ceil(Math.max(0, OWN_HEIGHT - above)));
        var clusters = clusters(
                projection,
                Stream.iterate(0, number -> number + 1).limit(entries.size()).toList());
        var markers = new ArrayList<Marker>();
        markers.add(own(clusters.getFirst()));
        clusters.stream().skip(1).map(cluster -> marker(cluster)).forEach(markers::add);
        var drawing = drawing(
                "small", projection, words.say("geo.around", entries.getFirst().name()), markers);
        return new MapView(words.say("geo.map"), List.of(drawing), List.of(), "", List.of(), "", List.of());
    }

    private Drawing drawing(String size, int width, Bounds part, List<Integer> inside) {
        var projection = MapProjection.fit(part, width, LEAST_DEGREES);
        return drawing(
                size,
                projection,
                words.say("geo.label", inside.size()),
                clusters(projection, inside).stream().map(this::marker).toList());
    }

    private Drawing drawing(String size, MapProjection projection, String label, List<Marker> markers) {
        var outline = new MapOutline(projection);
        Outlines outlines = frame.outlines();
        return new Drawing(
                size,
                projection.width(),
                projection.height(),
                label,
                outlines.country().stream().map(outline::path).collect(Collectors.joining()),
                outlines.areas().stream()
                        .map(area -> new Shape(outline.path(area), address(area, size), name(area), isChosen(area)))
                        .filter(shape -> !shape.path().isEmpty())
                        .toList(),
                new MapNames(outline, markers, projection).of(outlines.areas(), this::name),
                markers);
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

    private List<Cluster> clusters(MapProjection projection, List<Integer> numbers) {
        return MapClusters.of(
                numbers.stream()
                        .map(number -> {
                            Point place = entries.get(number).place();
                            return new Spot(number, projection.x(place.longitude()), projection.y(place.latitude()));
                        })
                        .toList(),
                APART);
    }

    private Marker marker(Cluster cluster) {
        MapEntry first = entries.get(cluster.all().getFirst().number());
        int count = cluster.all().size();
        String x = MapOutline.tenths(cluster.leader().x());
        String y = MapOutline.tenths(cluster.leader().y());
        return count == 1
                ? new Marker(x, y, first.address(), first.name(), "", SINGLE, false)
                : new Marker(x, y, address(cluster), label(cluster), shown(count), RADIUS, false);
    }

    /** The place whose page it is, with those that are too near for markers of their own. */
    private Marker own(Cluster cluster) {
        String name = entries.getFirst().name();
        int others = cluster.all().size() - 1;
        return new Marker(
                MapOutline.tenths(cluster.leader().x()),
                MapOutline.tenths(cluster.leader().y()),
                "",
                others == 0 ? words.say("geo.own", name) : words.say("geo.own-and-more", name, others),
                "",
                SINGLE,
                true);
    }

    /** Where several entries lead: nearer to them, or to the list of them when no map shows them apart. */
    private String address(Cluster cluster) {
        Bounds bounds = Bounds.around(cluster.all().stream()
                        .map(spot -> entries.get(spot.number()).place())
                        .toList())
                .orElseThrow();
        double squeeze = Math.cos(Math.toRadians(bounds.south()));
        boolean isApart = Math.max(bounds.height(), bounds.width() * squeeze) >= APART_DEGREES;
        String nearer = frame.addresses().box().apply(bounds.rounded());
        return isApart ? nearer : nearer + frame.addresses().list();
    }

    private String label(Cluster cluster) {
        int count = cluster.all().size();
        String names = cluster.all().stream()
                .limit(NAMES)
                .map(spot -> entries.get(spot.number()).name())
                .collect(Collectors.joining(", "));
        return count <= NAMES
                ? words.say("geo.several", count, names)
                : words.say("geo.several-and-more", count, names, count - NAMES);
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
