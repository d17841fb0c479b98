package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Builds a body from parsed HTML: block by block, text between blocks gathered into paragraphs, unknown elements replaced
 * by what they hold. It writes only elements and attributes of the subset, so that what it does not know cannot pass.
 */
final class BodyReader {

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "svg",
            "math",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "object",
            "applet",
            "frameset",
            "frame",
            "canvas",
            "map",
            "dialog");
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
            "iframe",
            "embed",
            "video",
            "audio",
            "img",
            "picture",
            "li",
            "dd",
            "dt",
            "body",
            "figcaption",
            "hgroup",
            "search",
            "legend");
    private static final Set<String> PARAGRAPHS = Set.of("p", "address", "summary", "dt", "legend", "figcaption");

    private final StringBuilder out = new StringBuilder();
    private final InlineReader inline = new InlineReader();

    String read(Element body) {
        blocks(body);
        return out.toString();
    }

    /** Writes the children of an element as blocks; runs of text and inline elements become paragraphs. */
    private void blocks(Element parent) {
        List<Node> run = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && (isBlock(element) || holdsBlock(element))) {
                paragraph(run, "");
                run.clear();
                block(element);
            } else {
                run.add(child);
            }
        }
        paragraph(run, "");
    }

    private void block(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2" -> leaf("h2", element);
            case "h3" -> leaf("h3", element);
            case "h4", "h5", "h6" -> leaf("h4", element);
            case "ul", "ol", "menu" -> list(element);
            case "dl" -> definitions(element);
            case "blockquote" -> quote(element);
            case "pre" -> preformatted(element);
            case "hr" -> out.append("<hr>");
            case "figure" -> new FigureReader(out, inline).figure(element);
            case "img" -> new FigureReader(out, inline).picture(element, "");
            case "table" -> new TableReader(out, inline).table(element);
            case "iframe", "embed", "video", "audio" -> reference(element);
            default -> {
                if (DROPPED.contains(name)) {
                    return;
                }
                if (PARAGRAPHS.contains(name) && !holdsBlock(element)) {
                    paragraph(element.childNodes(), InlineReader.direction(element));
                } else {
                    blocks(element);
                }
            }
        }
    }

    private void paragraph(List<Node> nodes, String direction) {
        String text = inline.read(nodes);
        if (!InlineReader.isEmpty(text)) {
            out.append("<p").append(direction).append('>').append(text.strip()).append("</p>");
        }
    }

    private void leaf(String name, Element element) {
        String text = inline.read(element.childNodes());
        if (!InlineReader.isEmpty(text)) {
            out.append('<').append(name).append(InlineReader.direction(element)).append('>');
            out.append(text.strip()).append("</").append(name).append('>');
        }
        element.select("img").forEach(picture -> new FigureReader(out, inline).picture(picture, ""));
    }

    private void list(Element element) {
        boolean ordered = element.normalName().equals("ol");
        int before = out.length();
        out.append(ordered ? "<ol" : "<ul");
        if (ordered && element.attr("start").matches("[1-9][0-9]{0,3}")) {
            out.append(" start=\"").append(element.attr("start")).append('"');
        }
        out.append(InlineReader.direction(element)).append('>');
        int empty = out.length();
        for (Element child : element.children()) {
            entry(child);
        }
        if (out.length() == empty) {
            out.setLength(before);
        } else {
            out.append(ordered ? "</ol>" : "</ul>");
        }
    }

    private void entry(Element child) {
        if (DROPPED.contains(child.normalName())) {
            return;
        }
        out.append("<li>");
        if (child.normalName().equals("ul") || child.normalName().equals("ol")) {
            list(child);
        } else if (child.normalName().equals("li") && !holdsBlock(child)) {
            out.append(inline.read(child.childNodes()).strip());
        } else {
            entryBlocks(child);
        }
        out.append("</li>");
    }

    /** An entry with blocks inside: its text before a nested list stays text, not a paragraph. */
    private void entryBlocks(Element entry) {
        List<Node> run = new ArrayList<>();
        for (Node child : entry.childNodes()) {
            if (child instanceof Element element && (isBlock(element) || holdsBlock(element))) {
                out.append(inline.read(run).strip());
                run.clear();
                block(element);
            } else {
                run.add(child);
            }
        }
        out.append(inline.read(run).strip());
    }

    /** A definition list becomes a list whose terms are strong. */
    private void definitions(Element element) {
        var parts = element.select("dt, dd");
        if (parts.isEmpty()) {
            blocks(element);
            return;
        }
        out.append("<ul>");
        boolean open = false;
        for (Element part : parts) {
            String text = inline.read(part.childNodes()).strip();
            if (part.normalName().equals("dt")) {
                out.append(open ? "</li>" : "")
                        .append("<li><strong>")
                        .append(text)
                        .append("</strong>");
                open = true;
            } else {
                out.append(open ? " " : "<li>").append(text);
                open = true;
            }
        }
        out.append("</li></ul>");
    }

    /** A quote: paragraphs, then at most one attribution from {@code footer} or a {@code cite} of its own line. */
    private void quote(Element element) {
        Element attribution = element.children().stream()
                .filter(child -> child.normalName().equals("footer")
                        || child.normalName().equals("cite")
                        || child.normalName().equals("figcaption"))
                .reduce((first, second) -> second)
                .orElse(null);
        String said = "";
        if (attribution != null) {
            said = inline.read(attribution.childNodes()).strip();
            attribution.remove();
        }
        int before = out.length();
        out.append("<blockquote").append(InlineReader.direction(element)).append('>');
        int empty = out.length();
        blocks(element);
        if (out.length() == empty) {
            out.setLength(before);
            if (!said.isEmpty()) {
                out.append("<p>").append(said).append("</p>");
            }
            return;
        }
        if (!said.isEmpty()) {
            out.append("<footer>").append(said).append("</footer>");
        }
        out.append("</blockquote>");
    }

    private void preformatted(Element element) {
        String text = element.wholeText();
        if (!Blank.is(text)) {
            out.append("<pre>").append(Entities.escape(text)).append("</pre>");
        }
    }

    /** What other hosts would play becomes a link: readers' pages load nothing from elsewhere. */
    private void reference(Element element) {
        Element source = element.hasAttr("src") ? element : element.selectFirst("source[src]");
        String address = source == null ? "" : InlineReader.address(source.attr("src"));
        if (!address.isEmpty()) {
            String title = Blank.is(element.attr("title")) ? address : element.attr("title");
            out.append("<p><a href=\"").append(Entities.escape(address)).append("\">");
            out.append(Entities.escape(title)).append("</a></p>");
        }
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || DROPPED.contains(element.normalName());
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
        return DROPPED.contains(element.normalName().toLowerCase(Locale.ROOT));
    }

    static boolean isText(Node node) {
        return node instanceof TextNode;
    }
}
