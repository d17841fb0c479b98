package org.herald.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
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
        return lend(level, deflater -> {
            var coded = begin(bytes);
            deflater.setInput(bytes);
            return end(bytes, deflater, coded);
        });
    }

    /** The same at the fastest level, where this part of the bytes, if it stands in them, need not be deflated any more. */
    static byte[] encodeFast(byte[] bytes, CommonPart part) {
        int at = part.in(bytes);
        if (at < 0) {
            return encode(bytes, Deflater.BEST_SPEED);
        }
        return lend(Deflater.BEST_SPEED, deflater -> {
            var coded = begin(bytes);
            deflater.setInput(bytes, 0, at);
            coded.flush(deflater);
            coded.put(part.deflated());
            int rest = at + part.length();
            deflater.setInput(bytes, rest, bytes.length - rest);
            return end(bytes, deflater, coded);
        });
    }

    private static byte[] lend(int level, Function<Deflater, byte[]> coding) {
        Deflater deflater = Optional.ofNullable(IDLE.poll()).orElseGet(() -> new Deflater(level, true));
        try {
            deflater.setLevel(level);
            return coding.apply(deflater);
        } finally {
            deflater.reset();
            if (!IDLE.offer(deflater)) {
                deflater.end();
            }
        }
    }

    private static Deflated begin(byte[] bytes) {
        var coded = new Deflated(bytes.length / 2);
        coded.put(HEAD);
        return coded;
    }

    private static byte[] end(byte[] bytes, Deflater deflater, Deflated coded) {
        coded.finish(deflater);
        var sum = new CRC32();
        sum.update(bytes);
        coded.put(ByteBuffer.allocate(TRAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(bytes.length)
                .array());
        return coded.bytes();
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
