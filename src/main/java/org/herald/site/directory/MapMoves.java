package org.herald.site.directory;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapProjection;
import org.herald.site.directory.MapView.Choice;

/** The parts that are a step away from what a map shows: nearer, farther, and to the four sides. */
final class MapMoves {

    private static final double POLE = 90;
    private static final double CIRCLE = 360;
    private static final double HALF = 0.5;

    /** From here on the part on either side would be the same. */
    private static final double WORLD = 300;

    private final MapFrame frame;
    private final Bounds part;

    /** @param part what the map shows at least */
    MapMoves(MapFrame frame, Bounds part) {
        this.frame = frame;
        this.part = part;
    }

    /**
     * @param whole what the map shows without a choice
     * @param leastDegrees what the nearest map shows
     */
    List<Choice> from(Bounds whole, double leastDegrees) {
        var moves = new ArrayList<Choice>();
        if (Math.max(part.width(), part.height()) > leastDegrees) {
            moves.add(choice("geo.nearer", "+", scaled(HALF)));
        }
        if (part.equals(whole)) {
            return moves;
        }
        boolean isNearlyWhole = part.height() * 2 >= whole.height() && part.width() * 2 >= whole.width();
        moves.add(
                isNearlyWhole
                        ? new Choice(
                                frame.words().say("geo.farther"),
                                frame.addresses().whole(),
                                "−",
                                false)
                        : choice("geo.farther", "−", scaled(2)));
        moves.add(choice("geo.north", "↑", moved(0, HALF)));
        moves.add(choice("geo.south", "↓", moved(0, -HALF)));
        if (part.width() < WORLD) {
            moves.add(choice("geo.west", "←", moved(-HALF, 0)));
            moves.add(choice("geo.east", "→", moved(HALF, 0)));
        }
        return moves;
    }

    private Choice choice(String key, String mark, Bounds bounds) {
        return new Choice(frame.words().say(key), frame.addresses().box().apply(bounds.rounded()), mark, false);
    }

    private Bounds scaled(double factor) {
        double height = Math.min(2 * POLE, part.height() * factor);
        double width = Math.min(CIRCLE, part.width() * factor);
        double middle = (part.south() + part.north()) / 2;
        double south = Math.clamp(middle - height / 2, -POLE, POLE - height);
        double west = part.west() + (part.width() - width) / 2;
        return width >= CIRCLE
                ? new Bounds(south, -CIRCLE / 2, south + height, CIRCLE / 2)
                : new Bounds(south, MapProjection.wrapped(west), south + height, MapProjection.wrapped(west + width));
    }

    /** @param east by how many widths, and north by how many heights */
    private Bounds moved(double east, double north) {
        double height = part.height();
        double south = Math.clamp(part.south() + north * height, -POLE, POLE - height);
        double step = east * part.width();
        return new Bounds(
                south,
                MapProjection.wrapped(part.west() + step),
                Math.min(POLE, south + height),
                MapProjection.wrapped(part.east() + step));
    }
}
