package org.herald.site.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.geo.Area;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapProjection;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.Labels;
import org.herald.site.directory.MapView.Drawing;
import org.herald.site.directory.MapView.Marker;
import org.herald.testing.ReaderWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of entries: no marker hides another, none loses an entry, and each leads nearer until the entries stand apart. */
final class MapDrawingTest {

    private static final Words ENGLISH = ReaderWords.of("en");
    private static final MapAddresses ADDRESSES =
            new MapAddresses("/en/sights", word -> "?area=" + word, box -> "?map=" + box, "#entries");

    /** A land of two regions, west and east of the 27th meridian. */
    private static final Outlines LAND = new Outlines(
            List.of(new Area("", Labels.NONE, List.of(square(51, 24, 56, 30)))),
            List.of(
                    new Area("west", named("West Region"), List.of(square(51, 24, 56, 27))),
                    new Area("east", named("East Region"), List.of(square(51, 27, 56, 30)))));

    private static Labels named(String name) {
        return new Labels(Map.of(new Language("en"), name));
    }

    private static List<Point> square(double south, double west, double north, double east) {
        return List.of(
                new Point(south, west),
                new Point(south, east),
                new Point(north, east),
                new Point(north, west),
                new Point(south, west));
    }

    private static MapFrame frame(Outlines outlines, String area, @Nullable Bounds box) {
        return new MapFrame(outlines, area, box, ENGLISH, ADDRESSES, MapTiles.NONE);
    }

