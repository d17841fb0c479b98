package org.herald.model.geo;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.geo.MapTiles.Tile;

/**
 * From the Earth to a drawing. Usually the equirectangular projection with its standard parallel in the middle of what is
 * shown: for a country it is true to within a few per cent, needs no more than a multiplication, can be drawn up to the poles -
 * which Mercator's cannot - and parts of it are the same wherever they are cut, so that a step to the side looks like one.
 * Pictures of a tile server are in Web Mercator (EPSG:3857), and so is what is drawn on them.
 *
 * @param isMercator true for Web Mercator
 * @param northing of the middle of the drawing: how far north of the equator it is drawn, in degrees, in Web Mercator of the equator
 * @param longitude in the middle of the drawing
 * @param scale units of the drawing for a degree of northing
 * @param squeeze a degree of longitude, in degrees of northing
 */
public record MapProjection(
        boolean isMercator, double northing, double longitude, int width, int height, double scale, double squeeze) {

    /** Between the edge and what must be seen: half a marker and its ring. */
    private static final int MARGIN = 20;

    private static final double HALF = 180;
    private static final double CIRCLE = 360;

    /** From this width on a drawing is for windows that are wider than high. */
    private static final int WIDE = 500;

    private static final double LOWEST = 0.6;
    private static final double HIGHEST_OF_WIDE = 0.85;
    private static final double HIGHEST = 1.1;

    /** Below it, about the poles, a degree of longitude is drawn longer than it is. */
    private static final double LEAST_SQUEEZE = 0.05;

    /** Where the square of Web Mercator ends. */
    private static final double END_OF_MERCATOR = 85.0511287798066;

    /** A drawing of this width that shows all of these bounds; it is as high as they need, within limits. */
    public static MapProjection fit(Bounds shown, int width, double leastDegrees, boolean isMercator) {
        double south = northing(shown.south(), isMercator);
        double north = northing(shown.north(), isMercator);
        double flat = Math.max(LEAST_SQUEEZE, Math.cos(Math.toRadians((shown.south() + shown.north()) / 2)));
        double squeeze = isMercator ? 1 : flat;
        double least = isMercator ? leastDegrees / flat : leastDegrees;
        double wide = Math.max(shown.width() * squeeze, least);
        double high = Math.max(north - south, least);
        int inner = width - 2 * MARGIN;
        double highest = width * (width < WIDE ? HIGHEST : HIGHEST_OF_WIDE);
        int height = (int) Math.clamp(inner * high / wide + 2 * MARGIN, width * LOWEST, highest);
        double scale = Math.min(inner / wide, (height - 2 * MARGIN) / high);
        return new MapProjection(
                isMercator,
                (south + north) / 2,
                wrapped(shown.west() + shown.width() / 2),
                width,
                height,
                scale,
                squeeze);
    }

    /** The same drawing with so many units more at its upper edge. */
    public MapProjection withRoomAbove(int units) {
        return new MapProjection(
                isMercator, northing + units / scale / 2, longitude, width, height + units, scale, squeeze);
    }

    /** A meridian, or the way to it, between -180 and 180. */
    public static double wrapped(double longitude) {
        if (longitude >= -HALF && longitude < HALF) {
            return longitude;
        }
        double turned = (longitude + HALF) % CIRCLE;
        return (turned < 0 ? turned + CIRCLE : turned) - HALF;
    }

    /** How far north of the equator a parallel is drawn, in degrees: in Web Mercator, of the equator. */
    private static double northing(double parallel, boolean isMercator) {
        if (!isMercator) {
            return parallel;
        }
        double latitude = Math.toRadians(Math.clamp(parallel, -END_OF_MERCATOR, END_OF_MERCATOR));
        double sine = Math.sin(latitude);
        return Math.toDegrees(Math.log((1 + sine) / (1 - sine)) / 2);
    }

    /** From the left; what is not in the drawing is below zero or above its width. */
    public double x(double meridian) {
        return wrapped(meridian - longitude) * squeeze * scale + width / 2.0;
    }

    /** From the top. */
    public double y(double parallel) {
        return (northing - northing(parallel, isMercator)) * scale + height / 2.0;
    }

    /**
     * What scripts need to go from the drawing back to the Earth: the longitude and the northing in its middle, the units for a
     * degree of each, and {@code m} for Web Mercator or {@code e}.
     */
    public String frame() {
        return longitude + " " + northing + " " + squeeze * scale + " " + scale + " " + (isMercator ? "m" : "e");
    }

    /** The pictures of a tile server below the drawing, in their usual size or up to half as large or small again. */
    List<Tile> tiles(int size, int deepest) {
        long zoom = Math.clamp(Math.round(Math.log(CIRCLE * scale / size) / Math.log(2)), 0, deepest);
        long count = 1L << zoom;
        double side = CIRCLE * scale / count;
        double left = ((longitude + HALF) / CIRCLE * count) - width / 2.0 / side;
        double top = ((HALF - northing) / CIRCLE * count) - height / 2.0 / side;
        var tiles = new ArrayList<Tile>();
        long last = Math.min(count - 1, (long) Math.floor(top + height / side));
        for (long row = Math.max(0, (long) Math.floor(top)); row <= last; row++) {
            for (long column = (long) Math.floor(left); column < left + width / side; column++) {
                tiles.add(new Tile(
                        zoom, Math.floorMod(column, count), row, (column - left) * side, (row - top) * side, side));
            }
        }
        return tiles;
    }
}
