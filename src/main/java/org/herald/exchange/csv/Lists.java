package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Blank;

/** Several texts in one cell, separated by semicolons; a backslash before a semicolon or backslash says that it is meant. */
final class Lists {

    private static final String SEPARATOR = "; ";

    private Lists() {}

    static String join(List<String> texts) {
        return String.join(
                SEPARATOR,
                texts.stream()
                        .map(text -> text.replace("\\", "\\\\").replace(";", "\\;"))
                        .toList());
    }

    /** The texts of a cell without those that are blank; a line end separates, too. */
    static List<String> split(String cell) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (int at = 0; at < cell.length(); at++) {
            char character = cell.charAt(at);
            boolean isEscape = character == '\\'
                    && at + 1 < cell.length()
                    && (cell.charAt(at + 1) == ';' || cell.charAt(at + 1) == '\\');
            if (isEscape) {
                at++;
                text.append(cell.charAt(at));
            } else if (character == ';' || character == '\n') {
                add(texts, text);
            } else {
                text.append(character);
            }
        }
        add(texts, text);
        return texts;
    }

    private static void add(List<String> texts, StringBuilder text) {
        String plain = Blank.strip(text.toString());
        if (!plain.isEmpty()) {
            texts.add(plain);
        }
        text.setLength(0);
    }
}
