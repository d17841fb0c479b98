package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.herald.web.ByteRange.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges of RFC 9110, section 14.1.2, asked of ten bytes. */
final class ByteRangeTest {

    private static final String TAG = "\"a\"";

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(null, null, new Asked.All()),
                Arguments.of("bytes=0-3", null, part(0, 3)),
                Arguments.of("bytes=9-9", null, part(9, 9)),
                Arguments.of("bytes=4-", null, part(4, 9)),
                Arguments.of("bytes=4-99", null, part(4, 9)),
                Arguments.of("bytes=-3", null, part(7, 9)),
                Arguments.of("bytes=-99", null, part(0, 9)),
                Arguments.of("bytes=-0", null, new Asked.Nothing()),
                Arguments.of("bytes=10-", null, new Asked.Nothing()),
                Arguments.of("bytes=5-4", null, new Asked.All()),
                Arguments.of("bytes=-", null, new Asked.All()),
                Arguments.of("bytes=0-1,3-4", null, new Asked.All()),
                Arguments.of("lines=0-1", null, new Asked.All()),
                Arguments.of("bytes=99999999999999999999-", null, new Asked.All()),
                Arguments.of("bytes=0-3", TAG, part(0, 3)),
                Arguments.of("bytes=0-3", "\"b\"", new Asked.All()),
                Arguments.of("bytes=0-3", "W/" + TAG, new Asked.All()),
                Arguments.of("bytes=0-3", "Sat, 21 Nov 2026 12:00:00 GMT", new Asked.All()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asked(@Nullable String range, @Nullable String ifRange, Asked expected) {
        assertEquals(expected, ByteRange.asked(range, ifRange, TAG, 10));
    }

    private static Asked part(long first, long last) {
        return new Asked.Part(new ByteRange(first, last));
    }
}
