package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.herald.model.PageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page is sent as, its bytes, type and headers are kept. */
final class CachedPageTest {

    private static final byte[] BYTES = "One and the same words. ".repeat(50).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html;charset=UTF-8",
                "text/calendar;charset=UTF-8",
                "text/csv;charset=UTF-8",
                "application/json",
                "application/geo+json",
                "application/feed+json;charset=UTF-8",
                "application/atom+xml;charset=UTF-8",
                "application/xml",
                "application/json-seq"
            })
    void textOfAnyTypeIsKeptCompressed(String type) {
        var page = kept(Representation.binary(type, BYTES));
        var gzip = page.in(Encoding.GZIP);

        assertEquals(Encoding.GZIP, gzip.encoding());
        assertArrayEquals(BYTES, Gzip.decode(gzip.bytes().getBytes()));
        assertArrayEquals(BYTES, page.in(Encoding.IDENTITY).bytes().getBytes());
        assertEquals(type, page.heads().type().toString());
        assertEquals("Accept-Encoding", headers(page, gzip).get("vary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "application/zip", "application/pdf", "audio/mpeg", "application/octet-stream"})
    void whatIsCompressedAlreadyIsSentAsItIs(String type) {
        var page = kept(Representation.binary(type, BYTES));
        for (var accepted : Encoding.values()) {
            var form = page.in(accepted);
            assertEquals(Encoding.IDENTITY, form.encoding());
            assertArrayEquals(BYTES, form.bytes().getBytes());
            assertNull(headers(page, form).get("vary"));
        }
    }

    @Test
    void rulesAndHeadersAreItsOwn() {
        var feed = Representation.text("application/atom+xml;charset=UTF-8", "<feed/>")
                .cached("public, max-age=300")
                .with(Map.of("Link", "</en>; rel=\"alternate\""));
        var page = kept(feed);
        var headers = headers(page, page.in(Encoding.GZIP));

        assertEquals("public, max-age=300", headers.get("cache-control"));
        assertEquals("</en>; rel=\"alternate\"", headers.get("link"));
        assertEquals("bytes", headers.get("accept-ranges"));
        assertEquals("public, no-cache", headers(kept(Representation.html("x"))).get("cache-control"));
    }

    @Test
    void whatIsNotThereIsNotToBeStored() {
        var page = CachedPage.of(
                new Page(404, Representation.text("application/json", "{}").cached("public, max-age=300")),
                Set.of(PageKey.OUTLINE),
                Long.MAX_VALUE);
        assertEquals("no-store", headers(page).get("cache-control"));
    }

    private static CachedPage kept(Representation representation) {
        return CachedPage.of(new Page(200, representation), Set.of(PageKey.OUTLINE), Long.MAX_VALUE);
    }

    private static Map<String, String> headers(CachedPage page) {
        return headers(page, page.in(Encoding.GZIP));
    }

    private static Map<String, String> headers(CachedPage page, CachedPage.Form form) {
        var headers = new LinkedHashMap<String, String>();
        new PageHeaders(Cdn.NONE, InstantSource.fixed(Instant.EPOCH))
                .of(
                        page,
                        form,
                        (name, value) -> headers.put(name.toString().toLowerCase(Locale.ROOT), value.toString()));
        return headers;
    }
}
