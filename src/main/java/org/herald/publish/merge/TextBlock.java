package org.herald.publish.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.model.Body;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block of a body as it is compared: its HTML, written in one way whoever wrote it before, and its words.
 *
 * @param bag its words, to see how much it is like another
 * @param text what a reader reads of it; the alternative text where it is a picture
 */
record TextBlock(String tag, String html, String text, List<String> words, WordBag bag) {

    private static final Pattern TEXT_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    /** A tag, an entity, a word or a mark, with the space before it: who adds a sentence leaves the one before as it is. */
    private static final Pattern HTML_WORD =
            Pattern.compile("\\s*(?:<[^>]*>|&[#\\w]+;|[\\p{L}\\p{M}\\p{N}]+|\\S)|\\s+", Pattern.DOTALL);

    static List<TextBlock> of(Body body) {
        var blocks = new ArrayList<TextBlock>();
        for (Element element : parsed(body.html()).body().children()) {
            String text = textOf(element);
            blocks.add(of(element.normalName(), element.outerHtml(), text, words(text)));
        }
        return List.copyOf(blocks);
    }

    static TextBlock of(String tag, String html, String text, List<String> words) {
        return new TextBlock(tag, html, text, words, WordBag.of(words));
    }

    /** The HTML says all that the other parts do. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextBlock block && html.equals(block.html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
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
        return html.equals(other.html) || (tag.equals(other.tag) && bag.isLike(other.bag));
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
