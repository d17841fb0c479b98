package org.herald.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.media.MediaType;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.model.Asset;

/**
 * Writes the element of a picture: WebP for browsers that take it, JPEG or the file itself for others, drawings as they are.
 * A story shows an animation, or its still to readers who want less motion; lists show the still.
 */
final class ImageTag {

    /** Of the renditions of pictures that are never shown large. */
    private static final int SMALL = 960;

    /** How wide the lines of a story are, in pixels. */
    private static final int LINES = 640;

    private static final int LARGE = Rendition.WIDTHS.getLast();

    private static final String EAGER = " fetchpriority=\"high\"";
    private static final String LAZY = " loading=\"lazy\" decoding=\"async\"";

    /** For readers who asked their system for less motion (Media Queries Level 5, section 12.1). */
    private static final String STILL = " media=\"(prefers-reduced-motion: reduce)\"";

    /** A moderate rendition for whoever reads no more than one address. */
    private static final int PLAIN = 960;

    /** Photographs narrower than a story's column are shown in their own width and not blown up. */
    private static final int COLUMN = 960;

    /** Photographs that are too small even for a card. */
    private static final int TINY = 320;

    /** From a shape of four to three on, a story shows a picture less wide than its column, so that it fits the screen. */
    private static final int TALL_WIDTH = 4;

    private static final int TALL_HEIGHT = 3;

    private final Asset asset;
    private final String path;

    /** @param path of the file, which is here */
    ImageTag(Asset asset, String path) {
        this.asset = asset;
        this.path = path;
    }

    int width() {
        return asset.width();
    }

    int height() {
        return asset.height();
    }

    /** @param alt escaped */
    String eager(String alt, String sizes) {
        return element(alt, isLittle() ? ownWidth() : sizes, LARGE, true, EAGER);
    }

    /** The same in a list, where nothing moves. */
    String lead(String alt, String sizes) {
        return element(alt, isLittle() ? ownWidth() : sizes, LARGE, false, EAGER);
    }

    /** A browser that has laid the page out already chooses by that. */
    String lazy(String alt, String sizes) {
        return element(alt, isLittle() ? ownWidth() : "auto, " + sizes, LARGE, true, LAZY);
    }

    String small(String alt, String sizes) {
        return element(alt, isTiny() ? ownWidth() : "auto, " + sizes, SMALL, false, LAZY);
    }

    /** @param mayMove false where an animation is shown by its still */
    private String element(String alt, String sizes, int most, boolean mayMove, String loading) {
        String rest = " alt=\"" + alt + "\"" + size() + style() + loading + ">";
        String plain = "<img src=\"" + Image.escape(path) + "\"";
        if (!Rendition.isMadeOf(asset)) {
            return plain + rest;
        }
        String webp = choice(RenditionFormat.WEBP, most, sizes);
        if (asset.mediaType().equals(MediaType.WEBP.mediaTypeName())) {
            return plain + webp + rest;
        }
        String image = asset.mediaType().equals(MediaType.JPEG.mediaTypeName())
                ? "<img src=\"" + address(plainWidth(), RenditionFormat.JPEG) + "\""
                        + choice(RenditionFormat.JPEG, most, sizes)
                : plain; // a JPEG could not be seen through
        String when = mayMove && Rendition.isAnimation(asset) ? STILL : "";
        return "<picture><source" + when + " type=\"image/webp\"" + webp + ">" + image + rest + "</picture>";
    }

    /** Where the whole picture can be seen; absent for one that a story shows in full size already. */
    Optional<String> full() {
        if (!Rendition.isMadeOf(asset)) {
            return Optional.of(path);
        }
        if (width() <= LINES) {
            return Optional.empty();
        }
        if (width() <= LARGE) {
            return Optional.of(path);
        }
        boolean isJpeg = asset.mediaType().equals(MediaType.JPEG.mediaTypeName());
        return Optional.of(address(LARGE, isJpeg ? RenditionFormat.JPEG : RenditionFormat.WEBP));
    }

    /** The address of a photo in a moderate size, and of any other picture. */
    String moderate() {
        boolean isJpeg = asset.mediaType().equals(MediaType.JPEG.mediaTypeName());
        return isJpeg && Rendition.isMadeOf(asset) ? address(plainWidth(), RenditionFormat.JPEG) : path;
    }

    private boolean isLittle() {
        return Rendition.isMadeOf(asset) && width() < COLUMN;
    }

    private boolean isTiny() {
        return Rendition.isMadeOf(asset) && width() <= TINY;
    }

    /** What the style has to know of its shape and size. */
    private String style() {
        var words = new ArrayList<String>();
        if (isLittle()) {
            words.add("little");
        }
        if (isTiny()) {
            words.add("tiny");
        }
        if (height() * TALL_WIDTH > width() * TALL_HEIGHT) {
            words.add("tall");
        }
        return words.isEmpty() ? "" : " class=\"" + String.join(" ", words) + "\"";
    }

    /** So that a browser takes the width of the file for that of the picture (HTML, section 4.8.4.2.2). */
    private String ownWidth() {
        return width() + "px";
    }

    private String size() {
        return width() > 0 && height() > 0 ? " width=\"" + width() + "\" height=\"" + height() + "\"" : "";
    }

    private String choice(RenditionFormat format, int most, String sizes) {
        return widths(most).stream()
                .map(width -> address(width, format) + " " + Rendition.actual(width, width()) + "w")
                .collect(Collectors.joining(", ", " srcset=\"", "\" sizes=\"" + sizes + "\""));
    }

    private List<Integer> widths(int most) {
        return Rendition.widths(width()).stream().filter(width -> width <= most).toList();
    }

    private int plainWidth() {
        return widths(PLAIN).getLast();
    }

    private String address(int width, RenditionFormat format) {
        return FileRoot.of(Rendition.path(asset, width, format));
    }
}
