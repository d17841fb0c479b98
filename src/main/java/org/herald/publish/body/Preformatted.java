package org.herald.publish.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an element as it stands, each block in it a line of its own. */
final class Preformatted implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private boolean isAtEdge; // changes as lines are read

    private Preformatted() {}

    static String text(Element element) {
        var lines = new Preformatted();
        element.childNodes().forEach(child -> child.traverse(lines));
        return lines.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
        } else if (node instanceof Element element && element.normalName().equals("br")) {
            text.append('\n');
        } else {
            edge(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        edge(node);
    }

    private void edge(Node node) {
        isAtEdge |= node instanceof Element element
                && (BodyElements.isBlock(element) || element.normalName().matches("tr|td|th"))
                && !BodyElements.isPicture(element);
    }

    private void add(String words) {
        if (words.isEmpty()) {
            return;
        }
        boolean isNewLine = text.isEmpty() || text.charAt(text.length() - 1) == '\n' || words.startsWith("\n");
        text.append(isAtEdge && !isNewLine ? "\n" : "").append(words);
        isAtEdge = false;
    }
}
