package org.herald.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.PageKey;

/**
 * A page as its final bytes in each coding that was asked for, with the entity tag of each. A page that is kept holds the
 * compressed ones alone: nearly every reader takes one of them, and they are a fourth of the plain one. What compression
 * would not make smaller has its plain bytes alone.
 */
final class CachedPage {

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
    private final Heads heads;
    private final String hash;
    private final Map<Encoding, Form> forms; // made when asked for
    private final Set<PageKey> keys;
    private final long untilMillis;
    private final int weight;
    private int asked; // nearly: loops that count at the same time may count once

    /**
     * What its representation says in headers, as bytes already.
     *
     * @param isCompressible false when it is sent as it is, whatever a reader takes
     */
    record Heads(
            AsciiString type, AsciiString cacheControl, Map<AsciiString, AsciiString> others, boolean isCompressible) {

        static Heads of(Representation representation) {
            var others = representation.headers().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            each -> new AsciiString(each.getKey()), each -> new AsciiString(each.getValue())));
            return new Heads(
                    new AsciiString(representation.type()),
                    new AsciiString(representation.cacheControl()),
                    others,
                    representation.isCompressible());
        }
    }

    private CachedPage(
            int status,
            Heads heads,
            String hash,
            Map<Encoding, Form> forms,
            int weight,
            Set<PageKey> keys,
            long untilMillis) {
        this.status = status;
        this.heads = heads;
        this.hash = hash;
        this.forms = forms;
        this.weight = weight;
        this.keys = Set.copyOf(keys);
        this.untilMillis = untilMillis;
    }

    private static CachedPage of(
            Page page, Encoding encoding, Function<byte[], byte[]> coding, Set<PageKey> keys, long untilMillis) {
        byte[] plain = page.representation().bytes().getBytes();
        String hash = hash(plain);
        var first = form(encoding, coding.apply(plain), hash);
        var forms = new ConcurrentHashMap<>(Map.of(encoding, first));
        int weight = AROUND + 2 * first.bytes().length();
        return new CachedPage(page.status(), Heads.of(page.representation()), hash, forms, weight, keys, untilMillis);
    }

    /**
     * A page that is kept.
     *
     * @param keys what it was made from
     * @param untilMillis epoch milliseconds at which the page changes by time alone
     */
    static CachedPage of(Page page, Set<PageKey> keys, long untilMillis) {
        var encoding = page.representation().isCompressible() ? Encoding.GZIP : Encoding.IDENTITY;
        return of(page, encoding, encoding::encode, keys, untilMillis);
    }

    /** A page that is sent once, in this coding, and kept nowhere: no change would remove it. */
    static CachedPage once(Page page, Encoding accepted, Style style) {
        var encoding = page.representation().isCompressible() ? accepted : Encoding.IDENTITY;
        return of(page, encoding, plain -> encoding.encodeOnce(plain, style), Set.of(), 0);
    }

    /** The same page for another address, at which it was made from this. */
    CachedPage at(Set<PageKey> madeFrom) {
        return new CachedPage(status, heads, hash, forms, weight, madeFrom, untilMillis);
    }

    /** The page in this coding; the first to ask for a compressed one makes it, in about a millisecond. */
    Form in(Encoding accepted) {
        var encoding = heads.isCompressible() ? accepted : Encoding.IDENTITY;
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

    Heads heads() {
        return heads;
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

    boolean hasSameWordsAs(CachedPage other) {
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
