package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.PageKey;
import org.herald.web.CurrentRequest;

/**
 * A picture of ours on a page.
 *
 * @param path of the file as it was given to us
 * @param tag the whole element, in the widths and formats from which browsers choose
 */
public record Image(String path, String alt, ImageTag tag) {

    /** Empty while the file is not here; the page is rendered anew when it comes, or changes. */
    static Optional<Image> of(Asset asset, String alt) {
        CurrentRequest.note(PageKey.asset(asset.id()));
        return asset.path().map(FileRoot::of).map(path -> new Image(path, alt, new ImageTag(asset, path)));
    }

    /** Where the whole picture can be seen; absent for one that a story shows in full size already. */
    public Optional<String> full() {
        return tag.full();
    }

    /** For programs that take one address: a photo in a moderate size, any other picture as it is. */
    String moderate() {
        return tag.moderate();
    }

    /** In pixels, 0 when unknown. */
    public int width() {
        return tag.width();
    }

    /** In pixels, 0 when unknown. */
    public int height() {
        return tag.height();
    }

    /**
     * The element of a picture that is loaded at once, before all others.
     *
     * @param sizes how wide the style shows it (HTML, section 4.8.4.2.1)
     */
    public RawString eager(String sizes) {
        return new RawString(tag.eager(escape(alt), sizes));
    }

    /** The element of a picture at the head of a list, loaded at once; an animation stands still there. */
    public RawString lead(String sizes) {
        return new RawString(tag.lead(escape(alt), sizes));
    }

    /** The element of a picture that is loaded when the reader comes near it. */
    public RawString lazy(String sizes) {
        return new RawString(tag.lazy(escape(alt), sizes));
    }

    /** The same for a picture that is never shown large. */
    public RawString small(String sizes) {
        return new RawString(tag.small(escape(alt), sizes));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
