package org.herald.exchange.csv;

/**
 * What an import says of one place of a file.
 *
 * @param line at which the row begins in the file; 0 for the file as a whole
 * @param column as the file names it; empty for the row as a whole
 * @param value that stands there; empty where there is none
 * @param isFault true when the row, or this value of it, was not taken
 */
public record ImportNote(int line, String column, String value, String message, boolean isFault) {

    private static final int MOST = 80;
    private static final int LONGEST = 1000;

    public static ImportNote fault(int line, String column, String value, String message) {
        return new ImportNote(line, column, value, message, true);
    }

    public static ImportNote note(int line, String column, String value, String message) {
        return new ImportNote(line, column, value, message, false);
    }

    /** One line: {@code line 12, area:en, "abc": Write a number.} */
    public String text() {
        var text = new StringBuilder(line == 0 ? "file" : "line " + line);
        if (!column.isEmpty()) {
            text.append(", ").append(column);
        }
        if (!value.isEmpty()) {
            text.append(", \"").append(excerpt(value, MOST)).append('"');
        }
        return text.append(": ").append(excerpt(message, LONGEST)).toString();
    }

    private static String excerpt(String value, int longest) {
        String line = value.replaceAll("[\\p{Cc}\\s]+", " ");
        int most = Math.min(longest, line.codePointCount(0, line.length()));
        String cut = line.substring(0, line.offsetByCodePoints(0, most));
        return cut.length() < line.length() ? cut + "…" : cut;
    }
}
