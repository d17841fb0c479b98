package org.herald.site.directory;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.Point;
import org.herald.model.kind.JsonValue;
import org.jspecify.annotations.Nullable;

/** Entries as GeoJSON (RFC 7946), for maps elsewhere: some as a collection, or one. */
public final class GeoJson {

    /** The media type of RFC 7946, section 12. */
    public static final String TYPE = "application/geo+json";

    /**
     * An entry.
     *
     * @param id its address, which identifies it
     * @param place null when it has no coordinates: it is then a feature without geometry (section 3.2)
     * @param properties in their order
     */
    public record Feature(String id, @Nullable Point place, Map<String, JsonValue> properties) {}

    private GeoJson() {}

    /** A collection, in UTF-8. */
    public static byte[] of(List<Feature> features) {
        return JsonText.document(json -> {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            bounds(features, json);
            json.writeArrayFieldStart("features");
            for (Feature feature : features) {
                write(feature, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** One feature alone, in UTF-8. */
    public static byte[] of(Feature feature) {
        return JsonText.document(json -> write(feature, json));
    }

    /** Section 5: west, south, east, north; west is greater than east across the date line. */
    private static void bounds(List<Feature> features, JsonGenerator json) throws IOException {
        Optional<Bounds> bounds = Bounds.around(features.stream()
                .flatMap(feature -> Optional.ofNullable(feature.place()).stream())
                .toList());
        if (bounds.isPresent()) {
            json.writeArrayFieldStart("bbox");
            for (double side : List.of(
                    bounds.get().west(),
                    bounds.get().south(),
                    bounds.get().east(),
                    bounds.get().north())) {
                json.writeNumber(side);
            }
            json.writeEndArray();
        }
    }

    private static void write(Feature feature, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id());
        json.writeFieldName("geometry");
        Point place = feature.place();
        if (place == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringField("type", "Point");
            json.writeArrayFieldStart("coordinates");
            json.writeNumber(place.longitude());
            json.writeNumber(place.latitude());
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeFieldName("properties");
        JsonText.write(feature.properties(), json);
        json.writeEndObject();
    }
}
