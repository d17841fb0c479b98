package org.herald.newsroom.writing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.herald.media.FolderFiles;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.media.Renditions;
import org.herald.model.Asset;
import org.herald.model.Outcome;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.web.FileAnswer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Pictures for texts: brought in, found again, and shown to those who write, whether readers see them or not. */
@Path("/newsroom/pictures")
public class PictureRoute {

    private static final String DRAWING = "image/svg+xml";
    private static final int OF_THE_ADDRESS = 16;
    /** Only the browser of the person signed in keeps them, and asks again once an hour whether they still may be seen. */
    private static final String FOR_AN_HOUR = "private, max-age=3600";
    /** What an SVG opened by itself may do: draw with its own styles, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final PictureShelf shelf;
    private final FolderFiles files;
    private final Renditions renditions;
    private final NewsroomFrames frames;

    public PictureRoute(PictureShelf shelf, FolderFiles files, Renditions renditions, NewsroomFrames frames) {
        this.shelf = shelf;
        this.files = files;
        this.renditions = renditions;
        this.frames = frames;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(@RestForm("file") @Nullable FileUpload file) {
        return switch (shelf.take(file)) {
            case Outcome.Done<Asset>(var asset) -> Screen.json(200, toJson(asset));
            case Outcome.Refused<Asset>(var reasons) ->
                Screen.json(422, Map.of("message", String.join(" ", Reasons.say(frames.words(), reasons))));
        };
    }

    /**
     * The pictures that are here, a part at a time.
     *
     * @param type {@code any} for files that are no pictures, too
     */
    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response list(
            @QueryParam("q") @DefaultValue("") String name,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("type") @DefaultValue("") String type) {
        var found = type.equals("any") ? shelf.files(name, before) : shelf.pictures(name, before);
        return Screen.json(200, found.stream().map(PictureRoute::toJson).toList());
    }

    /**
     * A picture.
     *
     * @param width of the rendition that is enough, one of {@link Rendition#WIDTHS}; otherwise the picture itself
     */
    @GET
    @Blocking
    @Needs(Permission.DESK)
    @Path("{id:[0-9]{1,18}}")
    public CompletionStage<Response> get(
            @PathParam("id") long id, @QueryParam("width") @DefaultValue("0") int width, @Context HttpHeaders request) {
        var asset = shelf.require(id);
        String hash = asset.hash().substring(0, OF_THE_ADDRESS);
        var file = files.find(hash).orElseThrow(Refusal::notThere);
        if (!Rendition.WIDTHS.contains(width) || !Rendition.isMadeOf(asset)) {
            return CompletableFuture.completedFuture(whole(asset, file, hash, request));
        }
        return renditions
                .find(new Rendition(hash, width, RenditionFormat.WEBP))
                .thenApply(found ->
                        found.map(shown -> small(shown, request)).orElseGet(() -> whole(asset, file, hash, request)));
    }

    private static Response whole(Asset asset, java.nio.file.Path file, String hash, HttpHeaders request) {
        return FileAnswer.of(file, asset.mediaType(), hash, asset.mediaType().equals(DRAWING), request)
                .header("Cache-Control", FOR_AN_HOUR)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static Response small(Renditions.Shown shown, HttpHeaders request) {
        boolean lasts = shown.lasting() == Renditions.Lasting.FOR_EVER;
        String name = shown.file().getFileName().toString();
        return FileAnswer.of(shown.file(), shown.type().mediaTypeName(), name, false, request)
                .header("Cache-Control", lasts ? FOR_AN_HOUR : "no-store")
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static Map<String, Object> toJson(Asset asset) {
        var told = new LinkedHashMap<String, Object>();
        told.put("asset", asset.id().value());
        told.put("width", asset.width());
        told.put("height", asset.height());
        told.put("name", asset.name());
        told.put("picture", asset.isPicture());
        return told;
    }
}
