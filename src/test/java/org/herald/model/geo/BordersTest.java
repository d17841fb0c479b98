package org.herald.model.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.herald.model.kind.Labels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BordersTest {

    /** Stars with a hole: points of all places, of the corners too, are within them as the area itself says. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 50, 3000})
    void answersAreThoseOfTheArea(int corners) {
        var random = new SplittableRandom(corners);
        var ring = star(random, corners, 3);
        var area = new Area("star", Labels.NONE, List.of(ring, star(random, corners, 0.5)));
        var borders = Borders.of(area);
        var points = new ArrayList<>(ring);
        for (int i = 0; i < 5000; i++) {
            points.add(new Point(50 + random.nextDouble() * 8, 24 + random.nextDouble() * 8));
        }
        for (Point point : points) {
            assertEquals(area.contains(point), borders.test(point), point::toString);
        }
    }

    private static List<Point> star(SplittableRandom random, int corners, double size) {
        var ring = new ArrayList<Point>();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            double radius = size * (0.5 + random.nextDouble());
            ring.add(new Point(54 + radius * Math.sin(angle) / 1.5, 28 + radius * Math.cos(angle)));
        }
        ring.add(ring.getFirst());
        return ring;
    }
}
