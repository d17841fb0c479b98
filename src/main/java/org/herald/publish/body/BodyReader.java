package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;

/**
 * Builds a body from parsed HTML: block by block, text between blocks gathered into paragraphs, unknown elements replaced
 * by what they hold. It writes only elements and attributes of the subset, so that what it does not know cannot pass.
 */
final class BodyReader {

    /** Elements that keep a language or a direction themselves; of others, what is inside has it. */
    private static final Set<String> TURNED = Set.of("ul", "ol", "menu", "blockquote");

    private final StringBuilder out = new StringBuilder();
    private final InlineReader inline = new InlineReader();

    String read(Element body) {
        blocks(body);
        return out.toString();
    }

    /** Writes the children of an element as blocks; runs of text and inline elements become paragraphs. */
    void blocks(Element parent) {
        String turn = TURNED.contains(parent.normalName()) ? "" : InlineReader.direction(parent);
        List<Node> run = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && isBlockLike(element)) {
                paragraph(run, turn);
                run.clear();
                block(turned(element, parent));
            } else {
                run.add(child);
            }
        }
        paragraph(run, turn);
    }

    static boolean isBlockLike(Element element) {
        return BodyElements.isBlock(element) || BodyElements.holdsBlock(element);
    }

    /** The element in the language and direction of its parent, where it has none of its own and the parent keeps none. */
    static Element turned(Element element, Element parent) {
        for (String turn : List.of("lang", "dir")) {
            if (!TURNED.contains(parent.normalName()) && parent.hasAttr(turn) && Blank.is(element.attr(turn))) {
                element.attr(turn, parent.attr(turn));
            }
        }
        return element;
    }

    void block(Element element) {
        switch (element.normalName()) {
            case "h1", "h2" -> leaf("h2", element);
            case "h3" -> leaf("h3", element);
            case "h4", "h5", "h6" -> leaf("h4", element);
            case "ul", "ol", "menu" -> new ListReader(this, out, inline).list(element);
            case "dl" -> new ListReader(this, out, inline).definitions(element);
            case "blockquote" -> quote(element);
            case "pre" -> preformatted(element);
            case "hr" -> out.append("<hr>");
            case "figure" -> new FigureReader(out, inline).figure(element);
            case "img" -> new FigureReader(out, inline).picture(element, "");
            case "table" -> new TableReader(out, inline).table(element);
            default -> {
                if (BodyElements.isDropped(element)) {
                    return;
                }
                if (BodyElements.holdsBlock(element)) {
                    blocks(element);
                } else {
                    paragraph(element.childNodes(), InlineReader.direction(element));
                }
            }
        }
    }

    private void paragraph(List<Node> nodes, String direction) {
        String text = inline.read(nodes);
        if (!InlineReader.isEmpty(text)) {
            out.append("<p").append(direction).append('>').append(text.strip()).append("</p>");
        }
        pictures();
    }

    private void leaf(String name, Element element) {
        String text = inline.read(element.childNodes());
        if (!InlineReader.isEmpty(text)) {
            out.append('<').append(name).append(InlineReader.direction(element)).append('>');
            out.append(text.strip()).append("</").append(name).append('>');
        }
        pictures();
    }

    /** Pictures that stood where only text may stand follow it. */
    void pictures() {
        pictures(inline.takePictures());
    }

    private void pictures(List<Element> pictures) {
        pictures.forEach(picture -> new FigureReader(out, inline).picture(picture, ""));
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
            said = inline.line(attribution);
            attribution.remove();
        }
        var inSaid = inline.takePictures();
        int before = out.length();
        out.append("<blockquote").append(InlineReader.direction(element)).append('>');
        int empty = out.length();
        blocks(element);
        if (out.length() == empty) {
            out.setLength(before);
            if (!said.isEmpty()) {
                out.append("<p>").append(said).append("</p>");
            }
            pictures(inSaid);
            return;
        }
        if (!said.isEmpty()) {
            out.append("<footer>").append(said).append("</footer>");
        }
        out.append("</blockquote>");
        pictures(inSaid);
    }

    /** Its text alone, in lines; links and pictures that stood in it follow. */
    private void preformatted(Element element) {
        String text = Preformatted.text(element);
        if (!InlineReader.isBlank(text)) {
            out.append("<pre>").append(Entities.escape(text)).append("</pre>");
        }
        for (Element link : element.select("a[href]")) {
            String words = inline.read(List.of(link)).strip();
            out.append(InlineReader.isEmpty(words) ? "" : "<p>" + words + "</p>");
        }
        inline.takePictures();
        pictures(element.select("img"));
    }
}
