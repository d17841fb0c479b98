package org.herald.web;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.herald.model.PageKey;

/**
 * What one address answers. {@link PageSending} makes bytes of it.
 *
 * @param status HTTP status (RFC 9110, section 15)
 * @param html the whole page
 * @param keys what it was made from; when one of them changes the page is made anew
 */
public record Page(int status, String html, Set<PageKey> keys) {

    public Page {
        keys = Set.copyOf(keys);
    }

    public Response toResponse() {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", status == 200 ? "public, no-cache" : "no-store")
                .entity(this)
                .build();
    }
}
