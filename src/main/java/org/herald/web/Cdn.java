package org.herald.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.PageKey;

/**
 * A cache in front of the server that keeps pages and removes them by page key: how it is told which keys a page has.
 * It may keep a page until it is purged or changes by time (RFC 9213 and the Edge Architecture's Surrogate-Control).
 */
public enum Cdn {
    /** No cache in front, or one that asks each time. */
    NONE("none", "", ""),
    /** Varnish with the module xkey. */
    VARNISH("varnish", "xkey", " "),
    FASTLY("fastly", "Surrogate-Key", " "),
    CLOUDFLARE("cloudflare", "Cache-Tag", ",");

    private final String word;
    private final String header;
    private final String separator;

    Cdn(String word, String header, String separator) {
        this.word = word;
        this.header = header;
        this.separator = separator;
    }

    /** As it is named in settings. */
    public String word() {
        return word;
    }

    public static Optional<Cdn> of(String word) {
        return Arrays.stream(values()).filter(cdn -> cdn.word.equals(word)).findFirst();
    }

    /** The header that names the keys of an answer; empty for none. */
    String header() {
        return header;
    }

    /** The keys as this cache takes them, in answers and in purges. */
    public String list(Collection<PageKey> keys) {
        return keys.stream().map(PageKey::value).sorted().collect(Collectors.joining(separator));
    }
}
