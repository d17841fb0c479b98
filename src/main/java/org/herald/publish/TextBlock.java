package org.herald.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A block of a body as it is compared: its HTML, written in one way whoever wrote it before, and its words.
 *
 * @param text what a reader reads of it; the alternative text where it is a picture
 */
record TextBlock(String tag, String html, String text, List<String> words) {

    private static final Pattern TEXT_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    /** A tag, an entity, a word or a mark, with the space before it: who adds a sentence leaves the one before as it is. */
    private static final Pattern HTML_WORD =
            Pattern.compile("\\s*(?:<[^>]*>|&[#\\w]+;|[\\p{L}\\p{M}\\p{N}]+|\\S)|\\s+", Pattern.DOTALL);

    static List<TextBlock> of(Body body) {
        var blocks = new ArrayList<TextBlock>();
        for (Element element : parsed(body.html()).body().children()) {
            String text = textOf(element);
            blocks.add(new TextBlock(element.normalName(), element.outerHtml(), text, words(text)));
        }
        return List.copyOf(blocks);
    }

    /** True when this is well-formed HTML of one block, so that reading it would mend nothing. */
    static boolean isWhole(String html) {
        var body = parsed(html).body();
        return body.childNodeSize() == 1 && body.html().equals(html);
    }

    /** Words, spaces and marks of a plain text, one by one. */
    static List<String> words(String text) {
        return found(TEXT_WORD, text);
    }

    /** What the HTML is made of, piece by piece. */
    List<String> tokens() {
        return found(HTML_WORD, html);
    }

    /** True when one may have become the other: the same element, the same picture, and half of the words in common. */
    boolean isLike(TextBlock other) {
        if (html.equals(other.html)) {
            return true;
        }
        if (!tag.equals(other.tag)) {
            return false;
        }
        var own = new HashMap<String, Integer>();
        long count = 0;
        for (String word : words) {
            if (!Blank.is(word)) {
                own.merge(word, 1, Integer::sum);
                count++;
            }
        }
        long common = 0;
        for (String word : other.words) {
            if (!Blank.is(word)) {
                count++;
                if (own.merge(word, -1, Integer::sum) >= 0) {
                    common++;
                }
            }
        }
        return 4 * common >= count;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group()).toList();
    }

    private static String textOf(Element element) {
        String alt = String.join(" ", element.select("img[alt]").eachAttr("alt"));
        return (alt + " " + element.text()).strip();
    }

    private static Document parsed(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        return parsed;
    }
}
