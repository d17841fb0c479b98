package org.herald.web;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Bytes that stand in many pages, as their style sheet does, deflated once (RFC 1951). {@link Gzip} puts pages together
 * from them and from what stands around them.
 */
final class CommonPart {

    private final byte[] plain;
    private final byte[] deflated;

    CommonPart(byte[] plain) {
        this.plain = plain.clone();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            var out = new Deflated(plain.length);
            deflater.setInput(plain);
            out.flush(deflater);
            this.deflated = out.bytes();
        } finally {
            deflater.end();
        }
    }

    /** How many bytes it is in a page. */
    int length() {
        return plain.length;
    }

    /** Blocks that end at a byte, of which none is the last one and none refers to what stands before them. */
    byte[] deflated() {
        return deflated;
    }

    /** Where it begins in a page; -1 where it is not. */
    int in(byte[] page) {
        for (int at = 0; at <= page.length - plain.length; at++) {
            if (Arrays.equals(page, at, at + plain.length, plain, 0, plain.length)) {
                return at;
            }
        }
        return -1;
    }
}
