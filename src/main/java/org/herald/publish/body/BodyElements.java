package org.herald.publish.body;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the elements of HTML are to a body: blocks, containers of nothing to read, emphasis. */
final class BodyElements {

    /** Elements that hold nothing a reader sees. */
    private static final Set<String> DROPPED =
            Set.of("script", "style", "template", "head", "title", "meta", "link", "base", "datalist", "frameset");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "menu",
            "blockquote",
            "pre",
            "hr",
            "figure",
            "table",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "address",
            "details",
            "summary",
            "fieldset",
            "center",
            "img",
            "picture",
            "li",
            "dd",
            "dt",
            "body",
            "figcaption",
            "hgroup",
            "search",
            "legend",
            "form",
            "dialog");

    /** How emphasis is written in a body, by the elements that stand for it. */
    static final Map<String, String> WRITTEN_AS = Map.ofEntries(
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("dfn", "em"),
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("ins", "ins"),
            Map.entry("s", "s"),
            Map.entry("strike", "s"),
            Map.entry("del", "s"),
            Map.entry("q", "q"),
            Map.entry("cite", "cite"),
            Map.entry("code", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"),
            Map.entry("tt", "code"),
            Map.entry("var", "em"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"));

    private BodyElements() {}

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || isDropped(element);
    }

    /** True when a block stands somewhere inside, so that the element itself cannot be text. */
    static boolean holdsBlock(Element element) {
        for (Element child : element.children()) {
            if (isBlock(child) || holdsBlock(child)) {
                return true;
            }
        }
        return false;
    }

    static boolean isDropped(Element element) {
        return DROPPED.contains(element.normalName());
    }

    static boolean isPicture(Element element) {
        return element.normalName().equals("img") || element.normalName().equals("picture");
    }

    static boolean isHeading(Element element) {
        return element.normalName().matches("h[1-6]");
    }

    /** True when a reader would see some text or a picture of it. */
    static boolean isVisible(Element element) {
        return element.selectFirst("img") != null || !InlineReader.isBlank(element.wholeText());
    }
}
