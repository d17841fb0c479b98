package org.herald.site.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.Point;
import org.herald.model.kind.JsonValue;
import org.jspecify.annotations.Nullable;

/** Entries as a collection of GeoJSON (RFC 7946), for maps elsewhere. */
public final class GeoJson {

    /** The media type of RFC 7946, section 12. */
    public static final String TYPE = "application/geo+json";

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * An entry.
     *
     * @param id its address, which identifies it
     * @param place null when it has no coordinates: it is then a feature without geometry (section 3.2)
     * @param properties in their order
     */
    public record Feature(String id, @Nullable Point place, Map<String, JsonValue> properties) {}

    private GeoJson() {}

    /** The whole document, in UTF-8. */
    public static byte[] of(List<Feature> features) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            bounds(features, json);
            json.writeArrayFieldStart("features");
            for (Feature feature : features) {
                write(feature, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory", impossible);
        }
        return bytes.toByteArray();
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
        write(feature.properties(), json);
        json.writeEndObject();
    }

    private static void write(Map<String, JsonValue> members, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            write(member.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void write(JsonValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case JsonValue.Text(String text) -> json.writeString(text);
            case JsonValue.Flag(boolean isSet) -> json.writeBoolean(isSet);
            case JsonValue.Values(var values) -> {
                json.writeStartArray();
                for (JsonValue each : values) {
                    write(each, json);
                }
                json.writeEndArray();
            }
            case JsonValue.Members(var members) -> write(members, json);
        }
    }
}
