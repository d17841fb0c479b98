package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.herald.media.FolderFiles;
import org.herald.media.MediaType;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.media.Renditions;
import org.herald.web.FileAnswer;

/** Answers with assets and their renditions, for routes that know who may read them and for how long they are kept. */
@Singleton
public final class AssetAnswers {

    static final String WHOLE = "{hash:[0-9a-f]{16}}/{name:[a-z0-9-]+[.][a-z0-9]+}";
    static final String SMALL = "{hash:[0-9a-f]{16}}/{width:[1-9][0-9]{2,3}}/{name:[a-z0-9-]+}.{format:webp|jpg}";

    private static final System.Logger LOG = System.getLogger(AssetAnswers.class.getName());

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final FolderFiles files;
    private final Renditions renditions;

    public AssetAnswers(FolderFiles files, Renditions renditions) {
        this.files = files;
        this.renditions = renditions;
    }

    /**
     * The file as it was given to us.
     *
     * @param keeping adds for how long the answer may be kept
     */
    Response whole(String hash, String name, HttpHeaders request, UnaryOperator<ResponseBuilder> keeping) {
        var file = files.find(hash).orElseThrow(() -> missing(hash, name));
        String type = typeOf(name.substring(name.lastIndexOf('.') + 1)).orElseThrow(NotFoundException::new);
        return keeping.apply(FileAnswer.of(file, type, hash, isText(type), request))
                .header("Content-Security-Policy", FileRoute.FILE_POLICY)
                .build();
    }

    /** Of an asset that the store knows; told once, and not at each request. */
    private NotFoundException missing(String hash, String name) {
        if (told.add(hash)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The file of " + name + " is missing, empty or no file: put back from a backup what begins with "
                            + hash + " in data/files.");
        }
        return new NotFoundException();
    }

    /** A rendition, for which nobody's thread is held while it is made; what stands in for one is kept for no time. */
    CompletionStage<Response> small(
            String hash, int width, String format, HttpHeaders request, UnaryOperator<ResponseBuilder> keeping) {
        if (!Rendition.WIDTHS.contains(width)) {
            throw new NotFoundException();
        }
        var rendition = new Rendition(hash, width, RenditionFormat.of(format).orElseThrow(NotFoundException::new));
        return renditions.find(rendition).thenApply(found -> {
            var shown = found.orElseThrow(NotFoundException::new);
            String name = shown.file().getFileName().toString();
            var answer = FileAnswer.of(shown.file(), shown.type().mediaTypeName(), name, false, request);
            return (shown.lasting() == Renditions.Lasting.FOR_NOW
                            ? answer.header("Cache-Control", "no-store")
                            : keeping.apply(answer))
                    .header("Content-Security-Policy", FileRoute.FILE_POLICY)
                    .build();
        });
    }

    /** Drawings are text and get smaller; other files are compressed already. */
    static boolean isText(String type) {
        return type.equals(MediaType.SVG.mediaTypeName());
    }

    private static Optional<String> typeOf(String ending) {
        return Arrays.stream(MediaType.values())
                .filter(type -> type.extension().equals(ending))
                .map(MediaType::mediaTypeName)
                .findFirst();
    }
}
