package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Links and emphasis that stand around blocks, where a body cannot have them: they are written again around the text and
 * the pictures of each block inside.
 */
final class LooseMarks {

    private static final String MARKS = "a[href], " + String.join(", ", BodyElements.WRITTEN_AS.keySet());

    private final Element mark;
    private final boolean isLink;
    private final boolean hasWords;

    private LooseMarks(Element mark) {
        this.mark = mark;
        this.isLink = mark.normalName().equals("a");
        this.hasWords = !InlineReader.isBlank(mark.wholeText());
    }

    static void pushDownIn(Element body) {
        for (Element mark : body.select(MARKS)) {
            if (BodyElements.holdsBlock(mark) && mark.parent() != null) {
                new LooseMarks(mark).push();
            }
        }
    }

    private void push() {
        boolean isWritten = pushInto(mark);
        boolean isLost = isLink && !isWritten && BodyElements.isVisible(mark);
        if (isLost) {
            var link = copy().text(Blank.is(mark.attr("title")) ? mark.attr("href") : mark.attr("title"));
            mark.after(new Element("p").appendChild(link));
        }
        mark.tagName("div").removeAttr("href");
    }

    private boolean pushInto(Element container) {
        boolean isWritten = false;
        var run = new ArrayList<Node>();
        for (Node child : List.copyOf(container.childNodes())) {
            boolean isBlock = child instanceof Element element
                    && (BodyElements.isBlock(element) || BodyElements.holdsBlock(element));
            if (!isBlock) {
                run.add(child);
                continue;
            }
            isWritten |= wrap(run);
            run.clear();
            isWritten |= pushIntoBlock((Element) child);
        }
        isWritten |= wrap(run);
        return isWritten;
    }

    private boolean pushIntoBlock(Element block) {
        if (BodyElements.isPicture(block)) {
            // words in the same link say where it leads
            return isLink && !hasWords && wrap(List.of(block));
        }
        if (BodyElements.isDropped(block) || (!isLink && BodyElements.isHeading(block))) {
            return false;
        }
        if (isLink && block.is("a[href]")) {
            return false;
        }
        // what is emphasised inside already is not emphasised twice, whatever a text nests
        return written(block).equals(written(mark)) || pushInto(block);
    }

    private boolean wrap(List<? extends Node> run) {
        boolean isVisible = run.stream().anyMatch(LooseMarks::isVisible);
        boolean isLinked = isLink && run.stream().anyMatch(LooseMarks::isLinked);
        if (!isVisible || isLinked) {
            return false;
        }
        var wrapper = copy();
        run.getFirst().before(wrapper);
        run.forEach(wrapper::appendChild);
        return true;
    }

    /** Not a shallow clone: that of jsoup remembers the children of what it was cloned from. */
    private Element copy() {
        var copy = new Element(mark.normalName());
        mark.attributes().forEach(attribute -> copy.attr(attribute.getKey(), attribute.getValue()));
        return copy;
    }

    private static boolean isVisible(Node node) {
        return switch (node) {
            case TextNode text -> !InlineReader.isBlank(text.getWholeText());
            case Element element -> BodyElements.isPicture(element) || BodyElements.isVisible(element);
            default -> false;
        };
    }

    private static boolean isLinked(Node node) {
        return node instanceof Element element && (element.is("a[href]") || element.selectFirst("a[href]") != null);
    }

    private static String written(Element element) {
        return BodyElements.WRITTEN_AS.getOrDefault(element.normalName(), element.normalName());
    }
}
