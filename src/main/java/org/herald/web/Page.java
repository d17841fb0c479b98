package org.herald.web;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * What one address answers to every reader. {@link PageResponse} makes bytes of it, and keeps it with what
 * {@link CurrentRequest} noted while it was made.
 *
 * @param status HTTP status (RFC 9110, section 15)
 * @param representation the whole of it
 */
public record Page(int status, Representation representation) {

    /** A page of HTML. */
    public Page(int status, String html) {
        this(status, Representation.html(html));
    }

    /** The whole page, of one that is text. */
    public String text() {
        return representation.bytes().toString(StandardCharsets.UTF_8);
    }

    public Response toResponse() {
        return Response.status(status)
                .type(representation.type())
                .header("Cache-Control", status == 200 ? representation.cacheControl() : "no-store")
                .entity(this)
                .build();
    }
}
