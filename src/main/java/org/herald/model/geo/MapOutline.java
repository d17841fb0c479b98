package org.herald.model.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The borders of an area as the path of a drawing: cut to a little more than what the drawing shows (I. E. Sutherland, G. W.
 * Hodgman, Reentrant polygon clipping, CACM 17, 1974), without the corners that nobody would see (D. H. Douglas, T. K. Peucker,
 * The Canadian Cartographer 10, 1973), and written in whole units, or tenths in a small drawing, each corner from the one
 * before.
 */
public final class MapOutline {

    /** What a corner may stand beside the line without it, in units of the drawing. */
    private static final double TOLERANCE = 0.5;

    /** Rings that are smaller than this are left out beside greater ones. */
    private static final double LEAST = 2;

    /** How far beyond the edge it is cut, so that the cut is not seen. */
    private static final double BEYOND = 10;

    private static final int TENTHS = 10;

    /** From this width on whole units are fine enough. */
    private static final int LARGE = 500;

    /** A point of the drawing. */
    public record Corner(double x, double y) {}

    /** A part of a ring whose corners between both are looked at. */
    private record Stretch(int from, int until) {}

    /** A level line within an area, by its middle. */
    public record Level(double x, double width) {}

    /** The greatest part of an area that is to be seen. */
    public record Seen(List<Corner> ring, double top, double bottom) {

        public Seen {
            ring = List.copyOf(ring);
        }

