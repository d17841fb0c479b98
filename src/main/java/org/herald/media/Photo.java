package org.herald.media;

import java.util.Optional;

/** The file of a picture made of pixels, taken apart into its pieces but not decoded. */
sealed interface Photo permits Gif, Jpeg, Png, Webp {

    /** How large it is shown: turned as it says itself. */
    PictureSize size();

    /** How it is to be turned and mirrored before it is shown. */
    Orientation orientation();

    /** The ICC profile of its colours; nothing means sRGB. */
    Optional<byte[]> profile();

    /** True when it moves. */
    boolean isMoving();

    /** The same picture without a word of who made it where with what, and without what stands behind its end. */
    byte[] cleaned();

    /** What its decoder needs, and nothing else: the numbers of its colours as they stand in the file. */
    byte[] bare();

    /**
     * Takes a file apart.
     *
     * @param type JPEG, PNG, WebP or GIF, as its first bytes tell
     * @throws UnfitPicture when it is damaged or not whole
     */
    static Photo of(MediaType type, byte[] bytes) throws UnfitPicture {
        return switch (type) {
            case JPEG -> Jpeg.of(bytes);
            case PNG -> Png.of(bytes);
            case WEBP -> Webp.of(bytes);
            case GIF -> Gif.of(bytes);
            case SVG, PDF -> throw UnfitPicture.damaged();
        };
    }
}
