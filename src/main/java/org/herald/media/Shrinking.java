package org.herald.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Makes a picture smaller by the mean of the area each new pixel covers, parts of pixels by their part. All is whole
 * numbers: a stored pixel is as wide as the new picture has columns, a new one as wide as the stored picture has columns,
 * so that each stored one falls into one or two new ones. Colours count as much as they are opaque.
 */
final class Shrinking {

    private static final int CHANNELS = 4;

    private final PixelRows rows;
    private final int width;
    private final int height;
    private final int newWidth;
    private final int newHeight;

    /** Sums of alpha, red, green, blue: of one stored row, and of the new row being made. */
    private final long[] across;

    private final long[] down;
    private final int[] pixels;

    private Shrinking(BufferedImage stored, int newWidth, int newHeight) {
        this.rows = PixelRows.of(stored);
        this.width = stored.getWidth();
        this.height = stored.getHeight();
        this.newWidth = newWidth;
        this.newHeight = newHeight;
        this.across = new long[newWidth * CHANNELS];
        this.down = new long[newWidth * CHANNELS];
        this.pixels = new int[newWidth * newHeight];
    }

    /** Makes it so wide and high, at most as it is. */
    static Bitmap shrink(BufferedImage stored, int width, int height) {
        if (width > stored.getWidth() || height > stored.getHeight()) {
            throw new IllegalArgumentException("A picture is never made larger");
        }
        return new Bitmap(width, height, new Shrinking(stored, width, height).made());
    }

    private int[] made() {
        int[] row = new int[width];
        int newRow = 0;
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            sumAcross(row);
            long from = (long) y * newHeight;
            long border = (newRow + 1L) * height;
            long here = Math.min(newHeight, border - from);
            addDown(here);
            if (from + newHeight >= border) {
                finish(newRow++);
                addDown(newHeight - here);
            }
        }
        return pixels;
    }

    private void sumAcross(int[] row) {
        Arrays.fill(across, 0);
        int column = 0;
        long border = width;
        for (int x = 0; x < width; x++) {
            long from = (long) x * newWidth;
            long here = Math.min(newWidth, border - from);
            add(row[x], column, here);
            if (from + newWidth >= border) {
                column++;
                border += width;
                if (here < newWidth) {
                    add(row[x], column, newWidth - here);
                }
            }
        }
    }

    private void add(int pixel, int column, long weight) {
        long opacity = (pixel >>> 24) * weight;
        int at = column * CHANNELS;
        across[at] += opacity;
        across[at + 1] += opacity * ((pixel >> 16) & 0xFF);
        across[at + 2] += opacity * ((pixel >> 8) & 0xFF);
        across[at + 3] += opacity * (pixel & 0xFF);
    }

    private void addDown(long weight) {
        if (weight > 0) {
            for (int i = 0; i < down.length; i++) {
                down[i] += across[i] * weight;
            }
        }
    }

    private void finish(int newRow) {
        long area = (long) width * height;
        for (int x = 0; x < newWidth; x++) {
            int at = x * CHANNELS;
            long opacity = down[at];
            if (opacity > 0) {
                pixels[newRow * newWidth + x] = Bitmap.pixel(
                        rounded(opacity, area),
                        rounded(down[at + 1], opacity),
                        rounded(down[at + 2], opacity),
                        rounded(down[at + 3], opacity));
            }
        }
        Arrays.fill(down, 0);
    }

    private static int rounded(long sum, long parts) {
        return (int) ((sum + parts / 2) / parts);
    }
}
