package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.herald.cli.SampleSite;
import org.herald.testing.RawAnswer;
import org.herald.testing.RawHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What RFC 9110 (HTTP Semantics) and RFC 9111 (HTTP Caching) ask of an origin server, section by section, of a kept page, a
 * page that is made for the request, and a file. docs/http.md says which requirements stand here, and explains deviations.
 */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class HttpConformanceTest {

    private static final String KEPT = "/en/news/culture";
    private static final String MADE = "/en/news/cultur%65";
    private static final String FILE = "/theme/emblem.svg";

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    @Inject
    InstantSource clock;

    @Nested
    @DisplayName("RFC 9110, section 6.6.1: Date")
    class Dates {

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE, "/en/nowhere", "/"})
        void everyAnswerHasTheDate(String path) throws IOException {
            String date = get(path).header("date");
            Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertTrue(Duration.between(at, clock.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0, date);
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 7.2: Host")
    class Hosts {

        @Test
        void requestWithoutHostIsBad() throws IOException {
            assertEquals(
                    400,
                    ask("GET " + KEPT + " HTTP/1.1\r\nConnection: close\r\n\r\n")
                            .status());
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 8: representations")
    class Representations {

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void tagsAreStrongAndDifferByCoding(String path) throws IOException {
            var tags = Arrays.stream(new String[] {"identity", "gzip", "br", "zstd"})
                    .map(coding -> tag(path, coding))
                    .toList();
            assertEquals(4, Set.copyOf(tags).size(), tags.toString());
            tags.forEach(tag -> assertTrue(tag.matches("\"[^\"]+\""), tag));
        }

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void sameBytesHaveTheSameTag(String path) throws IOException {
            assertEquals(get(path).header("etag"), get(path).header("etag"));
            assertEquals(get(path).body(), get(path).body());
        }

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void lengthIsThatOfTheContent(String path) throws IOException {
            var answer = get(path);
            assertEquals(Integer.toString(answer.body().length()), answer.header("content-length"));
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 9.3: methods")
    class Methods {

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE, "/en/nowhere"})
        void headIsGetWithoutContent(String path) throws IOException {
            var get = get(path);
            var head = ask("HEAD", path);
            assertEquals(get.status(), head.status());
            assertEquals(0, head.body().length());
            for (String name : List.of("content-type", "content-length", "etag", "cache-control", "vary")) {
                assertEquals(get.header(name), head.header(name), name);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
        void methodThatAPageDoesNotHaveIsRefusedWithThoseItHas(String method) throws IOException {
            var answer = ask(method, KEPT, "Content-Length: 0");
            assertEquals(405, answer.status());
            assertTrue(answer.header("allow").contains("GET"), answer.header("allow"));
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 12.5: content negotiation")
    class Negotiation {

        @Test
        void codingIsTakenOnlyWhenAccepted() throws IOException {
            assertEquals("", get(KEPT).header("content-encoding"));
            assertEquals("", get(KEPT, "Accept-Encoding:").header("content-encoding"));
            assertEquals("", get(KEPT, "Accept-Encoding: deflate").header("content-encoding"));
            assertEquals("", get(KEPT, "Accept-Encoding: gzip;q=0, br;q=0.000").header("content-encoding"));
            assertEquals("gzip", get(KEPT, "Accept-Encoding: gzip").header("content-encoding"));
            assertEquals("zstd", get(KEPT, "Accept-Encoding: gzip, zstd").header("content-encoding"));
            assertEquals("br", get(KEPT, "Accept-Encoding: gzip, zstd, br").header("content-encoding"));
        }

        @Test
        void namesOfCodingsHaveNoCase() throws IOException {
            assertEquals("gzip", get(KEPT, "Accept-Encoding: GZip").header("content-encoding"));
        }

        @Test
        void oldNameOfGzipMeansIt() throws IOException {
            assertEquals("gzip", get(KEPT, "Accept-Encoding: x-gzip").header("content-encoding"));
        }

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void answersThatDependOnTheCodingSaySo(String path) throws IOException {
            assertEquals("Accept-Encoding", get(path).header("vary"));
            assertEquals("Accept-Encoding", get(path, "Accept-Encoding: br").header("vary"));
            String tag = get(path).header("etag");
            assertEquals("Accept-Encoding", get(path, "If-None-Match: " + tag).header("vary"));
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 13: conditional requests")
    class Conditions {

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void whoHasItIsToldSo(String path) throws IOException {
            String tag = get(path).header("etag");
            for (String asked : List.of(tag, "W/" + tag, "\"x\", " + tag, "\"x\"," + tag + ", \"y\"", "*")) {
                var answer = get(path, "If-None-Match: " + asked);
                assertEquals(304, answer.status(), asked);
                assertEquals(0, answer.body().length());
                assertEquals(tag, answer.header("etag"));
                assertEquals(get(path).header("cache-control"), answer.header("cache-control"));
                assertEquals("", answer.header("content-encoding"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void whoHasAnotherGetsIt(String path) throws IOException {
            String tag = get(path).header("etag");
            String inside = tag.substring(1, tag.length() - 1);
            for (String asked : List.of("\"x\"", inside, "\"" + inside + "x\"", "\"x" + inside + "\"", "\"")) {
                assertEquals(200, get(path, "If-None-Match: " + asked).status(), asked);
            }
        }

        @Test
        void tagOfAnotherCodingIsAnother() throws IOException {
            String tag = tag(KEPT, "gzip");
            assertEquals(200, get(KEPT, "If-None-Match: " + tag).status());
            assertEquals(
                    304,
                    get(KEPT, "If-None-Match: " + tag, "Accept-Encoding: gzip").status());
        }

        @ParameterizedTest
        @ValueSource(strings = {KEPT, MADE, FILE})
        void whoWantsOnlyAnotherStateIsRefused(String path) throws IOException {
            String tag = get(path).header("etag");
            assertEquals(200, get(path, "If-Match: " + tag).status());
            assertEquals(200, get(path, "If-Match: *").status());
            assertEquals(412, get(path, "If-Match: \"x\"").status());
            assertEquals(412, get(path, "If-Match: W/" + tag).status(), "compared strongly");
        }

        @Test
        void datesAreIgnoredWhereThereIsNone() throws IOException {
            assertEquals("", get(KEPT).header("last-modified"));
            String future = "Fri, 01 Jan 2100 00:00:00 GMT";
            assertEquals(200, get(KEPT, "If-Modified-Since: " + future).status());
            String past = "Sat, 01 Jan 2000 00:00:00 GMT";
            assertEquals(200, get(KEPT, "If-Unmodified-Since: " + past).status());
        }

        @Test
        void conditionsOfWhatIsNotThereAreIgnored() throws IOException {
            assertEquals(404, get("/en/nowhere", "If-None-Match: *").status());
            assertEquals(404, get("/en/nowhere", "If-Match: \"x\"").status());
        }
    }

    @Nested
    @DisplayName("RFC 9110, section 14: ranges")
    class Ranges {

        @Test
        void partsOfAKeptPage() throws IOException {
            String all = get(KEPT).body();
            var part = get(KEPT, "Range: bytes=10-19");
            assertEquals(206, part.status());
            assertEquals("bytes 10-19/" + all.length(), part.header("content-range"));
            assertEquals(all.substring(10, 20), part.body());
            assertEquals(get(KEPT).header("etag"), part.header("etag"));
            assertEquals("Accept-Encoding", part.header("vary"));
            assertEquals("bytes", get(KEPT).header("accept-ranges"));
            var end = get(KEPT, "Range: bytes=-5");
            assertEquals(all.substring(all.length() - 5, all.length()), end.body());
        }

        @Test
        void partsAreOfTheCodedBytes() throws IOException {
            String all = get(KEPT, "Accept-Encoding: gzip").body();
            var part = get(KEPT, "Accept-Encoding: gzip", "Range: bytes=0-9");
            assertEquals(all.substring(0, 10), part.body());
            assertEquals("gzip", part.header("content-encoding"));
        }

        @Test
        void partThatIsNotThere() throws IOException {
            var answer = get(KEPT, "Range: bytes=99999999-");
            assertEquals(416, answer.status());
            assertEquals("bytes */" + get(KEPT).body().length(), answer.header("content-range"));
        }

        @Test
        void rangesOfNoUseAreIgnored() throws IOException {
            for (String range : List.of("bytes=5-4", "bytes=a-b", "pages=1-2", "bytes=0-1,4-5")) {
                assertEquals(200, get(KEPT, "Range: " + range).status(), range);
            }
            assertEquals(200, ask("HEAD", KEPT, "Range: bytes=0-1").status());
        }

        @Test
        void rangeOfAnotherStateIsIgnored() throws IOException {
            String tag = get(KEPT).header("etag");
            assertEquals(206, get(KEPT, "Range: bytes=0-1", "If-Range: " + tag).status());
            assertEquals(200, get(KEPT, "Range: bytes=0-1", "If-Range: \"x\"").status());
            assertEquals(
                    200, get(KEPT, "Range: bytes=0-1", "If-Range: W/" + tag).status());
        }

        @Test
        void conditionComesBeforeRange() throws IOException {
            String tag = get(KEPT).header("etag");
            assertEquals(
                    304, get(KEPT, "Range: bytes=0-1", "If-None-Match: " + tag).status());
        }
    }

    @Nested
    @DisplayName("RFC 9111: caching")
    class Caching {

        @Test
        void pagesAreKeptOnlyToBeAskedAbout() throws IOException {
            assertEquals("public, no-cache", get(KEPT).header("cache-control"));
            assertEquals("public, no-cache", get(MADE).header("cache-control"));
        }

        @Test
        void whatIsNotThereIsNotKept() throws IOException {
            assertEquals("no-store", get("/en/nowhere").header("cache-control"));
            assertEquals("no-store", get("/en/nowhere").header("cache-control"), "the second time too");
        }

        @Test
        void pagesSetNoCookie() throws IOException {
            assertEquals("", get(KEPT).header("set-cookie"));
            assertEquals("", get(MADE).header("set-cookie"));
        }

        @Test
        void withoutACacheInFrontNothingIsSaidToOne() throws IOException {
            var answer = get(KEPT);
            for (String name :
                    List.of("surrogate-control", "cdn-cache-control", "surrogate-key", "cache-tag", "xkey")) {
                assertEquals("", answer.header(name), name);
            }
        }

        @Test
        void nothingIsThereIsTheSameEachTime() throws IOException {
            var first = get("/en/not-there");
            var second = get("/en/not-there");
            assertEquals(404, first.status());
            assertEquals(first.body(), second.body());
            assertFalse(first.body().isEmpty());
            assertNotEquals("", first.header("content-type"));
        }
    }

    private String tag(String path, String coding) {
        try {
            return get(path, "Accept-Encoding: " + coding).header("etag");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private RawAnswer get(String path, String... headers) throws IOException {
        return ask("GET", path, headers);
    }

    private RawAnswer ask(String method, String path, String... headers) throws IOException {
        var request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: portal.test\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return ask(request.append("\r\n").toString());
    }

    private RawAnswer ask(String request) throws IOException {
        return RawHttp.ask(server, request);
    }
}
