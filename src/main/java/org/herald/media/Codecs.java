package org.herald.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageWriterSpi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The codecs of JPEG by what they are for. TwelveMonkeys reads the four inks of print, which Java cannot; Java's own codec
 * is faster for all other pictures, so it is taken whatever the order in which both are registered.
 */
final class Codecs {

    private static final String JPEG = "jpeg";

    private Codecs() {}

    /** Reads pictures in grey and in colours of screens. */
    static ImageReader jpeg() {
        return created(own(ImageReaderSpi.class));
    }

    /** Reads pictures in the four inks of print. */
    static ImageReader printJpeg() {
        var registry = IIORegistry.getDefaultInstance();
        return created(Optional.ofNullable(registry.getServiceProviderByClass(JPEGImageReaderSpi.class))
                .orElseGet(() -> {
                    var added = new JPEGImageReaderSpi(); // this thread's class loader hid it from the registry
                    registry.registerServiceProvider(added);
                    return added;
                }));
    }

    static ImageWriter jpegWriter() {
        try {
            return own(ImageWriterSpi.class).createWriterInstance();
        } catch (IOException fault) {
            throw new UncheckedIOException("Java's JPEG codec is not there", fault);
        }
    }

    private static ImageReader created(ImageReaderSpi provider) {
        try {
            return provider.createReaderInstance();
        } catch (IOException fault) {
            throw new UncheckedIOException("The JPEG codec is not there", fault);
        }
    }

    private static <T extends ImageReaderWriterSpi> T own(Class<T> type) {
        var providers = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        type,
                        provider -> provider instanceof ImageReaderWriterSpi each
                                && !(each instanceof JPEGImageReaderSpi || each instanceof JPEGImageWriterSpi)
                                && List.of(each.getFormatNames()).contains(JPEG),
                        true);
        return providers.next();
    }
}
