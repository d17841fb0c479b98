package org.herald.web;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Says that nothing is at an address, in words that many such addresses share.
 *
 * @param key under which it is kept for all of them; see {@link CacheKeys}
 * @param type the media type of the page
 * @param page makes it, when it is not kept
 */
public record MissingPage(String key, String type, Supplier<Page> page) {

    static final int STATUS = 404;

    /** Before the keys of such pages, so that none is an address. */
    private static final String MARK = "missing:";

    /** The key of the page that says so in these words. */
    public static String key(String words) {
        return MARK + words;
    }

    static boolean isKey(String key) {
        return key.startsWith(MARK);
    }

    public Response toResponse() {
        return Response.status(STATUS)
                .type(type)
                .header("Cache-Control", "no-store")
                .entity(this)
                .build();
    }
}
