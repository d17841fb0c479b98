package org.herald.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.herald.web.FileHeaders;

/** Pictures in the widths and formats that readers' browsers choose from. */
@Path("/")
public class RenditionRoute {

    private final AssetAnswers assets;
    private final PublicFiles shown;
    private final FileHeaders headers;

    public RenditionRoute(AssetAnswers assets, PublicFiles shown, FileHeaders headers) {
        this.assets = assets;
        this.shown = shown;
        this.headers = headers;
    }

    @GET
    @Blocking
    @Path("assets/" + AssetAnswers.SMALL)
    public CompletionStage<Response> get(
            @PathParam("hash") String hash,
            @PathParam("width") int width,
            @PathParam("format") String format,
            @Context HttpHeaders request) {
        var naming = shown.naming(hash).orElseThrow(NotFoundException::new);
        return assets.small(
                hash, width, format, request, answer -> headers.add(answer, naming.key(), naming.untilAt()));
    }
}
