package org.herald.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.herald.model.PageKey;

/** A page as its final bytes in each coding, with the entity tag of each. */
final class KeptPage {

    /** The bytes of one coding and their strong entity tag, with its quotes. */
    record Form(Encoding encoding, Buffer bytes, String tag) {}

    private final Map<Encoding, Form> forms = new EnumMap<>(Encoding.class);
    private final Set<PageKey> keys;
    private final long untilMillis;
    private final int weight;

    /** @param untilMillis epoch milliseconds at which the page changes by time alone */
    KeptPage(Page page, long untilMillis) {
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        String hash = hash(html);
        int sum = 0;
        for (Encoding encoding : Encoding.values()) {
            if (encoding.isAvailable()) {
                byte[] bytes = encoding.encode(html);
                sum += bytes.length;
                forms.put(encoding, new Form(encoding, Buffer.buffer(bytes), '"' + hash + encoding.suffix() + '"'));
            }
        }
        this.keys = page.keys();
        this.untilMillis = untilMillis;
        this.weight = sum;
    }

    Form in(Encoding encoding) {
        Form form = forms.get(encoding);
        if (form == null) {
            throw new IllegalArgumentException("No form in " + encoding);
        }
        return form;
    }

    Set<PageKey> keys() {
        return keys;
    }

    /** True until the page changes by time alone. */
    boolean holdsAt(long millis) {
        return millis < untilMillis;
    }

    /** Bytes in memory, nearly. */
    int weight() {
        return weight;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
