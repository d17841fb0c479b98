package org.herald.exchange.wxr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The classic editor's text, in which an empty line begins a paragraph and a line's end is a break, as the function
 * {@code wpautop} of WordPress reads it.
 */
final class Paragraphs {

    private static final Set<String> CONTAINERS =
            Set.of("body", "div", "blockquote", "section", "article", "center", "main", "aside", "header", "footer");
    private static final Set<String> VERBATIM =
            Set.of("pre", "script", "style", "textarea", "code", "table", "ul", "ol");
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
            "pre",
            "hr",
            "figure",
            "table",
            "form",
            "iframe",
            "address",
            "details",
            "fieldset",
            "video",
            "audio",
            "object",
            "nav",
            "script",
            "style",
            "noscript");

    private Paragraphs() {}

    static String of(String html) {
        var parsed = Jsoup.parseBodyFragment(html.replace("\r\n", "\n").replace('\r', '\n'));
        parsed.outputSettings().prettyPrint(false);
        container(parsed.body());
        return parsed.body().html();
    }

    private static void container(Element parent) {
        var children = List.copyOf(parent.childNodes());
        parent.empty();
        var paragraph = new ArrayList<Node>();
        for (Node child : children) {
            if (child instanceof TextNode text) {
                String[] pieces = text.getWholeText().split("\n[ \t\u00a0]*\n\\s*", -1);
                for (int i = 0; i < pieces.length; i++) {
                    if (i > 0) {
                        close(parent, paragraph);
                    }
                    lines(pieces[i], paragraph);
                }
            } else if (child instanceof Element element && isBlock(element)) {
                close(parent, paragraph);
                if (CONTAINERS.contains(element.normalName())) {
                    container(element);
                } else if (element.normalName().equals("p")) {
                    breaks(element);
                }
                parent.appendChild(element);
            } else if (!(child instanceof Comment)) {
                if (child instanceof Element element) {
                    breaks(element);
                }
                paragraph.add(child);
            }
        }
        close(parent, paragraph);
    }

    private static void close(Element parent, List<Node> paragraph) {
        while (!paragraph.isEmpty() && isBreakOrBlank(paragraph.getLast())) {
            paragraph.removeLast();
        }
        while (!paragraph.isEmpty() && isBreakOrBlank(paragraph.getFirst())) {
            paragraph.removeFirst();
        }
        if (!paragraph.isEmpty()) {
            var written = parent.appendElement("p");
            paragraph.forEach(written::appendChild);
            paragraph.clear();
        }
    }

    /** The lines of a piece of text, parted by breaks; a break that is written already counts once. */
    private static void lines(String text, List<Node> out) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0 && !out.isEmpty() && !isBreakOrBlank(out.getLast())) {
                out.add(new Element("br"));
            }
            if (!lines[i].isEmpty()) {
                out.add(new TextNode(lines[i]));
            }
        }
    }

    /** Makes line ends inside an element breaks. */
    private static void breaks(Element element) {
        if (VERBATIM.contains(element.normalName())) {
            return;
        }
        var children = List.copyOf(element.childNodes());
        element.empty();
        var out = new ArrayList<Node>();
        for (Node child : children) {
            if (child instanceof TextNode text) {
                lines(text.getWholeText(), out);
            } else {
                if (child instanceof Element inner) {
                    breaks(inner);
                }
                out.add(child);
            }
        }
        out.forEach(element::appendChild);
    }

    private static boolean isBreakOrBlank(Node node) {
        return (node instanceof TextNode text && text.isBlank())
                || (node instanceof Element element && element.normalName().equals("br"));
    }

    private static boolean isBlock(Element element) {
        return CONTAINERS.contains(element.normalName()) || BLOCKS.contains(element.normalName());
    }
}
