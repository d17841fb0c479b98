package org.herald.site.directory;

import org.herald.model.geo.Bounds;

/**
 * From the Earth to a drawing: the equirectangular projection with its standard parallel in the middle of what is shown.
 * For a country it is true to within a few per cent, needs no more than a multiplication, can be drawn up to the poles - which
 * Mercator's cannot - and parts of it are the same wherever they are cut, so that a step to the side looks like one.
 *
 * @param latitude in the middle of the drawing
 * @param longitude in the middle of the drawing
 * @param scale units of the drawing for a degree of latitude
 * @param squeeze a degree of longitude, in degrees of latitude
 */
record MapProjection(double latitude, double longitude, int width, int height, double scale, double squeeze) {

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

    /** A drawing of this width that shows all of these bounds; it is as high as they need, within limits. */
    static MapProjection fit(Bounds shown, int width, double leastDegrees) {
        double middle = (shown.south() + shown.north()) / 2;
        double squeeze = Math.max(LEAST_SQUEEZE, Math.cos(Math.toRadians(middle)));
        double wide = Math.max(shown.width() * squeeze, leastDegrees);
        double high = Math.max(shown.height(), leastDegrees);
        int inner = width - 2 * MARGIN;
        double highest = width * (width < WIDE ? HIGHEST : HIGHEST_OF_WIDE);
        int height = (int) Math.clamp(inner * high / wide + 2 * MARGIN, width * LOWEST, highest);
        double scale = Math.min(inner / wide, (height - 2 * MARGIN) / high);
        return new MapProjection(middle, wrapped(shown.west() + shown.width() / 2), width, height, scale, squeeze);
    }

    /** The same drawing with so many units more at its upper edge. */
    MapProjection withRoomAbove(int units) {
        return new MapProjection(latitude + units / scale / 2, longitude, width, height + units, scale, squeeze);
    }

    /** A meridian, or the way to it, between -180 and 180. */
    static double wrapped(double longitude) {
        if (longitude >= -HALF && longitude < HALF) {
            return longitude;
        }
        double turned = (longitude + HALF) % CIRCLE;
        return (turned < 0 ? turned + CIRCLE : turned) - HALF;
    }

    /** From the left; what is not in the drawing is below zero or above its width. */
    double x(double meridian) {
        return wrapped(meridian - longitude) * squeeze * scale + width / 2.0;
    }

    /** From the top. */
    double y(double parallel) {
        return (latitude - parallel) * scale + height / 2.0;
    }
}
