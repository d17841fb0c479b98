package org.herald.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.Deflater;
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

    /** Browsers send few different headers; made-up ones are read each time. */
    private static final int MOST_KNOWN = 100;

    private static final Map<String, Encoding> KNOWN = new ConcurrentHashMap<>();

    private final String token;

    @SuppressWarnings("ImmutableEnumChecker") // what createOptimized gives cannot be changed
    private final CharSequence tokenHeader;

    Encoding(String token) {
        this.token = token;
        this.tokenHeader = HttpHeaders.createOptimized(token);
    }

    /** The token as bytes already. */
    CharSequence tokenHeader() {
        return tokenHeader;
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
        var known = KNOWN.get(header);
        if (known == null) {
            known = best(header);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(header, known);
            }
        }
        return known;
    }

    private static Encoding best(String header) {
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

    /** The bytes of a page that is kept, or of a file: small, because they are sent many times. */
    byte[] encode(byte[] bytes) {
        return encode(bytes, BROTLI_QUALITY, ZSTANDARD_LEVEL, () -> Gzip.encode(bytes, Deflater.DEFAULT_COMPRESSION));
    }

    /**
     * The bytes of a page that is sent once: a tenth larger in a fourth of the time.
     *
     * @param style the style sheet that stands in most pages
     */
    byte[] encodeOnce(byte[] bytes, Style style) {
        return encode(bytes, 1, 1, () -> Gzip.encodeFast(bytes, style.part()));
    }

    private byte[] encode(byte[] bytes, int brotli, int zstandard, Supplier<byte[]> gzip) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, Encoder.Parameters.create(brotli));
                case ZSTANDARD -> Zstd.compress(bytes, zstandard);
                case GZIP -> gzip.get();
                case IDENTITY -> bytes;
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can always be written", impossible);
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
