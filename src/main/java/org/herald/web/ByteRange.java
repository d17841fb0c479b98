package org.herald.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file or page that a reader asked for (RFC 9110, section 14).
 *
 * @param first offset of its first byte
 * @param last offset of its last byte, not before the first
 */
public record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a request's {@code Range} asks of so many bytes. */
    public sealed interface Asked {

        /** Everything: there is no range, or one that is ignored because it is malformed or several. */
        record All() implements Asked {}

        /** One part. */
        record Part(ByteRange range) implements Asked {}

        /** A part that is not there: 416. */
        record Nothing() implements Asked {}
    }

    /**
     * Reads the request's {@code Range}. Several ranges at once are answered with everything, which section 14.2 allows.
     *
     * @param range the field's value; nothing when the request has none
     * @param ifRange the value of {@code If-Range}; nothing when the request has none
     * @param tag the strong entity tag of the bytes, with its quotes
     * @param length how many bytes there are
     */
    public static Asked asked(@Nullable String range, @Nullable String ifRange, String tag, long length) {
        if (range == null || (ifRange != null && !ifRange.strip().equals(tag))) {
            return new Asked.All();
        }
        Matcher parts = ONE.matcher(range.strip());
        if (!parts.matches()) {
            return new Asked.All();
        }
        String first = parts.group(1);
        String last = parts.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Asked.All() : ending(Long.parseLong(last), length);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Asked.All();
        }
        return from >= length ? new Asked.Nothing() : new Asked.Part(new ByteRange(from, to));
    }

    private static Asked ending(long count, long length) {
        return count == 0 || length == 0
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange(Math.max(0, length - count), length - 1));
    }

    public long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range} for this part of so many bytes. */
    public String contentRange(long length) {
        return "bytes " + first + "-" + last + "/" + length;
    }

    /** The value of {@code Content-Range} of an answer 416. */
    public static String unsatisfied(long length) {
        return "bytes */" + length;
    }
}
