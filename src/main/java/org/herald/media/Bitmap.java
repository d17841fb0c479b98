package org.herald.media;

import java.awt.image.BufferedImage;

/** A decoded picture of moderate size: colours of sRGB, row after row. */
final class Bitmap {

    private static final int OPAQUE = 0xFF;

    private final int width;
    private final int height;

    /** Alpha, red, green, blue, eight bits each. */
    private final int[] pixels;

    Bitmap(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Each from 0 to 255. */
    static int pixel(int alpha, int red, int green, int blue) {
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    boolean isOpaque() {
        for (int pixel : pixels) {
            if (pixel >>> 24 != OPAQUE) {
                return false;
            }
        }
        return true;
    }

    Bitmap turned(Orientation orientation) {
        if (orientation.isUpright()) {
            return this;
        }
        var shown = orientation.shown(width, height);
        int[] turned = new int[pixels.length];
        int at = 0;
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
                turned[at++] = pixels[orientation.source(x, y, width, height)];
            }
        }
        return new Bitmap(shown.width(), shown.height(), turned);
    }

    BufferedImage image() {
        var image =
                new BufferedImage(width, height, isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** The same picture with these bytes of red, green and blue for each pixel. */
    Bitmap recoloured(byte[] colours) {
        int[] changed = new int[pixels.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = pixel(
                    pixels[i] >>> 24, colours[3 * i] & 0xFF, colours[3 * i + 1] & 0xFF, colours[3 * i + 2] & 0xFF);
        }
        return new Bitmap(width, height, changed);
    }

    /** Red, green and blue of each pixel. */
    byte[] colours() {
        byte[] colours = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            colours[3 * i] = (byte) (pixels[i] >> 16);
            colours[3 * i + 1] = (byte) (pixels[i] >> 8);
            colours[3 * i + 2] = (byte) pixels[i];
        }
        return colours;
    }
}
