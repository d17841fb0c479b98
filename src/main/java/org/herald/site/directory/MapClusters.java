package org.herald.site.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapProjection;

/**
 * Gathers the entries of a drawing, so that no two of the markers that are left are nearer to each other than a marker needs.
 *
 * <p>The drawing is cut into small cells; those in one cell stay together, at the place of the first of them in the list. The
 * cells are taken in the order of these first ones: one that is far enough from all that lead before it leads a cluster of its
 * own. Then each joins the nearest leader, the earlier of two that are as near. The leaders near it are found by a grid of
 * that distance. Entries are gone through one by one only to be counted: all else grows with the size of the drawing alone.
 * The same entries make the same clusters, and each marker stands where an entry is. A cluster comes where the first of its
 * entries stands in the list.
 */
final class MapClusters {

    /** How many of a cluster's entries are named. */
    static final int NAMES = 3;

    /** So many cells side by side are as long as two markers are apart. */
    private static final int FINE = 3;

    /** So many leaders find room in a square of the grid and those around it: no more than four in each. */
    private static final int MOST = 36;

    /** Entries that share a marker. */
    static final class Cluster {

        private final Places places;
        private final int leader;
        private final double x;
        private final double y;
        private final int[] first = new int[NAMES]; // by rank
        private int count; // grows with each entry, as its bounds do
        private double south = Double.POSITIVE_INFINITY; // of the entries so far
        private double north = Double.NEGATIVE_INFINITY; // of the entries so far
        private double west; // the meridian farthest to the west of the leader
        private double east; // of the entries so far

        private Cluster(Places places, int leader, double x, double y) {
            this.places = places;
            this.leader = leader;
            this.x = x;
            this.y = y;
            this.west = places.longitude(leader);
            this.east = west;
        }

        private void add(int place) {
            int at = Math.min(count++, NAMES);
            while (at > 0 && places.rank(place) < places.rank(first[at - 1])) {
                if (at < NAMES) {
                    first[at] = first[at - 1];
                }
                at--;
            }
            if (at < NAMES) {
                first[at] = place;
            }
            south = Math.min(south, places.latitude(place));
            north = Math.max(north, places.latitude(place));
            double longitude = places.longitude(place);
            double middle = places.longitude(leader);
            if (MapProjection.wrapped(longitude - middle) < MapProjection.wrapped(west - middle)) {
                west = longitude;
            }
            if (MapProjection.wrapped(longitude - middle) > MapProjection.wrapped(east - middle)) {
                east = longitude;
            }
        }

        /** Where the marker stands. */
        double x() {
            return x;
        }

        double y() {
            return y;
        }

        int count() {
            return count;
        }

        /** The first of its entries in the list, {@link #NAMES} at most. */
        List<MapEntry> first() {
            return Arrays.stream(first, 0, Math.min(count, NAMES))
                    .mapToObj(places::entry)
                    .toList();
        }

        Bounds bounds() {
            return new Bounds(south, west, north, east);
        }
    }

    private final Places places;
    private final MapProjection projection;
    private final double distance;
    private final int columns;
    private final int[] cells; // by place
    private final int[] first; // by cell, one more than the place that stands for it; 0 for none
    private final int gridColumns;
    private final int[]
            near; // by square of the grid, the clusters led from it and from those around it, in their order
    private final int[] nearCount; // by square, how many there are
    private final List<Cluster> clusters = new ArrayList<>();

    private MapClusters(Places places, MapProjection projection, double distance) {
        this.places = places;
        this.projection = projection;
        this.distance = distance;
        this.columns = column(projection.width()) + 1;
        this.first = new int[columns * (column(projection.height()) + 1)];
        this.cells = new int[places.size()];
        this.gridColumns = square(projection.width()) + 2;
        int squares = gridColumns * (square(projection.height()) + 2);
        this.near = new int[squares * MOST];
        this.nearCount = new int[squares];
    }

    /** The clusters of these, all of which are in the drawing, in the order of their first entries. */
    static List<Cluster> of(Places places, MapProjection projection, double distance) {
        return new MapClusters(places, projection, distance).gathered();
    }

    private List<Cluster> gathered() {
        for (int place = 0; place < cells.length; place++) {
            int cell = column(y(place)) * columns + column(x(place));
            cells[place] = cell;
            if (first[cell] == 0 || places.rank(place) < places.rank(first[cell] - 1)) {
                first[cell] = place + 1;
            }
        }
        int[] inOrder = IntStream.range(0, first.length)
                .filter(cell -> first[cell] > 0)
                .mapToLong(cell -> (long) places.rank(first[cell] - 1) << Integer.SIZE | cell)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
        for (int cell : inOrder) {
            lead(first[cell] - 1);
        }
        var ofCells = new Cluster[first.length];
        for (int cell : inOrder) {
            ofCells[cell] = nearest(first[cell] - 1);
        }
        for (int place = 0; place < cells.length; place++) {
            ofCells[cells[place]].add(place);
        }
        return Arrays.stream(inOrder).mapToObj(cell -> ofCells[cell]).distinct().toList();
    }

    private double x(int place) {
        return projection.x(places.longitude(place));
    }

    private double y(int place) {
        return projection.y(places.latitude(place));
    }

    private int column(double units) {
        return Math.max(0, (int) (units / distance * FINE));
    }

    private int square(double units) {
        return (int) (units / distance) + 1;
    }

    private int square(double x, double y) {
        return square(y) * gridColumns + square(x);
    }

    private void lead(int place) {
        double x = x(place);
        double y = y(place);
        int square = square(x, y);
        for (int at = 0; at < nearCount[square]; at++) {
            if (squared(clusters.get(near[square * MOST + at]), x, y) < distance * distance) {
                return;
            }
        }
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int other = square + row * gridColumns + column;
                near[other * MOST + nearCount[other]++] = clusters.size();
            }
        }
        clusters.add(new Cluster(places, place, x, y));
    }

    private static double squared(Cluster cluster, double x, double y) {
        return (cluster.x - x) * (cluster.x - x) + (cluster.y - y) * (cluster.y - y);
    }

    /** There is one: the place leads it, or was too near to one to lead. */
    private Cluster nearest(int place) {
        double x = x(place);
        double y = y(place);
        int square = square(x, y);
        Cluster nearest = clusters.get(near[square * MOST]);
        for (int at = 1; at < nearCount[square]; at++) {
            Cluster cluster = clusters.get(near[square * MOST + at]);
            if (squared(cluster, x, y) < squared(nearest, x, y)) {
                nearest = cluster;
            }
        }
        return nearest;
    }
}
