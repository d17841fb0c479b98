package org.herald.web;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Bytes that grow by what a compressor writes. */
final class Deflated {

    private static final int LEAST = 64;

    private byte[] bytes; // grows
    private int end; // moves on

    /** @param expected nearly so many bytes will be written */
    Deflated(int expected) {
        this.bytes = new byte[expected + LEAST];
    }

    /** Writes the rest of a compressor's bytes. */
    void finish(Deflater deflater) {
        deflater.finish();
        while (!deflater.finished()) {
            write(deflater, Deflater.NO_FLUSH);
        }
    }

    /** Writes what a compressor made of its input up to here, to the end of a byte; nothing after it refers to it. */
    void flush(Deflater deflater) {
        while (write(deflater, Deflater.FULL_FLUSH) > 0 || !deflater.needsInput()) {
            // it may take several times, because a changed level is a step of its own
        }
    }

    private int write(Deflater deflater, int flush) {
        makeRoom(LEAST);
        int written = deflater.deflate(bytes, end, bytes.length - end, flush);
        end += written;
        return written;
    }

    /** Writes bytes as they are. */
    void put(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    private void makeRoom(int length) {
        if (bytes.length - end < length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }
}
