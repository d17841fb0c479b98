package org.herald.model.kind;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year or a span of years in the notation of EDTF (ISO 8601-2): {@code 1520}, {@code 1520~} for about 1520, {@code
 * 1907/1910}, {@code -0051} for 52 BC.
 *
 * @param until the same as {@code from} for one year
 */
record YearText(Year from, Year until) {

    /**
     * One year.
     *
     * @param number as ISO 8601 counts: 0 is 1 BC
     */
    record Year(int number, boolean isAbout) {

        private static final int MOST = 9_999;

        private static final Pattern STORED = Pattern.compile("(-?)([0-9]{4})(~?)");
        private static final String ABOUT = "(?:(c[.]?|ca[.]?|circa|about|~|каля|около|ок[.]?)\\s*)?";
        private static final String BEFORE = "(?:\\s*(bc|bce|b[.]\\s?c[.](?:\\s?e[.])?|д[оа]\\s?н[.]?\\s?э[.]?))?";
        private static final Pattern TYPED =
                Pattern.compile(ABOUT + "([0-9]{1,4})(~?)(?:\\s?(?:г[.]?|год|ad|ce|н[.]\\s?э[.]))?" + BEFORE);

        static Optional<Year> stored(String text) {
            Matcher parts = STORED.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(parts.group(2));
            boolean isNegative = !parts.group(1).isEmpty();
            return isNegative && number == 0
                    ? Optional.empty()
                    : Optional.of(new Year(
                            isNegative ? -number : number, !parts.group(3).isEmpty()));
        }

        /** @param isBefore true when the end of a span says so of both */
        static Optional<Year> typed(String text, boolean isBefore) {
            Matcher parts = TYPED.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(parts.group(2));
            boolean isAbout = parts.group(1) != null || !parts.group(3).isEmpty();
            boolean isBc = isBefore || parts.group(4) != null;
            return number == 0 ? Optional.empty() : Optional.of(new Year(isBc ? 1 - number : number, isAbout));
        }

        static boolean isBefore(String text) {
            Matcher parts = TYPED.matcher(text);
            return parts.matches() && parts.group(4) != null;
        }

        boolean isBc() {
            return number <= 0;
        }

        /** The year as historians count it, without the era. */
        int ofEra() {
            return isBc() ? 1 - number : number;
        }

        String stored() {
            int digits = Math.min(Math.abs(number), MOST);
            return (number < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", digits) + (isAbout ? "~" : "");
        }

        String shown() {
            return (isAbout ? "~" : "") + ofEra() + (isBc() ? " BC" : "");
        }
    }

    private static final int LONGEST = 60;
    private static final String TO = "\\s*[-–—/]\\s*";

    static Optional<YearText> stored(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Year.stored(text).map(year -> new YearText(year, year));
        }
        return Year.stored(text.substring(0, slash))
                .flatMap(from -> Year.stored(text.substring(slash + 1)).map(until -> new YearText(from, until)))
                .filter(YearText::isForward);
    }

    static Optional<YearText> typed(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = typed.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        if (text.startsWith("-")) {
            return stored(text);
        }
        String[] ends = text.split(TO, 3);
        if (ends.length == 1) {
            return Year.typed(text, false).map(year -> new YearText(year, year));
        }
        return ends.length > 2
                ? Optional.empty()
                : Year.typed(ends[0], Year.isBefore(ends[1]))
                        .flatMap(from -> Year.typed(ends[1], false).map(until -> new YearText(from, until)))
                        .filter(YearText::isForward);
    }

    boolean isSpan() {
        return !from.equals(until);
    }

    private boolean isForward() {
        return from.number() < until.number();
    }

    String stored() {
        return isSpan() ? from.stored() + "/" + until.stored() : from.stored();
    }

    String shown() {
        return isSpan() ? from.shown() + "–" + until.shown() : from.shown();
    }
}
