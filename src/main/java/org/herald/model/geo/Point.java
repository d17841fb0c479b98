package org.herald.model.geo;

import java.util.Map;
import java.util.Optional;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.JsonValue;

/**
 * A point of the Earth (WGS 84), in degrees.
 *
 * @param latitude from -90 to 90, north is above zero
 * @param longitude from -180 to 180, east is above zero
 */
public record Point(double latitude, double longitude) {

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    public Point {
        if (!isWithin(latitude, POLE) || !isWithin(longitude, DATE_LINE)) {
            throw new IllegalArgumentException("Not a point of the Earth: " + latitude + ", " + longitude);
        }
        latitude += 0.0; // never -0.0, which would differ from 0.0
        longitude += 0.0;
    }

    private static boolean isWithin(double degrees, double most) {
        return degrees >= -most && degrees <= most; // false for NaN
    }

    /** The point that a value of {@link CoordinatesType} holds; absent when it is of another form. */
    public static Optional<Point> of(JsonValue value) {
        return new CoordinatesType().fault(value).isPresent()
                ? Optional.empty()
                : Optional.of(new Point(
                        Double.parseDouble(value.text(CoordinatesType.LATITUDE)),
                        Double.parseDouble(value.text(CoordinatesType.LONGITUDE))));
    }

    /** The point that was typed, in any notation that {@link CoordinatesType} reads; absent when it is none. */
    public static Optional<Point> typed(String text) {
        return Optional.ofNullable(new CoordinatesType().typed(Map.of(CoordinatesType.LATITUDE, text)))
                .flatMap(Point::of);
    }
}
