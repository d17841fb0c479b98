package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.geo.Area;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlines of maps: what is right is read, and what is wrong stops the start with its place and a way out. */
final class MapFilesTest {

    private static final String SQUARE = "[[24,51],[30,51],[30,56],[24,56],[24,51]]";

    private final Path site;

    MapFilesTest(@TempDir Path site) throws IOException {
        this.site = site;
        Files.createDirectory(site.resolve("map"));
    }

    private Outlines read(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(site.resolve("map").resolve(file.getKey()), file.getValue());
        }
        return MapFiles.read(site);
    }

    private static String region(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    @Test
    void aPortalWithoutFilesHasNoOutlines() throws IOException {
        assertEquals(Outlines.NONE, read(Map.of()));
        Files.delete(site.resolve("map"));
        assertEquals(Outlines.NONE, MapFiles.read(site));
    }

    @Test
    void theCountryAndItsRegionsAreRead() throws IOException {
        var outlines = read(Map.of(
                "country.geojson",
                region("{}", polygon(SQUARE)),
                "regions.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[\n"
                        + region("{\"region\":\"west\",\"name\":{\"en\":\"West\",\"ru\":\"Запад\"}}", polygon(SQUARE))
                        + ",\n"
                        + region(
                                "{\"region\":\"isles\",\"name\":\"Isles\"}",
                                "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + SQUARE + "],[" + SQUARE + "]]}")
                        + "]}"));

        assertEquals(1, outlines.country().size());
        assertEquals(
                List.of("west", "isles"),
                outlines.areas().stream().map(Area::word).toList());
        Area west = outlines.area("west").orElseThrow();
        assertEquals(Optional.of("Запад"), west.names().in(new Language("ru")));
        assertTrue(west.contains(new Point(53, 27)));
        assertTrue(!west.contains(new Point(53, 31)) && !west.contains(new Point(57, 27)));
        assertEquals(
                Optional.of("Isles"),
                outlines.area("isles").orElseThrow().names().in(new Language("be")));
        assertEquals(2, outlines.area("isles").orElseThrow().rings().size());
    }

    @Test
    void theOutlinesOfTheSampleAreRead() {
        var outlines = MapFiles.read(Path.of("src/main/resources/sample"));

        assertEquals(
                "minsk", outlines.around(new Point(53.9, 27.56)).orElseThrow().word());
        assertEquals(
                "brest", outlines.around(new Point(52.1, 23.7)).orElseThrow().word());
        assertEquals(Optional.empty(), outlines.around(new Point(52.23, 21.01)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"Feature"                                       | line 1, column 18: this is not JSON
            [1,2]                                                   | this is not GeoJSON
            {"type":"FeatureCollection","features":[]}              | there is no feature in the file
            {"type":"Topology"}                                     | here must stand a GeoJSON "Feature", and not "Topology"
            {"type":"FeatureCollection","features":[7]}             | line 1, column 41: here must stand a GeoJSON "Feature"
            {"type":"FeatureCollection","crs":{},"features":[]}     | "crs" names other coordinates
            {"type":"Feature","type":"Feature"}                     | Duplicate field 'type'
            FEATURE {"region":"a","name":"A"} {"type":"Point","coordinates":[1,2]}  | a "Polygon" or a "MultiPolygon", and not a "Point"
            FEATURE {"region":"a","name":"A"} null                  | is a "Polygon" or a "MultiPolygon".
            FEATURE {"region":"a","name":"A"} {"type":"Polygon","coordinates":[]}  | the outline has no "coordinates"
            FEATURE {"region":"a","name":"A"} {"type":"Polygon","coordinates":[[[53,127],[30,51],[30,56],[53,127]]]} | the position [53,127] is not on the Earth
            FEATURE {"region":"a","name":"A"} {"type":"Polygon","coordinates":[[["24","51"],[30,51],[30,56],[24,51]]]} | the position ["24","51"] is not on the Earth
            FEATURE {"region":"a","name":"A"} {"type":"Polygon","coordinates":[[[24,51],[30,51],[24,51]]]} | a ring has at least four positions, and its last is its first; one has 3.
            FEATURE {"region":"a","name":"A"} {"type":"Polygon","coordinates":[[[24,51],[30,51],[30,56],[24,56]]]} | one has 4 and is not closed
            FEATURE {"name":"A"} SQUARE                             | "region": "brest"
            FEATURE {"region":"Брэст","name":"A"} SQUARE            | "Брэст" is none
            FEATURE {"region":"a"} SQUARE                           | the region has no name
            FEATURE {"region":"a","name":{"en":1}} SQUARE           | and not "en"
            FEATURE {"region":"a","name":{"English":"A"}} SQUARE    | and not "English"
            TWICE                                                   | the region "a" is there already, in
            DEEP                                                    | this is not JSON
            """)
    void whatIsWrongStopsTheStartWithItsPlaceAndAWayOut(String text, String message) {
        String square = polygon(SQUARE);
        String region = region("{\"region\":\"a\",\"name\":\"A\"}", square);
        String file = switch (text) {
            case "TWICE" -> "{\"type\":\"FeatureCollection\",\"features\":[" + region + ",\n" + region + "]}";
            case "DEEP" -> "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
            default ->
                text.startsWith("FEATURE")
                        ? region(text.split(" ", 3)[1], text.split(" ", 3)[2].replace("SQUARE", square))
                        : text;
        };

        var fault = assertThrows(SettingsFault.class, () -> read(Map.of("regions.geojson", file)));

        assertTrue(String.valueOf(fault.getMessage()).contains(message), fault::getMessage);
        assertTrue(String.valueOf(fault.getMessage()).contains("regions.geojson"), fault::getMessage);
    }
}
