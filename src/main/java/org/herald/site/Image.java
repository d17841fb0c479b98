package org.herald.site;

/**
 * A picture of ours on a page.
 *
 * @param width in pixels, 0 when unknown: then the page leaves the attribute out
 * @param height in pixels, 0 when unknown
 */
public record Image(String path, int width, int height, String alt) {

    public boolean hasSize() {
        return width > 0 && height > 0;
    }
}
