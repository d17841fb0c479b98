package org.herald.site.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.Point;

/**
 * Entries that are on a map. Their coordinates stand in arrays, in an order of their own, so that going through many is
 * quick; each knows its rank in the list.
 */
public final class Places {

    private final MapEntry[] entries;
    private final double[] latitudes;
    private final double[] longitudes;
    private final int[] ranks;

    /** Takes the arrays, which nobody changes from here on. */
    Places(MapEntry[] entries, double[] latitudes, double[] longitudes, int[] ranks) {
        this.entries = entries;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.ranks = ranks;
    }

    /** These, in the order of their list. */
    public static Places of(List<MapEntry> list) {
        return new Places(
                list.toArray(MapEntry[]::new),
                list.stream().mapToDouble(entry -> entry.place().latitude()).toArray(),
                list.stream().mapToDouble(entry -> entry.place().longitude()).toArray(),
                IntStream.range(0, list.size()).toArray());
    }

    public int size() {
        return entries.length;
    }

    MapEntry entry(int at) {
        return entries[at];
    }

    double latitude(int at) {
        return latitudes[at];
    }

    double longitude(int at) {
        return longitudes[at];
    }

    /** Where it stands in the list. */
    int rank(int at) {
        return ranks[at];
    }

    /** Absent when there are none. */
    Optional<Bounds> bounds() {
        return Bounds.around(latitudes, longitudes);
    }

    Places within(Predicate<Point> part) {
        int[] kept = IntStream.range(0, entries.length)
                .filter(at -> part.test(entries[at].place()))
                .toArray();
        return new Places(
                Arrays.stream(kept).mapToObj(at -> entries[at]).toArray(MapEntry[]::new),
                Arrays.stream(kept).mapToDouble(at -> latitudes[at]).toArray(),
                Arrays.stream(kept).mapToDouble(at -> longitudes[at]).toArray(),
                Arrays.stream(kept).map(at -> ranks[at]).toArray());
    }

    /** As they stand in the list. */
    public List<MapEntry> inOrder() {
        return IntStream.range(0, entries.length)
                .mapToLong(at -> (long) ranks[at] << Integer.SIZE | at)
                .sorted()
                .mapToObj(key -> entries[(int) key])
                .toList();
    }
}
