package org.herald.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.JsonValue.Members;
import org.herald.model.kind.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/** Reads contents and fields that were stored as {@link JsonValue#canonical() canonical JSON}. */
final class StoredContent {

    /** What was written is read, however long: its length was bounded when it was written. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final String NONE = "{}";

    private StoredContent() {}

    /** Of a column with {@link Fields#canonical()}. */
    static Fields fields(String json) {
        return json.equals(NONE) ? Fields.NONE : new Fields(members(json));
    }

    /** Of a column with {@link Content#canonical()}. */
    static Content content(String json) {
        var members = members(json);
        return new Content(
                text(members, "headline"),
                text(members, "standfirst"),
                picture(members.get("picture")),
                members.get("tags") instanceof JsonValue.Values(List<JsonValue> tags)
                        ? tags.stream()
                                .filter(Text.class::isInstance)
                                .map(tag -> ((Text) tag).text())
                                .toList()
                        : List.of(),
                new Body(text(members, "body")),
                members.get("fields") instanceof Members(var fields) ? new Fields(fields) : Fields.NONE);
    }

    private static @Nullable Picture picture(@Nullable JsonValue value) {
        return value instanceof Members(var parts)
                ? new Picture(
                        new AssetId(Long.parseLong(text(parts, "asset"))),
                        text(parts, "alt"),
                        text(parts, "caption"),
                        text(parts, "credit"))
                : null;
    }

    private static String text(SortedMap<String, JsonValue> members, String name) {
        return members.get(name) instanceof Text(String text) ? text : "";
    }

    private static SortedMap<String, JsonValue> members(String json) {
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            if (value(parser) instanceof Members(var members)) {
                return members;
            }
        } catch (IOException fault) {
            throw new IllegalStateException("A stored object is no JSON: " + excerpt(json), fault);
        }
        throw new IllegalStateException("A stored object is none: " + excerpt(json));
    }

    private static String excerpt(String json) {
        return json.length() <= 80 ? json : json.substring(0, 80) + "…";
    }

    /** The value at whose first token the parser stands; it ends at its last one. */
    private static JsonValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            case START_ARRAY -> {
                var values = new ArrayList<JsonValue>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield new JsonValue.Values(values);
            }
            case START_OBJECT -> {
                var members = new TreeMap<String, JsonValue>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new Members(members);
            }
            case null, default -> throw new IOException("Fields have no " + parser.currentToken());
        };
    }
}
