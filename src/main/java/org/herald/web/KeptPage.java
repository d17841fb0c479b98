package org.herald.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.model.PageKey;

/** A page as its final bytes in each coding that was asked for, with the entity tag of each. */
final class KeptPage {

    static final String TYPE = "text/html;charset=UTF-8";

    /** The bytes of one coding and their strong entity tag, with its quotes. */
    record Form(Encoding encoding, Buffer bytes, String tag) {}

    private final int status;
    private final Buffer plain;
    private final String hash;
    private final Map<Encoding, Form> forms = new ConcurrentHashMap<>(); // made when asked for
    private final Set<PageKey> keys;
    private final long untilMillis;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param keys what it was made from
     * @param untilMillis epoch milliseconds at which the page changes by time alone
     */
    KeptPage(Page page, Set<PageKey> keys, long untilMillis) {
        this.status = page.status();
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        this.hash = hash(html);
        this.plain = Buffer.buffer(html);
        this.keys = Set.copyOf(keys);
        this.untilMillis = untilMillis;
    }

    /** The page in this coding; the first to ask for a coding makes it, in about a millisecond. */
    Form in(Encoding encoding) {
        Form form = forms.get(encoding);
        if (form == null) {
            Buffer bytes = encoding == Encoding.IDENTITY ? plain : Buffer.buffer(encoding.encode(plain.getBytes()));
            form = new Form(encoding, bytes, '"' + hash + encoding.suffix() + '"');
            forms.put(encoding, form);
        }
        return form;
    }

    /** A page that is sent once and kept nowhere: no change would remove it. */
    static KeptPage once(Page page) {
        return new KeptPage(page, Set.of(), 0);
    }

    /** True when a change of what it is made from removes it. */
    boolean isRemovable() {
        return !keys.isEmpty();
    }

    int status() {
        return status;
    }

    Set<PageKey> keys() {
        return keys;
    }

    /** True until the page changes by time alone. */
    boolean holdsAt(long millis) {
        return millis < untilMillis;
    }

    /** Epoch milliseconds at which it changes by time alone. */
    long untilMillis() {
        return untilMillis;
    }

    void noteAsked() {
        asked.incrementAndGet();
    }

    /** How often it was asked for since it was made. */
    int asked() {
        return asked.get();
    }

    boolean hasSameWordsAs(KeptPage other) {
        return hash.equals(other.hash);
    }

    /** Bytes in memory, nearly: the plain page, and half as much for its codings. */
    int weight() {
        return plain.length() + plain.length() / 2;
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
