package org.herald.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as Exif counts it (CIPA DC-008, tag 0x0112): 1 is upright, 5 to 8 change width and height.
 *
 * @param value 1 to 8
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int LAST = 8;
    private static final int ENTRY = 12;
    private static final int BIG_ENDIAN_MARK = 0x4D4D;
    private static final int LITTLE_ENDIAN_MARK = 0x4949;
    private static final int TIFF = 42;

    /** Finds it in the TIFF structure of Exif; whatever is not understood is upright. */
    static Orientation in(byte[] exif) {
        var tiff = ByteBuffer.wrap(exif);
        if (exif.length < 8) {
            return UPRIGHT;
        }
        int mark = tiff.getShort(0);
        if (mark != BIG_ENDIAN_MARK && mark != LITTLE_ENDIAN_MARK) {
            return UPRIGHT;
        }
        tiff.order(mark == BIG_ENDIAN_MARK ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int directory = tiff.getInt(4);
        if (tiff.getShort(2) != TIFF || directory < 8 || directory > exif.length - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            if (at > exif.length - ENTRY) {
                return UPRIGHT;
            }
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= LAST ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Exif that says this and nothing else. */
    byte[] exif() {
        return ByteBuffer.allocate(26)
                .putShort((short) BIG_ENDIAN_MARK)
                .putShort((short) TIFF)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) 3) // a short
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0) // no further directory
                .array();
    }

    boolean isUpright() {
        return value == 1;
    }

    /** True when width becomes height. */
    boolean isTurned() {
        return value >= 5;
    }

    PictureSize shown(int width, int height) {
        return isTurned() ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    /**
     * Where a pixel of the shown picture is taken from.
     *
     * @param width of the stored picture
     * @param height of the stored picture
     * @return its place in the stored picture, row after row
     */
    int source(int x, int y, int width, int height) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (value) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
