package org.herald.site.directory;

import org.herald.model.geo.Bounds;
import org.herald.model.geo.Point;

/**
 * From the Earth to a drawing: the equirectangular projection with its standard parallel in the middle of what is shown.
 * For a country it is true to within a few per cent, needs no more than a multiplication, can be drawn up to the poles - which
 * Mercator's cannot - and parts of it are the same wherever they are cut, so that a step to the side looks like one.
 *
 * @param bounds what the drawing shows, to its edges
 * @param scale units of the drawing for a degree of latitude
 * @param squeeze a degree of longitude, in degrees of latitude
 */
record MapProjection(Bounds bounds, int width, int height, double scale, double squeeze) {

    /** Between the edge and what must be seen: half a marker and its ring. */
    private static final int MARGIN = 20;

    private static final double POLE = 90;
    private static final double HALF = 180;
    private static final double CIRCLE = 360;

    /** Below it, about the poles, a degree of longitude is drawn longer than it is. */
    private static final double LEAST_SQUEEZE = 0.05;

    /** A drawing of this width that shows all of these bounds; it is as high as they need, within limits. */
    static MapProjection fit(Bounds shown, int width, double leastDegrees) {
        double highest = width > MARGIN * 25 ? width * 0.85 : width * 1.1; // a wide window is not high
        double middle = (shown.south() + shown.north()) / 2;
        double squeeze = Math.max(LEAST_SQUEEZE, Math.cos(Math.toRadians(middle)));
        double wide = Math.max(shown.width() * squeeze, leastDegrees);
        double high = Math.max(shown.height(), leastDegrees);
        int inner = width - 2 * MARGIN;
        int height = (int) Math.clamp(inner * high / wide + 2 * MARGIN, width * 0.6, highest);
        double scale = Math.min(inner / wide, (height - 2 * MARGIN) / high);
        double degreesHigh = Math.min(HALF, height / scale);
        double degreesWide = Math.min(CIRCLE, width / scale / squeeze);
        double south = Math.clamp(middle - degreesHigh / 2, -POLE, POLE - degreesHigh);
        double west = degreesWide >= CIRCLE ? -HALF : wrapped(shown.west() + (shown.width() - degreesWide) / 2);
        double east = degreesWide >= CIRCLE ? HALF : wrapped(west + degreesWide);
        return new MapProjection(
                new Bounds(south, west, Math.min(POLE, south + degreesHigh), east), width, height, scale, squeeze);
    }

    /** A meridian between -180 and 180. */
    static double wrapped(double longitude) {
        double turned = (longitude + HALF) % CIRCLE;
        return (turned < 0 ? turned + CIRCLE : turned) - HALF;
    }

    /** From the left; a point west of the drawing is below zero, one east of it above its width. */
    double x(double longitude) {
        double eastward = bounds.eastward(longitude);
        double around = (CIRCLE - bounds.width()) / 2;
        double degrees = eastward > bounds.width() + around ? eastward - CIRCLE : eastward;
        return (degrees - bounds.width() / 2) * squeeze * scale + width / 2.0;
    }

    /** From the top. */
    double y(double latitude) {
        double middle = (bounds.south() + bounds.north()) / 2;
        return (middle - latitude) * scale + height / 2.0;
    }

    boolean shows(Point point) {
        return bounds.contains(point);
    }
}
