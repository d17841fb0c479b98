package org.herald.model.geo;

import java.util.List;
import org.herald.model.kind.Labels;

/**
 * A country or a part of it, as its borders.
 *
 * @param word by which addresses name it: {@code brest}; empty when none does
 * @param rings its borders and those of its holes, each closed
 */
public record Area(String word, Labels names, List<List<Point>> rings) {

    public Area {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** The smallest bounds that hold all of it. */
    public Bounds bounds() {
        return Bounds.around(rings.stream().flatMap(List::stream).toList()).orElseThrow();
    }

    /** True for a point within its borders: a line to the west crosses them an odd number of times. */
    public boolean contains(Point point) {
        boolean isInside = false;
        for (List<Point> ring : rings) {
            for (int at = 1; at < ring.size(); at++) {
                if (isCrossed(ring.get(at - 1), ring.get(at), point)) {
                    isInside = !isInside;
                }
            }
        }
        return isInside;
    }

    static boolean isCrossed(Point from, Point to, Point point) {
        double latitude = point.latitude();
        if ((from.latitude() > latitude) == (to.latitude() > latitude)) {
            return false;
        }
        double share = (latitude - from.latitude()) / (to.latitude() - from.latitude());
        return point.longitude() > from.longitude() + share * (to.longitude() - from.longitude());
    }
}
