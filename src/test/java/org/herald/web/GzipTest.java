package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Put together from a part that was deflated before, wherever it stands; and little larger than without. */
    @ParameterizedTest
    @CsvSource({"0,0", "0,5000", "700,0", "700,1", "700,8000", "1,300000", "50000,20"})
    void pagesWithTheStyleSheetAreTheSameWhenTheyAreUnpacked(int before, int after) {
        String css = ".lead{color:#123;margin:0 auto}@media(width<40em){.lead{margin:0}}\n".repeat(200);
        var part = new CommonPart(css.getBytes(StandardCharsets.UTF_8));
        String head = "<title>Нясвіж</title>".repeat(before / 20 + 1).substring(0, before);
        String body = "<p>Мірскі замак, Mir</p>".repeat(after / 20 + 1).substring(0, after);
        for (String page :
                List.of(head + css + body, head + css + css + body, head + css.substring(1) + body, head + body)) {
            byte[] plain = page.getBytes(StandardCharsets.UTF_8);

            byte[] coded = Gzip.encodeFast(plain, part);

            assertArrayEquals(plain, Gzip.decode(coded));
            int usual = Gzip.encode(plain, Deflater.BEST_SPEED).length;
            assertTrue(coded.length <= usual + 100, coded.length + " instead of " + usual);
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
