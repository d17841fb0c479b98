package org.herald.exchange.wxr;

import org.herald.model.Blank;
import org.jsoup.Jsoup;

/** The words of a piece of HTML on one line. */
final class PlainWords {

    private PlainWords() {}

    static String of(String html) {
        return Blank.strip(isPlain(html) ? html : Jsoup.parse(html).text());
    }

    /** True for one line of words, with single spaces between them, in which nothing can be markup. */
    private static boolean isPlain(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean isShown = at >= ' ' && (at < 0x7f || at > 0xad) && at != '\u200b' && !Character.isSurrogate(at);
            if (!isShown || at == '<' || at == '&' || (at == ' ' && before == ' ')) {
                return false;
            }
            before = at;
        }
        return true;
    }
}
