package org.herald.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A format in which renditions are made. */
public enum RenditionFormat {
    /** A quarter smaller than JPEG, and the only one of the two for pictures that one can see through. */
    WEBP(MediaType.WEBP),
    JPEG(MediaType.JPEG);

    private static final float WEBP_QUALITY = 0.8f;

    /** Of 6: the best that can be had for the time. */
    private static final int WEBP_EFFORT = 4;

    /** Without loss the quality says how long to search for the smallest form. */
    private static final float LOSSLESS_EFFORT = 0.7f;

    private static final double MORE_FOR_SHARPNESS = 1.25;

    /** The format's own limit for each side. */
    private static final int WEBP_LONGEST_SIDE = 16_383;

    private static final float JPEG_QUALITY = 0.82f;

    private final MediaType type;

    RenditionFormat(MediaType type) {
        this.type = type;
    }

    public static Optional<RenditionFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(each -> each.extension().equals(extension))
                .findFirst();
    }

    public MediaType type() {
        return type;
    }

    public String extension() {
        return type.extension();
    }

    /** False where the format's library has no build for this machine. */
    boolean isAvailable() {
        return switch (this) {
            case WEBP -> Native.IS_LOADED;
            case JPEG -> true;
        };
    }

    /** The bytes of a picture; nothing when the format cannot have it. */
    Optional<byte[]> encode(Bitmap bitmap) {
        return switch (this) {
            case WEBP ->
                isAvailable() && bitmap.height() <= WEBP_LONGEST_SIDE ? Optional.of(webp(bitmap)) : Optional.empty();
            case JPEG -> bitmap.isOpaque() ? Optional.of(jpeg(bitmap)) : Optional.empty();
        };
    }

    /** What has few colours is mostly smaller without loss, and its letters stay sharp. */
    private static byte[] webp(Bitmap bitmap) {
        byte[] lossy = webp(bitmap, CompressionType.Lossy, WEBP_QUALITY);
        if (!bitmap.hasFewColours()) {
            return lossy;
        }
        byte[] lossless = webp(bitmap, CompressionType.Lossless, LOSSLESS_EFFORT);
        return lossless.length <= lossy.length * MORE_FOR_SHARPNESS ? lossless : lossy;
    }

    private static byte[] webp(Bitmap bitmap, CompressionType compression, float quality) {
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        if (!(writer.getDefaultWriteParam() instanceof WebPWriteParam param)) {
            throw new IllegalStateException("The library's own writer has its own settings");
        }
        param.setCompressionType(compression);
        param.setCompressionQuality(quality);
        param.setMethod(WEBP_EFFORT);
        return written(bitmap, writer, param);
    }

    private static byte[] jpeg(Bitmap bitmap) {
        var writer = Codecs.jpegWriter();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(bitmap, writer, param);
    }

    private static byte[] written(Bitmap bitmap, ImageWriter writer, ImageWriteParam param) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(bitmap.image(), null, null), param);
        } catch (IOException fault) {
            throw new UncheckedIOException("A picture could not be written into memory", fault);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Loaded when the first picture needs it, not at the start. */
    private static final class Native {

        private static final System.Logger LOG = System.getLogger(RenditionFormat.class.getName());

        private static final byte[] NO_PICTURE = new byte[32];

        static final boolean IS_LOADED = load();

        private static boolean load() {
            try {
                WebPWrapper.loadNativeLibrary(); // says nothing of a failure; the first call does
                WebPWrapper.INSTANCE.getInfo(NO_PICTURE, 0, NO_PICTURE.length);
                return true;
            } catch (LinkageError noBuildForThisMachine) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "There is no WebP library for this machine; readers get JPEG alone. ({0})",
                        noBuildForThisMachine);
                return false;
            } catch (Exception noPicture) { // Kotlin declares none
                return true;
            }
        }
    }
}
