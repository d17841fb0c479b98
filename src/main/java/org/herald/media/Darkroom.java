package org.herald.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Where photos become pixels: decoded within a bounded memory, made smaller, turned upright, their colours those of sRGB. */
final class Darkroom {

    /** Of a decoded picture: 80 MB with alpha, at most a twentieth of the memory there is. */
    private static final long MOST_PIXELS = 20_000_000;

    private static final int BYTES_BY_PIXEL = 4;
    private static final int MEMORY_SHARE = 20;

    /** Of the picture that is made; only a strip many times as high as wide has more. */
    private static final long MOST_NEW_PIXELS = 10_000_000;

    private Darkroom() {}

    /** False for what cannot be decoded here: two colours or five, WebP on a machine without its library. */
    static boolean canDevelop(Photo photo) {
        return switch (photo) {
            case Jpeg jpeg -> jpeg.isKnown();
            case Png _, Gif _ -> true;
            case Webp _ -> RenditionFormat.WEBP.isAvailable();
        };
    }

    /** True when memory allows every pixel of a picture of this size at once. */
    static boolean isHeldWhole(PictureSize size) {
        return pixels(size, 1) <= mostPixels();
    }

    /**
     * Develops a photo.
     *
     * @param width of the picture as it is shown, at most its own
     * @return nothing when it cannot be decoded here: it is damaged or too large
     */
    static Optional<Bitmap> develop(Photo photo, int width) {
        var shown = photo.size();
        int height = Math.max(1, Math.round((float) shown.height() * width / shown.width()));
        boolean isTooLarge = (long) width * height > MOST_NEW_PIXELS || shown.isBeyond(Incoming.MOST_MEGAPIXELS);
        if (isTooLarge || !canDevelop(photo)) {
            return Optional.empty();
        }
        var orientation = photo.orientation();
        var wanted = orientation.shown(width, height);
        var stored = orientation.shown(shown.width(), shown.height());
        long most = mostPixels(photo);
        int step = step(stored, wanted, most);
        if (pixels(stored, step) > most) {
            return Optional.empty();
        }
        try {
            var decoded = decoded(photo, stored, step);
            var small = Shrinking.shrink(decoded, wanted.width(), wanted.height());
            var coloured =
                    photo.profile().map(profile -> ofSrgb(small, profile)).orElse(small);
            return Optional.of(coloured.turned(orientation));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty(); // decoders throw whatever a damaged file leads them to
        }
    }

    /** The smallest step of rows and columns that memory allows, of those that leave enough of them. */
    private static int step(PictureSize stored, PictureSize wanted, long most) {
        int step = 1;
        while (pixels(stored, step) > most
                && stored.width() / (step + 1) >= wanted.width()
                && stored.height() / (step + 1) >= wanted.height()) {
            step++;
        }
        return step;
    }

    private static long pixels(PictureSize stored, int step) {
        return (long) (stored.width() / step) * (stored.height() / step);
    }

    /** Inks are in memory beside the colours that they become. */
    private static long mostPixels(Photo photo) {
        return photo instanceof Jpeg jpeg && jpeg.hasInks() ? mostPixels() / 2 : mostPixels();
    }

    private static long mostPixels() {
        return Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / BYTES_BY_PIXEL);
    }

    private static BufferedImage decoded(Photo photo, PictureSize stored, int step) throws IOException {
        if (photo instanceof Gif gif) {
            return gif.firstFrame(step);
        }
        var reader = reader(photo);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded(photo)))) {
            reader.setInput(stream, true, true);
            var param = reader.getDefaultReadParam();
            if (param instanceof WebPReadParam webp) {
                webp.setUseScaling(step > 1);
                webp.setScaledWidth(stored.width() / step);
                webp.setScaledHeight(stored.height() / step);
            } else {
                param.setSourceSubsampling(step, step, 0, 0);
            }
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** The profile is applied here, but that of inks is for the reader. */
    private static byte[] coded(Photo photo) {
        return photo instanceof Jpeg jpeg && jpeg.hasInks() ? jpeg.withProfile() : photo.bare();
    }

    private static ImageReader reader(Photo photo) {
        return switch (photo) {
            case Jpeg jpeg -> jpeg.hasInks() ? Codecs.printJpeg() : Codecs.jpeg();
            case Png _ -> ImageIO.getImageReadersByFormatName("png").next();
            case Gif _ -> ImageIO.getImageReadersByFormatName("gif").next();
            case Webp _ -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    /** A profile that is damaged, or not one of red, green and blue, changes nothing. */
    private static Bitmap ofSrgb(Bitmap bitmap, byte[] profile) {
        try {
            var from = ICC_Profile.getInstance(profile);
            if (from.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return bitmap;
            }
            var to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            var colours = raster(bitmap.colours(), bitmap);
            var converted = raster(new byte[bitmap.width() * bitmap.height() * 3], bitmap);
            new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(colours, converted);
            return bitmap.recoloured(((DataBufferByte) converted.getDataBuffer()).getData());
        } catch (IllegalArgumentException | CMMException damaged) {
            return bitmap;
        }
    }

    private static WritableRaster raster(byte[] colours, Bitmap bitmap) {
        DataBuffer data = new DataBufferByte(colours, colours.length);
        return Raster.createInterleavedRaster(
                data, bitmap.width(), bitmap.height(), bitmap.width() * 3, 3, new int[] {0, 1, 2}, null);
    }
}
