package org.herald.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The words and the lead picture of an item, as one revision keeps them. Texts are plain, the body is HTML; any text but
 * the headline may be empty.
 */
public record Content(
        String headline, String standfirst, @Nullable Picture picture, List<String> tags, Body body, Fields fields) {

    public Content {
        tags = List.copyOf(tags);
    }

    /** A content with nothing but headline and body. */
    public static Content of(String headline, Body body) {
        return new Content(headline, "", null, List.of(), body, Fields.NONE);
    }

    public Content withPicture(@Nullable Picture other) {
        return new Content(headline, standfirst, other, tags, body, fields);
    }

    public Content withBody(Body other) {
        return new Content(headline, standfirst, picture, tags, other, fields);
    }

    public Content withFields(Fields other) {
        return new Content(headline, standfirst, picture, tags, body, other);
    }

    /** The whole content as one JSON object by RFC 8785; parts that are empty are left out. */
    public String canonical() {
        var members = new TreeMap<String, JsonValue>();
        put(members, "headline", headline);
        put(members, "standfirst", standfirst);
        put(members, "body", body.html());
        if (!tags.isEmpty()) {
            members.put(
                    "tags",
                    new JsonValue.Values(
                            tags.stream().<JsonValue>map(JsonValue.Text::new).toList()));
        }
        if (picture != null) {
            var parts = new TreeMap<String, JsonValue>();
            put(parts, "asset", picture.asset().toString());
            put(parts, "alt", picture.alt());
            put(parts, "caption", picture.caption());
            put(parts, "credit", picture.credit());
            members.put("picture", new JsonValue.Members(parts));
        }
        if (!fields.values().isEmpty()) {
            members.put("fields", new JsonValue.Members(fields.values()));
        }
        return new JsonValue.Members(members).canonical();
    }

    private static void put(Map<String, JsonValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new JsonValue.Text(text));
        }
    }

    /** SHA-256 of the UTF-8 bytes of {@link #canonical()}, in hexadecimal: equal exactly when two contents are. */
    public String digest() {
        try {
            byte[] bytes = canonical().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** What it shows and links to: {@code asset:7}, {@code item:12}. */
    public Set<String> named() {
        var named = new LinkedHashSet<>(body.named());
        if (picture != null) {
            named.add(picture.asset().named());
        }
        return named;
    }
}
