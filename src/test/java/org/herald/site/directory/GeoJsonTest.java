package org.herald.site.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.geo.Point;
import org.herald.model.kind.JsonValue;
import org.junit.jupiter.api.Test;

/** GeoJSON by RFC 7946: the longitude first, null for what has no place, bounds across the date line. */
final class GeoJsonTest {

    @Test
    void entriesAreFeaturesWithTheirProperties() {
        var properties = new LinkedHashMap<String, JsonValue>();
        properties.put("name", new JsonValue.Text("Mir “Castle” </script>"));
        properties.put("free", new JsonValue.Flag(false));
        properties.put("type", new JsonValue.Values(List.of(new JsonValue.Text("castle"))));
        properties.put("address", JsonValue.Members.of(Map.of("locality", new JsonValue.Text("Мір"))));

        assertEquals(
                "{\"type\":\"FeatureCollection\",\"bbox\":[26.4728,53.4512,26.4728,53.4512],\"features\":["
                        + "{\"type\":\"Feature\",\"id\":\"https://example.org/en/mir\",\"geometry\":{\"type\":\"Point\","
                        + "\"coordinates\":[26.4728,53.4512]},\"properties\":{\"name\":\"Mir “Castle” </script>\","
                        + "\"free\":false,\"type\":[\"castle\"],\"address\":{\"locality\":\"Мір\"}}},"
                        + "{\"type\":\"Feature\",\"id\":\"/b\",\"geometry\":null,\"properties\":{}}]}",
                text(List.of(
                        new GeoJson.Feature("https://example.org/en/mir", new Point(53.4512, 26.4728), properties),
                        new GeoJson.Feature("/b", null, Map.of()))));
    }

    @Test
    void noEntriesAreAnEmptyCollection() {
        assertEquals("{\"type\":\"FeatureCollection\",\"features\":[]}", text(List.of()));
    }

    @Test
    void boundsAcrossTheDateLineHaveAWesternEdgeThatIsGreater() throws IOException {
        var json = JsonMapper.builder()
                .build()
                .readTree(GeoJson.of(List.of(
                        new GeoJson.Feature("/a", new Point(-18, 178), Map.of()),
                        new GeoJson.Feature("/b", new Point(-14, -172), Map.of()))));

        assertEquals("[178.0,-18.0,-172.0,-14.0]", json.path("bbox").toString());
    }

    private static String text(List<GeoJson.Feature> features) {
        return new String(GeoJson.of(features), StandardCharsets.UTF_8);
    }
}
