package org.herald.model.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.herald.model.kind.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points as they are stored and typed, and what bounds them. */
final class BoundsTest {

    @Test
    void boundsHoldAllPointsAndNoMoreThanTheyNeed() {
        var bounds = Bounds.around(List.of(new Point(53.9, 27.56), new Point(52.1, 23.65), new Point(55.2, 30.2)));

        assertEquals(Optional.of(new Bounds(52.1, 23.65, 55.2, 30.2)), bounds);
    }

    @Test
    void pointsOnBothSidesOfTheDateLineAreBoundedAcrossIt() {
        var bounds = Bounds.around(List.of(new Point(-18, 178), new Point(-14, -172), new Point(-16, 179)))
                .orElseThrow();

        assertEquals(new Bounds(-18, 178, -14, -172), bounds);
        assertEquals(10, bounds.width());
        assertTrue(bounds.contains(new Point(-15, 180)));
        assertTrue(bounds.contains(new Point(-15, -180)));
        assertFalse(bounds.contains(new Point(-15, 0)));
    }

    @Test
    void noPointsHaveNoBoundsAndOnePointHasItself() {
        assertEquals(Optional.empty(), Bounds.around(List.of()));
        assertEquals(Optional.of(new Bounds(1, 2, 1, 2)), Bounds.around(List.of(new Point(1, 2))));
    }

    @Test
    void whatIsRoundedStillHoldsEveryPointAndIsReadAgain() {
        var random = new Random(4);
        for (int turn = 0; turn < 500; turn++) {
            var points = new ArrayList<Point>();
            for (int number = 0; number <= turn % 5; number++) {
                points.add(new Point(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180));
            }
            Bounds rounded = Bounds.around(points).orElseThrow().rounded();

            assertTrue(points.stream().allMatch(rounded::contains), () -> points + " in " + rounded);
            assertEquals(Optional.of(rounded), Bounds.parse(rounded.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "NaN,1,2,3",
                "91,0,92,1",
                "3,0,2,1",
                "0,181,1,182",
                "0,0,1,1e3",
                "0, 0, 1, 1",
                "0,0,1,99999999999999999999",
                "-91,0,0,1",
                "Infinity,0,1,1",
                "1,2,3,٤"
            })
    void whatIsNoBoundsIsNotRead(String text) {
        assertEquals(Optional.empty(), Bounds.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            53.9, 27.56                                     | 53.9      | 27.56
            53°54′N 27°34′E                                 | 53.9      | 27.566667
            https://www.openstreetmap.org/#map=15/53.9/27.5 | 53.9      | 27.5
            -33.85; 151.2                                   | -33.85    | 151.2
            """)
    void aPointIsTypedInAnyNotationOfTheField(String typed, double latitude, double longitude) {
        assertEquals(Optional.of(new Point(latitude, longitude)), Point.typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Minsk", "91, 0", "NaN, NaN", "53.9"})
    void whatIsNoPointIsNotRead(String typed) {
        assertEquals(Optional.empty(), Point.typed(typed));
    }

    @Test
    void aPointIsReadFromItsStoredValueAlone() {
        var stored = JsonValue.Members.of(
                Map.of("latitude", new JsonValue.Text("53.9"), "longitude", new JsonValue.Text("27.56")));

        assertEquals(Optional.of(new Point(53.9, 27.56)), Point.of(stored));
        assertEquals(Optional.empty(), Point.of(new JsonValue.Text("53.9, 27.56")));
        assertEquals(
                Optional.empty(),
                Point.of(JsonValue.Members.of(
                        Map.of("latitude", new JsonValue.Text("NaN"), "longitude", new JsonValue.Text("1")))));
    }

    @Test
    void nothingBeyondThePolesIsAPoint() {
        assertThrows(IllegalArgumentException.class, () -> new Point(90.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Point(0, -180.1));
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Bounds(2, 0, 1, 0));
        assertEquals(new Point(0, 0), new Point(-0.0, -0.0));
    }
}