        /** The longest level line within it at this height; absent above and below it. */
        public Optional<Level> at(double y) {
            var crossings = new ArrayList<Double>();
            for (int corner = 0; corner < ring.size(); corner++) {
                Corner from = ring.get(corner == 0 ? ring.size() - 1 : corner - 1);
                Corner to = ring.get(corner);
                if ((from.y() > y) != (to.y() > y)) {
                    crossings.add(from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x()));
                }
            }
            crossings.sort(Comparator.naturalOrder());
            return IntStream.range(0, crossings.size() / 2)
                    .mapToObj(pair -> new Level(
                            (crossings.get(2 * pair) + crossings.get(2 * pair + 1)) / 2,
                            crossings.get(2 * pair + 1) - crossings.get(2 * pair)))
                    .max(Comparator.comparingDouble(Level::width));
        }
    }

    private final MapProjection projection;

    public MapOutline(MapProjection projection) {
        this.projection = projection;
    }

    /** The path; empty when nothing of the area is in the drawing. */
    public String path(Area area) {
        var path = new StringBuilder();
        var rings = seen(area, BEYOND);
        for (List<Corner> ring : rings) {
            if (rings.size() == 1 || extent(ring) >= LEAST) {
                append(simplified(ring), path);
            }
        }
        return path.toString();
    }

    /** Absent when nothing of the area is to be seen. */
    public Optional<Seen> greatest(Area area) {
        return seen(area, 0).stream()
                .max(Comparator.comparingDouble(MapOutline::extent))
                .map(ring -> new Seen(
                        ring,
                        ring.stream().mapToDouble(Corner::y).min().orElseThrow(),
                        ring.stream().mapToDouble(Corner::y).max().orElseThrow()));
    }

    /** The rings in units of the drawing, their last corners left out, cut on all four sides. */
    private List<List<Corner>> seen(Area area, double beyond) {
        return area.rings().stream()
                .map(ring -> {
                    List<Corner> corners = projected(ring);
                    corners = cut(corners, corner -> corner.x() + beyond);
                    corners = cut(corners, corner -> projection.width() + beyond - corner.x());
                    corners = cut(corners, corner -> corner.y() + beyond);
                    return cut(corners, corner -> projection.height() + beyond - corner.y());
                })
                .filter(ring -> ring.size() > 2)
                .toList();
    }

    /** Each corner lies on the nearer side of the one before, so that a ring about the date line stays whole. */
    private List<Corner> projected(List<Point> ring) {
        var corners = new ArrayList<Corner>(ring.size());
        double x = projection.x(ring.getFirst().longitude());
        Point before = ring.getFirst();
        for (Point point : ring.subList(0, ring.size() - 1)) {
            double step = MapProjection.wrapped(point.longitude() - before.longitude());
            x += step * projection.squeeze() * projection.scale();
            corners.add(new Corner(x, projection.y(point.latitude())));
            before = point;
        }
        return corners;
    }

    /** @param inside above zero on the side that stays, in units from the edge */
    private static List<Corner> cut(List<Corner> ring, ToDoubleFunction<Corner> inside) {
        var cut = new ArrayList<Corner>();
        for (int at = 0; at < ring.size(); at++) {
            Corner from = ring.get(at == 0 ? ring.size() - 1 : at - 1);
            Corner to = ring.get(at);
            double before = inside.applyAsDouble(from);
            double after = inside.applyAsDouble(to);
            if ((before >= 0) != (after >= 0)) {
                double share = before / (before - after);
                cut.add(new Corner(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
            if (after >= 0) {
                cut.add(to);
            }
        }
        return cut;
    }

    private static double extent(List<Corner> ring) {
        double wide = ring.stream().mapToDouble(Corner::x).max().orElse(0)
                - ring.stream().mapToDouble(Corner::x).min().orElse(0);
        double high = ring.stream().mapToDouble(Corner::y).max().orElse(0)
                - ring.stream().mapToDouble(Corner::y).min().orElse(0);
        return Math.max(wide, high);
    }

    /** Begins with the two corners that are farthest from the first, which stay. */
    private static List<Corner> simplified(List<Corner> ring) {
        var closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        var stays = new boolean[closed.size()];
        stays[0] = true;
        int farthest = 1;
        for (int at = 2; at < ring.size(); at++) {
            if (distance(closed.get(at), closed.getFirst()) > distance(closed.get(farthest), closed.getFirst())) {
                farthest = at;
            }
        }
        stays[farthest] = true;
        var open = new ArrayDeque<Stretch>();
        open.push(new Stretch(0, farthest));
        open.push(new Stretch(farthest, ring.size()));
        while (!open.isEmpty()) {
            Stretch stretch = open.pop();
            int corner = farthest(closed, stretch);
            if (corner > 0) {
                stays[corner] = true;
                open.push(new Stretch(stretch.from(), corner));
                open.push(new Stretch(corner, stretch.until()));
            }
        }
        var simple = new ArrayList<Corner>();
        for (int at = 0; at < ring.size(); at++) {
            if (stays[at]) {
                simple.add(ring.get(at));
            }
        }
        return simple;
    }

    /** The corner that stands farthest from the line between both ends; 0 when none stands out. */
    private static int farthest(List<Corner> ring, Stretch stretch) {
        Corner from = ring.get(stretch.from());
        Corner to = ring.get(stretch.until());
        double length = distance(from, to);
        int farthest = 0;
        double most = TOLERANCE;
        for (int at = stretch.from() + 1; at < stretch.until(); at++) {
            Corner corner = ring.get(at);
            double aside = length == 0
                    ? distance(corner, from)
                    : Math.abs((to.x() - from.x()) * (from.y() - corner.y())
                                    - (from.x() - corner.x()) * (to.y() - from.y()))
                            / length;
            if (aside > most) {
                most = aside;
                farthest = at;
            }
        }
        return farthest;
    }

    private static double distance(Corner one, Corner other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private void append(List<Corner> ring, StringBuilder path) {
        int fine = projection.width() < LARGE ? 1 : TENTHS;
        long x = 0;
        long y = 0;
        String before = "M";
        for (Corner corner : ring) {
            long right = Math.round(corner.x() * TENTHS / fine) * fine;
            long down = Math.round(corner.y() * TENTHS / fine) * fine;
            if (before.equals("M") || right != x || down != y) {
                path.append(before.equals(" ") && right < x ? "" : before).append(tenths(right - x));
                path.append(down < y ? "" : " ").append(tenths(down - y));
                before = before.equals("M") ? "l" : " ";
            }
            x = right;
            y = down;
        }
        path.append('z');
    }

    /** {@code 12.5}, {@code -.3}, {@code 7} */
    private static String tenths(long tenths) {
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / TENTHS;
        long rest = Math.abs(tenths) % TENTHS;
        String shown = whole == 0 && rest != 0 ? "" : Long.toString(whole);
        return sign + shown + (rest == 0 ? "" : "." + rest);
    }

    /** In tenths of a unit, as SVG writes them: {@code 12.5}, {@code -.3}, {@code 7} */
    public static String tenths(double units) {
        return tenths(Math.round(units * TENTHS));
    }
}
