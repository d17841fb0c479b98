package org.herald.media;

import java.util.List;
import org.herald.model.Asset;

/**
 * A picture in one of the widths and formats that readers are offered.
 *
 * @param hash the beginning of the hash of the original's bytes, as addresses have it
 * @param width one of {@link #WIDTHS}; the picture itself is narrower where its original is
 */
public record Rendition(String hash, int width, RenditionFormat format) {

    /** There are no others, so that nobody can fill the disk by asking for them. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 960, 1280, 1920);

    private static final int HASH_LENGTH = 16;

    public Rendition {
        if (!WIDTHS.contains(width)) {
            throw new IllegalArgumentException("No rendition is so wide: " + width);
        }
    }

    /** The widths in which a picture is offered: those narrower than itself, and the next, which is itself. */
    public static List<Integer> widths(int own) {
        return WIDTHS.stream().filter(width -> isOffered(width, own)).toList();
    }

    static boolean isOffered(int width, int own) {
        int place = WIDTHS.indexOf(width);
        return place == 0 || (place > 0 && WIDTHS.get(place - 1) < own);
    }

    /** How wide it becomes for an original of this width: never wider. */
    public static int actual(int width, int own) {
        return Math.min(width, own);
    }

    /** True when there are renditions of this file: it is a picture made of pixels, and its size is known. */
    public static boolean isMadeOf(Asset asset) {
        boolean isPhoto = asset.mediaType().equals(MediaType.JPEG.mediaTypeName())
                || asset.mediaType().equals(MediaType.PNG.mediaTypeName())
                || asset.mediaType().equals(MediaType.WEBP.mediaTypeName())
                || isAnimation(asset);
        return asset.isPresent() && isPhoto && asset.width() > 0 && asset.height() > 0;
    }

    /** True for a GIF: what does not move was made a PNG when it was taken. Its renditions are its first frame, still. */
    public static boolean isAnimation(Asset asset) {
        return asset.mediaType().equals(MediaType.GIF.mediaTypeName());
    }

    /** The address of a rendition of this file, which is here. */
    public static String path(Asset asset, int width, RenditionFormat format) {
        String stem = asset.name().replaceFirst("[.][a-z0-9]+$", "");
        return "/assets/" + asset.hash().substring(0, HASH_LENGTH) + "/" + width + "/" + stem + "."
                + format.extension();
    }

    /** The name of its file. */
    String fileName() {
        return hash + "-" + width + "." + format.extension();
    }
}
