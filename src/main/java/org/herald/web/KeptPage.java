package org.herald.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.herald.model.PageKey;

/**
 * A page as its final bytes in each coding that was asked for, with the entity tag of each. A page that is kept holds the
 * compressed ones alone: nearly every reader takes one of them, and they are a fourth of the plain one.
 */
final class KeptPage {

    static final String TYPE = "text/html;charset=UTF-8";

    /**
     * The bytes of one coding and their strong entity tag, with its quotes.
     *
     * @param tagHeader the tag as bytes already
     * @param length how many bytes, in digits
     */
    record Form(Encoding encoding, Buffer bytes, String tag, CharSequence tagHeader, CharSequence length) {}

    /** Bytes in memory besides those of the page: its address, its keys, its place in the cache. */
    private static final int AROUND = 2000;

    private final int status;
    private final String hash;
    private final Map<Encoding, Form> forms = new ConcurrentHashMap<>(); // made when asked for
    private final Set<PageKey> keys;
    private final long untilMillis;
    private final int weight;
    private int asked; // nearly: loops that count at the same time may count once

    private KeptPage(int status, String hash, Form first, Set<PageKey> keys, long untilMillis) {
        this.status = status;
        this.hash = hash;
        this.forms.put(first.encoding(), first);
        this.keys = Set.copyOf(keys);
        this.untilMillis = untilMillis;
        this.weight = AROUND + 2 * first.bytes().length();
    }

    /**
     * A page that is kept.
     *
     * @param keys what it was made from
     * @param untilMillis epoch milliseconds at which the page changes by time alone
     */
    static KeptPage of(Page page, Set<PageKey> keys, long untilMillis) {
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        String hash = hash(html);
        return new KeptPage(
                page.status(), hash, form(Encoding.GZIP, Encoding.GZIP.encode(html), hash), keys, untilMillis);
    }

    /** A page that is sent once, in this coding, and kept nowhere: no change would remove it. */
    static KeptPage once(Page page, Encoding encoding, Style style) {
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        String hash = hash(html);
        return new KeptPage(page.status(), hash, form(encoding, encoding.encodeOnce(html, style), hash), Set.of(), 0);
    }

    /** The page in this coding; the first to ask for a compressed one makes it, in about a millisecond. */
    Form in(Encoding encoding) {
        Form form = forms.get(encoding);
        if (form == null) {
            form = form(encoding, encoding.encode(plain()), hash);
            if (encoding != Encoding.IDENTITY) {
                forms.put(encoding, form);
            }
        }
        return form;
    }

    private byte[] plain() {
        return Gzip.decode(
                Objects.requireNonNull(forms.get(Encoding.GZIP)).bytes().getBytes());
    }

    private static Form form(Encoding encoding, byte[] coded, String hash) {
        String tag = '"' + hash + encoding.suffix() + '"';
        var length = createOptimized(Integer.toString(coded.length));
        return new Form(encoding, Buffer.buffer(coded), tag, createOptimized(tag), length);
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
        asked++;
    }

    /** How often it was asked for since it was made. */
    int asked() {
        return asked;
    }

    boolean hasSameWordsAs(KeptPage other) {
        return hash.equals(other.hash);
    }

    /** Bytes in memory, nearly: it is counted with two codings. */
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
