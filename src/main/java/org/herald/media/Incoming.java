package org.herald.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.Outcome;

/** The door for pictures that people bring: JPEG, PNG, WebP and SVG, told by their bytes, within limits. */
public final class Incoming {

    /** What a picture may weigh. */
    public static final int MOST_MEGABYTES = 20;

    /** How many pixels a picture may have, in millions; read from its head, before anything is decoded. */
    public static final int MOST_MEGAPIXELS = 60;

    private static final int MEGABYTE = 1_000_000;
    private static final long MEGAPIXEL = 1_000_000;

    private final FolderFiles files;

    public Incoming(FolderFiles files) {
        this.files = files;
    }

    /**
     * Keeps a picture; record the answer with {@code publish.KeepAsset}.
     *
     * @param name the file name it came with, whatever it says
     * @throws UncheckedIOException when the files folder cannot be written
     */
    public Outcome<Asset> take(String name, byte[] bytes) {
        if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
            return Outcome.refused("refused.picture-too-large", name, MOST_MEGABYTES);
        }
        Optional<MediaType> type = MediaType.of(bytes).filter(Incoming::isPicture);
        if (type.isEmpty()) {
            return Outcome.refused("refused.picture-type", name);
        }
        var size = PictureSize.of(type.get(), bytes);
        if ((long) size.width() * size.height() > MOST_MEGAPIXELS * MEGAPIXEL) {
            return Outcome.refused("refused.picture-pixels", name, size.width(), size.height(), MOST_MEGAPIXELS);
        }
        if (size.equals(PictureSize.UNKNOWN) && type.get() != MediaType.SVG && type.get() != MediaType.WEBP) {
            return Outcome.refused("refused.picture-damaged", name);
        }
        try {
            return Outcome.done(files.keep(name, bytes).orElseThrow());
        } catch (IOException fault) {
            throw new UncheckedIOException("The picture " + name + " cannot be kept", fault);
        }
    }

    private static boolean isPicture(MediaType type) {
        return switch (type) {
            case JPEG, PNG, WEBP, SVG -> true;
            case GIF, PDF -> false;
        };
    }
}
