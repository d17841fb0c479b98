package org.herald.site.feeds;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, well-formed whatever it is given: what XML 1.0 (section 2.2) does not allow is left out. */
public final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. */
    public Xml begin(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last. */
    public Xml end() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element with text. */
    public Xml element(String name, String value, String... attributes) {
        tag(name, attributes).append('>');
        escape(value, false);
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element with text, unless that is empty. */
    public Xml unlessEmpty(String name, String value, String... attributes) {
        return value.isEmpty() ? this : element(name, value, attributes);
    }

    /** An element that has attributes alone. */
    public Xml empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    /** The whole text; what is open is ended. */
    public String write() {
        while (!open.isEmpty()) {
            end();
        }
        return text.toString();
    }

    /** @param attributes names and values by turns */
    private StringBuilder tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            text.append(' ').append(attributes[at]).append("=\"");
            escape(attributes[at + 1], true);
            text.append('"');
        }
        return text;
    }

    private void escape(String value, boolean isAttribute) {
        legal(value).codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(isAttribute ? "&quot;" : "\"");
                case '\r' -> text.append("&#13;");
                case '\n', '\t' -> {
                    if (isAttribute) {
                        text.append("&#").append(letter).append(';');
                    } else {
                        text.appendCodePoint(letter);
                    }
                }
                default -> text.appendCodePoint(letter);
            }
        });
    }

    /** The text without what XML cannot say: most control characters, halves of pairs, and what is no character. */
    static String legal(String value) {
        return value.codePoints()
                .filter(letter -> letter == '\t'
                        || letter == '\n'
                        || letter == '\r'
                        || (letter >= ' ' && letter < Character.MIN_SURROGATE && !isControl(letter))
                        || (letter > Character.MAX_SURROGATE && letter < 0xFFFE)
                        || letter > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** DEL and the C1 controls, which XML allows and discourages. */
    private static boolean isControl(int letter) {
        return letter >= 0x7F && letter <= 0x9F;
    }
}
