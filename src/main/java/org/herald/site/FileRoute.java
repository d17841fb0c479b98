package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.herald.Settings;
import org.herald.media.FolderFiles;
import org.herald.media.MediaType;
import org.herald.web.FileAnswer;

/** The files that pages show: assets by the hash of their bytes, which never change, and those of the theme. */
@Path("/")
public class FileRoute {

    private static final Map<String, String> THEME_TYPES = Map.of(
            "svg", MediaType.SVG.mediaTypeName(),
            "png", MediaType.PNG.mediaTypeName(),
            "jpg", MediaType.JPEG.mediaTypeName(),
            "webp", MediaType.WEBP.mediaTypeName(),
            "woff2", "font/woff2");
    /** What an SVG opened by itself may do: draw with its own styles, and nothing else. */
    static final String FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** For what never changes. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final FolderFiles files;
    private final Settings settings;

    public FileRoute(FolderFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    @GET
    @Path("assets/{hash:[0-9a-f]{16}}/{name:[a-z0-9-]+[.][a-z0-9]+}")
    public Response asset(
            @PathParam("hash") String hash, @PathParam("name") String name, @Context HttpHeaders request) {
        var file = files.find(hash).orElseThrow(NotFoundException::new);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = typeOf(ending).orElseThrow(NotFoundException::new);
        return FileAnswer.of(file, type, hash, isText(type), request)
                .header("Cache-Control", FOR_EVER)
                .header("Content-Security-Policy", FILE_POLICY)
                .build();
    }

    @GET
    @Path("theme/{name:[A-Za-z0-9_-]+[.][a-z0-9]+}")
    public Response theme(@PathParam("name") String name, @Context HttpHeaders request) {
        var file = settings.themeFolder().resolve(name);
        String type = THEME_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !Files.isRegularFile(file)) {
            throw new NotFoundException();
        }
        return FileAnswer.of(file, type, state(file.toFile()), isText(type), request)
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", FILE_POLICY)
                .build();
    }

    @GET
    @Path("favicon.svg")
    public Response favicon(@Context HttpHeaders request) {
        return Files.isRegularFile(settings.themeFolder().resolve("favicon.svg"))
                ? theme("favicon.svg", request)
                : ours();
    }

    /** Drawings are text and get smaller; other files are compressed already. */
    private static boolean isText(String type) {
        return type.equals(MediaType.SVG.mediaTypeName());
    }

    /** What tells one state of a file that may be changed from the next: when it was written, and how long it is. */
    private static String state(File file) {
        return Long.toHexString(file.lastModified()) + "-" + Long.toHexString(file.length());
    }

    /** The mark of portals whose theme has none. */
    private static Response ours() {
        return Response.ok(FileRoute.class.getResourceAsStream("/site/favicon.svg"), MediaType.SVG.mediaTypeName())
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", FILE_POLICY)
                .build();
    }

    private static Optional<String> typeOf(String ending) {
        return Arrays.stream(MediaType.values())
                .filter(type -> type.extension().equals(ending))
                .map(MediaType::mediaTypeName)
                .findFirst();
    }
}
