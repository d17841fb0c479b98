package org.herald.exchange.wxr;

/**
 * The words of an HTML text one after the other, as fast as a glance: no tree is built, and entities part words. Good
 * enough to see that nothing is missing, which is so of nearly all texts, and no more than that.
 */
final class RunningWords {

    private static final int LONGEST_ENTITY = 12;

    private final String html;
    private int start; // of the word that was found last
    private int end; // of the same
    private boolean isEndless; // true once no tag ends any more

    private RunningWords(String html) {
        this.html = html;
    }

    /** True when the words of the one text are all in the other, in the same order. */
    static boolean areAllIn(String source, String saved) {
        var wanted = new RunningWords(source);
        var there = new RunningWords(saved);
        while (wanted.next()) {
            do {
                if (!there.next()) {
                    return false;
                }
            } while (!wanted.isSame(there));
        }
        return true;
    }

    private boolean isSame(RunningWords other) {
        int length = end - start;
        return length == other.end - other.start && html.regionMatches(start, other.html, other.start, length);
    }

    private boolean next() {
        int at = end;
        while (at < html.length()) {
            char character = html.charAt(at);
            if (character == '<' || character == '&') {
                at = character == '<' ? afterTag(at) : afterEntity(at);
            } else if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
                start = at;
                while (at < html.length() && isInside(html.charAt(at))) {
                    at++;
                }
                end = at;
                return true;
            } else {
                at++;
            }
        }
        end = at;
        return false;
    }

    /** Behind a tag; only behind its first character when it has no end. */
    private int afterTag(int at) {
        int close = isEndless ? -1 : html.indexOf('>', at);
        isEndless = close < 0;
        return isEndless ? at + 1 : close + 1;
    }

    private int afterEntity(int at) {
        int most = Math.min(html.length(), at + LONGEST_ENTITY);
        for (int i = at + 1; i < most; i++) {
            if (html.charAt(i) == ';') {
                return i + 1;
            }
        }
        return at + 1;
    }

    private static boolean isInside(char character) {
        return Character.isLetterOrDigit(character)
                || Character.isSurrogate(character)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
