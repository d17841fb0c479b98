package org.herald.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.herald.model.Asset;
import org.herald.model.Outcome;

/**
 * The door for pictures that people bring: JPEG, PNG, WebP, GIF and SVG, told by their bytes and within limits. What is kept
 * says nothing of who made it, where and with what, and does nothing.
 */
public final class Incoming {

    /** What a picture may weigh. */
    public static final int MOST_MEGABYTES = 20;

    /** How many pixels a picture may have, in millions; read from its head, before anything is decoded. */
    public static final int MOST_MEGAPIXELS = 60;

    /** How many frames an animation may have. */
    public static final int MOST_FRAMES = 2_000;

    /** How many pixels an animation may have on all its frames together, in millions: phones draw every one of them. */
    public static final int MOST_MOVING_MEGAPIXELS = 1_000;

    private static final int MILLION = 1_000_000;
    private static final int MEGABYTE = 1_000_000;

    /** How many are looked at at once: each needs memory for some copies of itself and for its pixels. */
    private static final int AT_ONCE = 2;

    /** A picture that can be decoded at this width is not damaged. */
    private static final int TRIAL_WIDTH = 320;

    /** What people take for pictures too: where in a file its mark stands, and what the format is called. */
    private static final Map<String, String> OTHER_FORMATS = Map.ofEntries(
            Map.entry("0%PDF", "PDF"),
            Map.entry("0BM", "BMP"),
            Map.entry("08BPS", "Photoshop (PSD)"),
            Map.entry("0II*\0", "TIFF"),
            Map.entry("0MM\0*", "TIFF"),
            Map.entry("4ftypheic", "HEIC"),
            Map.entry("4ftypheix", "HEIC"),
            Map.entry("4ftypmif1", "HEIC"),
            Map.entry("4ftypavif", "AVIF"));

    private final FolderFiles files;
    private final Semaphore looking = new Semaphore(AT_ONCE);

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
        if (bytes.length == 0) {
            return Outcome.refused("refused.picture-empty", name);
        }
        if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
            return Outcome.refused("refused.picture-too-large", name, MOST_MEGABYTES);
        }
        looking.acquireUninterruptibly();
        try {
            var type = MediaType.of(bytes);
            return switch (type.orElse(MediaType.PDF)) {
                case JPEG, PNG, WEBP -> photo(name, Photo.of(type.orElseThrow(), bytes));
                case SVG -> kept(name, Drawing.cleaned(bytes));
                case GIF -> gif(name, Gif.of(bytes));
                case PDF -> otherFormat(name, bytes);
            };
        } catch (UnfitPicture unfit) {
            return Outcome.refused(unfit.key(), name);
        } finally {
            looking.release();
        }
    }

    /**
     * Keeps a file that an old site had: a picture through the same door; a PDF, and a GIF that would not be taken anew, as
     * they are.
     */
    public Outcome<Asset> takeOver(String name, byte[] bytes) {
        var type = MediaType.of(bytes);
        if (type.filter(MediaType.PDF::equals).isPresent()) {
            return kept(name, bytes);
        }
        return switch (take(name, bytes)) {
            case Outcome.Refused<Asset> _
            when type.filter(MediaType.GIF::equals).isPresent() -> kept(name, bytes);
            case Outcome<Asset> outcome -> outcome;
        };
    }

    /** One that does not move becomes a PNG of the same pixels; an animation stays, and has its first frame as a still. */
    private Outcome<Asset> gif(String name, Gif gif) throws UnfitPicture {
        var size = gif.size();
        if (!gif.isMoving()) {
            boolean isMoreThanOneCanHold = size.isBeyond(MOST_MEGAPIXELS) || !Darkroom.isHeldWhole(size);
            return photo(name, isMoreThanOneCanHold ? gif : Png.of(gif.asPng()));
        }
        if (gif.frameCount() > MOST_FRAMES || gif.drawnPixels() > (long) MOST_MOVING_MEGAPIXELS * MILLION) {
            return Outcome.refused("refused.picture-animation", name, gif.frameCount(), size.width(), size.height());
        }
        if (!isDecodable(gif)) {
            throw UnfitPicture.damaged();
        }
        return kept(name, gif.cleaned());
    }

    private Outcome<Asset> photo(String name, Photo photo) throws UnfitPicture {
        var size = photo.size();
        if (size.isBeyond(MOST_MEGAPIXELS)) {
            return Outcome.refused("refused.picture-pixels", name, size.width(), size.height(), MOST_MEGAPIXELS);
        }
        if (photo.isMoving()) {
            throw UnfitPicture.moving();
        }
        if (Darkroom.canDevelop(photo) && !isDecodable(photo)) {
            throw UnfitPicture.damaged();
        }
        return kept(name, photo.cleaned());
    }

    private static boolean isDecodable(Photo photo) {
        return Darkroom.develop(photo, Math.min(TRIAL_WIDTH, photo.size().width()))
                .isPresent();
    }

    private Outcome<Asset> kept(String name, byte[] cleaned) {
        try {
            return Outcome.done(files.keep(name, cleaned).orElseThrow());
        } catch (IOException fault) {
            throw new UncheckedIOException("The picture " + name + " cannot be kept", fault);
        }
    }

    private static Outcome<Asset> otherFormat(String name, byte[] bytes) {
        return OTHER_FORMATS.entrySet().stream()
                .filter(format -> begins(bytes, format.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(format -> Outcome.<Asset>refused("refused.picture-format", name, format))
                .orElseGet(() -> Outcome.refused("refused.picture-type", name));
    }

    private static boolean begins(byte[] bytes, String mark) {
        byte[] expected = mark.substring(1).getBytes(StandardCharsets.ISO_8859_1);
        int from = mark.charAt(0) - '0';
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }
}
