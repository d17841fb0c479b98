package org.herald.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/**
 * Reads a decoded picture row by row, as the numbers that stand in its file: Java's own way takes grey for linear light
 * and makes it brighter.
 */
@FunctionalInterface
interface PixelRows {

    int OPAQUE = 0xFF000000;

    /** Fills the row with the alpha, red, green and blue of each of its pixels. */
    void read(int y, int[] row);

    static PixelRows of(BufferedImage image) {
        var raster = image.getRaster();
        var model = raster.getSampleModel();
        if (image.getColorModel() instanceof IndexColorModel colours) {
            return indexed(raster, colours);
        }
        if (model instanceof SinglePixelPackedSampleModel && raster.getDataBuffer() instanceof DataBufferInt) {
            int opaque = image.getColorModel().hasAlpha() ? 0 : OPAQUE;
            return (y, row) -> {
                raster.getDataElements(0, y, raster.getWidth(), 1, row);
                for (int x = 0; x < row.length; x++) {
                    row[x] |= opaque;
                }
            };
        }
        return model instanceof PixelInterleavedSampleModel interleaved
                        && raster.getDataBuffer() instanceof DataBufferByte bytes
                ? interleaved(interleaved, bytes.getData())
                : sampled(raster);
    }

    private static PixelRows indexed(Raster raster, IndexColorModel colours) {
        int[] palette = new int[1 << colours.getPixelSize()];
        for (int i = 0; i < Math.min(palette.length, colours.getMapSize()); i++) {
            palette[i] = colours.getRGB(i);
        }
        return (y, row) -> {
            raster.getSamples(0, y, raster.getWidth(), 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = palette[row[x]];
            }
        };
    }

    /** Bytes one behind the other, as photographs mostly come. */
    private static PixelRows interleaved(PixelInterleavedSampleModel model, byte[] bytes) {
        int[] offsets = model.getBandOffsets();
        int stride = model.getPixelStride();
        int[] sample = new int[offsets.length];
        return (y, row) -> {
            int at = y * model.getScanlineStride();
            for (int x = 0; x < row.length; x++) {
                for (int band = 0; band < sample.length; band++) {
                    sample[band] = bytes[at + offsets[band]] & 0xFF;
                }
                row[x] = pixel(sample, 0, sample.length);
                at += stride;
            }
        };
    }

    /** Any other order, with eight or more bits for a sample. */
    private static PixelRows sampled(Raster raster) {
        int bands = raster.getNumBands();
        int surplus = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int[] samples = new int[raster.getWidth() * bands];
        return (y, row) -> {
            raster.getPixels(0, y, raster.getWidth(), 1, samples);
            for (int i = 0; i < samples.length; i++) {
                samples[i] >>= surplus;
            }
            for (int x = 0; x < row.length; x++) {
                row[x] = pixel(samples, x * bands, bands);
            }
        };
    }

    /** Grey, grey with alpha, colours, colours with alpha. */
    private static int pixel(int[] samples, int at, int bands) {
        return switch (bands) {
            case 1 -> Bitmap.pixel(0xFF, samples[at], samples[at], samples[at]);
            case 2 -> Bitmap.pixel(samples[at + 1], samples[at], samples[at], samples[at]);
            case 3 -> Bitmap.pixel(0xFF, samples[at], samples[at + 1], samples[at + 2]);
            default -> Bitmap.pixel(samples[at + 3], samples[at], samples[at + 1], samples[at + 2]);
        };
    }
}
