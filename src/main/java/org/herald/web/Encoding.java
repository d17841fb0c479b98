package org.herald.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A content coding in which pages are sent (RFC 9110, section 8.4.1); the best that a reader's browser takes comes first. */
enum Encoding {
    BROTLI("br"),
    ZSTANDARD("zstd"),
    GZIP("gzip"),
    IDENTITY("");

    /** Of 11: a third smaller than gzip at about its cost. */
    private static final int BROTLI_QUALITY = 6;

    /** Of 22, with the same reason. */
    private static final int ZSTANDARD_LEVEL = 12;

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** The name of the coding in headers; empty for none. */
    String token() {
        return token;
    }

    /** What tells entity tags of the codings apart: a strong tag names bytes, not pages (RFC 9110, section 8.8.3). */
    String suffix() {
        return token.isEmpty() ? "" : "-" + token;
    }

    /** The best coding that this header of a request accepts (RFC 9110, section 12.5.3). */
    static Encoding accepted(@Nullable String header) {
        if (header == null) {
            return IDENTITY;
        }
        String names = header.toLowerCase(Locale.ROOT);
        if (BROTLI.isAvailable() && accepts(names, "br")) {
            return BROTLI;
        }
        if (accepts(names, "zstd") && ZSTANDARD.isAvailable()) {
            return ZSTANDARD;
        }
        return accepts(names, "gzip") || accepts(names, "x-gzip") ? GZIP : IDENTITY;
    }

    /** False where the coding's library has no build for this machine. */
    boolean isAvailable() {
        return switch (this) {
            case BROTLI -> Brotli4jLoader.isAvailable();
            case ZSTANDARD -> Zstandard.IS_LOADED;
            case GZIP, IDENTITY -> true;
        };
    }

    byte[] encode(byte[] bytes) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, Encoder.Parameters.create(BROTLI_QUALITY));
                case ZSTANDARD -> Zstd.compress(bytes, ZSTANDARD_LEVEL);
                case GZIP -> gzip(bytes);
                case IDENTITY -> bytes;
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can always be written", impossible);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.DEFAULT_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** The bytes that {@link #GZIP} coded. */
    static byte[] gunzip(byte[] coded) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
            return gzip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can always be read", impossible);
        }
    }

    /** True when the token stands in the list and is not refused by a weight of zero. */
    private static boolean accepts(String header, String token) {
        for (int at = header.indexOf(token); at >= 0; at = header.indexOf(token, at + 1)) {
            int end = at + token.length();
            boolean begins = at == 0 || header.charAt(at - 1) == ',' || header.charAt(at - 1) == ' ';
            boolean ends = end == header.length() || ",; ".indexOf(header.charAt(end)) >= 0;
            if (begins && ends) {
                int comma = header.indexOf(',', end);
                String rest = header.substring(end, comma < 0 ? header.length() : comma)
                        .replace(" ", "");
                return !rest.matches(";q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** Loaded when a reader first asks for it: most take brotli. */
    private static final class Zstandard {

        static final boolean IS_LOADED = load();

        private static boolean load() {
            try {
                Native.load();
                return Native.isLoaded();
            } catch (LinkageError noBuildForThisMachine) {
                return false;
            }
        }
    }
}
