package org.herald.model.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Blank;

/**
 * Coordinates as people type or paste them: decimal, in degrees, minutes and seconds with a letter of the compass, or as
 * a link of a map.
 *
 * @param latitude north is above zero
 * @param longitude east is above zero
 */
record CoordinateText(BigDecimal latitude, BigDecimal longitude) {

    private static final int DECIMALS = 6; // a tenth of a metre
    private static final int LONGEST = 2_000;
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private static final String NUMBER = "(-?[0-9]{1,3}(?:[.,][0-9]{1,15})?)";
    private static final String POINT = "(-?[0-9]{1,3}(?:[.][0-9]{1,15})?)";
    private static final String COMPASS = "([СЮ][. ]*Ш[.]?|[ВЗ][. ]*Д[.]?|П[НД][. ]*Ш[.]?|[УЗ][. ]*Д[.]?|[NSEWСЮВЗ])";
    private static final String MINUTES = "([0-9]{1,2}(?:[.,][0-9]{1,15})?)";
    private static final String DEGREES =
            NUMBER + "\\s*(?:[°º]\\s*(?:" + MINUTES + "\\s*['′’]\\s*(?:" + MINUTES + "\\s*(?:[\"″”]|'')\\s*)?)?)?";

    /** One angle, with its letter before or after it. */
    private static final Pattern LETTER_FIRST =
            Pattern.compile("(?<compass>" + COMPASS.substring(1) + "\\s*" + DEGREES);

    private static final Pattern LETTER_LAST = Pattern.compile(DEGREES + "(?<compass>" + COMPASS.substring(1) + "?");

