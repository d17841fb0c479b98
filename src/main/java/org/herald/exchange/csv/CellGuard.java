package org.herald.exchange.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula: what begins like one is written with an apostrophe before it, which
 * is taken away again when it is read. So a file is harmless when it is opened, and a value comes back exactly as it was.
 */
final class CellGuard {

    private static final Pattern FORMULA = Pattern.compile("(?s)'*+[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*");
    private static final Pattern NUMBER = Pattern.compile("-[0-9]+(?:[.][0-9]+)?");

    private CellGuard() {}

    /** The value as it stands in a file. */
    static String written(String value) {
        return FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches() ? "'" + value : value;
    }

    /** The value that stands in a file so. */
    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
