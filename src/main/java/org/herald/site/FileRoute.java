package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.herald.config.Settings;
import org.herald.media.MediaType;
import org.herald.web.FileAnswer;
import org.herald.web.FileHeaders;
import org.herald.web.Page;
import org.herald.web.Representation;

/** The files that pages show: assets by the hash of their bytes, while something shows them, and those of the theme. */
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

    private static final String MAP_SCRIPT = ours("/site/map.js");

    private final AssetAnswers assets;
    private final PublicFiles shown;
    private final FileHeaders headers;
    private final Settings settings;

    public FileRoute(AssetAnswers assets, PublicFiles shown, FileHeaders headers, Settings settings) {
        this.assets = assets;
        this.shown = shown;
        this.headers = headers;
        this.settings = settings;
    }

    @GET
    @Path("assets/" + AssetAnswers.WHOLE)
    public Response asset(
            @PathParam("hash") String hash, @PathParam("name") String name, @Context HttpHeaders request) {
        var naming = shown.naming(hash).orElseThrow(NotFoundException::new);
        return assets.whole(hash, name, request, answer -> headers.add(answer, naming.key(), naming.untilAt()));
    }

    @GET
    @Path("theme/{name:[A-Za-z0-9_-]+[.][a-z0-9]+}")
    public Response theme(@PathParam("name") String name, @Context HttpHeaders request) {
        var file = settings.themeFolder().resolve(name);
        String type = THEME_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !Files.isRegularFile(file)) {
            throw new NotFoundException();
        }
        return FileAnswer.of(file, type, state(file.toFile()), AssetAnswers.isText(type), request)
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", FILE_POLICY)
                .build();
    }

    /** The script that moves maps under fingers, mouse and wheel; pages with such a map name it, no others. */
    @GET
    @Path("map.js")
    public Response mapScript() {
        return new Page(200, Representation.text("text/javascript;charset=UTF-8", MAP_SCRIPT)).toResponse();
    }

    @GET
    @Path("favicon.svg")
    public Response favicon(@Context HttpHeaders request) {
        return Files.isRegularFile(settings.themeFolder().resolve("favicon.svg"))
                ? theme("favicon.svg", request)
                : ours();
    }

    /** What tells one state of a file that may be changed from the next: when it was written, and how long it is. */
    private static String state(File file) {
        return Long.toHexString(file.lastModified()) + "-" + Long.toHexString(file.length());
    }

    private static String ours(String name) {
        try (InputStream stream = FileRoute.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The product has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read " + name, fault);
        }
    }

    /** The mark of portals whose theme has none. */
    private static Response ours() {
        return Response.ok(FileRoute.class.getResourceAsStream("/site/favicon.svg"), MediaType.SVG.mediaTypeName())
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", FILE_POLICY)
                .build();
    }
}