    private static final Pattern PAIR = Pattern.compile("(-?[0-9]{1,3}[.][0-9]+)[\\s,;]+(-?[0-9]{1,3}[.][0-9]+)");
    private static final Pattern WITH_COMMAS =
            Pattern.compile("(-?[0-9]{1,3},[0-9]+)(?:\\s*;\\s*|\\s+)(-?[0-9]{1,3},[0-9]+)");
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,3})(?:\\s*[,;]\\s*|\\s+)(-?[0-9]{1,3})");
    private static final Pattern MIXED = Pattern.compile(POINT + "(?:\\s*[,;]\\s*|\\s+)" + POINT);

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]{1,3},[0-9]{1,15}");

    /** Links of maps; Yandex writes the longitude first. */
    private static final Pattern OSM_MARKER = Pattern.compile("[?&]mlat=" + POINT + ".*?[?&]mlon=" + POINT);

    private static final Pattern OSM_VIEW = Pattern.compile("#map=[0-9.]+/" + POINT + "/" + POINT);
    private static final Pattern GOOGLE_PLACE = Pattern.compile("!3d" + POINT + "!4d" + POINT);
    private static final Pattern GOOGLE_VIEW = Pattern.compile("/@" + POINT + "," + POINT);
    private static final Pattern QUERY =
            Pattern.compile("[?&](?:q|ll|query|destination)=" + POINT + "(?:,|%2C)" + POINT);
    private static final Pattern YANDEX =
            Pattern.compile("[?&](?:pt|ll|whatshere\\[point]|whatshere%5Bpoint%5D)=" + POINT + "(?:,|%2C)" + POINT);
    private static final Pattern GEO = Pattern.compile("geo:" + POINT + "," + POINT + "(?:[;,?].*)?");

    /** Both from one text. */
    static Optional<CoordinateText> pair(String typed) {
        String text = Blank.strip(typed).replace('\u00a0', ' ').replace('−', '-');
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.matches("(?i)(?:https?|geo):.*")) {
            return link(text);
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return Optional.empty(); // one number, not two whole ones
        }
        String plain = text.replaceAll("^[(\\[]|[)\\]]$", "");
        for (Pattern pattern : new Pattern[] {PAIR, WITH_COMMAS, WHOLE, MIXED}) {
            Matcher parts = pattern.matcher(plain);
            if (parts.matches()) {
                return Optional.of(new CoordinateText(decimal(parts.group(1)), decimal(parts.group(2))));
            }
        }
        return angles(plain.toUpperCase(Locale.ROOT));
    }

    private static Optional<CoordinateText> link(String url) {
        boolean isYandex = url.matches("(?i)https?://[^/]*yandex[.].*");
        if (isYandex) {
            Matcher parts = YANDEX.matcher(url);
            return parts.find()
                    ? Optional.of(new CoordinateText(decimal(parts.group(2)), decimal(parts.group(1))))
                    : Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {OSM_MARKER, GOOGLE_PLACE, QUERY, OSM_VIEW, GOOGLE_VIEW, GEO}) {
            Matcher parts = pattern.matcher(url);
            if (parts.find()) {
                return Optional.of(new CoordinateText(decimal(parts.group(1)), decimal(parts.group(2))));
            }
        }
        return Optional.empty();
    }

    /** Two angles with letters, in either order. */
    private static Optional<CoordinateText> angles(String text) {
        Matcher one = pattern(text).matcher(text);
        if (!one.lookingAt()) {
            return Optional.empty();
        }
        Matcher other = pattern(text).matcher(text.substring(one.end()).replaceFirst("^[\\s,;]+", ""));
        if (!other.matches()) {
            return Optional.empty();
        }
        char first = compass(one);
        char second = compass(other);
        if (isLatitude(first) && isLongitude(second)) {
            return both(angle(one), angle(other));
        }
        return isLongitude(first) && isLatitude(second) ? both(angle(other), angle(one)) : Optional.empty();
    }

    private static Optional<CoordinateText> both(Optional<BigDecimal> latitude, Optional<BigDecimal> longitude) {
        return latitude.flatMap(north -> longitude.map(east -> new CoordinateText(north, east)));
    }

    /** One of both; its letter, if there is one, must be of this side. */
    static Optional<BigDecimal> one(String typed, boolean isLatitude) {
        String text =
                Blank.strip(typed).replace('\u00a0', ' ').replace('−', '-').toUpperCase(Locale.ROOT);
        Matcher parts = pattern(text).matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        char letter = compass(parts);
        boolean isOfSide = letter == 0 || (isLatitude ? isLatitude(letter) : isLongitude(letter));
        return isOfSide ? angle(parts) : Optional.empty();
    }

    private static Pattern pattern(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0)) ? LETTER_FIRST : LETTER_LAST;
    }

    private static Optional<BigDecimal> angle(Matcher parts) {
        int first = parts.pattern().equals(LETTER_FIRST) ? 2 : 1;
        String written = parts.group(first);
        BigDecimal degrees = decimal(written);
        BigDecimal minutes = parts.group(first + 1) == null ? BigDecimal.ZERO : decimal(parts.group(first + 1));
        BigDecimal seconds = parts.group(first + 2) == null ? BigDecimal.ZERO : decimal(parts.group(first + 2));
        if (minutes.compareTo(SIXTY) >= 0 || seconds.compareTo(SIXTY) >= 0) {
            return Optional.empty();
        }
        var fraction = minutes.multiply(SIXTY)
                .add(seconds)
                .divide(BigDecimal.valueOf(3600), DECIMALS + 3, RoundingMode.HALF_UP);
        boolean isBelow = written.startsWith("-");
        BigDecimal angle = isBelow ? degrees.subtract(fraction) : degrees.add(fraction);
        char letter = compass(parts);
        if (isBelow && letter != 0) {
            return Optional.empty();
        }
        return Optional.of(rounded(letter == 'S' || letter == 'W' ? angle.negate() : angle));
    }

    /** N, S, E or W, in whatever language it was written; 0 without one. */
    private static char compass(Matcher parts) {
        String letters = parts.group("compass");
        if (letters == null) {
            return 0;
        }
        return switch (letters.charAt(0)) {
            case 'N', 'С' -> 'N';
            case 'S', 'Ю' -> 'S';
            case 'E', 'В', 'У' -> 'E';
            case 'W', 'З' -> 'W';
            default -> letters.startsWith("ПН") ? 'N' : 'S';
        };
    }

    private static boolean isLatitude(char letter) {
        return letter == 'N' || letter == 'S';
    }

    private static boolean isLongitude(char letter) {
        return letter == 'E' || letter == 'W';
    }

    private static BigDecimal decimal(String text) {
        return rounded(new BigDecimal(text.replace(',', '.')));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
    }
}
