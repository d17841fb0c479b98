package org.herald.publish.body;

import java.util.regex.Pattern;

/**
 * Brings a text together in which blocks stood: one break between the words of two blocks, one space between words that
 * stood apart, neither before nor after all words.
 */
final class Lines {

    /** Where a block begins or ends. No text holds it. */
    static final char EDGE = '\0';

    /** Where something begins or ends that stands apart from the words around it. No text holds it. */
    static final char APART = '\1';

    private static final String BREAK = "<br>";

    /** A tag, the edge of a block, or the text between. */
    private static final Pattern PIECE = Pattern.compile("<[^>]*+>|[\\x00\\x01]|[^<\\x00\\x01]++");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final StringBuilder out = new StringBuilder();
    private int edge = -1; // where a break would stand, or -1
    private boolean hasWords; // changes as words are added
    private boolean isBroken = true; // no words since the beginning or the last break

    private Lines() {}

    /** The text, with a break for each edge that has words on both sides. */
    static String joined(String html) {
        if (html.indexOf(EDGE) < 0 && html.indexOf(APART) < 0 && !html.contains("  ")) {
            return html;
        }
        var lines = new Lines();
        PIECE.matcher(html).results().forEach(piece -> lines.add(piece.group()));
        return lines.out.toString();
    }

    private void add(String piece) {
        if (piece.charAt(0) == EDGE) {
            atEdge();
        } else if (piece.charAt(0) == APART) {
            if (hasWords && !isBroken && edge < 0 && !endsWithSpace()) {
                out.append(' ');
            }
        } else if (piece.equals(BREAK)) {
            edge = -1;
            isBroken = true;
            out.append(piece);
        } else if (piece.startsWith("<")) {
            out.append(piece);
        } else {
            text(piece);
        }
    }

    private void atEdge() {
        if (edge < 0) {
            while (endsWithSpace()) {
                out.setLength(out.length() - 1);
            }
            edge = out.length();
        }
    }

    private boolean endsWithSpace() {
        return !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
    }

    private void text(String piece) {
        boolean isBlank = InlineReader.isEmpty(piece);
        String text = edge >= 0 || endsWithSpace() || (!hasWords && isBlank) ? piece.stripLeading() : piece;
        if (!isBlank) {
            if (edge >= 0 && hasWords && !isBroken) {
                out.insert(edge, BREAK);
            }
            edge = -1;
            hasWords = true;
            isBroken = false;
        }
        out.append(SPACES.matcher(text).replaceAll(" "));
    }
}
