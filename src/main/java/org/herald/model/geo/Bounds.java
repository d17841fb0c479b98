package org.herald.model.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the Earth between two parallels and two meridians, in degrees.
 *
 * @param west the meridian from which it goes eastward; greater than {@code east} when it crosses the date line
 */
public record Bounds(double south, double west, double north, double east) {

    private static final double CIRCLE = 360;
    private static final double HALF = 180;
    private static final int DECIMALS = 4; // eleven metres

    private static final String NUMBER = "(-?[0-9]{1,3}(?:[.][0-9]{1,15})?)";
    private static final Pattern TEXT = Pattern.compile(NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER);

    public Bounds {
        var southWest = new Point(south, west); // refuses what is not on the Earth
        var northEast = new Point(north, east);
        south = southWest.latitude();
        west = southWest.longitude();
        north = northEast.latitude();
        east = northEast.longitude();
        if (south > north) {
            throw new IllegalArgumentException("The south " + south + " is north of " + north);
        }
    }

    /** The smallest bounds of these points; absent when there are none. */
    public static Optional<Bounds> around(Collection<Point> points) {
        return around(
                points.stream().mapToDouble(Point::latitude).toArray(),
                points.stream().mapToDouble(Point::longitude).toArray());
    }

    /** The smallest bounds of the points with these coordinates, as many of both; absent when there are none. */
    public static Optional<Bounds> around(double[] latitudes, double[] longitudes) {
        if (latitudes.length == 0) {
            return Optional.empty();
        }
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < latitudes.length; at++) {
            south = Math.min(south, latitudes[at]);
            north = Math.max(north, latitudes[at]);
            west = Math.min(west, longitudes[at]);
            east = Math.max(east, longitudes[at]);
        }
        return Optional.of(
                east - west <= HALF // no gap within is wider than the one around the back of the Earth
                        ? new Bounds(south, west, north, east)
                        : withoutWidestGap(south, north, longitudes.clone()));
    }

    private static Bounds withoutWidestGap(double south, double north, double[] meridians) {
        Arrays.sort(meridians);
        double west = meridians[0];
        double east = meridians[meridians.length - 1];
        double gap = CIRCLE - (east - west);
        for (int at = 1; at < meridians.length; at++) {
            if (meridians[at] - meridians[at - 1] > gap) {
                gap = meridians[at] - meridians[at - 1];
                west = meridians[at];
                east = meridians[at - 1];
            }
        }
        return new Bounds(south, west, north, east);
    }

    /** The bounds that {@link #toString} wrote; absent for any other text. */
    public static Optional<Bounds> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double south = Double.parseDouble(parts.group(1));
        double west = Double.parseDouble(parts.group(2));
        double north = Double.parseDouble(parts.group(3));
        double east = Double.parseDouble(parts.group(4));
        boolean isOnEarth = south >= -HALF / 2
                && south <= north
                && north <= HALF / 2
                && Math.abs(west) <= HALF
                && Math.abs(east) <= HALF;
        return isOnEarth ? Optional.of(new Bounds(south, west, north, east)) : Optional.empty();
    }

    public boolean contains(Point point) {
        return point.latitude() >= south && point.latitude() <= north && eastward(point.longitude()) <= width();
    }

    /** True when all of the other is within. */
    public boolean contains(Bounds other) {
        return other.south >= south && other.north <= north && eastward(other.west) + other.width() <= width();
    }

    /** Degrees of longitude from the west to the east. */
    public double width() {
        return east >= west ? east - west : east - west + CIRCLE;
    }

    /** Degrees of latitude from the south to the north. */
    public double height() {
        return north - south;
    }

    /** How many degrees this meridian lies east of the western one: from 0 up to 360. */
    public double eastward(double longitude) {
        return longitude >= west ? longitude - west : longitude - west + CIRCLE;
    }

    /** The same, rounded outward to four decimals, so that everything in it stays in it. */
    public Bounds rounded() {
        return new Bounds(
                rounded(south, RoundingMode.FLOOR),
                rounded(west, RoundingMode.FLOOR),
                rounded(north, RoundingMode.CEILING),
                rounded(east, RoundingMode.CEILING));
    }

    private static double rounded(double degrees, RoundingMode mode) {
        return new BigDecimal(Double.toString(degrees)).setScale(DECIMALS, mode).doubleValue();
    }

    /** South, west, north and east, as addresses have them: {@code 52.1,23.65,53.9,27.56} */
    @Override
    public String toString() {
        return text(south) + "," + text(west) + "," + text(north) + "," + text(east);
    }

    private static String text(double degrees) {
        return degrees == 0
                ? "0"
                : new BigDecimal(Double.toString(degrees)).stripTrailingZeros().toPlainString();
    }
}
