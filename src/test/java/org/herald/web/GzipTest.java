package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gzip format, written by compressors that are used again. */
final class GzipTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000, 24_000, 500_000})
    void whatIsCodedIsWhatTheLibraryWrites(int length) throws IOException {
        for (int level : new int[] {Deflater.BEST_SPEED, Deflater.DEFAULT_COMPRESSION, 9, Deflater.BEST_SPEED}) {
            byte[] words = "Нясвіж, Mir, Białowieża. ".repeat(length / 20 + 1).getBytes(StandardCharsets.UTF_8);
            byte[] noise = new byte[length];
            new Random(length).nextBytes(noise);

            assertArrayEquals(written(words, level), Gzip.encode(words, level));
            assertArrayEquals(written(noise, level), Gzip.encode(noise, level));
            assertArrayEquals(noise, Gzip.decode(Gzip.encode(noise, level)));
        }
    }

    private static byte[] written(byte[] bytes, int level) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
