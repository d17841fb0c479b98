package org.herald.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.media.Renditions;
import org.herald.web.FileAnswer;

/** Pictures in the widths and formats that readers' browsers choose from. */
@Path("/")
public class RenditionRoute {

    private final Renditions renditions;

    public RenditionRoute(Renditions renditions) {
        this.renditions = renditions;
    }

    /** Nobody's thread is held while a rendition is made. */
    @GET
    @Blocking
    @Path("assets/{hash:[0-9a-f]{16}}/{width:[1-9][0-9]{2,3}}/{name:[a-z0-9-]+}.{format:webp|jpg}")
    public CompletionStage<Response> get(
            @PathParam("hash") String hash,
            @PathParam("width") int width,
            @PathParam("format") String format,
            @Context HttpHeaders request) {
        if (!Rendition.WIDTHS.contains(width)) {
            throw new NotFoundException();
        }
        var rendition = new Rendition(hash, width, RenditionFormat.of(format).orElseThrow(NotFoundException::new));
        return renditions.find(rendition).thenApply(found -> answer(found, request));
    }

    private static Response answer(Optional<Renditions.Shown> found, HttpHeaders request) {
        var shown = found.orElseThrow(NotFoundException::new);
        String name = shown.file().getFileName().toString();
        return FileAnswer.of(shown.file(), shown.type().mediaTypeName(), name, false, request)
                .header(
                        "Cache-Control",
                        switch (shown.lasting()) {
                            case FOR_EVER -> FileRoute.FOR_EVER;
                            case FOR_LONG -> "public, max-age=86400";
                            case FOR_NOW -> "no-store";
                        })
                .header("Content-Security-Policy", FileRoute.FILE_POLICY)
                .build();
    }
}
