package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Builds the text inside a block: words, links, emphasis, editorial insertions. */
final class InlineReader {

    /** Elements that stand apart from the words around them without beginning a line. */
    private static final Set<String> APART =
            Set.of("td", "th", "button", "label", "option", "textarea", "text", "svg", "math");

    private static final Set<String> LINES = Set.of("tr", "caption", "optgroup");
    private static final Pattern NO_WORDS = Pattern.compile("<[^>]*>|&nbsp;|[\\x00\\x01]");
    private static final Pattern MARKS = Pattern.compile("[\\x00\\x01]");
    private static final Pattern IDENTITY = Pattern.compile("(item|asset):[0-9]{1,18}");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "item", "asset");

    private final List<Element> pictures = new ArrayList<>();

    /** The text of these nodes; what they hold of blocks becomes lines of it. */
    String read(List<Node> nodes) {
        return Lines.joined(raw(nodes));
    }

    /** The text inside an element without spaces around it, in its own language and direction. */
    String line(Element element) {
        String text = read(element.childNodes()).strip();
        String turn = direction(element);
        return turn.isEmpty() || isEmpty(text) ? text : "<span" + turn + ">" + text + "</span>";
    }

    /** The pictures that stood in the texts read since this was asked last: no text can hold them. */
    List<Element> takePictures() {
        var taken = List.copyOf(pictures);
        pictures.clear();
        return taken;
    }

    private String raw(List<Node> nodes) {
        var out = new StringBuilder();
        nodes.forEach(node -> write(node, out));
        return out.toString();
    }

    private void write(Node node, StringBuilder out) {
        switch (node) {
            case TextNode text -> append(MARKS.matcher(text.getWholeText()).replaceAll(""), out);
            case Element element -> element(element, out);
            default -> {}
        }
    }

    /** Writes text with single spaces and with what HTML has to write otherwise. */
    private static void append(String text, StringBuilder out) {
        int begin = out.length();
        boolean isPlain = true;
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\t' || character == '\n' || character == '\r') {
                character = ' ';
            }
            if (character != ' ' || before != ' ') {
                out.append(character);
            }
            isPlain &= isPlain(character);
            before = character;
        }
        if (!isPlain) {
            String written = out.substring(begin);
            out.setLength(begin);
            out.append(Entities.escape(written));
        }
    }

    /** True for characters that stand for themselves in HTML; of others {@link Entities} knows. */
    private static boolean isPlain(char character) {
        if (character >= ' ' && character < 0x7f) {
            return character != '&' && character != '<' && character != '>' && character != '"' && character != '\'';
        }
        return character > 0xa0 && !Character.isSurrogate(character);
    }

    private void element(Element element, StringBuilder out) {
        String name = element.normalName();
        if (BodyElements.isDropped(element)) {
            return;
        }
        if (name.equals("img")) {
            pictures.add(element);
        } else if (name.equals("br")) {
            out.append("<br>");
        } else if ((BodyElements.isBlock(element) && !name.equals("picture")) || LINES.contains(name)) {
            out.append(Lines.EDGE).append(marked(element, "")).append(Lines.EDGE);
        } else if (APART.contains(name) || element.className().matches("(?i).*(button|btn).*")) {
            out.append(Lines.APART).append(marked(element, "")).append(Lines.APART);
        } else {
            out.append(marked(element, BodyElements.WRITTEN_AS.getOrDefault(name, "")));
        }
    }

    /** What is inside an element, within a link, emphasis, or another language where the element is one. */
    private String marked(Element element, String written) {
        String inside = raw(element.childNodes());
        String turn = direction(element);
        if (element.normalName().equals("a")) {
            return linked(element, inside);
        }
        String name = written.isEmpty() && !turn.isEmpty() ? "span" : written;
        return name.isEmpty() || isEmpty(inside) ? inside : "<" + name + turn + ">" + inside + "</" + name + ">";
    }

    private static String linked(Element link, String inside) {
        String address = address(link.attr("href"));
        boolean isWithPicture = isEmpty(inside) && link.selectFirst("img") != null;
        if (address.isEmpty() || isWithPicture) {
            return inside;
        }
        String title = Blank.is(link.attr("title")) ? link.attr("aria-label") : link.attr("title");
        String name = Entities.escape(Blank.is(title) ? address : title);
        if (inside.contains("<a ")) {
            return inside + Lines.APART + anchor(address, name);
        }
        if (!isEmpty(inside)) {
            return anchor(address, inside);
        }
        // a link with nothing inside cannot be seen; one around a drawing goes by its name
        boolean isSeen = link.childrenSize() > 0 || !Blank.is(title);
        return isSeen ? anchor(address, name) : inside;
    }

    private static String anchor(String address, String words) {
        return "<a href=\"" + Entities.escape(address) + "\">" + words + "</a>";
    }

    /** The {@code lang} and {@code dir} of an element, as attributes. */
    static String direction(Element element) {
        var out = new StringBuilder();
        if (BodyRules.LANGUAGE_TAG.matcher(element.attr("lang")).matches()) {
            out.append(" lang=\"").append(element.attr("lang")).append('"');
        }
        if (element.attr("dir").matches("(?i)ltr|rtl|auto")) {
            out.append(" dir=\"")
                    .append(element.attr("dir").toLowerCase(Locale.ROOT))
                    .append('"');
        }
        return out.toString();
    }

    /** An address that a link may have, or nothing: other schemes can run code in a reader's browser. */
    static String address(String written) {
        String address = written.strip().replaceAll("[\\p{Cntrl}]", "");
        if (address.isEmpty()) {
            return "";
        }
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        int colon = address.indexOf(':');
        int end = address.length();
        for (char stop : new char[] {'/', '?', '#'}) {
            int at = address.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        if (colon < 0 || colon > end) {
            return address.replace(" ", "%20");
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean isIdentity = scheme.equals("item") || scheme.equals("asset");
        if (isIdentity && !IDENTITY.matcher(address).matches()) {
            return "";
        }
        return SCHEMES.contains(scheme) ? address.replace(" ", "%20") : "";
    }

    /** True for what begins with a letter or a digit, as nearly everything does. */
    private static boolean isVisible(String html) {
        return !html.isEmpty() && Character.isLetterOrDigit(html.charAt(0));
    }

    /** True for HTML of a text without a visible character. */
    static boolean isEmpty(String html) {
        return !isVisible(html) && isBlank(NO_WORDS.matcher(html).replaceAll(""));
    }

    /** True for text without a visible character. */
    static boolean isBlank(String text) {
        return Blank.is(text.replace('\u00a0', ' '));
    }
}
