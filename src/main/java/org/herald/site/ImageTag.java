package org.herald.site;

import java.util.List;
import java.util.stream.Collectors;
import org.herald.media.MediaType;
import org.herald.media.Rendition;
import org.herald.media.RenditionFormat;
import org.herald.model.Asset;

/** Writes the element of a picture: WebP for browsers that take it, JPEG or the file itself for others, drawings as they are. */
final class ImageTag {

    /** Of the renditions of pictures that are never shown large. */
    private static final int SMALL = 960;

    private static final int LARGE = Rendition.WIDTHS.getLast();

    /** A moderate rendition for whoever reads no more than one address. */
    private static final int PLAIN = 960;

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
        return element(alt, sizes, LARGE, " fetchpriority=\"high\"");
    }

    /** A browser that has laid the page out already chooses by that. */
    String lazy(String alt, String sizes) {
        return element(alt, "auto, " + sizes, LARGE, " loading=\"lazy\" decoding=\"async\"");
    }

    String small(String alt, String sizes) {
        return element(alt, "auto, " + sizes, SMALL, " loading=\"lazy\" decoding=\"async\"");
    }

    private String element(String alt, String sizes, int most, String loading) {
        String rest = " alt=\"" + alt + "\"" + size() + loading + ">";
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
        return "<picture><source type=\"image/webp\"" + webp + ">" + image + rest + "</picture>";
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
        return Rendition.path(asset, width, format);
    }
}
