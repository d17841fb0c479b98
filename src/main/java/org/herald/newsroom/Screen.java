package org.herald.newsroom;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import org.herald.model.geo.MapTiles;

/** Makes the answers of the newsroom: pages that nobody keeps, and where to go after something was done. */
public final class Screen {

    /** Script and style come from our own files; pictures also from what a person is about to upload. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' blob: data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private Screen() {}

    /** The policy of the newsroom's pages: pictures of the tile server of maps, too, where the portal has one. */
    public static String policy(MapTiles tiles) {
        return tiles.origin()
                .map(origin -> POLICY.replace("img-src 'self'", "img-src 'self' " + origin))
                .orElse(POLICY);
    }

    public static Response of(TemplateInstance page) {
        return of(200, page);
    }

    public static Response of(int status, TemplateInstance page) {
        return closed(Response.status(status))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }

    /** An answer to a script of ours. */
    public static Response json(int status, Object values) {
        return closed(Response.status(status))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(values))
                .build();
    }

    /** A file that the browser keeps under this name. */
    public static Response file(StreamingOutput text, String type, String name) {
        return closed(Response.ok(text, type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /**
     * What was posted is done; the browser reads this page of ours next (RFC 9110, section 15.4.4). Its address is relative:
     * a proxy in front of us may speak https where we do not.
     */
    public static Response goTo(String path) {
        return closed(Response.status(Response.Status.SEE_OTHER))
                .header(HttpHeaders.LOCATION, URI.create(path).toASCIIString())
                .build();
    }

    /** True for a request by a script of ours, which wants values and not a page. */
    public static boolean isScript(MultivaluedMap<String, String> headers) {
        String accept = headers.getFirst("Accept");
        return accept != null && accept.startsWith(MediaType.APPLICATION_JSON);
    }

    private static Response.ResponseBuilder closed(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store");
    }
}
