package org.herald.site.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.herald.model.kind.JsonValue;

/** JSON as it is sent (RFC 8259), in UTF-8. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** An object with these members in their order. */
    public static byte[] of(Map<String, JsonValue> members) {
        return document(json -> write(members, json));
    }

    static byte[] document(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writer.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory", impossible);
        }
        return bytes.toByteArray();
    }

    static void write(Map<String, JsonValue> members, JsonGenerator json) throws IOException {
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
            case JsonValue.Decimal(var number) -> json.writeNumber(number.toPlainString());
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
