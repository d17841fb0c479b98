package org.herald.model.kind;

import com.ibm.icu.text.Normalizer2;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One value of a field as filters and sorting ask for it.
 *
 * @param value what a filter compares: the word of a choice, a number in decimal notation
 * @param sort a text that sorts by its characters as the values do, at most {@link #LONGEST} long
 */
public record FilterValue(String value, String sort) {

    public static final int LONGEST = 200;

    private static final int DECIMALS = 6;
    private static final int DIGITS = 24;
    private static final BigInteger ALL = BigInteger.TEN.pow(DIGITS);

    static FilterValue of(String word) {
        return new FilterValue(shortened(word), sort(word));
    }

    static FilterValue of(String value, BigDecimal number) {
        return new FilterValue(shortened(value), sort(number));
    }

    /** Texts sort without regard to case and form; marks of letters count. */
    static String sort(String text) {
        return shortened(Normalizer2.getNFKCInstance().normalize(text).toLowerCase(Locale.ROOT));
    }

    /** Numbers sort as texts of equal length do; below zero they count down from above. */
    public static String sort(BigDecimal number) {
        BigInteger scaled = number.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .min(ALL.subtract(BigInteger.ONE));
        boolean isBelow = scaled.signum() < 0;
        BigInteger digits = isBelow ? ALL.add(scaled).max(BigInteger.ZERO) : scaled;
        String text = digits.toString();
        return (isBelow ? "0" : "1") + "0".repeat(DIGITS - text.length()) + text;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
