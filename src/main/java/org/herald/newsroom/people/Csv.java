package org.herald.newsroom.people;

import java.util.List;
import java.util.stream.Collectors;

/** Writes tables as comma-separated values (RFC 4180). */
final class Csv {

    private Csv() {}

    /** One line, with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it a text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
