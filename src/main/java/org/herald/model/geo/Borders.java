package org.herald.model.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The borders of an area, prepared for the question whether many points are within them. Cut into strips from the west to
 * the east, so that each point is compared with the borders that cross its strip alone; the answers are those of
 * {@link Area#contains}.
 */
public final class Borders implements Predicate<Point> {

    private static final int MOST_STRIPS = 1024;

    /** A part of a border between two corners. */
    private record Side(Point from, Point to) {

        double south() {
            return Math.min(from.latitude(), to.latitude());
        }

        double north() {
            return Math.max(from.latitude(), to.latitude());
        }
    }

    private final double south;
    private final double north;
    private final double west;
    private final Side[][] strips;

    private Borders(List<Side> sides) {
        south = sides.stream().mapToDouble(Side::south).min().orElse(0);
        north = sides.stream().mapToDouble(Side::north).max().orElse(0);
        west = sides.stream()
                .mapToDouble(side -> Math.min(side.from().longitude(), side.to().longitude()))
                .min()
                .orElse(0);
        int count = Math.clamp(sides.size(), 1, MOST_STRIPS);
        var lists = new ArrayList<List<Side>>();
        for (int strip = 0; strip < count; strip++) {
            lists.add(new ArrayList<>());
        }
        for (Side side : sides) {
            int last = strip(side.north(), count);
            for (int strip = strip(side.south(), count); strip <= last; strip++) {
                lists.get(strip).add(side);
            }
        }
        strips = lists.stream().map(list -> list.toArray(Side[]::new)).toArray(Side[][]::new);
    }

    /** The borders of an area. */
    public static Borders of(Area area) {
        var sides = new ArrayList<Side>();
        for (List<Point> ring : area.rings()) {
            for (int at = 1; at < ring.size(); at++) {
                sides.add(new Side(ring.get(at - 1), ring.get(at)));
            }
        }
        return new Borders(sides);
    }

    private int strip(double latitude, int count) {
        return north == south ? 0 : Math.clamp((long) ((latitude - south) / (north - south) * count), 0, count - 1);
    }

    /** True for a point within the borders. */
    @Override
    public boolean test(Point point) {
        if (point.latitude() < south || point.latitude() > north || point.longitude() < west) {
            return false;
        }
        boolean isInside = false;
        for (Side side : strips[strip(point.latitude(), strips.length)]) {
            if (Area.isCrossed(side.from(), side.to(), point)) {
                isInside = !isInside;
            }
        }
        return isInside;
    }
}
