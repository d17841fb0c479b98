package org.herald.web;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page is sent as (RFC 9110, section 3.2): bytes of a media type, and how browsers may cache them.
 *
 * @param type the media type, with its character set
 * @param cacheControl what browsers may do with it; a cache in front is told by {@link PageHeaders}
 * @param headers further headers of every answer with it, such as {@code Link}
 */
public record Representation(String type, Buffer bytes, String cacheControl, Map<String, String> headers) {

    /** Cached, but asked for again each time. */
    static final String ASKED_AGAIN = "public, no-cache";

    /** The media type of pages. */
    public static final String HTML = "text/html;charset=UTF-8";

    /** Pictures, sound and archives are compressed already. */
    private static final Pattern COMPRESSIBLE =
            Pattern.compile("text/.*|[^;]*[/+](?:json|xml|javascript|x-ndjson)(?:;.*)?|application/json-seq.*");

    public Representation {
        headers = Map.copyOf(headers);
    }

    public static Representation html(String text) {
        return text(HTML, text);
    }

    /** Text of a media type, as UTF-8. */
    public static Representation text(String type, String text) {
        return new Representation(type, Buffer.buffer(text), ASKED_AGAIN, Map.of());
    }

    public static Representation binary(String type, byte[] bytes) {
        return new Representation(type, Buffer.buffer(bytes), ASKED_AGAIN, Map.of());
    }

    /** The same with another {@code Cache-Control}. */
    public Representation cached(String rule) {
        return new Representation(type, bytes, rule, headers);
    }

    /** The same with these headers besides. */
    public Representation with(Map<String, String> more) {
        return new Representation(type, bytes, cacheControl, more);
    }

    boolean isCompressible() {
        return COMPRESSIBLE.matcher(type).matches();
    }
}
