package org.herald.model.kind;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number as people type it: {@code 1234.5}, {@code 1 234,5}, {@code 1,234.5}, {@code 1.234,5}. What could be
 * read in two ways, such as {@code 1,234}, is not guessed.
 */
sealed interface DecimalText {

    record Decimal(BigDecimal value) implements DecimalText {}

    /** Two numbers that may be meant, as they would be written beyond doubt. */
    record Unclear(String one, String other) implements DecimalText {}

    record Invalid() implements DecimalText {}

    int MOST_DIGITS = 24;

    Pattern SPACED = Pattern.compile("[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?");
    Pattern PLAIN = Pattern.compile("[0-9]+");
    Pattern GROUPED_BY_POINTS = Pattern.compile("[0-9]{1,3}(?:[.][0-9]{3})+(?:,[0-9]+)?");
    Pattern GROUPED_BY_COMMAS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?");
    Pattern WITH_MARK = Pattern.compile("[0-9]*[.,][0-9]+");
    Pattern THREE_AFTER = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    static DecimalText read(String typed) {
        String text = digits(Blank.strip(typed));
        boolean isBelow = text.startsWith("-");
        String number = isBelow || text.startsWith("+") ? Blank.strip(text.substring(1)) : text;
        if (number.length() > 2 * MOST_DIGITS
                || number.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
            return new Invalid();
        }
        String sign = isBelow ? "-" : "";
        if (THREE_AFTER.matcher(number).matches()) {
            String whole = number.replaceAll("[.,]", "");
            return new Unclear(sign + whole, sign + number.replace(',', '.') + "0");
        }
        String plain = plain(number);
        return plain.isEmpty() ? new Invalid() : new Decimal(new BigDecimal(sign + plain));
    }

    private static String plain(String number) {
        if (PLAIN.matcher(number).matches()) {
            return number;
        }
        if (SPACED.matcher(number).matches()) {
            return number.replace(" ", "").replace(',', '.');
        }
        if (WITH_MARK.matcher(number).matches()) {
            return "0" + number.replace(',', '.');
        }
        if (GROUPED_BY_POINTS.matcher(number).matches()) {
            return number.replace(".", "").replace(',', '.');
        }
        return GROUPED_BY_COMMAS.matcher(number).matches() ? number.replace(",", "") : "";
    }

    /** The number in a notation that is read as the same number: {@code 1.2340} where {@code 1.234} would be unclear. */
    static String shown(String plain) {
        String number = plain.startsWith("-") ? plain.substring(1) : plain;
        return THREE_AFTER.matcher(number).matches() ? plain + "0" : plain;
    }

    /** The one notation in which numbers are stored. */
    static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The number that is stored so; null for anything else. */
    static @Nullable BigDecimal stored(String text) {
        return text.matches("-?[0-9]{1,24}(?:[.][0-9]{1,24})?") ? new BigDecimal(text) : null;
    }

    /** One kind of minus, space and digit. */
    private static String digits(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Character.isDigit(character)) {
                plain.append((char) ('0' + Character.digit(character, 10)));
            } else if (Character.isSpaceChar(character) || character == '\'' || character == '’') {
                plain.append(' ');
            } else if (character == '−' || character == '–') {
                plain.append('-');
            } else {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }
}