    private static List<MapEntry> scattered(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(number -> new MapEntry(
                        "Entry " + number,
                        "/en/sights/entry-" + number,
                        new Point(51 + random.nextDouble() * 5, 24 + random.nextDouble() * 6)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 500, 50_000})
    void noMarkerTouchesAnother(int count) {
        var view = draw(scattered(count, 7), 0, frame(LAND, "", null));

        assertEquals(2, view.drawings().size());
        view.drawings().forEach(MapDrawingTest::requireApart);
    }

    private static void requireApart(Drawing drawing) {
        var markers = drawing.markers();
        for (int one = 0; one < markers.size(); one++) {
            double x = Double.parseDouble(markers.get(one).x());
            double y = Double.parseDouble(markers.get(one).y());
            assertTrue(x >= MapDrawing.RADIUS && x <= drawing.width() - MapDrawing.RADIUS, () -> "x " + x);
            assertTrue(y >= MapDrawing.RADIUS && y <= drawing.height() - MapDrawing.RADIUS, () -> "y " + y);
            for (int other = 0; other < one; other++) {
                double away = Math.hypot(
                        x - Double.parseDouble(markers.get(other).x()),
                        y - Double.parseDouble(markers.get(other).y()));
                assertTrue(away > 2 * MapDrawing.RADIUS, () -> "apart " + away);
            }
        }
    }

    private static MapView draw(List<MapEntry> entries, int without, MapFrame frame) {
        return MapDrawing.draw(Places.of(entries), without, frame);
    }

    /** The grid finds what comparing each cell with every leader finds, and counts and names what going through all does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 700, 50_000})
    void theClustersAreThoseOfComparingAll(int count) {
        record Spot(double x, double y) {

            double squaredDistance(Spot other) {
                return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y);
            }
        }
        double least = MapDrawing.APART * MapDrawing.APART;
        var entries = scattered(count, 11);
        var places = Places.of(entries);
        var projection = MapProjection.fit(places.bounds().orElseThrow(), 720, 0.01, false);
        var byCell = new LinkedHashMap<String, List<MapEntry>>();
        for (MapEntry entry : entries) {
            double x = projection.x(entry.place().longitude());
            double y = projection.y(entry.place().latitude());
            byCell.computeIfAbsent((int) (x / 10) + " " + (int) (y / 10), _ -> new ArrayList<>())
                    .add(entry);
        }
        var spots = new LinkedHashMap<Spot, List<MapEntry>>();
        byCell.values().forEach(all -> {
            Point place = all.getFirst().place();
            spots.put(new Spot(projection.x(place.longitude()), projection.y(place.latitude())), all);
        });
        var leaders = new ArrayList<Spot>();
        for (Spot spot : spots.keySet()) {
            if (leaders.stream().allMatch(leader -> leader.squaredDistance(spot) >= least)) {
                leaders.add(spot);
            }
        }
        var expected = new LinkedHashMap<Spot, List<MapEntry>>();
        spots.forEach((spot, all) -> expected.computeIfAbsent(
                        leaders.stream()
                                .min(Comparator.comparingDouble(spot::squaredDistance))
                                .orElseThrow(),
                        _ -> new ArrayList<>())
                .addAll(all));

        assertEquals(
                expected.entrySet().stream()
                        .map(each -> each.getKey().x() + " " + each.getKey().y() + " "
                                + each.getValue().size() + " "
                                + Bounds.around(each.getValue().stream()
                                                .map(MapEntry::place)
                                                .toList())
                                        .orElseThrow()
                                + each.getValue().stream()
                                        .sorted(Comparator.comparingInt((MapEntry entry) ->
                                                Integer.parseInt(entry.name().substring(6))))
                                        .limit(3)
                                        .toList())
                        .toList(),
                MapClusters.of(places, projection, MapDrawing.APART).stream()
                        .map(cluster -> cluster.x() + " " + cluster.y() + " " + cluster.count() + " " + cluster.bounds()
                                + cluster.first())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 500, 50_000})
    void theMarkersCountEveryEntryOnce(int count) {
        var view = draw(scattered(count, 3), 0, frame(LAND, "", null));

        for (Drawing drawing : view.drawings()) {
            int sum = drawing.markers().stream()
                    .mapToInt(marker -> marker.count().isEmpty()
                            ? 1
                            : Integer.parseInt(
                                    marker.label().replaceAll(" .*", "").replace(",", "")))
                    .sum();
            assertEquals(count, sum);
        }
    }

    @Test
    void theSameEntriesMakeTheSameMap() {
        var entries = scattered(2_000, 5);

        assertEquals(
                draw(entries, 4, frame(LAND, "west", null)),
                draw(new ArrayList<>(entries), 4, frame(LAND, "west", null)));
    }

    @Test
    void markersComeInTheOrderOfTheList() {
        var entries = List.of(
                entry("Zebra", 52, 25), entry("Ant", 55, 29), entry("Mole", 53, 27), entry("Bee", 52.0001, 25.0001));

        var labels = draw(entries, 0, frame(LAND, "", null)).drawings().getFirst().markers().stream()
                .map(Marker::label)
                .toList();

        assertEquals(List.of("2 entries: Zebra, Bee", "Ant", "Mole"), labels);
    }

    private static MapEntry entry(String name, double latitude, double longitude) {
        return new MapEntry(name, "/en/sights/" + name.toLowerCase(Locale.ROOT), new Point(latitude, longitude));
    }

    @Test
    void aClusterNamesItsFirstEntriesAndCountsTheOthers() {
        var entries = Stream.of("Tower", "Church", "Gate", "Bridge", "Well")
                .map(name -> entry(name, 53, 27))
                .toList();

        var marker = only(draw(entries, 0, frame(LAND, "", null)));

        assertEquals("5 entries: Tower, Church, Gate and 2 more", marker.label());
        assertEquals("5", marker.count());
    }

    private static Marker only(MapView view) {
        var markers = view.drawings().getFirst().markers();
        assertEquals(1, markers.size(), () -> markers.toString());
        return markers.getFirst();
    }

    @Test
    void entriesOfOnePlaceLeadToTheirList() {
        var entries = List.of(entry("Tower", 53, 27), entry("Church", 53, 27));

        assertEquals(
                "?map=53,27,53,27#entries",
                only(draw(entries, 0, frame(LAND, "", null))).address());
        assertEquals(
                "?map=53,27,53,27#entries",
                only(draw(entries, 0, frame(LAND, "", new Bounds(53, 27, 53, 27))))
                        .address());
    }

    /** Whoever follows markers comes to every entry, in a few steps. */
    @Test
    void everyClusterLeadsNearerUntilItsEntriesStandApart() {
        var entries = new ArrayList<>(scattered(300, 9));
        var random = new Random(2);
        for (int number = 0; number < 200; number++) { // a town
            entries.add(
                    entry("Town " + number, 53.9 + random.nextGaussian() / 200, 27.5 + random.nextGaussian() / 200));
        }
        var found = new TreeSet<String>();
        follow(entries, null, 0, found);

        assertEquals(500, found.size());
    }

    private static void follow(List<MapEntry> entries, @Nullable Bounds box, int depth, Set<String> found) {
        assertTrue(depth < 8, () -> "as deep as " + box);
        for (Drawing drawing : draw(entries, 0, frame(LAND, "", box)).drawings()) {
            for (Marker marker : drawing.markers()) {
                String address = marker.address();
                if (marker.count().isEmpty()) {
                    found.add(address);
                    continue;
                }
                Bounds next =
                        Bounds.parse(address.replaceAll("^[?]map=|#.*$", "")).orElseThrow();
                if (address.endsWith("#entries")) {
                    entries.stream()
                            .filter(each -> next.contains(each.place()))
                            .forEach(each -> found.add(each.address()));
                } else if (drawing.size().equals("narrow")) {
                    assertNotEquals(box, next);
                    follow(entries, next, depth + 1, found);
                }
            }
        }
    }

    @Test
    void aRegionShowsItsOwnEntriesAndCountsTheOthers() {
        var entries = List.of(entry("A", 52, 25), entry("B", 53, 26), entry("C", 54, 28));

        var view = draw(entries, 2, frame(LAND, "west", null));

        assertEquals(
                List.of("A", "B"),
                view.drawings().getFirst().markers().stream().map(Marker::label).toList());
        assertEquals(
                List.of(
                        "2 entries have no place on the map; they are in the list.",
                        "1 entry lies outside this part of the map."),
                view.notes());
        assertEquals(
                List.of("Whole map false /en/sights", "West Region true ?area=west", "East Region false ?area=east"),
                view.areas().stream()
                        .map(choice -> choice.label() + " " + choice.isCurrent() + " " + choice.address())
                        .toList());
    }

    @Test
    void anUnknownRegionIsTheWholeMap() {
        var entries = scattered(20, 1);

        assertEquals(draw(entries, 0, frame(LAND, "", null)), draw(entries, 0, frame(LAND, "atlantis", null)));
    }

    @Test
    void withoutPlacesThereIsNoMapButASentence() {
        var view = draw(List.of(), 1, frame(LAND, "", null));

        assertTrue(view.isEmpty());
        assertEquals(List.of("1 entry has no place on the map; it is in the list."), view.notes());
    }

    /** So that a reader who went too far comes back. */
    @Test
    void aPartWithoutEntriesIsDrawnAllTheSame() {
        var box = draw(List.of(), 0, frame(LAND, "", new Bounds(52, 25, 52.5, 25.5)));
        var area = draw(List.of(), 0, frame(LAND, "east", null));

        for (MapView view : List.of(box, area)) {
            assertEquals(2, view.drawings().size());
            assertEquals(List.of(), view.drawings().getFirst().markers());
            assertEquals(
                    List.of("+", "−", "↑", "↓", "←", "→"),
                    view.moves().stream().map(MapView.Choice::mark).toList());
        }
        assertFalse(draw(List.of(), 0, frame(Outlines.NONE, "", new Bounds(52, 25, 52.5, 25.5)))
                .isEmpty());
    }

    @Test
    void withoutOutlinesAMapIsFittedToItsEntries() {
        var view = draw(scattered(30, 4), 0, frame(Outlines.NONE, "", null));

        assertEquals(List.of(), view.areas());
        assertEquals("", view.drawings().getFirst().country());
        assertFalse(view.drawings().getFirst().markers().isEmpty());
    }

    @Test
    void oneEntryFarAwayDoesNotMakeTheCountryADot() {
        var entries = new ArrayList<>(scattered(10, 4));
        entries.add(entry("Nowhere", 0, 0));

        var view = draw(entries, 0, frame(LAND, "", null));

        assertEquals(List.of("1 entry lies outside this part of the map."), view.notes());
        assertTrue(view.drawings().getFirst().markers().size() > 5);
    }

    /** Places, as south, west, north and east of the part that is drawn. */
    @ParameterizedTest
    @CsvSource({
        "-20, 175, -10, -175", "80, -180, 90, 180", "-90, -180, 90, 180", "89.9, 0, 90, 90", "-90, 10, -90, 10",
        "90, -180, 90, 180", "0, 180, 0, 180", "0, -180, 1, -179", "-1, 179.99, 1, -179.99", "60, 170, 72, -170"
    })
    void polesAndTheDateLineDoNotBreakAMap(double south, double west, double north, double east) {
        var bounds = new Bounds(south, west, north, east);
        var random = new Random(6);
        var entries = IntStream.range(0, 40)
                .mapToObj(number -> entry(
                        "E" + number,
                        south + random.nextDouble() * bounds.height(),
                        MapProjection.wrapped(west + random.nextDouble() * bounds.width())))
                .toList();
        for (Bounds box : new Bounds[] {null, bounds}) {
            var view = draw(entries, 0, frame(LAND, "", box));

            view.drawings().forEach(MapDrawingTest::requireApart);
            assertEquals(List.of(), view.notes());
            assertTrue(view.drawings().getFirst().markers().size() > 0);
            view.moves()
                    .forEach(move -> assertTrue(
                            move.address().equals("/en/sights")
                                    || Bounds.parse(move.address().substring(5)).isPresent(),
                            move::toString));
        }
    }

    @Test
    void anOutlineAcrossTheDateLineStaysInOnePiece() {
        var island = new Area("", Labels.NONE, List.of(square(-20, 178, -16, -178)));
        var entries = List.of(entry("A", -19, 178.5), entry("B", -17, -178.5));

        var drawing = draw(entries, 0, frame(new Outlines(List.of(island), List.of()), "", null))
                .drawings()
                .getFirst();

        assertTrue(drawing.country().matches("M[0-9.]+ [0-9.]+l[^Mz]+z"), drawing.country());
    }

    @Test
    void anOutlineHasNoMoreCornersThanAreSeen() {
        var ring = new ArrayList<Point>();
        for (int step = 0; step < 20_000; step++) {
            double angle = 2 * Math.PI * step / 20_000;
            ring.add(new Point(53 + 2 * Math.sin(angle), 27 + 3 * Math.cos(angle)));
        }
        ring.add(ring.getFirst());
        var round = new Outlines(List.of(new Area("", Labels.NONE, List.of(ring))), List.of());

        var view = draw(List.of(entry("A", 53, 27)), 0, frame(round, "", null));

        view.drawings().forEach(drawing -> assertTrue(drawing.country().length() < 800, drawing.country()));
    }

    @Test
    void theMapOfAnEntryMarksItAndShowsItsNeighbours() {
        var own = entry("Own", 53, 27);

        var view = MapDrawing.around(own, scattered(12, 8), frame(LAND, "", null));

        var markers = view.drawings().getFirst().markers();
        requireApart(view.drawings().getFirst());
        assertTrue(markers.getFirst().isOwn());
        assertTrue(markers.getFirst().label().startsWith("Own: here"), markers.getFirst()::label);
        assertEquals(1, markers.stream().filter(Marker::isOwn).count());
    }

    @Test
    void anEntryWithoutNeighboursHasAMapOfItsSurroundings() {
        var own = entry("Alone", 53, 27.5);

        var view = MapDrawing.around(own, List.of(), frame(LAND, "", null));

        assertEquals("Alone: here", only(view).label());
        var drawing = view.drawings().getFirst();
        assertFalse(drawing.country().isEmpty());
        assertTrue(drawing.names().stream().anyMatch(name -> name.text().equals("East Region")), drawing::toString);
        assertTrue(
                Double.parseDouble(drawing.markers().getFirst().x()) < drawing.width() / 2.0,
                "the whole region is shown, and the entry where it lies in it");
    }

    /** Places as the scheme of tile servers has them: Minsk is in column 75 and row 41 of zoom 7, in its lower right part. */
    @Test
    void tilesStandWhereTheMarkersOfTheirPlacesDo() {
        var tiles = new MapTiles("https://t.example/{z}/{x}/{y}.png", "© T", "");
        var minsk = entry("Minsk", 53.9, 27.56);
        var view =
                MapDrawing.draw(Places.of(List.of(minsk)), 0, new MapFrame(LAND, "", null, ENGLISH, ADDRESSES, tiles));

        for (Drawing drawing : view.drawings()) {
            assertTrue(drawing.names().isEmpty(), "tiles have names");
            assertTrue(
                    drawing.tiles().size() >= 2 && drawing.tiles().size() <= 30,
                    () -> drawing.tiles().toString());
            assertTrue(drawing.frame().endsWith(" m"), drawing::frame);
            var marker = drawing.markers().getFirst();
            double x = Double.parseDouble(marker.x());
            double y = Double.parseDouble(marker.y());
            var below = drawing.tiles().stream()
                    .filter(tile -> isWithin(x, tile.x(), tile.side()) && isWithin(y, tile.y(), tile.side()))
                    .findFirst()
                    .orElseThrow();
            String[] place =
                    below.address().replaceAll("https://t.example/|.png", "").split("/", -1);
            double count = Math.pow(2, Integer.parseInt(place[0]));
            double latitude = Math.toRadians(53.9);
            double row = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * count;
            assertEquals((int) ((27.56 + 180) / 360 * count), Integer.parseInt(place[1]), below::address);
            assertEquals((int) row, Integer.parseInt(place[2]), below::address);
            double side = Double.parseDouble(below.side());
            assertEquals(row - Math.floor(row), (y - Double.parseDouble(below.y())) / side, 0.01);
        }
        assertEquals("© T", view.tiles().attribution());
        assertTrue(draw(List.of(minsk), 0, frame(LAND, "", null))
                .drawings()
                .getFirst()
                .tiles()
                .isEmpty());
    }

    private static boolean isWithin(double at, String from, String side) {
        return at >= Double.parseDouble(from) && at < Double.parseDouble(from) + Double.parseDouble(side) - 0.3;
    }

    /** The pin stands above its place. */
    @Test
    void thePinOfANorthernmostEntryIsNotCutOff() {
        var own = entry("North", 55, 27);
        var all = List.of(own, entry("A", 54.9, 27.5), entry("B", 54.2, 26.5));

        var drawing =
                MapDrawing.around(own, all, frame(LAND, "", null)).drawings().getFirst();

        double y = Double.parseDouble(drawing.markers().getFirst().y());
        assertTrue(y >= MapDrawing.OWN_HEIGHT, "the pin begins at " + y);
        for (Marker marker : drawing.markers()) {
            assertTrue(Double.parseDouble(marker.y()) <= drawing.height() - MapDrawing.RADIUS, marker::toString);
        }
    }
}
