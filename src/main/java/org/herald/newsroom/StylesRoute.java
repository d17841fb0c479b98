package org.herald.newsroom;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The newsroom's scripts and styles; their addresses name their state, so that browsers keep them for ever. */
@Path("/newsroom/assets")
public class StylesRoute {

    private final Styles styles;

    public StylesRoute(Styles styles) {
        this.styles = styles;
    }

    @GET
    @Open
    @Path("{version:[0-9a-f]{12}}/{name:[a-z]+[.][a-z]+}")
    public Response get(@PathParam("version") String version, @PathParam("name") String name) {
        var file = styles.find(name).orElseThrow(Refusal::notThere);
        boolean isNewest = version.equals(styles.version());
        return Response.ok(file, Styles.typeOf(name))
                .header("Cache-Control", isNewest ? "public, max-age=31536000, immutable" : "no-store")
                .build();
    }
}
