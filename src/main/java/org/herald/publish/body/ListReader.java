package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Builds lists. What stands in a list outside of its entries stays: before the first entry as blocks before the list, after
 * an entry as more of that entry, as browsers show it.
 */
final class ListReader {

    /** After these nothing is needed to begin a line. */
    private static final Pattern LINE_BEGINS =
            Pattern.compile("(?:<li>|<br>|<hr>|</(?:ul|ol|p|h[2-4]|blockquote|pre|figure|table)>)$");

    private static final int LONGEST_END = "</blockquote>".length();

    private final BodyReader blocks;
    private final StringBuilder out;
    private final InlineReader inline;
    private String opening = ""; // of the entry that is read now
    private boolean isOpen; // the list
    private boolean isEntryOpen; // changes as entries are read
    private boolean isTurned; // the list says the direction of its entries

    ListReader(BodyReader blocks, StringBuilder out, InlineReader inline) {
        this.blocks = blocks;
        this.out = out;
        this.inline = inline;
    }

    void list(Element element) {
        boolean isOrdered = element.normalName().equals("ol");
        if (element.selectFirst("li") == null) {
            blocks.blocks(element); // a list without entries indents a text
            return;
        }
        turnAsEntries(element);
        String start = element.attr("start");
        opening = (isOrdered ? "<ol" : "<ul")
                + (isOrdered && start.matches("[1-9][0-9]{0,3}") ? " start=\"" + start + "\"" : "")
                + InlineReader.direction(element) + ">";
        children(element);
        close(isOrdered ? "</ol>" : "</ul>");
    }

    /** A direction that all entries have is that of the list. */
    private void turnAsEntries(Element list) {
        String direction = list.child(0).attr("dir");
        isTurned = Blank.is(list.attr("dir"))
                && !Blank.is(direction)
                && list.children().stream()
                        .allMatch(entry -> entry.normalName().equals("li")
                                && entry.attr("dir").equals(direction));
        if (isTurned) {
            list.attr("dir", direction);
        }
    }

    private void children(Element parent) {
        List<Node> loose = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            boolean isEntry =
                    child instanceof Element element && element.normalName().equals("li");
            boolean isContainer = child instanceof Element element && holdsEntries(element);
            if (isEntry || isContainer) {
                loose(loose, parent);
                loose.clear();
                if (isEntry) {
                    entry((Element) child);
                } else {
                    children((Element) child);
                }
            } else {
                loose.add(child);
            }
        }
        loose(loose, parent);
    }

    /** True for an element around entries of this list. */
    private static boolean holdsEntries(Element element) {
        return !element.normalName().matches("ul|ol|menu|dl|table|blockquote|figure")
                && element.selectFirst("> li, > :not(ul, ol, menu, dl, table, blockquote) li, > dt, > dd") != null;
    }

    private void loose(List<Node> nodes, Element parent) {
        List<Node> run = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Element element && BodyReader.isBlockLike(element)) {
                text(run);
                run.clear();
                blocks.block(BodyReader.turned(element, parent));
            } else {
                run.add(node);
            }
        }
        text(run);
    }

    private void text(List<Node> run) {
        String text = inline.read(run).strip();
        if (!InlineReader.isEmpty(text) && isEntryOpen) {
            out.append(isAtLine() ? "" : "<br>").append(text);
        } else if (!InlineReader.isEmpty(text)) {
            out.append("<p>").append(text).append("</p>");
        }
        blocks.pictures();
    }

    private boolean isAtLine() {
        int from = Math.max(0, out.length() - LONGEST_END);
        return LINE_BEGINS.matcher(out).region(from, out.length()).find();
    }

    private void beginEntry() {
        out.append(isOpen ? "" : opening).append(isEntryOpen ? "</li>" : "").append("<li>");
        isOpen = true;
        isEntryOpen = true;
    }

    private void close(String closing) {
        out.append(isEntryOpen ? "</li>" : "").append(isOpen ? closing : "");
    }

    private void entry(Element entry) {
        beginEntry();
        if (isTurned) {
            entry.removeAttr("dir");
        }
        if (BodyElements.holdsBlock(entry)) {
            entryBlocks(entry);
        } else {
            out.append(inline.line(entry));
        }
    }

    /** An entry with blocks inside: its text before a nested list stays text, not a paragraph. */
    private void entryBlocks(Element entry) {
        List<Node> run = new ArrayList<>();
        for (Node child : entry.childNodes()) {
            if (child instanceof Element element && BodyReader.isBlockLike(element)) {
                entryText(run, entry);
                run.clear();
                blocks.block(BodyReader.turned(element, entry));
            } else {
                run.add(child);
            }
        }
        entryText(run, entry);
    }

    private void entryText(List<Node> run, Element entry) {
        String text = inline.read(run).strip();
        String turn = InlineReader.direction(entry);
        boolean isEmpty = InlineReader.isEmpty(text);
        boolean isPlain = turn.isEmpty() || isEmpty;
        out.append(isEmpty || isAtLine() ? "" : "<br>");
        out.append(isPlain ? text : "<span" + turn + ">" + text + "</span>");
        blocks.pictures();
    }

    /** A definition list becomes a list whose terms are strong. */
    void definitions(Element element) {
        if (element.selectFirst("dt, dd") == null) {
            blocks.blocks(element);
            return;
        }
        opening = "<ul" + InlineReader.direction(element) + ">";
        parts(element);
        close("</ul>");
    }

    private void parts(Element parent) {
        List<Node> loose = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            String name = child instanceof Element element ? element.normalName() : "";
            if (name.equals("dt") || name.equals("dd") || (child instanceof Element around && holdsEntries(around))) {
                loose(loose, parent);
                loose.clear();
                switch (name) {
                    case "dt" -> term((Element) child);
                    case "dd" -> definition((Element) child);
                    default -> parts((Element) child);
                }
            } else {
                loose.add(child);
            }
        }
        loose(loose, parent);
    }

    private void term(Element term) {
        beginEntry();
        String text = inline.line(term);
        out.append(InlineReader.isEmpty(text) ? text : "<strong>" + text + "</strong>");
        blocks.pictures();
    }

    private void definition(Element definition) {
        if (!isEntryOpen) {
            beginEntry();
        }
        boolean isOneParagraph = definition.childrenSize() == 1
                && definition.child(0).normalName().matches("p|div")
                && InlineReader.isBlank(definition.ownText())
                && !BodyElements.holdsBlock(definition.child(0));
        if (BodyElements.holdsBlock(definition) && !isOneParagraph) {
            entryBlocks(definition);
        } else {
            String text = inline.line(definition);
            out.append(isAtLine() || InlineReader.isEmpty(text) ? "" : " ").append(text);
            blocks.pictures();
        }
    }
}
