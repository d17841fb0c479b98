package org.herald.web;

import jakarta.ws.rs.core.Response;

/**
 * What one address answers to every reader. {@link PageSending} makes bytes of it, and keeps it with what {@link MadeFrom}
 * noted while it was made.
 *
 * @param status HTTP status (RFC 9110, section 15)
 * @param html the whole page
 */
public record Page(int status, String html) {

    public Response toResponse() {
        return Response.status(status)
                .type(KeptPage.TYPE)
                .header("Cache-Control", status == 200 ? "public, no-cache" : "no-store")
                .entity(this)
                .build();
    }
}
