package org.herald.model.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances against two formulas that were written here independently, and against distances that are known. */
final class DistanceTest {

    private static final double RADIUS = 6_371_008.8;

    record Pair(Point one, Point other) {}

    /** A hundred pairs: all over the Earth, near each other, about the poles and on both sides of the date line. */
    static Stream<Pair> pairs() {
        var random = new Random(15);
        Stream<Pair> anywhere = Stream.generate(() -> new Pair(anywhere(random), anywhere(random)));
        Stream<Pair> near = Stream.generate(() -> {
            Point point = anywhere(random);
            return new Pair(
                    point,
                    new Point(
                            Math.clamp(point.latitude() + random.nextDouble() / 50, -90, 90),
                            Math.clamp(point.longitude() - random.nextDouble() / 50, -180, 180)));
        });
        Stream<Pair> polar = Stream.generate(() -> new Pair(
                new Point(89 + random.nextDouble(), random.nextDouble() * 360 - 180),
                new Point(88 + random.nextDouble(), random.nextDouble() * 360 - 180)));
        Stream<Pair> dateLine = Stream.generate(() -> new Pair(
                new Point(random.nextDouble() * 120 - 60, 180 - random.nextDouble() * 5),
                new Point(random.nextDouble() * 120 - 60, random.nextDouble() * 5 - 180)));
        return Stream.of(anywhere.limit(50), near.limit(20), polar.limit(15), dateLine.limit(15))
                .flatMap(each -> each);
    }

    private static Point anywhere(Random random) {
        return new Point(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theDistanceIsTheAngleBetweenBothDirectionsFromTheCentre(Pair pair) {
        double metres = Distance.between(pair.one(), pair.other()).metres();

        assertEquals(angle(pair.one(), pair.other()) * RADIUS, metres, 0.01);
        assertEquals(metres, Distance.between(pair.other(), pair.one()).metres(), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theDistanceDiffersFromThatOnTheEllipsoidByAtMostWhatIsSaid(Pair pair) {
        double metres = Distance.between(pair.one(), pair.other()).metres();
        double onEllipsoid = onEllipsoid(pair.one(), pair.other());

        assertEquals(onEllipsoid, metres, onEllipsoid * 0.0056, pair::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # from              | to                    | kilometres | may differ by
            0, 0                | 0, 1                  | 111.195    | 0.001
            0, 179.5            | 0, -179.5             | 111.195    | 0.001
            90, 0               | -90, 77               | 20015.114  | 0.001
            0, 0                | 90, 123               | 10007.557  | 0.001
            0, 0                | 0, 180                | 20015.114  | 0.001
            53.9, 27.56         | 53.9, 27.56           | 0          | 0
            # the example of many textbooks: Nashville to Los Angeles on a sphere of 6371 km
            36.12, -86.67       | 33.94, -118.40        | 2886.45    | 0.1
            # Land’s End to John o’ Groats on a sphere of 6371 km
            50.066389, -5.714722| 58.643889, -3.07      | 968.9      | 0.1
            # London to Paris, London to New York, as atlases have them
            51.5074, -0.1278    | 48.8566, 2.3522       | 344        | 1
            51.5074, -0.1278    | 40.7128, -74.0060     | 5570       | 10
            # Boston to Portland: 4164.193 km on the ellipsoid
            42.25, -71.116667   | 45.516667, -123.683333| 4164       | 23
            """)
    void knownDistances(String from, String to, double kilometres, double mayDiffer) {
        Point one = Point.typed(from).orElseThrow();
        Point other = Point.typed(to).orElseThrow();

        assertEquals(kilometres, Distance.between(one, other).kilometres(), mayDiffer);
    }

    @Test
    void nearerIsLess() {
        assertTrue(new Distance(1).compareTo(new Distance(2)) < 0);
    }

    /** The angle between two unit vectors, by their cross and dot products. */
    private static double angle(Point one, Point other) {
        double[] a = vector(one);
        double[] b = vector(other);
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        return Math.atan2(
                Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]),
                a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    private static double[] vector(Point point) {
        double north = Math.toRadians(point.latitude());
        double east = Math.toRadians(point.longitude());
        return new double[] {Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)};
    }

    /** T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review XXIII (1975), on WGS 84. */
    private static double onEllipsoid(Point one, Point other) {
        double a = 6_378_137;
        double f = 1 / 298.257223563;
        double b = a * (1 - f);
        double u1 = Math.atan((1 - f) * Math.tan(Math.toRadians(one.latitude())));
        double u2 = Math.atan((1 - f) * Math.tan(Math.toRadians(other.latitude())));
        double l = Math.toRadians(other.longitude() - one.longitude());
        l = Math.IEEEremainder(l, 2 * Math.PI);
        double lambda = l;
        for (int turn = 0; turn < 1000; turn++) {
            double x = Math.cos(u2) * Math.sin(lambda);
            double y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            double sinSigma = Math.sqrt(x * x + y * y);
            double cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            double sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            double cos2SigmaM = cos2Alpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
            double c = f / 16 * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
            double before = lambda;
            double inner = cos2SigmaM + c * cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1);
            lambda = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * inner);
            if (Math.abs(lambda - before) < 1e-12) {
                double k = cos2Alpha * (a * a - b * b) / (b * b);
                double bigA = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)));
                double bigB = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
                double third =
                        bigB / 6 * cos2SigmaM * (4 * sinSigma * sinSigma - 3) * (4 * cos2SigmaM * cos2SigmaM - 3);
                double delta = bigB
                        * sinSigma
                        * (cos2SigmaM + bigB / 4 * (cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1) - third));
                return b * bigA * (sigma - delta);
            }
        }
        throw new AssertionError("no solution for " + one + " and " + other);
    }
}
