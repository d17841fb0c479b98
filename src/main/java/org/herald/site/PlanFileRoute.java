package org.herald.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.herald.model.PreviewKey;

/** The files on readers' pages as they are planned, for whoever has the secret of their preview. */
@Path("/preview/portal/{secret:[A-Za-z0-9_-]{43}}/assets")
public class PlanFileRoute {

    private final PreviewFiles previews;
    private final AssetAnswers assets;

    public PlanFileRoute(PreviewFiles previews, AssetAnswers assets) {
        this.previews = previews;
        this.assets = assets;
    }

    @GET
    @Path(AssetAnswers.WHOLE)
    public Response whole(
            @PathParam("secret") String secret,
            @PathParam("hash") String hash,
            @PathParam("name") String name,
            @Context HttpHeaders request) {
        previews.requireOfPlan(new PreviewKey(secret), hash);
        return assets.whole(hash, name, request, PreviewFiles::secret);
    }

    @GET
    @Blocking
    @Path(AssetAnswers.SMALL)
    public CompletionStage<Response> small(
            @PathParam("secret") String secret,
            @PathParam("hash") String hash,
            @PathParam("width") int width,
            @PathParam("format") String format,
            @Context HttpHeaders request) {
        previews.requireOfPlan(new PreviewKey(secret), hash);
        return assets.small(hash, width, format, request, PreviewFiles::secret);
    }
}
