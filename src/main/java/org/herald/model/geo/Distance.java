package org.herald.model.geo;

/**
 * How far two points are from each other, as the crow flies.
 *
 * <p>It is measured on a sphere of the Earth's mean radius. The Earth is flattened, so that the true distance is up to 0.56 %
 * longer or shorter: 560 m in 100 km.
 */
public record Distance(double metres) implements Comparable<Distance> {

    /** The mean radius R1 of WGS 84, in metres. */
    private static final double RADIUS = 6_371_008.8;

    private static final double KILOMETRE = 1000;

    /** By the haversine formula, which is exact also for points next to each other. */
    public static Distance between(Point one, Point other) {
        double north = Math.toRadians(one.latitude());
        double otherNorth = Math.toRadians(other.latitude());
        double half = squaredSine((otherNorth - north) / 2)
                + Math.cos(north)
                        * Math.cos(otherNorth)
                        * squaredSine(Math.toRadians(other.longitude() - one.longitude()) / 2);
        return new Distance(2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, half))));
    }

    private static double squaredSine(double angle) {
        double sine = Math.sin(angle);
        return sine * sine;
    }

    public double kilometres() {
        return metres / KILOMETRE;
    }

    @Override
    public int compareTo(Distance other) {
        return Double.compare(metres, other.metres);
    }
}
