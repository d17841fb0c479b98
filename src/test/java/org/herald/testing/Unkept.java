package org.herald.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Addresses whose answers are made for each request: those of pages, in a spelling in which no page is kept. */
public final class Unkept {

    private Unkept() {}

    /** The address with its last letter percent-encoded, which names the same (RFC 3986, section 6.2.2.2). */
    public static String address(String path) {
        int last = path.length() - 1;
        return path.substring(0, last)
                + "%"
                + HexFormat.of().withUpperCase().formatHex(path.substring(last).getBytes(StandardCharsets.US_ASCII));
    }
}
