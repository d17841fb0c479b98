package org.herald.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Bytes in the gzip format (RFC 1952). A compressor takes a quarter of a megabyte outside of Java's heap, so a few are kept
 * and lent.
 */
final class Gzip {

    /** Deflate, without a time and a name, of a system that is not told (section 2.3.1). */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAIL = 2 * Integer.BYTES;
    private static final Queue<Deflater> IDLE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private Gzip() {}

    /** @param level from 1 to 9, or {@link Deflater#DEFAULT_COMPRESSION} */
    static byte[] encode(byte[] bytes, int level) {
        Deflater deflater = Optional.ofNullable(IDLE.poll()).orElseGet(() -> new Deflater(level, true));
        try {
            deflater.setLevel(level);
            return encode(bytes, deflater);
        } finally {
            deflater.reset();
            if (!IDLE.offer(deflater)) {
                deflater.end();
            }
        }
    }

    private static byte[] encode(byte[] bytes, Deflater deflater) {
        deflater.setInput(bytes);
        deflater.finish();
        byte[] coded = Arrays.copyOf(HEAD, bytes.length / 2 + HEAD.length + TRAIL);
        int end = HEAD.length;
        while (!deflater.finished()) {
            if (end + TRAIL >= coded.length) {
                coded = Arrays.copyOf(coded, 2 * coded.length);
            }
            end += deflater.deflate(coded, end, coded.length - TRAIL - end);
        }
        var sum = new CRC32();
        sum.update(bytes);
        ByteBuffer.wrap(coded, end, TRAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(bytes.length);
        return Arrays.copyOf(coded, end + TRAIL);
    }

    /** The bytes that were coded. */
    static byte[] decode(byte[] coded) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
            return gzip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can always be read", impossible);
        }
    }
}
