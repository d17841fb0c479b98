package org.herald.site.directory;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.herald.model.geo.Point;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where the entries of each slot are. They are kept as points of a sphere of radius one, too: the straight line between two of
 * them is longer the greater their distance on the sphere, and its square costs three products.
 */
final class Positions {

    /** Greater than any square between two points of the sphere: of what is nowhere. */
    private static final double NOWHERE = 5;

    private @Nullable MapEntry[] entries = {}; // by slot; grows
    private double[] degrees = {}; // two for each slot
    private double[] coordinates = {}; // three for each slot, of the sphere

    void put(int slot, MapEntry entry) {
        if (slot >= entries.length) {
            int length = Math.max(2 * entries.length, slot + 1);
            entries = Arrays.copyOf(entries, length);
            degrees = Arrays.copyOf(degrees, 2 * length);
            coordinates = Arrays.copyOf(coordinates, 3 * length);
        }
        Point point = entry.place();
        entries[slot] = entry;
        degrees[2 * slot] = point.latitude();
        degrees[2 * slot + 1] = point.longitude();
        System.arraycopy(onSphere(point), 0, coordinates, 3 * slot, 3);
    }

    void remove(int slot) {
        if (slot < entries.length) {
            entries[slot] = null;
        }
    }

    /** Null when it has no position. */
    @Nullable
    MapEntry get(int slot) {
        return slot < entries.length ? entries[slot] : null;
    }

    /** Those of these slots that have a position. */
    Places of(RoaringBitmap some, IntUnaryOperator rank) {
        int count = some.getCardinality();
        var found = new MapEntry[count];
        var latitudes = new double[count];
        var longitudes = new double[count];
        var ranks = new int[count];
        int at = 0;
        for (var each = some.getIntIterator(); each.hasNext(); ) {
            int slot = each.next();
            MapEntry entry = get(slot);
            if (entry != null) {
                found[at] = entry;
                latitudes[at] = degrees[2 * slot];
                longitudes[at] = degrees[2 * slot + 1];
                ranks[at++] = rank.applyAsInt(slot);
            }
        }
        return at == count
                ? new Places(found, latitudes, longitudes, ranks)
                : new Places(
                        Arrays.copyOf(found, at),
                        Arrays.copyOf(latitudes, at),
                        Arrays.copyOf(longitudes, at),
                        Arrays.copyOf(ranks, at));
    }

    private static double[] onSphere(Point point) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        double wide = Math.cos(latitude);
        return new double[] {wide * Math.cos(longitude), wide * Math.sin(longitude), Math.sin(latitude)};
    }

    private double square(int slot, double[] from) {
        if (get(slot) == null) {
            return NOWHERE;
        }
        int at = 3 * slot;
        double x = coordinates[at] - from[0];
        double y = coordinates[at + 1] - from[1];
        double z = coordinates[at + 2] - from[2];
        return x * x + y * y + z * z;
    }

    /** These slots by their distance from a point, then by the order; those without a position come last. */
    int[] byDistance(RoaringBitmap some, Point from, Ordering order) {
        // as one number of the distance, to 36 binary digits at least, and the rank: no object is made for each entry
        double[] center = onSphere(from);
        int rankDigits = Integer.SIZE - Integer.numberOfLeadingZeros(order.size());
        return some.stream()
                .mapToLong(slot -> Double.doubleToRawLongBits(square(slot, center)) >>> rankDigits << rankDigits
                        | order.rank(slot))
                .sorted()
                .mapToInt(key -> order.at((int) (key & ((1L << rankDigits) - 1))))
                .toArray();
    }

    /** The nearest of these slots that have a position, nearest first; of two as near, the one with the lower number. */
    int[] nearest(RoaringBitmap some, Point to, int most, IntToLongFunction number) {
        double[] center = onSphere(to);
        var nearest = new int[most];
        var squares = new double[most];
        Arrays.fill(squares, NOWHERE);
        some.forEach((IntConsumer) slot -> {
            double square = square(slot, center);
            int at = square < NOWHERE ? most : -1;
            while (at > 0 && isNearer(square, slot, squares[at - 1], nearest[at - 1], number)) {
                at--;
            }
            if (at >= 0 && at < most) {
                System.arraycopy(nearest, at, nearest, at + 1, most - at - 1);
                System.arraycopy(squares, at, squares, at + 1, most - at - 1);
                nearest[at] = slot;
                squares[at] = square;
            }
        });
        int found =
                (int) Arrays.stream(squares).filter(square -> square < NOWHERE).count();
        return Arrays.copyOf(nearest, found);
    }

    private static boolean isNearer(double square, int slot, double than, int other, IntToLongFunction number) {
        return square < than || (square == than && number.applyAsLong(slot) < number.applyAsLong(other));
    }
}
